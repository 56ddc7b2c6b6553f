"""Threads behind pages: what serves what, through the editions, and how far it reaches."""
