"""What is shown only once and has to be passed on: for the eye, the keys and the ear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class ShownOnce(QLabel):
    """A text to which Tab comes, heard piece by piece so that it can be repeated.

    It cannot be copied: what opens a file stays out of the clipboard.
    """

    def __init__(self, *, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setProperty("stop", "true")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_pieces(self, text: str, *, name: str, pieces: Sequence[str]) -> None:
        """Show this text; heard are its name and its pieces, with a pause after each."""
        self.setText(text)
        self.setAccessibleName(f"{name}: {', '.join(pieces)}" if text else "")
        self.setVisible(bool(text))
