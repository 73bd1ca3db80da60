"""What is being read, and how much of it is still open."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QProgressBar

from beraad.privacy.review.survey import Finding
from beraad.ui.hearing.marks import silent
from beraad.ui.review.finding_list import is_decided
from beraad.ui.theme.look import Look
from beraad.ui.widgets.parts import chip, label, row

_BAR = 180


class ReviewHead(QFrame):
    """A title, and a bar that fills with every decision."""

    def __init__(self, title: str, look: Look, *, is_practice: bool) -> None:
        super().__init__()
        self.setProperty("panel", "top")
        self._look = look
        self._inside = inside = row(self, spacing=16)
        inside.addWidget(label(title, role="heading", wrap=False))
        self._about = label(role="small")
        inside.addWidget(self._about, 100)
        inside.addStretch(1)
        self._count = label(role="small", wrap=False)
        self._count.setObjectName("progress")
        beside = row(spacing=16)
        if is_practice:
            beside.addWidget(chip("oefening", "other"))
        beside.addWidget(self._count)
        inside.addLayout(beside)
        self._bar = silent(QProgressBar())
        self._bar.setTextVisible(False)
        inside.addWidget(self._bar)

    def show_progress(self, findings: tuple[Finding, ...], *, about: str) -> None:
        """Tell how many places are still open."""
        self._about.setText(about)
        told = progress(findings)
        self._count.setText(told)
        self._bar.setRange(0, max(1, len(findings)))
        self._bar.setValue(sum(map(is_decided, findings)) if findings else 1)
        self._bar.setAccessibleName(told)

    def show_reading(self, percent: int = 0) -> None:
        """Tell that a long beraad is being read, and how far it is."""
        told = f"Beraad leest … {percent} %"
        self._count.setText(told)
        self._bar.setRange(0, 100)
        self._bar.setValue(percent)
        self._bar.setAccessibleName(told)

    def fit(self, *, narrow: bool) -> None:
        """Leave out what can be missed when there is little room."""
        self._inside.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._inside.setSpacing(2 if narrow else 16)
        self._inside.setContentsMargins(24, 6 if narrow else 14, 24, 6 if narrow else 14)
        self._bar.setVisible(not narrow)
        self._about.setVisible(not narrow)
        self._bar.setFixedWidth(self._look.scale.px(_BAR // 2 if narrow else _BAR))


def progress(findings: tuple[Finding, ...]) -> str:
    """ "nog 4 van 31 plekken" """
    if not findings:
        return "niets gevonden"
    waiting = sum(not is_decided(finding) for finding in findings)
    if not waiting:
        return "alles is beslist"
    return f"nog {waiting} van {len(findings)} {'plek' if len(findings) == 1 else 'plekken'}"
