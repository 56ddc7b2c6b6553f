"""The block on top of an SSSOM/TSV file: which prefixes its names begin with, and what holds for all its rows.

It is YAML behind `#` signs. Only its block style is read, plain or in quotes, which is what writers of SSSOM make.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import dedent

from graph.iris import BASE
from graph.terms import node
from ontology.iri import Iri
from ontology.rt import RT

#: The beginnings of names that SSSOM itself knows; they are not declared.
BUILT_IN = {
    "semapv": "https://w3id.org/semapv/vocab/",
    "sssom": "https://w3id.org/sssom/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
OURS = {"id": str(BASE), "rt": RT}
#: Columns of ours beside SSSOM's, in the order of their properties; the first two have none.
EXTENSIONS = {
    "object_fingerprint": None,
    "subject_fingerprint": None,
    "evidence": "rt:evidence",
    "grade": "rt:grade",
    "method": "rt:method",
}
#: What a name may be made of.
NAME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}:[^\x00-\x20<>\"{}|\\^`\x7f-\xa0]{1,2000}")
#: A name up to its last part, which is never empty.
BEGINNING = re.compile(r"^.*[/#:](?=.)")
LINE = re.compile(r" *(?P<key>[A-Za-z_][\w.-]*|\"[\w.-]+\"|'[\w.-]+'):(?: +(?P<value>\S.*))?")


@dataclass(frozen=True)
class Metadata:
    """What the block says: the beginnings of names by prefix, and single values that hold for all rows."""

    prefixes: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)

    def iri(self, name: str) -> Iri:
        """The name that `prefix:rest` stands for, or one that stands there whole. Raises ValueError."""
        prefix, _, rest = name.partition(":")
        if not NAME.fullmatch(name):
            raise ValueError(f"“{name[:60]}” is no name like id:19/hsf/…; blanks and signs such as < are not allowed")
        beginning = self.prefixes.get(prefix) or BUILT_IN.get(prefix)
        if beginning is None and rest.startswith("//"):
            return _whole(name)
        if beginning is None:
            raise ValueError(f"the prefix “{prefix}:” is not in the curie_map on top of the file")
        return _whole(beginning + rest)


def _whole(name: str) -> Iri:
    try:
        return Iri(node(name).value)
    except ValueError as error:
        raise ValueError(f"“{name[:60]}” is no IRI: {error}") from error


def parsed(lines: Iterable[str]) -> Metadata:
    """What the block's lines say, without their `#`; raises ValueError for what is not read."""
    prefixes: dict[str, str] = {}
    values: dict[str, str] = {}
    above = ""
    for line in filter(str.strip, dedent("\n".join(lines)).split("\n")):
        inside = line.startswith((" ", "- "))
        if inside and above != "curie_map":
            continue  # what belongs to a key that says nothing of the rows
        key, value = _pair(line)
        if inside:
            prefixes[key] = value
        else:
            above, values[key] = key, value
    if values.get("curie_map"):
        raise ValueError("the curie_map must have a line for each prefix")
    return Metadata(prefixes, values)


def _pair(line: str) -> tuple[str, str]:
    found = LINE.fullmatch(line.rstrip())
    if found is None:
        raise ValueError(f"“{line.strip()[:60]}” is not of the form “key: value”")
    return found["key"].strip("\"'"), _scalar(found["value"] or "")


def _scalar(written: str) -> str:
    if written.startswith('"'):
        try:
            return str(json.loads(written))
        except ValueError as error:
            raise ValueError(f"{written[:60]} is no text in quotes") from error
    if written.startswith("'") and written.endswith("'"):
        return written[1:-1].replace("''", "'")
    return written


def block(names: Iterable[Iri], columns: Iterable[str]) -> tuple[Mapping[str, str], Iterator[str]]:
    """The prefixes that names need, by what they stand for, and the block's lines for a table with some columns."""
    prefixes = {beginning: prefix for prefix, beginning in OURS.items()}
    for beginning in sorted({_beginning(name) for name in names} - prefixes.keys()):
        prefixes[beginning] = f"ns{len(prefixes) - 1}"
    extensions = [name for name in EXTENSIONS if name in set(columns)]
    return prefixes, _lines(prefixes, extensions)


def shortened(name: Iri, prefixes: Mapping[str, str]) -> str:
    """A name with its prefix for its beginning."""
    beginning = _beginning(name)
    return f"{prefixes[beginning]}:{name[len(beginning) :]}"


def _beginning(name: Iri) -> str:
    """What a name's prefix stands for: one of ours, else all but its last part."""
    ours = (each for each in OURS.values() if name.startswith(each) and name != each)
    return next(ours, None) or str(BEGINNING.findall(name)[0])


def _lines(prefixes: Mapping[str, str], extensions: list[str]) -> Iterator[str]:
    yield "#curie_map:"
    yield from (f"#  {prefix}: {beginning}" for prefix, beginning in sorted((p, b) for b, p in prefixes.items()))
    yield f"#mapping_set_id: {BASE}reviews"
    yield "#mapping_set_title: Decisions on links that no document states"
    yield "#license: https://w3id.org/sssom/license/unspecified"
    if extensions:
        yield "#extension_definitions:"
    for name in extensions:
        yield f"#- slot_name: {name}"
        if EXTENSIONS[name]:
            yield f"#  property: {EXTENSIONS[name]}"
