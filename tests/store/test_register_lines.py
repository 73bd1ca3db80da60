"""Reading a whole register takes as long as it takes: it is ours, and large is no damage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.publishing.asking import asked, questions_in
from beraad.records import Id
from beraad.store import driver
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
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
