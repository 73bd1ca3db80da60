"""What `beraad signalen` writes is what the schema that ships with it says."""

from __future__ import annotations

import csv
import json
from copy import deepcopy
from io import StringIO

import pytest

from beraad.assets import FORMS_OF_DATA
from beraad.phases.wording import (
    HELPED_LABELS,
    OUTCOME_LABELS,
    SEVERITY_LABELS,
    SIGNAL_LEVEL_LABELS,
    SIGNAL_SCALE_LABELS,
    SIGNAL_STATUS_LABELS,
    STEP_LABELS,
    status_words,
)
from beraad.privacy.clean import admitted
from beraad.records import Outcome, SignalStatus, StepKind
from beraad.report.json import VERSION, render_signals
from beraad.report.signal_rows import render_signal_rows
from beraad.training.practice_register import signals
from tests.conftest import TODAY
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.schema import faults
from tests.report.test_json_signals import registered
from tests.steps import a_step, passed_on

SCHEMA = json.loads((FORMS_OF_DATA / f"signalen-{VERSION}.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def cleaned():
    """Signals of every status, with steps of every kind."""
    return [admitted(one, practice=True) for one in signals(TODAY)]


def test_every_signal_of_the_oefenregister_fits_the_schema(cleaned):
    written = json.loads(render_signals(cleaned))

    assert list(faults(written, SCHEMA, SCHEMA)) == []
    assert list(faults(json.loads(render_signals([])), SCHEMA, SCHEMA)) == []


def test_what_does_not_fit_is_seen(cleaned):
    written = json.loads(render_signals(cleaned[:1]))
    for spoil in (
        lambda one: one.pop("knelpunt"),
        lambda one: one.update(erbij="x"),
        lambda one: one.update(status="weg"),
        lambda one: one.update(antwoord_voor="morgen"),
        lambda one: one["stappen"].append({}),
        lambda one: one.update(oefening=1),
    ):
        other = deepcopy(written)
        spoil(other["signalen"][0])
        assert list(faults(other, SCHEMA, SCHEMA))


def test_the_words_of_the_schema_are_those_of_the_screen():
    signal, step = (SCHEMA["$defs"][name]["properties"] for name in ("signaal", "stap"))
    for field, labels in (
        (signal["niveau"], SIGNAL_LEVEL_LABELS),
        (signal["reikwijdte"], SIGNAL_SCALE_LABELS),
        (signal["ernst"], SEVERITY_LABELS),
        (signal["uitkomst"], OUTCOME_LABELS),
        (step["uitkomst"], OUTCOME_LABELS),
        (step["geholpen"], HELPED_LABELS),
    ):
        assert field["enum"] == [*labels.values(), None]
    none_came = status_words(SignalStatus.ANSWERED, unanswered=True)
    statuses = [one for one in signal["status"]["enum"] if one != none_came]
    assert statuses == list(SIGNAL_STATUS_LABELS.values())
    assert none_came in signal["status"]["enum"]
    undone = STEP_LABELS[StepKind.UNDONE]
    assert step["stap"]["enum"] == [one for one in STEP_LABELS.values() if one != undone]


def test_a_row_says_what_json_says_and_runs_nothing():
    hostile = next(text for text in HOSTILE_TEXTS if text.strip())
    given = a_step(
        StepKind.ANSWERED, words="=cmd|'/c calc'!A0", outcome=Outcome.CHANGE, change=hostile
    )
    unheard = a_step(StepKind.TOLD, to="Team Jongeren")
    signal = admitted(registered(steps=(unheard, passed_on(), given)))

    data = render_signal_rows([signal, signal])

    assert data.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";")
    (told,) = json.loads(render_signals([signal]))["signalen"]
    assert header == list(told)
    assert len(rows) == 2
    assert {len(row) for row in rows} == {len(header)}
    cells = dict(zip(header, rows[0], strict=True))
    assert cells["knelpunt"] == told["knelpunt"]
    assert cells["oefening"] == "nee"
    assert cells["antwoord"] == "'=cmd|'/c calc'!A0"
    assert "Antwoord: we passen aan" in cells["stappen"]
    assert cells["antwoorden_botsen"] == "nee"
    assert [" (telt niet mee)" in step for step in cells["stappen"].split(" | ")] == [
        *(True, False, False)
    ]
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "@"))]
