"""The paragraphs of an office document, as they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
ANNOTATION = f"{OFFICE}annotation"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_BESIDE = frozenset({ANNOTATION, f"{_SVG}title", f"{_SVG}desc"})
_BY_THEMSELVES = frozenset({ANNOTATION, f"{TEXT}tracked-changes"})
_PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
_WORD_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " "}
_TEXT_BREAKS = {f"{TEXT}line-break": "\n", f"{TEXT}tab": " ", f"{TEXT}s": " "}


def word_text(paragraph: ET.Element) -> str:
    """The text of a paragraph in Word, each break of a line as one."""
    return "".join(
        (each.text or "") if each.tag == f"{W}t" else _WORD_BREAKS.get(each.tag, "")
        for each in paragraph.iter()
    )


def word_paragraphs(body: ET.Element) -> Iterator[ET.Element]:
    """The paragraphs of a Word file; what stands in a box inside one is of that one."""
    yield from _outermost(body, {f"{W}p"})


def text_of(found: ET.Element) -> str:
    """The text of a paragraph in ODT, without the remarks that stand in it."""
    inside = "".join(
        ("" if each.tag in _BESIDE else _TEXT_BREAKS.get(each.tag) or text_of(each))
        + (each.tail or "")
        for each in found
    )
    return (found.text or "") + inside


def text_paragraphs(body: ET.Element) -> Iterator[ET.Element]:
    """The paragraphs of an ODT file; not those of remarks, and of what was deleted."""
    yield from _outermost(body, _PARAGRAPHS, _BY_THEMSELVES)


def _outermost(
    around: ET.Element, wanted: Collection[str], skipped: Collection[str] = ()
) -> Iterator[ET.Element]:
    for each in around:
        if each.tag in skipped:
            continue
        if each.tag in wanted:
            yield each
        else:
            yield from _outermost(each, wanted, skipped)
