"""On what grounds a pair is suggested: slugs for the methods, a short Swedish text for a reader."""

from collections.abc import Iterator

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
    used = (
        ("same-number", pair.told is not None),
        ("shared-words", any(_same(match) for match in pair.matches)),
        ("shared-themes", not all(_same(match) for match in pair.matches[:1])),
        ("same-goal", pair.goal >= GOAL),
    )
    return "+".join(name for name, is_used in used if is_used)


def evidence(pair: Pair) -> str:
    """The grounds, most telling first: "Samma tal: högst 1,2 %. Gemensamma ord: oberoende, hyrbemanning – inhyrd."."""
    return cut(" ".join(_grounds(pair)))


def _grounds(pair: Pair) -> Iterator[str]:
    if pair.told:
        yield f"Samma tal: {pair.told.written}."
    told = [match for match in pair.matches[:MOST] if match.weight >= TOLD] or list(pair.matches[:1])
    same = [match.here for match in told if _same(match)]
    akin = [f"{match.here} – {match.there}" for match in told if not _same(match)]
    if same:
        yield f"Gemensamma ord: {', '.join(same)}."
    if akin:
        yield f"Ord om samma sak: {', '.join(akin)}."
    if pair.object.description and _in_comment(pair):
        yield f"Kommentar: ”{_shortened(pair.object.description)}”"


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
