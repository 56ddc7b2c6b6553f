"""The commands that read files, a module each; each brings its `COMMANDS`."""

from graph.options import commands_in

COMMANDS = commands_in(__name__, __path__)
