"""Links between the things of one plan: who is measured by what, who is funded by what.

subjects, objects ──pairs──▶ pairs with features ──odds──▶ likely ones ──reasons──▶ suggestions
"""
