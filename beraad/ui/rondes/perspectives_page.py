"""Ronde 4: de tabel van perspectieven, waarden en normen."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from beraad.editing.operations import with_added
from beraad.phases import perspectives
from beraad.phases.wording import OPTION_SHAPES, option_mark
from beraad.records import Id, Norm, Plea, Session, Stakeholder, Value, new_id
from beraad.ui.rondes.page import Page
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.late import LatePart
from beraad.ui.widgets.parts import button, column, label, line, panel, row
from beraad.ui.widgets.record_list import RecordList, RecordRow

_SHARES = (22, 24, 54)
_SHAPES: dict[StrEnum, str] = {
    Plea.A: option_mark("A"),
    Plea.B: option_mark("B"),
    Plea.BOTH: "".join(OPTION_SHAPES.values()) + " beide",
}
_PLEA = replace(
    perspectives.PLEA,
    choices=tuple((plea, _SHAPES.get(plea, text)) for plea, text in perspectives.PLEA.choices),
)
_PLEA_LOOKS = {Plea.A: "a", Plea.B: "b", Plea.BOTH: "other"}


class PerspectivesPage(Page):
    """Every perspective with its values; every value with its norms."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self.layout_.setSpacing(8)
        self._details = button("Toon betekenis, soort en herkomst", kind="link")
        self._details.setCheckable(True)
        self._details.clicked.connect(self._on_details)
        self._list = RecordList(
            self.editor,
            "stakeholders",
            lambda item: StakeholderRow(maker, item),
            lambda: Stakeholder(id=new_id()),
            companions=_with_value,
            add_label="perspectief",
            thing="perspectief",
        )
        self._empty = label(
            "Nog geen perspectieven. Begin bij de inwoner: wat staat er voor die op het spel?",
            role="muted",
        )
        self._hearsay = panel("hint")
        self._hearsay_text = label()
        in_hearsay = row(self._hearsay)
        in_hearsay.setContentsMargins(14, 8, 14, 8)
        in_hearsay.addWidget(self._hearsay_text)
        self._header = _header()
        self.layout_.addWidget(self._header)
        self._header.setHidden(maker.room.narrow)
        maker.room.changed.connect(self._header.setHidden)
        self.layout_.addWidget(line())
        self.layout_.addWidget(self._empty)
        self.layout_.addWidget(self._list)
        self.layout_.addWidget(self._details, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addWidget(self._hearsay)
        self.layout_.addStretch(1)

    def show_session(self, session: Session) -> None:
        self._empty.setVisible(not session.stakeholders)
        self._list.show_records(session.stakeholders, session)
        self._show_details(session)
        unknown = tuple(perspectives.hearsay(session))
        self._hearsay.setVisible(bool(unknown))
        if unknown:
            names = ", ".join(unknown[:-1]) + (" en " if unknown[:-1] else "") + unknown[-1]
            self._hearsay_text.setText(
                f"Van {names} weten we het niet uit eerste hand. Wie kan dit navragen?"
            )

    def take_focus(self) -> None:
        rows = self._list.rows
        if rows:
            rows[0].take_focus()
        else:
            self._list.add_button.setFocus()

    @Slot()
    def _on_details(self) -> None:
        self._show_details(self.editor.session)

    def _show_details(self, session: Session) -> None:
        shown = self._details.isChecked()
        for each in self._list.rows:
            if isinstance(each, StakeholderRow):
                each.show_details(session, shown=shown)


def _header() -> QWidget:
    box = QWidget()
    inside = row(box, spacing=8)
    inside.setContentsMargins(8, 0, 0, 0)
    perspective, value, norm = _SHARES
    inside.addWidget(label("Perspectief", role="label"), perspective)
    inside.addWidget(label("Waarde", role="label"), value)
    inside.addWidget(label("Norm", role="label"), norm * 2 // 3)
    inside.addWidget(label("Pleit voor", role="label"), norm // 3)
    return box


def _with_value(session: Session, stakeholder: Stakeholder) -> Session:
    value = Value(id=new_id(), stakeholder_id=stakeholder.id)
    return _with_norm(with_added(session, "values", value), value)


def _with_norm(session: Session, value: Value) -> Session:
    return with_added(session, "norms", Norm(id=new_id(), value_id=value.id))


class _NamedRow(RecordRow):
    """A row whose menu sits beside its name."""

    def _named(self, name: BoundField) -> QHBoxLayout:
        self.menu_place = row(spacing=0)
        self.menu_place.addWidget(name.widget, 1, Qt.AlignmentFlag.AlignTop)
        return self.menu_place


class StakeholderRow(_NamedRow):
    """One perspective: who it is, and the values that hang on it."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__(item)
        name = maker.bound(perspectives.NAME, item, quiet=True, role="strong")
        presence = maker.bound(perspectives.PRESENCE, item, quiet=True)
        source = maker.bound(perspectives.SOURCE, item, quiet=True)
        self.fields = [name, presence, source]
        self._values = RecordList(
            maker.editor,
            "values",
            lambda value: ValueRow(maker, value),
            lambda: Value(id=new_id(), stakeholder_id=item),
            companions=_with_norm,
            add_label="waarde",
            thing="waarde",
            divided=False,
            add_in_rows=True,
        )
        who = QWidget()
        in_who = column(who, spacing=0)
        in_who.addLayout(self._named(name))
        in_who.addWidget(presence.widget, 0, Qt.AlignmentFlag.AlignLeft)
        in_who.addWidget(source.widget, 0, Qt.AlignmentFlag.AlignLeft)
        in_who.addStretch(1)
        who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._values.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        inside = row(self, spacing=8)
        maker.room.adapt(inside, self)
        inside.addWidget(who, _SHARES[0])
        inside.addWidget(self._values, _SHARES[1] + _SHARES[2])

    def show_record(self, session: Session) -> None:
        super().show_record(session)
        self._values.show_records(session.values_of(self.item), session)

    def show_details(self, session: Session, *, shown: bool) -> None:
        """Show or hide what there is more to say about values and norms."""
        for each in self._values.rows:
            if isinstance(each, ValueRow):
                each.show_details(session, shown=shown)


class ValueRow(_NamedRow):
    """One value, and the norms that follow from it."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__(item)
        self._maker = maker
        name = maker.bound(perspectives.VALUE, item, quiet=True)
        core = maker.bound(perspectives.CORE, item, role="small")
        self.fields = [name, core]
        self._details = LatePart(self._make_details)
        self._norms = RecordList(
            maker.editor,
            "norms",
            lambda norm: NormRow(maker, norm),
            lambda: Norm(id=new_id(), value_id=item),
            add_label="norm",
            thing="norm",
            divided=False,
            add_in_rows=True,
        )
        what = QWidget()
        in_what = column(what, spacing=0)
        in_what.addLayout(self._named(name))
        in_what.addWidget(self._details)
        in_what.addWidget(core.widget)
        in_what.addStretch(1)
        what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._norms.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        inside = row(self, spacing=8)
        maker.room.adapt(inside, self)
        inside.addWidget(what, _SHARES[1], Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._norms, _SHARES[2])

    def show_record(self, session: Session) -> None:
        super().show_record(session)
        self._norms.show_records(session.norms_of(self.item), session)

    def show_details(self, session: Session, *, shown: bool) -> None:
        """Show or hide the meaning of the value, and more about its norms."""
        self._details.show_session(session, shown=shown)
        for each in self._norms.rows:
            if isinstance(each, NormRow):
                each.details.show_session(session, shown=shown)

    def _make_details(self, part: QWidget) -> list[BoundField]:
        meaning = self._maker.bound(perspectives.MEANING, self.item, quiet=True, role="small")
        column(part).addWidget(meaning.widget)
        return [meaning]


class NormRow(RecordRow):
    """One norm and what it pleads for; `details` tells where it comes from."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__(item)
        self._maker = maker
        text = maker.bound(perspectives.NORM, item, quiet=True)
        plea = maker.bound(_PLEA, item, quiet=True, looks=_PLEA_LOOKS)
        self.fields = [text, plea]
        self.details = LatePart(self._make_details)
        inside = column(self, spacing=0)
        beside = row(spacing=4)
        beside.addWidget(text.widget, 1, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(plea.widget, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(beside)
        inside.addWidget(self.details)

    def _make_details(self, part: QWidget) -> list[BoundField]:
        argument = self._maker.bound(perspectives.ARGUMENT, self.item, quiet=True)
        source = self._maker.bound(perspectives.NORM_SOURCE, self.item, quiet=True)
        inside = row(part, spacing=4)
        inside.addWidget(argument.widget)
        inside.addWidget(source.widget)
        inside.addStretch(1)
        return [argument, source]
