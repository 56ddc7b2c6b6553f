"""Swedish made comparable: inflection, compounds, abbreviations, figures."""

import tomllib
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.likeness.abbreviations import known, meaning, spelled_out
from graph.likeness.compounds import Compounds
from graph.likeness.lexicon import LEXICON
from graph.likeness.quantity import quantities
from graph.likeness.roots import root
from graph.likeness.slips import slips
from graph.likeness.terms import Terms
from ontology import rt


@pytest.mark.parametrize(
    "alike",
    [
        "vårdplats vårdplatser vårdplatserna",
        "kostnad kostnader kostnadens",
        "tolka tolkning tolkningar",
        "psykiatrin psykiatrisk psykiatriska",
        "investera investeringar investering",
        "digital digitala digitalisering",
        "vaccin vaccinera vaccination",
        "satsa satsningar satsning",
        "total totalt totala",
    ],
)
def test_a_word_meets_its_inflections_and_what_is_made_of_it(alike: str) -> None:
    assert len({root(word) for word in alike.split()}) == 1


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=30))
def test_the_root_of_a_root_is_itself(word: str) -> None:
    assert root(root(word)) == root(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("hyrbemanning", ["hyr-", root("bemanning")]),
        ("kvinnosjukvård", [root("kvinna"), root("sjukvård")]),
        ("vårdplatsersättning", [root("vårdplats"), root("ersättning")]),
        ("närakut", ["när-", root("akut")]),
        ("patienter", []),
        ("medarbetare", []),
    ],
)
def test_compounds_are_split_where_both_parts_are_words(word: str, parts: list[str]) -> None:
    assert [part.root for part in Compounds(Counter()).parts(word) if part.depth == 1] == parts


def test_compounds_are_split_by_the_words_of_the_texts() -> None:
    assert not Compounds(Counter()).parts("fjällräddning")
    assert Compounds(Counter(["fjäll", "räddningen"])).parts("fjällräddning")


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Ökad fysisk aktivitet på recept (FAR)", "far", "fysisk aktivitet på recept"),
        ("plan för barn- och ungdomspsykiatrin (BUP) 2031", "bup", "barn- och ungdomspsykiatrin"),
        ("Hållbart medarbetarengagemang (HME-index)", "hme", "Hållbart medarbetarengagemang"),
        ("HME (Hållbart medarbetarengagemang)", "hme", "Hållbart medarbetarengagemang"),
    ],
)
def test_abbreviations_are_read_where_texts_spell_them_out(text: str, short: str, long: str) -> None:
    assert spelled_out([text]) == {short: long}


def test_what_only_stands_in_brackets_is_no_long_form() -> None:
    assert not spelled_out(["Antal besök (SSK)", "Beslutad (T)", "Kostnad (mnkr)"])
    assert meaning("FAR", "något annat ") == ""


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    spelled_out([text])
    quantities(text)
    Terms([("", text)]).of(text)


def test_known_abbreviations_are_long_forms_of_words() -> None:
    assert known()["bup"] == "barn- och ungdomspsykiatri"
    assert all(len(long) > len(short) for short, long in known().items())


def test_an_abbreviation_meets_its_long_form_and_its_words() -> None:
    terms = Terms([("", "Motion efter livets längd (MLL)")])
    assert root("motion") in terms.of("Fler får MLL")
    assert "mll" in terms.of("motion efter livets längd")
    assert "mll" not in terms.of("motion i skolan")


def test_an_abbreviation_is_spelled_out_for_its_own_region_only() -> None:
    terms = Terms([("one", "Mobilt team (MT)"), ("other", "Medicinsk teknik (MT)")])
    assert root("teknik") not in terms.of("MT", "one")
    assert root("teknik") in terms.of("MT", "other")


def test_hyrbemanning_and_inhyrd_personal_and_hyroberoende_meet() -> None:
    terms = Terms([])
    texts = ("Oberoende av hyrbemanning", "Andel inhyrd personal", "Hyroberoende 2031")
    one, two, three = (set(terms.of(text)) for text in texts)
    assert one & two & three


def test_case_and_hyphens_do_not_matter() -> None:
    terms = Terms([])
    assert set(terms.of("PET-CT")) >= set(terms.of("petct"))
    assert set(terms.of("VÅRDPLATSER")) == set(terms.of("vårdplatser"))


@pytest.mark.parametrize(
    ("text", "number", "unit", "comparator"),
    [
        ("högst 1,7% av kostnaderna", "1.7", "%", rt.AtMost),
        ("minst 50 vårdplatser", "50", "vårdplats", rt.AtLeast),
        ("1 200 kr", "1200", "kronor", None),
        ("mer än 30 dagar", "30", "dag", rt.Above),
    ],
)
def test_figures_in_running_text(text: str, number: str, unit: str, comparator: str | None) -> None:
    (found,) = quantities(text)
    assert (found.number, found.unit, found.comparator) == (Decimal(number), unit, comparator)


def test_years_numbers_of_things_and_parts_of_words_are_no_figures() -> None:
    assert not quantities("RF12 under 2031, HoS2039, 1/1100")


def test_a_letter_too_few_or_too_many_is_a_slip_where_the_word_is_common() -> None:
    counts = Counter({"psykiatri": 5, "psyiatri": 1, "psykiatriker": 1, "närvård": 4, "närvårds": 1, "behandling": 3})
    assert slips(counts) == {"psyiatri": "psykiatri"}
    assert not slips(Counter({"psykiatri": 1, "psyiatri": 1}))


@pytest.mark.parametrize(
    ("one", "other"), [("screening", "mammografi"), ("rekrytera", "personalomsättning"), ("SVF", "cancer")]
)
def test_words_of_one_theme_meet(one: str, other: str) -> None:
    terms = Terms([])
    assert {name for name in terms.of(one) if name.startswith("≈")} & set(terms.of(other))


def test_set_phrases_have_themes_whatever_their_inflection() -> None:
    terms = Terms([])
    assert "≈nära vård" in terms.of("Den nära vården byggs ut")
    assert "≈nära vård" not in terms.of("Vården är densamma, nära havet")


def test_places_are_told_from_words_by_how_they_are_written() -> None:
    terms = Terms([("", "Ny vårdcentral i Granvik. Vården i Granvik och i Hemmet. Hemmet, hemmet.")])
    assert terms.places == {root("granvik")}


def test_the_lexicon_tells_each_word_once_and_in_one_way() -> None:
    listed = {name: text.split() for name, text in tomllib.loads(LEXICON.read_text("utf-8")).items()}
    assert all(len(words) == len(set(words)) for words in listed.values())
    assert not set(listed["weak"]) & set(listed["setting"])
