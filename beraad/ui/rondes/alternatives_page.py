"""Ronde 5: een snelle lijst die de letters voortzet; beoordelen komt pas daarna."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from beraad.phases import alternatives
from beraad.records import Id, Option, Session, new_id
from beraad.records.anatomy import Address
from beraad.ui.reference import Reference
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.late import LatePart
from beraad.ui.widgets.parts import button, chip, column, label, row
from beraad.ui.widgets.record_list import RecordList, RecordRow

_DONE = "Verzamelen klaar, nu bekijken"


class AlternativesPage(FieldPage):
    """Options C, D, E …"""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._empty = label(
            "A en B staan al vast. Wat kan nog meer? Schrijf snel, oordeel later.", role="muted"
        )
        self._list = RecordList(
            self.editor,
            "options",
            lambda item: AlternativeRow(maker, item),
            lambda: Option(id=new_id()),
            add_label="alternatief",
            thing="alternatief",
        )
        self._list.ask_about_names()
        self._list.say_when_empty(self._empty.text())
        self._judge = button(_DONE)
        self._judge.setCheckable(True)
        self._judge.clicked.connect(self._on_judge)
        self.layout_.addWidget(self._empty)
        self.layout_.addWidget(self._list)
        self.layout_.addWidget(self._judge, 0, Qt.AlignmentFlag.AlignLeft)
        self._grounds = LatePart(self._make_grounds)
        self._grounds.setObjectName("grounds")
        self.layout_.addWidget(self._grounds)
        self.layout_.addStretch(1)

    def show_session(self, session: Session) -> None:
        self._empty.setVisible(not session.alternatives)
        self._judge.setVisible(bool(session.alternatives))
        self._list.show_records(session.alternatives, session)
        self._show_judging(session)

    def take_focus(self) -> None:
        rows = self._list.rows
        if rows:
            rows[-1].take_focus()
        else:
            self._list.add_button.setFocus()

    @Slot(bool)
    def _on_judge(self, shown: bool) -> None:  # noqa: FBT001
        self._judge.setText("Verder verzamelen" if shown else _DONE)
        self._show_judging(self.editor.session)

    def open_up(self, address: Address) -> None:
        folded = address.field in {field.name for field in alternatives.JUDGING}
        if folded and not self._judge.isChecked():
            self._judge.setChecked(True)
            self._on_judge(True)

    def _make_grounds(self, part: QWidget) -> list[BoundField]:
        column(part).addWidget(Reference(self.maker.suggestions().lists["maatwerkgronden"]))
        return []

    def _show_judging(self, session: Session) -> None:
        self._grounds.show_session(session, shown=self._judge.isChecked())
        for each in self._list.rows:
            if isinstance(each, AlternativeRow):
                each.judging.show_session(session, shown=self._judge.isChecked())


class AlternativeRow(RecordRow):
    """One alternative with its letter; `judging` is only asked after the brainstorm."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__(item)
        self._maker = maker
        self._letter = chip("", "other")
        text = maker.bound(alternatives.TEXT, item, quiet=True)
        value = maker.bound(alternatives.FROM_VALUE, item, quiet=True, role="small")
        nothing = maker.bound(alternatives.NOTHING, item, role="small")
        self.fields = [text, value, nothing]
        self.judging = LatePart(self._make_judging)
        inside = row(spacing=10)
        column(self).addWidget(folding(inside))
        inside.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        body = column(spacing=2)
        body.addWidget(text.widget)
        under = row(spacing=12)
        maker.room.adapt(under, self)
        before = label("Doet recht aan", role="label", wrap=False)
        before.setBuddy(value.widget)
        under.addWidget(before)
        under.addWidget(value.widget, 1)
        under.addWidget(nothing.widget)
        body.addLayout(under)
        body.addWidget(self.judging)
        inside.addLayout(body, 1)

    def show_record(self, session: Session) -> None:
        super().show_record(session)
        self._letter.setText(session.letter(self.item))

    def _make_judging(self, part: QWidget) -> list[BoundField]:
        made = [self._maker.bound(field, self.item) for field in alternatives.JUDGING]
        inside = column(part, spacing=8)
        for bound in made:
            inside.addWidget(bound.labelled())
        return made
