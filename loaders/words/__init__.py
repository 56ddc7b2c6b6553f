"""Swedish as plans print it: text made plain, numbers, units, times, values, names; nothing here knows of documents."""
