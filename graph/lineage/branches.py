"""Where one thing has become several, or several one: words that left one thing and turned up in another."""

from collections.abc import Iterator, Mapping, Sequence

from graph.lineage.candidates import Candidates
from graph.lineage.likeness import Likeness, Weights
from graph.lineage.matching import Pair
from graph.lineage.traits import Traits
from graph.lineage.words import kinship

#: How much of a name must be found again in name and text together, and in the name alone.
NAME, NAME_ITSELF = 0.8, 0.3
#: How much of a text must be found again.
TEXT = 0.75
#: How much of what is found again must have come with the change, or gone with it.
MOVED = 0.25
#: A word is found again in another form, or as most of a compound.
KIN = 0.7
#: So many words at least make a text that can be found again.
WORDS = 5


def merged(ended: Sequence[Traits], pairs: Sequence[Pair], weights: Weights) -> Iterator[Pair]:
    """What seems to have ended but lives on in something that carries on another: its words have come into that."""
    before = {pair.later: pair.earlier for pair in pairs}
    for part, whole, likeness in _living_on(ended, before, weights):
        yield Pair(part, whole, likeness)


def split(new: Sequence[Traits], pairs: Sequence[Pair], weights: Weights) -> Iterator[Pair]:
    """What seems new but was part of something that goes on without it: its words have gone out of that."""
    after = {pair.earlier: pair.later for pair in pairs}
    for part, whole, likeness in _living_on(new, after, weights):
        yield Pair(whole, part, likeness)


def _living_on(
    parts: Sequence[Traits], wholes: Mapping[Traits, Traits], weights: Weights
) -> Iterator[tuple[Traits, Traits, Likeness]]:
    """Each part with the whole that it is found in best; `wholes` tells what each whole is without it."""
    known = Candidates(list(wholes), weights)
    for part in parts:
        found = [
            (part, whole, _found_again(part, whole, weights))
            for whole in known.of(part)
            if _lives_on(part, whole, wholes[whole], weights)
        ]
        yield from sorted(found, key=lambda each: -each[2].score)[:1]


def _lives_on(part: Traits, whole: Traits, other: Traits, weights: Weights) -> bool:
    """Whether a part is found in a whole, and not as well in what the whole is without it (`other`)."""
    return _name_lives_on(part, whole, other, weights) or _text_lives_on(part, whole, other, weights)


def _name_lives_on(part: Traits, whole: Traits, other: Traits, weights: Weights) -> bool:
    name = part.name_stems
    return (
        _share(name, whole.all_stems, weights) >= NAME
        and _share(name, whole.name_stems, weights) >= NAME_ITSELF
        and _share(name, other.all_stems, weights) <= 1 - MOVED
    )


def _text_lives_on(part: Traits, whole: Traits, other: Traits, weights: Weights) -> bool:
    text = part.text_stems
    found = weights.share(text, whole.text_stems)
    return len(text) >= WORDS and found >= TEXT and weights.share(text, other.text_stems) <= found * (1 - 2 * MOVED)


def _found_again(part: Traits, whole: Traits, weights: Weights) -> Likeness:
    name, text = _share(part.name_stems, whole.all_stems, weights), weights.share(part.text_stems, whole.text_stems)
    return Likeness(0.85 * max(name, text), name, text, ("words-moved",))


def _share(words: frozenset[str], among: frozenset[str], weights: Weights) -> float:
    """How much of some words' weight is found among others, in another form or in a compound, too."""
    missing = words - among
    kin = {word for word in missing if any(kinship(word, each) >= KIN for each in among)}
    return weights.share(words, among | kin)
