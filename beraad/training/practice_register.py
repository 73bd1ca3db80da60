"""The oefenregister: two years of invented beraden and signals of four teams, always of today.

It is a folder like that of real beraden, and everything in it says that it is an oefening: the
register by its first event, each beraad by its setting. So nothing of it is ever counted, exchanged
or kept among what is real.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from beraad.assets import PRACTICE_REGISTER
from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.phases.data_file import open_data
from beraad.phases.dates import iso_week, monday_before
from beraad.privacy.leaving.later import mark_of as read_mark
from beraad.private import make_folder
from beraad.records import (
    Id,
    OtherSignal,
    PhaseKey,
    Progress,
    RegisteredSignal,
    Session,
    SignalContent,
    SignalLink,
    Step,
    StepKind,
    TimeSpent,
)
from beraad.signals.events import EventKind, mark_of, said_payload
from beraad.signals.questions import entity_of
from beraad.store.places import practice_folder, prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.store.trouble import unwritable
from beraad.training.place import Place
from beraad.training.practice_questions import questions
from beraad.training.reading import read_record, read_session

_RONDES = tuple(key for key in PhaseKey if key is not PhaseKey.OPENING)
_FACILITATOR = "gespreksleider"
_SATURDAY = 5
_PEOPLE = ("inbrenger", "collega", "collega van een andere afdeling")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Talk:
    """One beraad as it stands in the file of a team."""

    team: str
    held_on: date
    row: Mapping[str, Any]
    place: Place

    def signals(self) -> list[tuple[dict[str, Any], Place]]:
        return self.place.at("signal").rows(self.row.get("signal", []))


def made(
    folder: Path,
    *,
    now: datetime,
    tell: Callable[[int], None] = lambda _: None,
    unwanted: Callable[[], bool] = lambda: False,
) -> bool:
    """Write an oefenregister as a folder that is not there yet, or is empty; whether it was made.

    `tell` hears how many percent is done. False, with nothing left behind, when it has become
    `unwanted`. Raises Solvable when something stands in the folder, or it cannot be written.
    """
    _require_empty(folder)
    try:
        make_folder(folder.parent)
        place = Path(mkdtemp(prefix=".oefenregister-", dir=folder.parent))
    except OSError as error:
        raise unwritable(folder.parent, error) from error
    try:
        if not _write(place, now, tell, unwanted):
            return False
        if folder.is_dir():
            folder.rmdir()
        patiently(lambda: place.rename(folder))
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return True


def made_anew(
    folder: Path,
    *,
    now: datetime,
    tell: Callable[[int], None] = lambda _: None,
    unwanted: Callable[[], bool] = lambda: False,
) -> bool:
    """Write an oefenregister in the place of the one that was there; whether it was made.

    Only what is an oefenregister makes place. Raises Solvable as `made` does, and with nothing
    changed when a real register stands there.
    """
    register = register_path(folder, practice=False)
    if register.exists():
        with Register.open(register) as there:
            if there.practice_since() is None:
                raise Solvable(
                    f"In de map {folder} staat een echt register.",
                    kept="Er is niets veranderd.",
                    way_out="Geef die map een andere naam en probeer het opnieuw.",
                )
    fresh, old = folder.with_name(f".{folder.name}-nieuw"), folder.with_name(f".{folder.name}-oud")
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    if not made(fresh, now=now, tell=tell, unwanted=unwanted):
        return False
    try:
        if folder.exists():
            patiently(lambda: folder.rename(old))
        patiently(lambda: fresh.rename(folder))
    except OSError as error:
        raise unwritable(folder, error) from error
    shutil.rmtree(old, ignore_errors=True)
    return True


def signals(today: date) -> tuple[RegisteredSignal, ...]:
    """The signals of the oefenregister, as they stand on this day."""
    found = list(_talks(today))
    keys = dict(_keys(found, today))
    return tuple(signal for talk in found for signal in _signals_of(talk, keys, today))


def sessions(now: datetime) -> Iterator[Session]:
    """The beraden of the oefenregister, as they stand on this day."""
    today = now.astimezone().date()
    found = list(_talks(today))
    keys = dict(_keys(found, today))
    for talk in found:
        yield _session(talk, tuple(_signals_of(talk, keys, today)), now)


def _write(
    place: Path, now: datetime, tell: Callable[[int], None], unwanted: Callable[[], bool]
) -> bool:
    today = now.astimezone().date()
    for each in (place, practice_folder(place)):
        prepare(each)
    with Register.open(register_path(place, practice=False)) as register:
        register.begin_practice(today)
        register.put(*sorted(signals(today), key=lambda signal: signal.registered_on))
        for question, replies in questions(today):
            entity = entity_of(question.id)
            register.write(EventKind.ASKED, entity, said_payload(question))
            for reply in replies:
                register.write(EventKind.REPLIED, entity, said_payload(reply))
    every = tuple(sessions(now))
    for number, session in enumerate(every):
        if unwanted():
            return False
        tell(100 * number // len(every))
        SessionFile.create(session_path(place, session), session).close()
    return True


def _talks(today: date) -> Iterator[_Talk]:
    """The beraden of every team, those of one team after the other."""
    monday = monday_before(today)
    for path in sorted(PRACTICE_REGISTER.glob("*.toml")):
        place = Place(path.name)
        table = open_data(path).table()
        team = place.at("team").value(table.get("team"), str)
        day = place.at("weekday").value(table.get("weekday"), int)
        for row, at in place.at("beraad").rows(table.get("beraad", [])):
            weeks = at.at("weeks_ago").value(row.get("weeks_ago"), int)
            held_on = monday + timedelta(days=day, weeks=-weeks)
            yield _Talk(team=team, held_on=held_on, row=row, place=at)


def _keys(talks: list[_Talk], today: date) -> Iterator[tuple[str, Id]]:
    """The identity of every signal that another one goes on with, by what it is called."""
    for talk in talks:
        for number, (row, _) in enumerate(talk.signals()):
            if "key" in row:
                yield row["key"], _identity(talk, number, today)


def _identity(talk: _Talk, number: int, today: date) -> Id:
    """The same for everybody who makes an oefenregister on this day, and another a day later."""
    return Id(mark_of(f"{today}|{talk.team}|{talk.held_on}|{number}"))


def _signals_of(talk: _Talk, keys: Mapping[str, Id], today: date) -> Iterator[RegisteredSignal]:
    for number, (told, place) in enumerate(talk.signals()):
        row = dict(told)
        row.pop("key", None)
        identity = _identity(talk, number, today)
        steps = tuple(_steps(row.pop("steps", []), place.at("steps"), talk, identity, keys))
        content = read_record(SignalContent, row, place, held_on=talk.held_on)
        asked = next((step.due for step in steps if step.kind is StepKind.PASSED_ON), None)
        yield RegisteredSignal(
            id=identity,
            content=replace(
                content,
                sender_role=content.sender_role or _FACILITATOR,
                reports_back=content.reports_back or _FACILITATOR,
                answer_due=content.answer_due or asked,
                back_to=content.back_to or talk.team,
            ),
            team=talk.team,
            week=iso_week(talk.held_on),
            registered_on=_working_day(talk.held_on + timedelta(days=1)),
            steps=steps,
        )


def _steps(
    told: object, place: Place, talk: _Talk, signal: Id, keys: Mapping[str, Id]
) -> Iterator[Step]:
    named: dict[str, Id] = {}
    for number, (row, at) in enumerate(place.rows(told)):
        identity = Id(mark_of(f"{signal}|{number}"))
        left = dict(row)
        named[str(left.pop("key", identity))] = identity
        about = named.get(left.pop("undoes", ""))
        if (joined := left.pop("joins", None)) is not None:
            if joined not in keys:
                raise at.at("joins").fault("geen signaal heeft deze sleutel")
            about = keys[joined]
        step = read_record(
            Step,
            left,
            at,
            held_on=talk.held_on,
            id=identity,
            about=about,
            recorded_on=talk.held_on,
            recorded_by=_FACILITATOR,
        )
        on = _working_day(step.on)
        due = step.due and _working_day(step.due)
        step = replace(step, on=on, due=due, recorded_on=on)
        yield replace(step, read=read_mark(step))


def _working_day(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))


def _session(talk: _Talk, own: tuple[RegisteredSignal, ...], now: datetime) -> Session:
    row = talk.row
    place = talk.place
    title = place.at("title").value(row.get("title"), str)
    session = read_session(_table(talk), place, title=title, now=now, held_on=talk.held_on)
    first, *others = own or (None,)
    return replace(
        session,
        id=Id(mark_of(f"{talk.team}|{talk.held_on}")),
        signal=first.content if first else SignalContent(),
        signal_link=SignalLink(signal_id=first.id if first else None),
        other_signals=tuple(_other(each) for each in others),
        time_spent=tuple(_clock(talk)),
        progress=Progress(phase=PhaseKey.CONCLUSION),
    )


def _other(signal: RegisteredSignal) -> OtherSignal:
    said = {name: getattr(signal.content, name) for name in SignalContent.__dataclass_fields__}
    return OtherSignal(id=signal.id, **said)


def _table(talk: _Talk) -> dict[str, Any]:
    """The beraad as an oefencasus mirrors it; `read_session` says what is wrong in it."""
    row = talk.row
    said = [(name, "said") for name in row["heard"]]
    people = [*said, *((name, "assumed") for name in row["filled"])]
    values = list(row["clash"])
    options = [{"key": "a", "text": row["a"]}, {"key": "b", "text": row["b"]}]
    choices = ["a", "b", "a"]
    if "other" in row:
        options.append({"key": "c", "text": row["other"], "feasibility": "feasible"})
        choices = ["c", "b", "c"]
    table: dict[str, Any] = {
        "opening": {"team": talk.team, "agreed": True},
        "participants": [
            {"key": str(number), "role": role, "part": "participant" if number else "case_owner"}
            for number, role in enumerate(_PEOPLE)
        ],
        "dilemma": {"moral_question": row["question"], "settled": True},
        "options": options,
        "stakeholders": [{"key": name, "name": name, "source": how} for name, how in people],
        "values": [
            {"stakeholder": people[number % len(people)][0], "name": name, "core": True}
            for number, name in enumerate(values)
        ],
        "considerations": [
            {"participant": str(number), "choice": choice, "value": values[number % len(values)]}
            for number, choice in enumerate(choices)
        ],
        "conclusion": {"answer": row["answer"], "answer_state": "shared", "recurrence": "yes"},
    }
    if "agreement" in row:
        agreed = {"what": row["agreement"], "role": "inbrenger"}
        table["agreements"] = [{**agreed, "look_back_in_days": row["look_back_in_days"]}]
    return table


def _clock(talk: _Talk) -> Iterator[TimeSpent]:
    for phase, minutes in zip(_RONDES, talk.row.get("minutes", ()), strict=False):
        identity = Id(mark_of(f"{talk.team}|{talk.held_on}|{phase}"))
        yield TimeSpent(id=identity, phase=phase, seconds=60 * minutes)


def _require_empty(folder: Path) -> None:
    try:
        empty = not folder.exists() or not any(folder.iterdir())
    except OSError:
        empty = False
    if not empty:
        raise Solvable(
            f"De map {folder} is niet leeg.",
            kept="Er is niets geschreven.",
            way_out="Kies een map die er nog niet is, of een lege map.",
        )
