"""Which part of a beraad: the opening, or one of the eight rondes."""

from __future__ import annotations

from enum import StrEnum


class PhaseKey(StrEnum):
    """The opening and the eight rondes."""

    OPENING = "opening"
    CASE = "case"
    DILEMMA = "dilemma"
    CLARIFICATION = "clarification"
    PERSPECTIVES = "perspectives"
    ALTERNATIVES = "alternatives"
    CONSIDERATION = "consideration"
    DIALOGUE = "dialogue"
    CONCLUSION = "conclusion"
