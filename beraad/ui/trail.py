"""From which screens one came, and where the focus was on each: who comes back goes on there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from beraad.ui.widgets.below import below

_Sign = tuple[type, str, str, str]


class Trail(QObject):
    """Follows who goes from screen to screen.

    A screen is made anew for who comes back, so what had the focus is known by its signs. Where
    there are more of one kind, the screen itself knows best.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: list[tuple[type, _Sign]] = []
        self._here: QWidget | None = None
        self._sign: _Sign | None = None
        self._after_arriving = QTimer(self)  # The screen puts the focus where one begins first.
        self._after_arriving.setSingleShot(True)
        self._after_arriving.timeout.connect(self._go_on)

    def forget(self) -> None:
        """Nobody comes back from here the way they came."""
        self._steps.clear()

    def follow(self, before: QWidget | None, after: QWidget) -> None:
        """One screen makes way for another."""
        if type(before) is type(after):
            return
        kinds = [kind for kind, _ in self._steps]
        if type(after) in kinds:
            at = kinds.index(type(after))
            self._here, self._sign = after, self._steps[at][1]
            del self._steps[at:]
            self._after_arriving.start(0)
            return
        self._after_arriving.stop()
        focus = before.focusWidget() if before is not None else None
        if before is not None and focus is not None:
            self._steps.append((type(before), _sign_of(focus)))

    @Slot()
    def _go_on(self) -> None:
        here, self._here = self._here, None
        if here is None or not here.isVisible() or self._sign is None:
            return
        same = [
            each
            for each in below(here, QWidget)
            if each.isVisible() and _sign_of(each) == self._sign
        ]
        if len(same) == 1 and same[0].isEnabled():
            same[0].setFocus()


def _sign_of(widget: QWidget) -> _Sign:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return type(widget), widget.objectName(), widget.accessibleName(), text
