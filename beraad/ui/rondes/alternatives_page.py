"""Ronde 5: een snelle lijst die de letters voortzet; beoordelen komt pas daarna."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from beraad.phases import alternatives
from beraad.records import Id, Option, Session, new_id
from beraad.ui.rondes.page import Page
from beraad.ui.widgets.fields import FieldMaker, with_label
from beraad.ui.widgets.parts import button, chip, column, label, row
from beraad.ui.widgets.record_list import RecordList, RecordRow


class AlternativesPage(Page):
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
        self._judge = button("Klaar met verzamelen: beoordelen")
        self._judge.setCheckable(True)
        self._judge.clicked.connect(self._on_judge)
        self.layout_.addWidget(self._empty)
        self.layout_.addWidget(self._list)
        self.layout_.addWidget(self._judge, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addStretch(1)

    def show_session(self, session: Session) -> None:
        self._empty.setVisible(not session.alternatives)
        self._judge.setVisible(bool(session.alternatives))
        self._list.show_records(session.alternatives, session)
        self._show_judging(shown=self._judge.isChecked())

    def take_focus(self) -> None:
        rows = self._list.rows
        if rows:
            rows[-1].take_focus()
        else:
            self._list.add_button.setFocus()

    @Slot(bool)
    def _on_judge(self, shown: bool) -> None:  # noqa: FBT001
        self._judge.setText("Verder verzamelen" if shown else "Klaar met verzamelen: beoordelen")
        self._show_judging(shown=shown)

    def _show_judging(self, *, shown: bool) -> None:
        for each in self._list.rows:
            if isinstance(each, AlternativeRow):
                each.show_judging(shown=shown)


class AlternativeRow(RecordRow):
    """One alternative with its letter."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__(item)
        self._letter = chip("", "other")
        text = maker.bound(alternatives.TEXT, item, quiet=True)
        value = maker.bound(alternatives.FROM_VALUE, item, quiet=True, role="small")
        nothing = maker.bound(alternatives.NOTHING, item, role="small")
        judging = [
            maker.bound(alternatives.FEASIBILITY, item),
            *(
                maker.bound(field, item)
                for field in alternatives.JUDGING
                if field is not alternatives.FEASIBILITY
            ),
        ]
        self.fields = [text, value, nothing, *judging]
        self._judging = QWidget()
        in_judging = column(self._judging, spacing=8)
        for bound in judging:
            in_judging.addWidget(with_label(bound.field.label, bound.widget))
        inside = row(self, spacing=10)
        inside.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        body = column(spacing=2)
        body.addWidget(text.widget)
        under = row(spacing=12)
        under.addWidget(label("Geeft ruimte aan", role="label", wrap=False))
        under.addWidget(value.widget, 1)
        under.addWidget(nothing.widget)
        body.addLayout(under)
        body.addWidget(self._judging)
        inside.addLayout(body, 1)

    def show_record(self, session: Session) -> None:
        super().show_record(session)
        self._letter.setText(session.letter(self.item))

    def show_judging(self, *, shown: bool) -> None:
        """Show or hide what is only asked after the brainstorm."""
        self._judging.setVisible(shown)
