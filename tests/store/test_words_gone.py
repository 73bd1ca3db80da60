"""Words that are gone while nobody erased them: which those are, and that they can come back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.records import Event, Id, StepKind
from beraad.signals.events import EventKind
from beraad.store.event_rows import INSERT, LACKING, WORDLESS, row_of_event
from beraad.store.line_rows import row_of
from beraad.store.register import Register
from beraad.store.register_lines import wordless
from tests.signals.support import line
from tests.steps import SIGNAL, a_step, passed_on

MANY = 600
"""More than are asked about together."""

NAMES = [f"{number:032x}" for number in range(5)]
_KINDS = (EventKind.SIGNAL, EventKind.STEP, EventKind.ERASED, EventKind.JUDGED)
_ROWS = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(_KINDS), st.sampled_from([None, "", "woorden"])
    ),
    max_size=14,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.sqlite"


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """How the tables of events and of signals at a glance are made."""
    path = tmp_path_factory.mktemp("leeg") / "register.sqlite"
    Register.open(path).close()
    asked = "SELECT sql FROM sqlite_master WHERE tbl_name IN ('events', 'signals') AND sql NOT NULL"
    with closing(sqlite3.connect(path)) as connection:
        return [said for (said,) in connection.execute(asked)]


@settings(deadline=None)
@given(rows=_ROWS, shown=st.sets(st.sampled_from(NAMES)))
def test_the_questions_find_what_is_meant_by_them(tables, rows, shown):
    with closing(sqlite3.connect(":memory:")) as connection:
        for said in tables:
            connection.execute(said)
        for number, (name, kind, payload) in enumerate(rows, start=1):
            connection.execute(INSERT, row_of_event(an_event(number, name, kind, payload)))
        for name in shown:
            row = row_of(line(id=Id(name)))
            columns = ", ".join(f'"{each}"' for each in row)
            marks = ", ".join("?" * len(row))
            connection.execute(
                f"INSERT INTO signals ({columns}) VALUES ({marks})",  # noqa: S608 - our own names
                tuple(row.values()),
            )
        found = {
            question: sorted(name for (name,) in connection.execute(question))
            for question in (LACKING, WORDLESS)
        }

    emptied = {
        name
        for name, kind, payload in rows
        if payload is None and kind in {EventKind.SIGNAL, EventKind.STEP}
    }
    lacking = emptied - {name for name, kind, _ in rows if kind == EventKind.ERASED}
    assert found == {LACKING: sorted(lacking), WORDLESS: sorted(lacking - shown)}


def an_event(number, name, kind, payload):
    return Event(
        device="a" * 32,
        seq=number,
        kind=kind,
        entity=Id(name),
        seen=(),
        prev="",
        payload=payload,
        payload_mark="",
        mark=f"{number:032x}",
    )


def without_words(path):
    """Let the words of everything in a register go, and return them by their marks."""
    with closing(sqlite3.connect(path)) as connection, connection:
        said = dict(connection.execute("SELECT mark, payload FROM events"))
        connection.execute("UPDATE events SET payload = NULL")
        connection.execute("DELETE FROM signals")
    return said


def test_more_words_than_fit_in_one_question_come_back(path):
    with Register.open(path) as register:
        register.put(*(replace(SIGNAL, id=Id(f"{number:032x}")) for number in range(MANY)))
        before = register.signals(), register.lines()
    words = without_words(path)
    assert wordless(path) == MANY

    with Register.open(path) as register:
        register._database._raw.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, MANY - 1)
        assert set(register.lacking_words()) == words.keys()
        assert register.give_back(words) == MANY
        assert register.lacking_words() == ()
        assert (register.signals(), register.lines()) == before


def test_only_what_is_lacking_and_was_said_comes_back(path):
    step = a_step(StepKind.ANSWERED, words="Eerst.")
    with Register.open(path) as register:
        register.put(replace(SIGNAL, steps=(passed_on(), step)), replace(SIGNAL, id=Id("gewist")))
        said = {each.mark: each.payload for each in register.own_events()}
        register.reword(SIGNAL.id, replace(step, words="Later."))
        register.remove(Id("gewist"))
        before = register.own_events()

        assert register.lacking_words() == ()
        assert register.give_back(said) == 0
        assert register.own_events() == before

    words = without_words(path)
    with Register.open(path) as register:
        lacking = register.lacking_words()
        assert lacking
        assert register.give_back(dict.fromkeys(lacking, "iets anders")) == 0
        assert set(lacking) == set(register.lacking_words())
        assert register.give_back({mark: words[mark] for mark in lacking if words[mark]}) == 3
        assert register.own_events() == before
