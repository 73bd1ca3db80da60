"""The letter of an option stays on the line of the words that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from beraad.report.blocks import Mark, Run, Text

_NO_BREAK = "\u00a0"
_CALLED = r"(?:[Oo]pties?|[Kk]euzes?|[Aa]lternatie(?:f|ven)|[Vv]ariant(?:en)?|[Vv]oor|[Bb]ij|of|en)"
_WITH_ITS_LETTER = re.compile(rf"(?<![\w’'-])({_CALLED}) (?=[A-L](?![\w’'-]|\.\w))")
_BEFORE_A_MARK = re.compile(rf"(?<![\w’'-])({_CALLED}) \Z")


def unbroken(text: Text) -> Text:
    """The same text, in which no line ends between "optie" and "A", or between "A" and its words.

    Only who sets lines asks for it: in what is kept, and in what others search, stands a space.
    """
    return tuple(_pieces(text))


def _pieces(text: Text) -> Iterator[Run | Mark]:
    for place, piece in enumerate(text):
        if isinstance(piece, Mark):
            yield piece
            continue
        before = text[place - 1] if place else None
        after = text[place + 1] if place + 1 < len(text) else None
        said = _WITH_ITS_LETTER.sub(rf"\1{_NO_BREAK}", piece.text)
        if isinstance(after, Mark):
            said = _BEFORE_A_MARK.sub(rf"\1{_NO_BREAK}", said)
        if isinstance(before, Mark) and not isinstance(after, Mark) and said.startswith(" "):
            said = f"{_NO_BREAK}{said[1:]}"
        yield piece if said == piece.text else replace(piece, text=said)
