"""One oefencasus among the others: what happens in it, and how much it asks."""

from __future__ import annotations

from PySide6.QtCore import Qt

from beraad.phases.dates import full_date
from beraad.training.coaching import Difficulty
from beraad.training.practice import PracticeCase
from beraad.ui.widgets.parts import column, label
from beraad.ui.widgets.tall_button import TallButton


class CaseTile(TallButton):
    """Chosen by a press; one of them is.

    `origin` says where it comes from, when it did not ship.
    """

    def __init__(self, case: PracticeCase, origin: str = "") -> None:
        super().__init__()
        self.case = case
        self.setObjectName(f"case-{case.name}")
        self.setProperty("kind", "tile")
        self.setCheckable(True)
        self.setToolTip(f"Regels nagekeken op {full_date(case.checked_on)}")
        asks = case.coaching.difficulty
        self.setAccessibleName(
            f"{case.title}: {case.summary} "
            + ", ".join(filter(None, (asks, f"{case.minutes} minuten", origin)))
        )
        inside = column(self, spacing=4)
        inside.setContentsMargins(18, 14, 18, 14)
        shown_asks = f"{dots(asks)}  {asks}" if asks else ""
        for text, role in (
            (case.title, "heading"),
            (case.summary, "muted"),
            ("  ·  ".join(filter(None, (shown_asks, f"{case.minutes} minuten", origin))), "small"),
        ):
            shown = label(text, role=role)
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(shown, 1 if text is case.summary else 0)


def dots(difficulty: Difficulty) -> str:
    """How hard it is, to see at a glance; the words stand beside it."""
    level = list(Difficulty).index(difficulty) + 1
    return "●" * level + "○" * (len(Difficulty) - level)
