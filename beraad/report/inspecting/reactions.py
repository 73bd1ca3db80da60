"""What somebody wrote in a document that came back: in its fields, and as remarks beside it.

Who a program says the remark is from is not read: that is a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from beraad.report.asking import ANSWERS, REACTIONS
from beraad.report.inspecting.archive import opened
from beraad.report.inspecting.limits import LONGEST_TEXT, MOST_REMARKS, within
from beraad.report.inspecting.xml import parsed
from beraad.report.returned import ABOUT, CROSSES, TICK, WRITING, Kind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ANNOTATION = f"{_OFFICE}annotation"
_ASKED: Mapping[str, str] = {
    label: lines.field(number)
    for lines in (ANSWERS, REACTIONS)
    for number, (label, _) in enumerate(lines.asks, start=1)
}
"""Every question after which somebody writes, with the name of its field."""
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


def written_in(kind: str, data: bytes, asked: Kind) -> tuple[Written, ...]:
    """Everything that was written in a file of a kind such as ".docx", in reading order.

    Fields for something else than was asked are left out. Raises TooMuch, and whatever the
    libraries raise on a file that is not what its name says.
    """
    read = map(_with_its_mark, _READERS[kind](data))
    found = [one for one in read if one.text and _belongs(one, asked)]
    within(len(found), MOST_REMARKS, "reacties")
    within(sum(len(one.text) for one in found), LONGEST_TEXT, "tekens")
    return tuple(found)


def _with_its_mark(one: Written) -> Written:
    name, _, about = one.name.partition(ABOUT)
    return one._replace(name=name, about=about)


def _belongs(one: Written, asked: Kind) -> bool:
    return not one.name or one.name.startswith(f"{asked}-")


def _word(data: bytes) -> Iterator[Written]:
    with opened(data) as archive:
        body = parsed(archive.read("word/document.xml"))
        has_remarks = "word/comments.xml" in archive.namelist()
        remarks = parsed(archive.read("word/comments.xml")) if has_remarks else None
    yield from _framed(body) or _by_question(body)
    if remarks is None:
        return
    places = _marked(body)
    for remark in remarks.iter(f"{_W}comment"):
        place = places.get(remark.get(f"{_W}id", ""), "")
        yield Written(_beside(place), _lines(remark, f"{_W}p", f"{_W}t"))


def _framed(body: ET.Element) -> list[Written]:
    """What stands in our content controls, known by their tag."""
    found: list[Written] = []
    for field in body.iter(f"{_W}sdt"):
        tag = field.find(f"{_W}sdtPr/{_W}tag")
        label = field.find(f"{_W}sdtPr/{_W}alias")
        name = tag.get(f"{_W}val", "") if tag is not None else ""
        if _is_ours(name):
            said = label.get(f"{_W}val", "") if label is not None else ""
            found.append(Written(said, _lines(field, f"{_W}p", f"{_W}t"), name))
    return found


def _by_question(body: ET.Element) -> list[Written]:
    """What stands on the lines under each question, of a file that lost its tags.

    LibreOffice keeps the lines when it saves a Word file, not the tag, and of the control around
    them only the first line.
    """
    said: dict[str, list[str]] = {}
    label = ""
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        text = "".join(each.text or "" for each in paragraph.iter(f"{_W}t"))
        if label and style is not None and style.get(f"{_W}val") == WRITING:
            said[label].append(text)
            continue
        label = text.strip() if text.strip() in _ASKED else ""
        if label:
            said.setdefault(label, [])
    return [Written(one, _tidy("\n".join(lines)), _ASKED[one]) for one, lines in said.items()]


def _marked(body: ET.Element) -> dict[str, str]:
    """By the number of a remark the beginning of the text that it is about."""
    begun: dict[str, str] = {}
    under_way: set[str] = set()
    for found in body.iter():
        number = found.get(f"{_W}id", "")
        if found.tag == f"{_W}commentRangeStart":
            begun[number] = ""
            under_way.add(number)
        elif found.tag == f"{_W}commentRangeEnd":
            under_way.discard(number)
        elif found.tag == f"{_W}t":
            for one in [each for each in under_way if len(begun[each]) <= _LONGEST_PLACE]:
                begun[one] += found.text or ""
    return begun


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
    for section in body.iter(f"{_TEXT}section"):
        name, _, label = section.get(f"{_TEXT}name", "").partition(" ")
        if _is_ours(name):
            yield Written(label, _said_in(section), name)
    inside = {id(each) for remark in body.iter(_ANNOTATION) for each in remark.iter()}
    for around in (*body.iter(f"{_TEXT}p"), *body.iter(f"{_TEXT}h")):
        if id(around) in inside:
            continue
        for remark in around.iter(_ANNOTATION):
            yield Written(_beside(_without_remarks(around)), _said_in(remark))


def _said_in(around: ET.Element) -> str:
    """The paragraphs of a field, or of one remark, without the remarks that stand in them."""
    return _tidy("\n".join(map(_without_remarks, _own_paragraphs(around))))


def _own_paragraphs(around: ET.Element) -> Iterator[ET.Element]:
    """The paragraphs in it, but not those of a remark inside."""
    for each in around:
        if each.tag == f"{_TEXT}p":
            yield each
        elif each.tag != _ANNOTATION:
            yield from _own_paragraphs(each)


def _without_remarks(found: ET.Element) -> str:
    """The text of a paragraph, but for the remarks that stand in it."""
    inside = "".join(
        ("" if each.tag == _ANNOTATION else _without_remarks(each)) + (each.tail or "")
        for each in found
    )
    return (found.text or "") + inside


def _portable(data: bytes) -> Iterator[Written]:
    # pikepdf takes a while to load; whoever reads another kind of file does not wait for it.
    from beraad.report.pdf.written import remarks, typed

    for field in typed(data):
        if _is_ours(field.name):
            yield Written(field.label, _tidy(field.text), field.name)
    for page, said in remarks(data):
        yield Written(f"Opmerking op bladzijde {page}", _tidy(said))


def _is_ours(name: str) -> bool:
    return any(name.startswith(f"{kind}-") for kind in Kind)


def _lines(within_: ET.Element, paragraph: str, letters: str) -> str:
    """The paragraphs of a field under each other, but for boxes that were left empty."""
    lines = (
        "".join(each.text or "" for each in one.iter(letters)) for one in within_.iter(paragraph)
    )
    return _tidy("\n".join(lines))


def _tidy(text: str) -> str:
    lines = (" ".join(said.split()) for said in text.splitlines())
    return "\n".join(line for line in lines if line and not _is_empty_box(line))


def _is_empty_box(line: str) -> bool:
    """Whether this is a box without a cross; some put the cross beside it."""
    return line.startswith(TICK) and CROSSES.isdisjoint(line.removeprefix(TICK).split())


_READERS: Mapping[str, Callable[[bytes], Iterator[Written]]] = {
    ".docx": _word,
    ".odt": _open_document,
    ".pdf": _portable,
}
