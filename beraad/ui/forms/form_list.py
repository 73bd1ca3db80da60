"""The forms there are, each with what it is for and its paper."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel

from beraad.report.forms.kinds import FORMS
from beraad.report.forms.names import FormKind
from beraad.ui.collecting import is_emptied
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.parts import label, line

_LETTERS_OF_USE = 16
"""So many letters of what a form is for fit beside it, or it stands under it."""


class FormList(QFrame):
    """A list to choose from; what was chosen last time is chosen already."""

    changed = Signal()

    def __init__(self, chosen: Collection[str]) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._grid = inside = QGridLayout(self)
        inside.setContentsMargins(22, 16, 22, 16)
        inside.setHorizontalSpacing(24)
        inside.setVerticalSpacing(10)
        inside.setColumnStretch(1, 1)
        self._boxes: dict[FormKind, QCheckBox] = {}
        self._told: list[tuple[QLabel, QLabel]] = []
        self._of_words: dict[QObject, QCheckBox] = {}
        self._lines: list[QFrame] = []
        for kind, form in FORMS.items():
            if self._boxes:
                self._lines.append(line())
            box = CheckField(form.title)
            box.setObjectName(f"form-{kind}")
            box.setAccessibleDescription(f"{form.use} {form.paper}")
            box.setChecked(kind in chosen)
            box.toggled.connect(self.changed)
            self._boxes[kind] = box
            told = label(form.use, role="muted"), label(form.paper, role="small", wrap=False)
            self._told.append(told)
            for words in told:
                self._of_words[words] = box
                words.installEventFilter(self)
        self._is_beside = True
        self._place()

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest part: what does not fit beside a form stands under it."""
        parts = (*self._boxes.values(), *(paper for _, paper in self._told))
        widest = max(part.minimumSizeHint().width() for part in parts)
        return QSize(widest + self._around(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._least_beside()
        if beside is not self._is_beside:
            self._is_beside = beside
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The words beside a form choose it, as its own name does."""
        if (
            not is_emptied(self)
            and isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonPress
            and event.button() is Qt.MouseButton.LeftButton
        ):
            self._of_words[watched].click()
            return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        for at, (box, (use, paper)) in enumerate(
            zip(self._boxes.values(), self._told, strict=True)
        ):
            top = 4 * at
            if at:
                self._grid.addWidget(self._lines[at - 1], top - 1, 0, 1, 3)
            for down, part in enumerate((box, use, paper)):
                if self._is_beside:
                    self._grid.addWidget(part, top, down)
                else:
                    self._grid.addWidget(part, top + down, 0, 1, 3)

    def _least_beside(self) -> int:
        boxes = max(box.sizeHint().width() for box in self._boxes.values())
        papers = max(paper.sizeHint().width() for _, paper in self._told)
        use = self.fontMetrics().averageCharWidth() * _LETTERS_OF_USE
        return boxes + use + papers + 2 * self._grid.horizontalSpacing() + self._around()

    def _around(self) -> int:
        margins = self._grid.contentsMargins()
        return margins.left() + margins.right()

    @property
    def chosen(self) -> tuple[FormKind, ...]:
        """The chosen forms, in their order."""
        return tuple(kind for kind, box in self._boxes.items() if box.isChecked())

    def take_focus(self) -> None:
        """Put the focus on the first form."""
        self._boxes[FormKind.INVITATION].setFocus()
