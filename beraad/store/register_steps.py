"""What lifts the register from one version to the next.

A step says in SQL what changed then; it never follows the tables of today.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from beraad.records import Id
from beraad.store.migrations import Step

_LESSONS = """
CREATE TABLE lessons (
    title VARCHAR NOT NULL,
    situation VARCHAR NOT NULL,
    dilemma VARCHAR NOT NULL,
    value_conflict VARCHAR NOT NULL,
    considerations VARCHAR NOT NULL,
    lesson VARCHAR NOT NULL,
    bottleneck VARCHAR NOT NULL,
    themes VARCHAR NOT NULL,
    general_words BOOLEAN NOT NULL,
    no_local_detail BOOLEAN NOT NULL,
    nobody_recognised BOOLEAN NOT NULL,
    approved_by VARCHAR NOT NULL,
    approved_on DATE,
    id VARCHAR NOT NULL PRIMARY KEY,
    season VARCHAR NOT NULL
)
"""


def approved_lessons(connection: sqlite3.Connection) -> None:
    """Version 2: approved leerverslagen beside the signals."""
    connection.execute(_LESSONS)


def answers_being_typed(connection: sqlite3.Connection) -> None:
    """Version 3: what was typed as an answer and was not noted yet."""
    connection.execute("ALTER TABLE signals ADD COLUMN answer_draft VARCHAR NOT NULL DEFAULT ''")


def answers_are_read(connection: sqlite3.Connection) -> None:
    """Version 4: what was written later is read; what stands there already was read by nobody."""
    connection.execute("ALTER TABLE signals ADD COLUMN read VARCHAR")


_OWN = """
CREATE TABLE own (
    position INTEGER NOT NULL,
    device VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    derived_by INTEGER NOT NULL,
    PRIMARY KEY (position)
)
"""
_EVENTS = """
CREATE TABLE events (
    mark VARCHAR NOT NULL,
    device VARCHAR NOT NULL,
    seq INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    entity VARCHAR NOT NULL,
    seen VARCHAR NOT NULL,
    prev VARCHAR NOT NULL,
    payload VARCHAR,
    payload_mark VARCHAR NOT NULL,
    PRIMARY KEY (mark)
)
"""
_DRAFTS = """
CREATE TABLE drafts (
    signal_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (signal_id, field)
)
"""
_ORIGINS = """
CREATE TABLE origins (
    session_id VARCHAR NOT NULL,
    signal_id VARCHAR NOT NULL,
    PRIMARY KEY (session_id)
)
"""
_SIGNALS = """
CREATE TABLE signals (
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    ask VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    process VARCHAR NOT NULL,
    team VARCHAR NOT NULL,
    week VARCHAR NOT NULL,
    registered_on VARCHAR NOT NULL,
    level VARCHAR,
    status VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    owed VARCHAR,
    since VARCHAR,
    "by" VARCHAR,
    asked_on VARCHAR,
    answered_on VARCHAR,
    outcome VARCHAR,
    told_on VARCHAR,
    helped VARCHAR,
    passed_stations INTEGER NOT NULL,
    goes_on_with VARCHAR,
    disputed BOOLEAN NOT NULL,
    PRIMARY KEY (id)
)
"""
_CONTENT = (
    "bottleneck",
    "what",
    "process",
    "effect",
    "frequency",
    "since",
    "seen_by",
    "custom_tried",
    "custom_falls_short",
    "wish",
    "recipient",
    "sender_role",
    "answer_due",
    "reports_back",
)


def signals_name_who_was_asked(connection: sqlite3.Connection) -> None:
    """Version 6: a signal at a glance names everybody who was asked; all are made anew."""
    connection.execute("DROP TABLE signals")
    connection.execute(_SIGNALS.replace("disputed", "recipients VARCHAR NOT NULL,\n    disputed"))
    connection.execute("UPDATE own SET derived_by = 0")


def signals_tell_that_no_answer_came(connection: sqlite3.Connection) -> None:
    """Version 7: a signal at a glance tells that no answer came, and when it was joined."""
    connection.execute("DROP TABLE signals")
    connection.execute(
        _SIGNALS.replace(
            "disputed",
            "recipients VARCHAR NOT NULL,\n    unanswered BOOLEAN NOT NULL,\n"
            "    joined_on VARCHAR,\n    disputed",
        )
    )
    connection.execute("UPDATE own SET derived_by = 0")


def answers_are_steps(connection: sqlite3.Connection) -> None:
    """Version 5: what changed is kept as events, and what became of a signal as steps.

    A signal gets an identity by chance; which beraad it was of stays in this file only. Its answer
    becomes a step, with the mark of who read it. Signals at a glance are made when it is opened.
    """
    from beraad.signals.events import event, new_device

    connection.row_factory = sqlite3.Row
    old = connection.execute("SELECT * FROM signals ORDER BY registered_on, id").fetchall()
    connection.row_factory = None
    for statement in (
        "DROP TABLE signals",
        _SIGNALS,
        _OWN,
        _EVENTS,
        "CREATE INDEX ix_events_entity ON events (entity)",
        _DRAFTS,
        _ORIGINS,
    ):
        connection.execute(statement)
    device = new_device()
    connection.execute("INSERT INTO own VALUES (0, ?, '', 0)", (device,))
    seq, prev = 0, ""
    for row in old:
        signal_id = uuid4().hex
        connection.execute("INSERT INTO origins VALUES (?, ?)", (row["id"], signal_id))
        if row["answer_draft"]:
            typed = (signal_id, "answered.words", row["answer_draft"])
            connection.execute("INSERT INTO drafts VALUES (?, ?, ?)", typed)
        seen: tuple[str, ...] = ()
        for kind, payload in (("signal", _text(row)), *(("step", each) for each in _steps(row))):
            seq += 1
            made = event(
                device=device,
                seq=seq,
                prev=prev,
                kind=kind,
                entity=Id(signal_id),
                seen=seen,
                payload=json.dumps({**payload, "zout": uuid4().hex}, ensure_ascii=False),
            )
            prev, seen = made.mark, (made.mark,)
            connection.execute(
                "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    made.mark,
                    device,
                    seq,
                    kind,
                    signal_id,
                    ",".join(made.seen),
                    made.prev,
                    made.payload,
                    made.payload_mark,
                ),
            )


def _text(row: sqlite3.Row) -> dict[str, Any]:
    """What a signal of before said, as an event tells it."""
    level = row["level"]
    said = {name: row[name] for name in _CONTENT if row[name]}
    if level:
        said["level"] = level.lower()
    head = {name: row[name] for name in ("team", "week", "registered_on")}
    return {**head, "content": said}


def _steps(row: sqlite3.Row) -> Iterator[dict[str, Any]]:
    """What became of a signal of before; an answer of which no day is known, that of its coming."""
    began, status = row["registered_on"], row["status"]
    if status == "DRAFT" and not row["answer"]:
        return
    answered = row["answered_on"] or began
    yield _step("passed_on", began)
    if row["answer"]:
        said: dict[str, Any] = {"words": row["answer"]}
        if row["read"]:
            said["read"] = row["read"]
        yield {**_step("answered", answered), **said}
        if status in {"PASSED_ON", "RECEIVED"}:
            yield _step("passed_on", answered)
    if status == "RECEIVED":
        yield _step("received", answered)
    if status == "CLOSED":
        yield _step("closed", answered)


def _step(kind: str, on: str) -> dict[str, Any]:
    return {"id": uuid4().hex, "kind": kind, "on": on, "recorded_on": on}


REGISTER_STEPS: tuple[Step, ...] = (
    approved_lessons,
    answers_being_typed,
    answers_are_read,
    answers_are_steps,
    signals_name_who_was_asked,
    signals_tell_that_no_answer_came,
)
"""`REGISTER_STEPS[0]` lifts version 1 to 2."""
