from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from beraad.editing.editor import SessionEditor
from beraad.records import (
    Consideration,
    Harm,
    Norm,
    Option,
    Participant,
    Stakeholder,
    Value,
    blank_session,
    new_id,
)

START = datetime(2026, 11, 18, 13, 0, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.at = START

    def __call__(self):
        return self.at

    def forward(self, **time):
        self.at += timedelta(**time)


def blank():
    return blank_session(now=START, held_on=date(2026, 11, 18))


def furnished():
    """A beraad in which everything hangs on something."""
    session = blank()
    person = Participant(id=new_id(), role="consulent")
    extra = Option(id=new_id(), text="Samen bellen")
    who = Stakeholder(id=new_id(), name="inwoner")
    value = Value(id=new_id(), stakeholder_id=who.id, name="rust")
    return replace(
        session,
        participants=(person,),
        options=(*session.options, extra),
        harms=(
            Harm(id=new_id(), option_id=session.option_a.id, text="vertrouwen"),
            Harm(id=new_id(), option_id=extra.id, text="tijd"),
        ),
        stakeholders=(who,),
        values=(value,),
        norms=(Norm(id=new_id(), value_id=value.id, text="laat met rust"),),
        considerations=(Consideration(id=new_id(), participant_id=person.id, choice_id=extra.id),),
    )


def editor(session=None, *, clock=None):
    return SessionEditor(session or blank(), now=clock or Clock())
