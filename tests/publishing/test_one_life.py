"""Whatever tells how far a signal has come, tells the same: with the teams that still wait."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from beraad.cli import main
from beraad.phases.wording import SIGNAL_STATUS_LABELS
from beraad.publishing.agenda import agenda_of
from beraad.publishing.signal_page import page_of
from beraad.records import Helped, Id, RegisteredSignal, SignalStatus, StepKind
from beraad.report import markdown
from beraad.signals.lines import lines_among
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from beraad.store.register_summary import register_summary
from tests.steps import DAY, SIGNAL, a_step, answered, status

HELPED = a_step(StepKind.TEAM_SAID, helped=Helped.YES)
MAIN = replace(
    SIGNAL, steps=(*answered("Het mag."), a_step(StepKind.TOLD, to="Team Jongeren"), HELPED)
)
OTHER = replace(
    SIGNAL,
    id=Id("twee"),
    team="Wijkteam",
    steps=(a_step(StepKind.PASSED_ON), a_step(StepKind.JOINED, about=MAIN.id)),
)
TOLD_TOO = a_step(StepKind.TOLD, to="Wijkteam")


def written(folder, *signals: RegisteredSignal):
    path = register_path(folder, practice=False)
    with Register.open(path) as register:
        register.put(*signals)
    return path


@pytest.mark.parametrize(
    ("main_one", "expected", "name"),
    [
        (MAIN, SignalStatus.WEIGHED, "beoordeeld"),
        (replace(MAIN, steps=(*MAIN.steps, TOLD_TOO)), SignalStatus.CLOSED, "gesloten"),
    ],
)
def test_screen_file_page_and_agenda_tell_the_same(tmp_path, capsys, main_one, expected, name):
    path = written(tmp_path, main_one, OTHER)
    waits = expected is not SignalStatus.CLOSED
    label = SIGNAL_STATUS_LABELS[expected]

    assert status(main_one) is SignalStatus.CLOSED  # By its own steps alone it has ended.
    lines = {line.id: line for line in signal_lines(path)}
    assert lines == lines_among((main_one, OTHER))
    assert lines[MAIN.id].status is expected
    assert register_summary(path, DAY).ours == waits

    out = tmp_path / "uit.json"
    sessions = ["--sessions", str(tmp_path)]
    assert main(["signalen", *sessions, "--uit", str(out)]) == 0
    said = {one["team"]: one["status"] for one in json.loads(out.read_text("utf-8"))["signalen"]}
    assert said["Team Jongeren"] == label

    assert main(["signalen", *sessions, "--uit", str(out), "--status", name]) == 0
    (only,) = json.loads(out.read_text("utf-8"))["signalen"]
    assert (only["team"], only["status"]) == ("Team Jongeren", label)

    assert label in markdown.render(page_of(MAIN.id, path))

    days, unread = agenda_of(tmp_path, today=DAY)
    assert unread == 0
    assert [day.on for day in days] == ([DAY + timedelta(days=14)] if waits else [])
    capsys.readouterr()


def test_the_whole_register_at_a_glance_follows_who_joined_and_who_did_not():
    apart = replace(OTHER, steps=OTHER.steps[:1])

    assert lines_among((MAIN, apart))[MAIN.id].status is SignalStatus.CLOSED
    assert lines_among((MAIN, OTHER))[MAIN.id].status is SignalStatus.WEIGHED
