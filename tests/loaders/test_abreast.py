"""Files read by processes of their own give what they give one by one, in their order; a process that dies costs its files."""

import os
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


class Deadly(Told):
    """What ends the process that is told of it."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_a_process_that_dies_is_told_and_the_loading_goes_on(
    files: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(abreast, "WORTH_IT", 0)
    told = [Deadly(files[0].path, FACTS), *files[1:]]
    found = tuple(readings(told))
    assert len(found) == len(told)
    assert isinstance(found[0], Refused)
    assert str(files[0].path) in found[0].reason
