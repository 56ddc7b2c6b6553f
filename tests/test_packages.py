"""The project's packages have plain names: nothing else that is installed may bring the same."""

from importlib.metadata import packages_distributions

import pytest


@pytest.mark.parametrize("package", ["client", "graph", "loaders", "ontology", "queries", "webapp", "rodatraden"])
def test_no_other_distribution_brings_a_package_of_the_name(package: str) -> None:
    assert set(packages_distributions().get(package, ())) <= {"rodatraden"}
