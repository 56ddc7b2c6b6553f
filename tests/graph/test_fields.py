"""Every record says its predicates, and the network knows every link that a record can make."""

from typing import Annotated, get_args, get_origin, get_type_hints

import pytest

import graph.records
from graph.fields import fields_of
from graph.network import HUBS, LINKS
from graph.records import Activity, ByNumber, Organisation, Plan, Record, Region
from ontology import rt

RECORDS = [each for each in vars(graph.records).values() if isinstance(each, type) and issubclass(each, Record)]


def types_in(hint: object) -> set[type]:
    """All types that a hint speaks of."""
    inner = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return {each for part in inner for each in types_in(part)} or ({hint} if isinstance(hint, type) else set())


def test_all_record_types_are_looked_at() -> None:
    assert len(RECORDS) > 30


def test_an_inferred_field_is_told_from_a_stated_one() -> None:
    areas = {field.name: field.inferred for field in fields_of(Activity) if field.predicate == rt.focusArea}
    assert areas == {"focus_area": False, "focus_area_by_order": True}


@pytest.mark.parametrize("kind", [*RECORDS, Plan, Region, Organisation])
def test_every_link_between_things_is_in_the_network(kind: type) -> None:
    hints = get_type_hints(kind, include_extras=True)
    things = (Record, ByNumber, Plan, Region, Organisation)
    links = {
        field.predicate
        for field in fields_of(kind)
        if any(issubclass(each, things) for each in types_in(hints[field.name]))
    }
    assert links <= LINKS | HUBS.keys()
