"""Decisions as a file: what is written is read again, SSSOM's own rules hold, and what strangers hand in does no harm."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BrokenReviews
from graph.output import FORMULA
from graph.reviews.cells import guarded, unguarded
from graph.reviews.decision import Decision, Reviews, one_line
from graph.reviews.sssom import read, read_file, written
from ontology import rt
from ontology.iri import Iri

from .conftest import ACTIVITY, INDICATOR, REVIEWS, made

FULL = made(
    accepted=False,
    subject_label="7 Nattpatruller",
    object_label='Svarstid "i telefon"',
    comment="=1+1",
    confidence=Decimal("0.62"),
    subject_fingerprint="ab12",
    grade=rt.Close,
    method="same-number",
    evidence="Samma tal: 1,2 %.",
)


@given(REVIEWS)
def test_what_is_written_is_read_again(reviews: Reviews) -> None:
    assert read(written(reviews), "reviews.tsv") == reviews


@given(REVIEWS)
def test_no_cell_is_a_formula_and_no_sign_steers_a_terminal(reviews: Reviews) -> None:
    text = written(reviews)
    rows = csv.reader(io.StringIO(text.partition("\nsubject_id")[2]), dialect="excel-tab")
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    assert all(char.isprintable() or char in "\n\t" for char in text if char != "\N{SOFT HYPHEN}" and ord(char) < 256)


@given(st.text())
def test_the_guard_against_formulas_can_be_taken_away(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(FORMULA)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert len(one_line(text).splitlines()) <= 1


def test_the_file_is_sssom() -> None:
    lines = written(Reviews().having([FULL, made(relation=rt.FundedBy, by_hand=True)])).split("\n")
    top = [line for line in lines if line.startswith("#")]
    assert lines[: len(top)] == top
    assert top[:3] == [
        "#curie_map:",
        "#  id: https://w3id.org/rodatraden/id/",
        "#  rt: https://w3id.org/rodatraden/ns#",
    ]
    assert {"#mapping_set_id: https://w3id.org/rodatraden/id/reviews", "#extension_definitions:"} < set(top)
    columns = lines[len(top)].split("\t")
    assert columns[:3] == ["subject_id", "subject_label", "predicate_id"]
    assert columns[-5:] == ["subject_fingerprint", "evidence", "grade", "method"][-5:] or "method" in columns
    made_by_hand, rejected = (dict(zip(columns, line.split("\t"), strict=True)) for line in lines[len(top) + 1 : -1])
    assert rejected["subject_id"] == "id:97/of/forvaltningsplan-2031/activity/7-nattpatruller-i-varje-ort"
    assert (rejected["predicate_id"], rejected["predicate_modifier"]) == ("rt:MeasuredBy", "Not")
    assert rejected["mapping_justification"] == "semapv:MappingReview"
    assert (rejected["author_label"], rejected["mapping_date"]) == ("Kim", "2031-05-01")
    assert rejected["comment"] == "'=1+1"
    assert made_by_hand["mapping_justification"] == "semapv:ManualMappingCuration"


def test_columns_that_would_be_empty_are_left_out() -> None:
    text = written(Reviews().having([made(author="", made=None)]))
    assert "confidence" not in text
    assert "extension_definitions" not in text
    assert written(Reviews()).endswith("subject_id\tpredicate_id\tobject_id\tmapping_justification\n")


OTHERS = """#curie_map:
#  plan: https://w3id.org/rodatraden/id/97/of/
#  "rt": "https://w3id.org/rodatraden/ns#"
#mapping_set_id: https://example.org/set
#creator_id:
#  - "orcid:0000-0000-0000-0000"
#mapping_date: 2031-02-03
predicate_id\tobject_id\tsubject_id\tmapping_justification\tsomething_else
rt:MeasuredBy\tplan:b\tplan:a\tsemapv:LexicalMatching\tx
"""


def test_what_other_programs_write_is_read() -> None:
    expected = Decision(
        subject=Iri("https://w3id.org/rodatraden/id/97/of/a"),
        relation=rt.MeasuredBy,
        object=Iri("https://w3id.org/rodatraden/id/97/of/b"),
        accepted=True,
        made=date(2031, 2, 3),
    )
    assert read(OTHERS, "x").decisions == (expected,)
    assert read(OTHERS.replace("\n", "\r\n").replace("#mapping_date: 2031-02-03", "# "), "x").decisions[0].made is None
    assert read("#  " + OTHERS[1:].replace("\n#", "\n#  "), "x").decisions == (expected,)
    assert read(OTHERS.replace("plan:b", "https://w3id.org/rodatraden/id/97/of/b"), "x").decisions == (expected,)


def test_either_way_round_is_the_same_where_the_relation_says_the_same() -> None:
    text = written(Reviews().having([made(relation=rt.ComparableWith)]))
    there = "id:97/of/forvaltningsplan-2031/"
    ours, theirs = ACTIVITY.rpartition("2031/")[2], INDICATOR.rpartition("2031/")[2]
    turned = text.replace(there + ours, "§").replace(there + theirs, there + ours).replace("§", there + theirs)
    assert turned != text
    assert read(turned, "x") == read(text, "x")


GOOD = written(Reviews().having([FULL, made(relation=rt.FundedBy)]))
BROKEN = {
    "a confidence of seven": ("\t0.62\t", "\t7\t", "confidence must be between 0 and 1"),
    "a confidence in words": ("\t0.62\t", "\tNaN\t", "confidence must be between 0 and 1"),
    "no such day": ("\t2031-05-01\t0.62", "\t2031-02-30\t0.62", "mapping_date must be a day"),
    "a relation of its own": ("rt:MeasuredBy", "rt:Nix", "predicate_id must be one of rt:MeasuredBy"),
    "another modifier": ("\tNot\t", "\tNever\t", "predicate_modifier must be empty or Not"),
    "another grade": ("rt:Close", "rt:Far", "grade must be one of"),
    "an unknown prefix": ("rt:MeasuredBy", "xx:MeasuredBy", "the prefix “xx:” is not in the curie_map"),
    "a blank in a name": ("activity/7-", "activity/7 -", "blanks and signs such as < are not allowed"),
    "a name that breaks out": ("activity/7-", "activity/7>-", "blanks and signs such as < are not allowed"),
    "a bell in a name": ("activity/7-", "activity/7\a-", "is no name like"),
    "a fingerprint in words": ("ab12", "zz12", "subject_fingerprint is no fingerprint"),
    "no justification": ("semapv:MappingReview", "because", "mapping_justification must be"),
    "a cell too many": ("\tsame-number", "\tsame-number\tmore", "cells under"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_row_is_told_with_its_line(what: str) -> None:
    before, after, told = BROKEN[what]
    assert before in GOOD
    line = next(number for number, each in enumerate(GOOD.split("\n"), 1) if before in each and each.startswith("id:"))
    at = GOOD.index(before, GOOD.index("\nid:"))
    with pytest.raises(BrokenReviews, match=f"x.tsv, line {line}: ") as raised:
        read(GOOD[:at] + after + GOOD[at + len(before) :], "x.tsv")
    assert told in str(raised.value)


def test_all_broken_rows_are_told() -> None:
    with pytest.raises(BrokenReviews) as raised:
        read(GOOD.replace("semapv:MappingReview", "because"), "x.tsv")
    assert str(raised.value).count("x.tsv, line ") == 2


def test_the_same_link_twice_is_told() -> None:
    *_, row = GOOD.strip().split("\n")
    with pytest.raises(BrokenReviews, match="decides upon the same link as line"):
        read(GOOD + row + "\n", "x.tsv")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "there is no column subject_id"),
        ("a\tb\n1\t2\n", "this is no SSSOM/TSV file"),
        ("#curie_map: {id: x}\n#[nonsense\nsubject_id\n", "is not of the form"),
        ('subject_id\tpredicate_id\tobject_id\tmapping_justification\n"a\n', "cannot be read"),
        (f"subject_id\tpredicate_id\tobject_id\tmapping_justification\n{'x' * 200_000}\t\t\t\n", "cannot be read"),
        ("subject_id\tsubject_id\tpredicate_id\tobject_id\tmapping_justification\n", "stands there twice"),
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_refused(text: str, told: str) -> None:
    with pytest.raises(BrokenReviews, match=told):
        read(text, "x.tsv")


def test_a_prefix_that_breaks_out_is_told() -> None:
    with pytest.raises(BrokenReviews, match="is no IRI"):
        read(GOOD.replace("#  id: https://w3id.org/", "#  id: https://w3id.org/> <"), "x.tsv")
    with pytest.raises(BrokenReviews, match="is no IRI"):
        read(OTHERS.replace("plan: https://w3id.org/rodatraden/id/97/of/", 'plan: "\\ud800"'), "x.tsv")


def test_names_of_many_beginnings_are_no_burden() -> None:
    many = [made(subject=Iri(f"https://x{at}.se/a"), object=Iri(f"https://y{at}.se/b")) for at in range(5000)]
    assert len(read(written(Reviews().having(many)), "x.tsv")) == 5000


@given(st.text(alphabet="#:\t\n\"' -ab\\|rt", max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text, "x.tsv")
    except BrokenReviews as error:
        assert "x.tsv, line" in str(error)  # noqa: PT017


def test_files_that_cannot_be_text_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.tsv"
    with pytest.raises(BrokenReviews, match="cannot be read"):
        read_file(file)
    file.write_bytes(GOOD.encode("latin-1", "replace") + b"\xe5\n")
    with pytest.raises(BrokenReviews, match=r"x.tsv, line \d+: not UTF-8"):
        read_file(file)
    file.write_text("\ufeff" + GOOD, "utf-8")
    assert read_file(file) == read(GOOD, "x")
    monkeypatch.setattr("graph.reviews.sssom.LARGEST", 10)
    with pytest.raises(BrokenReviews, match="larger than"):
        read_file(file)
