"""What a PDF cannot show, told before it is made: the word and the part it stands in.

Our typeface has Latin, Greek and Cyrillic letters. Another script, or an emoji, comes out as a box
in the PDF; a word processor and a browser have a typeface for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from beraad.report.blocks import Callout, Document, Heading
from beraad.report.plain import block_paragraphs

_PERHAPS = re.compile(r"[^\x00-\u024f\u2010-\u2026\u20ac]")
"""Nothing else has to be looked at: that keeps ReportLab unloaded for nearly every beraad."""
_ABOVE = "het begin"
_MOST = 3


@dataclass(frozen=True, slots=True)
class Boxed:
    """A word of which the PDF shows a sign as a box, and the heading above it."""

    word: str
    place: str


def boxed_words(document: Document) -> tuple[Boxed, ...]:
    """The words that a PDF of this document cannot show, each once, in reading order."""
    return tuple(dict.fromkeys(_boxed_words(document)))


def told_boxes(found: tuple[Boxed, ...]) -> str:
    """What somebody who wants a PDF should know before it is made; empty when all can be shown."""
    if not found:
        return ""
    said = ", ".join(f"“{one.word}” bij {one.place}" for one in found[:_MOST])
    rest = len(found) - _MOST
    more = f", en nog {rest}" if rest > 0 else ""
    return (
        "Tekens die ons lettertype niet heeft, worden in de PDF een hokje. Dat zijn er in: "
        f"{said}{more}. "
        "Word, ODT en de webpagina tonen ze wel."
    )


def _boxed_words(document: Document) -> Iterator[Boxed]:
    for place, text in _paragraphs(document):
        if not _PERHAPS.search(text):
            continue
        from beraad.report.pdf.glyphs import boxed

        for word in text.split():
            if _PERHAPS.search(word) and boxed(word):
                yield Boxed(word, place)


def _paragraphs(document: Document) -> Iterator[tuple[str, str]]:
    furniture = document.furniture
    for text in (furniture.kicker, document.title, furniture.standfirst):
        yield _ABOVE, text
    place = _ABOVE
    for block in document.blocks:
        if isinstance(block, Heading | Callout):
            place = block.text if isinstance(block, Heading) else block.title
        for text in block_paragraphs(block):
            yield place, text
