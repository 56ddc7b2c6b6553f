"""All suggestions of all relations."""

from functools import cache, partial
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

from graph.derived.attempts import Attempts
from graph.derived.items import Items
from graph.likeness import Likeness
from graph.suggesting.suggestion import LEAST, Relation, Suggestion
from ontology.iri import Iri

PACKAGE = "graph.suggesting.relations"


@cache
def every_relation() -> tuple[Relation, ...]:
    """The relations that there are: one a module of the folder `relations`, by their names."""
    names = sorted(module.name for module in iter_modules(import_module(PACKAGE).__path__))
    return tuple(relation for name in names if (relation := _relation(name)))


def suggest(items: Items, attempts: Attempts) -> tuple[Suggestion, ...]:
    """The links that all relations suggest, each pair once a relation, by relation and subject, the surest first.

    What a relation cannot suggest for a fault of ours is told to `attempts`.
    """
    likeness = Likeness(items.all)
    found: dict[tuple[Iri, Iri, Iri], Suggestion] = {}
    every = (attempts.of(each.iri.local, partial(each.suggest, items, likeness)) for each in every_relation())
    for suggestion in chain.from_iterable(every):
        key = (suggestion.relation, suggestion.subject, suggestion.object)
        if suggestion.confidence >= LEAST and (key not in found or found[key].confidence < suggestion.confidence):
            found[key] = suggestion
    return tuple(sorted(found.values(), key=lambda each: (each.relation, each.subject, -each.confidence, each.object)))


def _relation(name: str) -> Relation | None:
    found = getattr(import_module(f"{PACKAGE}.{name}"), "RELATION", None)
    return found if isinstance(found, Relation) else None
