"""The spelling marks in one text field, and what its menu offers for them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeySequence,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit

from beraad.ui.announce import announce
from beraad.ui.spelling.speller import Speller
from beraad.ui.spelling.word_menu import WordMenu
from beraad.ui.spelling.words import Word, words_of
from beraad.ui.theme.look import Look
from beraad.ui.widgets.text_field import TextField

NEXT_KEY = "F7"
_OWNER = "spelling"
_PAUSE = 350
"""Milliseconds without a key before words are looked up."""

_NO_DICTIONARY = "Er is hier geen woordenboek, of spelling staat uit."
_LONGEST = 10_000
"""Characters in a paragraph; in a longer one nothing is looked up."""


class FieldSpelling(QObject):
    """Underlines in the paragraphs in sight, after a pause; never the word that is being typed."""

    def __init__(self, field: TextField, speller: Speller, look: Look) -> None:
        super().__init__(field)
        self._field = field
        self._speller = speller
        self._look = look
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look_again)
        field.textChanged.connect(self._pause.start)
        field.cursorPositionChanged.connect(self._pause.start)
        field.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        field.menu_wished.connect(self._on_menu)
        speller.changed.connect(self._pause.start)
        look.changed.connect(self._pause.start)
        on = QShortcut(QKeySequence(NEXT_KEY), field)
        on.setContext(Qt.ShortcutContext.WidgetShortcut)
        on.activated.connect(self.go_on)
        self._pause.start()

    @Slot()
    def look_again(self) -> None:
        """Underline what is not known now."""
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(self._look.palette.danger))
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self._wrong():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(word)  # type: ignore[attr-defined]
            mark.format = form  # type: ignore[attr-defined]
            marks.append(mark)
        self._field.show_marks(_OWNER, marks)

    @Slot()
    def go_on(self) -> None:
        """Go to the next word that is not known, and open the menu there."""
        if not self._speller.is_on:
            announce(self._field, _NO_DICTIONARY)
            return
        here = self._field.textCursor().position()
        wrong = list(self._wrong(everything=True))
        word = next((each for each in wrong if each.start > here), wrong[0] if wrong else None)
        if word is None:
            announce(self._field, "Geen onbekende woorden in dit veld.")
            return
        cursor = self._cursor(word)
        cursor.setPosition(word.start)
        self._field.setTextCursor(cursor)
        below = QPoint(0, self._field.fontMetrics().descent() * 2)
        place = self._field.cursorRect().bottomLeft() + below
        reason = QContextMenuEvent.Reason.Keyboard
        above = self._field.viewport().mapToGlobal(place)
        QApplication.sendEvent(self._field, QContextMenuEvent(reason, place, above))

    def _wrong(self, *, everything: bool = False) -> Iterator[Word]:
        if not self._speller.is_on:
            return
        typed = self._field.textCursor().position() if self._field.hasFocus() else -1
        block = self._field.document().begin() if everything else self._field.firstVisibleBlock()
        while block.isValid():
            top = self._field.blockBoundingGeometry(block).translated(self._field.contentOffset())
            if not everything and top.top() > self._field.viewport().height():
                return
            text = block.text() if block.length() < _LONGEST else ""
            for word in words_of(text):
                placed = Word(word.text, block.position() + word.start)
                if placed.end != typed and self._speller.is_wrong(word.text):
                    yield placed
            block = block.next()

    def _cursor(self, word: Word) -> QTextCursor:
        made = QTextCursor(self._field.document())
        made.setPosition(word.start)
        made.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        return made

    @Slot()
    def _on_scrolled(self) -> None:
        self._pause.start()

    @Slot(QMenu, int)
    def _on_menu(self, menu: QMenu, place: int) -> None:
        for word in self._wrong(everything=True):
            if word.start <= place <= word.end:
                WordMenu(menu, self._cursor(word), self._speller)
                return
