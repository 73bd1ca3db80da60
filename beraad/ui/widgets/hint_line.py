"""One quiet line under what was written: what the listening help noticed, and what to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from beraad.listening import Hint
from beraad.ui.announce import announce
from beraad.ui.widgets.below import below
from beraad.ui.widgets.listening import Listening
from beraad.ui.widgets.parts import button, label, row


class HintLine(QFrame):
    """Shows one hint, or nothing at all. `put_away` tells that the button which had the
    cursor is gone.

    Tab passes it by: who writes on must not put it away. F9 does.
    """

    put_away = Signal()

    def __init__(self, listening: Listening) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setProperty("panel", "listen")
        self._listening = listening
        self._hint: Hint | None = None
        self._text = label(role="small")
        self._away = button("×", kind="quiet", described="Leg deze tip weg", name="put-hint-away")
        self._away.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._away.clicked.connect(self.put_hint_away)
        inside = row(self, spacing=4)
        inside.setContentsMargins(10, 0, 0, 0)
        inside.addWidget(self._text, 1)
        inside.addWidget(self._away, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_hint(self, hint: Hint | None) -> None:
        """Show this hint, or nothing."""
        self._hint = hint
        self.setVisible(hint is not None)
        if hint is not None:
            self._text.setText(hint.text)

    @Slot()
    def put_hint_away(self) -> None:
        """Show this hint no more."""
        if self._hint is not None:
            if self._away.hasFocus():
                self.put_away.emit()
            self._listening.put_away(self._hint)


def put_nearest_away(screen: QWidget) -> bool:
    """Put away the hint in sight that is nearest to the cursor; returns whether there was one."""
    lines = [line for line in below(screen, HintLine) if line.isVisible()]
    here = QApplication.focusWidget()
    if not lines:
        return False
    at = _height(here) if here is not None else 0
    min(lines, key=lambda line: abs(_height(line) - at)).put_hint_away()
    announce(screen, "Tip weggelegd.")
    return True


def _height(widget: QWidget) -> int:
    """Where the middle of a widget is, from the top of the screen."""
    return widget.mapToGlobal(widget.rect().center()).y()
