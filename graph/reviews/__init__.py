"""What persons decided of links that no document states: yes, no, or one made by hand. It outlives loads and rollbacks."""
