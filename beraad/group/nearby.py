"""The part of a beraad that may come near the group's screen, before it is cleaned.

What is not named here does not exist for the screen: whatever is composed afterwards cannot reach
it. Names, added words and decisions stay, because the gate takes away by them; no text of theirs
passes the gate.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from beraad.group.state import GroupState, Show
from beraad.records import CaseAccount, Opening, PhaseKey, Progress, Session

_QUESTION = frozenset({"dilemma", "options"})
_PERSPECTIVES = frozenset({"stakeholders", "values", "norms"})
_OF_PHASE: dict[PhaseKey, frozenset[str]] = {
    PhaseKey.OPENING: frozenset(),
    PhaseKey.CASE: frozenset({"case", "timeline"}),
    PhaseKey.DILEMMA: frozenset({"harms"}),
    PhaseKey.CLARIFICATION: frozenset({"clarifications"}),
    PhaseKey.PERSPECTIVES: _PERSPECTIVES,
    PhaseKey.ALTERNATIVES: frozenset(),
    PhaseKey.CONSIDERATION: frozenset({"considerations"}),
    PhaseKey.DIALOGUE: frozenset({"considerations", "dialogue"}),
    PhaseKey.CONCLUSION: frozenset({"conclusion", "agreements"}),
}
_OF_SHOW: dict[Show, frozenset[str]] = {
    Show.DILEMMA: frozenset({"harms"}),
    Show.PERSPECTIVES: _PERSPECTIVES,
    Show.MATRIX: frozenset({"considerations"}),
    Show.SINCE: frozenset({"told_answers", "earlier_agreements"}),
    Show.CLOCK: frozenset(),
}


def nearby(session: Session, state: GroupState) -> Session:
    """Return a beraad that holds what this screen shows, and nothing else to show."""
    phase = session.progress.phase
    shown = _OF_PHASE[phase] if state.show is Show.RONDE else _OF_SHOW[state.show]
    held: dict[str, Any] = {name: getattr(session, name) for name in shown | _QUESTION}
    if "considerations" in held:
        held["considerations"] = tuple(
            one for one in session.considerations if one.id in state.revealed
        )
    if phase is PhaseKey.CLARIFICATION and state.show is Show.RONDE:
        held["case"] = CaseAccount(rule_purpose=session.case.rule_purpose)
    return replace(
        _bare(session, title=phase is PhaseKey.OPENING),
        **held,
    )


def _bare(session: Session, *, title: bool) -> Session:
    opening = session.opening
    return Session(
        id=session.id,
        created_at=session.created_at,
        opening=Opening(
            title=opening.title if title else "",
            held_on=opening.held_on,
            clarification_first=opening.clarification_first,
            setting=opening.setting,
            case_state=opening.case_state,
        ),
        participants=session.participants,
        known_words=session.known_words,
        decisions=session.decisions,
        progress=Progress(phase=session.progress.phase),
    )
