"""Showing in the preview what is open, what was taken out, and the place at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import islice

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from beraad.ui.review.surroundings import FAR
from beraad.ui.theme.palette import Palette

_MOST = 400


class MarkKind(Enum):
    """How much a place asks of the reader."""

    DECIDED = auto()
    OPEN = auto()
    AT_HAND = auto()


def selections(
    marked: Iterable[tuple[QTextCursor, MarkKind]], palette: Palette
) -> list[QTextEdit.ExtraSelection]:
    """Mark these places, as far as a person can take in; of two in one place the last one wins."""
    return [_selection(cursor, kind, palette) for cursor, kind in islice(marked, _MOST)]


def _selection(cursor: QTextCursor, kind: MarkKind, palette: Palette) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor  # type: ignore[attr-defined]
    selection.format = _format(kind, palette)  # type: ignore[attr-defined]
    return selection


def places(document: QTextDocument, text: str) -> Iterator[QTextCursor]:
    """Where a text stands, as whole words."""
    cursor = document.find(text, 0, QTextDocument.FindFlag.FindWholeWords)
    while not cursor.isNull():
        yield cursor
        cursor = document.find(text, cursor, QTextDocument.FindFlag.FindWholeWords)


def around(place: QTextCursor) -> tuple[str, str]:
    """What stands before and behind a place in the document."""
    last = place.document().characterCount() - 1
    start, end = place.selectionStart(), place.selectionEnd()
    return _between(place, max(0, start - FAR), start), _between(place, end, min(last, end + FAR))


def _between(place: QTextCursor, first: int, last: int) -> str:
    cursor = QTextCursor(place.document())
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _format(kind: MarkKind, palette: Palette) -> QTextCharFormat:
    form = QTextCharFormat()
    match kind:
        case MarkKind.DECIDED:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(QColor(palette.good))
        case MarkKind.OPEN:
            form.setBackground(QColor(palette.open_ground))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(QColor(palette.open))
        case MarkKind.AT_HAND:
            form.setBackground(QColor(palette.accent))
            form.setForeground(QColor(palette.on_accent))
    return form
