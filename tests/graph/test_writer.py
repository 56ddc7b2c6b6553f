"""What a reading becomes in the graph: what it states, what was inferred, what was odd, each with its passage."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Quad, parse

from graph.iris import Minter
from graph.place import Place, Span
from graph.records import Activity, ControlPoint, FocusArea, Kept, Reading
from graph.terms import node, term
from graph.writer import Written, write
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Oa, Rdf

GOLDEN = Path(__file__).parent.parent / "data" / "graph" / "sjovik.trig"
BASE = "https://w3id.org/rodatraden/id/97/of/forvaltningsplan-2031/"

Make = Callable[..., Reading]


def said(written: Written, subject: str, predicate: Iri) -> set[str]:
    """The values of one property of a thing of the plan, whatever graph they are in."""
    return {
        getattr(quad.object, "value", "")
        for quad in written.quads
        if quad.subject == node(BASE + subject) and quad.predicate == node(predicate)
    }


def with_record(reading: Reading, *records: Any) -> Reading:
    """The reading with more records."""
    return replace(reading, records=(*reading.records, *records))


def test_the_small_plan_is_written_as_it_should_be(plan: Make) -> None:
    golden = {Quad(each.subject, each.predicate, each.object, each.graph_name) for each in parse(path=GOLDEN)}
    assert set(write(plan()).quads) == golden


def test_the_same_reading_gives_the_same_quads(plan: Make) -> None:
    assert write(plan()) == write(plan())


def test_another_base_is_taken(plan: Make) -> None:
    written = write(plan(), Minter(Iri("https://example.org/")))
    assert written.plan == "https://example.org/97/of/forvaltningsplan-2031/plan"
    assert not any("w3id.org/rodatraden/id" in str(quad) for quad in written.quads)


def test_every_element_says_its_plan_and_its_passage(plan: Make) -> None:
    written = write(plan())
    passages = {quad.object for quad in written.stated if quad.predicate == node(rt.inDocument)}
    elements = {quad.subject for quad in written.stated if quad.predicate == node(rt.statedIn)}
    assert len(elements) == len(plan().records) + 1
    assert passages == {node(written.document)}
    for element in elements:
        assert any(quad.subject == element and quad.predicate == node(rt.passage) for quad in written.stated)


def test_what_is_inferred_is_in_a_graph_of_its_own(plan: Make) -> None:
    written = write(plan())
    (quad,) = written.inferred
    assert quad.predicate == node(rt.focusArea)
    assert quad.graph_name == node("https://w3id.org/rodatraden/id/graph/inference")
    assert not any(each.subject == quad.subject and each.predicate == quad.predicate for each in written.stated)


def test_findings_say_what_where_and_of_which_document(plan: Make) -> None:
    written = write(plan())
    assert {quad.graph_name for quad in written.findings} == {node("https://w3id.org/rodatraden/id/graph/findings")}
    assert said(written, "finding/year-not-told-budget-20", rt.about) == {BASE + "allocation/natter/budget"}
    assert said(written, "finding/year-not-told-budget-20", rt.passage) == {BASE + "passage/l8c7-15"}
    assert said(written, "finding/year-not-told-budget-20", Dcterms.source) == {written.document}


def test_what_states_something_is_no_mere_heading(plan: Make) -> None:
    written = write(plan())
    assert said(written, "passage/l3", rt.passageKind) == {rt.StatingPassage}
    assert said(written, "passage/l9", rt.passageKind) == {rt.ProsePassage}


def test_what_is_only_doubted_is_of_the_kind_that_it_is_part_of(plan: Make) -> None:
    reading = plan(extra="12 13 14\n")
    figures, prose = reading.source.text.index("13 14"), reading.kept[0].span
    places = {"l9c1-5": prose._replace(end=prose.start + 5), "l10c4-8": Span(figures, figures + 5, 10, 10)}
    doubts = tuple(replace(reading.doubts[0], place=Place((span,))) for span in places.values())
    written = write(replace(reading, doubts=doubts))
    kinds = [said(written, f"passage/{name}", rt.passageKind) for name in places]
    assert kinds == [{rt.ProsePassage}, {rt.UnreadPassage}]


def test_what_is_doubted_over_several_passages_is_as_the_least_of_them(plan: Make) -> None:
    reading = plan()
    prose, stated = reading.kept[0].span, reading.records[-1].place.spans[0]
    assert stated.last_line < prose.first_line
    begin = reading.source.text.rindex("\n", 0, stated.start) + 1
    across = Span(begin, prose.end, stated.first_line, prose.last_line)
    written = write(replace(reading, doubts=(replace(reading.doubts[0], place=Place((across,))),)))
    name = f"passage/l{across.first_line}-{across.last_line}"
    assert said(written, name, rt.passageKind) == {rt.ProsePassage}


def test_a_line_kept_twice_is_one_passage(plan: Make) -> None:
    reading = plan(extra="  Slut.  \n")
    start = reading.source.text.index("  Slut")
    kept = [Kept(Span(start + trim, start + 9 - trim, 10, 10), rt.ProsePassage) for trim in (0, 2)]
    written = write(replace(reading, kept=tuple(kept)))
    assert said(written, "passage/l10", rt.exactText) == {"Slut."}
    assert said(written, "passage/l10", rt.startChar) == {str(start + 2)}


def test_selectors_point_where_the_passage_is(plan: Make) -> None:
    written, text = write(plan()), plan().source.text
    for quad in written.stated:
        if quad.predicate == node(Oa.start):
            end = next(
                each for each in written.stated if each.subject == quad.subject and each.predicate == node(Oa.end)
            )
            start, stop = int(getattr(quad.object, "value", "")), int(getattr(end.object, "value", ""))
            assert str(quad.subject).endswith(f"#char={start},{stop}>")
            assert text[start:stop].strip() == text[start:stop] != ""
    assert said(written, "passage/l5#quote", Oa.exact) == said(written, "passage/l5", rt.exactText)


def test_dates_and_numbers_have_their_types(plan: Make) -> None:
    control = ControlPoint(title="Nycklar", likelihood=3, due_by=date(2031, 6, 30), place=plan().records[0].place)
    written = write(with_record(plan(), control))
    subject = node(BASE + "control/nycklar")
    assert Quad(subject, node(rt.dueBy), term(date(2031, 6, 30)), node(written.document)) in written.stated
    assert Quad(subject, node(rt.likelihood), term(3), node(written.document)) in written.stated


def test_what_is_only_pointed_to_is_written_too(plan: Make) -> None:
    area = FocusArea(name="Glömd", place=plan().records[0].place)
    written = write(with_record(plan(), Activity(title="Ny", focus_area=area, place=plan().records[2].place)))
    assert said(written, "focus-area/glomd", Rdf.type) == {rt.FocusArea}


def test_a_value_that_rdf_cannot_hold_is_refused(plan: Make) -> None:
    odd: Any = {"not": "text"}
    with pytest.raises(TypeError, match="dict"):
        write(with_record(plan(), Activity(title=odd, place=plan().records[2].place)))
