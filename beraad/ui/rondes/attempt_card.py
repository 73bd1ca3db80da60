"""Je probeerpunt, in the opening: what who leads wants to try this time; only on this laptop."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.records import PhaseKey, Session
from beraad.ui.announce import announce
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, row, title_above

_ONLY_YOU = "Alleen voor jou: het staat niet in het beraad en niet op het groepsscherm."


class AttemptCard(QFrame):
    """In sight in the opening only. `put_away` asks to let it stand ready no longer."""

    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attempt")
        self.setProperty("panel", "card")
        self._about: tuple[str, str, PhaseKey, str] | None = None
        self._text = label()
        self._when = label(role="muted")
        self._notice = label(role="muted")
        away = button("Klaar ermee", kind="link", name="attempt-away")
        away.clicked.connect(self._on_away)
        inside = column(self, spacing=4)
        inside.setContentsMargins(18, 12, 18, 12)
        top = row(spacing=12)
        top.addWidget(title_above("Je probeerpunt"), 1)
        top.addWidget(away)
        inside.addWidget(folding(top))
        inside.addWidget(self._text)
        inside.addWidget(self._when)
        inside.addWidget(self._notice)
        self._kept = label(role="small")
        inside.addWidget(self._kept)
        self.hide()

    def remind(
        self, attempt: str, when: str, phase: PhaseKey, noticed_by: str, *, outside: str = ""
    ) -> None:
        """Remember what is tried, when, in which ronde, and how it will be noticed.

        `outside` says that it lies outside the vault, where there is one.
        """
        self._about = (attempt, when, phase, noticed_by)
        self._kept.setText(f"{_ONLY_YOU} {outside}".rstrip())

    def show_session(self, session: Session) -> None:
        """Come in sight in the opening, where there is something to remember."""
        shown = self._about is not None and session.progress.phase is PhaseKey.OPENING
        if self._about is not None and shown:
            attempt, when, phase, noticed_by = self._about
            self._text.setText(attempt)
            self._when.setText(f"{part_name(Course.of(session), phase)} · {when}")
            self._notice.setText(f"Je merkt het zo: {noticed_by}")
        self.setVisible(shown)

    @Slot()
    def _on_away(self) -> None:
        self._about = None
        self.put_away.emit()
        self.hide()
        announce(self.window(), "Je probeerpunt is weggelegd")
