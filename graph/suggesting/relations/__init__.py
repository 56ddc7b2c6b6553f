"""One module a kind of link, each ending in `RELATION`."""
