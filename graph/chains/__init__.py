"""The red thread through a plan: assignment, activity, indicator, money, outcome; where it holds and where it breaks."""
