"""From a beraad to the group's screen, through the gate."""

from __future__ import annotations

from beraad.group.bounds import bounded
from beraad.group.nearby import nearby
from beraad.group.options import about
from beraad.group.said import horns, perspectives, said_in, since_last_time
from beraad.group.state import GroupState, Show
from beraad.group.view import GroupView
from beraad.group.weighing import echoes, matrix
from beraad.phases.course import Course
from beraad.phases.since import TITLE
from beraad.privacy.clean import CleanedSession, clean
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import PhaseKey, Session

_BEFORE = (PhaseKey.OPENING, PhaseKey.CASE, PhaseKey.DILEMMA)
_NOTHING_YET = "Wat jullie zeggen, komt hier te staan."
_NOTHING_SINCE = "Antwoorden die verteld zijn en afspraken die besproken zijn, komen hier te staan."
_REVEALED = "Hier staan alle keuzes. Van wie ze zijn, staat er niet bij. Lees ze eerst."
_NOT_REVEALED = "De afwegingen komen hier te staan als iedereen heeft geschreven."


def view_of(session: Session, state: GroupState, lexicon: Lexicon | None = None) -> GroupView:
    """Return what the group may see of a beraad. The same beraad gives the same view."""
    return bounded(_view(session, state, lexicon))


def _view(session: Session, state: GroupState, lexicon: Lexicon | None) -> GroupView:
    shown = nearby(session, state)
    cleaned = clean(shown, lexicon, cautious=True, within=session)
    match state.show:
        case Show.RONDE:
            return _ronde(shown, cleaned, state.question)
        case Show.DILEMMA:
            return GroupView(
                step="Het dilemma",
                question=cleaned.moral_question.strip() or "Wat is de morele vraag?",
                blocks=tuple(horns(cleaned)),
                empty=_NOTHING_YET,
            )
        case Show.PERSPECTIVES:
            phase = Course.of(shown).ronde(PhaseKey.PERSPECTIVES)
            rows = tuple(perspectives(cleaned))
            return GroupView(
                step=phase.title,
                question=phase.invitation,
                moral_question=about(cleaned, rows),
                blocks=rows,
                empty=_NOTHING_YET,
            )
        case Show.MATRIX:
            weighed = (*matrix(cleaned), *echoes(cleaned))
            return GroupView(
                step="Keuzes en waarden",
                question="Wat ziet iemand die anders koos?",
                moral_question=about(cleaned, weighed),
                blocks=weighed,
                empty=_NOT_REVEALED,
            )
        case Show.SINCE:
            return GroupView(
                step=TITLE,
                question="Hoe ging het sinds vorige keer?",
                blocks=tuple(since_last_time(cleaned)),
                empty=_NOTHING_SINCE,
            )
        case Show.CLOCK:
            step = _ronde(shown, cleaned, "").step
            return GroupView(step=step, question="", clock_only=True)


def _ronde(shown: Session, cleaned: CleanedSession, wanted: str) -> GroupView:
    key = shown.progress.phase
    course = Course.of(shown)
    blocks = said_in(key, cleaned, course)
    if key is PhaseKey.OPENING:
        return GroupView(
            step="Vooraf",
            question=cleaned.title.strip() or "Moreel beraad",
            instruction="Eerst begrijpen, dan wegen, dan afspreken.",
            blocks=blocks,
        )
    phase = course.ronde(key)
    return GroupView(
        step=f"Ronde {course.number(key)} · {phase.title}",
        question=wanted if wanted in phase.questions else phase.questions[0],
        instruction=_REVEALED if _is_revealed(key, cleaned) else phase.invitation,
        moral_question=None if key in _BEFORE else about(cleaned, blocks),
        blocks=blocks,
        empty=_NOT_REVEALED if key is PhaseKey.DIALOGUE else _NOTHING_YET,
    )


def _is_revealed(key: PhaseKey, cleaned: CleanedSession) -> bool:
    """Whether silent writing is over: the group reads what was chosen."""
    return key is PhaseKey.CONSIDERATION and bool(cleaned.considerations)
