"""Every term is called and explained in Swedish and English, once each, in sentences."""

import re
from collections import Counter

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SH

from ontology.files import ALIGNMENTS, ONTOLOGY, SHAPES
from ontology.rt import RT

STATED = rdflib.Graph().parse(ONTOLOGY)
TERMS = sorted({str(term) for term in STATED.subjects(RDF.type) if str(term).startswith(RT)})


def texts(term: str, predicate: rdflib.URIRef) -> dict[str | None, str]:
    """By language; fails where a language has several."""
    found = list(STATED.objects(rdflib.URIRef(term), predicate))
    assert len(found) == len({each.language for each in found})
    return {each.language: str(each) for each in found}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(RT))
def test_a_term_is_called_and_explained_in_both_languages(term: str) -> None:
    labels, comments = texts(term, RDFS.label), texts(term, RDFS.comment)
    assert set(labels) == set(comments) == {"sv", "en"}
    assert all(re.fullmatch(r"\w[\w ()-]*\w", label) for label in labels.values())
    assert all(re.fullmatch(r"[A-ZÅÄÖ].*[^. ]\.", comment) for comment in comments.values())
    assert comments["sv"] != comments["en"]


def test_no_two_terms_of_a_sort_are_called_the_same() -> None:
    """A class and a property may share a name (rt:Goal, rt:goal); two classes, or two concepts of a class, may not."""
    called = Counter(
        (sort, label)
        for term, sort in STATED.subject_objects(RDF.type)
        if str(term).startswith(RT)
        for label in STATED.objects(term, RDFS.label)
    )
    owl_sorts = {"http://www.w3.org/2002/07/owl#Class"}
    assert [
        pair for pair, n in called.items() if n > 1 and (str(pair[0]) in owl_sorts or str(pair[0]).startswith(RT))
    ] == []


@pytest.mark.parametrize("path", [ONTOLOGY, ALIGNMENTS, SHAPES], ids=lambda path: path.name)
def test_nothing_is_minted_in_anothers_namespace(path: object) -> None:
    """Of others' terms we say only what OWL must know: what sort they are, and how two of theirs hang together."""
    graph = rdflib.Graph().parse(path)
    about_others = {
        str(predicate)
        for subject, predicate, _ in graph
        if isinstance(subject, rdflib.URIRef) and not str(subject).startswith("https://w3id.org/rodatraden/")
    }
    told = {str(RDF.type), str(RDFS.subClassOf), str(RDFS.subPropertyOf), "http://www.w3.org/2002/07/owl#inverseOf"}
    assert about_others <= told


def test_every_shape_says_why_in_both_languages() -> None:
    shapes = rdflib.Graph().parse(SHAPES)
    telling = [*shapes.subjects(SH.path), *shapes.subjects(SH["or"])]
    inner = {part for whole in shapes.objects(None, SH["or"]) for part in shapes.items(whole)}
    assert len(telling) > 150
    for shape in set(telling) - inner:
        assert {text.language for text in shapes.objects(shape, SH.message)} == {"sv", "en"}
