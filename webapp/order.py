"""The order of words and numbers as people have it in Swedish: a–z, å, ä, ö; 9 before 10; case and accents aside."""

import re
import unicodedata

#: Letters of their own, as signs that come after z; those of the neighbours stand with them.
AFTER_Z = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "œ": "}"}
ALIKE = {"ü": "y", "ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ł": "l"}
PIECE = re.compile(r"[0-9]{1,18}|[^0-9\W_]+")


def order(text: str) -> tuple[tuple[int, int, str], ...]:
    """What to sort a text by; numbers come before words, what is neither does not count."""
    whole = unicodedata.normalize("NFC", text).casefold()
    pieces = PIECE.findall(whole)
    return tuple(
        (0, int(piece), "") if piece.isascii() and piece.isdigit() else (1, 0, _letters(piece)) for piece in pieces
    )


def _letters(word: str) -> str:
    return "".join(AFTER_Z.get(letter) or ALIKE.get(letter) or _plain(letter) for letter in word)


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[:1]
