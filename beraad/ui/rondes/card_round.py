"""What the screens share on which afwegingen are written one after another, each card alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from beraad.records import Consideration, Id, Participant, Session
from beraad.ui.widgets.parts import column, row
from beraad.ui.widgets.scroll import scrolled

_WIDTH = 720


def put_alone(card: QFrame, screen: QWidget) -> QScrollArea:
    """Put a card that is finished in the middle of an empty screen; returns what scrolls it."""
    screen.setObjectName("screen")
    card.setMaximumWidth(_WIDTH)
    canvas = QWidget()
    canvas.setObjectName("canvas")
    middle = row(canvas)
    middle.setContentsMargins(24, 40, 24, 40)
    middle.addStretch(1)
    middle.addWidget(card, 8, Qt.AlignmentFlag.AlignTop)
    middle.addStretch(1)
    area = scrolled(canvas)
    column(screen).addWidget(area)
    return area


def inside_of(card: QFrame) -> QVBoxLayout:
    """Lay out what stands on a card under each other."""
    inside = column(card, spacing=14)
    inside.setContentsMargins(32, 28, 32, 28)
    return inside


def without_card(session: Session) -> list[Participant]:
    """Who has not written anything yet; what is written is opened by nobody here."""
    return [
        person
        for person in session.participants
        if person.weighs and session.consideration_of(person.id) is None
    ]


def is_written(mine: Consideration | None) -> bool:
    """Whether this afweging says enough: a choice, what it is for and what it harms."""
    if mine is None:
        return False
    whole = mine.choice_id is not None and mine.value.strip() and mine.harm.strip()
    return mine.abstains or bool(whole)


def name_of(session: Session, participant: Id) -> str:
    """What a participant is called on a card: a number, and the role when it is known."""
    weighing = [one for one in session.participants if one.weighs]
    number = [one.id for one in weighing].index(participant) + 1
    role = weighing[number - 1].role.strip()
    return f"deelnemer {number} ({role})" if role else f"deelnemer {number}"
