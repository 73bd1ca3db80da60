"""What somebody wrote in a concept that was sent round: in its fields, and as remarks beside it.

Who a word processor says the remark is from is not read: that is a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from beraad.report.inspecting.archive import opened
from beraad.report.inspecting.limits import LONGEST_TEXT, within
from beraad.report.inspecting.xml import parsed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_REMARK = "Opmerking in de kantlijn"
FIELD = "reactie"
"""What the name of every field for a reaction begins with."""


class Written(NamedTuple):
    """Something that was written.

    Attributes:
        label: what was asked there.
    """

    label: str
    text: str


def readable(kind: str) -> bool:
    """Whether reactions can be read from this kind of file, such as ".docx"."""
    return kind in _READERS


def written_in(kind: str, data: bytes) -> tuple[Written, ...]:
    """Everything that was written in a file of a kind such as ".docx", in reading order.

    Raises TooMuch, and whatever the libraries raise on a file that is not what its name says.
    """
    found = [one for one in _READERS[kind](data) if one.text]
    within(sum(len(one.text) for one in found), LONGEST_TEXT, "tekens")
    return tuple(found)


def _word(data: bytes) -> Iterator[Written]:
    with opened(data) as archive:
        body = parsed(archive.read("word/document.xml"))
        has_remarks = "word/comments.xml" in archive.namelist()
        remarks = parsed(archive.read("word/comments.xml")) if has_remarks else None
    for field in body.iter(f"{_W}sdt"):
        name = field.find(f"{_W}sdtPr/{_W}tag")
        label = field.find(f"{_W}sdtPr/{_W}alias")
        if name is not None and name.get(f"{_W}val", "").startswith(FIELD):
            said = label.get(f"{_W}val", "") if label is not None else ""
            yield Written(said, _lines(field, f"{_W}p", f"{_W}t"))
    for remark in remarks.iter(f"{_W}comment") if remarks is not None else ():
        yield Written(_REMARK, _lines(remark, f"{_W}p", f"{_W}t"))


def _open_document(data: bytes) -> Iterator[Written]:
    with opened(data) as archive:
        body = parsed(archive.read("content.xml"))
    for section in body.iter(f"{_TEXT}section"):
        name = section.get(f"{_TEXT}name", "")
        if name.startswith(FIELD):
            yield Written(name.partition(" ")[2], _lines(section, f"{_TEXT}p", None))
    for remark in body.iter(f"{_OFFICE}annotation"):
        for about in [*remark.iter(f"{_DC}creator"), *remark.iter(f"{_DC}date")]:
            about.text = ""
        yield Written(_REMARK, _lines(remark, f"{_TEXT}p", None))


def _lines(within_: ET.Element, paragraph: str, letters: str | None) -> str:
    """The paragraphs of a field under each other; empty lines are left out."""
    lines = (
        "".join(
            (e.text or "") if letters else "".join(e.itertext())
            for e in (one.iter(letters) if letters else (one,))
        )
        for one in within_.iter(paragraph)
    )
    return "\n".join(line for said in lines if (line := " ".join(said.split())))


_READERS: Mapping[str, Callable[[bytes], Iterator[Written]]] = {
    ".docx": _word,
    ".odt": _open_document,
}
