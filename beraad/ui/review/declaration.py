"""Declaring a verslag anonymous, after four questions that a name cannot answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame

from beraad.phases.dates import full_date
from beraad.records import Review
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, label

_QUESTIONS: Mapping[str, tuple[str, str]] = {
    "small_team": (
        "Klein team",
        "Is iemand te herkennen omdat er maar weinig mensen met deze rol zijn?",
    ),
    "unique_situation": (
        "Unieke situatie",
        "Zou iemand uit de buurt dit gezin of dit verhaal herkennen, ook zonder naam?",
    ),
    "dates": (
        "Datums",
        "Wijst een dag, een week of de volgorde van gebeurtenissen iemand aan?",
    ),
    "quotes": (
        "Citaten",
        "Staan er zinnen letterlijk in die iemand zo gezegd of geschreven heeft?",
    ),
}


class Declaration(QFrame):
    """Says pseudonymised until a person says otherwise, and again after any change."""

    checked = Signal(str, bool)
    signed = Signal(str)
    withdrawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = label(role="strong")
        self._told.setObjectName("standing")
        inside = column(self, spacing=8)
        inside.addWidget(label("Anoniem verklaren", role="heading"))
        inside.addWidget(self._told)
        self._boxes: dict[str, QCheckBox] = {}
        for name, (title, question) in _QUESTIONS.items():
            box = CheckField(f"{title}: nagekeken")
            box.setObjectName(f"check-{name}")
            box.setAccessibleDescription(question)
            box.clicked.connect(partial(self._on_checked, name))
            self._boxes[name] = box
            inside.addWidget(box)
            inside.addWidget(label(question, role="small"))
        self.line = LineEdit()
        self.line.setObjectName("declared-by")
        self.line.setAccessibleName("Rol van wie het verslag anoniem verklaart, zonder naam")
        self.line.setPlaceholderText("jouw rol, zonder naam: gespreksleider")
        self.line.returnPressed.connect(self._on_sign)
        self._sign = button("Anoniem verklaren", name="declare")
        self._sign.clicked.connect(self._on_sign)
        self._withdraw = button("Verklaring intrekken", kind="link", name="withdraw")
        self._withdraw.clicked.connect(self.withdrawn)
        self._problem = label(role="small")
        for widget in (self.line, self._sign, self._problem, self._withdraw):
            inside.addWidget(widget)

    def show_review(self, review: Review, *, stands: bool) -> None:
        """Show what was looked at, and whether a declaration still stands."""
        for name, box in self._boxes.items():
            box.setChecked(getattr(review, name))
        was_declared = review.declared_content is not None
        day = f" op {full_date(review.declared_on)}" if review.declared_on else ""
        if stands:
            self._told.setText(f"Anoniem verklaard door {review.declared_by}{day}")
        elif was_declared:
            self._told.setText(
                f"Gepseudonimiseerd. De verklaring van {review.declared_by}{day} geldt niet meer: "
                "daarna is er iets veranderd. Kijk het opnieuw na."
            )
        else:
            self._told.setText(
                "Gepseudonimiseerd: namen en nummers zijn weggehaald. Mensen die erbij "
                "waren, kunnen er toch iemand in herkennen."
            )
        self._withdraw.setVisible(was_declared)
        for widget in (self.line, self._sign):
            widget.setVisible(not stands)
        self._problem.hide()

    def show_refusal(self, text: str) -> None:
        """Say why it was not declared; what was typed stays."""
        self._problem.setText(text)
        self._problem.show()

    def _on_checked(self, name: str) -> None:
        self.checked.emit(name, self._boxes[name].isChecked())

    @Slot()
    def _on_sign(self) -> None:
        self.signed.emit(self.line.text().strip())
