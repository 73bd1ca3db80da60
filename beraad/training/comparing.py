"""One's own filling of an oefening beside that of the case: a question, never a correction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from beraad.phases.course import Course
from beraad.phases.model import Phase
from beraad.phases.wording import ANSWER_STATE_LABELS, PRESENCE_LABELS
from beraad.records import Consideration, Dilemma, Option, PhaseKey, Presence, Session, letter
from beraad.training.exercise import Exercise

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One thing that was written down, as it stands here and as it stands in the case.

    Attributes:
        own: line by line; empty when nothing was written.
        model: the same of the case.
    """

    label: str
    own: Lines
    model: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRound:
    """One ronde that was practised.

    Attributes:
        question: to talk about together, with the two side by side.
        model_question: how one could have asked on.
        pitfall: what was sure to come here.
    """

    number: int
    title: str
    question: str
    model_question: str
    pitfall: str
    parts: tuple[Beside, ...]


_ASKED: Mapping[PhaseKey, str] = {
    PhaseKey.CASE: "Welk kernmoment kozen jullie, en wat zie je daardoor beter?",
    PhaseKey.DILEMMA: "Wat vraagt jullie vraag van de inbrenger dat deze niet vraagt?",
    PhaseKey.CLARIFICATION: "Welke vraag van jullie had je hier ook willen horen?",
    PhaseKey.PERSPECTIVES: "Wie kreeg bij jullie een stem en hier niet? En wie juist hier?",
    PhaseKey.ALTERNATIVES: "Welk alternatief kwam bij jullie, en door welke vraag?",
    PhaseKey.CONSIDERATION: "Bij welke keuze is de schade bij jullie scherper dan hier?",
    PhaseKey.DIALOGUE: "Welk verschil hebben jullie gevonden dat hier niet staat?",
    PhaseKey.CONCLUSION: "Wat spreken jullie anders af, en hoe kwam dat?",
}


def compared(
    own: Session, exercise: Exercise, model: Session, *, visited: Collection[PhaseKey] = ()
) -> tuple[ComparedRound, ...]:
    """Each ronde that was played, in the order of this beraad: something was written, or the clock
    ran there, or the talk stands there or stood there before, as `visited` says.
    """
    course = Course.of(own)
    first = exercise.first or course.keys[0]
    practised = course.rondes[course.keys.index(first) :]
    return tuple(
        _compared(phase, course.number(phase.key), own, model, exercise)
        for phase in practised
        if phase.key in visited or _is_played(phase.key, own)
    )


def _is_played(phase: PhaseKey, own: Session) -> bool:
    return (
        own.progress.phase is phase
        or own.seconds_in(phase) > 0
        or any(lines for _, lines in _written(phase, own))
    )


def _compared(
    phase: Phase, number: int, own: Session, model: Session, exercise: Exercise
) -> ComparedRound:
    guidance = exercise.case.coaching.of(phase.key)
    mine, theirs = dict(_written(phase.key, own)), dict(_written(phase.key, model))
    return ComparedRound(
        number=number,
        title=phase.title,
        question=_ASKED[phase.key],
        model_question=guidance.question if guidance else "",
        pitfall=guidance.pitfall if guidance else "",
        parts=tuple(
            Beside(label=label, own=mine[label], model=theirs[label])
            for label in mine
            if mine[label] or theirs[label]
        ),
    )


def _written(phase: PhaseKey, session: Session) -> Iterator[tuple[str, Lines]]:
    """What was written in one ronde: a label with its lines, the same labels for every beraad."""
    match phase:
        case PhaseKey.CASE:
            yield "Het kernmoment", _lines(session.case.hot_moment)
            yield "Wat dit moreel maakt", _lines(session.case.friction)
            yield "De situatie", _lines(session.case.situation)
        case PhaseKey.DILEMMA:
            yield from _dilemma(session, session.dilemma)
        case PhaseKey.CLARIFICATION:
            yield "Vragen", _lines(*(row.question for row in session.clarifications))
        case PhaseKey.PERSPECTIVES:
            yield "Perspectieven met hun waarden", _lines(*_perspectives(session))
            yield "Waarden die botsen", _lines(*(v.name for v in session.values if v.core))
        case PhaseKey.ALTERNATIVES:
            yield "Alternatieven", _lines(*_alternatives(session))
        case PhaseKey.CONSIDERATION:
            yield "Afwegingen", _lines(*(_weighed(session, one) for one in session.considerations))
        case PhaseKey.DIALOGUE:
            dialogue = session.dialogue
            yield "Wat delen we?", _lines(dialogue.shared)
            yield "Het kernverschil", _lines(dialogue.core_difference)
            yield "Wat zag iemand die anders koos?", _lines(dialogue.minority_view)
        case PhaseKey.CONCLUSION:
            yield from _conclusion(session)
        case PhaseKey.OPENING:
            return


def _dilemma(session: Session, dilemma: Dilemma) -> Iterator[tuple[str, Lines]]:
    yield "Morele vraag", _lines(dilemma.moral_question)
    for at, option in enumerate((session.option_a, session.option_b)):
        yield letter(at), _lines(option.text)
        yield f"Schade van {letter(at)}", _lines(*_harms(session, option))


def _harms(session: Session, option: Option) -> Iterator[str]:
    for harm in session.harms_of(option.id):
        yield ": ".join(filter(None, (harm.who, harm.text)))


def _perspectives(session: Session) -> Iterator[str]:
    for one in session.stakeholders:
        chair = (
            PRESENCE_LABELS[Presence.EMPTY_CHAIR] if one.presence is Presence.EMPTY_CHAIR else ""
        )
        name = " · ".join(filter(None, (one.name, chair)))
        values = ", ".join(value.name for value in session.values_of(one.id) if value.name)
        yield ": ".join(filter(None, (name, values)))


def _alternatives(session: Session) -> Iterator[str]:
    for option in session.alternatives:
        yield f"{session.letter(option.id)} · {option.text}" if option.text else ""


def _weighed(session: Session, one: Consideration) -> str:
    """Choice, value and harm; without who: it is about what was weighed."""
    if one.abstains or one.choice_id is None:
        return ""
    parts = (
        session.letter(one.choice_id),
        f"vanwege {one.value}" if one.value else "",
        f"ondanks {one.harm}" if one.harm else "zonder schade",
    )
    return " · ".join(filter(None, parts))


def _conclusion(session: Session) -> Iterator[tuple[str, Lines]]:
    conclusion = session.conclusion
    standing = ANSWER_STATE_LABELS[conclusion.answer_state] if conclusion.answer else ""
    yield "Antwoord voor nu", _lines(conclusion.answer, standing)
    agreed = (" · ".join(filter(None, (one.what, one.role))) for one in session.agreements)
    yield "Afspraken", _lines(*agreed)
    yield "Les voor een volgende keer", _lines(conclusion.lesson)
    yield "Signaal", _lines(session.signal.what)


def _lines(*texts: str) -> Lines:
    return tuple(_split(texts))


def _split(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (part for part in text.split("\n\n") if part.strip())
