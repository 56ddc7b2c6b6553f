"""The ways to look at an answer, a module each, which ends in `VIEW`. The folder is the registry."""
