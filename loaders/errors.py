"""What can go wrong with a file: one error, since a refused file never stops the others."""


class UnreadablePlan(Exception):
    """A file that cannot be loaded: its message names the file, what is wrong and what to do."""
