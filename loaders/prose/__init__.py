"""Families of lists and sentences in prose, a module each: what announces them and the records they make."""
