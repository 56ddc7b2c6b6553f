"""On what grounds a pair is suggested: slugs for the methods, a short Swedish text for a reader."""

import re
from collections.abc import Iterator

from graph.derived.items import Item
from graph.likeness.roots import root
from graph.likeness.terms import tells
from graph.search.words import words
from graph.suggesting.suggestion import cut
from graph.suggesting.within.pairs import Match, Pair

#: A word that matches less is not told of; no more words are.
TOLD, MOST = 0.12, 4
#: How much of an object's comment is quoted, and how strongly a goal must match to be told of.
QUOTED, GOAL = 90, 0.3


def method(pair: Pair) -> str:
    """What found a pair: "same-number+shared-words"."""
    told = _told(pair)
    used = (
        ("same-number", pair.told is not None),
        ("shared-words", any(map(_same, told))),
        ("shared-themes", not all(map(_same, told))),
        ("same-goal", pair.aimed >= GOAL),
    )
    return "+".join(name for name, is_used in used if is_used)


def evidence(pair: Pair) -> str:
    """The grounds, most telling first: "Samma tal: högst 1,2 %. Gemensamma ord: oberoende, hyrbemanning – inhyrd."."""
    return cut(" ".join(_grounds(pair)))


def _grounds(pair: Pair) -> Iterator[str]:
    told = _told(pair)
    same = [printed(match.here, pair.subject) for match in told if _same(match)]
    akin = [
        f"{printed(match.here, pair.subject)} – {printed(match.there, pair.object)}"
        for match in told
        if not _same(match)
    ]
    if pair.told:
        yield f"Samma tal: {pair.told.written}."
    if same:
        yield f"Gemensamma ord: {', '.join(same)}."
    if akin:
        yield f"Ord om samma sak: {', '.join(akin)}."
    if pair.goal and pair.aimed >= GOAL:
        yield f"Indikatorns mål: {_shortened(pair.goal.title or pair.goal.label)}."
    if pair.object.description and _in_comment(pair):
        yield f"Kommentar: ”{_shortened(pair.object.description)}”"


def _told(pair: Pair) -> list[Match]:
    """The matches that are worth telling of, the strongest in any case."""
    return [match for match in pair.matches[:MOST] if match.weight >= TOLD] or list(pair.matches[:1])


def printed(written: str, item: Item) -> str:
    """Some words that a thing's texts have as they are printed there, with what stands between: "fysisk aktivitet på recept"."""
    between = r"\W{1,5}(?:\w{1,12}\W{1,5}){0,2}?"
    sought = re.compile(rf"\b{between.join(map(re.escape, written.split()))}\b", re.IGNORECASE)
    texts = (item.title, item.variant or "", item.description, *item.texts)
    return next((found[0] for text in texts if (found := sought.search(text))), written)


def _same(match: Match) -> bool:
    """Whether two words are one but for inflection, or one is a part of the other."""
    here, there = root(match.here), root(match.there)
    return here == there or here in there or there in here


def _in_comment(pair: Pair) -> bool:
    """Whether the strongest match stands in the object's description and not in its title."""
    title = {root(word) for word in words(pair.object.title) if tells(word)}
    return bool(pair.matches) and all(root(word) not in title for word in pair.matches[0].there.split())


def _shortened(text: str) -> str:
    return text if len(text) <= QUOTED else text[: QUOTED - 1].rsplit(" ", 1)[0] + "…"
