"""Invented signals and beraden to count."""

from __future__ import annotations

from datetime import date, timedelta

from beraad.phases.dates import iso_week
from beraad.records import Id, SignalLevel, SignalLine, SignalStatus, StepKind
from beraad.signals.facts import BeraadFacts

TODAY = date(2026, 11, 27)


def line(number=0, *, title="Wachten zonder inkomen", team="Noord", on=date(2026, 3, 2), **changes):
    """One signal at a glance."""
    base = {
        "id": Id(f"{number:032x}"),
        "title": title,
        "ask": "",
        "what": "",
        "process": "",
        "team": team,
        "week": iso_week(on),
        "registered_on": on,
        "level": SignalLevel.POLICY_RULE,
        "status": SignalStatus.PASSED_ON,
        "role": "beleid",
        "owed": StepKind.ANSWERED,
        "since": on,
        "by": on + timedelta(days=42),
        "asked_on": on,
        "answered_on": None,
        "outcome": None,
        "told_on": None,
        "helped": None,
        "passed_stations": 1,
    }
    return SignalLine(**{**base, **changes})


def facts(*, team="Noord", on=date(2026, 3, 2), **changes):
    """One beraad, as it is counted."""
    base = {"clashes": frozenset(), "voices": {}, "minutes": {}}
    return BeraadFacts(team=team, week=iso_week(on), held_on=on, **{**base, **changes})
