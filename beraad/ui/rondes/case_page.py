"""Ronde 1: de situatie, het kernmoment en de tijdlijn."""

from __future__ import annotations

from beraad.phases import case
from beraad.phases.course import Course
from beraad.phases.phrasing import lower_first
from beraad.records import Session
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.fold import Fold


class CasePage(FieldPage):
    """The account of the case."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self.layout_.addWidget(self.bound(case.SITUATION, least_lines=6).labelled())
        self.layout_.addWidget(self.bound(case.HOT_MOMENT, least_lines=2).labelled())
        self.layout_.addWidget(self.bound(case.FRICTION, least_lines=2).labelled())
        self.layout_.addWidget(self.rows(case.TIMELINE, thing="moment"))
        self._more = Fold("")
        for field in (case.DONE_SO_FAR, case.DECIDES_FORMALLY, case.DEADLINE):
            self._more.inside.addWidget(self.bound(field).labelled())
        self.layout_.addWidget(self._more)
        self.layout_.addWidget(self.bound(case.ACCOUNT_AGREED).widget)
        self.layout_.addStretch(1)

    def show_session(self, session: Session) -> None:
        super().show_session(session)
        subject = Course.of(session).subject
        self._more.rename(f"Meer over {lower_first(subject)}")
