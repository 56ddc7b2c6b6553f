"""The part of a store that most kinds ask of, in memory and without its graphs: asked there they take a fifth of the time.

On disk each look-up costs some ten microseconds, and the kinds together make a hundred thousand of them. Passages are
half of a store: the few kinds that ask what these say are asked of the whole.
"""

import re
from functools import cache

from pyoxigraph import RdfFormat, Store

from graph.findings.kind import kinds
from graph.prefixes import PREFIXES
from graph.terms import sparql
from graph.view import View
from graph.vocabulary import SUBCLASS
from ontology.iri import Iri
from ontology.vocab import Rdf

#: A name as the kinds write it: `rt:sumOf`.
NAME = re.compile(rf"\b({'|'.join(PREFIXES)}):(\w+)")
QUESTION = """
CONSTRUCT {{ ?thing ?property ?value }} WHERE {{
  {{ VALUES ?property {{ {properties} }} ?thing ?property ?value }}
  UNION {{ VALUES ?above {{ {classes} }} ?value {below}* ?above . ?thing {a} ?value BIND({a} AS ?property) }} }}"""


def extract(view: View) -> View:
    """What the kinds ask of that ask nothing of passages."""
    triples = view.triples(question())
    store = Store()
    store.bulk_load(input=triples.serialize(format=RdfFormat.N_TRIPLES), format=RdfFormat.N_TRIPLES)
    return View(store)


@cache
def question() -> str:
    """The question for all that these kinds name: properties begin with a small letter, classes and concepts do not."""
    text = "\n".join(kind.query for kind in kinds().values() if not kind.of_passages)
    names = {Iri(PREFIXES[prefix] + local) for prefix, local in NAME.findall(text)}
    properties = sorted(name for name in names if name.local[0].islower())
    classes = sorted(names.difference(properties))
    return QUESTION.format(
        properties=" ".join(map(sparql, properties)),
        classes=" ".join(map(sparql, classes)),
        below=sparql(SUBCLASS),
        a=sparql(Rdf.type),
    )
