"""The graph around a thing, as a picture: what is asked for, what is near, what of it is shown, and where it stands."""
