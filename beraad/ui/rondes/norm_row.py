"""One row of the table of ronde 4: a norm, and what it pleads for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from beraad.phases import perspectives
from beraad.phases.wording import ARGUMENT_LABELS, OPTION_SHAPES, option_mark
from beraad.records import ArgumentKind, Id, Plea, Session
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.late import LatePart
from beraad.ui.widgets.next_text import is_enter
from beraad.ui.widgets.parts import column, label, row
from beraad.ui.widgets.reading_order import stop_here
from beraad.ui.widgets.record_list import RecordRow

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


class NormRow(RecordRow):
    """One norm and what it pleads for; its details tell what kind of argument, and from where.

    What it pleads for ends the row of the table: there Ctrl+Enter begins the next perspective.
    """

    def __init__(self, maker: FieldMaker, item: Id, *, begin_next: Callable[[], None]) -> None:
        super().__init__(item)
        self._maker = maker
        self._begin_next = begin_next
        text = maker.bound(perspectives.NORM, item, quiet=True)
        plea = maker.bound(_PLEA, item, quiet=True, looks=_PLEA_LOOKS)
        self._plea = plea.widget
        stop_here(self._plea)
        self.fields = [text, plea]
        self._details = LatePart(self._make_details)
        self._kind: QLabel | None = None
        self._inside = inside = column(self, spacing=0)
        beside = row(spacing=4)
        beside.addWidget(text.widget, 1, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(plea.widget, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(folding(beside))
        inside.addWidget(self._details)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event, Qt.KeyboardModifier.ControlModifier) and self._plea.hasFocus():
            self._begin_next()
        else:
            super().keyPressEvent(event)

    def show_details(self, session: Session, *, shown: bool) -> None:
        """Show or hide what there is more to say; the kind of argument shows when it tells."""
        self._details.show_session(session, shown=shown)
        kind = next(norm.argument for norm in session.norms if norm.id == self.item)
        telling = kind is not ArgumentKind.MORAL and not shown
        if self._kind is None and telling:
            self._kind = label(role="small")
            self._kind.setContentsMargins(6, 0, 0, 4)
            self._inside.addWidget(self._kind)
        if self._kind is not None:
            self._kind.setText(ARGUMENT_LABELS[kind])
            self._kind.setVisible(telling)

    def _make_details(self, part: QWidget) -> list[BoundField]:
        argument = self._maker.bound(perspectives.ARGUMENT, self.item, quiet=True)
        source = self._maker.bound(perspectives.NORM_SOURCE, self.item, quiet=True)
        inside = row(part, spacing=4)
        inside.addWidget(argument.widget)
        inside.addWidget(source.widget)
        inside.addStretch(1)
        return [argument, source]


def norm_with_cursor(page: QWidget) -> Id | None:
    """The norm on this page that has the cursor."""
    widget = QApplication.focusWidget()
    while widget is not None and widget is not page:
        if isinstance(widget, NormRow):
            return widget.item
        widget = widget.parentWidget()
    return None
