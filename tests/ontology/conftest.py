"""What the tests of the ontology share."""

import pytest

from ontology.classes import Terms

from .specimens import known_terms


@pytest.fixture
def terms() -> Terms:
    """The ontology as Python classes."""
    return known_terms()
