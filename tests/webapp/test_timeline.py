"""The timeline and the threads of Region Exempel: what is drawn is what its documents and their lineage say."""

import csv
import io
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from graph.iris import BASE
from graph.memory import MemoryStore
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms
from webapp.sheet import Sheet
from webapp.threads.lives import life
from webapp.threads.timelines import Timeline, timeline

from ..graph.region_exempel import derived
from .one_version import explorer

Parsed = Callable[[str], Any]
OWNER = f"{BASE}99/hsf"
PLANS = tuple(Iri(f"{BASE}99/hsf/forvaltningsplan-{year}/plan") for year in (2027, 2028))
MERGED = "99/hsf/forvaltningsplan-2028/activity/8-tidbok-och-kallelser-pa-natet"
SPLIT = "99/hsf/forvaltningsplan-2027/activity/9-egenmonitorering-vid-hjartsvikt-och-kol"
GONE = "99/hsf/forvaltningsplan-2027/activity/24-gemensamt-lakemedelsforrad"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """The explorer over Region Exempel with all that is derived of it."""
    return explorer(derived()).test_client()


def asked(client: FlaskClient, address: str) -> list[dict[str, str]]:
    """The rows of a page as CSV."""
    return list(
        csv.DictReader(io.StringIO(client.get(address + ("&" if "?" in address else "?") + "format=csv").text[1:]))
    )


def drawn(kind: Iri = rt.Activity) -> Timeline:
    """The timeline of the management plans."""
    from webapp.sheet import filled

    text = filled("timeline", plans=PLANS, within=PLANS, also=PLANS, kind=kind)
    return timeline(Sheet("t", "t", text, derived().select(text)), (2027, 2028))


def test_each_thread_has_one_line_and_its_bars_are_its_editions() -> None:
    found = drawn()
    threads = {each.thread for each in found.lines}
    assert len(threads) == len(found.lines)
    assert sum(len(line.bars) for line in found.lines) == len(
        {bar.told.thing for line in found.lines for bar in line.bars}
    )


def test_what_ended_renamed_split_and_merged_is_drawn_so() -> None:
    lines = {line.label: line for line in drawn().lines}
    merged = lines["8 Tidbok och kallelser på nätet"]
    assert len(merged.bars) == 3
    assert {kind for joint in merged.joints for kind in joint.kinds} >= {rt.Merged, rt.Renamed}
    split = lines["9 Egenmonitorering vid hjärtsvikt / 28 Egenmonitorering vid KOL"]
    assert [rt.Split in joint.kinds for joint in split.joints] == [True, True]
    gone = lines["24 Gemensamt läkemedelsförråd"]
    assert gone.gone
    assert [(end.told.mark, end.claims) for end in gone.ends] == [(rt.Ended, False)]
    assert rt.Moved in lines["14 Hembesök som förebygger fall"].kinds
    assert lines["5 Lindrande vård dygnet runt"].bars[0].begins is not None


def test_an_end_that_nobody_knows_is_open_and_none_is_invented() -> None:
    for line in drawn().lines:
        for bar in line.bars:
            assert (bar.open is not None) == (bar.told.edition == 2028)
            assert bar.box.left + bar.box.width <= drawn().axis.at(bar.told.edition + 1)  # type: ignore[union-attr]


def test_a_milestone_of_a_year_takes_the_whole_year() -> None:
    found = drawn()
    told = [mark for line in found.lines for mark in line.marks if mark.told.mark == rt.Milestone]
    assert told
    assert found.axis
    assert {round(mark.box.width, 2) for mark in told} == {round(found.axis.column, 2)}


def test_every_bar_joint_end_and_mark_is_a_link_with_a_title(client: FlaskClient) -> None:
    page = client.get(f"/sv/timeline?organisation={OWNER}").text
    tracks = re.findall(r'<svg class="t-track" .*?</svg>\n?</td>', page, re.DOTALL)
    links = [link for track in tracks for link in re.findall(r"<a href=.*?</a>", track, re.DOTALL)]
    assert len(links) > 100
    assert all(re.match(r'<a href="/[^"]+"><title>[^<]{5,}</title>', link) for link in links)
    for shape in ('class="t-bar"', 'class="t-stop', 'class="t-mark'):
        assert sum(shape in link for link in links) == sum(track.count(shape) for track in tracks)


def test_the_sentence_counts_what_the_table_says(client: FlaskClient, parsed: Parsed) -> None:
    rows = asked(client, f"/sv/timeline?organisation={OWNER}")
    ended = {row["thread"] for row in rows if row["mark"] == rt.Ended}
    page = parsed(client.get(f"/sv/timeline?organisation={OWNER}").text)
    assert page.faults == []
    assert f"{len({row['thread'] for row in rows})} aktiviteter i upplagorna 2027–2028" in page.text
    assert f"{len(ended)} upphörde" in page.text


