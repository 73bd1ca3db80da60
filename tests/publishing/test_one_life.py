"""Whatever tells how far a signal has come, tells the same: with the teams that still wait."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.cli import main
from beraad.phases.wording import SIGNAL_STATUS_LABELS
from beraad.publishing.agenda import agenda_of
from beraad.publishing.answer_letter import letter_of
from beraad.publishing.exchanging import receive, send
from beraad.publishing.signal_page import page_of
from beraad.publishing.stepping import beside_of, taken
from beraad.records import Helped, Id, RegisteredSignal, SignalStatus, StepKind, new_id
from beraad.report import markdown
from beraad.signals.life import Lane
from beraad.signals.lines import lane_of_line, lines_among
from beraad.signals.telling import owed_sentence, turn_of_line
from beraad.signals.told_back import owed_among
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from beraad.store.register_summary import register_summary
from tests.steps import DAY, SIGNAL, a_step, answered, passed_on, status

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
    assert register_summary(path, DAY).ours == 2 * waits  # Both stand in that lane.

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


@pytest.mark.parametrize("knew", [True, False])
def test_who_heard_the_first_answer_is_told_the_second_that_came_from_elsewhere(
    tmp_path, capsys, knew
):
    """Whichever comes first in the order of events: that follows from marks by chance."""
    first, second = (
        replace(step, id=new_id()) for _, step in (answered("Het mag."), answered("Toch niet."))
    )
    one, other = tmp_path / "een", tmp_path / "ander"
    shared = tmp_path / "gedeeld"
    for each in (one, other, shared):
        each.mkdir()
    begun = replace(SIGNAL, steps=(a_step(StepKind.PASSED_ON), *((first,) if knew else ())))
    path = written(one, begun)
    there = register_path(other, practice=False)
    send(path, shared)
    receive(there, shared)
    if not knew:
        taken(SIGNAL.id, first, path)
    taken(SIGNAL.id, replace(TOLD_TOO, to="Team Jongeren; Wijkteam"), path)
    taken(SIGNAL.id, replace(HELPED, id=new_id()), path)
    taken(SIGNAL.id, second, there)
    send(there, shared)
    receive(path, shared)
    if not knew:  # Somebody chooses the second.
        taken(SIGNAL.id, a_step(StepKind.UNDONE, about=first.id), path)

    (line,) = signal_lines(path)
    assert (line.status, line.owed) == (SignalStatus.ANSWERED, StepKind.TOLD)
    assert (line.told_on, line.helped) == (None, None)
    assert register_summary(path, DAY).ours == 1
    assert SIGNAL_STATUS_LABELS[SignalStatus.ANSWERED] in markdown.render(page_of(SIGNAL.id, path))
    assert "met deze brief" in markdown.render(letter_of(SIGNAL.id, path))
    assert [day.on for day in agenda_of(one, today=DAY)[0]] == [DAY + timedelta(days=14)]
    out = tmp_path / "uit.json"
    assert main(["signalen", "--sessions", str(one), "--uit", str(out)]) == 0
    (said,) = json.loads(out.read_text("utf-8"))["signalen"]
    assert (said["status"], said["antwoord"]) == ("beantwoord", "Toch niet.")
    capsys.readouterr()


BEGUN = replace(SIGNAL, steps=(a_step(StepKind.PASSED_ON, to="beleid", due=DAY + timedelta(40)),))


def test_a_team_whose_signal_was_joined_waits_until_it_has_heard(tmp_path):
    path = written(tmp_path, BEGUN, OTHER)

    def there():
        return next(line for line in signal_lines(path) if line.id == OTHER.id)

    waits = there()
    assert (waits.owed, waits.role, waits.by) == (StepKind.ANSWERED, "beleid", DAY + timedelta(40))
    assert lane_of_line(waits) is Lane.WAITING
    assert len(agenda_of(tmp_path, today=DAY)[0]) == 1  # Two that wait for one answer have one day.

    taken(SIGNAL.id, a_step(StepKind.ANSWERED), path)
    assert lane_of_line(there()) is Lane.OURS
    taken(SIGNAL.id, a_step(StepKind.TOLD, to="Team Jongeren"), path)
    assert (there().owed, there().passed_stations) == (StepKind.TOLD, 4)
    assert "Wijkteam hoorde nog niet wat eruit kwam" in turn_of_line(there())
    assert owed_sentence(owed_among(OTHER, *beside_of(OTHER.id, path))).startswith(
        "Aan zet: gespreksleider. Te doen: aan Wijkteam vertellen wat eruit kwam"
    )

    taken(SIGNAL.id, TOLD_TOO, path)
    assert (there().owed, lane_of_line(there())) == (None, Lane.DONE)
    taken(SIGNAL.id, a_step(StepKind.ANSWERED, words="Toch anders."), path)
    assert there().owed is StepKind.TOLD


@pytest.mark.parametrize("about", ["een", "nergens"])
def test_who_goes_on_nowhere_is_ours_to_find_out(tmp_path, about):
    round_ = replace(BEGUN, steps=(*BEGUN.steps, a_step(StepKind.JOINED, about=OTHER.id)))
    other = replace(OTHER, steps=(OTHER.steps[0], a_step(StepKind.JOINED, about=Id(about))))
    path = written(tmp_path, *((round_, other) if about == "een" else (other,)))

    for line in signal_lines(path):
        assert (line.owed, lane_of_line(line)) == (StepKind.JOINED, Lane.OURS)
    assert len(agenda_of(tmp_path, today=DAY)[0]) == (2 if about == "een" else 1)


TEAMS = ("Noord", "Zuid", "")
NAMES = tuple(map(Id, ("een", "twee", "drie", "vier")))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_what_is_kept_is_what_all_signals_together_come_to(data):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        with Register.open(path) as register:
            register.put(
                *(
                    replace(BEGUN, id=each, team=TEAMS[place % 3], steps=(passed_on(),))
                    for place, each in enumerate(NAMES)
                )
            )
            for _ in range(data.draw(st.integers(1, 9))):
                signal = register.folded(data.draw(st.sampled_from(NAMES))).signal
                kind = data.draw(
                    st.sampled_from(
                        (StepKind.JOINED, StepKind.ANSWERED, StepKind.TOLD, StepKind.UNDONE)
                    )
                )
                about = {
                    StepKind.JOINED: st.sampled_from((*NAMES, Id("weg"))),
                    StepKind.UNDONE: st.sampled_from([step.id for step in signal.steps]),
                }.get(kind, st.none())
                to = data.draw(st.sampled_from(TEAMS))
                step = a_step(kind, about=data.draw(about), to=to)
                register.put(replace(signal, steps=(*signal.steps, step)))
            assert {line.id: line for line in register.lines()} == lines_among(register.signals())
