"""Going through suggestions at a terminal, or with answers out of a pipe."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from graph.terminal import short, tell

if TYPE_CHECKING:
    from graph.reviews.desk import Desk
    from graph.reviews.links import Link
    from graph.reviews.walk import Walk
    from graph.view import View
    from ontology.iri import Iri

QUESTION = "accept, reject, skip, undo, comment, quit [a/r/s/u/c/q]: "
KEYS = """\
  a, r   yes or no; what follows on the line is kept as its comment: "r another year's goal"
  s      leave it for another time
  u      back to the last answer, which is taken back
  c      a comment for the answer to come: "c see page 12"
  q      end; what was answered is kept"""
#: So much of what stands in the documents is shown: places, lines of each, characters of a line.
PLACES, LINES, WIDTH = 3, 4, 160


def walk_through(desk: "Desk", links: "Sequence[Link]") -> bool:
    """Ask for a person's word on each link in turn; whether anything was decided."""
    from graph.reviews.walk import Walk

    if not links:
        tell("Nothing is left to decide upon. `rodatraden review list` shows what there is.")
        return False
    walk, shown = Walk(desk, links), -1
    while link := walk.link:
        if walk.at != shown:
            shown = walk.at
            tell("\n".join(_card(desk.store.view(), link, f"[{walk.at + 1} of {len(links)}]")))
        words = _asked()
        if words is None or not _answered(walk, link, words):
            break
    tell(f"{len(walk.done)} decided, {len(links) - len(walk.done)} left.", err=True)
    return bool(walk.done)


def _asked() -> str | None:
    """The next line of standard input; None at its end, and where the person breaks off."""
    click.echo(QUESTION, nl=False)
    try:
        line = sys.stdin.buffer.readline().decode("utf-8", "replace")
    except KeyboardInterrupt:
        line = ""
    if not line:
        click.echo()
    return line.strip() if line else None


def _answered(walk: "Walk", link: "Link", words: str) -> bool:
    """Do what a line says; whether to go on."""
    word, _, rest = words.partition(" ")
    match word.lower():
        case "a" | "accept" | "r" | "reject":
            walk.comment = rest.strip() or walk.comment
            walk.decide(link, accepted=word.lower().startswith("a"))
        case "s" | "skip":
            walk.go_on()
        case "c" | "comment" if rest.strip():
            walk.comment = rest.strip()
        case "u" | "undo":
            if not walk.undo():
                tell("Nothing was answered yet.")
        case "q" | "quit":
            return False
        case _:
            tell(KEYS)
    return True


def _card(view: "View", link: "Link", number: str) -> Iterator[str]:
    """All that is needed to judge a link."""
    from graph.vocabulary import called

    grade = f", {called(link.grade, 'sv')}" if link.grade else ""
    yield f"\n{number} {link.relation.local} ({called(link.relation, 'sv')}{grade}), confidence {link.confidence}"
    for which, (thing, label) in zip(("from", "to"), link.ends, strict=True):
        yield from _side(view, thing, label, which)
    yield f"why   {link.evidence} ({link.method})"


def _printed(words: str) -> list[str]:
    """The lines of a passage that are not blank."""
    return [line for line in words.split("\n") if line.strip()]


def _side(view: "View", thing: "Iri", label: str, which: str) -> Iterator[str]:
    from graph.reviews.sides import side
    from graph.vocabulary import called

    found = side(view, thing)
    yield f"{which:5} {short(label)}" + (f"  [{called(found.kind, 'sv')}]" if found else "")
    for stand, words in found.places[:PLACES] if found else ():
        yield f"      {stand}"
        yield from (f"      │ {line[:WIDTH]}" for line in _printed(words)[:LINES])
