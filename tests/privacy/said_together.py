"""Beraden in which the group said something together, and what the gate asks about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from beraad.privacy.review.gate import Gate
from beraad.records import Agreement, Id, Participant, Session, new_id
from tests.builders import filled_session


def said_together(text: str, field: str, roles: Iterable[str]) -> Session:
    """A beraad of people with these roles, where this text stands in a field such as
    "dialogue.shared".
    """
    session = filled_session()
    people = tuple(Participant(id=Id(f"p{n}"), role=role) for n, role in enumerate(roles))
    section, name = field.split(".")
    record = (
        (Agreement(id=new_id(), what=text),)
        if section == "agreements"
        else replace(getattr(session, section), **{name: text})
    )
    return replace(session, participants=people, decisions=(), **{section: record})


def asked_of(text: str, field: str, roles: Iterable[str]) -> list[str]:
    """What a person has to decide about in that text."""
    gate = Gate.of(said_together(text, field, roles))
    return [one.text for one in gate.shown(text) if gate.is_open(one)]
