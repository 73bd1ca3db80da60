"""An event is what it says it is, or it is told why not."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.records import Id, Often, Question, Reply, SignalContent, Step, StepKind
from beraad.signals.event_file import Unsound, read, written
from beraad.signals.events import (
    EventKind,
    _Head,
    event,
    header_mark,
    mark_of,
    said_payload,
    signal_payload,
    step_payload,
    trouble_of,
)
from beraad.signals.field_words import WORDS
from beraad.signals.payload import dumped
from tests.signals.test_fold import SIGNAL, Laptop
from tests.steps import a_step, passed_on

LAPTOP = Laptop("a")
BEGIN = LAPTOP.signal()
REPLIED = said_payload(
    Reply(
        id=Id("een"),
        question=Id("vraag"),
        often=Often.SOME,
        team="a" * 32,
        week="2026-W47",
        on=date(2026, 11, 18),
    )
)
PASSED = LAPTOP.step(passed_on(), BEGIN)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"seq": 3}, "kenmerk"),
        ({"entity": Id("twee")}, "kenmerk"),
        ({"seen": ()}, "kenmerk"),
        ({"prev": "c" * 32}, "kenmerk"),
        ({"kind": "signal"}, "kenmerk"),
        ({"device": "c" * 32}, "kenmerk"),
        ({"payload": "{}"}, "inhoud is veranderd"),
        ({"device": "../../x"}, "apparaat"),
        ({"seq": 0}, "nummer"),
        ({"prev": ""}, "vorige"),
        ({"entity": Id("<script>")}, "signaal"),
        ({"kind": "Een soort"}, "soort"),
        ({"seen": ("x",)}, "gezien"),
        ({"seen": (None,)}, "gezien"),
        ({"seen": (["a" * 32],)}, "gezien"),
    ],
)
def test_a_changed_event_is_told(changes, why):
    assert trouble_of(PASSED) == ""
    assert why in trouble_of(replace(PASSED, **changes))


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EventKind.STEP, "{}"),
        (EventKind.STEP, "[]"),
        (EventKind.STEP, "niets"),
        (EventKind.STEP, '{"id":"x","kind":"dansen","on":"2026-11-18","recorded_on":"2026-11-18"}'),
        (EventKind.STEP, '{"id":"x","kind":"told","on":"morgen","recorded_on":"2026-11-18"}'),
        (EventKind.STEP, '{"id":1,"kind":"told","on":"2026-11-18","recorded_on":"2026-11-18"}'),
        (EventKind.SIGNAL, '{"registered_on":"2026-11-18"}'),
        (EventKind.SIGNAL, '{"registered_on":"2026-11-18","content":{"what":"\\ud800"}}'),
        (EventKind.SIGNAL, '{"registered_on":"2026-11-18","content":{"what":"een\\u0000twee"}}'),
        (EventKind.SIGNAL, '{"registered_on":"2026-11-18","content":{"what":"één \\udfff"}}'),
        (EventKind.SIGNAL, '{"registered_on":"2026-11-18","content":{"what":["x"]}}'),
        (EventKind.SIGNAL, '{"registered_on":"2026-11-18","content":{"level":"hemel"}}'),
        (EventKind.SIGNAL, '{"registered_on":"2026-11-18","week":"straks","content":{}}'),
        (EventKind.REPLIED, REPLIED.replace("2026-W47", "2026-W61")),
        (EventKind.SIGNAL, "[" * 100_000),
    ],
)
def test_a_payload_that_cannot_be_is_told(kind, payload):
    made = event(
        device="a" * 32, seq=1, prev="", kind=kind, entity=Id("een"), seen=(), payload=payload
    )

    assert "niet te lezen" in trouble_of(made)


def test_an_erased_payload_and_a_kind_of_later_are_sound():
    assert trouble_of(replace(PASSED, payload=None)) == ""
    later = json.loads(step_payload(a_step(StepKind.TOLD))) | {"kleur": "groen"}
    made = LAPTOP.say(EventKind.STEP, json.dumps(later), [PASSED])
    assert trouble_of(made) == ""


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9999-12-31"])
def test_a_day_at_an_end_of_the_calendar_is_none_and_told_in_dutch(day):
    said = {**json.loads(PASSED.payload), "on": day}
    payload = dumped(said)
    marked = replace(PASSED, payload=payload, payload_mark=mark_of(payload))
    made = replace(marked, mark=header_mark(marked))

    assert trouble_of(made) == "de inhoud is niet te lezen (dag)"


def test_every_field_of_an_event_has_a_dutch_word():
    kinds = (Step, SignalContent, _Head, Question, Reply)
    assert {each.name for kind in kinds for each in fields(kind)} <= WORDS.keys()


def test_what_was_erased_cannot_be_guessed_from_its_mark():
    assert mark_of(signal_payload(SIGNAL)) != mark_of(signal_payload(SIGNAL))


def lines_of(*events):
    return written(events, "a" * 32).splitlines(keepends=True)


def test_a_file_comes_back():
    assert list(read(lines_of(BEGIN, PASSED))) == [BEGIN, PASSED]
    assert list(read(lines_of())) == []


FILE = lines_of(BEGIN, PASSED)


@pytest.mark.parametrize(
    ("lines", "place", "why"),
    [
        ([], 0, "niet heel"),
        (FILE[:-1], 3, "niet heel"),
        ([*FILE[:-1], FILE[-1].rstrip()], 4, "niet heel"),
        ([*FILE, FILE[1]], 5, "na het einde"),
        ([FILE[0], FILE[2], FILE[1], FILE[3]], 2, "ervoor ontbreekt"),
        ([*FILE[:2], FILE[1], *FILE[2:]], 3, "staat er al"),
        ([*FILE[:2], FILE[3]], 3, "aantal"),
        (FILE[1:], 1, "geen register"),
        ([b'{"beraad-register":2,"apparaat":"x"}\n', *FILE[1:]], 1, "nieuwere versie"),
        ([b'{"beraad-register":true}\n', *FILE[1:]], 1, "geen register"),
        ([FILE[0], b"\xff\n", *FILE[1:]], 2, "niet te lezen"),
        ([FILE[0], b"[1]\n"], 2, "geen gegeven"),
        ([FILE[0], b"{}\n"], 2, "ontbreekt iets"),
        ([FILE[0], b"[" * 90_000 + b"\n"], 2, "niet te lezen"),
        ([FILE[0], b"x" * 3_000_001], 2, "te lang"),
        ([FILE[0], FILE[1].replace(b"Wachttijd", b"Wachttyd"), *FILE[2:]], 2, "veranderd"),
    ],
)
def test_a_broken_file_is_told_by_its_line(lines, place, why):
    with pytest.raises(Unsound, match=why) as told:
        list(read(lines))

    assert told.value.place == place
    assert "Wachtt" not in str(told.value)


@given(st.integers(0, 3), st.data())
def test_whatever_is_changed_in_a_file_is_found(number, data):
    line = bytearray(FILE[number])
    place = data.draw(st.integers(0, len(line) - 2))
    line[place] ^= data.draw(st.integers(1, 255))
    changed = [*FILE[:number], bytes(line), *FILE[number + 1 :]]

    try:
        found = list(read(b"".join(changed).splitlines(keepends=True)))
    except Unsound:
        return
    # What is left over in the head or the spelling of a number changes nothing that counts.
    assert found == [BEGIN, PASSED]
