from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.records import Event, Id, RegisteredSignal, SignalContent, StepKind
from beraad.signals.events import EventKind
from beraad.signals.lines import lines_among
from beraad.store import log
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from beraad.store.register_summary import RegisterSummary, register_summary
from tests.steps import a_step, answered, passed_on
from tests.store.support import fingerprint, names, start_python
from tests.strategies import days, registered_signals

TODAY = date(2026, 11, 17)


def a_signal(name: str = "een", *, due: date | None = None, **changes) -> RegisteredSignal:
    return replace(
        RegisteredSignal(
            id=Id(name),
            content=SignalContent(what="De brief komt te laat.", answer_due=due),
            team="Wijk",
            week="2026-W47",
            registered_on=TODAY,
        ),
        **changes,
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.sqlite"


def kept_in(path):
    with Register.open(path) as register:
        return register.signals()


def test_a_register_begins_empty(path):
    assert kept_in(path) == ()


@settings(max_examples=20, deadline=None)
@given(st.lists(registered_signals, max_size=6, unique_by=lambda signal: signal.id))
def test_signals_come_back_whole_and_at_a_glance(signals):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        with Register.open(path) as register:
            for signal in signals:
                register.put(signal)
        found = kept_in(path)
        lines = signal_lines(path)

    assert {signal.id: signal for signal in found} == {signal.id: signal for signal in signals}
    assert list(found) == sorted(found, key=lambda signal: signal.registered_on, reverse=True)
    assert set(lines) == set(lines_among(signals).values())


def test_a_text_that_is_written_again_stands_in_the_place_of_the_earlier_one(path):
    signal = a_signal(steps=(passed_on(),))
    other = replace(signal, content=SignalContent(what="Anders."))
    with Register.open(path) as register:
        register.put(signal)
        register.put(other)
        register.put(other)

    assert kept_in(path) == (other,)


def test_a_step_is_added_and_never_left_out_or_changed(path):
    first, second = passed_on(), a_step(StepKind.RECEIVED)
    with Register.open(path) as register:
        register.put(a_signal(steps=(first,)))
        register.put(a_signal(steps=(first, second)))
        for steps in ((), (second,), (replace(first, words="anders"), second)):
            with pytest.raises(ValueError, match="een"):
                register.put(a_signal(steps=steps))

    assert kept_in(path) == (a_signal(steps=(first, second)),)


def test_a_signal_can_be_taken_out(path):
    with Register.open(path) as register:
        register.put(a_signal("een"), a_signal("twee"))

        register.remove(Id("een"))
        register.remove(Id("nooit geweest"))

        assert [signal.id for signal in register.signals()] == ["twee"]
        assert [line.id for line in register.lines()] == ["twee"]


def test_what_was_taken_out_is_nowhere_after_closing(path):
    with Register.open(path) as register:
        register.put(
            a_signal(team="Zwaluwstaartmerk", steps=(passed_on(words="Zwaluwstaartmerk"),))
        )
        register.draft(Id("een"), {"answered.words": "Zwaluwstaartmerk"})
    assert b"Zwaluwstaartmerk" in path.read_bytes()

    with Register.open(path) as register:
        register.remove(Id("een"))

    assert names(path.parent) == {path.name}
    assert b"Zwaluwstaartmerk" not in path.read_bytes()


def test_half_an_answer_stays_with_its_signal(path):
    with Register.open(path) as register:
        register.put(a_signal("een"), a_signal("twee"))
        register.draft(Id("een"), {"answered.words": "Wij zien dit ook en", "told.how": ""})

    with Register.open(path) as register:
        assert register.drafts(Id("een")) == {"answered.words": "Wij zien dit ook en"}
        assert register.drafts(Id("twee")) == {}


def test_a_beraad_of_before_keeps_its_signal(path):
    with Register.open(path) as register:
        first = register.identity_of(Id("beraad"))
        assert register.identity_of(Id("beraad")) == first
        assert first not in {"beraad", register.identity_of(Id("ander beraad"))}


def test_other_rules_make_the_lines_anew(path):
    with Register.open(path) as register:
        register.put(a_signal(steps=answered("Ja.")))
        right = register.lines()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE signals SET status = 'draft', title = 'oud'")
        raw.execute("UPDATE own SET derived_by = 0")

    assert signal_lines(path) == right
    assert register_summary(path, TODAY).ours == 1


def test_a_line_that_cannot_be_is_a_damaged_register(path):
    with Register.open(path) as register:
        register.put(a_signal())
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE signals SET status = 'weg'")

    with pytest.raises(Solvable, match="beschadigd"):
        signal_lines(path)


MANY_ACTIONS = """
import sys
from pathlib import Path
from beraad.store.register import Register
from tests.store.test_register import a_signal

for number in range(12):
    with Register.open(Path(sys.argv[1]), patience=60) as register:
        register.put(a_signal(f"{sys.argv[2]}-{number}"))
"""


def test_windows_wait_for_each_other_also_for_a_register_that_is_not_there_yet(path):
    programs = [start_python(MANY_ACTIONS, path, name) for name in ("een", "twee", "drie")]

    for program in programs:
        _, error = program.communicate()
        assert program.returncode == 0, error

    with Register.open(path) as register:
        assert len(register.signals()) == 36
        events = register.own_events()
    assert [each.seq for each in events] == list(range(1, 37))
    assert names(path.parent) == {path.name}


def test_a_log_that_another_window_empties_while_it_is_looked_at_holds_nothing(path, monkeypatch):
    Register.open(path).close()
    log.log_of(path).write_bytes(bytes(4096))

    def emptied(_):
        log.log_of(path).write_bytes(b"")
        return lambda _: 0

    monkeypatch.setattr(log, "page_reader", emptied)
    assert log.read_log(path) is None


def test_the_start_screen_counts_while_another_window_has_the_register_open(path):
    with Register.open(path) as register:
        register.put(a_signal("een"))

    with Register.open(path) as register:
        register.put(a_signal("twee"))

        assert register_summary(path, TODAY).total == 2


def test_a_window_that_closes_leaves_everything_in_the_file(path):
    with Register.open(path) as register:
        register.put(a_signal("een"))

    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as without_log:
        assert without_log.execute("SELECT id FROM signals").fetchall() == [("een",)]


@settings(max_examples=20, deadline=None)
@given(st.lists(registered_signals, max_size=6, unique_by=lambda signal: signal.id), days)
def test_the_start_screen_counts_what_the_steps_say(signals, today):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        with Register.open(path) as register:
            register.put(*signals)

        owed = [line for line in lines_among(signals).values() if line.owed is not None]
        waiting = [line for line in owed if line.owed is StepKind.ANSWERED]
        assert register_summary(path, today) == RegisterSummary(
            total=len(signals),
            waiting=len(waiting),
            late=sum(line.is_late(today) for line in waiting),
            ours=len(owed) - len(waiting),
        )


@pytest.mark.parametrize(
    ("due", "steps", "expected"),
    [
        (None, (passed_on(TODAY),), (1, 1, 0)),
        (TODAY, (passed_on(),), (1, 1, 0)),
        (TODAY - timedelta(days=1), (passed_on(),), (1, 1, 1)),
        (TODAY - timedelta(days=1), (passed_on(), a_step(StepKind.RECEIVED)), (1, 1, 1)),
        (TODAY - timedelta(days=1), answered("Ja."), (1, 0, 0)),
        (TODAY - timedelta(days=1), (), (1, 0, 0)),
    ],
)
def test_a_signal_is_late_the_day_after(path, due, steps, expected):
    with Register.open(path) as register:
        register.put(a_signal(due=due, steps=steps))

    counted = register_summary(path, TODAY)

    assert (counted.total, counted.waiting, counted.late) == expected


def test_counting_without_a_register_makes_none(path):
    assert register_summary(path, TODAY) == RegisterSummary()
    assert signal_lines(path) == ()
    assert not path.exists()


def test_a_damaged_register_is_refused(path):
    Register.open(path).close()
    path.write_bytes(path.read_bytes()[:3000])
    before = fingerprint(path)

    with pytest.raises(Solvable, match="beschadigd"):
        Register.open(path)
    with pytest.raises(Solvable, match="beschadigd"):
        register_summary(path, TODAY)

    assert fingerprint(path) == before


def held(register: Register) -> list[Event]:
    """Every event that a register can hand on."""
    return [each for kind in EventKind for each in register.events(kind)]


def test_words_that_come_back_empty_without_a_reason_stay(path, tmp_path):
    with Register.open(path) as register:
        register.put(a_signal(steps=(passed_on(words="Naar de afdeling"),)))
        assert register.add([replace(each, payload=None) for each in held(register)]) == 0

    (kept,) = kept_in(path)
    assert kept.steps[0].words == "Naar de afdeling"


def test_words_go_as_soon_as_the_reason_is_there(path, tmp_path):
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    with Register.open(path) as register, Register.open(elsewhere / "register.sqlite") as other:
        register.put(a_signal(steps=(passed_on(words="Naar de afdeling"),)))
        other.add(held(register))
        other.remove(Id("een"))
        there = held(other)
        (reason,) = [each for each in there if each.kind == EventKind.ERASED]

        register.add([each for each in there if each is not reason])
        assert register.signals()
        register.add([reason])

    assert kept_in(path) == ()
    assert b"Naar de afdeling" not in path.read_bytes()


def test_asking_what_a_beraad_of_before_is_called_makes_no_name(path):
    with Register.open(path) as register:
        assert register.known_identity_of(Id("beraad")) is None
        assert register.known_identity_of(Id("beraad")) is None

        made = register.identity_of(Id("beraad"))
        assert register.known_identity_of(Id("beraad")) == made
