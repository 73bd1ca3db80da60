"""Lines of what came in are made when somebody looks; nobody ever sees that they were not there."""

from __future__ import annotations

import os
import signal as signals_of_the_system
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.records import Id, SignalContent, StepKind
from beraad.signals.events import EventKind
from beraad.signals.lines import DERIVED_BY, behind_from, events_read
from beraad.store.register import Register
from beraad.store.register_lines import at_a_glance, make_lines, signal_lines, wordless
from tests.steps import SIGNAL, a_step, passed_on
from tests.store.support import start_python

OTHER = replace(SIGNAL, id=Id("ander"), team="Team Zuid")
JOINED = replace(SIGNAL, steps=(passed_on(), a_step(StepKind.JOINED, about=OTHER.id)))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.sqlite"


@pytest.fixture
def theirs(tmp_path):
    return tmp_path / "van-anderen.sqlite"


def written(path, *signals):
    with Register.open(path) as register:
        register.put(*signals)
        return register.own_events()


def take_in(path, events):
    with Register.open(path, may_be_behind=True) as register:
        return register.add(events)


def raw(path, question):
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(question).fetchall()


def shown_in(path):
    return raw(path, "SELECT id FROM signals ORDER BY id")


def made_anew(path):
    raw(path, "UPDATE own SET derived_by = 0")
    return signal_lines(path)


LOOKS = {
    "a list": lambda path: len(signal_lines(path)),
    "a list with what has no words": lambda path: len(at_a_glance(path).lines),
    "opened": lambda path: (Register.open(path).close(), len(shown_in(path)))[1],
    "made before": lambda path: (make_lines(path), len(shown_in(path)))[1],
    "opened as it is": lambda path: len(opened_as_it_is(path)),
}


def opened_as_it_is(path):
    with Register.open(path, may_be_behind=True) as register:
        return register.lines()


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_came_in_is_there_for_whoever_looks(path, theirs, look):
    written(path, replace(SIGNAL, id=Id("eigen")))
    take_in(path, written(theirs, SIGNAL, OTHER))

    assert shown_in(path) == [("eigen",)]  # Else this tests nothing.
    assert look(path) == 3
    assert shown_in(path) == [("ander",), ("een",), ("eigen",)]


def test_what_goes_on_in_another_and_has_no_words_is_known_to_whoever_asks(path, theirs):
    events = written(theirs, JOINED, OTHER)
    take_in(
        path, [replace(each, payload=None) if each.entity == "ander" else each for each in events]
    )
    with Register.open(path, may_be_behind=True) as register:
        assert [line.id for line in register.joined_lines()] == ["een"]
    assert wordless(path) == 1


def test_words_of_what_was_not_looked_at_go_at_once(path, theirs):
    events = written(theirs, SIGNAL, OTHER)
    take_in(path, events)
    with Register.open(theirs) as register:
        register.remove(SIGNAL.id)
        take_in(path, register.own_events()[len(events) :])

    assert {
        entity for (entity,) in raw(path, "SELECT entity FROM events WHERE payload IS NULL")
    } == {"een"}
    assert [line.id for line in signal_lines(path)] == ["ander"]


def test_words_of_a_step_that_came_with_other_words_go_at_once(path, theirs):
    step = passed_on(words="Piet belt.")
    written(theirs, replace(SIGNAL, steps=(step,)))
    with Register.open(theirs) as register:
        known = register.events(EventKind.STEP)
        register.reword(SIGNAL.id, replace(step, words="Er wordt gebeld."))
        said = {each.mark: each for each in known}
        take_in(path, [said.get(each.mark, each) for each in register.own_events()])

    assert raw(path, "SELECT count(*) FROM events WHERE payload LIKE '%Piet%'") == [(0,)]


@pytest.mark.parametrize("payload", ['{"id": "een"}', '{"id":"\\u0061"}', "{}"])
def test_a_step_of_which_the_identity_is_not_sure_does_not_wait(path, theirs, payload):
    text, step = written(theirs, replace(SIGNAL, steps=(passed_on(),)))
    take_in(path, [text, replace(step, payload=payload)])

    assert shown_in(path) == [("een",)]


