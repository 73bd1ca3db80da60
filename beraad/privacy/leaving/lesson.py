"""The door for a leerverslag: its own texts only, in general words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from beraad.phases.dates import season_of
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.finding.outgoing import stands_in
from beraad.privacy.leaving.file_name import file_name
from beraad.privacy.leaving.seal import SEAL, Sealed
from beraad.privacy.review.gate import Gate
from beraad.records import Layer, Lesson, RegisteredLesson, Session
from beraad.records.anatomy import map_texts

_is_of_lesson = partial(stands_in, Layer.LEARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedLesson(Sealed):
    """A leerverslag as it may be registered and given to other teams.

    Attributes:
        season: half of the year in which the beraad was held; team, day and week stay behind.
        removed_count: how many mentions were taken out.
        open_count: how many places nobody decided about yet; above zero nothing is exported.
    """

    content: Lesson
    season: str
    is_practice: bool
    removed_count: int
    open_count: int

    @property
    def stem(self) -> str:
        """The name of a file for this leerverslag, without extension."""
        return file_name(f"leerverslag {self.season}", self.content.title)


def clean_lesson(session: Session, lexicon: Lexicon | None = None) -> CleanedLesson:
    """Return the leerverslag of a beraad without whatever points to a person."""
    gate = Gate.of(session, lexicon)
    return CleanedLesson(
        seal=SEAL,
        content=map_texts(session.lesson, lambda _, text: gate.cleaned(text)),
        season=season_of(session.opening.held_on),
        is_practice=session.is_practice,
        removed_count=gate.removed(_is_of_lesson),
        open_count=len(gate.undecided(_is_of_lesson)),
    )


def admitted_lesson(lesson: RegisteredLesson) -> CleanedLesson:
    """Return a leerverslag that passed the gate before it came into the register."""
    return CleanedLesson(
        seal=SEAL,
        content=lesson.content,
        season=lesson.season,
        is_practice=False,
        removed_count=0,
        open_count=0,
    )
