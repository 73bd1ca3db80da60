"""Rows are knelpunten; what looks alike is pointed out, and a person decides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from beraad.records import (
    Count,
    Outcome,
    RowStanding,
    SignalLevel,
    SignalStatus,
    Waiting,
)
from beraad.signals.overview import Judgement, alike, marks_of, overview
from beraad.signals.small_numbers import half_year
from tests.signals.support import TODAY, line

SPRING = half_year(date(2026, 3, 1))
WAIT, LOAN = "Wachten zonder inkomen", "Geen geld tijdens de aanvraag"


def several(title=WAIT, *, start=0, **changes):
    return [
        line(start + number, title=title, team=team, on=date(2026, 3, 2 + 7 * number), **changes)
        for number, team in enumerate(("Noord", "Zuid", "Noord"))
    ]


def rows(lines, **changes):
    return {row.title: row for row in overview(lines, SPRING, today=TODAY, **changes).rows}


def test_a_row_says_how_often_since_when_and_where_it_sits():
    found = rows([*several(), line(9, title="Tolk pas na een week", level=SignalLevel.CHAIN)])

    assert found[WAIT].count == Count(3, 2)
    assert found[WAIT].since == "voorjaar 2026"
    assert found[WAIT].levels == (SignalLevel.POLICY_RULE,)
    few = found["Tolk pas na een week"]
    assert (few.count, few.since) == (None, "2026")


def test_since_when_is_also_from_before_the_period():
    """A half-year where enough saw it in that one already; of a few then only the year."""
    earlier = [
        line(20 + n, team=team, on=date(2025, 9, 1 + 7 * n))
        for n, team in enumerate(("Noord", "Zuid", "Noord"))
    ]
    once = line(30, on=date(2024, 3, 4))
    few = line(31, on=date(2026, 1, 5))

    assert rows([*several(), *earlier])[WAIT].since == "najaar 2025"
    assert rows([*several(), *earlier, once])[WAIT].since == "2024"
    assert rows([*several(), few])[WAIT].since == "voorjaar 2026"
    assert rows([few, once])[WAIT].since == "2024"


def test_a_title_is_the_same_however_it_was_typed():
    found = rows([*several(), line(7, title="wachten  zonder inkomen.", team="Zuid")])

    assert list(found) == [WAIT]


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        (
            {"status": SignalStatus.ANSWERED, "answered_on": TODAY, "outcome": Outcome.CHANGE},
            RowStanding.TELL_TEAM,
        ),
        ({"status": SignalStatus.ANSWERED, "answered_on": None}, RowStanding.CLASH),
        ({"status": SignalStatus.RECEIVED}, RowStanding.WAITING),
        ({"status": SignalStatus.IN_PROGRESS}, RowStanding.IN_PROGRESS),
        ({"status": SignalStatus.CLOSED, "outcome": Outcome.CHANGE}, RowStanding.CHANGED),
        ({"status": SignalStatus.CLOSED, "outcome": Outcome.NOTHING}, RowStanding.NOTHING),
        ({"status": SignalStatus.CLOSED, "outcome": None}, RowStanding.ENDED),
    ],
)
def test_a_row_stands_as_its_signal(changes, standing):
    assert rows([line(1, **changes)])[WAIT].standings == (standing,)


def test_what_is_most_urgent_comes_before_what_is_done():
    done = line(8, status=SignalStatus.CLOSED, outcome=Outcome.CHANGE)

    assert rows([done, line(1)])[WAIT].standings[0] is RowStanding.WAITING


@pytest.mark.parametrize(
    ("days", "told"),
    [(3, Waiting.MONTH), (60, Waiting.QUARTER), (120, Waiting.HALF_YEAR), (300, Waiting.LONGER)],
)
def test_how_long_the_oldest_waits_is_told_in_steps(days, told):
    asked = TODAY - timedelta(days=days)

    assert rows(several(asked_on=asked))[WAIT].waits is told


def test_of_a_few_only_more_or_less_than_half_a_year_is_told():
    assert rows([line(asked_on=TODAY - timedelta(days=3))])[WAIT].waits is Waiting.HALF_YEAR
    assert rows([line(asked_on=TODAY - timedelta(days=200))])[WAIT].waits is Waiting.LONGER


def test_what_was_answered_waits_no_longer():
    assert rows([line(answered_on=TODAY)])[WAIT].waits is None


def test_where_two_answers_clash_no_answer_is_waited_for():
    """It is us who have to choose: the oldest that waits is then another, or none."""
    old, new = (TODAY - timedelta(days=days) for days in (300, 3))
    clash = several(status=SignalStatus.ANSWERED, asked_on=old)

    assert rows(clash)[WAIT].standings == (RowStanding.CLASH,)
    assert rows(clash)[WAIT].waits is None
    assert rows([*clash, line(9, asked_on=new)])[WAIT].waits is Waiting.MONTH


@pytest.mark.parametrize("status", [SignalStatus.JOINED, SignalStatus.WITHDRAWN])
def test_what_was_joined_or_withdrawn_is_no_row(status):
    assert rows([line(status=status)]) == {}


def test_a_signal_without_a_beraad_has_a_row_and_no_number():
    alone = [line(number, week="", team=team) for number, team in enumerate(("A", "B", "C"))]

    assert rows(alone)[WAIT].count is None


def test_nothing_is_joined_by_itself():
    assert set(rows([*several(), *several(LOAN, start=5)])) == {WAIT, LOAN}


def test_what_a_person_called_the_same_is_one_row_and_can_be_taken_back():
    lines = [*several(), *several(LOAN, start=5)]
    same = Judgement(LOAN, WAIT, same=True)

    joined = rows(lines, judgements=(same,))
    assert len(joined) == 1
    (row,) = joined.values()
    assert row.count == Count(3, 2)
    assert {row.title, *row.joined} == {WAIT, LOAN}
    apart = (same, Judgement(WAIT, LOAN, same=False))
    assert set(rows(lines, judgements=apart)) == {WAIT, LOAN}


def test_what_is_the_same_goes_on():
    third = "Weken wachten op geld"
    lines = [*several(), *several(LOAN, start=5), *several(third, start=9)]
    said = (Judgement(WAIT, LOAN, same=True), Judgement(LOAN, third, same=True))

    assert len(rows(lines, judgements=said)) == 1


def likenesses(lines, **changes):
    made = overview(lines, SPRING, today=TODAY)
    row = next(one for one in made.rows if one.title == WAIT)
    return alike(row, made.rows, marks_of(made.rows, lines), **changes)


def test_what_looks_alike_is_pointed_out_with_why():
    lines = [
        *several(what="Zij moeten weken wachten op een besluit.", process="Aanvraag bijstand"),
        *several(
            LOAN,
            start=5,
            what="Een besluit duurt, en dat is weken wachten.",
            process="aanvraag bijstand",
            level=SignalLevel.PRACTICE,
        ),
        *several("Tolk pas na een week", start=9, what="Een tolk komt laat."),
    ]

    (one,) = likenesses(lines)

    assert one.title == LOAN
    assert one.why == (
        "zelfde proces: aanvraag bijstand",
        "zelfde woorden: besluit",
        "ander niveau",
    )


def test_what_was_judged_is_not_pointed_out_again():
    lines = [
        *several(process="Aanvraag bijstand"),
        *several(LOAN, start=5, process="Aanvraag bijstand"),
    ]

    assert likenesses(lines)
    assert likenesses(lines, judgements=(Judgement(LOAN, WAIT, same=False),)) == ()


@pytest.mark.parametrize(
    ("title", "what", "is_alike"),
    [
        ("Zonder inkomen de maand door", "Een huurschuld groeit snel.", True),
        ("Leefgeld komt te laat", "De huurschuld en de onrust groeien tot het besluit valt.", True),
        (
            "Tolk komt laat",
            "De tolk kent besluit, formulier, bijlage, balie en huurschuld niet.",
            False,
        ),
        ("Inkomen", "Een andere zaak.", False),
    ],
)
def test_teams_of_one_field_share_words_and_that_is_no_likeness_yet(title, what, is_alike):
    lines = [
        *several(what="Huurschuld en onrust groeien tot het besluit over inkomen."),
        *several(title, start=5, what=what),
    ]

    assert bool(likenesses(lines)) is is_alike


def test_a_level_alone_is_no_likeness():
    assert likenesses([*several(), *several("Tolk komt laat", start=5)]) == ()


def joined_with(first, second):
    return first._replace(status=SignalStatus.JOINED, goes_on_with=second.id, owed=None, by=None)


def test_who_joined_a_signal_with_another_still_saw_it():
    one, two, three = several()
    other = line(9, title="Anders genoemd", team="Oost", on=date(2026, 2, 2))
    found = rows([joined_with(other, one), one, joined_with(two, one), three])

    assert list(found) == [WAIT]
    assert found[WAIT].count == Count(3, 3)
    assert found[WAIT].standings[0] is RowStanding.WAITING
    gone = one._replace(status=SignalStatus.WITHDRAWN)
    assert rows([joined_with(two, one), gone, three])[WAIT].signals == (three.id,)


def test_signals_that_were_joined_in_a_circle_end():
    one, two, three = several()
    circle = [joined_with(one, two), joined_with(two, one), three]

    assert len(rows(circle)) == 1
