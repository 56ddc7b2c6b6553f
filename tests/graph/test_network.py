"""Things and links as a network: found by name, walked from one to another, asked what hangs on what."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import UnknownThing
from graph.memory import MemoryStore
from graph.network import Network
from graph.paths import Path, paths
from graph.records import Activity, Assignment, ByNumber, Milestone, Reading
from graph.support import support
from ontology import rt

Make = Callable[..., Reading]


def network_of(*readings: Reading) -> Network:
    """The network of some documents."""
    store = MemoryStore()
    with store.writing() as draft:
        for reading in readings:
            draft.put(reading)
    return Network(store.view())


@pytest.fixture
def network(plan: Make) -> Network:
    """The small plan with one more assignment, two activities and a milestone."""
    reading = plan()
    place = reading.records[0].place
    more = (
        Assignment(notation="U2", description="Fler ska simma", place=place),
        Activity(
            notation="8",
            title="Bygg badhus",
            serves=(ByNumber(Assignment, "U2"), ByNumber(Assignment, "U1")),
            place=place,
        ),
        Activity(notation="9", title="Bygg brygga", serves=(ByNumber(Assignment, "U2"),), place=place),
        Milestone(title="Pålat", of_activity=ByNumber(Activity, "9"), place=place),
    )
    return network_of(replace(reading, records=(*reading.records, *more)))


def spelled(path: Path) -> list[str]:
    """A path in words: each link with its direction, each thing by its label."""
    words = [path.start.label]
    for step in path.steps:
        words += [f"{step.link.local}>" if step.forward else f"<{step.link.local}", step.thing.label]
    return words


def test_nodes_and_edges_have_types(network: Network) -> None:
    (activity,) = network.find("8")
    (assignment,) = network.find("U2")
    assert (activity.kind, activity.label) == (rt.Activity, "8 Bygg badhus")
    assert network.graph.edges[activity.iri, assignment.iri, rt.serves]["stated"] is True
    (patrol,) = network.find("7")
    (area,) = network.find("Trygga hem")
    assert network.graph.edges[patrol.iri, area.iri, rt.focusArea]["stated"] is False
    assert rt.servedBy not in {link for *_, link in network.graph.edges(keys=True)}


@pytest.mark.parametrize(
    "name", ["U2", "u2", " U 2.", "https://w3id.org/rodatraden/id/97/of/forvaltningsplan-2031/assignment/u2"]
)
def test_a_thing_is_found_by_number_or_iri(network: Network, name: str) -> None:
    assert [thing.label for thing in network.find(name)] == ["U2"]


def test_a_thing_is_found_by_its_label_or_a_part_of_it(network: Network) -> None:
    assert [thing.label for thing in network.find("9 bygg brygga")] == ["9 Bygg brygga"]
    assert [thing.label for thing in network.find("bygg")] == ["8 Bygg badhus", "9 Bygg brygga"]


def test_what_is_not_there_is_told_with_what_is_near(network: Network) -> None:
    with pytest.raises(UnknownThing, match=r"Nothing is called “Bygg bryggor”.*9 Bygg brygga"):
        network.find("Bygg bryggor")


def test_what_fits_too_much_is_told(plan: Make) -> None:
    reading = plan()
    many = [Activity(title=f"Bygg hus {n}", place=reading.records[0].place) for n in range(60)]
    with pytest.raises(UnknownThing, match="“bygg” fits 60 things"):
        network_of(replace(reading, records=(*reading.records, *many))).find("bygg")


def test_the_shortest_ways_show_their_directions(network: Network) -> None:
    (way,) = paths(network, "Pålat", "U1")
    assert spelled(way) == [
        "Pålat", "ofActivity>", "9 Bygg brygga", "serves>", "U2", "<serves", "8 Bygg badhus", "serves>", "U1"
    ]  # fmt: skip


def test_ways_lead_through_the_plan_only_where_there_is_no_other(network: Network) -> None:
    (way,) = paths(network, "Svarstid i telefon", "U1")
    assert spelled(way) == ["Svarstid i telefon", "statedIn>", "Omsorgsplan", "<statedIn", "U1"]


def test_all_shortest_ways_are_shown_and_what_is_inferred_says_so(network: Network) -> None:
    ways = paths(network, "8", "Trygga hem")
    assert [spelled(way) for way in ways] == [["8 Bygg badhus", "serves>", "U1", "focusArea>", "Trygga hem"]]
    (inferred,) = paths(network, "7", "Trygga hem")
    assert [step.stated for step in inferred.steps] == [False]


def test_of_several_by_a_name_those_nearest_are_taken(plan: Make) -> None:
    network = network_of(plan(), plan(2032, "other.txt"))
    assert len(network.find("U1")) == 2
    assert [len(way.steps) for way in paths(network, "U1", "7")] == [1, 1]


def test_from_a_thing_to_itself_there_is_no_way(network: Network) -> None:
    assert paths(network, "U1", "U1") == ()


def test_what_loses_its_support(network: Network) -> None:
    (found,) = support(network, "U2")
    assert [thing.label for thing in found.resting] == ["9 Bygg brygga", "Pålat"]
    assert found.unserved == ()


def test_support_is_lost_at_any_remove(network: Network) -> None:
    (found,) = support(network, "Trygga hem")
    assert [thing.label for thing in found.resting] == ["U1"]
    (care,) = support(network, "Hemtjänst")
    assert {thing.label for thing in care.resting} == {"Budget 2031: 120,5", "nätter", "Budget: 20"}


def test_what_nothing_serves_any_more(network: Network) -> None:
    (patrol,) = support(network, "7")
    assert [thing.label for thing in patrol.unserved] == ["U9"]
    (house,) = support(network, "8")
    assert house.unserved == ()
