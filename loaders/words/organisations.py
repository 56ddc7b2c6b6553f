"""What boards, administrations, areas, units and companies are called, and how a text names them."""

import re
from collections import Counter
from collections.abc import Iterator

from loaders.words.swedish import ascii_slug, organisation_slug

#: What the name of a body ends with: "Hälso- och sjukvårds|nämnden".
BODIES = r"nämnd(?:en)?|förvaltning(?:en)?|styrelse(?:n)?|kontor(?:et)?|utskott(?:et)?|myndighet(?:en)?|revision(?:en)?"
#: In running text only those of which plans are usual, else every "kontoret" were one.
BOARD = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:-)?(?:\s(?:och|för)\s[a-zåäö]+|\s[a-zåäö]+)?(?:nämnden|nämnd|förvaltningen|förvaltning)\b"
)
#: A body named on a title page, the genitive's s left out.
BODY = rf"[A-ZÅÄÖ][a-zåäö]*-?(?:,? (?:[a-zåäö]+- )?(?:och|för|samt) [a-zåäö]+?| [a-zåäö]+?)?(?:{BODIES})(?=s?(?!\w))"
#: What stands in front of a name that is not one by itself: "Nämnden för folkhälsa", "Område Rehabilitering".
FOR = (
    r"(?:Nämnden|Styrelsen|Förvaltningen|Enheten|Avdelningen|Beredningen|Myndigheten) för [^\W\d_][\w-]*"
    r"(?:,? (?:och |samt |i )?[^\W\d_][\w-]*){0,5}"
)
UNDER = (
    r"(?:(?:Verksamhets|Resultat|Förvaltnings|Sjukvårds|Närsjukvårds)?[Oo]mråde|Division|Enhet|Avdelning|Klinik|Förvaltning"
    r"|Sektion|Verksamhet|Basenhet|Centrum för) (?!20\d\d)[A-ZÅÄÖ][\w-]*(?:,? (?:och |i |för |& )?[^\W\d_][\w-]*){0,5}"
)
NAMED = r"(?:Folktandvården|Närsjukvården|Länssjukvården|Primärvården|Psykiatrin|Tandvården)(?: [A-ZÅÄÖ][\w-]*){0,2}"
HOUSE = r"(?:[A-ZÅÄÖ][\w-]* ){0,3}(?:[A-ZÅÄÖ][\w-]*|(?:universitets)?)sjukhus(?:et)?(?!\w)(?: [A-ZÅÄÖ][\w-]*)?|[A-ZÅÄÖ][\w-]* lasarett"
COMPANY = r"[A-ZÅÄÖ][\w&-]*(?: (?:i |och )?[A-ZÅÄÖ][\w&-]*){0,4} AB(?!\w)"
ORGANISATION = re.compile("|".join((COMPANY, FOR, BODY, UNDER, NAMED, HOUSE)))
#: Lines of a title page that tell who decided, not whose the plan is.
DECIDED = re.compile(
    r"(?i)\s*(?:besluta|beslut\b|fastställ|antagen|antagna|godkän|dnr|diarie|handlägg|ansvarig|version|giltig|framtagen"
    r"|reviderad|datum|uppgifts|kontakt|foto|tryck|produktion|upprättad|dokument|bilaga|till )"
)
#: A longer line names none by itself.
LONGEST = 200
#: Short forms that stand for the same body in every region.
USUAL = {"rs": "Regionstyrelsen", "hsn": "Hälso- och sjukvårdsnämnden", "run": "Regionala utvecklingsnämnden"}
#: Levels of organisations, by what their names have in them.
LEVELS: tuple[tuple[str, str], ...] = (
    ("company", r"(?-i:\bAB\b)|folktandvård"),
    ("board", r"nämnd|styrelse|utskott|revision|beredning"),
    ("administration", r"förvaltning|kontor|myndighet|sjukhus|lasarett|division"),
    ("unit", r"område|enhet|avdelning|klinik|sektion|centrum|vården"),
)


def organisations_in(text: str) -> Iterator[str]:
    """The organisations that a line of a title page names, in their order."""
    if DECIDED.match(text) or len(text) > LONGEST:
        return
    plain = text.capitalize() if text.isupper() else text
    for match in ORGANISATION.finditer(plain):
        yield match[0].strip()


def level_of(name: str) -> str | None:
    """What kind of organisation a name is of: a board, an administration, a unit, a company."""
    return next((level for level, words in LEVELS if re.search(rf"(?i){words}", name)), None)


def usual_spelling(name: str, text: str) -> str:
    """The spelling of a body that a text uses most, where its title page misspells it by a letter or two."""
    body = re.search(rf"(?:{BODIES})$", name)
    if not body:
        return name
    near = Counter(match[0] for match in BOARD.finditer(text) if is_misspelt(match[0], name))
    return near.most_common(1)[0][0] if near and near.most_common(1)[0][1] > text.count(name) else name


def is_misspelt(one: str, other: str) -> bool:
    """Whether two names differ in two letters at most."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= 2


def organisation_named(stem: str, text: str) -> str | None:
    """The organisation that a file's name tells, in words or in the initials of one that the text names."""
    words = re.sub(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])|[\s_.–-]+", " ", stem).strip()
    if found := next(organisations_in(words), None):
        return found
    named = {organisation_slug(match[0]): match[0] for match in BOARD.finditer(text)}
    slugs = {ascii_slug(match): match for match in named.values()}
    tokens = [ascii_slug(word) for word in words.split()]
    known = named | slugs
    return next((known.get(token) or USUAL.get(token) for token in tokens if token in known or token in USUAL), None)
