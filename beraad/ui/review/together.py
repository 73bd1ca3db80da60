"""One decision for all places of one kind: "Alle 12 van deze soort"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from beraad.privacy.find import KIND_LABELS
from beraad.ui.review.finding_list import Row, is_decided
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label


class Together(QFrame):
    """Says how many open places are like the one at hand, and offers to decide them at once."""

    def __init__(self) -> None:
        super().__init__()
        self._told = label(role="small")
        self.general = button("Alle algemener  Shift+G", name="generalise-all")
        self.remove = button("Alle weghalen  Shift+W", name="take-out-all")
        self.keep = button("Alle laten staan …  Shift+L", name="leave-all")
        inside = column(self, spacing=4)
        inside.addWidget(self._told)
        ways = FlowLayout()
        for way in (self.general, self.remove, self.keep):
            ways.addWidget(way)
        inside.addLayout(ways)
        self.hide()

    def show_alike(self, alike: Sequence[Row]) -> None:
        """Show how many there are; with one or none there is nothing to offer."""
        self.setVisible(len(alike) > 1)
        if len(alike) <= 1:
            return
        kind = KIND_LABELS[alike[0].finding.kind]
        words = ", ".join(f"“{row.text}”" for row in alike[:_NAMED])
        more = "" if len(alike) <= _NAMED else " …"
        self._told.setText(f"{len(alike)} open van deze soort ({kind}): {words}{more}")
        self.general.setVisible(all(row.finding.generalised for row in alike))


_NAMED = 6


def alike(rows: Sequence[Row], row: Row | None) -> tuple[Row, ...]:
    """The open places of the same kind that were found for the same sort of reason."""
    if row is None or is_decided(row.finding):
        return ()
    sort = _sort(row)
    return tuple(one for one in rows if not is_decided(one.finding) and _sort(one) == sort)


def _sort(row: Row) -> tuple[object, str]:
    return row.finding.kind, row.finding.reason.partition(":")[0]
