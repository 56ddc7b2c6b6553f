"""How names are written in an IRI."""

import re
import unicodedata

#: Last parts of compounds that name a kind of organisation: "sjukvårds|förvaltningen".
HEADS = ("förvaltning", "nämnd", "styrelse", "kontor", "direktion")


def ascii_slug(text: str) -> str:
    """A text in lower-case ASCII with hyphens: å and ä become a, ö becomes o."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def organisation_slug(name: str) -> str:
    """Initials where a name has several words ("Hälso- och sjukvårdsförvaltningen" is "hsf"), else the name."""
    words = [word for word in re.findall(r"[^\W\d_]+", name.lower()) if word not in {"och", "för", "i", "av"}]
    if len(words) < 2:
        return ascii_slug(name)
    last = next((head[0] for head in HEADS if head in words[-1] and not words[-1].startswith(head)), "")
    return ascii_slug("".join(word[0] for word in words) + last)
