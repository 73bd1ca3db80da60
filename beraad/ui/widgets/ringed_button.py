"""A button on which the focus can be seen when it is filled as well."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from beraad.ui.hearing.words import beside, spoken
from beraad.ui.widgets.typed_past import TypedPast
from beraad.ui.widgets.wrapping import Wrapped

_FILLED_WHEN_DOWN = {None, "", "segment", "option"}
_ONE_LINE = 20
_A_WORD = 2
"""Letters that are no key of a screen: somebody is writing."""

_PRESSES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})

_INSET, _THICK, _RADIUS = 4.0, 2.0, 5.0


class RingedButton(QPushButton):
    """With the focus it has a ring inside, in the colour of its text, where it is filled.

    A screen reader hears its text without the signs in it, or the name that it was given.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._named = self._described = ""
        self._typed_past: TypedPast | None = None
        self._wrapped = Wrapped(self, text)
        self._say()

    def text(self) -> str:
        return self._wrapped.whole

    def setText(self, text: str) -> None:
        self._wrapped.become(text)
        super().setText(self._wrapped.lines())
        self._say()

    def setAccessibleName(self, name: str) -> None:
        self._named = name
        self._say()

    def setToolTip(self, tip: str) -> None:
        super().setToolTip(tip)
        self._describe()

    def setAccessibleDescription(self, text: str) -> None:
        self._described = text
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is no press: it begins a row, wherever on a page the focus is.

        And the space that ends a word is none either. A key that is held presses once: what it did
        may have put the cursor on another button.
        """
        if event.isAutoRepeat() and event.key() in _PRESSES:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif not self._heeds(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._typed_past is not None:
            self._typed_past.forget()

    def _heeds(self, event: QKeyEvent) -> bool:
        if self._typed_past is None and event.text().isalnum():
            self._typed_past = TypedPast(self, letters=_A_WORD, does="drukt op de knop")
        return self._typed_past is not None and self._typed_past.heeds(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._is_filled():
            paint_ring(self)

    def _say(self) -> None:
        said = spoken(self._named or self.text())
        if not self._named and self.text().startswith("← "):
            said = said if said.startswith("Terug") else f"Terug naar {said}"
        plain = said == self.text() and len(said) <= _ONE_LINE
        super().setAccessibleName("" if plain else said)
        self._describe()

    def _describe(self) -> None:
        """Without a description of its own a reader is given the tip, which may add nothing."""
        told = self._described
        if not told and (tip := self.toolTip()):
            added = beside(self.accessibleName() or self.text(), tip)
            told = "" if added == tip else added
        if told != self.accessibleDescription():
            super().setAccessibleDescription(told)

    def _is_filled(self) -> bool:
        kind = self.property("kind")
        return kind == "primary" or (self.isChecked() and kind in _FILLED_WHEN_DOWN)


def paint_ring(widget: QWidget, *, radius: float = _RADIUS) -> None:
    """Paint a ring just inside a widget that is filled with the accent."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = widget.palette().color(QPalette.ColorRole.HighlightedText)
    painter.setPen(QPen(ink, _THICK))
    inside = QRectF(widget.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
    painter.drawRoundedRect(inside, radius, radius)
