"""Asking for the password of the register of the municipality."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from beraad.errors import Solvable
from beraad.ui.municipality.meetings import Meetings

_TITLE = "Register van de gemeente"
_ASKED = "Wachtwoord (Beraad onthoudt het tot je Beraad sluit):"


def ask_password(above: QWidget, meetings: Meetings) -> bool:
    """Let the password be typed, and hold it; False when nothing was typed."""
    text, chosen = QInputDialog.getText(above, _TITLE, _ASKED, QLineEdit.EchoMode.Password)
    if not chosen or not text:
        return False
    meetings.type_password(text)
    return True


def begun(above: QWidget, meetings: Meetings) -> bool:
    """Begin to meet after the password was typed, where that lacks; not when nothing was typed.

    Returns whether a meeting began. Raises Solvable.
    """
    is_known = not meetings.lacks_password() or ask_password(above, meetings)
    return is_known and meetings.begin()


def meet_now(above: QWidget, meetings: Meetings) -> None:
    """The same; what goes wrong is told as any meeting that failed."""
    try:
        begun(above, meetings)
    except Solvable as problem:
        meetings.failed.emit(problem)
