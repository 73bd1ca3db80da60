"""The model of the register says what may become of a signal, and by which deed."""

from __future__ import annotations

import pytest

from tools.soak.registered import Asked, asked_by, mark, wrong_in_register

SIGNAL = {"status": "passed_on", "answer": "", "draft": "", "content": "c", "begun": "b"}


def register(lessons=(), **changes):
    return {
        "signals": {"een": SIGNAL | changes},
        "lessons": {each: {"content": each} for each in lessons},
    }


EMPTY = {"signals": {}, "lessons": {}}
NOTHING, STATUS, READ, PUT = (
    Asked(what, frozenset({"a"})) for what in ("", "status", "answer", "put")
)

WELL = [
    (register(), register(), NOTHING),
    (register(), register(status="received"), STATUS),
    (register(draft="a"), register(status="answered", answer="a"), STATUS),
    (register(), register(draft="a"), NOTHING),
    (register(draft="b"), register(), Asked("", frozenset({""}))),
    (register(status="answered", answer="b"), register(status="answered", answer="a"), READ),
    (register(status="answered", answer="b"), register(answer="b"), STATUS),
    (register(), register(content="d"), PUT),
    (EMPTY, register(status="draft"), PUT),
    (register(lessons=["les"]), register(), Asked("remove")),
    (register(draft="a"), register(status="closed", answer="z", draft="y"), Asked("anything")),
]

WRONG = [
    (register(), EMPTY, Asked("anything"), "een signaal is weg"),
    (register(lessons=["les"]), register(), PUT, "een leerverslag is weg"),
    (register(), register(lessons=["les"]), STATUS, "een leerverslag veranderde"),
    (register(), register(status="received"), NOTHING, "een status veranderde"),
    (register(), register(status="draft"), STATUS, "een signaal ging van passed_on naar draft"),
    (register(), register(content="d"), STATUS, "de tekst van een signaal veranderde"),
    (register(), register(begun="d"), PUT, "de dag van een signaal veranderde"),
    (register(), register(answer="a"), NOTHING, "een antwoord veranderde"),
    (register(answer="a"), register(status="closed"), STATUS, "een antwoord is weg"),
    (register(), register(status="answered"), STATUS, "beantwoord zonder antwoord"),
    (
        register(),
        register(status="answered", answer="b"),
        STATUS,
        "een antwoord is een ander dan getypt werd",
    ),
    (register(draft="a"), register(), NOTHING, "een antwoord dat getypt werd is weg"),
    (
        register(draft="a"),
        register(draft="b"),
        NOTHING,
        "een begonnen antwoord is een ander dan getypt werd",
    ),
    (EMPTY, register(), PUT, "een nieuw signaal heeft al een antwoord"),
    (EMPTY, register(), NOTHING, "een signaal kwam erbij"),
]


@pytest.mark.parametrize(("before", "after", "asked"), WELL)
def test_what_was_asked_is_well(before, after, asked):
    assert wrong_in_register(before, after, asked) == ""


@pytest.mark.parametrize(("before", "after", "asked", "told"), WRONG)
def test_anything_else_is_told_by_its_kind(before, after, asked, told):
    assert wrong_in_register(before, after, asked) == told


def test_a_button_asks_what_it_says_and_a_field_asks_nothing():
    assert asked_by("klik", "to-answered") == "status"
    assert asked_by("klik", "remove") == "remove"
    assert asked_by("typ", "answer") == ""
    assert asked_by("toets", "") == "anything"


def test_a_mark_holds_no_word():
    assert mark(" zonnebloem ") == mark("zonnebloem")
    assert "zon" not in mark("zonnebloem")
    assert mark(" ") == ""
