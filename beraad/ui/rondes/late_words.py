"""What is said when a talk takes longer than the minutes available."""

from __future__ import annotations

from datetime import datetime, timedelta

from beraad.phases.marks import whole_minutes
from beraad.phases.phrasing import listed
from beraad.phases.plan import Plan
from beraad.phases.shortening import for_later, minutes_behind, shorten

_MINUTE = 60
_BECOMES = "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}"
_FOR_AGREEMENTS = "dan houden jullie tijd voor afspraken."


def latest_start(plan: Plan, now: datetime, *, tempo: float = 1.0) -> str:
    """When the afweging has to start to leave time for agreements; empty once it has begun.

    `tempo` is how many seconds of the plan go by in one second: more in a hurried oefening.
    """
    seconds = plan.before_weighing
    if seconds is None:
        return ""
    if seconds >= 0:
        at = now + timedelta(seconds=seconds / tempo)
        return f"Start uiterlijk {at:%H:%M} met de afweging, {_FOR_AGREEMENTS}"
    short = whole_minutes(seconds)
    if short <= 1:
        return f"Begin nu met de afweging, {_FOR_AGREEMENTS}"
    return (
        f"Begin je nu met de afweging, dan is er {short} min te weinig voor ronde 6 tot en met 8."
    )


def standing(plan: Plan, now: datetime, *, tempo: float = 1.0) -> str:
    """How late it will be when nothing changes; `tempo` as in `latest_start`."""
    late = minutes_behind(plan)
    end = now + timedelta(seconds=(plan.to_go + plan.pause_to_come) / tempo)
    if not late:
        return f"Jullie lopen niet uit. Volgens plan zijn jullie rond {end:%H:%M} klaar."
    meant = end - timedelta(seconds=plan.pace.behind / tempo)
    return (
        f"Jullie lopen {late} min uit. Verandert er niets, dan zijn jullie rond {end:%H:%M} "
        f"klaar in plaats van {meant:%H:%M}."
    )


def about_shorter(plan: Plan) -> str:
    """What shortening the coming rondes brings, and what it cannot bring."""
    if not minutes_behind(plan):
        return "Dat is nu niet nodig."
    found = shorten(plan)
    if not found.changes:
        return "Dat kan niet meer: wat nog komt, staat al op zijn minimum."
    changes = [
        f"{plan.course.short_title(now.key)} {now.minutes}{_BECOMES}{then.minutes}"
        for now, then in found.changes
    ]
    said = f"{listed(changes)} min. Dat wint {found.won} min."
    if found.still_behind:
        return f"{said} Het is niet genoeg: jullie lopen dan nog {found.still_behind} min uit."
    return f"{said} Ronde 6, 7 en 8 houden hun minimum."


def about_parking(plan: Plan) -> str:
    """What it brings to park what can wait, and to close this ronde."""
    left = plan.here.left
    if left >= _MINUTE:
        return (
            "Zet apart wat nu kan wachten. Sluiten jullie deze ronde nu, dan wint dat "
            f"{left // _MINUTE} min."
        )
    return (
        "Zet apart wat nu kan wachten. Zo haal je geen tijd in, maar loop je ook niet verder uit."
    )


def about_second_meeting(plan: Plan) -> str:
    """What does not fit any more, and how many minutes that asks another time."""
    shares = for_later(plan)
    if not shares:
        return "Alle rondes passen nog. Plan je toch een vervolg, dan komt de datum in het verslag."
    minutes = sum(whole_minutes(max(0, share.left)) for share in shares)
    titles = listed([plan.course.short_title(share.key) for share in shares])
    fits = "past" if len(shares) == 1 else "passen"
    return (
        f"{titles} {fits} er nu niet meer bij: {minutes} min voor een andere keer. De datum komt "
        "in het verslag."
    )
