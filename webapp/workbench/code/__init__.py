"""An answer in programs: a module for each language, which ends in `CODE`. The folder is the registry."""