def test_a_timeline_can_be_narrowed(client: FlaskClient) -> None:
    every = asked(client, f"/sv/timeline?organisation={OWNER}")
    one = asked(client, f"/sv/timeline?plan={PLANS[0]}")
    area = asked(
        client, f"/sv/timeline?organisation={OWNER}&area={quote(next(row['area'] for row in every if row['area']))}"
    )
    serving = asked(
        client, f"/sv/timeline?organisation={OWNER}&assignment={BASE}99/hsf/forvaltningsplan-2028/assignment/rf6"
    )
    assert {row["edition"] for row in one} == {"2027"}
    assert len({row["area"] for row in area}) == 1
    assert 0 < len(serving) < len(every)
    assert {row["thing"] for row in serving} <= {row["thing"] for row in every}


@pytest.mark.parametrize(
    ("query", "status"),
    [("organisation=nix", 404), ("plan=nix", 404), ("kind=Nix", 400), ("area=nix", 404), ("assignment=%3Cscript%3E", 404),
     ("page=99999", 200), ("kind=Indicator", 200), ("kind=Milestone", 200), ("kind=BudgetLine", 200), ("format=xml", 400)],
)  # fmt: skip
def test_senseless_wishes_are_told(client: FlaskClient, query: str, status: int) -> None:
    assert client.get(f"/sv/timeline?{query}").status_code == status


def test_an_empty_store_says_what_to_do(
    browse: Callable[[MemoryStore], FlaskClient], store_of: Any, plans: Any
) -> None:
    answer = browse(store_of(plans[1])).get("/sv/timeline")
    assert answer.status_code == 200
    assert "Läs in" in answer.text


def test_a_thread_tells_each_edition_and_each_joint_word_by_word(client: FlaskClient, parsed: Parsed) -> None:
    text = client.get(f"/sv/threads/{MERGED}").text
    page = parsed(text)
    assert page.faults == []
    assert text.count('<li class="knot">') == 3
    assert text.count('<div class="turn">') == 2
    assert "<ins>" in text
    assert "sammanslaget" in page.text
    assert "tillförlitlighet" in page.text


def test_a_thread_is_the_same_from_whichever_of_its_things(client: FlaskClient) -> None:
    rows = asked(client, f"/sv/threads/{SPLIT}")
    later = next(row["thing"] for row in rows if row["edition"] == "2028")
    assert asked(client, f"/sv/threads/{later.removeprefix(BASE)}") == rows
    assert asked(client, f"/sv/threads/{SPLIT}/thread") == rows


def test_an_end_says_whether_the_plan_says_so(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv/threads/{GONE}").text)
    assert "Borta utan att planen säger något om det" in page.text
    assert "Står bara i upplagan 2027" in page.text


def test_what_stands_in_a_single_edition_says_so(client: FlaskClient, parsed: Parsed) -> None:
    rows = (
        derived()
        .select(
            f"SELECT ?thing WHERE {{ ?thing a <{rt.Activity}> ; <{rt.statedIn}> ?plan FILTER NOT EXISTS {{ ?thing <{rt.inThread}> ?any }} }} LIMIT 1"
        )
        .rows
    )
    page = parsed(client.get(f"/sv/threads/{str(rows[0][0]).removeprefix(BASE)}").text)
    assert page.faults == []
    assert "en enda upplaga" in page.text


def test_suggested_links_can_be_left_out_of_a_thread(client: FlaskClient) -> None:
    every, stated = asked(client, f"/sv/threads/{MERGED}"), asked(client, f"/sv/threads/{MERGED}?suggested=no")
    assert {row["aspect"] for row in every} - {row["aspect"] for row in stated} == {rt.MeasuredBy, rt.SameUndertaking}
    assert {row["aspect"] for row in stated if row["stated"] == "false"} >= {rt.Merged}


def test_an_indicator_has_its_figures_in_each_edition() -> None:
    from webapp.sheet import filled

    thing = Iri(f"{BASE}99/hsf/forvaltningsplan-2027/indicator/inhyrd-personal-andel-av-egna-personalkostnader")
    things = tuple(
        Iri(str(row[0]))
        for row in derived().select(f"SELECT ?m WHERE {{ <{thing}> <{rt.inThread}> ?t . ?m <{rt.inThread}> ?t }}").rows
    )
    text = filled("thread", things=things, relations=())
    found = life(Sheet("t", "t", text, derived().select(text)))
    assert [bool(each.figures) for each in found.editions] == [True, True]
    assert rt.TargetChanged in found.joints[0].kinds


@pytest.mark.parametrize(
    "path", ["nix", "99/hsf/forvaltningsplan-2027/activity/nix", "99/<script>", "99/hsf/forvaltningsplan-2027/plan"]
)
def test_what_has_no_thread_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/sv/threads/{path}").status_code == 404


def test_a_thing_that_nothing_is_told_of_has_no_thread(client: FlaskClient) -> None:
    wordless = f"?said a <{rt.StatusReport}> FILTER NOT EXISTS {{ ?said <{Dcterms.description}> ?words }}"
    ((said,),) = derived().select(f"SELECT ?said {{ {wordless} }} ORDER BY ?said LIMIT 1").rows
    assert client.get(f"/sv/threads/{str(said).removeprefix(BASE)}").status_code == 404


def test_pages_on_things_lead_to_their_threads(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv/id/{MERGED}").text)
    assert f"/sv/threads/{MERGED}" in page.links
    name = parsed(client.get(f"/sv/id/{SPLIT}/thread").text)
    assert f"/sv/threads/{SPLIT}/thread" in name.links
    assert name.faults == []
