"""What somebody wrote in a document that came back: in its fields, and as remarks beside it.

Who a program says the remark is from is not read: that is a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple
from xml.etree import ElementTree as ET

from beraad.report.asking import ANSWERS, REACTIONS
from beraad.report.choosing import choice_on, is_untouched
from beraad.report.inspecting.archive import opened
from beraad.report.inspecting.limits import LONGEST_TEXT, MOST_REMARKS, within
from beraad.report.inspecting.said import (
    ANNOTATION,
    TEXT,
    W,
    text_of,
    text_paragraphs,
    word_paragraphs,
    word_text,
)
from beraad.report.inspecting.xml import parsed
from beraad.report.printed import reference, referred, sign, signs_in
from beraad.report.returned import ABOUT, CHOICE, ELSEWHERE, REFERENCE, TITLE, UNSEEN, WRITING, Kind

_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DEFINED = f"{_META}user-defined"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_FOOT = re.compile(r"word/footer\d+\.xml")
_ASKED: Mapping[str, str] = {
    label: lines.field(number)
    for lines in (ANSWERS, REACTIONS)
    for number, (label, _) in enumerate(lines.asks, start=1)
}
"""Every question after which somebody writes, with the name of its field."""
_NAMES: Mapping[str, str] = {**_ASKED, CHOICE: ANSWERS.choice}
_REMARK = "Opmerking in de kantlijn"
_LONGEST_PLACE = 60
"""Letters of the text that a remark is about."""


class Written(NamedTuple):
    """Something that was written.

    Attributes:
        label: what was asked there.
        name: that of the field (`WritingLines.field`); empty for a remark beside the text.
        about: the mark of what the form is about; empty when it has none, or lost it.
    """

    label: str
    text: str
    name: str = ""
    about: str = ""


def readable(kind: str) -> bool:
    """Whether what was written can be read from this kind of file, such as ".docx"."""
    return kind in _READERS


def has_lost_fields(kind: str, data: bytes) -> bool:
    """Whether a file is a PDF without any field of ours: it was printed, or made by a program that
    kept the words on its pages alone. Raises as `written_in`.
    """
    if kind != ".pdf":
        return False
    from beraad.report.pdf.written import field_names

    return not any(map(_is_ours, field_names(data)))


def written_in(kind: str, data: bytes, asked: Kind) -> tuple[Written, ...]:
    """Everything that was written in a file of a kind such as ".docx", in reading order.

    Fields for something else than was asked are left out. Raises TooMuch, and whatever the
    libraries raise on a file that is not what its name says.
    """
    read = map(_with_its_mark, _READERS[kind](data))
    found = _with_title_if_needed([one for one in read if one.text and _belongs(one, asked)])
    within(len(found), MOST_REMARKS, "reacties")
    within(sum(len(one.text) for one in found), LONGEST_TEXT, "tekens")
    return tuple(found)


def _with_title_if_needed(found: list[Written]) -> list[Written]:
    """The title of a form is of use when something was answered on it and it lost its mark."""
    is_form = any(one.name and one.label != TITLE for one in found)
    if is_form and not any(one.about for one in found):
        return found
    return [one for one in found if one.label != TITLE]


def _with_its_mark(one: Written) -> Written:
    name, _, about = one.name.partition(ABOUT)
    return one._replace(name=name, about=about)


def _belongs(one: Written, asked: Kind) -> bool:
    if one.label in {ELSEWHERE, UNSEEN}:
        return asked is Kind.ANSWER
    return not one.name or one.name.startswith(f"{asked}-")


def _word(data: bytes) -> Iterator[Written]:
    with opened(data) as archive:
        parts = set(archive.namelist())

        def part(name: str) -> ET.Element:
            return parsed(archive.read(name)) if name in parts else ET.Element("none")

        body = parsed(archive.read("word/document.xml"))
        notes = [part(f"word/{name}.xml") for name in ("footnotes", "endnotes")]
        remarks, facts = part("word/comments.xml"), part("docProps/custom.xml")
        feet = [parsed(archive.read(one)) for one in sorted(parts) if _FOOT.fullmatch(one)]
        title = part("docProps/core.xml").findtext(f"{_DC}title", "")
    properties = [(one.get("name", ""), "".join(one.itertext())) for one in facts]
    printed = signs_in(properties)
    texts = [word_text(one) for place in (*feet, body) for one in word_paragraphs(place)]
    yield from _about_itself(referred(properties, texts), title)
    found, used = _framed(body)
    if not found:
        found, used = _by_question(_word_lines(body), printed)
    yield from found
    all_of_it = chain(word_paragraphs(body), *map(word_paragraphs, notes))
    yield from _elsewhere(((word_text(one), id(one) in used) for one in all_of_it), printed, found)
    places = _marked(body)
    for remark in remarks.iter(f"{W}comment"):
        place = places.get(remark.get(f"{W}id", ""), "")
        yield Written(_beside(place), _lines(remark))


def _framed(body: ET.Element) -> tuple[list[Written], set[int]]:
    """What stands in our content controls, known by their tag; and which paragraphs those are."""
    found: list[Written] = []
    used: set[int] = set()
    for field in body.iter(f"{W}sdt"):
        tag = field.find(f"{W}sdtPr/{W}tag")
        label = field.find(f"{W}sdtPr/{W}alias")
        name = tag.get(f"{W}val", "") if tag is not None else ""
        if _is_ours(name):
            said = label.get(f"{W}val", "") if label is not None else ""
            found.append(Written(said, _lines(field), name))
            used.update(map(id, field.iter(f"{W}p")))
    return found, used


class _Line(NamedTuple):
    """One paragraph of a file, with the style that it is written in."""

    text: str
    style: str
    number: int


def _by_question(lines: Iterable[_Line], printed: frozenset[str]) -> tuple[list[Written], set[int]]:
    """What stands on the lines under each question, of a file that lost its fields.

    Another program that saves or converts a form keeps the lines, not what a field is called, and
    of a field in Word only the first line. It may put empty paragraphs between them.
    """
    said: dict[str, list[str]] = {}
    used: set[int] = set()
    label = ""
    for text, style, number in lines:
        if not text.strip():
            continue
        is_typed = label == CHOICE and bool(printed) and sign(text) not in printed
        if any(map(choice_on, text.splitlines())):
            label = CHOICE
        elif not (label and (is_typed or style == WRITING)):
            label = text.strip() if text.strip() in _ASKED else ""
            if label:
                said.setdefault(label, [])
            continue
        said.setdefault(label, []).append(text)
        used.add(number)
    found = [Written(one, _tidy("\n".join(lines)), _NAMES[one]) for one, lines in said.items()]
    return found, used


def _word_lines(body: ET.Element) -> Iterator[_Line]:
    for paragraph in word_paragraphs(body):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val", "") if style is not None else ""
        yield _Line(word_text(paragraph), name, id(paragraph))


def _text_lines(body: ET.Element) -> Iterator[_Line]:
    """A style that a program made for one paragraph goes by the one that it is made of."""
    made_of = {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
        for style in body.iter(f"{_STYLE}style")
    }
    for paragraph in text_paragraphs(body):
        style = paragraph.get(f"{TEXT}style-name", "")
        yield _Line(text_of(paragraph), made_of.get(style) or style, id(paragraph))


def _elsewhere(
    paragraphs: Iterable[tuple[str, bool]], printed: frozenset[str], found: list[Written]
) -> Iterator[Written]:
    """What stands in no field and was not printed; each text with whether it is of a field.

    Of a file that lost by what that is known it is all that stands between and under the fields.
    """
    if not printed and not any(one.name.startswith(f"{Kind.ANSWER}-") for one in found):
        return
    more: dict[str, None] = {}
    begun = bool(printed)
    for text, is_of_field in paragraphs:
        begun = begun or is_of_field
        said = _tidy(text)
        known = sign(text) in printed if printed else said in _ASKED
        if begun and said and not is_of_field and not known:
            more[said] = None
    if more:
        yield Written(ELSEWHERE, "\n".join(more))
    if not printed:
        yield Written(UNSEEN, UNSEEN)


def _marked(body: ET.Element) -> dict[str, str]:
    """By the number of a remark the beginning of the text that it is about."""
    begun: dict[str, str] = {}
    under_way: set[str] = set()
    for found in body.iter():
        number = found.get(f"{W}id", "")
        if found.tag == f"{W}commentRangeStart":
            begun[number] = ""
            under_way.add(number)
        elif found.tag == f"{W}commentRangeEnd":
            under_way.discard(number)
        elif found.tag == f"{W}t":
            for one in [each for each in under_way if len(begun[each]) <= _LONGEST_PLACE]:
                begun[one] += found.text or ""
    return begun


def _about_itself(about: str, title: str) -> Iterator[Written]:
    """To what the form refers outside its fields, and how it is called: programs keep those."""
    if about:
        yield Written(REFERENCE, reference(about), f"{Kind.ANSWER}-kenmerk{ABOUT}{about}")
    elif title.strip():
        yield Written(TITLE, title.strip(), f"{Kind.ANSWER}-titel")


def _beside(place: str) -> str:
    """What a remark is about, with the first words of it."""
    said = " ".join(place.split())
    if not said:
        return _REMARK
    short = said if len(said) <= _LONGEST_PLACE else f"{said[:_LONGEST_PLACE].rstrip()} …"
    return f"Opmerking bij “{short}”"


def _open_document(data: bytes) -> Iterator[Written]:
    with opened(data) as archive:
        body = parsed(archive.read("content.xml"))
        names = archive.namelist()
        facts, feet = (
            parsed(archive.read(name)) if name in names else ET.Element("none")
            for name in ("meta.xml", "styles.xml")
        )
    properties = [(one.get(f"{_META}name", ""), one.text or "") for one in facts.iter(_DEFINED)]
    printed = signs_in(properties)
    texts = [text_of(one) for place in (feet, body) for one in text_paragraphs(place)]
    title = next((one.text or "" for one in facts.iter(f"{_DC}title")), "")
    yield from _about_itself(referred(properties, texts), title)
    found: list[Written] = []
    used: set[int] = set()
    for section in body.iter(f"{TEXT}section"):
        name, _, label = section.get(f"{TEXT}name", "").partition(" ")
        if _is_ours(name):
            found.append(Written(label, _said_in(section), name))
            used.update(map(id, text_paragraphs(section)))
    if not found:
        found, used = _by_question(_text_lines(body), printed)
    yield from found
    all_of_it = ((text_of(one), id(one) in used) for one in text_paragraphs(body))
    yield from _elsewhere(all_of_it, printed, found)
    inside = {id(each) for remark in body.iter(ANNOTATION) for each in remark.iter()}
    for around in (*body.iter(f"{TEXT}p"), *body.iter(f"{TEXT}h")):
        if id(around) in inside:
            continue
        for remark in around.iter(ANNOTATION):
            yield Written(_beside(text_of(around)), _said_in(remark))


def _said_in(around: ET.Element) -> str:
    """The paragraphs of a field, or of one remark, without the remarks that stand in them."""
    return _tidy("\n".join(map(text_of, text_paragraphs(around))))


def _portable(data: bytes) -> Iterator[Written]:
    # pikepdf takes a while to load; whoever reads another kind of file does not wait for it.
    from beraad.report.pdf.written import remarks, typed

    for field in typed(data):
        if _is_ours(field.name):
            yield Written(field.label, _tidy(field.text), field.name)
        else:
            yield Written(ELSEWHERE, _tidy(field.text))
    beside = tuple(remarks(data))
    if beside and has_lost_fields(".pdf", data):
        yield Written(UNSEEN, UNSEEN)
    for page, said in beside:
        yield Written(f"Opmerking op bladzijde {page}", _tidy(said))


def _is_ours(name: str) -> bool:
    return any(name.startswith(f"{kind}-") for kind in Kind)


def _lines(around: ET.Element) -> str:
    """The paragraphs of a field under each other, but for boxes that were left empty."""
    return _tidy("\n".join(map(word_text, word_paragraphs(around))))


def _tidy(text: str) -> str:
    lines = (" ".join(said.split()) for said in text.splitlines())
    return "\n".join(line for line in lines if line and not is_untouched(line))


_READERS: Mapping[str, Callable[[bytes], Iterator[Written]]] = {
    ".docx": _word,
    ".odt": _open_document,
    ".pdf": _portable,
}
