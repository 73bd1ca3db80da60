"""What a plan comes down to, in sentences for who fills in the opening."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.course import Course
from beraad.phases.numbers import counted, in_words
from beraad.phases.plan import (
    FEW,
    GIVERS,
    MANY,
    PAUSE_BEFORE,
    SHORT,
    is_short,
    plan_of,
    planned_minutes,
    weighing_in,
    weighing_needs,
    writing_in,
)
from beraad.records import PhaseKey, Session

SHORT_ROUTE = (
    f"Dit is de korte route, voor hoogstens {in_words(FEW)} mensen die al vaker meededen. De "
    "inbrenger brengt A, B en de vraag op papier mee. Naast elke ronde staat hoe je die klein "
    "houdt."
)
TOO_MANY = (
    "De methode is gemaakt voor zes tot twaalf mensen. Laat anderen meekijken als observator, of "
    "houd twee gesprekken."
)
TOO_SHORT = f"Onder de {SHORT} minuten komen acht rondes niet tot hun recht."


def about_plan(session: Session) -> Iterator[str]:
    """What the minutes and the people mean for the rondes; each a short sentence or two."""
    total = session.opening.minutes
    plan = plan_of(session)
    if total < SHORT:
        yield TOO_SHORT
    elif is_short(total):
        yield SHORT_ROUTE
    if weighing := weighing_in(session):
        yield _about_weighing(session, weighing)
    if weighing > MANY:
        yield TOO_MANY
    if plan.pause:
        before = Course.of(session).number(PAUSE_BEFORE)
        yield (f"Vóór ronde {before} is er {plan.pause} minuten pauze. Zet de klok dan even stil.")


def divided(writing: int, round_: int) -> str:
    """How ronde 6 is divided: first silent writing, then everybody in turn."""
    return f"{_minutes(writing)} om stil te schrijven, dan {_minutes(round_)} voor het rondje."


def _about_weighing(session: Session, weighing: int) -> str:
    rondes, total = Course.of(session).rondes, session.opening.minutes
    shares = planned_minutes(rondes, total, weighing=weighing)
    usual = planned_minutes(rondes, total)
    minutes = shares[PhaseKey.CONSIDERATION]
    people = "Eén deelnemer maakt" if weighing == 1 else f"{_number(weighing)} deelnemers maken"
    said = f"{people} een afweging. Ronde 6 krijgt daarvoor {minutes} minuten"
    if minutes < weighing_needs(weighing):
        return (
            f"{said}, maar heeft er {weighing_needs(weighing)} nodig. Neem meer tijd, of laat "
            "iedereen in het rondje alleen keuze en waarde voorlezen."
        )
    said = f"{said}: {writing_in(minutes, weighing)} om stil te schrijven, de rest voor het rondje"
    givers = " en ".join(each.short_title.lower() for each in rondes if each.key in GIVERS)
    more = sum(shares[key] - usual[key] for key in GIVERS)
    if not more:
        return f"{said}."
    return f"{said}. Daardoor is er {'meer' if more > 0 else 'minder'} tijd voor {givers}."


def _minutes(count: int) -> str:
    """Never on two lines: it is printed as well."""
    return counted(count, "minuut", "minuten").replace(" ", "\N{NO-BREAK SPACE}")


def _number(count: int) -> str:
    return in_words(count).capitalize()
