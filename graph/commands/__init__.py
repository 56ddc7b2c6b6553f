"""The commands of the graph, one module for those that are about the same; each brings its `COMMANDS`."""

from graph.options import commands_in

COMMANDS = commands_in(__name__, __path__)
