"""A line for words that nobody beside you should read."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit

from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, row

_HIDDEN, _SHOWN = "Laat zien", "Verberg"
_LETTERS = 34
"""So many letters are in sight at once: words that are remembered are read whole."""


class PasswordField(Folding):
    """Shows dots until somebody asks to see it; `entered` says that Enter was pressed."""

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, *, shown: bool = False) -> None:
        super().__init__()
        inside = row(self, spacing=8)
        self.line = LineEdit()
        self.line.setObjectName(name)
        self.line.setMinimumWidth(160)
        self._eye = button(_HIDDEN, name=f"{name}-show")
        self._eye.setAutoDefault(False)
        inside.addWidget(self.line, 1)
        inside.addWidget(self._eye)
        self._eye.clicked.connect(self._on_eye)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self.edited)
        self.setFocusProxy(self.line)
        self._show(shown=shown)

    def take(self) -> str:
        """What was typed; the line is empty and hidden afterwards, and its undo too."""
        text = self.line.text()
        self.empty()
        return text

    def empty(self) -> None:
        """Forget what was typed."""
        self.line.clear()
        self.line.setText("")  # This forgets what could be undone as well.
        self._show(shown=False)

    def showEvent(self, event: QShowEvent) -> None:
        letter = self.line.fontMetrics().averageCharWidth()
        stand_beside(self.line, least=_LETTERS * letter)
        # As wide with either text, so that fields under each other end alike.
        wide = [self._eye.fontMetrics().horizontalAdvance(each) for each in (_SHOWN, _HIDDEN)]
        now = self._eye.fontMetrics().horizontalAdvance(self._eye.text())
        self._eye.setMinimumWidth(self._eye.sizeHint().width() - now + max(wide))
        super().showEvent(event)
        self._fold()

    @Slot()
    def _on_eye(self) -> None:
        self._show(shown=self.line.echoMode() is QLineEdit.EchoMode.Password)
        self.line.setFocus()

    def _show(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if shown else mode.Password)
        self._eye.setText(_SHOWN if shown else _HIDDEN)
