"""Tables of ronde 1 and 3."""

from __future__ import annotations

from beraad.records import ClarificationKind
from beraad.store.tables.base import Many, One


class Case(One, table=True):
    situation: str
    hot_moment: str
    friction: str
    done_so_far: str
    decides_formally: str
    deadline: str
    account_agreed: bool
    rule_purpose: str


class Timeline(Many, table=True):
    when: str
    what: str


class Clarifications(Many, table=True):
    question: str
    answer: str
    kind: ClarificationKind
    open_point: bool
    find_out_by: str
    find_out_when: str
