"""The 21 regions: county codes, and the names by which texts and file names call them."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.words.swedish import ascii_slug

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
#: What stands behind "Region" and before "län": as patterns, the genitive's s left out.
LANDS: dict[str, str] = {
    "01": "Stockholm",
    "03": "Uppsala",
    "04": "Sörmland|Södermanland",
    "05": "Östergötland",
    "06": "Jönköping",
    "07": "Kronoberg",
    "08": "Kalmar",
    "09": "Gotland",
    "10": "Blekinge",
    "12": "Skåne",
    "13": "Halland",
    "14": "Västra Götaland",
    "17": "Värmland",
    "18": "Örebro",
    "19": "Västmanland",
    "20": "Dalarna",
    "21": "Gävleborg",
    "22": "Västernorrland",
    "23": "Jämtland(?:[- ](?:och )?Härjedalen)?",
    "24": "Västerbotten",
    "25": "Norrbotten",
}
#: Names that are formed in no other's way.
OTHERS: dict[str, str] = {"14": r"Västra Götalandsregionens?|VGR(?::s)?", "23": r"RJH(?::s)?"}
#: A region of any name: "Region Sjövik", "REGION SJÖVIK".
ANY = re.compile(r"\bR(?i:egion) (?P<land>[A-ZÅÄÖ][^\W\d_]+(?:[ -][A-ZÅÄÖ][^\W\d_]+)?(?: [Ll]än|\sLÄN)?)(?!\w)")
#: Endings that "Region X" has where X is no name: "Region Mitt" is a part of one, as are points of the compass.
NO_NAMES = frozenset({"mitt", "nord", "norr", "syd", "söder", "väst", "öst", "plan", "plus"})


def region_names(code: str) -> str:
    """A pattern of all names of a region, in any case: authority, county, the county councils of old."""
    land = rf"(?:{LANDS[code]})"
    names = [
        rf"Region(?:en)? {land}s?(?: läns?)?",
        rf"{land}s? läns?(?: landsting(?:et)?s?)?",
        rf"Landsting(?:et)?(?: i)? {land}s?(?: läns?)?",
    ]
    return "|".join([*names, OTHERS[code]] if code in OTHERS else names)


@cache
def all_names() -> re.Pattern[str]:
    """Any name of any region, in a group named after its code; blanks may be line ends."""
    groups = (f"(?P<c{code}>{region_names(code)})" for code in REGIONS)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)".replace(" ", r"\s"), re.IGNORECASE)


def regions_in(text: str) -> Iterator[str]:
    """The county code of each mention of a region, in their order."""
    for match in all_names().finditer(text):
        yield str(match.lastgroup)[1:]


def other_region(text: str) -> str | None:
    """The name of a region that is none of the 21, where a text has one: "Region Sjövik"."""
    for match in ANY.finditer(text):
        land = match["land"]
        if land.lower() not in NO_NAMES and not any(True for _ in regions_in(match[0])):
            return f"Region {land.title() if land.isupper() else land}"
    return None


def region_in_name(stem: str) -> str | None:
    """The county code that a file's name tells: "RegionDalarna", "vgr_budget", "vastmanland-hsf-2025", "Region_Orebro_lan"."""
    words = ascii_slug(re.sub(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])", " ", stem)).split("-")
    joined = f"-{'-'.join(words)}-"
    for code, lands in LANDS.items():
        names = [ascii_slug(land) for land in re.sub(r"\(.*", "", lands).split("|")]
        if any(f"-{name}-" in joined or f"-{name}s-lan" in joined or f"-region{name}-" in joined for name in names):
            return code
    return "14" if "vgr" in words or "gotalandsregionen" in words else None
