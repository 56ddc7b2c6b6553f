"""Names of regions and organisations, and how they are written in an IRI."""

import re
import unicodedata

#: County codes and regional authorities, after SCB's list of counties (länskoder); 21 regions run health care.
REGIONS: dict[str, str] = {
    "01": "Region Stockholm",
    "03": "Region Uppsala",
    "04": "Region Sörmland",
    "05": "Region Östergötland",
    "06": "Region Jönköpings län",
    "07": "Region Kronoberg",
    "08": "Region Kalmar län",
    "09": "Region Gotland",
    "10": "Region Blekinge",
    "12": "Region Skåne",
    "13": "Region Halland",
    "14": "Västra Götalandsregionen",
    "17": "Region Värmland",
    "18": "Region Örebro län",
    "19": "Region Västmanland",
    "20": "Region Dalarna",
    "21": "Region Gävleborg",
    "22": "Region Västernorrland",
    "23": "Region Jämtland Härjedalen",
    "24": "Region Västerbotten",
    "25": "Region Norrbotten",
}
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


def region_code(text: str) -> str | None:
    """The county code of the region that a text names first, if any."""
    found = [(text.find(name), code) for code, name in REGIONS.items() if name in text]
    return min(found)[1] if found else None
