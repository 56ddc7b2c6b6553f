"""The commands of the graph, one module for those that are about the same."""

from graph.commands import asking, upkeep

COMMANDS = (*asking.COMMANDS, *upkeep.COMMANDS)
