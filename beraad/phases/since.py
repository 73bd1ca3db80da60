"""Sinds vorige keer: what the opening asks about earlier agreements and answers on signals."""

from __future__ import annotations

from datetime import date

from beraad.phases.dates import full_date
from beraad.phases.folding import plain
from beraad.phases.model import Field, FieldKind
from beraad.phases.numbers import counted, in_words
from beraad.phases.wording import STEP_LABELS
from beraad.records import (
    AnswerToTell,
    EarlierAgreement,
    OpenAgreement,
    Session,
    SinceLastTime,
    StepKind,
    ToldAnswer,
)

TITLE = "Sinds vorige keer"
ANSWERS = "Wat er uit jullie signalen kwam"
AGREEMENTS = "Wat spraken we af?"
WILL_STAND_HERE = (
    "Hier staat bij een volgend beraad van dit team wat nog openstaat: afspraken om op terug te "
    "kijken, en wat er uit jullie signalen kwam."
)
NO_TEAM = "Vul het team in. Dan zoekt Beraad jullie vorige beraad op."
IN_PRACTICE = (
    "In een oefening staat hier niets: afspraken en signalen van echte beraden blijven daarbuiten."
)
NOTHING_OPEN = "Er staat niets meer open van eerder."
KEPT_HINT = "Deels en nog niet komen een volgende keer terug. Gedaan en niet zijn klaar."

AGREEMENT_WORDS = Field(
    section="earlier_agreements",
    name="words",
    label="Wat werd het?",
    hint="wat werd het? in één zin, zonder namen",
    kind=FieldKind.LINE,
)
ANSWER_WORDS = Field(
    section="told_answers",
    name="words",
    label="Wat zei het team?",
    hint="wat zei het team? in één zin, zonder namen",
    kind=FieldKind.LINE,
)

_WEEK = 7
_SOON = 2 * _WEEK
_LONG = 26 * _WEEK
_SOON_WORDS = (
    "Jullie zijn er snel weer bij. Elke week is voor de meeste teams te veel: een half uur "
    "terugkijken mag vandaag ook genoeg zijn."
)
_LONG_WORDS = (
    "Fijn dat jullie weer bij elkaar zitten. Er is meer dan een half jaar voorbij: neem even tijd "
    "voor wat er sindsdien gebeurde. Vaker samen leren helpt."
)


def how_long_ago(last: date, now: date) -> str:
    """The time since the latest beraad, with its day: "zeven weken geleden, 9 oktober 2026"."""
    days = (now - last).days
    if days <= 0:
        ago = "vandaag"
    elif days < _SOON:
        ago = "gisteren" if days == 1 else f"{in_words(days)} dagen geleden"
    else:
        ago = f"{in_words(days // _WEEK)} weken geleden"
    return f"{ago}, {full_date(last)}"


def how_long_until(day: date, now: date) -> str:
    """The time until a day to come: "5 dagen", "3 weken"."""
    days = (day - now).days
    if days < _SOON:
        return counted(days, "dag", "dagen")
    return counted(days // _WEEK, "week", "weken")


def about_pace(last: date, now: date) -> str:
    """Something kind when the latest beraad was very recent or very long ago; empty otherwise."""
    days = (now - last).days
    if days < _SOON:
        return _SOON_WORDS
    return _LONG_WORDS if days > _LONG else ""


def open_agreements(session: Session, found: SinceLastTime) -> tuple[OpenAgreement, ...]:
    """What can be looked back on, also what was answered already; what is due comes first.

    The order does not change when something is answered.
    """
    rows = {one.id: one for one in found.agreements}
    for told in session.earlier_agreements:
        rows.setdefault(told.id, _of_record(told))
    return tuple(sorted(rows.values(), key=_by_day))


def answers_to_tell(session: Session, found: SinceLastTime) -> tuple[AnswerToTell, ...]:
    """The answers to tell, also those that were told already; the oldest first."""
    rows = {(one.signal, one.answer): one for one in found.answers}
    for told in session.told_answers:
        rows[told.signal, told.answer] = _of_told(told)
    return tuple(sorted(rows.values(), key=lambda one: (one.answered_on, one.signal, one.answer)))


def came_unanswered(answer: AnswerToTell | ToldAnswer) -> bool:
    """Whether what the team hears is that no answer came: its words begin with that."""
    return plain(answer.said).startswith(plain(STEP_LABELS[StepKind.NO_ANSWER]))


def told_of(session: Session, answer: AnswerToTell) -> ToldAnswer | None:
    """What this beraad says of an answer; None when it was not told in it."""
    found = (
        one
        for one in session.told_answers
        if (one.signal, one.answer) == (answer.signal, answer.answer)
    )
    return next(found, None)


def kept_of(session: Session, agreement: OpenAgreement) -> EarlierAgreement | None:
    """What this beraad says of an earlier agreement; None when nobody answered."""
    found = (one for one in session.earlier_agreements if one.id == agreement.id)
    return next(found, None)


def is_due(agreement: OpenAgreement, now: date) -> bool:
    """Whether the day on which it is looked back on has come; it has when there is no such day."""
    return agreement.look_back is None or agreement.look_back <= now


def same_team(one: str, other: str) -> bool:
    """Whether two names of a team are one, capitals, accents and spaces apart; none is no team."""
    wanted = plain(one).split()
    return bool(wanted) and plain(other).split() == wanted


def _by_day(agreement: OpenAgreement) -> tuple[date, date, str]:
    return agreement.look_back or agreement.agreed_on, agreement.agreed_on, agreement.id


def _of_record(told: EarlierAgreement) -> OpenAgreement:
    return OpenAgreement(
        id=told.id,
        what=told.what,
        role=told.role,
        look_back=told.look_back,
        agreed_on=told.agreed_on,
    )


def _of_told(told: ToldAnswer) -> AnswerToTell:
    return AnswerToTell(
        signal=told.signal,
        answer=told.answer,
        title=told.title,
        team=told.team,
        said=told.said,
        change=told.change,
        answered_on=told.answered_on,
        told_before=told.told_before,
        joined=told.joined,
    )
