"""Graphs of statements that no document makes, by their names: what each holds, as a page and as data."""

from dataclasses import dataclass

from flask import Response, json, render_template
from flask_babel import gettext

from graph.answer import Text
from graph.iris import BASE
from graph.view import View
from graph.vocabulary import VOCABULARY
from ontology.iri import Iri
from webapp.ask import Single, filled
from webapp.languages import language
from webapp.opendata.forms import as_rdf, as_table, sent, told
from webapp.sheet import Sheet, answered, sheet

#: What graphs' names begin with.
GRAPHS = BASE + "graph/"


@dataclass(frozen=True)
class Told:
    """What a graph is called and what it holds, in Swedish and English."""

    label: tuple[str, str]
    comment: tuple[str, str]


# fmt: off
TOLD = {
    "inference": Told(("Härlett", "Inferred"), ("Det som följer av vad dokumenten säger: omvända länkar, klasser ovanför, delar av delar.", "What follows from what documents state: links the other way, classes above, parts of parts.")),
    "lineage": Told(("Genom åren", "Through the years"), ("Trådar: vilka ting i en upplaga som för vidare vilka i den förra, och vad som ändrats.", "Threads: which things of an edition carry on which of the one before, and what changed.")),
    "suggestions": Told(("Föreslagna länkar", "Suggested links"), ("Länkar som inget dokument säger: funna av programmet eller gjorda för hand, med skäl.", "Links that no document states: found by the program or made by hand, with reasons.")),
    "findings": Told(("Avvikelser", "Findings"), ("Det som är udda i dokumenten och som en läsare bör känna till.", "What is odd in the documents and a reader should know of.")),
    "void": Told(("Beskrivning av datamängden", "Description of the dataset"), ("Vad som finns i grafen och hur mycket, enligt VoID.", "What there is in the graph and how much of it, as VoID has it.")),
    "questions": Told(("Frågebanken", "The query book"), ("Frågor att ställa till grafen, beskrivna enligt SHACL.", "Questions to ask the graph, described as SHACL has it.")),
}
# fmt: on
OTHER = Told(("Namngiven graf", "Named graph"), ("Påståenden för sig.", "Statements apart."))


@dataclass(frozen=True)
class NamedGraph:
    """A graph that bears a name."""

    iri: Iri
    told: Told

    @property
    def label(self) -> str:
        """What it is called in the request's language."""
        return self.told.label[language() == "en"]

    @property
    def comment(self) -> str:
        """What it holds, in the request's language."""
        return self.told.comment[language() == "en"]


def named_graph(seen: View, iri: Iri) -> NamedGraph | None:
    """The graph of derived statements that bears a name; None where there is none."""
    if not iri.startswith(GRAPHS) or not seen.ask(f"ASK {{ GRAPH <{iri}> {{ ?thing ?property ?value }} }}"):
        return None
    return NamedGraph(iri, TOLD.get(iri.local, OTHER))


def graph_label(iri: Iri) -> str:
    """What a graph is called in the request's language; the ontology's is called so."""
    return gettext("Ontologin") if iri == VOCABULARY else NamedGraph(iri, TOLD.get(iri.local, OTHER)).label


def graph_data(seen: View, graph: NamedGraph, form: str) -> Response:
    """What a graph is, in any form of data."""
    question = _described(graph)
    if form == "json":
        return sent(json.dumps(_plain(seen, graph), indent=1).encode(), form)
    if form == "csv":
        return sent(as_table(told(seen, question)), form)
    return sent(as_rdf(seen, question, (graph.iri,), form), form)


def _described(graph: NamedGraph) -> str:
    labels, comments = _tagged(graph.told.label), _tagged(graph.told.comment)
    return filled("named_graph", graph=graph.iri, labels=labels, comments=comments)


def _tagged(texts: tuple[str, str]) -> tuple[Single, ...]:
    return tuple(Text(text, language) for text, language in zip(texts, ("sv", "en"), strict=True))


def _plain(seen: View, graph: NamedGraph) -> dict[str, object]:
    counts = properties(seen, graph).answer.rows
    return {
        "iri": graph.iri,
        "label": graph.label,
        "comment": graph.comment,
        "statements": sum(int(str(count)) for _, count in counts),
        "properties": [{"property": name, "statements": count} for name, count in counts],
    }


def properties(seen: View, graph: NamedGraph) -> Sheet:
    """What a graph says, by property."""
    return sheet(
        seen, "graph_properties", gettext("Påståenden efter egenskap"), f"graf-{graph.iri.local}", graph=graph.iri
    )


def graph_page(seen: View, graph: NamedGraph) -> Response | str:
    """The page of a graph."""
    found = properties(seen, graph)
    every = sum(int(str(count)) for _, count in found.answer.rows)
    return answered(found, lambda: render_template("pages/named_graph.html", graph=graph, sheet=found, every=every))
