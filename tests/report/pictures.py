"""What a document says where its pictures are drawn, by who hears them and by who sees them."""

from __future__ import annotations

from dataclasses import replace

from beraad.phases.wording import option_mark
from beraad.report.blocks import Matrix, Paragraph, Run
from beraad.report.charts import Bars, RouteMap, Timeline
from beraad.report.drawing.shapes import Words
from beraad.report.html_chart import laid_out
from beraad.report.plain import block_paragraphs

PICTURES = (Matrix, Bars, Timeline, RouteMap)


def heard(document):
    """The document with the words of each picture in its place."""
    return _without_pictures(document, lambda picture: [picture.alternative])


def seen(document):
    """The document with what is written in each picture in its place."""
    return _without_pictures(document, _written)


def _written(picture):
    match picture:
        case Matrix(head=head, letters=letters, rows=rows):
            return [head, *map(option_mark, letters), *(value for value, _ in rows)]
        case _:
            drawn = laid_out(picture)
            if drawn is None:
                return block_paragraphs(picture)
            return [part.text for part in drawn.parts if isinstance(part, Words)]


def _without_pictures(document, words):
    blocks = []
    for block in document.blocks:
        if isinstance(block, PICTURES):
            blocks += [Paragraph((Run(text),)) for text in words(block) if text]
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))
