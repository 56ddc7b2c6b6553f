"""The regional plan that a plan says it builds on: known by its name and years, without any document of its own."""

import re

from graph.records import Organisation, Plan, Region
from loaders.document import Document
from loaders.words.clean import even
from ontology import rt

#: "bygger på regionplan 2026–2028", "utgår från regionplanen och budgeten 2026-28".
SAID = re.compile(
    r"(?i)\b(?:bygger|baseras|baserar\ssig|grundar\ssig|grundas|vilar|utgår)\s+(?:på|från|i)\s+"
    r"(?:den\s|region\s[^\W\d_]{2,30}\s)?(?P<title>regionplan(?:en)?(?:\s+och\s+budget(?:en)?)?(?:\s+för)?"
    r"\s+(?P<first>20\d\d)\s?[-–]\s?(?P<last>(?:20)?\d\d)(?!\d))"
)


def built_on(document: Document, region: Region) -> Plan | None:
    """The regional plan, which is the region's own, where a sentence names it with its years."""
    said = SAID.search(even(document.source.text))
    if not said:
        return None
    title = document.cut(said.start("title"), said.end("title"))
    first, last = int(said["first"]), int(said["last"][-2:]) + int(said["first"]) // 100 * 100
    return Plan(
        kind=rt.RegionalPlan,
        title=title.text,
        year=first,
        period_start=first,
        period_end=max(first, last),
        organisation=Organisation(name=region.name, slug="region", region=region),
        region=region,
        place=document.cut(said.start(), said.end()).place,
    )
