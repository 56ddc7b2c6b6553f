"""Line ends, hyphens and odd blanks are undone, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.words.clean import clean, even, plain

WORDS = st.text("abcdefghåäöÅÄÖE0123456789", min_size=1, max_size=12)
BLANKS = st.sampled_from([" ", "\n", " \n", "\n\n", "\t", "\u00a0", "\u202f", "  "])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vård-\ncentral", "vårdcentral"),
        ("Hälso-\noch sjukvård", "Hälso- och sjukvård"),
        ("politisk-,\nstrategisk nivå", "politisk-, strategisk nivå"),
        ("mät-\noch väg-\nrum", "mät- och vägrum"),
        ("(HME-\nindex)", "(HME-index)"),
        ("Utfall jan-\naug 2027", "Utfall jan-aug 2027"),
        ("första linje-\nnivå", "första linje-nivå"),
        ("andra linje-\nnivå", "andra linje-nivå"),
        ("Kungs-\nÄngen", "Kungs-Ängen"),
        ("riktlinje 4471-\n2", "riktlinje 4471-2"),
        ("läkare/\nsköterska", "läkare/sköterska"),
        ("HR-stab\n/CHR", "HR-stab/CHR"),
        ("region / kommun\nprövar", "region / kommun prövar"),
        ("observation/-\nskattning", "observation/-skattning"),
        ("komponentbered\nning", "komponentberedning"),
        ("vården är\nnära", "vården är nära"),
        ("införa och kontrollera\nen plan", "införa och kontrollera en plan"),
        ("kl. 8\noch 9", "kl. 8 och 9"),
    ],
)
def test_two_lines_become_what_a_person_reads(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_a_compound_stays_one_word_though_the_document_has_both_its_parts() -> None:
    assert clean("patient-\nperspektivet", frozenset({"patient", "perspektivet"})) == "patientperspektivet"


def test_an_ending_that_is_a_word_too_is_joined_only_to_a_word_that_the_document_has() -> None:
    assert clean("verksamhet\nen växer", frozenset({"verksamheten"})) == "verksamheten växer"
    assert clean("verksamhet\nen vår") == "verksamhet en vår"


def test_a_hyphen_typed_between_two_of_the_documents_words_is_a_dash() -> None:
    words = frozenset({"hyrpersonal", "högst"})
    assert clean("Ingen hyrpersonal- \nhögst två", words) == "Ingen hyrpersonal- högst två"
    assert clean("Ingen hyrpersonal- \nhögst två", words | {"hyrpersonalhögst"}) == "Ingen hyrpersonalhögst två"


def test_a_word_with_a_hyphen_elsewhere_in_the_document_keeps_it_at_a_line_end() -> None:
    assert clean("kort-\ntid", frozenset({"kort-tid"})) == "kort-tid"
    assert clean("HME-\nindex", frozenset({"hmeindex"})) == "HMEindex"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9\u00a0384,8", "9 384,8"),
        ("9\u202f384,8", "9 384,8"),
        ("9\t384,8", "9 384,8"),
        ("\u20108,6", "-8,6"),
        ("\u22128,6", "-8,6"),
        ("vård\u00adcentral", "vårdcentral"),
        ("\ufeffPlan", "Plan"),
        ("<i>Varav Läkemedel</i>", "Varav Läkemedel"),
        ("mer än <5 % och >3 %", "mer än <5 % och >3 %"),
        ("  två   ord  ", "två ord"),
        ("", ""),
    ],
)
def test_odd_characters_and_markup_are_undone(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.lists(st.tuples(WORDS, BLANKS), max_size=12))
def test_no_letter_or_digit_is_lost_added_or_moved(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + blank for word, blank in parts)
    made = clean(text)
    assert "".join(made.split()) == "".join(text.split())
    assert made == " ".join(made.split())


@given(st.text())
def test_cleaned_text_stands_on_one_line_without_blanks_at_its_ends(text: str) -> None:
    made = clean(text)
    assert "\n" not in made
    assert made == made.strip()


@given(st.text())
def test_even_text_has_every_character_where_it_was(text: str) -> None:
    made = even(text)
    assert len(made) == len(text)
    assert all(new == old or new in " -" for new, old in zip(made, text, strict=True))


@given(st.text(st.characters(exclude_characters="<>")))
def test_plain_text_loses_only_what_shows_nothing(text: str) -> None:
    assert [char for char in plain(text) if char.isalnum()] == [char for char in text if char.isalnum()]
