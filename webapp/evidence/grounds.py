"""What a link rests on, in a sign and in words: a document, what follows from it, a person's yes, or likeness alone."""

from flask_babel import lazy_gettext

SIGNS = {"stated": "●", "accepted": "◉", "inferred": "◌", "suggested": "◇"}
WORDS = {
    "stated": lazy_gettext("står i källan"),
    "accepted": lazy_gettext("godkänd av en granskare"),
    "inferred": lazy_gettext("härlett"),
    "suggested": lazy_gettext("föreslaget"),
}


def ground_word(ground: str | None) -> str:
    """What a link rests on, in words; nothing where there is no link."""
    return str(WORDS.get(ground or "", ""))


def ground_sign(ground: str | None) -> str:
    """The sign beside the words."""
    return SIGNS.get(ground or "", "")
