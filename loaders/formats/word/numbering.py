"""Automatic numbers: what Word prints before a paragraph, counted as Word counts."""

import re
from dataclasses import dataclass, field

from loaders.formats.element import Element
from loaders.formats.labels import BULLET, written
from loaders.formats.word.package import W

LEVELS = 9
#: What is printed before a paragraph is told in no longer text than this.
LONGEST = 60


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered: from where, in which form, in which text ("%1.%2"), after which level anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    blank: bool = True
    legal: bool = False
    anew_after: int | None = None


@dataclass
class Numbering:
    """The lists of a document and how far each has been counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    by_style: dict[tuple[str, str], int] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    own: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number: str, level: int) -> str:
        """What is printed before the next paragraph of a list's level, with the blank behind it; nothing for no list."""
        which = self.lists.get(number)
        found = self._level(number, level)
        if which is None or found is None or not 0 <= level < LEVELS:
            return ""
        count = self._counted(number, which, level, found)
        if found.form == "bullet":
            return f"{BULLET} "
        text = re.sub(r"%(\d)", lambda match: self._place(number, count, int(match[1]) - 1, found.legal), found.text)
        return text + (" " if found.blank and text else "")

    def level_of(self, number: str, style: str) -> int | None:
        """The level that a list gives to a style."""
        return self.by_style.get((self.lists.get(number, ""), style))

    def _level(self, number: str, level: int) -> Level | None:
        """How a level is numbered: as a list has it of its own, else as its kind has it."""
        own = self.own.get(number, {}).get(level)
        return own or self.levels.get(self.lists.get(number, ""), {}).get(level)

    def _counted(self, number: str, which: str, level: int, found: Level) -> list[int | None]:
        """The counts of a list after one more paragraph on a level; deeper levels begin anew."""
        count = self._counts.setdefault(which, [None] * LEVELS)
        anew = self.starts.get(number, {}).get(level)
        if anew is not None and (number, level) not in self._begun:
            count[level] = anew
        else:
            count[level] = found.start if count[level] is None else (count[level] or 0) + 1
        self._begun.add((number, level))
        for deeper in range(level + 1, LEVELS):
            rule = self._level(number, deeper)
            if rule is None or rule.anew_after is None or level < rule.anew_after:
                count[deeper] = None
        return count

    def _place(self, number: str, count: list[int | None], level: int, legal: bool) -> str:
        """The number of one level within a label; a level that has not begun counts as begun."""
        rule = self._level(number, level) or Level()
        if not 0 <= level < LEVELS:
            return ""
        if count[level] is None:
            count[level] = rule.start
        return written(count[level] or 0, "decimal" if legal else rule.form)


def numbering_of(root: Element | None) -> Numbering:
    """The lists that a part tells."""
    numbering = Numbering()
    links: dict[str, str] = {}
    for kind in root.iterfind(f"{W}abstractNum") if root is not None else ():
        which = kind.get(f"{W}abstractNumId", "")
        numbering.levels[which] = {at: _level(one) for one in kind.iterfind(f"{W}lvl") for at in _at(one)}
        for one in kind.iterfind(f"{W}lvl"):
            if (style := one.find(f"{W}pStyle")) is not None:
                numbering.by_style[which, style.get(f"{W}val", "")] = next(iter(_at(one)), 0)
        if (link := kind.find(f"{W}styleLink")) is not None:
            links[link.get(f"{W}val", "")] = which
    for one in root.iterfind(f"{W}num") if root is not None else ():
        _add_list(numbering, one)
    for kind in root.iterfind(f"{W}abstractNum") if root is not None else ():
        if (link := kind.find(f"{W}numStyleLink")) is not None and link.get(f"{W}val") in links:
            which = kind.get(f"{W}abstractNumId", "")
            numbering.levels[which] = numbering.levels[links[link.get(f"{W}val")]]
    return numbering


def _add_list(numbering: Numbering, one: Element) -> None:
    number, kind = one.get(f"{W}numId", ""), one.find(f"{W}abstractNumId")
    numbering.lists[number] = kind.get(f"{W}val", "") if kind is not None else ""
    for override in one.iterfind(f"{W}lvlOverride"):
        for at in _at(override):
            if (start := _number(override.find(f"{W}startOverride"))) is not None:
                numbering.starts.setdefault(number, {})[at] = start
            if (level := override.find(f"{W}lvl")) is not None:
                numbering.own.setdefault(number, {})[at] = _level(level)


def _at(one: Element) -> list[int]:
    """The level's number, if it has a proper one."""
    text = one.get(f"{W}ilvl", "")
    return [int(text)] if text in set("012345678") else []


def _level(one: Element) -> Level:
    text, form, suffix = one.find(f"{W}lvlText"), one.find(f"{W}numFmt"), one.find(f"{W}suff")
    return Level(
        _number(one.find(f"{W}start")) or 0 if one.find(f"{W}start") is not None else 0,
        form.get(f"{W}val", "decimal") if form is not None else "decimal",
        text.get(f"{W}val", "")[:LONGEST] if text is not None else "",
        suffix is None or suffix.get(f"{W}val") != "nothing",
        one.find(f"{W}isLgl") is not None,
        _number(one.find(f"{W}lvlRestart")),
    )


def _number(one: Element | None) -> int | None:
    """The number that an element tells; none where it is no proper one."""
    text = one.get(f"{W}val", "") if one is not None else ""
    return int(text) if text.isdecimal() and len(text) < 9 else None
