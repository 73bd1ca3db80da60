"""After the talk: the leerverslag, the reactions of those present, and fixed versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beraad.records.identity import Id


class Layer(StrEnum):
    """For whom a document is made."""

    WORK = "work"
    LEARNING = "learning"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """The leerverslag: what others may learn, rewritten in general words.

    Attributes:
        themes: words to find it by, separated by commas.
        general_words: checked that it tells a kind of situation; so the other two.
        approved_by: role of the one who lets it into the register.
    """

    title: str = ""
    situation: str = ""
    dilemma: str = ""
    value_conflict: str = ""
    considerations: str = ""
    lesson: str = ""
    bottleneck: str = ""
    themes: str = ""
    general_words: bool = False
    no_local_detail: bool = False
    nobody_recognised: bool = False
    approved_by: str = ""
    approved_on: date | None = None

    @property
    def theme_list(self) -> tuple[str, ...]:
        """The themes one by one, each once."""
        parts = (" ".join(part.split()) for part in self.themes.split(","))
        return tuple(dict.fromkeys(part for part in parts if part))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredLesson:
    """A leerverslag in the register, as it was approved.

    Attributes:
        id: by chance; the beraad it came from keeps it with the version that was approved.
        content: what it says, cleaned.
        season: half of a year, "najaar 2026"; neither day nor week comes along.
    """

    id: Id
    content: Lesson
    season: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What somebody who was present says about the concept.

    Attributes:
        role: whose reaction it is, by role.
        response: what was done with it.
    """

    id: Id
    role: str = ""
    text: str = ""
    given_on: date | None = None
    response: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A verslag as it was once given out.

    Attributes:
        number: 1 for the first of its layer.
        changes: what is different from the version before it.
        text: what it said, cleaned; another text is another version.
    """

    id: Id
    layer: Layer
    number: int
    made_on: date
    final: bool = False
    changes: str = ""
    text: str = ""
