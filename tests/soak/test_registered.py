"""The model of the register says what may become of a signal, and by which deed."""

from __future__ import annotations

import pytest

from tools.soak.registered import Asked, asked_by, mark, wrong_in_register

SIGNAL = {"content": "c", "begun": "b"}
STEP = {"of": "een", "kind": "answered", "words": "a", "all": "x"}


def register(*steps, lessons=(), **changes):
    return {
        "signals": {"een": SIGNAL | changes},
        "steps": {f"stap-{number}": STEP | step for number, step in enumerate(steps)},
        "lessons": {each: {"content": each} for each in lessons},
    }


EMPTY = {"signals": {}, "steps": {}, "lessons": {}}
NOTHING, TAKEN, PUT = (Asked(what, frozenset({"a"})) for what in ("", "step", "put"))

WELL = [
    (register(), register(), NOTHING),
    (register(), register({}), TAKEN),
    (register({}), register({}, {"words": ""}), TAKEN),
    (register(), register(content="d"), PUT),
    (EMPTY, register(), PUT),
    (register(lessons=["les"]), register(), Asked("remove")),
    (register(), register({"words": "z"}), Asked("anything")),
]

WRONG = [
    (register(), EMPTY, Asked("anything"), "een signaal is weg"),
    (register(lessons=["les"]), register(), PUT, "een leerverslag is weg"),
    (register(), register(lessons=["les"]), TAKEN, "een leerverslag veranderde"),
    (register({}), register(), TAKEN, "een stap is weg"),
    (register({}), register({"all": "y"}), TAKEN, "een stap veranderde"),
    (register(), register({}), NOTHING, "een stap kwam erbij"),
    (register(), register({}, {"of": "twee"}), TAKEN, "een stap kwam bij meer signalen"),
    (register(), register({"words": "b"}), TAKEN, "een stap zegt iets anders dan getypt werd"),
    (register(), register(content="d"), TAKEN, "de tekst van een signaal veranderde"),
    (register(), register(begun="d"), PUT, "de dag van een signaal veranderde"),
    (EMPTY, register(), NOTHING, "een signaal kwam erbij"),
]


@pytest.mark.parametrize(("before", "after", "asked"), WELL)
def test_what_was_asked_is_well(before, after, asked):
    assert wrong_in_register(before, after, asked) == ""


@pytest.mark.parametrize(("before", "after", "asked", "told"), WRONG)
def test_anything_else_is_told_by_its_kind(before, after, asked, told):
    assert wrong_in_register(before, after, asked) == told


def test_a_button_asks_what_it_says_and_a_field_asks_nothing():
    assert asked_by("klik", "keep-step") == "step"
    assert asked_by("klik", "remove") == "remove"
    assert asked_by("typ", "step-words") == ""
    assert asked_by("toets", "") == "anything"


def test_a_mark_holds_no_word():
    assert mark(" zonnebloem ") == mark("zonnebloem")
    assert "zon" not in mark("zonnebloem")
    assert mark(" ") == ""
