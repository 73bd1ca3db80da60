"""What is asked of those who get a document, where they write it, and how a program finds it."""

from __future__ import annotations

from typing import Final

from beraad.report.blocks import WritingLines
from beraad.report.returned import Kind

REACTIONS: Final = WritingLines(
    (
        ("Mijn rol", 1),
        ("Wat klopt niet?", 3),
        ("Wat mist er?", 3),
        ("Wat is te herkenbaar?", 3),
    ),
    kind=Kind.REACTION,
)
"""Of those who were present, about a concept."""

ROLE_OF_READER: Final = REACTIONS.field(1)
"""Where who reacts writes a role."""

ANSWERS: Final = WritingLines(
    (
        ("Toelichting", 3),
        ("Het ligt nu bij", 1),
        ("Rol en datum", 1),
    ),
    ticks=(
        "We passen dit aan",
        "We doen een proef",
        "We zoeken het uit",
        "Het ligt nu bij een ander",
        "We doen niets, want:",
    ),
    kind=Kind.ANSWER,
)
"""Of who can do something about a signal."""
EXPLAINED, HELD_BY, ROLE_AND_DAY = (
    ANSWERS.field(number) for number in range(1, len(ANSWERS.asks) + 1)
)
"""Where each of these stands."""
