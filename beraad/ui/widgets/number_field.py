"""A whole number, or nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from beraad.ui.widgets.keys_elsewhere import KeysElsewhere
from beraad.ui.widgets.parts import label, row


class NumberField(QWidget):
    """A number within bounds, with its unit beside it. `nothing` is shown while it is empty."""

    edited = Signal(object)

    def __init__(self, *, least: int, most: int, nothing: str = "", unit: str = "") -> None:
        super().__init__()
        self._least = least
        self._may_be_empty = bool(nothing)
        self._value: int | None = None
        self._line = QLineEdit()
        KeysElsewhere(self._line)
        self._line.setValidator(QIntValidator(0, most, self))
        self._line.setPlaceholderText(nothing)
        self._widest = max(str(most), nothing, key=len)
        self._fit()
        self.setFocusProxy(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        inside = row(self, spacing=6)
        inside.addWidget(self._line)
        if unit:
            inside.addWidget(label(unit, role="muted", wrap=False))
        self._line.textEdited.connect(self._on_typing)
        self._line.editingFinished.connect(self._on_typed)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        metrics = self._line.fontMetrics()
        room = metrics.horizontalAdvance(self._widest) + metrics.lineSpacing() * 2
        self._line.setFixedWidth(room)

    def show_value(self, value: int | None) -> None:
        """Show this number without telling anybody."""
        if value == self._value and self._line.hasFocus():
            return
        self._value = value
        self._line.setText("" if value is None else str(value))

    @Slot(str)
    def _on_typing(self, text: str) -> None:
        value = int(text) if text.isdecimal() else None
        if value is None and not self._may_be_empty:
            return
        if value is not None and value < self._least:
            return
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    @Slot()
    def _on_typed(self) -> None:
        self._line.setText("" if self._value is None else str(self._value))
