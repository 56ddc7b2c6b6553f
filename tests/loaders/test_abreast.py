"""Files read by processes of their own give what they give one by one, in their order; a file that fails costs itself."""

from pathlib import Path

import pytest

from graph.records import Reading
from loaders import abreast
from loaders.abreast import reading, readings
from loaders.corpus import Refused, Told
from loaders.facts import Facts

CASES = Path(__file__).parents[1] / "data" / "plans"
FACTS = Facts(type="ManagementPlan", organisation="Omsorgsförvaltningen", region="97", period=(2031, 2033))


@pytest.fixture
def files(tmp_path: Path) -> list[Told]:
    missing = tmp_path / "missing.txt"
    plans = sorted(CASES.glob("forvaltningsplan-*/plan.txt"))
    return [Told(plans[0], FACTS), Told(missing, FACTS), *(Told(plan, FACTS) for plan in plans[1:])]


def test_it_is_the_same_abreast_as_one_by_one(files: list[Told], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abreast, "WORTH_IT", 0)
    found = tuple(readings(files))
    assert found == tuple(map(reading, files))
    assert [type(each) for each in found][:3] == [Reading, Refused, Reading]


def test_a_file_that_fails_is_refused_by_name_and_the_others_are_read(
    files: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(abreast, "WORTH_IT", 0)
    monkeypatch.setattr(abreast, "_seconds", lambda told: 1e-9 if told is files[0] else 60.0)
    first, *others = readings(files)
    assert isinstance(first, Refused)
    assert first.reason.startswith(f"{files[0].path}: this file took longer than")
    assert others == [reading(told) for told in files[1:]]


def test_no_more_files_are_under_way_than_processes_can_take(
    files: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(abreast, "WORTH_IT", 0)
    monkeypatch.setattr(abreast, "cores", lambda: 1)
    asked = []
    monkeypatch.setattr(abreast, "_seconds", lambda told: asked.append(told) or 60.0)
    next(iter(readings(files * 10)))
    assert len(asked) == abreast.AHEAD + 1
