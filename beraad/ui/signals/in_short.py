"""What a signal says, and what can be done with it at any time."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from beraad.phases.dates import full_date, origin_label
from beraad.phases.wording import SIGNAL_LEVEL_LABELS
from beraad.records import RegisteredSignal
from beraad.report.compose.signal import told_besides
from beraad.signals.life import life
from beraad.ui.signals.disputes import PassedOver
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label, title_above


class InShort(QWidget):
    """`routes_wished` carries who has the signal now; `erase_wished` asks to erase it.

    `lay_beside_wished` asks to choose again between the texts that were passed over.
    """

    routes_wished = Signal(str)
    erase_wished = Signal()
    lay_beside_wished = Signal()

    def __init__(self, signal: RegisteredSignal, passed_over: tuple[RegisteredSignal, ...]) -> None:
        super().__init__()
        inside = column(self, spacing=8)
        inside.addWidget(title_above("Het signaal in het kort"))
        for said, text in _said(signal):
            if text.strip():
                inside.addWidget(label(said, role="label"))
                inside.addWidget(label(text))
        if passed_over:
            box = PassedOver(signal, passed_over)
            box.lay_beside_wished.connect(self.lay_beside_wished)
            inside.addWidget(box)
        routes = button("Routekaart", name="routes")
        routes.clicked.connect(partial(self.routes_wished.emit, life(signal).holder))
        erase = button("Wissen uit het register …", kind="link", name="erase-signal")
        erase.clicked.connect(self.erase_wished)
        ways = FlowLayout()
        ways.addWidget(routes)
        ways.addWidget(erase)
        inside.addLayout(ways)
        inside.addStretch(1)


def _said(signal: RegisteredSignal) -> tuple[tuple[str, str], ...]:
    """What it says, each with the question that it answers."""
    content = signal.content
    level = SIGNAL_LEVEL_LABELS[content.level] if content.level else ""
    return (
        ("Van", " · ".join(filter(None, (signal.team, origin_label(signal.week))))),
        ("Wat gebeurt er?", content.what),
        ("Waar zit het?", " · ".join(filter(None, (level, content.process)))),
        ("Hoe vaak en sinds wanneer?", ", ".join(filter(None, (content.frequency, content.since)))),
        ("Wat doet het met inwoners?", content.effect),
        ("Wie ziet het?", content.seen_by),
        ("Maatwerk: wat is geprobeerd?", content.custom_tried),
        ("Waarom is dat niet genoeg?", content.custom_falls_short),
        ("Onze vraag", content.wish),
        ("Aan", content.recipient),
        ("Wie geeft het door?", content.sender_role),
        ("Antwoord afgesproken voor", _day(content.answer_due)),
        ("Oplossing nodig voor", _day(content.urgent_before)),
        ("Wie koppelt terug?", content.reports_back),
        ("Terug naar", content.back_to),
        ("Contact", content.contact),
        *told_besides(content),
    )


def _day(day: date | None) -> str:
    return full_date(day) if day else ""
