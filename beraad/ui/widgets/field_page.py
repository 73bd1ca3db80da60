"""What every page of a beraad can do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from beraad.phases.model import Field, FieldKind, Rows
from beraad.records import Id, Session
from beraad.records.anatomy import Address, list_sections
from beraad.records.identity import new_id
from beraad.ui.widgets.below import below
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.next_text import is_enter
from beraad.ui.widgets.parts import column, label, row, title_above
from beraad.ui.widgets.record_list import RecordList, RecordRow

_FEW = 2
_STRETCH = {FieldKind.TEXT: 4, FieldKind.LINE: 2}
_BESIDE_DATES = {FieldKind.TEXT: 2, FieldKind.LINE: 2}
"""Dates take so much room that a long word would break in a narrow column."""


class FieldPage(QWidget):
    """A page shows the session and writes into it through the fields it made."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__()
        self.maker = maker
        self.editor = maker.editor
        self.layout_ = column(self, spacing=16)
        self._fields: list[BoundField] = []
        self._lists: list[tuple[RecordList, str]] = []

    def show_session(self, session: Session) -> None:
        """Show this session; what did not change is left alone."""
        for bound in self._fields:
            bound.show(session)
        for records, section in self._lists:
            records.show_records(getattr(session, section), session)

    def take_focus(self) -> None:
        """Put the cursor where writing starts."""
        if self._fields:
            self._fields[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (is_enter(event, Qt.KeyboardModifier.ControlModifier) and self.begin_row()):
            super().keyPressEvent(event)

    def begin_row(self) -> bool:
        """Begin a row in the list that comes next on this page; whether there is a list."""
        focus = QApplication.focusWidget()
        lists = [each for each in below(self, RecordList) if _is_outermost(each, self)]
        after = focus and next((each for each in lists if _stands_after(each, focus)), None)
        chosen = after or next(iter(lists[::-1]), None)
        if chosen is None:
            return False
        chosen.add()
        return True

    def open_up(self, address: Address) -> None:
        """Open what this address stands in, where a page keeps it closed."""

    def shut(self) -> None:
        """Shut what stands open for one person alone."""

    def bound(self, field: Field, **looks: Any) -> BoundField:
        """Make a field that this page keeps up to date."""
        made = self.maker.bound(field, **looks)
        self._fields.append(made)
        return made

    def rows(self, spec: Rows, *, thing: str, row_kind: type[SpecRow] | None = None) -> QWidget:
        """Make a titled list of records that this page keeps up to date."""
        of_kind = row_kind or SpecRow
        box = QWidget()
        inside = column(box, spacing=6)
        inside.addWidget(title_above(spec.title))
        empty = label(spec.empty, role="muted")
        inside.addWidget(empty)
        kind = list_sections()[spec.section]
        records = RecordList(
            self.editor,
            spec.section,
            lambda item: of_kind(self.maker, spec, item),
            lambda: kind(id=new_id()),
            add_label=spec.add_label,
            thing=thing,
        )
        records.emptied.connect(empty.setVisible)
        records.say_when_empty(spec.empty)
        inside.addWidget(records)
        self._lists.append((records, spec.section))
        return box


def _is_outermost(records: RecordList, page: QWidget) -> bool:
    """Whether a list is in sight, and in no row of another one."""
    around = records.parentWidget()
    while around is not None and around is not page:
        if isinstance(around, RecordList):
            return False
        around = around.parentWidget()
    return records.isVisible()


def _stands_after(records: RecordList, widget: QWidget) -> bool:
    """Whether a list comes later on the page than this, as one reads."""
    page = records.window()
    here = widget.mapTo(page, widget.rect().topLeft())
    there = records.mapTo(page, records.rect().topLeft())
    aside = there.x() >= here.x() + widget.width()
    before = there.x() + records.width() <= here.x()
    return not before and (aside or there.y() >= here.y())


class SpecRow(RecordRow):
    """A row whose columns are the fields of the ronde."""

    def __init__(self, maker: FieldMaker, spec: Rows, item: Id) -> None:
        super().__init__(item)
        self.parts: dict[str, QWidget] = {}
        inside = row(spacing=8)
        column(self).addWidget(folding(inside, maker.room if len(spec.columns) > _FEW else None))
        dated = any(field.kind is FieldKind.DATE for field in spec.columns)
        stretch = _BESIDE_DATES if dated else _STRETCH
        for field in spec.columns:
            looks = {"quiet": True} if field.kind in stretch else {}
            bound = maker.bound(field, item, **looks)
            self.fields.append(bound)
            shown = bound.labelled() if field.kind is FieldKind.DATE else bound.widget
            self.parts[field.name] = shown
            inside.addWidget(shown, stretch.get(field.kind, 0), Qt.AlignmentFlag.AlignTop)
