"""The pulse of a team: counts, from six on, and nobody."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.report.pdf.forms import render
from beraad.training.observing.pulse import (
    LEAST,
    SPREAD,
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
    return Pulse.begin(tmp_path, "Team Jongeren / Zuid", today=TODAY)


def test_what_was_counted_is_there_again(pulse):
    for answer in (Answer.YES, Answer.NO, Answer.PARTLY, Answer.YES, Answer.YES, Answer.NO):
        pulse.count(TODAY, KEY, answer)
    pulse.count(TODAY, KEY, Answer.NO)
    assert pulse.take_back(TODAY, KEY, Answer.NO)
    assert not pulse.take_back(TODAY, "signaal", Answer.NO)
    pulse.finish(TODAY)

    again = Pulse.open(pulse.path)

    assert again.team == "Team Jongeren / Zuid"
    assert again.days == (TODAY,)
    found = again.answers(TODAY, KEY)
    assert found is not None
    assert found.counts == {Answer.YES: 3, Answer.PARTLY: 1, Answer.NO: 2}


@settings(max_examples=30)
@given(st.lists(st.sampled_from(Answer), max_size=12))
def test_fewer_than_six_answers_are_never_told(tmp_path_factory, given_answers):
    pulse = Pulse.begin(tmp_path_factory.mktemp("pols"), "x", today=TODAY)
    for answer in given_answers:
        pulse.count(TODAY, KEY, answer)
    pulse.finish(TODAY)

    found = pulse.answers(TODAY, KEY)
    chart = pulse.chart(statements()[0])

    most = max(map(given_answers.count, Answer))
    tells_of_somebody = len(given_answers) < LEAST or len(given_answers) - most < SPREAD
    assert (found is None) == tells_of_somebody
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
    "slips", [[Answer.YES] * 6, [Answer.NO] * 9, [*[Answer.YES] * 5, Answer.NO]]
)
def test_where_nearly_all_say_the_same_neither_screen_nor_file_tells_what(pulse, slips):
    for answer in slips:
        pulse.count(TODAY, KEY, answer)
    pulse.finish(TODAY)

    chart = Pulse.open(pulse.path).chart(statements()[0])

    assert chart is not None
    (row,) = chart.rows
    assert (row.parts, row.said) == ((), "te veel hetzelfde om te laten zien")
    _, kept = pulse.path.read_text("utf-8").splitlines()
    assert kept == f'["2026-11-28","twijfel",{{"samen":{len(slips)}}}]'
    with pytest.raises(ValueError, match="nearly all"):
        Answers({each: slips.count(each) for each in Answer})


def test_no_two_versions_of_the_file_differ_by_one_slip(pulse):
    versions = {pulse.path.read_bytes()}
    for _ in range(3):
        for answer in (Answer.YES, Answer.NO, Answer.PARTLY):
            pulse.count(TODAY, KEY, answer)
            versions.add(pulse.path.read_bytes())
    assert len(versions) == 1

    pulse.finish(TODAY)

    assert pulse.is_closed(TODAY, KEY)
    closed = pulse.path.read_bytes()
    with pytest.raises(Solvable, match="al klaar"):
        pulse.count(TODAY, KEY, Answer.YES)
    assert not pulse.take_back(TODAY, KEY, Answer.YES)
    assert pulse.path.read_bytes() == closed


def test_nothing_is_shown_before_counting_is_finished(pulse):
    for answer in [*Answer, *Answer]:
        pulse.count(TODAY, KEY, answer)

    chart = pulse.chart(statements()[0])

    assert pulse.answers(TODAY, KEY) is None
    assert chart is not None
    assert chart.rows[0].said == "nog niet klaar met tellen"


@pytest.mark.parametrize(
    "line",
    [
        b'["morgen","twijfel","1"]',
        b'["2026-11-28","x","1"]',
        b'["2026-11-28","twijfel","9"]',
        b'["2026-11-28","twijfel",{"ja":1,"deels":0,"nee":0}]',
        b'["2026-11-28","twijfel",{"ja":true,"deels":7,"nee":0}]',
        b'["2026-11-28","twijfel",{"ja":-1,"deels":7,"nee":0}]',
        b'["2026-11-28","twijfel",{"ja":7}]',
        b'["2026-11-28","twijfel",7]',
        b'["2026-11-28","twijfel",{"samen":5}]',
        b'["2026-11-28","twijfel",{"samen":true}]',
    ],
)
def test_a_file_of_a_stranger_is_read_strictly(pulse, line):
    with pulse.path.open("ab") as file:
        file.write(line + b"\n")
    with pytest.raises(Solvable, match="meting"):
        Pulse.open(pulse.path)


def test_a_team_has_a_name(tmp_path):
    with pytest.raises(Solvable, match="welk team"):
        Pulse.begin(tmp_path, " / ", today=TODAY)


@pytest.mark.parametrize(
    "team", ["../../Team Rivier/wijk 123456782", "Team jan@voorbeeld.nl", "Team 06 12345678"]
)
def test_a_number_of_somebody_comes_into_no_name_of_a_file(tmp_path, team):
    with pytest.raises(Solvable, match="de naam van het team"):
        Pulse.begin(tmp_path, team, today=TODAY)

    assert not list(tmp_path.iterdir())


def test_the_slip_asks_everything_on_one_page():
    assert 3 <= len(statements()) <= 6
    assert render(pulse_sheet()).count(b"/Type /Page\n") <= 1


@given(st.permutations([*Answer, *Answer, Answer.NO]), st.permutations(["twijfel", "luisteren"]))
def test_the_file_holds_counts_and_no_order(tmp_path_factory, slips, keys):
    pulse = Pulse.begin(tmp_path_factory.mktemp("pols"), "x", today=TODAY)
    for answer in slips:
        for key in keys:
            pulse.count(TODAY, key, answer)
    pulse.finish(TODAY)

    _, *counted = pulse.path.read_text("utf-8").splitlines()

    told = '{"ja":2,"deels":2,"nee":3}'
    assert counted == [f'["2026-11-28","{key}",{told}]' for key in ("luisteren", "twijfel")]


@given(st.lists(st.sampled_from(Answer), max_size=LEAST - 1))
def test_of_fewer_than_six_the_file_holds_nothing(tmp_path_factory, slips):
    pulse = Pulse.begin(tmp_path_factory.mktemp("pols"), "x", today=TODAY)
    empty = pulse.path.read_bytes()
    for answer in slips:
        pulse.count(TODAY, KEY, answer)
    pulse.finish(TODAY)

    assert pulse.path.read_bytes() == empty
    assert pulse.counted(TODAY, KEY) == pulse.unkept(TODAY) == len(slips)


def test_what_is_taken_back_before_it_is_finished_is_not_kept(pulse):
    empty = pulse.path.read_bytes()
    for _ in range(LEAST):
        pulse.count(TODAY, KEY, Answer.NO)
    assert pulse.can_finish(TODAY)

    pulse.take_back(TODAY, KEY, Answer.NO)
    pulse.finish(TODAY)

    assert not pulse.can_finish(TODAY)
    assert pulse.path.read_bytes() == empty
    assert pulse.counted(TODAY, KEY) == LEAST - 1


def test_a_file_of_an_earlier_version_goes_on_and_tells_no_more_than_may_be_told(pulse):
    with pulse.path.open("ab") as file:
        file.write(b'["2026-11-28","twijfel","111113"]\n["2026-11-28","luisteren","12"]\n')
        file.write(b'["2026-11-28","vervolg","112233"]\n')
        file.write(b'["2026-11-21","twijfel",{"ja":6,"deels":0,"nee":0}]\n')
    again = Pulse.open(pulse.path)
    assert again.answers(TODAY, KEY) is None
    assert again.counted(TODAY, KEY) == LEAST
    assert again.counted(TODAY, "luisteren") == 2
    found = again.answers(TODAY, "vervolg")
    assert found is not None
    assert found.counts == dict.fromkeys(Answer, 2)

    again.count(TODAY, "luisteren", Answer.NO)
    again.finish(TODAY)

    _, *counted = pulse.path.read_text("utf-8").splitlines()
    assert counted == [
        '["2026-11-21","twijfel",{"samen":6}]',
        '["2026-11-28","twijfel",{"samen":6}]',
        '["2026-11-28","vervolg",{"ja":2,"deels":2,"nee":2}]',
    ]
    assert again.counted(TODAY, "luisteren") == 3
