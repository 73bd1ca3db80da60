"""A signal is the same whatever the order its events come in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.records import Id, SignalStatus, StepKind
from beraad.signals.events import (
    EventKind,
    erased_payload,
    place_of,
    signal_payload,
    step_payload,
    trouble_of,
)
from beraad.signals.fold import EMPTIED, MISSING, NEWER, ORPHAN, UNREADABLE, fold
from beraad.signals.life import life
from beraad.signals.moves import WAY_BACK
from beraad.signals.told_back import has_heard
from tests.steps import SIGNAL, Writer, a_step, passed_on


class Laptop(Writer):
    """Writes events by hand; what was seen is given as events, so that anything can be told."""

    def say(self, kind, payload, seen=()):
        return self.write(kind, payload, [each.mark for each in seen])

    def signal(self, *seen, **content):
        said = replace(SIGNAL, content=replace(SIGNAL.content, **content))
        return self.say(EventKind.SIGNAL, signal_payload(said), seen)

    def step(self, step, *seen):
        return self.say(EventKind.STEP, step_payload(step), seen)


def test_nothing_is_known_of_nothing():
    assert fold([]).signal is None
    assert fold([]).heads == ()


def test_what_knew_of_each_other_stands_in_that_order():
    one, other = Laptop("a"), Laptop("b")
    passed, received = passed_on(), a_step(StepKind.RECEIVED)
    first = one.signal()
    second = other.step(passed, first)
    third = one.step(received, second)
    known = fold([third, first, second, first])

    assert known.signal == replace(SIGNAL, steps=(passed, received))
    assert known.heads == (third.mark,)
    assert not known.in_dispute
    assert known.complaints == ()


def test_two_answers_at_once_stand_side_by_side_until_one_is_withdrawn():
    one, other = Laptop("a"), Laptop("b")
    yes, no = (a_step(StepKind.ANSWERED, words=said) for said in ("Ja.", "Nee."))
    begin = one.signal()
    passed = one.step(passed_on(), begin)
    first, second = one.step(yes, passed), other.step(no, passed)
    known = fold([begin, passed, second, first])

    assert {step.words for step in known.apart[0]} == {"Ja.", "Nee."}
    assert set(known.heads) == {first.mark, second.mark}
    assert known.answers_clash

    undone = one.step(a_step(StepKind.UNDONE, about=no.id), first, second)
    assert not fold([begin, passed, second, first, undone]).in_dispute

    later = other.step(a_step(StepKind.ANSWERED, words="Beide klopten."), first, second)
    assert not fold([begin, passed, second, first, later]).in_dispute


@pytest.mark.parametrize("kind", [StepKind.TOLD, StepKind.TEAM_SAID, StepKind.CLOSED])
@pytest.mark.parametrize("knew_first", [True, False])
@given(ids=st.permutations("pqrs"))
def test_what_was_told_is_about_the_answer_that_its_writer_knew(kind, knew_first, ids):
    one, other = Laptop("a"), Laptop("b")
    yes, no, told, way_back = (
        replace(a_step(each, **said), id=Id(name))
        for name, (each, said) in zip(
            ids,
            (
                (StepKind.ANSWERED, {"words": "Ja."}),
                (StepKind.ANSWERED, {"words": "Nee."}),
                (StepKind.TOLD, {"to": SIGNAL.team}),
                (kind, {}),
            ),
            strict=True,
        )
    )
    begin = one.signal()
    passed = one.step(passed_on(), begin)
    first = one.step(yes, passed)
    heard = one.step(told, first)
    last = one.step(way_back, heard)
    second = other.step(no, first if knew_first else passed)
    known = fold([begin, passed, first, heard, last, second])
    signal = known.signal

    assert {step.about for step in signal.steps if step.kind in WAY_BACK} == {yes.id}
    now = life(signal)
    if now.answer.id == no.id:
        assert now.status is SignalStatus.ANSWERED
        assert not has_heard(signal, SIGNAL.team)
    chosen = one.step(a_step(StepKind.UNDONE, about=yes.id), last, second)
    signal = fold([begin, passed, first, heard, last, second, chosen]).signal
    assert life(signal).status is SignalStatus.ANSWERED
    assert life(signal).answer.id == no.id
    assert not has_heard(signal, SIGNAL.team)
    chosen = one.step(a_step(StepKind.UNDONE, about=no.id), last, second)
    signal = fold([begin, passed, first, heard, last, second, chosen]).signal
    assert life(signal).answer.id == yes.id
    assert has_heard(signal, SIGNAL.team)


def test_a_step_in_other_words_stays_where_it_was():
    one = Laptop("a")
    passed, answer = passed_on(words="Sanne vroeg het."), a_step(StepKind.ANSWERED, words="Ja.")
    begin = one.signal()
    first = one.step(passed, begin)
    second = one.step(answer, first)
    heard = one.step(a_step(StepKind.TOLD), second)
    said = replace(passed, words="Het team vroeg het.")
    anew = one.say(EventKind.STEP, step_payload(said, instead=place_of(first)), [heard])
    again = replace(said, words="Wij vroegen het.")
    last = one.say(EventKind.STEP, step_payload(again, instead=place_of(anew)), [anew])
    without = [replace(each, payload=None) for each in (first, anew)]

    for events in (
        [begin, first, second, heard, anew, last],
        [last, heard, *without, second, begin],
    ):
        known = fold(events).signal
        assert [step.words for step in known.steps[:2]] == ["Wij vroegen het.", "Ja."]
        assert life(known).status is SignalStatus.TOLD


def test_two_texts_at_once_stand_side_by_side_until_one_is_chosen():
    one, other = Laptop("a"), Laptop("b")
    begin = one.signal()
    first, second = one.signal(begin, wish="Korter"), other.signal(begin, wish="Anders")
    known = fold([second, begin, first])

    assert {each.content.wish for each in known.versions} == {"Korter", "Anders"}
    assert known.signal in known.versions

    chosen = one.signal(first, second, wish="Anders")
    assert fold([second, begin, first, chosen]).signal.content.wish == "Anders"
    assert not fold([second, begin, first, chosen]).in_dispute


def test_a_choice_that_is_taken_back_lays_the_texts_beside_each_other_again():
    one, other = Laptop("a"), Laptop("b")
    begin = one.signal()
    first, second = one.signal(begin, wish="Korter"), other.signal(begin, wish="Anders")
    before = fold([begin, first, second])
    chosen = one.signal(first, second, wish="Anders")
    after = [begin, first, second, chosen]
    assert {each.content.wish for each in fold(after).passed_over} == {"Korter"}

    back = one.say(
        EventKind.SIGNAL,
        signal_payload(before.signal, beside=(first.payload_mark, second.payload_mark)),
        [chosen],
    )
    after.append(back)

    for events in (after, after[::-1]):
        known = fold(events)
        assert set(known.versions) == set(before.versions)
        assert known.signal == before.signal
        assert known.passed_over == ()

    last = other.signal(back, wish="Korter")
    known = fold([*after, last])
    assert not known.in_dispute
    assert known.signal.content.wish == "Korter"
    assert {each.content.wish for each in known.passed_over} == {"Anders"}


def test_a_choice_taken_back_while_another_laptop_writes_on_loses_no_text():
    one, other = Laptop("a"), Laptop("b")
    begin = one.signal()
    first, second = one.signal(begin, wish="Korter"), other.signal(begin, wish="Anders")
    chosen = one.signal(first, second, wish="Anders")
    on = other.signal(chosen, wish="Nog anders")
    shown = fold([begin, first, second]).signal
    marks = (first.payload_mark, second.payload_mark)
    back = one.say(EventKind.SIGNAL, signal_payload(shown, beside=marks), [chosen])

    known = fold([on, back, second, first, chosen, begin])
    assert {each.content.wish for each in known.versions} == {"Korter", "Anders", "Nog anders"}


def test_what_lies_beside_a_text_and_is_no_text_is_left_out():
    one = Laptop("a")
    begin = one.signal()
    step = one.step(passed_on(), begin)
    marks = (step.payload_mark, "f" * 32, "geen kenmerk", 7)
    back = one.say(EventKind.SIGNAL, signal_payload(SIGNAL, beside=marks), [step])

    assert trouble_of(back) == ""
    assert fold([begin, step, back]).versions == ()


def test_a_text_written_over_one_is_no_choice():
    one = Laptop("a")
    begin = one.signal()

    assert fold([begin, one.signal(begin, wish="Korter")]).passed_over == ()


def test_the_same_text_at_once_is_no_dispute():
    one, other = Laptop("a"), Laptop("b")
    begin = one.signal()

    assert not fold([begin, one.signal(begin, wish="x"), other.signal(begin, wish="x")]).in_dispute


def test_a_step_and_a_text_at_once_are_no_dispute():
    one, other = Laptop("a"), Laptop("b")
    begin = one.signal()
    known = fold([begin, one.signal(begin, wish="x"), other.step(passed_on(), begin)])

    assert not known.in_dispute
    assert known.signal.content.wish == "x"
    assert len(known.signal.steps) == 1


def test_what_is_missing_unknown_or_unreadable_is_told_and_the_rest_stands():
    one, other = Laptop("a"), Laptop("b")
    begin = one.signal()
    gone = one.step(passed_on(), begin)
    after = other.step(a_step(StepKind.RECEIVED), gone)
    newer = other.say("samen_gegeten", "{}", [after])

    assert MISSING in fold([begin, after]).complaints
    assert fold([begin, gone, after, newer]).complaints == (NEWER,)
    assert fold([begin, replace(gone, payload="{}")]).complaints == (UNREADABLE,)
    assert fold([gone]).complaints == (MISSING, ORPHAN)
    assert fold([gone]).signal is None


def test_words_that_are_gone_without_erasing_or_other_words_are_told():
    one, other = Laptop("a"), Laptop("b")
    begin = one.signal()
    first = one.step(passed_on(), begin)
    after = other.step(a_step(StepKind.RECEIVED), first)
    empty = replace(first, payload=None)
    otherwise = other.say(
        EventKind.STEP,
        step_payload(replace(passed_on(), words="Anders."), instead=first.payload_mark),
        [after],
    )

    assert fold([begin, first, after]).complaints == ()
    assert fold([begin, empty, after]).complaints == (EMPTIED,)
    assert fold([begin, empty, after, otherwise]).complaints == ()
    assert fold([replace(begin, payload=None), first]).complaints == (EMPTIED, ORPHAN)
    erased = one.say(EventKind.ERASED, erased_payload(), [begin])
    assert fold([begin, empty, after, erased]).complaints == ()


def test_what_was_erased_is_gone_whatever_came_at_the_same_time():
    one, other = Laptop("a"), Laptop("b")
    begin = one.signal()
    erased = one.say(EventKind.ERASED, erased_payload(), [begin])
    known = fold([other.step(passed_on(), begin), erased, begin])

    assert known.signal is None
    assert known.complaints == ()


@st.composite
def histories(draw):
    """Events of three laptops, each of which saw whatever it had seen by then."""
    laptops = [Laptop(letter) for letter in "abc"]
    have: list[list] = [[], [], []]
    begin = laptops[0].signal()
    for each in have:
        each.append(begin)
    everything = [begin]
    for number in range(draw(st.integers(0, 12))):
        who = draw(st.integers(0, 2))
        seen = {mark for each in have[who] for mark in each.seen}
        heads = [each for each in have[who] if each.mark not in seen]
        match draw(st.sampled_from(["step", "text", "beside", "undo", "read"])):
            case "text":
                made = laptops[who].signal(*heads, wish=draw(st.sampled_from("xyz")))
            case "beside":
                texts = [each for each in have[who] if each.kind == EventKind.SIGNAL]
                marks = [each.payload_mark for each in draw(st.lists(st.sampled_from(texts)))]
                said = signal_payload(fold(have[who]).signal, beside=marks)
                made = laptops[who].say(EventKind.SIGNAL, said, heads)
            case "undo":
                steps = fold(have[who]).signal.steps
                about = draw(st.sampled_from(steps)).id if steps else Id("geen")
                made = laptops[who].step(
                    a_step(StepKind.UNDONE, about=about, id=Id(f"s{number}")), *heads
                )
            case "step":
                kind = draw(st.sampled_from(StepKind))
                made = laptops[who].step(a_step(kind, id=Id(f"s{number}")), *heads)
            case _:
                other = draw(st.integers(0, 2))
                have[who] += [each for each in have[other] if each not in have[who]]
                continue
        have[who].append(made)
        everything.append(made)
    return everything


@given(histories(), st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_gives_the_same_signal(events, dice):
    mixed = [*events, *dice.choices(events, k=3)]
    dice.shuffle(mixed)

    assert fold(mixed) == fold(events)


@given(histories())
def test_no_step_and_no_text_is_ever_lost(events):
    known = fold(events)
    written = [each for each in events if each.kind == EventKind.STEP]

    assert len(known.signal.steps) == len(written)
    assert known.complaints == ()
    if len(known.heads) == 1:
        assert not known.versions or len(known.versions) > 1


def test_the_same_steps_written_on_two_laptops_are_no_dispute():
    one, other = Laptop("a"), Laptop("b")
    steps = (passed_on(), a_step(StepKind.ANSWERED), passed_on(words="opnieuw"))
    events = []
    for laptop in (one, other):
        before = laptop.signal()
        events.append(before)
        for step in steps:
            before = laptop.step(step, before)
            events.append(before)

    known = fold(events)

    assert known.signal.steps == steps
    assert not known.in_dispute


@pytest.mark.parametrize("end", [StepKind.WITHDRAWN, StepKind.JOINED])
@pytest.mark.parametrize("came", [StepKind.ANSWERED, StepKind.NO_ANSWER])
def test_what_was_ended_at_once_with_an_answer_waits_for_somebody_to_choose(end, came):
    one, other = Laptop("a"), Laptop("b")
    ended, answered = a_step(end), a_step(came)
    begin = one.signal()
    passed = one.step(passed_on(), begin)
    first, second = one.step(ended, passed), other.step(answered, passed)
    known = fold([begin, passed, first, second])

    assert {step.id for step in known.apart[0]} == {ended.id, answered.id}
    assert known.in_dispute
    assert not known.answers_clash
    chosen = one.step(a_step(StepKind.UNDONE, about=ended.id), first, second)
    assert not fold([begin, passed, first, second, chosen]).in_dispute
