"""A paragraph's runs: its text with tabs, line ends, marks of notes, fields; what floats beside it is noted."""

from collections.abc import Callable

from loaders.formats.blocks import LINE_END, TABULATOR
from loaders.formats.element import Element, child
from loaders.formats.galley import Ink
from loaders.formats.word.package import R, W
from loaders.formats.word.story import Field, Pot, Story
from loaders.formats.word.styles import is_on
from loaders.formats.word.symbols import symbol

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
PLACING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DRAWN, PLACED = f"{PLACING}docPr", frozenset({f"{PLACING}inline", f"{PLACING}anchor"})
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
DIAGRAM_DATA = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
FRAME = f"{W}txbxContent"
FORMS = f"{MC}AlternateContent"
LOOK, VANISH, STYLE, RUBY = f"{W}rPr", f"{W}vanish", f"{W}rStyle", f"{W}ruby"
RUN, TEXT, SPACE = f"{W}r", f"{W}t", "{http://www.w3.org/XML/1998/namespace}space"


def ink_of(story: Story, paragraph: Element, *, hidden: bool) -> tuple[Ink, ...]:
    """What a paragraph prints; `hidden` where its style hides it."""
    pot = Pot(story)
    _inside(story, paragraph, pot, hidden)
    story.close_silent_fields()
    return pot.ink()


def _inside(story: Story, parent: Element, pot: Pot, hidden: bool) -> None:
    for one in parent:
        tag = one.tag
        if tag == RUN:
            _run(story, one, pot, hidden)
        elif tag in THROUGH:
            story.inserted += tag in INSERTED
            _inside(story, one, pot, hidden)
        elif tag == SIMPLE_FIELD:
            _field(story, one, pot, hidden)
        elif tag in DELETED:
            story.deleted += 1
        elif tag in FORMULAS:
            pot.add("".join(text.text or "" for text in one.iter(f"{MATH}t")), hidden=hidden)
        elif tag == FORMS:
            _inside(story, form_of(one), pot, hidden)


def form_of(one: Element) -> Element:
    """Of two forms of the same, the newer, unless that has no words; nothing where there is neither."""
    forms = [form for form in (one.find(f"{MC}Choice"), one.find(f"{MC}Fallback")) if form is not None]
    return next((form for form in forms if next(form.iter(*WORDY), None) is not None), ())


#: What has words.
WORDY = (TEXT, FRAME, WORD_ART, PICTURE, DIAGRAM, CHART, f"{W}sym")
SIMPLE_FIELD, FORMULAS = f"{W}fldSimple", frozenset({f"{MATH}oMath", f"{MATH}oMathPara"})
DELETED, INSERTED = frozenset({f"{W}del", f"{W}moveFrom"}), frozenset({f"{W}ins", f"{W}moveTo"})
#: What stands around runs.
THROUGH = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "rubyBase")
)


def _run(story: Story, run: Element, pot: Pot, hidden: bool) -> None:
    for one in run:
        tag = one.tag
        if tag == TEXT:
            text = one.text or ""
            pot.add(text if one.get(SPACE) == "preserve" else text.strip(" \t\r\n"), hidden=hidden)
        elif tag == LOOK:
            hidden = _is_hidden(story, one, hidden)
        elif (sign := PARTING.get(tag)) is not None:
            pot.part(sign)
        elif (words := WORDS.get(tag)) is not None:
            pot.add(words(story, one), hidden=hidden)
        elif (note := NOTED.get(tag)) is not None:
            note(story, one)
        elif tag == FORMS:
            _run(story, form_of(one), pot, hidden)
        elif tag == RUBY:
            _inside(story, one, pot, hidden)


def _is_hidden(story: Story, properties: Element, hidden: bool) -> bool:
    """Whether a run is hidden: as it says itself, else its style, else its paragraph's."""
    if (own := child(properties, VANISH)) is not None:
        return is_on(own)
    style = child(properties, STYLE)
    told = story.styles.get(style.get(f"{W}val", "")).hidden if style is not None else None
    return hidden if told is None else told


def _field(story: Story, simple: Element, pot: Pot, hidden: bool) -> None:
    story.fields.append(Field(simple.get(f"{W}instr", ""), result=True))
    depth = len(story.fields)
    _inside(story, simple, pot, hidden)
    del story.fields[depth - 1 :]


def _field_sign(story: Story, sign: Element) -> None:
    match sign.get(f"{W}fldCharType"):
        case "begin":
            story.fields.append(Field())
        case "separate" if story.fields:
            story.fields[-1].result = True
        case "end" if story.fields:
            story.fields.pop()


def _instruction(story: Story, told: Element) -> None:
    if story.fields and not story.fields[-1].result and len(story.fields[-1].told) < LONGEST_INSTRUCTION:
        story.fields[-1].told += told.text or ""


def _sign(story: Story, one: Element) -> str:
    """What a mark within a line is printed as."""
    if one.tag == f"{W}sym":
        return symbol(one.get(f"{W}font", ""), one.get(f"{W}char", ""))
    if one.tag == f"{W}noBreakHyphen":
        return "-"
    of_kind = story.footnotes if one.tag == f"{W}footnoteReference" else story.endnotes
    own = one.get(f"{W}customMarkFollows", "0") not in {"0", "false"}
    return of_kind.mark(one.get(f"{W}id", ""), own=own)


def _passed(story: Story, one: Element) -> None:
    """A comment, or where a page ends."""
    if one.tag == f"{W}commentReference":
        story.comments += 1
    else:
        story.turn()


def _drawing(story: Story, one: Element) -> None:
    """Note frames with text, diagrams and what is said of pictures."""
    waiting = [one]
    while waiting:
        here = waiting.pop()
        if here.tag in {FRAME, WORD_ART}:
            story.boxes.append(here)
        elif here.tag == FORMS:
            waiting += reversed(form_of(here))
        elif here.tag in {DIAGRAM, CHART}:
            _linked(story, here)
        else:
            told = child(here, DRAWN) if here.tag in PLACED else None
            if told is not None and next(here.iter(PICTURE), None) is not None:
                story.pictures.append(told.get("descr", "") or told.get("title", ""))
            waiting += reversed(here)


def _linked(story: Story, here: Element) -> None:
    """Note the part with a diagram's or a chart's words, once."""
    part = story.package.target(story.part, here.get(DIAGRAM_DATA) or here.get(f"{R}id", ""))
    root = story.package.tree(part) if part and part not in story.drawn else None
    if part and root is not None:
        story.drawn.add(part)
        story.boxes.append(root)


#: A field's instruction is told apart by its first word.
LONGEST_INSTRUCTION = 200
#: What may stand in a run: what parts it, what is printed as a sign, what is but noted.
PARTING = {f"{W}tab": TABULATOR, f"{W}ptab": TABULATOR, f"{W}br": LINE_END, f"{W}cr": LINE_END}
WORDS: dict[str, Callable[[Story, Element], str]] = {
    f"{W}{name}": _sign for name in ("sym", "noBreakHyphen", "footnoteReference", "endnoteReference")
}
NOTED: dict[str, Callable[[Story, Element], None]] = {
    f"{W}fldChar": _field_sign,
    f"{W}instrText": _instruction,
    f"{W}commentReference": _passed,
    f"{W}lastRenderedPageBreak": _passed,
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _drawing,
}
