"""What follows from all documents together: threads through years, links that no document states, what is wrong."""
