"""One place that may identify someone, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from beraad.ui.announce import announce
from beraad.ui.hearing.words import spoken
from beraad.ui.review.finding_list import Row, is_decided, outcome
from beraad.ui.review.finding_text import FindingText
from beraad.ui.review.reason_panel import NO_NAME, ReasonPanel
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, label, set_look

_OTHER, _WHY = "anders", "waarom"


class DecisionCard(QFrame):
    """Shows why something was found; the same decision holds for every mention.

    `drafted` carries, under a name of its own, what was typed and not used yet; `earlier` gives
    back what was typed under a name before.
    """

    removed = Signal(str)
    generalised = Signal(str, str)
    replaced = Signal(str, str)
    kept = Signal(str, str)
    taken_back = Signal(str)
    asking = Signal(bool)
    drafted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.earlier: Callable[[str], str] = _nothing
        self.setProperty("panel", "card")
        self._row: Row | None = None
        self._said = FindingText()
        self._general = button("", name="generalise")
        self._remove = button("", name="take-out")
        self._other = button("Anders …  A", name="otherwise")
        self._keep = button("Laten staan …  L", name="leave")
        self._back = button("Terugnemen  T", kind="link", name="take-back")
        self._entry = LineEdit()
        self._entry.setObjectName("replacement")
        self._entry.setAccessibleName("Wat komt ervoor in de plaats?")
        self._entry.setPlaceholderText("wat komt ervoor in de plaats?")
        self._problem = label(role="small")
        self._why = ReasonPanel()
        for way, action in (
            (self._general, self.generalise),
            (self._remove, self.take_out),
            (self._other, self.write_other),
            (self._keep, self.leave),
            (self._back, self.take_back),
        ):
            way.clicked.connect(action)
        self._entry.returnPressed.connect(self._on_entered)
        self._entry.textEdited.connect(self._on_replacement_typed)
        self._why.chosen.connect(self._on_reason)
        self._why.typed.connect(self._on_reason_typed)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(self._said)
        ways = FlowLayout()
        for way in (self._general, self._remove, self._other, self._keep, self._back):
            ways.addWidget(way)
        inside.addLayout(ways)
        inside.addWidget(self._entry)
        inside.addWidget(self._problem)
        inside.addWidget(self._why)

    def show_row(self, row: Row | None) -> None:
        """Show this place; without one the card goes."""
        changed = (row and row.finding.key) != (self._row and self._row.finding.key)
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        if changed:
            self.stop_asking()
        finding = row.finding
        self._said.show_row(row)
        self._general.setText(f"Algemener: “{finding.generalised}”  G")
        self._general.setVisible(bool(finding.generalised))
        self._remove.setText(f"Weghalen: “{finding.suggestion}”  W")
        for way in (self._remove, self._other):
            way.setVisible(not finding.bound)
        self._back.setVisible(finding.decision is not None)
        first = self._general if finding.generalised else self._remove
        first = self._keep if finding.rather_stays else first
        for way in (self._general, self._remove, self._keep):
            set_look(way, "kind", "primary" if way is first and not is_decided(finding) else "")
        self.setAccessibleName(f"{row.about}: {row.text}. {finding.reason}. {row.context}")

    def show_refusal(self, text: str) -> None:
        """Say why a replacement was not taken; what was typed stays."""
        self._problem.setText(text)
        self._problem.show()

    @property
    def asks(self) -> bool:
        """Whether it waits for a reason or for other words."""
        return not (self._entry.isHidden() and self._why.isHidden())

    @property
    def asked(self) -> str:
        """Which question is open, for `ask`; empty when none is."""
        if not self.asks:
            return ""
        return _OTHER if self._why.isHidden() else _WHY

    def ask(self, asked: str) -> None:
        """Ask again what was being asked, with what was typed."""
        if asked == _OTHER:
            self.write_other()
        elif asked == _WHY:
            self.leave()

    @property
    def question(self) -> QWidget:
        """What waits for an answer."""
        return self._entry if self._why.isHidden() else self._why

    def event(self, event: QEvent) -> bool:
        # Escape first stops asking; only then it leaves the screen.
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and self.asks:
            if event.type() == QEvent.Type.KeyPress:
                self.stop_asking()
            event.accept()
            return True
        return super().event(event)

    def stop_asking(self) -> None:
        """Ask nothing any more; what was typed is there when it is asked again."""
        if self.asks:
            self.asking.emit(False)
        for each in (self._entry, self._problem, self._why):
            each.hide()

    @Slot()
    def choose_first(self) -> None:
        """Do what is proposed first: say it more generally, take it out, or leave a plain word.

        What was decided stays: one Enter too many changes nothing.
        """
        if self._row is not None and self._row.finding.decision is not None:
            announce(self, f"Al beslist: {spoken(outcome(self._row.finding))}. T neemt het terug.")
        elif self._row is not None and self._row.finding.rather_stays:
            self.kept.emit(self._row.finding.key, NO_NAME)
        elif self._row is not None and self._row.finding.generalised:
            self.generalise()
        else:
            self.take_out()

    @Slot()
    def generalise(self) -> None:
        """Say it more generally, where that can be."""
        if self._row is not None and self._row.finding.generalised:
            self.generalised.emit(self._row.finding.key, self._row.finding.generalised)

    @Slot()
    def take_out(self) -> None:
        """Take it out with the suggested words."""
        if self._row is not None and not self._row.finding.bound:
            self.removed.emit(self._row.finding.key)

    @Slot()
    def leave(self) -> None:
        """Ask why it may stay."""
        if self._row is not None:
            self._entry.hide()
            self.asking.emit(True)
            self._why.ask(self.earlier(reason_draft(self._row.finding.key)))

    @Slot()
    def write_other(self) -> None:
        """Ask for other words."""
        if self._row is not None and not self._row.finding.bound:
            self._why.hide()
            self._entry.setText(self.earlier(replacement_draft(self._row.finding.key)))
            self.asking.emit(True)
            self._entry.show()
            self._entry.setFocus()

    @Slot()
    def take_back(self) -> None:
        """Undo the decision about this place."""
        if self._row is not None and self._row.finding.decision is not None:
            self.taken_back.emit(self._row.finding.decision.key)

    @Slot()
    def _on_entered(self) -> None:
        text = self._entry.text().strip()
        if text and self._row is not None:
            self._problem.hide()
            self.replaced.emit(self._row.finding.key, text)

    @Slot(str)
    def _on_replacement_typed(self, text: str) -> None:
        if self._row is not None:
            self.drafted.emit(replacement_draft(self._row.finding.key), text)

    @Slot(str)
    def _on_reason_typed(self, text: str) -> None:
        if self._row is not None:
            self.drafted.emit(reason_draft(self._row.finding.key), text)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        if self._row is not None:
            self.stop_asking()
            self.drafted.emit(reason_draft(self._row.finding.key), "")
            self.kept.emit(self._row.finding.key, reason)


def replacement_draft(key: str) -> str:
    """The name under which other words for a find are kept while they are typed."""
    return f"replacement.{key}"


def reason_draft(key: str) -> str:
    """The name under which a reason of one's own is kept while it is typed."""
    return f"reason.{key}"


def _nothing(name: str) -> str:  # noqa: ARG001
    return ""
