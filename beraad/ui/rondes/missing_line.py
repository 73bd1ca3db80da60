"""One quiet line under a page: what is still open in this ronde. A hint, never a lock."""

from __future__ import annotations

from itertools import islice

from PySide6.QtWidgets import QFrame

from beraad.phases.open_ends import open_ends
from beraad.records import Session
from beraad.ui.widgets.parts import label, row
from beraad.ui.widgets.steady import Steady

_MOST = 3
"""Open ends named at once: more would be a list to work through."""


class MissingLine(QFrame):
    """Names what is missing, and what was typed and could not be read; hidden when all is there."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "hint")
        # What stands under it must not move away from under the mouse.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._text = label()
        inside = row(self)
        inside.setContentsMargins(14, 8, 14, 8)
        inside.addWidget(self._text)
        self._open: tuple[str, ...] = ()
        self._steady = Steady(self, self._settle)

    def show_session(self, session: Session) -> None:
        """Show what is open in the ronde at hand."""
        self._open = tuple(islice(open_ends(session, session.progress.phase), _MOST))
        self._steady.settle()

    def _settle(self) -> None:
        self.setVisible(bool(self._open))
        self._text.setText("Nog open: " + " ".join(self._open))
