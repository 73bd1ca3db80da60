"""Where one is in a list of which the lines are made anew: who did something goes on there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from beraad.ui.widgets.reading_order import in_sight, takes_focus


class LineAtHand:
    """Remembers which of the controls of one kind has the focus, such as “Haal weg” of a line."""

    def __init__(self, around: QWidget) -> None:
        focus = cast("QWidget | None", around.window().focusWidget())
        here = focus if focus is not None and around.isAncestorOf(focus) else None
        self._sign = None if here is None else _sign_of(here)
        alike = [] if here is None else self._alike(around)
        self._place = alike.index(here) if here in alike else 0

    def go_on(self, around: QWidget, *, or_else: Callable[[], object] | None = None) -> None:
        """Put the focus on the one that stands there now, or on the last; `or_else` without any.

        New lines come in sight first.
        """
        QTimer.singleShot(0, around, partial(self._go_on, around, or_else))

    def _go_on(self, around: QWidget, or_else: Callable[[], object] | None) -> None:
        alike = [] if self._sign is None else self._alike(around)
        if alike:
            alike[min(self._place, len(alike) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif or_else is not None:
            or_else()

    def _alike(self, around: QWidget) -> list[QWidget]:
        shown = (each for each in in_sight(around) if takes_focus(each))
        return [each for each in shown if _sign_of(each) == self._sign]


def _sign_of(widget: QWidget) -> tuple[type, str]:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return type(widget), widget.objectName() or text
