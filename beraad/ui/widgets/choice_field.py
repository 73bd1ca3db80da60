"""Choosing one of a few."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QWidget,
)

from beraad.phases.model import Choices
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, set_look


class ChoiceField(QComboBox):
    """One of a few values, as a drop-down that the mouse wheel does not change."""

    edited = Signal(object)

    def __init__(
        self,
        choices: Choices,
        *,
        quiet: bool = False,
        looks: Mapping[StrEnum, str] | None = None,
        nothing: str = "",
    ) -> None:
        super().__init__()
        self._values: list[StrEnum | None] = [None] if nothing else []
        self._looks = looks or {}
        if nothing:
            self.addItem(nothing)
        for value, text in choices:
            self._values.append(value)
            self.addItem(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        if quiet:
            self.setProperty("quiet", "true")
        self.activated.connect(self._on_activated)

    def show_value(self, value: StrEnum | None) -> None:
        """Show this choice without telling anybody."""
        index = self._values.index(value) if value in self._values else 0
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._wear(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 7, super().minimumSizeHint().height())

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        value = self._values[index]
        self._wear(value)
        self.edited.emit(value)

    def _wear(self, value: StrEnum | None) -> None:
        if self._looks:
            set_look(self, "choice", self._looks.get(value, "") if value else "")


class SegmentField(QWidget):
    """One of a few values, as buttons side by side."""

    edited = Signal(object)

    def __init__(self, choices: Choices, *, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[StrEnum, QAbstractButton] = {}
        inside = FlowLayout()
        self.setLayout(inside)
        for value, text in choices:
            made = button(text, kind="segment", described=f"{name}: {text}" if name else "")
            made.setToolTip("")
            made.setCheckable(True)
            self._buttons[value] = made
            self._group.addButton(made)
            inside.addWidget(made)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_value(self, value: StrEnum | None) -> None:
        """Show this choice without telling anybody; no button is down when it has none."""
        if value is not None and value in self._buttons:
            self._buttons[value].setChecked(True)
        elif (down := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            down.setChecked(False)
            self._group.setExclusive(True)

    def offer(self, values: Collection[StrEnum]) -> None:
        """Let only these values be chosen."""
        for value, made in self._buttons.items():
            made.setEnabled(value in values)

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        for value, made in self._buttons.items():
            if made is clicked:
                self.edited.emit(value)


class CheckField(QCheckBox):
    """Yes or no."""

    edited = Signal(object)

    def __init__(self, text: str, *, role: str = "") -> None:
        super().__init__(text)
        if role:
            self.setProperty("role", role)
        self.clicked.connect(self._on_clicked)

    def show_value(self, value: bool) -> None:  # noqa: FBT001
        """Show this without telling anybody."""
        self.setChecked(value)

    @Slot(bool)
    def _on_clicked(self, checked: bool) -> None:  # noqa: FBT001
        self.edited.emit(checked)
