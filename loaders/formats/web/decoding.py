"""A page's bytes as text: by its mark, by what it declares, else UTF-8, else Windows-1252 as browsers do."""

import codecs
import re

#: How far into a page its encoding may be declared.
HEAD = 4096
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
#: What browsers take these for.
WINDOWS = frozenset({"iso8859-1", "latin-1", "ascii", "cp1252"})
#: Encodings that a page of Sweden may have; no other declaration is believed.
BELIEVED = WINDOWS | {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-15", "mac-roman", "iso8859-4", "iso8859-10"}
#: Signs that a page's text may not hold.
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
#: Pictures written into an address.
DATA = re.compile(r"""data:[^"'\s)>]{200,}""")


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of a page; `declared` is what the archive around it says of its encoding. What is no text is left out."""
    text = _decoded(data, declared)
    return DATA.sub("data:", CONTROLS.sub(" ", text))


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    found = DECLARED.search(data, 0, HEAD)
    told = known(declared) or known(found[1].decode("ascii", "replace") if found else None)
    # A page that is proper UTF-8 is that, whatever a server's setting wrote at its top.
    for each in ("utf-8", told):
        try:
            return data.decode(each or "utf-8")
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")


def known(name: str | None) -> str | None:
    """The codec of an encoding by its name; none where it is not known, or not believed."""
    try:
        found = codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None
    if found in WINDOWS:
        return "cp1252"
    return found if found in BELIEVED else None
