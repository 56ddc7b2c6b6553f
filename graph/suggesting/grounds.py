"""On what grounds two things are held to be one, in a word each and as a text that can be judged at a glance."""

from collections.abc import Iterator

from graph.derived.items import Figure
from graph.suggesting.weighing import Weighed
from graph.vocabulary import called as term_called

#: So alike a name is told to be nearly the same; so many words are quoted.
NEARLY, QUOTED = 0.75, 4


def method(pair: Weighed) -> tuple[str, ...]:
    """The methods that found a pair: "same-name", "same-number", "shared-words", "same-focus-area"."""
    return tuple(
        name
        for name, used in (
            ("same-name", pair.alike.same),
            ("same-number", bool(pair.figures)),
            ("shared-words", bool(pair.alike.met) and not pair.alike.same),
            ("same-focus-area", bool(pair.around)),
            ("same-members", bool(pair.members)),
            ("same-assignment-number", pair.numbered),
        )
        if used
    )


def evidence(pair: Weighed) -> str:
    """The grounds in Swedish, the strongest first: "Samma tal: utfall 2024 72 %. Gemensamma ord: förtroende, sjukhus."."""
    return " ".join(_grounds(pair))


def _grounds(pair: Weighed) -> Iterator[str]:
    if pair.alike.same:
        yield "Samma benämning."
    elif pair.alike.named >= NEARLY:
        yield "Nästan samma benämning."
    if pair.figures:
        yield f"Samma tal: {', '.join(map(_figure, pair.figures[:2]))}."
    if pair.alike.met and not pair.alike.same:
        yield f"Gemensamma ord: {', '.join(pair.alike.shared[:QUOTED])}."
    if pair.numbered:
        yield f"Samma uppdragsnummer: {pair.here.notation} är {pair.there.notation} i planen {pair.there.edition.year}."
    if pair.members:
        yield f"{pair.members} gemensamma delar." if pair.members > 1 else "En gemensam del."
    if pair.around:
        yield f"Samma insatsområde: {pair.around}."


def _figure(figure: Figure) -> str:
    return f"{term_called(figure.role, 'sv').lower()} {figure.year} {figure.as_written}"
