"""What a document says where its pictures are drawn, by who hears them and by who sees them."""

from __future__ import annotations

from dataclasses import replace

from beraad.phases.wording import option_mark
from beraad.report.blocks import Matrix, Paragraph, Run


def heard(document):
    """The document with the words of each picture in its place."""
    return _without_pictures(document, lambda picture: [picture.alternative])


def seen(document):
    """The document with what is written in each picture in its place."""
    return _without_pictures(
        document,
        lambda one: [one.head, *map(option_mark, one.letters), *(value for value, _ in one.rows)],
    )


def _without_pictures(document, words):
    blocks = []
    for block in document.blocks:
        if isinstance(block, Matrix):
            blocks += [Paragraph((Run(text),)) for text in words(block)]
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))
