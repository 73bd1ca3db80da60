"""Ronde 4: de tabel van perspectieven, waarden en normen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from beraad.editing.operations import with_added, with_field
from beraad.phases import perspectives
from beraad.phases.course import Course
from beraad.phases.wording import ARGUMENT_LABELS
from beraad.records import ArgumentKind, Id, Norm, Session, Stakeholder, Value, new_id
from beraad.records.anatomy import Address
from beraad.ui.announce import announce
from beraad.ui.rondes.norm_row import NormRow, norm_with_cursor
from beraad.ui.widgets.digit_row import digit_of
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.late import LatePart
from beraad.ui.widgets.next_text import is_enter
from beraad.ui.widgets.parts import button, column, label, line, panel, row
from beraad.ui.widgets.reading_order import TEXTS_FIRST
from beraad.ui.widgets.record_list import RecordList, RecordRow
from beraad.ui.widgets.shortcuts import heed

_SHARES = (22, 24, 54)


class PerspectivesPage(FieldPage):
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
            lambda item: StakeholderRow(maker, item, begin_next=self._begin_next),
            lambda: Stakeholder(id=new_id()),
            companions=_with_value,
            add_label="perspectief",
            thing="perspectief",
        )
        self._list.spread_with(_spread)
        self._list.ask_about_names()
        self._empty = label(role="muted")
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
        for number, kind in enumerate(ARGUMENT_LABELS, start=1):
            heed(self, f"Alt+{number}", partial(self._label_norm, kind))

    def show_session(self, session: Session) -> None:
        self._empty.setVisible(not session.stakeholders)
        nobody = f"Nog geen perspectieven. {Course.of(session).whose_first}"
        if nobody != self._empty.text():
            self._empty.setText(nobody)
            self._list.say_when_empty(nobody)
        self._list.show_records(session.stakeholders, session)
        self._show_details(session)
        unknown = tuple(perspectives.hearsay(session))
        self._hearsay.setVisible(bool(unknown))
        if unknown:
            names = ", ".join(unknown[:-1]) + (" en " if unknown[:-1] else "") + unknown[-1]
            self._hearsay_text.setText(
                f"Van {names} weten we het niet uit eerste hand. Wie kan dit navragen?"
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        only_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        digit = digit_of(event) if only_alt else ""
        kinds = dict(zip("1234", ARGUMENT_LABELS, strict=False))
        if digit in kinds:
            self._label_norm(kinds[digit])
        else:
            super().keyPressEvent(event)

    def open_up(self, address: Address) -> None:
        folded = address.field in {perspectives.MEANING.name, perspectives.NORM_SOURCE.name}
        if folded and not self._details.isChecked():
            self._details.setChecked(True)
            self._show_details(self.editor.session)

    def take_focus(self) -> None:
        rows = self._list.rows
        if rows:
            rows[0].take_focus()
        else:
            self._list.add_button.setFocus()

    def _begin_next(self) -> None:
        self._list.add_below()

    def _label_norm(self, kind: ArgumentKind) -> None:
        """Say what kind of argument the norm with the cursor is."""
        norm = norm_with_cursor(self)
        if norm is not None:
            self.editor.edit(perspectives.ARGUMENT.address(norm), kind)
            announce(self, f"Deze norm: {ARGUMENT_LABELS[kind]}.")

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


def _spread(session: Session, stakeholder: Id, cells: tuple[str, ...]) -> Session:
    """Put a value, a norm and what it pleads for in what came along with a perspective."""
    if not cells:
        return session
    value = session.values_of(stakeholder)[-1].id
    session = with_field(session, perspectives.VALUE.address(value), cells[0])
    return _spread_norm(session, value, cells[1:])


def _spread_norm(session: Session, value: Id, cells: tuple[str, ...]) -> Session:
    if not cells:
        return session
    norm = session.norms_of(value)[-1].id
    plea = perspectives.plea_meant(cells[1]) if len(cells) > 1 else None
    left = cells[:1] + (cells[1:] if plea is None else cells[2:])
    text = " · ".join(cell for cell in left if cell)
    session = with_field(session, perspectives.NORM.address(norm), text)
    if plea is None:
        return session
    return with_field(session, perspectives.PLEA.address(norm), plea)


class _Share(QWidget):
    """A part of a row that takes its share of the width, but never breaks a word for that."""

    def __init__(self, inner: QWidget | None = None) -> None:
        super().__init__()
        if inner is not None:
            column(self).addWidget(inner)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())


class _NamedRow(RecordRow):
    """A row whose menu sits beside its name."""

    def _named(self, name: BoundField) -> QHBoxLayout:
        self.menu_place = row(spacing=0)
        self.menu_place.addWidget(name.widget, 1, Qt.AlignmentFlag.AlignTop)
        return self.menu_place


class StakeholderRow(_NamedRow):
    """One perspective: who it is, and the values that hang on it.

    Ctrl+Shift+Enter, anywhere in it, adds a value. Tab goes along the cells of the table first.
    """

    def __init__(self, maker: FieldMaker, item: Id, *, begin_next: Callable[[], None]) -> None:
        super().__init__(item)
        self._editor = maker.editor
        self._is_owner = False
        self.setProperty(TEXTS_FIRST, True)
        name = maker.bound(perspectives.NAME, item, quiet=True, role="strong")
        presence = maker.bound(perspectives.PRESENCE, item, quiet=True)
        source = maker.bound(perspectives.SOURCE, item, quiet=True)
        self.fields = [name, presence, source]
        name.widget.edited.connect(self._on_named)
        self._values = RecordList(
            maker.editor,
            "values",
            lambda value: ValueRow(maker, value, begin_next=begin_next),
            lambda: Value(id=new_id(), stakeholder_id=item),
            companions=_with_norm,
            add_label="waarde",
            thing="waarde",
            divided=False,
            add_in_rows=True,
        )
        self._values.listen_with(maker.listening)
        self._values.spread_with(_spread_norm)
        self._values.ask_about_names()
        who = _Share()
        in_who = column(who, spacing=0)
        in_who.addLayout(self._named(name))
        in_who.addWidget(presence.widget, 0, Qt.AlignmentFlag.AlignLeft)
        in_who.addWidget(source.widget, 0, Qt.AlignmentFlag.AlignLeft)
        in_who.addStretch(1)
        inside = row(self, spacing=8)
        maker.room.adapt(inside, self)
        inside.addWidget(who, _SHARES[0])
        inside.addWidget(_Share(self._values), _SHARES[1] + _SHARES[2])

    def show_record(self, session: Session) -> None:
        super().show_record(session)
        self._values.show_records(session.values_of(self.item), session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if is_enter(event, both):
            self._values.add_below()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_named(self, name: str) -> None:
        """Who brought the case sits here and speaks; said once, and it may be changed."""
        is_owner = perspectives.is_case_owner(self._editor.session, name)
        if is_owner and not self._is_owner:
            self._editor.change(partial(perspectives.with_own_words, stakeholder=self.item))
        self._is_owner = is_owner

    def show_details(self, session: Session, *, shown: bool) -> None:
        """Show or hide what there is more to say about values and norms."""
        for each in self._values.rows:
            if isinstance(each, ValueRow):
                each.show_details(session, shown=shown)


class ValueRow(_NamedRow):
    """One value, and the norms that follow from it."""

    def __init__(self, maker: FieldMaker, item: Id, *, begin_next: Callable[[], None]) -> None:
        super().__init__(item)
        self._maker = maker
        name = maker.bound(perspectives.VALUE, item, quiet=True)
        core = maker.bound(perspectives.CORE, item, role="small")
        # The whole of it does not fit beside the norms; who listens hears it.
        core.widget.setText("Kernwaarde")
        core.widget.setAccessibleName(perspectives.CORE.label)
        self.fields = [name, core]
        self._details = LatePart(self._make_details)
        self._norms = RecordList(
            maker.editor,
            "norms",
            lambda norm: NormRow(maker, norm, begin_next=begin_next),
            lambda: Norm(id=new_id(), value_id=item),
            add_label="norm",
            thing="norm",
            divided=False,
            add_in_rows=True,
        )
        self._norms.listen_with(maker.listening)
        what = _Share()
        in_what = column(what, spacing=0)
        in_what.addLayout(self._named(name))
        in_what.addWidget(self._details)
        in_what.addWidget(core.widget)
        in_what.addStretch(1)
        inside = row(self, spacing=8)
        maker.room.adapt(inside, self)
        inside.addWidget(what, _SHARES[1], Qt.AlignmentFlag.AlignTop)
        inside.addWidget(_Share(self._norms), _SHARES[2])

    def show_record(self, session: Session) -> None:
        super().show_record(session)
        self._norms.show_records(session.norms_of(self.item), session)

    def show_details(self, session: Session, *, shown: bool) -> None:
        """Show or hide the meaning of the value, and more about its norms."""
        self._details.show_session(session, shown=shown)
        for each in self._norms.rows:
            if isinstance(each, NormRow):
                each.show_details(session, shown=shown)

    def _make_details(self, part: QWidget) -> list[BoundField]:
        meaning = self._maker.bound(perspectives.MEANING, self.item, quiet=True, role="small")
        column(part).addWidget(meaning.widget)
        return [meaning]
