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
from beraad.records import Id, RegisteredSignal, SignalContent, SignalStatus
from beraad.store.register import Register
from beraad.store.register_summary import RegisterSummary, register_summary
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


def test_a_register_begins_empty(path):
    with Register.open(path) as register:
        assert register.signals() == ()


@settings(max_examples=20, deadline=None)
@given(st.lists(registered_signals, max_size=6))
def test_the_register_holds_the_last_of_every_beraad(signals):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        with Register.open(path) as register:
            for signal in signals:
                register.put(signal)
        with Register.open(path) as register:
            found = register.signals()

    assert {signal.id: signal for signal in found} == {signal.id: signal for signal in signals}
    assert list(found) == sorted(found, key=lambda signal: signal.registered_on, reverse=True)


def test_a_signal_can_be_taken_out(path):
    with Register.open(path) as register:
        register.put(a_signal("een"))
        register.put(a_signal("twee"))

        register.remove(Id("een"))
        register.remove(Id("nooit geweest"))

        assert [signal.id for signal in register.signals()] == ["twee"]


def test_what_was_taken_out_is_nowhere_after_closing(path):
    with Register.open(path) as register:
        register.put(a_signal(team="Zwaluwstaartmerk"))
    assert b"Zwaluwstaartmerk" in path.read_bytes()

    with Register.open(path) as register:
        register.remove(Id("een"))

    assert names(path.parent) == {path.name}
    assert b"Zwaluwstaartmerk" not in path.read_bytes()


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
    assert names(path.parent) == {path.name}


def test_the_start_screen_counts_while_another_window_has_the_register_open(path):
    with Register.open(path) as register:
        register.put(a_signal("een"))

    with Register.open(path) as register:
        register.put(a_signal("twee"))

        assert register_summary(path, TODAY).total == 1


def test_a_window_that_closes_leaves_everything_in_the_file(path):
    with Register.open(path) as register:
        register.put(a_signal("een"))

    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as without_log:
        assert without_log.execute("SELECT id FROM signals").fetchall() == [("een",)]


@settings(max_examples=20, deadline=None)
@given(st.lists(registered_signals, max_size=6, unique_by=lambda signal: signal.id), days)
def test_the_start_screen_counts_what_the_records_say(signals, today):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        with Register.open(path) as register:
            for signal in signals:
                register.put(signal)

        assert register_summary(path, today) == RegisterSummary(
            total=len(signals),
            waiting=sum(signal.awaits_answer() for signal in signals),
            late=sum(signal.is_late(today) for signal in signals),
        )


@pytest.mark.parametrize(
    ("due", "status", "expected"),
    [
        (None, SignalStatus.PASSED_ON, (1, 1, 0)),
        (TODAY, SignalStatus.PASSED_ON, (1, 1, 0)),
        (TODAY - timedelta(days=1), SignalStatus.PASSED_ON, (1, 1, 1)),
        (TODAY - timedelta(days=1), SignalStatus.RECEIVED, (1, 1, 1)),
        (TODAY - timedelta(days=1), SignalStatus.ANSWERED, (1, 0, 0)),
        (TODAY - timedelta(days=1), SignalStatus.DRAFT, (1, 0, 0)),
    ],
)
def test_a_signal_is_late_the_day_after(path, due, status, expected):
    with Register.open(path) as register:
        register.put(a_signal(due=due, status=status))

    counted = register_summary(path, TODAY)

    assert (counted.total, counted.waiting, counted.late) == expected


def test_counting_without_a_register_makes_none(path):
    assert register_summary(path, TODAY) == RegisterSummary()
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
