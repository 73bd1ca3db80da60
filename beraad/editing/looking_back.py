"""Pure changes to what is looked back on in the opening; each can be undone as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from beraad.editing.operations import with_added, with_field, without
from beraad.phases.since import kept_of, told_of
from beraad.records import (
    AnswerToTell,
    EarlierAgreement,
    Helped,
    Kept,
    OpenAgreement,
    Session,
    ToldAnswer,
    new_id,
)
from beraad.records.anatomy import Address


def with_kept(session: Session, agreement: OpenAgreement, kept: Kept | None) -> Session:
    """Return the session that says this of an earlier agreement; None says nothing of it."""
    here = kept_of(session, agreement)
    if kept is None:
        return without(session, "earlier_agreements", agreement.id)
    if here is not None:
        return with_field(session, Address("earlier_agreements", "kept", here.id), kept)
    record = EarlierAgreement(
        id=agreement.id,
        what=agreement.what,
        role=agreement.role,
        look_back=agreement.look_back,
        agreed_on=agreement.agreed_on,
        kept=kept,
    )
    return with_added(session, "earlier_agreements", record)


def with_told(session: Session, answer: AnswerToTell, *, told: bool) -> Session:
    """Return the session in which this answer was told to the team, or was not."""
    here = told_of(session, answer)
    if not told:
        return without(session, "told_answers", here.id) if here else session
    return session if here else with_added(session, "told_answers", _told(answer))


def with_helped(session: Session, answer: AnswerToTell, helped: Helped | None) -> Session:
    """Return the session that says what the team thinks; who was asked was told as well."""
    after = with_told(session, answer, told=True)
    here: Any = told_of(after, answer)
    return with_field(after, Address("told_answers", "helped", here.id), helped)


def _told(answer: AnswerToTell) -> ToldAnswer:
    record = ToldAnswer(
        id=new_id(),
        signal=answer.signal,
        answer=answer.answer,
        answered_on=answer.answered_on,
        told_before=answer.told_before,
        joined=answer.joined,
    )
    return replace(
        record, title=answer.title, team=answer.team, said=answer.said, change=answer.change
    )
