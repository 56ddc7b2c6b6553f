"""How what a plan promised went: its items, its targets, its money, as reports and later editions tell it."""
