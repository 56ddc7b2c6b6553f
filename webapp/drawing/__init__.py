"""Pictures as SVG: where things stand in them, in plain numbers; templates draw. Nothing here knows the graph or Flask."""
