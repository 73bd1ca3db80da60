"""How it stands with keeping, in a few words."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel

from beraad.editing.autosave import Failed, Kept, SaveState, Waiting
from beraad.ui.announce import announce

_FAILED = "niet bewaard"


class SaveLabel(QLabel):
    """Says "bewaard" only after the commit.

    A screen reader hears when keeping fails and when that is over, not every time it goes well.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("saved")
        self.setProperty("role", "small")

    @Slot(object)
    def show_save_state(self, state: SaveState) -> None:
        """Say how it stands; "bewaard" only after the commit."""
        match state:
            case Kept(at):
                text = f"bewaard {at.astimezone():%H:%M}" if at else ""
            case Waiting():
                text = "bewaren …"
            case Failed():
                text = _FAILED
        if text != self.text():
            if _FAILED in {text, self.text()}:
                announce(self, text, urgent=text == _FAILED)
            self.setText(text)
