"""Beraden as a team would have them after half a year: some finished, some half written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from beraad.editing.editor import SessionEditor
from beraad.records import PhaseKey, Session, Setting, blank_session
from beraad.training.player import play
from beraad.training.practice import PracticeCase, load
from tools.invented.cases import used_cases
from tools.invented.day import NOW, TODAY

_KEPT = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Talk:
    """A beraad in the list: how long ago it was held, and how far it came."""

    title: str
    team: str
    days_ago: int
    phase: PhaseKey


TALKS = (
    Talk("Wel of geen bijstand in de zoekperiode", "Team Jongeren", 0, PhaseKey.PERSPECTIVES),
    Talk("Een gift die inkomen leek", "Team Inkomen Noord", 8, PhaseKey.CONCLUSION),
    Talk("Twee huishoudens op één adres", "Team Inkomen Zuid", 20, PhaseKey.CONSIDERATION),
    Talk(
        "Wie vertelt het de kinderen, en wanneer is dat aan ons?",
        "Wijkteam Oost, jeugd en gezin",
        34,
        PhaseKey.OPENING,
    ),
    Talk("Terugvordering na een verhuizing", "Team Terugvordering", 201, PhaseKey.CONCLUSION),
)


def talks() -> Iterator[Session]:
    """The beraden of half a year, and one oefening; the latest first."""
    cases = used_cases()
    for place, talk in enumerate(TALKS):
        yield written_down(talk, cases[place % len(cases)])
    yield load(cases[-1], now=NOW, held_on=TODAY - timedelta(days=40))


def written_down(talk: Talk, case: PracticeCase) -> Session:
    """An oefencasus as if a team had brought it in, as far as the talk came."""
    held_on = TODAY - timedelta(days=talk.days_ago)
    session = load(case, now=NOW, held_on=held_on)
    opening = replace(session.opening, title=talk.title, team=talk.team, setting=Setting.CASEWORK)
    conclusion = replace(session.conclusion, keep_until=held_on + _KEPT)
    return _until(talk.phase, replace(session, opening=opening, conclusion=conclusion), held_on)


def _until(phase: PhaseKey, whole: Session, held_on: date) -> Session:
    """The beraad as it stood when this ronde was the last that had been written down."""
    editor = SessionEditor(blank_session(now=NOW, held_on=held_on), now=lambda: NOW)
    reached: dict[PhaseKey, Session] = {}

    def remember(_: PhaseKey) -> None:
        reached[editor.session.progress.phase] = editor.session

    play(whole, editor, before_phase=remember)
    remember(phase)
    return reached[phase]
