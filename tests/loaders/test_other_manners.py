"""Lists of assignments, milestones by year, letters and products: what other regions' plans print in their own manner."""

from pathlib import Path
from typing import TypeVar

import pytest

from graph.records import Activity, Assignment, BoardAssignment, ControlPoint, FrameLine, Milestone, Record
from loaders.corpus import Told
from loaders.facts import Facts
from loaders.readers.activity_rows import ID
from loaders.run import read
from loaders.words.reporting import how_often
from ontology import rt

R = TypeVar("R", bound=Record)
FACTS = Facts(type="OperationalPlan", title="Plan", organisation="Havsnämnden", region="19", period=(2031, 2031))


def records_of(tmp_path: Path, kind: type[R], text: str) -> list[R]:
    """The records of a kind that a plan states."""
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return [record for record in read(Told(path, FACTS)).reading.records if isinstance(record, kind)]


LISTED = """Uppdrag i budget 2031

Uppdrag 2031:1 Nämnden ska bygga en kaj som håller för is.

Uppdrag 2031:2 Nämnden ska räkna alla fyrar i länet
varje år.

Åtgärder

Nr\tInsats\tSvarar mot uppdrag\tAnsvarig
1\tKajen byggs\t2031:1\tHamnchef
2\tFyrarna räknas\t2031:2, 2031:1\tFyrmästare
"""


def test_listed_assignments_are_served_by_their_numbers(tmp_path: Path) -> None:
    given = records_of(tmp_path, Assignment, LISTED)
    assert [one.notation for one in given] == ["Uppdrag 2031:1", "Uppdrag 2031:2"]
    assert given[1].description == "Nämnden ska räkna alla fyrar i länet varje år."
    served = [[link.notation for link in one.serves] for one in records_of(tmp_path, Activity, LISTED)]
    assert served == [["Uppdrag 2031:1"], ["Uppdrag 2031:2", "Uppdrag 2031:1"]]


def test_a_reference_number_or_a_law_is_no_assignment() -> None:
    assert not [text for text in ("RVB 2031/812", "SFS 2017:30", "Uppdrag 2031") if ID.search(text)]


def test_milestones_by_year_are_of_their_activity(tmp_path: Path) -> None:
    text = "Milstolpar\n\nFokusområde\tInsats nr\tUppnått 2031\tUppnått 2032\nHamn\t4\tKaj byggd\tBro byggd\n"
    made = records_of(tmp_path, Milestone, text)
    assert [(one.title, one.year, one.of_activity and one.of_activity.notation) for one in made] == [
        ("Kaj byggd", 2031, "4"),
        ("Bro byggd", 2032, "4"),
    ]


def test_bullets_below_a_boards_heading_are_its_own_assignments(tmp_path: Path) -> None:
    text = "Fokusområde Levande hamnar\n\nNämndens uppdrag\n\n• Mät djupet i varje hamn\n• Räkna bojarna\n"
    made = records_of(tmp_path, BoardAssignment, text)
    assert [(one.description, one.focus_area and one.focus_area.name) for one in made] == [
        ("Mät djupet i varje hamn", "Levande hamnar"),
        ("Räkna bojarna", "Levande hamnar"),
    ]


@pytest.mark.parametrize(
    ("written", "told"), [("3 × 4 = 12", (3, 4, 12)), ("3 x 4 = 13", (None, None, 13)), ("12", (None, None, 12))]
)
def test_a_risks_value_shows_what_it_is_made_of(tmp_path: Path, written: str, told: tuple[int | None, ...]) -> None:
    text = f"Intern kontroll\n\nVad som kontrolleras\tRisk\tRiskvärde (S × K)\nAtt bojar ligger rätt\tGrundstötning\t{written}\n"
    (made,) = records_of(tmp_path, ControlPoint, text)
    assert (made.likelihood, made.consequence, made.risk_value) == told


def test_a_table_of_nothing_but_the_frame_tells_it(tmp_path: Path) -> None:
    text = "Regionbidrag\n\nRegionbidrag, mnkr\t2031\t2032\nBeslutad ram\t12,5\t13,0\n"
    assert [one.title for one in records_of(tmp_path, FrameLine, text)] == ["Beslutad ram"]


@pytest.mark.parametrize(("letters", "told"), [("M", [rt.Monthly]), ("D, Å", [rt.Interim, rt.Yearly]), ("MR", [])])
def test_letters_tell_how_often(letters: str, told: list[object]) -> None:
    assert list(how_often(letters)) == told
