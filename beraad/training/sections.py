"""In which part of the talk each section of a beraad is written."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.records import PhaseKey

WRITTEN_IN: Mapping[PhaseKey, tuple[str, ...]] = {
    PhaseKey.OPENING: ("opening", "participants", "known_words"),
    PhaseKey.CASE: ("case", "timeline"),
    PhaseKey.DILEMMA: ("dilemma", "options", "harms"),
    PhaseKey.CLARIFICATION: ("clarifications", "case"),
    PhaseKey.PERSPECTIVES: ("stakeholders", "values", "norms"),
    PhaseKey.ALTERNATIVES: ("options", "harms"),
    PhaseKey.CONSIDERATION: ("considerations",),
    PhaseKey.DIALOGUE: ("dialogue", "considerations"),
    PhaseKey.CONCLUSION: ("conclusion", "agreements", "look_back", "signal", "lesson", "decisions"),
}
"""A section that stands twice is gone on with: C and D after A and B, a choice that changes."""

LEFT_FOR_LATER: Mapping[tuple[PhaseKey, str], Mapping[str, object]] = {
    (PhaseKey.CASE, "case"): {"rule_purpose": ""},
    (PhaseKey.CONSIDERATION, "considerations"): {"revised_choice_id": None, "revised_because": ""},
}
"""Fields of a section that only its second ronde gives, with what stands there until then."""
