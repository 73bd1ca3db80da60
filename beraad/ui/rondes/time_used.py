"""The minutes that were planned and used per ronde, to look back on; only on the laptop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from beraad.phases.course import Course
from beraad.phases.marks import whole_minutes
from beraad.phases.plan import Share, plan_of
from beraad.records import Session
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.parts import clear, label

_RIGHT = Qt.AlignmentFlag.AlignRight


class TimeUsed(Fold):
    """A small table, once the clock has run."""

    def __init__(self) -> None:
        super().__init__("Tijd per ronde, alleen voor jou")
        self._shown: tuple[Course, tuple[Share, ...]] | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(3, 1)
        self.inside.addLayout(self._grid)
        self.inside.addWidget(
            label(
                "Deze tijden komen niet in het verslag. Wat je erover wilt zeggen, schrijf je "
                "hierboven bij de tijd.",
                role="small",
            )
        )

    def show_session(self, session: Session) -> None:
        """Show the minutes of this beraad."""
        course, shares = Course.of(session), plan_of(session).shares
        if (course, shares) == self._shown:
            return
        self._shown = course, shares
        self.setVisible(any(share.seconds for share in shares))
        clear(self._grid)
        for column, head in enumerate(("Ronde", "gepland", "gebruikt")):
            self._grid.addWidget(label(head, role="label"), 0, column, _side(column))
        for line, share in enumerate(shares, start=1):
            cells = (
                course.short_title(share.key),
                _planned(share),
                f"{whole_minutes(share.seconds)} min",
            )
            for column, text in enumerate(cells):
                self._grid.addWidget(label(text, wrap=False), line, column, _side(column))


def _side(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column else Qt.AlignmentFlag.AlignLeft


def _planned(share: Share) -> str:
    """The minutes as they were planned and became: "18 min", or "18 → 15 min"."""
    changed = "" if share.base == share.minutes else f" → {share.minutes}"
    return f"{share.base}{changed} min"
