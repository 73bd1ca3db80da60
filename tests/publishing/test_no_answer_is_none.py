"""That no answer came is told as that: in no list or document does it pass for an answer."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from beraad.cli import main
from beraad.phases.since import came_unanswered
from beraad.privacy.clean import admitted
from beraad.privacy.leaving.later import mark_of
from beraad.publishing.since_last_time import since_last_time
from beraad.records import Period, RowStanding, StepKind
from beraad.report.compose.signal import signal_report
from beraad.report.json import signal_fields
from beraad.report.markdown import render
from beraad.signals.days import misdated
from beraad.signals.life import life, owed
from beraad.signals.lines import line_of
from beraad.signals.overview import overview
from beraad.signals.telling import mark_of_line, turn_of_line
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from tests.conftest import TODAY
from tests.earlier import now
from tests.steps import DAY, SIGNAL, a_step, passed_on

WHY = "De functie bestaat niet meer."
LATER = date(2026, 11, 30)


def signal(*steps):
    read = (replace(step, read=mark_of(step)) for step in steps)
    return replace(SIGNAL, steps=(passed_on(), *read))


NONE_CAME = a_step(StepKind.NO_ANSWER, on=LATER, words=WHY)
UNANSWERED = signal(NONE_CAME)
KINDLESS = signal(a_step(StepKind.ANSWERED, on=LATER, words="Het mag.", outcome=None))
TOLD = signal(NONE_CAME, a_step(StepKind.TOLD, on=LATER))
CLOSED = signal(NONE_CAME, a_step(StepKind.TOLD, on=LATER), a_step(StepKind.CLOSED, LATER))


def test_the_card_says_that_no_answer_came():
    assert turn_of_line(line_of(UNANSWERED)).endswith("geen antwoord gekregen (30 nov 2026)")
    assert turn_of_line(line_of(KINDLESS)).endswith("antwoord van 30 nov 2026")


def test_what_is_over_tells_an_answer_without_a_kind_from_none():
    told = a_step(StepKind.TOLD, on=LATER)
    closed = replace(KINDLESS, steps=(*KINDLESS.steps, told, a_step(StepKind.CLOSED, LATER)))

    assert mark_of_line(line_of(CLOSED), LATER) == "geen antwoord"
    assert mark_of_line(line_of(closed), LATER) == "beantwoord"


def test_the_export_gives_no_reason_as_an_answer():
    said = signal_fields(admitted(UNANSWERED))

    assert said["status"] == "geen antwoord gekregen"
    assert (said["antwoord"], said["beantwoord_op"]) == ("", None)
    assert (said["geen_antwoord"], said["geen_antwoord_op"]) == (WHY, "2026-11-30")
    said = signal_fields(admitted(KINDLESS))
    assert (said["status"], said["antwoord"]) == ("beantwoord", "Het mag.")
    assert (said["geen_antwoord"], said["geen_antwoord_op"]) == ("", None)


def test_the_page_of_a_signal_says_why_and_on_which_day():
    page = str(render(signal_report(admitted(UNANSWERED))))

    assert "geen antwoord gekregen" in page
    assert "Waarom" in page
    assert "Opgeschreven op" in page
    assert "Antwoord:" not in page
    assert "eantwoord op" not in page


def test_nobody_is_asked_whether_no_answer_helped():
    next_ = owed(TOLD, life(TOLD))

    assert next_ is not None
    assert next_.what is StepKind.CLOSED


@pytest.mark.parametrize(
    ("of", "standing"),
    [
        (UNANSWERED, RowStanding.TELL_TEAM),
        (TOLD, RowStanding.TO_CLOSE),
        (CLOSED, RowStanding.UNANSWERED),
    ],
)
def test_an_overview_says_where_it_stands(of, standing):
    lines = [
        line_of(replace(of, id=f"{team}{week}", team=team, week=f"2026-W{week}"))
        for team in ("Team Noord", "Team Zuid")
        for week in (27, 28, 29)
    ]

    (row,) = overview(lines, Period(date(2026, 7, 1), date(2026, 12, 31)), today=LATER).rows

    assert row.standings == (standing,)


def test_the_opening_says_that_none_came_and_asks_only_for_the_telling(tmp_path):
    prepare(tmp_path)
    path = register_path(tmp_path, practice=False)
    with Register.open(path) as register:
        register.put(UNANSWERED, replace(TOLD, id="verteld"))

    (found,) = since_last_time(now(), tmp_path, path).answers

    assert found.signal == UNANSWERED.id
    assert came_unanswered(found)
    assert not came_unanswered(replace(found, said="We passen aan: geen antwoord bleef uit."))


def test_a_register_keeps_the_two_apart(tmp_path):
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        register.put(UNANSWERED, replace(KINDLESS, id="ander"))

    assert {line.id: line.unanswered for line in signal_lines(path)} == {
        "een": True,
        "ander": False,
    }


def test_scripts_choose_between_them(tmp_path):
    prepare(tmp_path)
    with Register.open(register_path(tmp_path, practice=False)) as register:
        register.put(UNANSWERED, replace(KINDLESS, id="ander"))

    for status, words in (("beantwoord", "Het mag."), ("geen-antwoord", "")):
        out = tmp_path / f"{status}.json"
        asked = ["--sessions", str(tmp_path), "signalen", "--uit", str(out), "--status", status]
        assert main(asked) == 0
        (one,) = json.loads(out.read_text("utf-8"))["signalen"]
        assert one["antwoord"] == words


def test_a_day_that_cannot_be_names_no_answer_that_never_came():
    told = a_step(StepKind.TOLD, on=DAY, to="Team Jongeren")

    why = misdated(UNANSWERED, told, max(TODAY, LATER))

    assert "bleek dat er geen antwoord kwam" in why
