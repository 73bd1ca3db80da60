from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from beraad.privacy.clean import admitted, clean_signal
from beraad.records import Id, RegisteredSignal, SignalContent, SignalStatus
from beraad.report.json import render_signals
from tests.builders import empty_session, filled_session, settled
from tests.report.hostile import HOSTILE_TEXTS

KEYS = [
    *("knelpunt", "wat", "regel_of_werkwijze", "niveau", "gevolg", "hoe_vaak", "sinds"),
    *("gezien_door", "maatwerk_geprobeerd", "maatwerk_niet_genoeg", "wens", "aan", "van"),
    *("antwoord_voor", "koppelt_terug", "team", "week", "oefening", "status", "antwoord"),
    "beantwoord_op",
]


def registered(**fields):
    content = fields.pop("content", filled_session().signal)
    return RegisteredSignal(
        id=Id("s"),
        content=content,
        team="Team Jongeren",
        week="2026-W47",
        registered_on=date(2026, 11, 17),
        **fields,
    )


def read(*signals):
    return json.loads(render_signals(signals))


def test_the_schema_of_version_one():
    answered = registered(
        status=SignalStatus.ANSWERED, answer="Ja.\nEn nu?", answered_on=date(2027, 1, 12)
    )
    data = read(admitted(answered))
    (signal,) = data["signalen"]

    assert data["versie"] == 1
    assert list(signal) == KEYS
    assert (
        signal
        | {
            "niveau": "wet",
            "antwoord_voor": "2027-02-01",
            "week": "2026-W47",
            "oefening": False,
            "status": "beantwoord",
            "antwoord": "Ja.\nEn nu?",
            "beantwoord_op": "2027-01-12",
        }
        == signal
    )


def test_what_was_not_written_is_empty_or_null():
    (signal,) = read(clean_signal(empty_session()))["signalen"]

    assert list(signal) == KEYS
    assert signal["wat"] == ""
    assert signal["niveau"] is signal["antwoord_voor"] is signal["beantwoord_op"] is None
    assert signal["status"] == "concept"


def test_signals_keep_their_order_and_letters():
    first, second = (
        admitted(registered(content=SignalContent(bottleneck=name))) for name in ("één", "Łódź")
    )
    text = render_signals([second, first])

    assert [one["knelpunt"] for one in json.loads(text)["signalen"]] == ["Łódź", "één"]
    assert "Łódź" in text
    assert read() == {"versie": 1, "signalen": []}


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_hostile_text_stays_text(text):
    session = filled_session()
    hostile = replace(session, signal=replace(session.signal, what=text))
    rendered = render_signals([clean_signal(settled(hostile))])

    rendered.encode()
    assert list(json.loads(rendered)["signalen"][0]) == KEYS
