"""What was typed in a field that becomes something only when a button is pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit

from beraad.editing.editor import SessionEditor


class Drafts:
    """Keeps it in the beraad under a name, so that it is there again whatever is pressed first."""

    def __init__(self, editor: SessionEditor) -> None:
        self._editor = editor

    def text(self, name: str) -> str:
        """What was typed under this name and was not used yet."""
        return self._editor.draft(name)

    def keep(self, name: str, text: str) -> None:
        """Keep what stands there now; nothing for an empty text."""
        self._editor.keep_draft(name, text)

    def tie(self, line: QLineEdit, name: str) -> None:
        """Show what was typed in a line before, and keep it after every key."""
        line.setText(self.text(name))
        line.textEdited.connect(partial(self.keep, name))
