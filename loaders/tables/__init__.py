"""Table families, a module each: the words of its head, what its columns mean, the records it makes."""
