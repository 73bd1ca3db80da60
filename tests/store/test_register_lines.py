"""Reading a whole register takes as long as it takes: it is ours, and large is no damage."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from beraad.publishing.asking import asked, questions_in
from beraad.records import Id
from beraad.store import driver, register_lines
from beraad.store.register import Register
from beraad.store.register_lines import at_a_glance, signal_lines, wordless
from tests.steps import SIGNAL, passed_on

MANY = 400


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "register.sqlite"
    with Register.open(path) as opened:
        opened.put(
            *(
                replace(SIGNAL, id=Id(f"{number:032x}"), steps=(passed_on(),))
                for number in range(MANY)
            )
        )
    for _ in range(3):
        asked(path, "Zien jullie dit?", role="beleid", today=date(2026, 11, 18))
    return path


def test_a_large_register_on_a_slow_laptop_is_not_told_to_be_damaged(register, monkeypatch):
    monkeypatch.setattr(driver, "_SECONDS_TO_LOOK", -1.0)
    monkeypatch.setattr(driver, "_STEPS_BETWEEN", 5_000)

    assert len(signal_lines(register)) == MANY
    assert len(questions_in(register)) == 3


@pytest.mark.parametrize("outdated", [False, True])
def test_signals_and_how_many_have_no_words_are_found_by_one_look(register, monkeypatch, outdated):
    with closing(sqlite3.connect(register)) as connection, connection:
        gone = (f"{7:032x}",)
        connection.execute("UPDATE events SET payload = NULL WHERE entity = ?", gone)
        connection.execute("DELETE FROM signals WHERE id = ?", gone)
        if outdated:
            connection.execute("UPDATE own SET derived_by = 0")
    looked, real = [], register_lines.glance

    def counted(*arguments, **how):
        looked.append(arguments)
        return real(*arguments, **how)

    monkeypatch.setattr(register_lines, "glance", counted)
    found = at_a_glance(register)

    assert len(looked) == 1
    assert (len(found.lines), found.wordless) == (MANY - 1, 1)
    assert found == (signal_lines(register), wordless(register))


def test_without_a_register_there_is_nothing_and_none_is_made(tmp_path):
    assert at_a_glance(tmp_path / "register.sqlite") == ((), 0)
    assert list(tmp_path.iterdir()) == []
