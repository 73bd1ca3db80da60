"""The pulse of a team: counts, from six on, and nobody."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.report.pdf.forms import render
from beraad.training.observing.pulse import (
    LEAST,
    Answer,
    Answers,
    Pulse,
    pulse_sheet,
    statements,
)

TODAY = date(2026, 11, 28)
KEY = "twijfel"


@pytest.fixture
def pulse(tmp_path):
    return Pulse.begin(tmp_path, "Team Jongeren / Zuid")


def test_what_was_counted_is_there_again(pulse):
    for answer in (Answer.YES, Answer.NO, Answer.PARTLY, Answer.YES, Answer.YES, Answer.NO):
        pulse.count(TODAY, KEY, answer)
    pulse.count(TODAY, KEY, Answer.NO)
    assert pulse.take_back(TODAY, KEY, Answer.NO)
    assert not pulse.take_back(TODAY, "signaal", Answer.NO)

    again = Pulse.open(pulse.path)

    assert again.team == "Team Jongeren / Zuid"
    assert again.days == (TODAY,)
    found = again.answers(TODAY, KEY)
    assert found is not None
    assert found.counts == {Answer.YES: 3, Answer.PARTLY: 1, Answer.NO: 2}


@settings(max_examples=30)
@given(st.lists(st.sampled_from(Answer), max_size=12))
def test_fewer_than_six_answers_are_never_told(tmp_path_factory, given_answers):
    pulse = Pulse.begin(tmp_path_factory.mktemp("pols"), "x")
    for answer in given_answers:
        pulse.count(TODAY, KEY, answer)

    found = pulse.answers(TODAY, KEY)
    chart = pulse.chart(statements()[0])

    assert (found is None) == (len(given_answers) < LEAST)
    if chart is not None:
        (row,) = chart.rows
        assert bool(row.said) == (found is None)
        assert not (row.parts and found is None)
        if found is None:
            assert not any(
                f"{answer} " in chart.alternative.partition(statements()[0].text)[2]
                for answer in Answer
            )


def test_answers_of_fewer_than_six_cannot_be_made():
    with pytest.raises(ValueError, match="nothing is told"):
        Answers({Answer.YES: 5})


@pytest.mark.parametrize(
    "line",
    [b'["morgen","twijfel","1"]', b'["2026-11-28","x","1"]', b'["2026-11-28","twijfel","9"]'],
)
def test_a_file_of_a_stranger_is_read_strictly(pulse, line):
    with pulse.path.open("ab") as file:
        file.write(line + b"\n")
    with pytest.raises(Solvable, match="meting"):
        Pulse.open(pulse.path)


def test_a_team_has_a_name(tmp_path):
    with pytest.raises(Solvable, match="welk team"):
        Pulse.begin(tmp_path, " / ")


def test_the_slip_asks_everything_on_one_page():
    assert 3 <= len(statements()) <= 6
    assert render(pulse_sheet()).count(b"/Type /Page\n") <= 1


def test_the_order_of_the_slips_is_not_in_the_file(tmp_path):
    files = set()
    for order in permutations((Answer.YES, Answer.NO, Answer.PARTLY)):
        pulse = Pulse.begin(tmp_path, f"{len(files)}")
        for answer in order:
            pulse.count(TODAY, KEY, answer)
        _, *counted = pulse.path.read_text("utf-8").splitlines()
        files.add("\n".join(counted))

    assert len(files) == 1
    assert len(files.pop().splitlines()) == 1
