"""Ronde 4: perspectives, their values, and the norms that follow from these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from beraad.records.identity import Id


class Presence(StrEnum):
    """Whether the one whose perspective this is sits at the table."""

    PRESENT = "present"
    ABSENT = "absent"
    EMPTY_CHAIR = "empty_chair"


class Source(StrEnum):
    """Who said what this perspective holds."""

    SAID = "said"
    HEARD = "heard"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder:
    """A perspective on the case."""

    id: Id
    name: str = ""
    presence: Presence = Presence.ABSENT
    source: Source = Source.ASSUMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What matters to a stakeholder: general, positive, motivating."""

    id: Id
    stakeholder_id: Id
    name: str = ""
    meaning: str = ""
    core: bool = False


class Plea(StrEnum):
    """Which option a norm pleads for."""

    UNCLEAR = "unclear"
    A = "a"
    B = "b"
    BOTH = "both"


class ArgumentKind(StrEnum):
    """The kind of argument behind a norm."""

    MORAL = "moral"
    LEGAL = "legal"
    STRATEGIC = "strategic"
    FACTUAL = "factual"


class NormSource(StrEnum):
    """Where a norm comes from."""

    UNKNOWN = "unknown"
    LAW = "law"
    POLICY = "policy"
    CODE = "code"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """What one ought to do because of a value: specific and prescriptive."""

    id: Id
    value_id: Id
    text: str = ""
    plea: Plea = Plea.UNCLEAR
    argument: ArgumentKind = ArgumentKind.MORAL
    source: NormSource = NormSource.UNKNOWN
