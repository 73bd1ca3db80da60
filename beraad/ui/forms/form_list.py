"""The forms there are, each with what it is for and its paper."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout

from beraad.report.forms.kinds import FORMS
from beraad.report.forms.names import FormKind
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.parts import label, line

_USUAL = {FormKind.ROUNDS, FormKind.CARDS}


class FormList(QFrame):
    """A list to choose from; what most groups print is chosen already."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = QGridLayout(self)
        inside.setContentsMargins(22, 16, 22, 16)
        inside.setHorizontalSpacing(24)
        inside.setVerticalSpacing(10)
        inside.setColumnStretch(1, 1)
        self._boxes: dict[FormKind, QCheckBox] = {}
        for kind, form in FORMS.items():
            place = 2 * len(self._boxes)
            if place:
                inside.addWidget(line(), place - 1, 0, 1, 3)
            box = CheckField(form.title)
            box.setObjectName(f"form-{kind}")
            box.setAccessibleDescription(f"{form.use} {form.paper}")
            box.setChecked(kind in _USUAL)
            self._boxes[kind] = box
            inside.addWidget(box, place, 0)
            inside.addWidget(label(form.use, role="muted"), place, 1)
            inside.addWidget(label(form.paper, role="small", wrap=False), place, 2)

    @property
    def chosen(self) -> tuple[FormKind, ...]:
        """The chosen forms, in their order."""
        return tuple(kind for kind, box in self._boxes.items() if box.isChecked())

    def take_focus(self) -> None:
        """Put the focus on the first form."""
        self._boxes[FormKind.INVITATION].setFocus()
