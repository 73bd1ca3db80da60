"""A beraad can have more than one signal; one of them is at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.editing.signals import (
    with_how_often,
    with_new_signal,
    with_other_signal,
)
from beraad.records import AsTyped, Conclusion, Id, Recurrence, SignalContent, SignalLink
from tests.builders import filled_session
from tests.editing.support import blank

FIRST = SignalContent(bottleneck="Wachttijd", answer_due=date(2027, 1, 4), seen_employed=True)


def test_an_empty_signal_makes_room_for_nothing():
    session = blank()
    assert with_new_signal(session) is session


def test_a_new_signal_lays_the_one_at_hand_aside_and_back():
    session = replace(blank(), signal=FIRST, signal_link=SignalLink(signal_id=Id("a")))
    after = with_new_signal(session)

    assert after.signal.is_empty
    assert after.signal_at_hand not in {"a", session.id}
    assert [each.id for each in after.other_signals] == ["a"]

    written = replace(after, signal=SignalContent(bottleneck="Brieven"))
    back = with_other_signal(written, Id("a"))
    assert (back.signal, back.signal_at_hand) == (FIRST, "a")
    assert [each.bottleneck for each in back.other_signals] == ["Brieven"]
    assert [each.id for each in back.other_signals] == [written.signal_at_hand]


def test_an_empty_signal_is_not_laid_aside():
    session = replace(blank(), signal=FIRST)
    back = with_other_signal(with_new_signal(session), session.signal_at_hand)

    assert back.other_signals == ()
    assert back.signal == FIRST


def test_a_signal_of_before_is_known_by_its_beraad():
    session = replace(filled_session(), signal_link=SignalLink())
    after = with_new_signal(session)

    assert after.other_signals[0].id == session.id


def test_a_day_that_was_half_typed_goes_with_its_signal():
    typed = AsTyped(id=Id("y"), place="signal.answer_due", text="29-2")
    elsewhere = AsTyped(id=Id("z"), place="agreements.due.x1", text="30-2")
    session = replace(blank(), signal=FIRST, as_typed=(typed, elsewhere))
    after = with_new_signal(session)
    assert after.typed_at("signal.answer_due") is None

    back = with_other_signal(after, session.signal_at_hand)
    assert back.as_typed == session.as_typed


def seen(count, recurrence=Recurrence.YES):
    return Conclusion(recurrence=recurrence, recurrence_count=count)


def test_how_often_goes_along_from_ronde_8_into_the_signal():
    after = with_how_often(replace(blank(), conclusion=seen(4)))
    assert after.signal == SignalContent(frequency="ongeveer 4 keer")


def test_what_the_signal_says_itself_about_how_often_stays():
    session = replace(blank(), conclusion=seen(4), signal=SignalContent(frequency="elke week"))
    assert with_how_often(session) is session


@pytest.mark.parametrize(
    "conclusion", [seen(None), seen(4, Recurrence.NO), seen(4, Recurrence.UNKNOWN), Conclusion()]
)
def test_nothing_goes_along_when_nobody_counted(conclusion):
    session = replace(blank(), conclusion=conclusion)
    assert with_how_often(session) is session


def test_a_second_signal_is_about_something_else():
    session = replace(blank(), signal=FIRST, conclusion=seen(4))
    second = with_new_signal(session)
    assert with_how_often(second) is second


def test_a_signal_that_is_not_there_cannot_be_taken_up():
    with pytest.raises(KeyError):
        with_other_signal(blank(), Id("nooit"))


@given(st.lists(st.integers(0, 3), max_size=12))
def test_whatever_is_taken_up_no_signal_is_lost_or_doubled(choices):
    session = replace(blank(), signal=FIRST)
    written = {session.signal_at_hand: FIRST.bottleneck}
    for number, choice in enumerate(choices):
        others = session.other_signals
        if choice < len(others):
            session = with_other_signal(session, others[choice].id)
        else:
            session = with_new_signal(session)
            if session.signal.is_empty:
                session = replace(session, signal=SignalContent(bottleneck=f"nummer {number}"))
                written[session.signal_at_hand] = f"nummer {number}"
        here = {session.signal_at_hand: session.signal.bottleneck}
        assert here | {each.id: each.bottleneck for each in session.other_signals} == written
