"""The command that looks every quoted passage up in its source once more."""

import os
from pathlib import Path

import click

from graph.options import opened, store_option
from graph.output import output_option, show
from graph.terminal import tell
from loaders.options import PATHS

#: Where the sources are, where nothing is said.
CORPUS = "RODATRADEN_CORPUS"


@click.command()
@click.argument("paths", metavar="[PATH…]", nargs=-1, type=PATHS)
@output_option
@store_option
def verify(paths: tuple[Path, ...], form: str, directory: Path) -> None:
    """Whether every passage that the graph quotes still stands in its source file, just where the graph says.

    PATH is a file, a folder or a corpus file where the sources are; without, $RODATRADEN_CORPUS, else this folder. Exits
    1 where a file is not at hand, is not the one that was loaded, or a passage has moved or is lost; what hangs on a
    lost passage is listed as suspect.
    """
    from graph.suspect import suspicion
    from loaders.corpus import Told
    from loaders.run import find
    from loaders.verified import as_answer, as_lines
    from loaders.verify import verify as verified

    store = opened(directory)
    view, reviews = store.view(), store.reviews()
    sources = find(paths or [Path(os.environ.get(CORPUS) or ".")])
    for each in sources:
        if not isinstance(each, Told):
            tell(f"Passed over: {each.reason}", err=True)
    found = verified(view, [each for each in sources if isinstance(each, Told)])
    suspicions = [suspicion(view, (fault.quoted.passage for fault in each.lost), reviews) for each in found]
    show(form, as_answer(found, suspicions), lambda: as_lines(found, suspicions))
    if not all(each.proved for each in found):
        raise SystemExit(1)


COMMANDS = (verify,)
