"""A date, typed as people write it or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget

from beraad.phases.date_entry import Reach, Unreadable, question_about, read_date
from beraad.phases.dates import dated
from beraad.ui.widgets.entry_field import EntryField
from beraad.ui.widgets.parts import button

_FAR = 3
"""Years from today after which a day is asked about, where nothing else is told."""


class _Calendar(QCalendarWidget):
    """Esc closes it before anything that stands below it hears of that key."""

    def event(self, event: QEvent) -> bool:
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escapes and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self.close()
            return True
        return super().event(event)


class DateField(EntryField):
    """A day, or none; `reach` tells which way a day without a year lies."""

    def __init__(
        self,
        *,
        name: str,
        today: Callable[[], date],
        reach: Reach = Reach.COMING,
        far: int = _FAR,
        needed: bool = False,
    ) -> None:
        super().__init__(name=name, needed=needed, placeholder="dag-maand-jaar")
        self._today = today
        self._reach = reach
        self._far = far
        self._pick = button("▾", kind="quiet", described=f"{name}: kies uit de kalender")
        self._calendar: QCalendarWidget | None = None
        self._beside.addWidget(self._pick)
        self._pick.clicked.connect(self._on_pick)

    def read(self, text: str) -> date | Unreadable | None:
        return read_date(text, today=self._today(), reach=self._reach)

    def written(self, value: date) -> str:
        return dated(value)

    def doubt(self, value: date | None) -> str:
        if value is None:
            return ""
        return question_about(value, today=self._today(), reach=self._reach, years=self._far)

    @Slot()
    def _on_pick(self) -> None:
        calendar = _Calendar(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._value or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        self._calendar = calendar
        calendar.show()  # Only then it is as large as it will be.
        calendar.move(self._in_sight(calendar.size()))

    def _in_sight(self, size: QSize) -> QPoint:
        """Where on the screen something of this size stands under this field, or else above it."""
        free = self.screen().availableGeometry()
        corner = self.mapToGlobal(QPoint(0, self.height()))
        if corner.y() + size.height() > free.y() + free.height():
            corner.setY(self.mapToGlobal(QPoint(0, -size.height())).y())
        highest = QPoint(free.x() + free.width() - size.width(), free.bottom() - size.height())
        return QPoint(
            max(free.x(), min(corner.x(), highest.x())), max(free.y(), min(corner.y(), highest.y()))
        )

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.take(dated(date(day.year(), day.month(), day.day())))
