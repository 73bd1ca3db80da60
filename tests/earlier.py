"""Earlier beraden and answered signals of an invented team, in real files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from beraad.privacy.leaving.later import mark_of
from beraad.records import Agreement, CaseAccount, Id, new_id
from beraad.store.places import register_path, session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.editing.support import blank

TODAY = date(2026, 11, 18)


def beraad(team="Team Jongeren", days_ago=40, what=("Noodpakket klaarleggen",), **changes):
    session = blank()
    held_on = TODAY - timedelta(days=days_ago)
    opening = replace(session.opening, title="Eerder beraad", team=team, held_on=held_on)
    agreements = tuple(
        Agreement(id=new_id(), what=text, role="klantmanager", look_back=TODAY) for text in what
    )
    made = replace(
        session,
        opening=opening,
        case=CaseAccount(situation="Iemand wacht."),
        agreements=agreements,
    )
    return replace(made, **changes)


def keep(folder, session):
    path = session_path(folder, session)
    SessionFile.create(path, session).close()
    return path


def now(team="Team Jongeren"):
    session = blank()
    return replace(session, opening=replace(session.opening, team=team, held_on=TODAY))


def signals(folder, *put):
    with Register.open(register_path(folder, practice=False)) as register:
        register.put(*put)


def signal_of(folder, name="een"):
    with Register.open(register_path(folder, practice=False)) as register:
        return register.folded(Id(name)).signal


def read(*steps):
    return tuple(replace(step, read=mark_of(step)) for step in steps)