def test_what_is_wanted_no_more_leaves_nothing_behind(path, theirs):
    written(path, OTHER)
    before = raw(path, "SELECT derived_by FROM own")
    with Register.open(path, may_be_behind=True) as register:
        assert register.add(written(theirs, SIGNAL), unwanted=lambda: True) is None

    assert raw(path, "SELECT derived_by FROM own") == before == [(DERIVED_BY,)]


KILLED = """
import os, signal, sys
from pathlib import Path
from beraad.store import register
from beraad.store.register_lines import make_lines

def dying(*arguments, **named):
    os.kill(os.getpid(), signal.SIGKILL)

register._derive_together = dying
make_lines(Path(sys.argv[1]))
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_a_kill_while_lines_are_made_leaves_them_to_be_made(path, theirs):
    take_in(path, written(theirs, JOINED, OTHER))
    with start_python(KILLED, path) as process:
        process.communicate()

    assert process.returncode == -signals_of_the_system.SIGKILL
    assert signal_lines(path) == made_anew(path)


def test_other_rules_make_all_lines_anew_also_when_some_were_behind(path, theirs):
    written(path, OTHER)
    take_in(path, written(theirs, SIGNAL))
    raw(path, f"UPDATE own SET derived_by = {behind_from(1) - 1}")  # noqa: S608 - our own number
    raw(path, "UPDATE signals SET title = 'van eerder'")

    assert "van eerder" not in [line.title for line in signal_lines(path)]


@given(st.integers(0, 10**12))
def test_how_many_events_were_read_comes_back(events):
    assert events_read(behind_from(events)) == events
    assert events_read(DERIVED_BY) is None
    assert events_read(behind_from(events) - 1) == events_read(DERIVED_BY - 1) == 0


def test_a_laptop_that_goes_on_as_another_shows_what_came_before(path, theirs):
    own = written(path, OTHER)
    take_in(path, written(theirs, SIGNAL))
    with Register.open(path, may_be_behind=True) as register:
        register.go_on_as_another(own)

    assert signal_lines(path) == made_anew(path)
    assert [line.id for line in signal_lines(path)] == ["ander", "een"]


_NAMES = [Id(each) for each in "abcd"]
_STEPS = st.lists(
    st.one_of(
        st.just((StepKind.PASSED_ON, None)),
        st.just((StepKind.ANSWERED, None)),
        st.sampled_from(_NAMES).map(lambda there: (StepKind.JOINED, there)),
    ),
    max_size=3,
)


@settings(max_examples=25, deadline=None)
@given(
    signals=st.lists(st.tuples(st.sampled_from(_NAMES), _STEPS), min_size=1, max_size=6),
    cuts=st.lists(st.tuples(st.integers(1, 4), st.booleans()), min_size=1, max_size=12),
)
def test_lines_are_the_same_whenever_they_are_made(signals, cuts):
    with TemporaryDirectory() as folder:
        theirs, path = Path(folder, "a.sqlite"), Path(folder, "b.sqlite")
        with Register.open(theirs) as register:
            for number, (name, steps) in enumerate(signals):
                known = register.folded(name).signal
                signal = known or replace(
                    SIGNAL, id=name, team=f"Team {name}", content=SignalContent(what=f"{number}")
                )
                made = tuple(
                    a_step(kind) if about is None else a_step(kind, about=about)
                    for kind, about in steps
                )
                register.put(replace(signal, steps=(*signal.steps, *made)))
            left = list(register.own_events())
        for size, looks in cuts * len(left):
            some, left = left[:size], left[size:]
            if some:
                take_in(path, some)
            if looks:
                make_lines(path)

        assert signal_lines(path) == made_anew(path)
        assert {line.id for line in signal_lines(path)} == {name for name, _ in signals}
