from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from beraad.privacy.clean import admitted, clean_signal
from beraad.records import Id, RegisteredSignal, SignalContent, StepKind
from beraad.report.json import render_signals
from tests.builders import empty_session, filled_session, settled
from tests.report.hostile import HOSTILE_TEXTS
from tests.steps import a_step, passed_on

KEYS = [
    *("knelpunt", "wat", "regel_of_werkwijze", "niveau", "gevolg", "hoe_vaak", "sinds"),
    *("gezien_door", "maatwerk_geprobeerd", "maatwerk_niet_genoeg", "wens", "aan", "van"),
    *("antwoord_voor", "koppelt_terug", "reikwijdte", "ernst", "dringend_voor", "omvang"),
    *("doel_van_de_regel", "doel_gehaald", "als_er_niets_gebeurt", "kleine_stap", "structureel"),
    *("andere_bronnen", "ziet_het_anders", "gezien_in_dienst", "gezien_in_opdracht"),
    *("zonder_leidinggevende", "terug_naar", "contact"),
    *("team", "week", "oefening", "status", "antwoord"),
    *("uitkomst", "verandert", "beantwoord_op", "geen_antwoord", "geen_antwoord_op"),
    *("antwoorden_botsen", "stappen"),
]
STEP_KEYS = [
    *("stap", "op", "door", "aan", "uitkomst", "woorden", "verandert", "hoe", "geholpen", "voor"),
    *("telt", "teruggenomen"),
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


def test_the_schema_of_version_five():
    given = a_step(
        StepKind.ANSWERED,
        date(2027, 1, 12),
        words="Ja.\nEn nu?",
        change="Nog niets.",
        role="beleid",
    )
    wrong = passed_on()
    undone = a_step(StepKind.UNDONE, about=wrong.id)
    data = read(admitted(registered(steps=(wrong, undone, passed_on(), given))))
    (signal,) = data["signalen"]

    assert data["versie"] == 5
    assert list(signal) == KEYS
    assert [list(step) for step in signal["stappen"]] == [STEP_KEYS] * 3
    assert [step["stap"] for step in signal["stappen"]] == [
        "doorgegeven",
        "doorgegeven",
        "antwoord",
    ]
    assert [step["teruggenomen"] for step in signal["stappen"]] == [True, False, False]
    assert [step["telt"] for step in signal["stappen"]] == [False, True, True]
    assert signal["stappen"][2]["door"] == "beleid"
    assert (
        signal
        | {
            "niveau": "wet",
            "antwoord_voor": "2027-02-01",
            "week": "2026-W47",
            "oefening": False,
            "status": "beantwoord",
            "antwoord": "Ja.\nEn nu?",
            "uitkomst": "we passen aan",
            "verandert": "Nog niets.",
            "beantwoord_op": "2027-01-12",
            "geen_antwoord": "",
            "geen_antwoord_op": None,
            "antwoorden_botsen": False,
        }
        == signal
    )


def test_a_step_that_does_not_follow_is_told_and_does_not_count():
    told_too_soon = a_step(StepKind.TOLD, to="Team Jongeren")
    steps = (told_too_soon, passed_on(), a_step(StepKind.ANSWERED))
    (signal,) = read(admitted(registered(steps=steps)))["signalen"]

    assert [step["telt"] for step in signal["stappen"]] == [False, True, True]


def test_of_two_answers_that_clash_none_is_told_as_the_answer():
    steps = (
        passed_on(),
        a_step(StepKind.ANSWERED, words="Ja."),
        a_step(StepKind.ANSWERED, words="Nee."),
    )
    (signal,) = read(admitted(registered(steps=steps), clash=True))["signalen"]

    assert signal["antwoorden_botsen"]
    assert (signal["antwoord"], signal["uitkomst"], signal["beantwoord_op"]) == ("", None, None)
    assert [step["woorden"] for step in signal["stappen"][1:]] == ["Ja.", "Nee."]


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
    assert read() == {"versie": 5, "signalen": []}


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_hostile_text_stays_text(text):
    session = filled_session()
    hostile = replace(session, signal=replace(session.signal, what=text))
    rendered = render_signals([clean_signal(settled(hostile))])

    rendered.encode()
    assert list(json.loads(rendered)["signalen"][0]) == KEYS
