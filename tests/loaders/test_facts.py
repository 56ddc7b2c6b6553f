"""What a document says that it is: by its title, else by how it speaks of itself; never by a guess."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.facts import Facts, inferred, plan_of
from loaders.formats import text
from ontology import rt

As = Callable[[str], Document]

TITLED = "Vårdförvaltningen\n\nFörvaltningsplan och budget 2027–2029\n\nRegion Halland ansvarar för vården.\n"
UNTITLED = (
    "Förvaltningsplanen utgår från regionplan 2027-2029.\n"
    "Vårdförvaltningen leder vården. Förvaltningsplanen följs upp i delårsrapporten.\n"
    "Strategin för läkemedel 2026–2031 gäller. I förvaltningsplanen står målen.\n\n"
    "Ramförändring 2027 2028 2029\nVårdförvaltningen står för kostnaderna, inte Vårdnämnden.\n"
)
REPORT = (
    "Året i korthet\n\n2025 var ett år då förvaltningsplanen fullföljdes.\n\nÅrsredovisning 2025\n\n"
    "Vårdförvaltningen har följt förvaltningsplanen, som förvaltningsplanen säger.\n"
)


@pytest.mark.parametrize(
    ("content", "kind", "period"),
    [
        (TITLED, "ManagementPlan", (2027, 2029)),
        (UNTITLED, "ManagementPlan", (2027, 2029)),
        (REPORT, "AnnualReport", (2025, 2025)),
        (
            UNTITLED.replace("Förvaltningsp", "Verksamhetsp").replace("förvaltningsp", "verksamhetsp"),
            "OperationalPlan",
            (2027, 2029),
        ),
    ],
)
def test_kind_and_period_are_told_by_title_or_text(
    content: str, kind: str, period: tuple[int, int], as_document: As
) -> None:
    told = inferred(as_document(content))
    assert (told.type, told.period) == (kind, period)


def test_a_sentence_is_no_title(as_document: As) -> None:
    told = inferred(as_document("Denna verksamhetsplan bygger på regionplan 2027–2029, med dess\nmål.\n"))
    assert told.title is None
    assert told.type is None


def test_the_spelling_used_most_names_the_organisation(as_document: As) -> None:
    front = "Hälsa- och vårdförvaltningen\n\nFörvaltningsplan 2027\n\n"
    told = inferred(
        as_document(front + "Hälso- och vårdförvaltningen leder. Hälso- och vårdförvaltningen följer upp.\n")
    )
    assert told.organisation == "Hälso- och vårdförvaltningen"


def test_what_is_told_from_outside_has_the_last_word(as_document: As) -> None:
    plan, doubts = plan_of(as_document(TITLED), Facts(title="Planen", period=(2030, 2030)))
    assert (plan.title, plan.year, plan.kind) == ("Planen", 2030, rt.ManagementPlan)
    assert {doubt.kind for doubt in doubts} == {rt.PlanFactInferred}


def test_a_region_of_no_known_code_has_the_name_that_is_told_and_a_finding(as_document: As) -> None:
    plan, doubts = plan_of(as_document(TITLED), Facts(region="99", region_name="Region Sjövik"))
    assert (plan.region.code, plan.region.name) == ("99", "Region Sjövik")
    assert rt.UnknownRegion in {doubt.kind for doubt in doubts}


def test_a_text_that_tells_nothing_is_refused_with_what_to_say(as_document: As) -> None:
    with pytest.raises(UnreadablePlan, match=r"--type.*--period.*--organisation"):
        plan_of(as_document("Vi ses i morgon.\n"), Facts())


def test_the_corpus_tells_what_it_is(corpus: Path) -> None:
    wanted = {
        "vastmanland-hsf-2025.txt": ("ManagementPlan", (2025, 2027), "19"),
        "vastmanland-hsf-2026.txt": ("ManagementPlan", (2026, 2028), "19"),
        "vastmanland-hsf-arsredovisning-2024.txt": ("AnnualReport", (2024, 2024), "19"),
        "vasternorrland-hsn-2026.txt": ("OperationalPlan", (2026, 2028), "22"),
    }
    told = {name: inferred(text.read(corpus / name)) for name in wanted}
    assert {name: (facts.type, facts.period, facts.region) for name, facts in told.items()} == wanted
