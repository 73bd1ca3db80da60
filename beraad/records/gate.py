"""What a person decided about places that may identify someone, and about the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beraad.records.identity import Fingerprint, Id


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWord:
    """A word the gespreksleider wants taken out wherever it stands."""

    id: Id
    word: str = ""
    replacement: str = ""


class Verdict(StrEnum):
    """What happens to a find."""

    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's verdict about every mention of one find in this beraad.

    Attributes:
        key: which find this is about (`Find.key`).
        replacement: what stands there instead; empty means the suggested one.
        reason: why it may stay, with `Verdict.KEEP`.
    """

    id: Id
    key: str
    verdict: Verdict
    replacement: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who read the document before it goes out, and what somebody declares about it.

    Until it is declared anonymous, a document is pseudonymised: whoever knows the case may still
    recognise it (AVG, art. 4(5); opinion 05/2014 of the Article 29 Working Party).

    Attributes:
        second_reader: role of the one who read along, never a name.
        small_team: checked that nobody is known by being one of few; so the other three.
        declared_by: role of the one who declares the document anonymous.
        declared_content: what was declared; with any other content there is no declaration.
    """

    second_reader: str = ""
    second_read_on: date | None = None
    small_team: bool = False
    unique_situation: bool = False
    dates: bool = False
    quotes: bool = False
    declared_by: str = ""
    declared_on: date | None = None
    declared_content: Fingerprint | None = None
