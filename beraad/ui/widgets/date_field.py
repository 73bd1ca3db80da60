"""A date, typed as people write it or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QSizePolicy, QWidget

from beraad.phases.date_entry import read_date
from beraad.phases.dates import dated
from beraad.ui.announce import announce
from beraad.ui.widgets.keys_elsewhere import KeysElsewhere
from beraad.ui.widgets.parts import button, row, set_look

_UNREADABLE = "Deze datum lees ik niet. Schrijf bijvoorbeeld 1-12-2026."


class DateField(QWidget):
    """A day, or none. What cannot be read as a date stays visible and is marked."""

    edited = Signal(object)

    def __init__(self, *, name: str, today: Callable[[], date], needed: bool = False) -> None:
        super().__init__()
        self._today = today
        self._needed = needed
        self._value: date | None = None
        self._line = QLineEdit()
        KeysElsewhere(self._line)
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText("dag-maand-jaar")
        self._pick = button("▾", kind="quiet", described=f"{name}: kies uit de kalender")
        self._calendar: QCalendarWidget | None = None
        self.setFocusProxy(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        inside = row(self, spacing=2)
        inside.addWidget(self._line)
        inside.addWidget(self._pick)
        self._fit()
        self._line.editingFinished.connect(self._on_typed)
        self._line.textEdited.connect(self._on_typing)
        self._pick.clicked.connect(self._on_pick)

    def show_value(self, value: date | None) -> None:
        """Show this day without telling anybody."""
        if value == self._value and (self._line.hasFocus() or self._is_unreadable()):
            return
        self._value = value
        text = dated(value) if value else ""
        if text != self._line.text():
            self._line.setText(text)
        self._mark(wrong=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        metrics = self._line.fontMetrics()
        room = metrics.horizontalAdvance(self._line.placeholderText()) + metrics.lineSpacing() * 2
        self._line.setFixedWidth(room)

    def _is_unreadable(self) -> bool:
        return bool(self._line.property("invalid"))

    @Slot(str)
    def _on_typing(self, text: str) -> None:
        read = read_date(text, today=self._today())
        if read is not None and read != self._value:
            self._value = read
            self.edited.emit(read)

    @Slot()
    def _on_typed(self) -> None:
        text = self._line.text().strip()
        read = read_date(text, today=self._today())
        if text and read is None:
            self._mark(wrong=True)
            announce(self._line, _UNREADABLE)
            return
        if read is None and self._needed:
            read = self._value
        self._mark(wrong=False)
        self._line.setText(dated(read) if read else "")
        if read != self._value:
            self._value = read
            self.edited.emit(read)

    @Slot()
    def _on_pick(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._value or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        self._calendar = calendar
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self._line.setText(dated(date(day.year(), day.month(), day.day())))
        self._on_typed()

    def _mark(self, *, wrong: bool) -> None:
        set_look(self._line, "invalid", "true" if wrong else "")
        self._line.setToolTip(_UNREADABLE if wrong else "")
