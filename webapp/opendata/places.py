"""Where regions lie: Sweden's counties by their codes (SCB) as the European Union names them (NUTS 3)."""

from ontology.iri import Iri

NUTS = "http://data.europa.eu/nuts/code/"
COUNTIES = {
    "01": "SE110", "03": "SE121", "04": "SE122", "05": "SE123", "06": "SE211", "07": "SE212", "08": "SE213", "09": "SE214",
    "10": "SE221", "12": "SE224", "13": "SE231", "14": "SE232", "17": "SE311", "18": "SE124", "19": "SE125", "20": "SE312",
    "21": "SE313", "22": "SE321", "23": "SE322", "24": "SE331", "25": "SE332",
}  # fmt: skip


def county(code: str) -> Iri | None:
    """The county of a code; None where there is none."""
    return Iri(NUTS + COUNTIES[code]) if code in COUNTIES else None
