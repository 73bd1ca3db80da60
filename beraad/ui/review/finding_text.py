"""What was found, where, between which words, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from beraad.phases.phrasing import capital
from beraad.privacy.find import KIND_LABELS
from beraad.ui.review.finding_list import Row, is_decided, is_kept
from beraad.ui.widgets.parts import column, label


class FindingText(QFrame):
    """To be read before deciding."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = label(role="small")
        self._text = label(role="heading")
        self._context = label(role="muted")
        self._reason = label(role="small")
        self._decided = label(role="small-strong")
        inside = column(self, spacing=8)
        for each in (self._kind, self._text, self._context, self._reason, self._decided):
            inside.addWidget(each)

    def show_row(self, row: Row) -> None:
        """Show this place."""
        finding = row.finding
        self._kind.setText(row.about)
        self._text.setText(f"“{row.text}”")
        self._context.setText(row.context)
        self._context.setVisible(bool(row.context))
        self._reason.setText(f"{capital(finding.reason)}.")
        self._reason.setVisible(finding.reason != KIND_LABELS[finding.kind])
        self._decided.setText(_decided(row))
        self._decided.setVisible(is_decided(finding))


def _decided(row: Row) -> str:
    """What was decided, and why."""
    finding = row.finding
    if is_kept(finding) and finding.decision is not None:
        return f"Blijft staan: {finding.decision.reason or 'zonder reden'}"
    return f"Weg: er staat “{finding.replacement_in_force}”"
