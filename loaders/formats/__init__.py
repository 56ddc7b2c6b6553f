"""File formats, a module each: it ends with `FORMAT = Format(...)`, what it accepts and how it reads."""
