"""On what grounds a link stands, in a few Swedish words that a reader can judge at a glance."""

from collections.abc import Iterable, Iterator

from graph.derived.items import Edition, Item, Items
from graph.lineage.claims import Said
from graph.lineage.folding import YEAR, abridged
from graph.lineage.matching import Pair
from graph.lineage.targets import aims_in
from graph.lineage.traits import Traits
from graph.lineage.words import COMMON
from graph.search.words import stem, words
from graph.wording import differing
from ontology import rt
from ontology.iri import Iri

#: How long a ground may be, and how much of a name is quoted.
LENGTH, QUOTED = 220, 60
#: So many words in common are told.
SHARED = 4


def of_pair(pair: Pair, kinds: Iterable[Iri], items: Items) -> str:
    """Why the later one carries on the earlier one, and what differs."""
    return _together((*_grounds(pair), *_differences(pair, set(kinds), items)))


def of_new(edition: Edition, nearest: Traits | None, bearer: Item | None) -> str:
    """Why a thing is new in an edition; `bearer` is what bore its number before."""
    told = [f"Inget i {called(edition)} motsvarar detta."]
    if bearer:
        told.append(f"Numret hörde {bearer.edition.year} till {_quoted(bearer.label)}.")
    elif nearest:
        told.append(f"Närmast: {_quoted(nearest.item.label)}.")
    return _together(told)


def of_ended(edition: Edition, nearest: Traits | None, said: Said) -> str:
    """Why a thing has ended with an edition, what that claims of it, and what reports say."""
    told = [f"Finns inte i {called(edition)}."]
    told += [f"Planen säger om det den utelämnar: {_quoted(each.sentence, 90)}." for each in said.claims]
    told += [f"{called(each.edition)} säger: {each.status}." for each in said.reports[:1]]
    if said.mentioned:
        told.append("Namnet står dock i planens text.")
    elif nearest and not said.claims:
        told.append(f"Närmast: {_quoted(nearest.item.label)}.")
    return _together(told)


def of_another(earlier: Traits, later: Traits) -> str:
    """Why two things under one label are not the same."""
    label = later.item.label
    return _together(
        (f"{label} {later.item.edition.year}: {_quoted(later.name, 80)}", f"tidigare: {_quoted(earlier.name, 80)}.")
    )


def called(edition: Edition) -> str:
    """What an edition is called where its year must be told."""
    return edition.title if str(edition.year) in edition.title else f"{edition.title} {edition.year}"


def _grounds(pair: Pair) -> Iterator[str]:
    earlier, later = pair.earlier, pair.later
    if pair.branch:
        yield (
            "Delad: orden har gått över hit." if pair.branch == rt.Split else "Sammanslagen: orden finns i den senare."
        )
    same_name = earlier.folded_name == later.folded_name
    if same_name:
        yield "Samma text." if earlier.titleless else "Samma namn."
    if "members" in pair.likeness.grounds:
        yield "Det som hör dit fortsätter."
    if earlier.number and later.number and not same_name:
        same = earlier.number == later.number
        yield (
            f"Samma nummer ({later.item.notation})."
            if same
            else f"Nummer {earlier.item.notation} → {later.item.notation}."
        )
    if "saying" in pair.likeness.grounds and not same_name:
        yield "Ordagrant samma text i övrigt."
    if not same_name and (shared := _shared(earlier, later)):
        yield f"Gemensamma ord: {', '.join(shared)}."
    if "amounts" in pair.likeness.grounds and not same_name:
        yield "Samma belopp för samma år."


def _differences(pair: Pair, kinds: set[Iri], items: Items) -> Iterator[str]:
    earlier, later = pair.earlier, pair.later
    if rt.Unchanged in kinds:
        yield "Inget utom planåret skiljer."
    if rt.Reworded not in kinds and any(map(abridged, (earlier.name, earlier.text, later.name, later.text))):
        yield "Bara textens början är känd här."
    if rt.Moved in kinds:
        yield f"Insatsområde: {_areas(earlier, items)} → {_areas(later, items)}."
    if rt.Renamed in kinds:
        yield f"Hette {_quoted(earlier.item.label)}."
    if rt.TargetChanged in kinds:
        yield f"Mål: {_target(earlier) or 'inget'} → {_target(later) or 'inget'}."
    if rt.Reworded in kinds:
        yield _reworded(*(each.name if each.titleless else each.text for each in (earlier, later)))


def _reworded(earlier: str, later: str) -> str:
    """Where the texts differ first, but for years."""
    stretches = differing(earlier, later)
    for place, each in enumerate(stretches):
        if each.kind == "kept" or not any(map(str.isalnum, YEAR.sub("", each.text))):
            continue
        after = stretches[place + 1] if each.kind == "removed" and place + 1 < len(stretches) else None
        if after and after.kind == "added":
            return f"Ändrat: {_quoted(each.text)} → {_quoted(after.text)}."
        return f"{'Struket' if each.kind == 'removed' else 'Tillagt'}: {_quoted(each.text)}."
    return "Texten är ändrad."


def _shared(earlier: Traits, later: Traits) -> list[str]:
    """Words that both have, as the later one writes them: the longest, which tell most."""
    ours = earlier.all_stems
    found: dict[str, str] = {}
    for text in (later.full_name, later.text):
        for word in words(text):
            if len(word) > 2 and word not in COMMON and stem(word) in ours:
                found.setdefault(stem(word), word)
    return sorted(found.values(), key=len, reverse=True)[:SHARED]


def _areas(thing: Traits, items: Items) -> str:
    return ", ".join(items.by_iri[area].label for area in thing.item.linked(rt.focusArea) if area in items.by_iri)


def _target(thing: Traits) -> str:
    """The target of a measure's own year, as written; of what is no measure the numbers that its words aim at."""
    if thing.item.family != rt.Measure:
        return ", ".join(aims_in(thing).values())
    targets = [each for each in thing.item.figures if each.role == rt.Target]
    own = [each for each in targets if each.year == thing.item.edition.year]
    return next((each.as_written for each in own or targets), "")


def _quoted(text: str, length: int = QUOTED) -> str:
    short = text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
    return f"”{short.rstrip('.')}”"


def _together(sentences: Iterable[str]) -> str:
    """As many sentences as there is room for, the first always."""
    told = ""
    for sentence in sentences:
        if not told or len(told) + len(sentence) < LENGTH:
            told = f"{told} {sentence}".strip()
    return told
