"""What the parts of a talk are called: the opening, the rondes in their order, the whole of it."""

from __future__ import annotations

from beraad.phases.behaviours import THROUGHOUT
from beraad.phases.course import Course
from beraad.records import PhaseKey


def part_name(course: Course, place: str) -> str:
    """What a part of the talk is called in full."""
    if place == PhaseKey.OPENING:
        return "Opening"
    if place == THROUGHOUT:
        return "Het hele gesprek"
    phase = course.ronde(PhaseKey(place))
    return f"Ronde {course.number(phase.key)} · {phase.title}"


def part_short(course: Course, place: str) -> str:
    """The same in a word or two."""
    if place in {PhaseKey.OPENING, THROUGHOUT}:
        return part_name(course, place)
    phase = course.ronde(PhaseKey(place))
    return f"{course.number(phase.key)} {phase.short_title}"
