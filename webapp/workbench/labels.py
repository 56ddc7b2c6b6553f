"""What the names in an answer are called in the language of the page, and how they are spelled short."""

from collections.abc import Iterable, Mapping

from graph.answer import Text
from graph.iris import BASE
from graph.prefixes import PREFIXES
from graph.terms import sparql
from graph.view import View
from ontology.iri import Iri
from ontology.rt import RT
from webapp.ask import ask
from webapp.languages import language
from webapp.terms import terms

#: So many names of an answer are looked up; the others are spelled short.
MOST = 6_000
#: The namespaces that have a prefix, the longest first; things of ours have one that no question needs to declare.
SPACES = sorted({**PREFIXES, "id": BASE}.items(), key=lambda pair: -len(pair[1]))


def labels(view: View, names: Iterable[str]) -> Mapping[str, str]:
    """What names are called; those that the graph calls nothing are left out."""
    known = terms(view)
    found, rest = dict[str, str](), list[Iri]()
    for name in dict.fromkeys(names):
        if known.knows(Iri(name)):
            found[name] = known.label(Iri(name))
        elif spellable(name):
            rest.append(Iri(name))
    return found | _asked(view, tuple(rest[:MOST]))


def spellable(name: str) -> bool:
    """Whether a name can stand in a question."""
    try:
        return not name.startswith(RT) and bool(sparql(Iri(name)))
    except ValueError:
        return False


def _asked(view: View, things: tuple[Iri, ...]) -> dict[str, str]:
    """The labels of things, those in the language of the page before those in none, and these before others."""
    found: dict[str, tuple[int, str]] = {}
    for name, text in ask(view, "called", things=things).rows if things else ():
        rank = 1 if not isinstance(text, Text) else 0 if text.language == language() else 2
        if str(text).strip() and (str(name) not in found or (rank, str(text)) < found[str(name)]):
            found[str(name)] = (rank, str(text))
    return {name: text for name, (_, text) in found.items()}


def short(name: str) -> str:
    """A name with a prefix where there is one for it: "rt:Activity"; else as it stands."""
    space = next((pair for pair in SPACES if name.startswith(pair[1]) and len(name) > len(pair[1])), None)
    return f"{space[0]}:{name.removeprefix(space[1])}" if space else name
