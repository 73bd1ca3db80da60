"""Offering the people and agreements that this team had last time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.editing.beginning import with_last_time
from beraad.phases.dates import full_date
from beraad.records import LastTime, Session
from beraad.ui.announce import announce
from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, row
from beraad.ui.widgets.shortcuts import heed

_KEY = "Ctrl+J"
_NOBODY = "Er zijn geen mensen om over te nemen."


class SameAgain(QFrame):
    """Stands there while nobody was written down and the team had a beraad before.

    `taken` comes when the people are there, `declined` when somebody wants to fill them in.
    """

    taken = Signal()
    declined = Signal()

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__()
        self.setObjectName("same-again")
        self.setProperty("panel", "card")
        self._maker = maker
        self._last: LastTime | None = None
        self._declined = False
        inside = row(self, spacing=14)
        inside.setContentsMargins(18, 12, 18, 12)
        sign = label(wrap=False)
        put_icon(sign, Icon.PEOPLE, Role.Link)
        inside.addWidget(sign)
        texts = column(spacing=2)
        texts.addWidget(label("Zelfde mensen als vorige keer?", role="strong"))
        self._about = label(role="small")
        self._about.setObjectName("about-last-time")
        texts.addWidget(self._about)
        about = QWidget()
        about.setLayout(texts)
        self._take = button(f"Ja, neem over ({_KEY})", name="take-again")
        self._take.clicked.connect(self.take)
        leave = button("Nee, ik vul het in", kind="link", name="leave-again")
        leave.clicked.connect(self._on_declined)
        ways = row(spacing=8)
        for way in (self._take, leave):
            ways.addWidget(way)
        asked = row(spacing=14)
        asked.addWidget(about, 1)
        asked.addWidget(folding(ways))
        inside.addWidget(folding(asked), 1)
        self.hide()

    def serve(self, page: QWidget) -> None:
        """Let the key work anywhere on this page."""
        heed(page, _KEY, self.take)

    def show_session(self, session: Session) -> None:
        """Offer what this team had last time, when that is of use now."""
        written = any(one.role.strip() or one.name.strip() for one in session.participants)
        wanted = not written and not self._declined and not session.is_practice
        last = self._maker.earlier.last_of(session.opening.team) if wanted else None
        if last != self._last and last is not None:
            self._show(last)
        self._last = last
        self.setVisible(last is not None)

    @Slot()
    def take(self) -> None:
        """Take them over, as one step that can be undone."""
        last = self._last
        if last is None:
            announce(self, _NOBODY)
            return
        self._maker.editor.change(partial(with_last_time, last=last))
        count = len(last.people)
        people = "1 deelnemer" if count == 1 else f"{count} deelnemers"
        announce(self, f"{people} overgenomen. Ongedaan maken kan met Ctrl+Z.")
        self.taken.emit()

    def _show(self, last: LastTime) -> None:
        count = len(last.people)
        people = "1 deelnemer" if count == 1 else f"{count} deelnemers"
        agreed = " en de afspraken" if last.agreements else ""
        self._about.setText(f"{people} met hun rol{agreed} van {full_date(last.held_on)}")
        self._take.setAccessibleName(f"Ja, neem over: {self._about.text()}")
        announce(
            self, f"Zelfde mensen als vorige keer? {self._about.text()}. {_KEY} neemt ze over."
        )

    @Slot()
    def _on_declined(self) -> None:
        self._declined = True
        self.show_session(self._maker.editor.session)
        self.declined.emit()
