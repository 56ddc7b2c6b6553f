"""Between the names of things and the addresses of their pages.

Things are named under `BASE`, wherever the server stands; terms of the ontology under its own namespace. What is named
elsewhere has no page here.
"""

import re
from urllib.parse import quote

from flask import g, url_for

from graph.iris import BASE
from ontology.iri import Iri
from ontology.rt import RT

#: What the path of a name may be made of; anything else names nothing.
PATH = re.compile(r"[A-Za-z0-9._~/,;:@!$&'()*+=-]{1,1000}")
WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
#: The forms in which lists can be had, and those of a single thing, by the ending of the address.
ENDINGS = ("ttl", "jsonld", "json")
FORMS = (*ENDINGS, "csv", "nt", "rdf")


def thing_at(path: str) -> Iri | None:
    """The name that a path under `/id/` stands for; None where it can be no name."""
    return Iri(BASE + path) if PATH.fullmatch(path) else None


def address(name: str) -> str | None:
    """Where a thing or term has its page, in the language of the request; None where it has no page here."""
    whole, mark, fragment = name.partition("#")
    if name.startswith(RT):
        return url_for("terms.term", lang=g.lang, name=name.removeprefix(RT))
    if whole.startswith(BASE):
        page = url_for("thing.page", lang=g.lang, path=whole.removeprefix(BASE))
        return page + (mark + quote(fragment, safe="=,") if mark else "")
    return None


def thread_address(name: str) -> str:
    """Where the thread of a thing can be followed, by the name of the thing or of its thread."""
    return url_for("threads.one", path=name.removeprefix(BASE))


def elsewhere(name: str) -> str | None:
    """The address of what is named elsewhere on the web; None for names that are no such address."""
    return name if WEB.fullmatch(name) else None


def data_address(name: str, form: str) -> str:
    """Where the data of a thing or term can be had in one of FORMS."""
    if name.partition("#")[0] == RT.rstrip("#"):
        return url_for("ontology.data", form=form)
    return url_for("thing.data", path=name.partition("#")[0].removeprefix(BASE), form=form)


def data_addresses(name: str) -> dict[str, str]:
    """The same in all FORMS."""
    return {form: data_address(name, form) for form in FORMS}
