"""The commands of the graph, one module for those that are about the same."""

from graph.commands import asking, review, upkeep

COMMANDS = (*asking.COMMANDS, *review.COMMANDS, *upkeep.COMMANDS)
