"""Ronde 3: vragen en antwoorden, en wat nog uitgezocht moet worden."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from beraad.phases import clarification
from beraad.records import Clarification, Id, Session, new_id
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.late import LatePart
from beraad.ui.widgets.parts import column, label, row
from beraad.ui.widgets.record_list import RecordList, RecordRow

_QUESTION, _ANSWER, _KIND, _OPEN, _BY, _WHEN = clarification.QUESTIONS.columns


class ClarificationPage(FieldPage):
    """Question and answer, row by row."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._empty = label(clarification.QUESTIONS.empty, role="muted")
        self._list = RecordList(
            self.editor,
            "clarifications",
            lambda item: ClarificationRow(maker, item),
            lambda: Clarification(id=new_id()),
            add_label=clarification.QUESTIONS.add_label,
            thing="vraag",
        )
        self._list.listen_with(maker.listening)
        self.layout_.addWidget(self._empty)
        self.layout_.addWidget(self._list)
        self.layout_.addWidget(self.bound(clarification.RULE_PURPOSE).labelled())
        self.layout_.addStretch(1)

    def show_session(self, session: Session) -> None:
        super().show_session(session)
        self._empty.setVisible(not session.clarifications)
        self._list.show_records(session.clarifications, session)

    def take_focus(self) -> None:
        rows = self._list.rows
        if rows:
            rows[-1].take_focus()
        else:
            self._list.add_button.setFocus()


class ClarificationRow(RecordRow):
    """A question, its answer, and who finds out what is not known yet."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__(item)
        self._maker = maker
        question = maker.bound(_QUESTION, item, quiet=True, role="strong")
        answer = maker.bound(_ANSWER, item, quiet=True)
        kind = maker.bound(_KIND, item, quiet=True)
        open_point = maker.bound(_OPEN, item, role="small")
        self.fields = [question, answer, kind, open_point]
        self._to_find_out = LatePart(self._make_to_find_out)
        inside = column(self, spacing=2)
        inside.addWidget(question.widget)
        inside.addWidget(answer.widget)
        under = row(spacing=8)
        under.addWidget(kind.widget)
        under.addWidget(open_point.widget)
        under.addWidget(self._to_find_out, 1)
        under.addStretch(1)
        inside.addWidget(folding(under))

    def show_record(self, session: Session) -> None:
        super().show_record(session)
        mine = next(each for each in session.clarifications if each.id == self.item)
        self._to_find_out.show_session(session, shown=mine.open_point)

    def _make_to_find_out(self, part: QWidget) -> list[BoundField]:
        by = self._maker.bound(_BY, self.item, quiet=True, role="small")
        when = self._maker.bound(_WHEN, self.item, quiet=True, role="small")
        beside = row(spacing=8)
        beside.addWidget(by.widget, 1)
        beside.addWidget(when.widget, 1)
        column(part).addWidget(folding(beside))
        return [by, when]
