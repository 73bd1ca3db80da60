"""Where the talk is, in words: the ronde at hand, and the ways back and on."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.phases.course import Course
from beraad.records import PhaseKey, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place of the ronde at hand among the others.

    Attributes:
        step: which of the rondes it is.
        title: the ronde itself.
        back: the way back; empty when there is none.
        on: the way on.
    """

    step: str
    title: str
    back: str
    on: str


def where(session: Session) -> Where:
    """Where this beraad is."""
    rondes = Course.of(session).rondes
    phase = session.progress.phase
    if phase is PhaseKey.OPENING:
        return Where(step="Vooraf", title="Opening", back="", on=rondes[0].short_title)
    here = Course.of(session).number(phase)
    return Where(
        step=f"Ronde {here} van {len(rondes)}",
        title=rondes[here - 1].title,
        back="Opening" if here == 1 else rondes[here - 2].short_title,
        on="Verslag" if here == len(rondes) else rondes[here].short_title,
    )


def stops(session: Session) -> list[PhaseKey]:
    """The opening and the rondes, in the order of this beraad."""
    return [PhaseKey.OPENING, *Course.of(session).keys]
