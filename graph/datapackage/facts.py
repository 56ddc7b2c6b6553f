"""The facts and figures of a document: what may be passed on where its text may not.

Numbers, names of things, links, values and places stay. A text of more than twelve words is cut after the twelfth,
comments and the passages' texts are left out, and so are the names of persons. What lacks something says so by
`rt:abridged`. What this leaves, it leaves as it is: the facts of facts are the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pyoxigraph import Literal, Quad

from graph.datapackage.persons import is_post_or_unit, names_in, without_names
from graph.iris import slug
from graph.selectors import selectors_in
from graph.stated import abridged
from graph.terms import node, spelled
from graph.writer import Written
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdf, Rdfs, Xsd

WORDS = 12
#: What stands for something that was left out.
CUT = "…"
WORD = re.compile(r"\w+")
#: Texts that are never passed on: what a passage says, what is done about a status.
NEVER = frozenset({rt.exactText, rt.measures})
#: The things whose description is what they are, and no comment on them.
DESCRIBED: frozenset[str] = frozenset(
    {
        rt.Activity,
        rt.Assignment,
        rt.BoardAssignment,
        rt.Finding,
        rt.FocusArea,
        rt.Goal,
        rt.Intention,
        rt.Risk,
        rt.Statement,
    }
)
#: What a thing that is about another cannot be without.
ABOUT = (rt.about, rt.reportsOn)

#: What is said of one thing in one graph.
Said = frozenset[Quad]


def facts(document: Written) -> Written:
    """The facts and figures of a document, marked as abridged."""
    plain = document.stated - selectors_in(document.stated)
    persons = _persons(plain)
    things = _things(plain | document.findings)
    gone = _gone(things, persons)
    kept = {thing: _abridged(said, persons) for thing, said in things.items() if thing not in gone}
    said = frozenset(quad for each in kept.values() for quad in each if spelled(quad.object) not in gone)
    said |= {abridged(document.document)}
    stated = frozenset(quad for quad in said if spelled(quad.graph_name) == document.document)
    inferred = frozenset(quad for quad in document.inferred if not {spelled(quad.subject), spelled(quad.object)} & gone)
    return replace(document, stated=stated | selectors_in(stated), inferred=inferred, findings=said - stated)


def cut(text: str) -> str:
    """The text up to its twelfth word."""
    words = list(WORD.finditer(text))
    return text if len(words) <= WORDS else f"{text[: words[WORDS - 1].end()]}{CUT}"


def _persons(quads: Iterable[Quad]) -> frozenset[str]:
    """The names of persons in a document: those that it says are responsible, and those that its texts tell as names."""
    names: set[str] = set()
    for quad in quads:
        if isinstance(quad.object, Literal) and quad.predicate.value not in NEVER:
            names |= names_in(quad.object.value)
            if quad.predicate.value == rt.responsible and not is_post_or_unit(quad.object.value):
                names.add(quad.object.value)
    return frozenset(name for name in names if len(name) > 2)


def _things(quads: Iterable[Quad]) -> Mapping[str, Said]:
    said: defaultdict[str, set[Quad]] = defaultdict(set)
    for quad in quads:
        said[spelled(quad.subject)].add(quad)
    return {thing: frozenset(its) for thing, its in said.items()}


def _gone(things: Mapping[str, Said], persons: frozenset[str]) -> frozenset[str]:
    """The things that are left out: comments, those whose IRI names a person, and what is about them."""
    named = re.compile("|".join(rf"(?<![a-z0-9]){slug(person)}(?![a-z0-9])" for person in persons) or "(?!)")
    gone = {thing for thing, said in things.items() if _is(said, rt.kind, rt.Comment) or named.search(thing)}
    while more := {thing for thing, said in things.items() if thing not in gone and _is_about(said, gone)}:
        gone |= more
    return frozenset(gone)


def _is_about(said: Said, gone: set[str]) -> bool:
    return any(quad.predicate.value in ABOUT and spelled(quad.object) in gone for quad in said)


def _abridged(said: Said, persons: frozenset[str]) -> Said:
    """What of a thing may be passed on, with a mark where that is not all."""
    kept = frozenset(_published(_without_comment(said), persons))
    passage = _is(said, Rdf.type, rt.Passage)
    return kept if kept == said or passage else kept | _marks(said)


def _without_comment(said: Said) -> Said:
    """A report that has no status but words: they are a comment, wherever they stand."""
    if not _is(said, Rdf.type, rt.StatusReport) or _says(said, rt.status) or _says(said, rt.statusValue):
        return said
    words = (spelled(quad.object) for quad in said if quad.predicate.value == rt.asWritten)
    comments = {text for text in words if WORD.search(text)}
    return frozenset(_replaced(quad, comments) for quad in said)


def _replaced(quad: Quad, comments: set[str]) -> Quad:
    text = spelled(quad.object)
    if quad.predicate.value not in (rt.asWritten, Rdfs.label):
        return quad
    for comment in comments:
        text = text.replace(comment, CUT, 1)
    return _with(quad, text)


def _published(said: Said, persons: frozenset[str]) -> Iterator[Quad]:
    described = any(spelled(quad.object) in DESCRIBED for quad in said if quad.predicate.value == Rdf.type)
    for quad in said:
        predicate = quad.predicate.value
        if predicate in NEVER or (predicate == Dcterms.description and not described):
            continue
        if not isinstance(quad.object, Literal) or not _is_text(quad.object):
            yield quad
        elif predicate != rt.responsible:
            yield _with(quad, cut(without_names(quad.object.value, persons)))
        elif is_post_or_unit(quad.object.value):
            yield quad


def _is_text(said: Literal) -> bool:
    return bool(said.language) or said.datatype.value == Xsd.string


def _with(quad: Quad, text: str) -> Quad:
    """The quad with another text in the same language."""
    if not isinstance(quad.object, Literal) or text == quad.object.value:
        return quad
    said = Literal(text, language=quad.object.language) if quad.object.language else Literal(text)
    return Quad(quad.subject, quad.predicate, said, quad.graph_name)


def _marks(said: Said) -> Said:
    """What says of a thing that it is abridged."""
    return frozenset(Quad(quad.subject, node(rt.abridged), Literal(value=True), quad.graph_name) for quad in said)


def _is(said: Said, predicate: Iri, what: Iri) -> bool:
    return any(quad.predicate.value == predicate and spelled(quad.object) == what for quad in said)


def _says(said: Said, predicate: Iri) -> bool:
    return any(quad.predicate.value == predicate for quad in said)
