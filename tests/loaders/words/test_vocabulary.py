"""The vocabulary is sound data, and one word more in it is one head more that can be read."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.document import Document
from loaders.layout.headers import HeaderWords
from loaders.layout.squeeze import squeezed
from loaders.recognise import families
from loaders.words.lexicon import Lexicon
from loaders.words.phrases import PLACEHOLDERS, running_pattern, spellings, squeezed_pattern, squeezed_words, ways
from loaders.words.vocabulary import FILE, ColumnWord, Vocabulary, vocabulary

TABLES = sorted(vocabulary().tables)
HEADINGS = sorted(vocabulary().headings)


def spelled(phrases: tuple[str, ...]) -> list[str]:
    """All spellings of phrases."""
    return [spelling for phrase in phrases for spelling in set(ways(phrase))]


@pytest.mark.parametrize("name", TABLES)
def test_no_word_means_two_things_in_a_family(name: str) -> None:
    owners: dict[str, set[str]] = {}
    for word in vocabulary().tables[name]:
        for spelling in spelled(word.phrases):
            owners.setdefault(re.sub(r"[\s-]+", "", spelling), set()).add(word.meaning)
    assert {spelling: meanings for spelling, meanings in owners.items() if len(meanings) > 1} == {}


@pytest.mark.parametrize("name", TABLES)
def test_phrases_are_written_once_and_plainly(name: str) -> None:
    for word in vocabulary().tables[name]:
        assert word.phrases, f"{name}.{word.meaning} has no words"
        assert [phrase for phrase, times in Counter(word.phrases).items() if times > 1] == []
        for phrase in word.phrases:
            assert phrase == phrase.strip()
            used = set(re.findall(r"\{[^}]*\}", phrase)) if not phrase.startswith("re:") else set()
            assert used <= set(PLACEHOLDERS), f"{phrase}: unknown placeholder"


@pytest.mark.parametrize("name", TABLES)
def test_what_is_timeless_is_a_column_of_its_family(name: str) -> None:
    listed = FILE.read_text("utf-8").split(f"[columns.{name}]\n")[1].split("\n[")[0]
    timeless = re.search(r"^timeless = \[(.*)\]$", listed, re.MULTILINE)
    meanings = {word.meaning for word in vocabulary().tables[name]}
    assert set(re.findall(r'"(\w+)"', timeless[1] if timeless else "")) <= meanings


@pytest.mark.parametrize("name", TABLES)
def test_every_spelling_is_found_where_it_stands(name: str) -> None:
    words = vocabulary().tables[name]
    lexicon = Lexicon(words)
    for word in words:
        for spelling in spelled(word.phrases):
            if spelling.startswith("re:") or "{" in spelling:
                re.compile(squeezed_pattern(spelling))
                continue
            text = re.sub(r"[^\w%]|_", "", spelling.lower())
            found = lexicon.longest(text, 0)
            assert found is not None
            assert found[0] == len(text)
            assert found[1].meaning == word.meaning


def test_every_family_of_words_is_read_by_some_table() -> None:
    heads = (words for family in families() for words in (*family.heads, *family.plain))
    used = {id(word) for words in heads for word in words.words}
    assert [name for name in TABLES if not {id(word) for word in vocabulary().tables[name]} & used] == []


def test_every_heading_is_looked_for_somewhere() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(FILE).parents[1].rglob("*.py"))
    assert [name for name in HEADINGS if f"'{name}'" not in code and f'"{name}"' not in code] == []


@pytest.mark.parametrize(
    ("phrase", "all_of_them"),
    [
        ("mått", {"mått"}),
        ("indikator(er)", {"indikator", "indikatorer"}),
        ("klar(t) (när|senast)", {"klar ", "klart ", "klar när", "klart när", "klar senast", "klart senast"}),
        ("[belopp|summa] i plan", {"belopp i plan", "summa i plan"}),
        ("[aktivitet(er)|projekt]", {"aktivitet", "aktiviteter", "projekt"}),
    ],
)
def test_choices_are_spelled_out(phrase: str, all_of_them: set[str]) -> None:
    assert set(spellings(phrase)) == all_of_them


@pytest.mark.parametrize(
    ("spelling", "pattern", "text"),
    [
        ("mål {år}", r"mål(?=", "mål2027"),
        ("{år}", "(?=", "2027"),
        ("utfall {år-månad}", "utfall", "utfall202510"),
        ("bilaga {siffra}", r"bilaga\d", "bilaga2"),
        ("{år-år}", "", "20252027"),
        ("re:milstolpar[a-zåäö]*", "milstolpar", "milstolparna"),
    ],
)
def test_placeholders_are_patterns(spelling: str, pattern: str, text: str) -> None:
    assert squeezed_pattern(spelling).startswith(pattern)
    assert re.match(squeezed_pattern(spelling), text)


def test_words_of_headings_are_found_over_line_ends_and_squeezed() -> None:
    assert re.fullmatch(running_pattern(["axplock av resultat(en)"]), "axplock av\n  resultaten")
    assert re.fullmatch(squeezed_words(["axplock av resultat(en)"]), "axplockavresultaten")
    assert re.match(running_pattern(["mål", "målområde"]), "målområde")[0] == "målområde"  # type: ignore[index]


def test_the_longest_word_counts_and_a_year_behind_decides() -> None:
    words = (
        ColumnWord("goal", ("mål",)),
        ColumnWord("area", ("målområde",)),
        ColumnWord("target", ("mål {år}", "målvärde")),
    )
    lexicon = Lexicon(words)
    told = {text: lexicon.longest(text, 0) for text in ("mål", "målområde", "mål2027", "målår2027", "målvärde2027")}
    assert {text: found[1].meaning for text, found in told.items() if found} == {
        "mål": "goal",
        "målområde": "area",
        "mål2027": "target",
        "målår2027": "target",
        "målvärde2027": "target",
    }
    assert lexicon.longest("besök", 0) is None


def test_a_word_more_makes_a_head_readable(tmp_path: Path, as_document: Callable[[str], Document]) -> None:
    document = as_document("Text.\n\nKompasspunkt\tRiktmärke 2031\tUtfall 2029\nTelefonsvar\t90 %\t84 %\n")
    told = FILE.read_text("utf-8")
    more = told.replace('indicator = ["indikator(er)"', 'indicator = ["kompasspunkt(er)", "indikator(er)"', 1)
    more = more.replace('"målnivå", "måltal"', '"målnivå", "riktmärke", "måltal"', 1)
    (tmp_path / "more.toml").write_text(more, "utf-8")
    before, after = (
        list(
            HeaderWords(Vocabulary.read(path).tables["indicators"], frozenset({"indicator", "target"}), least=3).find(
                document, squeezed(document)
            )
        )
        for path in (FILE, tmp_path / "more.toml")
    )
    assert before == []
    assert [(column.meaning, column.year) for column in after[0].columns] == [
        ("indicator", None),
        ("target", 2031),
        ("baseline", 2029),
    ]
