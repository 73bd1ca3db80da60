from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.records import Id
from beraad.store.register import Register
from tests.builders import a_registered_lesson
from tests.strategies import registered_lessons


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.sqlite"


@settings(max_examples=20, deadline=None)
@given(st.lists(registered_lessons, max_size=6))
def test_the_register_holds_the_last_of_every_beraad(lessons):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        with Register.open(path) as register:
            for lesson in lessons:
                register.put_lesson(lesson)
        with Register.open(path) as register:
            found = register.lessons()
            assert register.signals() == ()

    assert {one.id: one for one in found} == {one.id: one for one in lessons}


def test_the_last_approved_comes_first(path):
    early = a_registered_lesson("vroeg")
    late = a_registered_lesson("laat")
    late = replace(late, content=replace(late.content, approved_on=date(2027, 1, 5)))
    with Register.open(path) as register:
        register.put_lesson(early)
        register.put_lesson(late)

        assert [one.id for one in register.lessons()] == ["laat", "vroeg"]


def test_what_was_taken_out_is_nowhere_after_closing(path):
    with Register.open(path) as register:
        register.put_lesson(a_registered_lesson(situation="Zwaluwstaartmerk"))
    assert b"Zwaluwstaartmerk" in path.read_bytes()

    with Register.open(path) as register:
        register.remove_lesson(Id("een"))
        register.remove_lesson(Id("nooit geweest"))

    assert b"Zwaluwstaartmerk" not in path.read_bytes()
