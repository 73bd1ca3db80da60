"""Deciding about a place that may identify someone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from beraad.errors import Solvable
from beraad.privacy.review.gate import ASIDES
from beraad.records import Decision, Session, Verdict, new_id


def decided(
    session: Session, key: str, verdict: Verdict, *, replacement: str = "", reason: str = ""
) -> Session:
    """Return the session with this verdict on every mention of one find.

    Raises Solvable when it is to stay without a reason.
    """
    if verdict is Verdict.KEEP and not reason.strip():
        raise Solvable(
            "Er staat nog niet bij waarom dit mag blijven staan.",
            kept="Er is niets veranderd.",
            way_out="Kies een reden, of schrijf die zelf.",
        )
    earlier = next((each for each in session.decisions if each.key == key), None)
    made = Decision(
        id=earlier.id if earlier else new_id(),
        key=key,
        verdict=verdict,
        replacement=replacement,
        reason=reason,
    )
    if earlier == made:
        return session
    others = tuple(each for each in session.decisions if each.key != key)
    return replace(session, decisions=(*others, made))


def decided_together(
    session: Session, replacements: Mapping[str, str], verdict: Verdict, *, reason: str = ""
) -> Session:
    """Return the session with one verdict on several finds, each with its own replacement.

    Raises Solvable when they are to stay without a reason.
    """
    for key, replacement in replacements.items():
        session = decided(session, key, verdict, replacement=replacement, reason=reason)
    return session


def asides_decided(session: Session, *, stay: bool) -> Session:
    """Return the session in which asides with nothing left in them stay, or go as a whole."""
    if not stay:
        return undecided(session, ASIDES)
    return decided(session, ASIDES, Verdict.KEEP, reason="zo laten staan")


def undecided(session: Session, key: str) -> Session:
    """Return the session without a verdict on this find: it is open again, or taken out."""
    left = tuple(each for each in session.decisions if each.key != key)
    return session if len(left) == len(session.decisions) else replace(session, decisions=left)
