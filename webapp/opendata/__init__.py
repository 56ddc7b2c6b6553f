"""Data for other programs: its forms and addresses, the context, whole dumps, and what they are described with."""
