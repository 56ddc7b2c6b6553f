"""Questions of the kinds that are asked every day, each spelled for things that the store at hand has."""

from dataclasses import dataclass

from graph.terms import sparql
from graph.view import View
from ontology.iri import Iri

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
#: The assignment that most activities serve, and the measure with most figures.
MOST_SERVED = """
SELECT ?assignment (COUNT(?activity) AS ?many) WHERE { ?activity rt:serves ?assignment }
GROUP BY ?assignment ORDER BY DESC(?many) ?assignment LIMIT 1"""
MOST_MEASURED = """
SELECT ?measure (COUNT(?value) AS ?many) WHERE { ?value rt:ofIndicator ?measure ; rt:number ?number }
GROUP BY ?measure ORDER BY DESC(?many) ?measure LIMIT 1"""

TRACE = """
SELECT ?activity ?title ?area ?line WHERE {
  ?activity rt:serves %s ; dcterms:title ?title ; rt:passage ?passage .
  ?passage rt:firstLine ?line .
  OPTIONAL { ?activity rt:focusArea ?focus . ?focus skos:prefLabel ?area } }"""
MATRIX = """
SELECT DISTINCT ?assignment ?notation ?activity ?title WHERE {
  ?assignment a rt:Assignment ; rt:statedIn ?plan ; skos:notation ?notation .
  ?activity rt:contributesTo ?assignment ; dcterms:title ?title }"""
TREND = """
SELECT ?role ?year ?number ?words WHERE {
  ?value rt:ofIndicator %s ; rt:role ?role ; rt:year ?year ; rt:number ?number ; rt:asWritten ?words }
ORDER BY ?role ?year"""
GAP = """
SELECT DISTINCT ?assignment ?label WHERE {
  ?assignment a rt:Assignment ; rt:statedIn ?plan ; rdfs:label ?label .
  FILTER NOT EXISTS { ?activity rt:contributesTo ?assignment } }"""
BUDGET = """
SELECT ?plan ?year (SUM(?sek) AS ?total) (COUNT(?amount) AS ?amounts) WHERE {
  ?line a rt:AllocationLine ; rt:statedIn ?plan .
  ?amount rt:ofBudgetLine ?line ; rt:role rt:Budget ; rt:year ?year ; rt:sek ?sek }
GROUP BY ?plan ?year"""


@dataclass(frozen=True)
class Question:
    """A question by its name."""

    name: str
    text: str


def questions(view: View) -> tuple[Question, ...]:
    """All of them, about what there is most of in a store."""
    assignment, measure = (sparql(first(view, text)) for text in (MOST_SERVED, MOST_MEASURED))
    named = {"trace": TRACE % assignment, "matrix": MATRIX, "trend": TREND % measure, "gap": GAP, "budget": BUDGET}
    return tuple(Question(name, PREFIXES + text) for name, text in named.items())


def first(view: View, text: str) -> Iri:
    """The thing in the first cell of an answer."""
    return Iri(view.select(PREFIXES + text).rows[0][0])
