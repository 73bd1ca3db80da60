"""What a person decided about places that may identify someone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from beraad.records.identity import Id


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
