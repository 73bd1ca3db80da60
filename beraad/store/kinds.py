"""The two kinds of file that Beraad makes, and how each is known."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.store.migrations import Step
from beraad.store.register_steps import REGISTER_STEPS
from beraad.store.schemas import REGISTER_SCHEMAS, SESSION_SCHEMAS
from beraad.store.session_steps import SESSION_STEPS


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """A kind of SQLite file.

    Attributes:
        application_id: the 32-bit mark in the file's header (SQLite file format, offset 68).
        noun: what a user calls it, with `the_one` for the one at hand.
        steps: what lifts an older file, version by version.
        schemas: per version, how its tables may be built.
        patience: seconds to wait for another window that has it open.
        has_one_place: it lies where it has to lie, so that another place or file is no way out.
    """

    application_id: int
    noun: str
    the_one: str
    steps: tuple[Step, ...]
    schemas: tuple[frozenset[str], ...]
    patience: float = 0.0
    has_one_place: bool = False

    @property
    def version(self) -> int:
        """The version this program writes, kept as `user_version` in the header."""
        return len(self.steps) + 1


SESSION_FILE = FileKind(
    application_id=int.from_bytes(b"bera"),
    noun="beraad",
    the_one="Dit beraad",
    steps=SESSION_STEPS,
    schemas=SESSION_SCHEMAS,
)
REGISTER_FILE = FileKind(
    application_id=int.from_bytes(b"breg"),
    noun="register",
    the_one="Het register",
    steps=REGISTER_STEPS,
    schemas=REGISTER_SCHEMAS,
    patience=2.0,
    has_one_place=True,
)
