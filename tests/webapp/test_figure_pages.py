"""Measures and money as pages: targets against outcomes, sums that do or do not add up, and all of it as data."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from flask.testing import FlaskClient
from pyoxigraph import Store as Engine

from graph.derived.reading import read_items
from graph.iris import BASE
from graph.memory import MemoryStore
from graph.place import Place, Span
from graph.records import AllocationLine, Amount, Indicator, IndicatorValue, Reading
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.app import create_app
from webapp.ask import PREFIXES

from ..graph.region_exempel import derived, documents
from .one_version import explorer

Parsed = Callable[[str], Any]
PLAN = f"{BASE}99/hsf/forvaltningsplan-2027/plan"
LATER = f"{BASE}99/hsf/forvaltningsplan-2028/plan"
REPORT = f"{BASE}99/hsf/arsredovisning-2027/plan"
MEASURES = "/sv/id/99/hsf/forvaltningsplan-2027/indicator/"
SCREENING = f"{MEASURES}deltagande-i-tarmscreening"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """The explorer over Region Exempel and all that is derived of it."""
    return explorer(derived()).test_client()


def rows_of(client: FlaskClient, address: str) -> list[dict[str, Any]]:
    """What a page shows, as data."""
    found: list[dict[str, Any]] = json.loads(
        client.get(address + ("&" if "?" in address else "?") + "format=json").text
    )
    return found


def marks(page: str) -> list[str]:
    """What the marks of a picture say to who cannot see it."""
    return re.findall(r'<a class="spot [^"]*" href="[^"]+" aria-label="([^"]*)"', page)


def test_each_document_that_tells_another_outcome_has_its_own_mark(client: FlaskClient, parsed: Parsed) -> None:
    answer = client.get(SCREENING).text
    page = parsed(answer)
    assert page.faults == []
    assert "Det finns olika uppgifter om utfall 2026: alla är ritade." in page.text
    told = [mark for mark in marks(answer) if mark.startswith("Utfall 2026")]
    assert len(told) == 2
    assert all("Det finns andra uppgifter, också ritade." in mark for mark in told)
    assert any("70,2 %" in mark and "Förvaltningsplan och budget 2028" in mark for mark in told)
    assert any("69,4 %" in mark and "Årsredovisning 2027" in mark for mark in told)


def test_the_picture_and_the_table_say_what_the_question_gives(client: FlaskClient) -> None:
    answer = client.get(SCREENING).text
    table = answer[answer.index("<caption>Värdena") :]
    rows = {row["value"]: row for row in rows_of(client, SCREENING)}
    for row in rows.values():
        assert row["as_written"] in table
    drawn = " ".join(marks(answer))
    assert all(row["as_written"] in drawn for row in rows.values() if row["number"] is not None and row["year"])


def test_the_question_shown_gives_the_rows_of_the_page(client: FlaskClient) -> None:
    from html import unescape

    answer = client.get(SCREENING).text
    shown = unescape(re.search(r"<pre[^>]*><code>(.*?)</code></pre>", answer, re.DOTALL)[1])  # type: ignore[index]
    assert len(derived().select(shown).rows) == len(rows_of(client, SCREENING)) == 7


def test_a_verdict_rests_on_values_that_are_shown(client: FlaskClient) -> None:
    from webapp.threads.read import chains

    known = chains(derived()).following
    for edition in known.items.editions:
        told = [row for row in known.of(edition).targets if row.item.kind == rt.Indicator]
        if told:
            shown = {row["value"] for row in rows_of(client, f"/sv/indicators?plan={edition.plan}&kind=Indicator")}
            assert {row.target.iri for row in told} <= shown
            assert {row.outcome.figure.iri for row in told if row.outcome} <= shown


def test_a_verdict_and_the_direction_are_words(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(SCREENING).text)
    assert "✗ målet nåddes inte" in page.text
    assert "↑ högre är bättre (enligt rapportens bedömning)" in page.text
    unknown = parsed(client.get(f"{MEASURES}deltagande-i-mammografi").text)
    assert "? det framgår inte om högre eller lägre är bättre" in unknown.text


def test_targets_in_words_have_no_place_on_the_axis(client: FlaskClient, parsed: Parsed) -> None:
    answer = client.get(f"{MEASURES}personalrorlighet").text
    assert "mål: Minska" in parsed(answer).text
    assert not [mark for mark in marks(answer) if mark.startswith("Mål")]


def test_parts_of_a_year_are_marked_and_joined_to_nothing(client: FlaskClient) -> None:
    answer = client.get(SCREENING).text
    assert "del av år" in next(mark for mark in marks(answer) if mark.startswith("Utfall 2025"))
    assert "join outcome" not in answer


def test_without_suggestions_only_what_is_stated_or_carried_on_is_drawn(client: FlaskClient, parsed: Parsed) -> None:
    answer = client.get(f"{SCREENING}?suggested=no").text
    assert "Årsredovisning 2027" not in " ".join(marks(answer))
    assert "målet nåddes inte" not in parsed(answer).text
    assert {row["known"] for row in rows_of(client, f"{SCREENING}?suggested=no")} == {"stated", "lineage"}


def test_what_was_missed_comes_first(client: FlaskClient, parsed: Parsed) -> None:
    answer = client.get(f"/sv/indicators?plan={REPORT}").text
    assert parsed(answer).faults == []
    stands = re.findall(r'<li class="card ([a-z-]+)">', answer)
    order = ["not-reached", "cannot-tell", "reached", "open", "no-target"]
    assert stands == sorted(stands, key=order.index)
    assert stands.count("not-reached") == 8
    assert "8 mål nåddes inte" in parsed(answer).text


@pytest.mark.parametrize("verdict", ["not-reached", "reached", "nix"])
def test_cards_are_chosen_by_verdict_and_counted(client: FlaskClient, verdict: str) -> None:
    answer = client.get(f"/sv/indicators?plan={REPORT}&verdict={verdict}").text
    stands = re.findall(r'<li class="card ([a-z-]+)">', answer)
    assert set(stands) <= {verdict}
    assert bool(stands) == (verdict != "nix")


def test_a_plan_can_be_narrowed_to_a_goal(client: FlaskClient, parsed: Parsed) -> None:
    whole = parsed(client.get(f"/sv/indicators?plan={PLAN}").text)
    part = parsed(client.get(f"/sv/indicators?plan={PLAN}&group=Fler ska nås av förebyggande vård").text)
    assert 0 < sum("/indicator/" in link for link in part.links) < sum("/indicator/" in link for link in whole.links)


def test_sums_of_the_budget_agree_with_the_findings(client: FlaskClient) -> None:
    asked = f"{PREFIXES} SELECT DISTINCT ?line WHERE {{ ?f rt:kind rt:SumDiffers ; rt:about ?line . ?line rt:statedIn ?plan }}"
    odd = {str(line) for (line,) in derived().select(asked).rows}
    wrong = set()
    for edition in read_items(derived()).editions:
        for item in read_items(derived()).of_family(edition, rt.BudgetLine):
            if item.linked(rt.sumOf):
                page = client.get("/sv/id/" + item.iri.removeprefix(BASE)).text
                wrong |= {str(item.iri)} if "går inte ihop" in page else set()
    assert wrong == odd != set()


def test_the_budget_says_how_many_sums_add_up_and_which_does_not(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv/budget?plan={LATER}").text)
    assert page.faults == []
    assert "summor går inte ihop" in page.text
    assert "går inte ihop: delarna blir tillsammans −7 858,3 mnkr , en skillnad på −2 mnkr" in page.text.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    good = parsed(client.get(f"/sv/budget?plan={PLAN}").text)
    assert "summor går ihop med sina delar" in good.text


def test_parts_say_how_much_of_their_line_they_cover(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv/budget?plan={LATER}&kind=AllocationLine").text).text.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "varav 2 rader: delarna täcker 423,2 mnkr av 622,8 mnkr ; 199,6 mnkr är inte uppdelat" in page


def test_every_amount_of_the_plan_is_in_the_tables(client: FlaskClient) -> None:
    answer = client.get(f"/sv/budget?plan={LATER}").text
    amounts = {row["amount"] for row in rows_of(client, f"/sv/budget?plan={LATER}") if row["amount"]}
    asked = f"{PREFIXES} SELECT DISTINCT ?a WHERE {{ ?a a rt:Amount ; rt:statedIn <{LATER}> }}"
    assert amounts == {str(one) for (one,) in derived().select(asked).rows}
    assert [one for one in amounts if one.removeprefix(BASE) not in answer] == []


def test_certain_suggested_and_unknown_are_kept_apart_and_never_summed(client: FlaskClient, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv/budget?plan={PLAN}").text).text
    assert "Ingen länk är bekräftad av en person än." in page
    assert "beloppen delas inte upp och räknas inte ihop" in page
    without = parsed(client.get(f"/sv/budget?plan={PLAN}&suggested=no").text).text
    assert "◌ Föreslaget" in page
    assert "◌ Föreslaget" not in without


def confirmed() -> View:
    """Region Exempel with what pays an activity confirmed by a person."""
    view = View(Engine())
    view.engine.bulk_extend(documents(linked=True).engine)
    view.engine.update(
        f"""DELETE {{ GRAPH ?g {{ ?link <{rt.review}> ?before }} }} INSERT {{ GRAPH ?g {{ ?link <{rt.review}> <{rt.Accepted}> }} }}
            WHERE {{ GRAPH ?g {{ ?link <{rt.relation}> <{rt.FundedBy}> ; <{rt.review}> ?before }} }}"""
    )
    return view


@pytest.mark.parametrize(
    "address",
    [f"/sv/budget?plan={PLAN}", "/sv/id/99/hsf/forvaltningsplan-2027/appropriation/omstallning-till-nara-vard"],
)
@pytest.mark.parametrize("view", [documents(linked=True), confirmed()], ids=["suggested", "confirmed"])
def test_only_what_a_person_confirmed_is_certain(view: View, parsed: Parsed, address: str) -> None:
    client = explorer(view).test_client()
    page = parsed(client.get(address).text).text
    certain, suggested = page[page.index("✓ Säkert") : page.index("◌ Föreslaget")], page[page.index("◌ Föreslaget") :]
    is_certain = "bekräftat av en person" in certain
    assert ("16 Fri från inhyrd personal" in certain) == is_certain
    assert ("16 Fri från inhyrd personal" in suggested[: suggested.index("? Okänt")]) == (not is_certain)


def test_a_lines_budget_is_held_against_its_outcome(client: FlaskClient, parsed: Parsed) -> None:
    rows = {row["thing"] for row in rows_of(client, f"/sv/budget?plan={REPORT}&kind=IncomeStatementLine")}
    told = [parsed(client.get("/sv/id/" + Iri(one).removeprefix(BASE)).text).text for one in sorted(rows)]
    assert any("utfall minus budget" in page for page in told)


@pytest.mark.parametrize("address", [SCREENING, f"/sv/budget?plan={PLAN}", f"/sv/indicators?plan={PLAN}"])
def test_all_of_it_is_there_as_data(client: FlaskClient, address: str) -> None:
    mark = "&" if "?" in address else "?"
    rows = rows_of(client, address)
    sheet = client.get(f"{address}{mark}format=csv").text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    assert len(rows) == len(list(csv.DictReader(io.StringIO(sheet)))) > 5
    assert client.get(f"{address}{mark}format=xlsx").data.startswith(b"PK")
    assert client.get(f"{address}{mark}format=nix").status_code == 400


@pytest.mark.parametrize("address", ["/sv/indicators", "/sv/budget"])
def test_senseless_wishes_are_refused_or_do_no_harm(client: FlaskClient, address: str) -> None:
    assert client.get(f"{address}?plan=nix").status_code == 404
    assert client.get(f"{address}?year=x&page=-4&group=%3Cb%3E&verdict=%00").status_code == 200


@pytest.mark.parametrize("address", ["/sv/indicators", "/sv/budget"])
def test_a_store_without_plans_says_what_to_do(address: str) -> None:
    store = MemoryStore()
    with store.writing():
        pass
    answer = create_app(store, TESTING=True).test_client().get(address)
    assert "Här är tomt än så länge" in answer.text


def test_plans_without_money_or_measures_say_so(
    plans: tuple[Reading, ...], store_of: Callable[..., MemoryStore], parsed: Parsed
) -> None:
    control = next(replace(each, records=()) for each in plans)
    client = create_app(store_of(control), TESTING=True).test_client()
    for address in ("/sv/indicators", "/sv/budget"):
        page = parsed(client.get(address).text)
        assert page.faults == []
        assert "Inget inläst dokument har" in page.text


HOSTILE = '<script>alert(1)</script>" onmouseover="x" \'><img src=x>{{ 7*7 }} \u202eabc %s &lt; ' + "a" * 10_000


def hostile(plan: Reading) -> Reading:
    """A plan whose measures and budget lines try to be something else, with numbers out of all bounds."""
    place = Place((Span(0, len(plan.source.text.split("\n")[0]), 1, 1),))
    measure = Indicator(title=HOSTILE, group=HOSTILE, place=place)
    line = AllocationLine(title=HOSTILE, table=HOSTILE, place=place)
    part = AllocationLine(title="b" * 10_000, parent=line, place=place)
    said = {"as_written": HOSTILE, "place": place}
    huge = Decimal("9" * 300)
    figures = (
        IndicatorValue(of=measure, role=rt.Target, year=2027, comparator=rt.Increase, **said),
        IndicatorValue(
            of=measure, role=rt.Outcome, year=2026, number=huge, period_text=HOSTILE, part_of_year=True, **said
        ),
        IndicatorValue(of=measure, role=rt.Outcome, year=2027, number=Decimal(1), **said),
        Amount(of=line, role=rt.Budget, year=2027, sek=huge, **said),
        Amount(of=part, role=rt.Budget, year=2027, sek=Decimal(-1), column=HOSTILE, **said),
    )
    return Reading(plan.source, plan.plan, (measure, line, part, *figures))


def test_names_and_numbers_out_of_all_bounds_do_no_harm(
    plans: tuple[Reading, ...], store_of: Callable[..., MemoryStore], parsed: Parsed
) -> None:
    client = create_app(store_of(hostile(plans[0])), TESTING=True).test_client()
    addresses = ["/sv/indicators", "/sv/budget"]
    for address in tuple(addresses):
        addresses += [
            link
            for link in parsed(client.get(address).text).links
            if re.match("/sv/id/[^?]*/(indicator|allocation)/", link)
        ]
    assert len(addresses) > 4
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert parsed(answer.text).faults == [], address
        assert "<script>alert" not in answer.text
