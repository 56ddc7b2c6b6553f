"""Which form an answer comes in: the Accept header is read as HTTP has it (RFC 9110, 12.5.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from webapp.endpoint.negotiation import HTML, ROWS, TRIPLES, best, liked, prefers_html


def accepted(header: str) -> MIMEAccept:
    return parse_accept_header(header, MIMEAccept)


@pytest.mark.parametrize(
    ("header", "rows", "triples"),
    [
        ("", "application/sparql-results+json", "text/turtle"),
        ("*/*", "application/sparql-results+json", "text/turtle"),
        ("*", "application/sparql-results+json", "text/turtle"),
        ("text/*", "text/csv", "text/turtle"),
        ("application/*", "application/sparql-results+json", "application/ld+json"),
        ("text/csv, */*", "text/csv", "text/turtle"),
        ("text/csv;q=0, text/*", "text/tab-separated-values", "text/turtle"),
        ("text/csv;q=0.1, text/*;q=0.5, */*;q=0.2", "text/tab-separated-values", "text/turtle"),
        ("application/sparql-results+json;q=0, text/turtle;q=0, */*", "application/sparql-results+xml", "application/ld+json"),
        ("TEXT/CSV", "text/csv", None),
        ("text/turtle; charset=utf-8", None, "text/turtle"),
        ('application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"', None, "application/ld+json"),
        ("application/sparql-results+json;version=1.2", "application/sparql-results+json", None),
        ("application/sparql-results+xml;q=0.9,text/csv;q=0.95", "text/csv", None),
        ("image/png", None, None),
        ("*/*;q=0", None, None),
        ("text/csv;q=0", None, None),
        ("application/json", "application/json", "application/json"),
        ("application/rdf+xml, text/turtle;q=0.8", None, "application/rdf+xml"),
    ],
)  # fmt: skip
def test_the_closest_range_counts_and_the_best_liked_is_sent(
    header: str, rows: str | None, triples: str | None
) -> None:
    assert (best(accepted(header), ROWS), best(accepted(header), TRIPLES)) == (rows, triples)


RANGES = st.sampled_from([*ROWS, *TRIPLES, *HTML, "*/*", "text/*", "application/*", "image/png", "nonsense", ""])
QUALITIES = st.sampled_from(["", ";q=0", ";q=0.3", ";q=1", ";q=1.000", ";q=x", ";q=-1", ";q=7", ';x="a,b";q=0.5'])


@given(st.lists(st.tuples(RANGES, QUALITIES).map("".join), max_size=8).map(",".join))
def test_nothing_is_sent_that_is_not_liked_and_nothing_liked_better_is_kept_back(header: str) -> None:
    found = accepted(header)
    for offered in (ROWS, TRIPLES):
        sent = best(found, offered)
        liking = {name: liked(found, name)[0] for name in offered}
        assert sent is None or not found or 0 < liking[sent] == max(liking.values())
        assert sent is not None or max(liking.values()) == 0
    if prefers_html(found):
        assert max(liked(found, name)[0] for name in HTML) > 0


@given(st.text(max_size=200))
def test_a_header_of_anything_does_no_harm(header: str) -> None:
    best(accepted(header), ROWS)
    prefers_html(accepted(header))
