"""Text as a person would read it aloud: line ends, line-end hyphens and odd blanks undone, nothing else."""

import re
from collections.abc import Set as AbstractSet

#: Blanks that are not plain: no-break, narrow no-break, thin, figure space; and tabs.
ODD_BLANKS = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
#: Hyphens that are not plain; U+2010 also serves as a minus sign in spreadsheets' output.
ODD_HYPHENS = re.compile("[\u2010\u2011\u2212]")
#: Marks that show nothing: soft hyphen, zero-width blanks, byte order mark; private-use bullets.
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\ufeff]")
#: What a text may have that is not as it would be read aloud: those, line ends, markup, blanks in a row.
UNEVEN = re.compile(
    f"[{ODD_BLANKS.pattern[1:-1]}{ODD_HYPHENS.pattern[1:-1]}{INVISIBLE.pattern[1:-1]}\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029<]|  "
)
MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,40}>")
#: Words after which a hyphen stays: "hälso- och sjukvård".
JOINERS = frozenset({"och", "eller", "samt", "respektive", "till"})
ORDINALS = frozenset({"första", "andra", "tredje", "fjärde", "femte", "icke", "ej"})
#: Endings that a narrow column breaks off from their word without any hyphen.
BROKEN_OFF = frozenset(
    {"ning", "ningar", "ningen", "tion", "tioner", "het", "heten", "skap", "na", "na,", "ar", "er", "or", "en", "et"}
)
#: Those of them that are words, too: only a word that the document has shows that they were broken off.
ALSO_WORDS = frozenset({"en", "er"})
SHORT_WORDS = frozenset({"i", "å", "ö", "o", "à", "&"})
#: Months, of which a hyphen joins two: "jan-aug".
MONTHS = re.compile(
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text with plain blanks and hyphens, without invisible marks and markup; lengths may change."""
    text = ODD_HYPHENS.sub("-", ODD_BLANKS.sub(" ", INVISIBLE.sub("", text)))
    return MARKUP.sub("", text)


def even(text: str) -> str:
    """The text with plain blanks and hyphens in place of odd ones, every character where it was."""
    return INVISIBLE.sub(" ", ODD_HYPHENS.sub("-", ODD_BLANKS.sub(" ", text)))


def letters(text: str) -> str:
    """Letters, digits and per cent signs of a text, lower case."""
    return "".join(char for char in text.lower() if char.isalnum() or char == "%")


def clean(text: str, words: AbstractSet[str] = frozenset()) -> str:
    """The text on one line; `words` are the document's own, the evidence for which hyphens are real."""
    if not UNEVEN.search(text):
        return text.strip()
    joined, typed = "", False
    for line in plain(text).splitlines():
        if line.strip():
            joined = join(joined, line.strip(), words, typed=typed)
            typed = line.endswith("- ")
    return re.sub(r" {2,}", " ", joined)


def join(left: str, right: str, words: AbstractSet[str] = frozenset(), *, typed: bool = False) -> str:
    """Two lines made one; `typed` where a blank stands behind the hyphen at the first one's end."""
    if not left:
        return right
    before, after = left.rsplit(maxsplit=1)[-1], right.split(maxsplit=1)[0]
    if re.search(r"[^\W\d_]-$", before):
        return hyphenated(left, right, words, typed=typed)
    if before.endswith(("/", "/-")) or re.match(r"/\w", after) or (before.endswith(("-", "–")) and after[0].isdigit()):
        return left + right
    return left + right if broken_off(before, after, words) else f"{left} {right}"


def hyphenated(left: str, right: str, words: AbstractSet[str], *, typed: bool) -> str:
    """Two lines of which the first ends with a hyphen after a letter; only a typed one can be a dash."""
    before, after = left.rsplit(maxsplit=1)[-1], right.split(maxsplit=1)[0]
    if after.strip(",.").lower() in JOINERS or (after.endswith("-") and len(after) > 1):
        return f"{left} {right}"
    if typed and is_dash(before, after, words):
        return f"{left} {right}"
    return left + right if real_hyphen(left, before, after, words) else left[:-1] + right


def is_dash(before: str, after: str, words: AbstractSet[str]) -> bool:
    """Whether the hyphen is a dash between two words that the document has, and does not have as one."""
    stem, tail = before[:-1].lower().lstrip('("”'), after.lower().rstrip(".,;:)")
    return {stem, tail} <= words and stem + tail not in words and f"{stem}-{tail}" not in words


def real_hyphen(left: str, before: str, after: str, words: AbstractSet[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word ("HME-index", "första linje-nivå", "jan-aug")."""
    stem, tail = before[:-1].lstrip('("”'), after.rstrip(".,;:)")
    if MONTHS.fullmatch(stem) and MONTHS.fullmatch(tail):
        return True
    if (stem + "-" + tail).lower() in words:
        return True
    if (stem + tail).lower() in words:
        return False
    previous = left.split()[-2].lower() if len(left.split()) > 1 else ""
    return previous in ORDINALS or (len(stem) > 1 and stem.isupper()) or not after[0].islower()


def broken_off(before: str, after: str, words: AbstractSet[str] = frozenset()) -> bool:
    """Whether a narrow column broke a word without a hyphen ("komponentbered" / "ning")."""
    bare = after.strip(".,;:")
    single = len(bare) == 1 and bare.isalpha() and bare.islower() and bare not in SHORT_WORDS
    if single and re.search(r"/[A-ZÅÄÖ]$", before):
        return True
    if not before[-1:].isalpha() or (not before.islower() and not before[1:].islower()):
        return False
    known = bare not in ALSO_WORDS or (before + bare).lower() in words
    return single or (len(before) > 7 and bare in BROKEN_OFF and known)
