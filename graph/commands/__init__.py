"""The commands of the graph, one module for those that are about the same."""

from graph.commands import (
    asking,
    follow_up,
    gaps,
    impact,
    review,
    upkeep,
)

COMMANDS = tuple(
    command
    for module in (
        asking,
        follow_up,
        gaps,
        impact,
        review,
        upkeep,
    )
    for command in module.COMMANDS
)
