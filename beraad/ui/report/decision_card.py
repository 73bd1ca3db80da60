"""One place that may identify someone, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit

from beraad.privacy.finds import KIND_LABELS
from beraad.privacy.survey import Finding
from beraad.ui.report.finding_list import is_kept, mentions
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label


class DecisionCard(QFrame):
    """Shows why something was found; the same decision holds for every mention."""

    removed = Signal(str)
    kept = Signal(str)
    replaced = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._key = ""
        self._kind = label(role="small")
        self._text = label(role="heading")
        self._reason = label(role="muted")
        self._remove = button("", name="take-out")
        self._keep = button("Laten staan  L", name="leave")
        self._other = button("Anders …  A", name="otherwise")
        self._entry = QLineEdit()
        self._entry.setObjectName("replacement")
        self._entry.setAccessibleName("Wat komt ervoor in de plaats?")
        self._entry.setPlaceholderText("wat komt ervoor in de plaats?")
        self._entry.hide()
        self._problem = label(role="small")
        self._problem.hide()
        for way in (self._remove, self._keep, self._other):
            way.setCheckable(True)
        self._remove.clicked.connect(self.take_out)
        self._keep.clicked.connect(self.leave)
        self._other.clicked.connect(self.write_other)
        self._entry.returnPressed.connect(self._on_entered)
        inside = column(self, spacing=8)
        inside.setContentsMargins(18, 14, 18, 14)
        for widget in (self._kind, self._text, self._reason):
            inside.addWidget(widget)
        ways = FlowLayout()
        for way in (self._remove, self._keep, self._other):
            ways.addWidget(way)
        inside.addLayout(ways)
        inside.addWidget(self._entry)
        inside.addWidget(self._problem)

    def show_finding(self, finding: Finding | None) -> None:
        """Show this find; without one the card goes."""
        self.setVisible(finding is not None)
        if finding is None:
            self._key = ""
            return
        if finding.key != self._key:
            self._entry.hide()
            self._problem.hide()
        self._key = finding.key
        self._kind.setText(f"{KIND_LABELS[finding.kind]} · {mentions(finding)}")
        self._text.setText(f"“{' '.join(finding.text.split())}”")
        self._reason.setText(finding.reason)
        self._remove.setText(f"Weghalen: {finding.suggestion}  W")
        decision = finding.decision
        other = decision is not None and bool(decision.replacement)
        self._other.setChecked(other)
        self._keep.setChecked(is_kept(finding))
        self._remove.setChecked(not other and finding.replacement_in_force is not None)

    def show_refusal(self, text: str) -> None:
        """Say why a replacement was not taken; what was typed stays."""
        self._problem.setText(text)
        self._problem.show()

    @Slot()
    def take_out(self) -> None:
        """Take it out with the suggested words."""
        if self._key:
            self._entry.hide()
            self.removed.emit(self._key)

    @Slot()
    def leave(self) -> None:
        """Leave it in the document."""
        if self._key:
            self.kept.emit(self._key)

    @Slot()
    def write_other(self) -> None:
        """Ask for other words."""
        if self._key:
            self._entry.show()
            self._entry.setFocus()

    @Slot()
    def _on_entered(self) -> None:
        text = self._entry.text().strip()
        if text:
            self._problem.hide()
            self.replaced.emit(self._key, text)
