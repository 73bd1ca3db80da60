"""One field of a leerverslag: what to leave out, what is offered for it, and what was found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from beraad.privacy.find import KIND_LABELS
from beraad.privacy.review.survey import Finding
from beraad.publishing.layers import waits
from beraad.ui.review.reason_panel import REASONS
from beraad.ui.widgets.fields import BoundField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.menus import open_menu
from beraad.ui.widgets.parts import button, clear, column, label, panel, row
from beraad.ui.widgets.text_field import TextField

_MOST_SHOWN = 420


class LessonField(QWidget):
    """Nothing is filled in by itself: a proposal is taken by a person, or not.

    `taken` carries the text that was taken over, `kept` which find may stay and why, and
    `rewritten` a find with the words that have to stand there.
    """

    taken = Signal(str)
    kept = Signal(str, str)
    rewritten = Signal(object, str)

    def __init__(self, bound: BoundField, *, leave_out: str) -> None:
        super().__init__()
        self._bound = bound
        self._proposal = ""
        self._shown: tuple[Finding, ...] = ()
        inside = column(self, spacing=4)
        above = label(bound.field.label, role="label")
        above.setBuddy(bound.widget)
        inside.addWidget(above)
        inside.addWidget(label(leave_out, role="small"))
        inside.addWidget(bound.widget)
        bound.widget.setAccessibleDescription(f"{bound.field.hint} {leave_out}".strip())
        self._offer = QWidget()
        offering = row(self._offer, spacing=16)
        self._offered = label(role="small")
        self._is_frame = bound.field.name == "situation"
        way = "Vul dit aan" if self._is_frame else "Neem over"
        take = button(way, name=f"take-{bound.field.name}")
        take.setAccessibleName(f"{way}: {bound.field.label}")
        take.clicked.connect(self._on_take)
        offering.addWidget(self._offered, 1)
        offering.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        self._offer.hide()
        if isinstance(bound.widget, TextField):
            bound.widget.edited.connect(self._offer_while_empty)
        inside.addWidget(self._offer)
        self._copied = label(role="small")
        self._copied.setObjectName(f"copied-{bound.field.name}")
        self._copied.hide()
        inside.addWidget(self._copied)
        self._hints = column(spacing=4)
        inside.addLayout(self._hints)

    @property
    def name(self) -> str:
        """The field of the leerverslag that is written here."""
        return self._bound.field.name

    def show_proposal(self, proposal: str, *, written: str) -> None:
        """Offer a text as long as nothing was written."""
        self._proposal = proposal
        self._offer_while_empty(written)
        if len(proposal) > _MOST_SHOWN:
            proposal = f"{proposal[:_MOST_SHOWN].rsplit(' ', 1)[0]} …"
        origin = "Zo kan het beginnen" if self._is_frame else "Uit dit beraad"
        self._offered.setText(f"{origin}: {proposal}")

    def show_copied(self, sentences: tuple[str, ...]) -> None:
        """Point out sentences that still tell the case itself."""
        self._copied.setVisible(bool(sentences))
        if sentences:
            first, *others = sentences
            more = f", en nog {len(others)}" if others else ""
            self._copied.setText(f"Staat zo ook in het beraad: “{first}”{more}. Kan het algemener?")

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show what in this field may identify somebody."""
        shown = tuple(findings)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._hints)
        for number, finding in enumerate(shown):
            hint = self._hint(finding, number)
            self._hints.addWidget(hint)
            hint.show()

    def _hint(self, finding: Finding, number: int) -> QWidget:
        hint = panel("hint")
        inside = column(hint, spacing=4)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.addWidget(label(_sentence(finding)))
        ways = FlowLayout()
        rewrite = button(f"Schrijf “{_instead(finding)}”", name="rewrite")
        rewrite.setProperty("number", number)
        rewrite.clicked.connect(self._on_rewrite)
        ways.addWidget(rewrite)
        if waits(finding):
            keep = button("Mag blijven, omdat …", name="keep")
            keep.setProperty("number", number)
            keep.clicked.connect(self._on_keep)
            ways.addWidget(keep)
        inside.addLayout(ways)
        return hint

    @Slot(str)
    def _offer_while_empty(self, written: str) -> None:
        self._offer.setVisible(bool(self._proposal) and not written.strip())

    @Slot()
    def _on_take(self) -> None:
        self.taken.emit(self._proposal)
        self._bound.widget.setFocus()

    @Slot()
    def _on_rewrite(self) -> None:
        finding = self._pressed()
        self._bound.widget.setFocus()
        self.rewritten.emit(finding, _instead(finding))

    @Slot()
    def _on_keep(self) -> None:
        asked = self.sender()
        key = self._pressed().key
        menu = QMenu(self)
        for reason in REASONS:
            menu.addAction(reason).triggered.connect(partial(self._keep, key, reason))
        if isinstance(asked, QWidget):
            open_menu(menu, asked)

    def _keep(self, key: str, reason: str) -> None:
        self._bound.widget.setFocus()
        self.kept.emit(key, reason)

    def _pressed(self) -> Finding:
        return self._shown[int(self.sender().property("number"))]


def _instead(finding: Finding) -> str:
    return finding.generalised or finding.suggestion


def _sentence(finding: Finding) -> str:
    said = f"“{finding.text}” ({KIND_LABELS[finding.kind]})"
    if waits(finding):
        return f"Aan {said} is iemand misschien te herkennen: {finding.reason}. Jij beslist."
    return f"{said} gaat eruit; er komt “{finding.replacement_in_force}” te staan."
