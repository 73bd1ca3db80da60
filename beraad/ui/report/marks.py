"""Showing in the preview where something was taken out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTextEdit

from beraad.ui.theme.palette import Palette

_MOST = 400


def selections(
    document: QTextDocument, replacements: Iterable[str], palette: Palette
) -> list[QTextEdit.ExtraSelection]:
    """Mark every replacement in the document, as far as a person can take in."""
    form = QTextCharFormat()
    form.setBackground(QColor(palette.good_ground))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(QColor(palette.good))
    made: list[QTextEdit.ExtraSelection] = []
    for text in replacements:
        cursor = document.find(text)
        while not cursor.isNull() and len(made) < _MOST:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor  # type: ignore[attr-defined]
            selection.format = form  # type: ignore[attr-defined]
            made.append(selection)
            cursor = document.find(text, cursor)
    return made
