"""The werkverslag: everything those present keep of a beraad."""

from __future__ import annotations

from beraad.privacy.clean import CleanedSession
from beraad.report.blocks import Document
from beraad.report.compose.about import about
from beraad.report.compose.case import case, clarification
from beraad.report.compose.conclusion import agreements, conclusion, look_back
from beraad.report.compose.options import alternatives, dilemma
from beraad.report.compose.parts import brief
from beraad.report.compose.perspectives import perspectives
from beraad.report.compose.reactions import reactions
from beraad.report.compose.since import since_last_time
from beraad.report.compose.summary import LONGEST_TITLE, furniture, in_short
from beraad.report.compose.weighing import considerations, dialogue

_BEGIN = (in_short, since_last_time, case)
_THEN = (
    perspectives,
    alternatives,
    considerations,
    dialogue,
    conclusion,
    agreements,
    look_back,
    reactions,
)
"""What comes before and after dilemma and verheldering, in the order of the rondes.

The whole in short stands above it, and what is to be known of the document itself comes last.
"""


def work_report(cleaned: CleanedSession) -> Document:
    """The werkverslag of a cleaned beraad. What was left empty is not mentioned."""
    middle = (clarification, dilemma) if cleaned.clarification_first else (dilemma, clarification)
    said = (block for part in (*_BEGIN, *middle, *_THEN) for block in part(cleaned))
    return Document(
        source=cleaned,
        title=brief(cleaned.title, LONGEST_TITLE) or "Moreel beraad",
        subject="Werkverslag moreel beraad: geen besluit en geen oordeel over personen",
        stem=cleaned.stem,
        furniture=furniture(cleaned),
        blocks=(*said, *about(cleaned)),
    )
