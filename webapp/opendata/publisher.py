"""Who publishes the data and on which terms, as whoever runs the service says it. Nothing of it is guessed.

A file in TOML, named by `rodatraden serve --publisher FILE`, all of it optional:

    name = "Region Exempel"
    type = "RegionalAuthority"
    uri = "http://dataportal.se/organisation/SE2320000000"
    homepage = "https://region.example/"
    license = "http://creativecommons.org/licenses/by/4.0/"
    contact = "oppnadata@region.example"
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from flask_babel import lazy_gettext

from ontology.iri import Iri

#: What a publisher may be, as DCAT-AP has it.
TYPES = (
    "Academia-ScientificOrganisation", "Company", "IndustryConsortium", "LocalAuthority", "NationalAuthority",
    "NonGovernmentalOrganisation", "NonProfitOrganisation", "PrivateIndividual(s)", "RegionalAuthority",
    "StandardisationBody", "SupraNationalAuthority",
)  # fmt: skip
TYPE = Iri("http://purl.org/adms/publishertype/")
#: What is a way to reach someone by a click; anything else is shown as it is.
MAIL = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,255}")
WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]{1,500}")


@dataclass(frozen=True)
class Publisher:
    """Who publishes, and on which terms; "" for what nobody said. `contact` is an address of mail or the web."""

    name: str = ""
    type: str = ""
    uri: str = ""
    homepage: str = ""
    license: str = ""
    contact: str = ""

    def missing(self) -> Iterator[object]:
        """What a catalogue of data asks for and nobody said, in words."""
        if not self.name:
            yield lazy_gettext("vem som ger ut uppgifterna")
        if self.name and not self.type:
            yield lazy_gettext("vad för slags utgivare det är")
        if not self.license:
            yield lazy_gettext("under vilken licens uppgifterna får användas")
        if not reached(self.contact):
            yield lazy_gettext("vem som svarar på frågor om dem")


def publisher(settings: Mapping[str, Any]) -> Publisher:
    """The publisher in an application's settings, `PUBLISHER`; its contact is `CONTACT` where it tells none."""
    found = settings.get("PUBLISHER") or Publisher()
    return replace(found, contact=found.contact or str(settings.get("CONTACT") or ""))


def read(file: Path) -> Publisher:
    """The publisher in a file; raises ValueError, telling what is wrong."""
    told = tomllib.loads(file.read_text("utf-8"))
    known = {field.name for field in fields(Publisher)}
    if odd := set(told) - known:
        raise ValueError(f"{', '.join(sorted(odd))}: nothing is told so. There are: {', '.join(sorted(known))}.")
    if not all(isinstance(value, str) for value in told.values()):
        raise ValueError("All that a publisher is told by is text, in quotation marks.")
    found = Publisher(**told)
    if found.type and found.type not in TYPES:
        raise ValueError(f"type: {found.type} is none of {', '.join(TYPES)}.")
    for name in ("uri", "homepage", "license"):
        if (value := getattr(found, name)) and not WEB.fullmatch(value):
            raise ValueError(f"{name}: {value} is no address of the web.")
    return found


def reached(contact: str) -> str:
    """The address of a link to a contact; "" where it is none that can be followed."""
    if MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    return contact if contact.startswith("https://") and WEB.fullmatch(contact) else ""
