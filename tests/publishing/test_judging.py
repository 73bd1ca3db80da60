"""What people said of two knelpunten is kept in the register, and goes where the register goes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.publishing.exchanging import receive, send
from beraad.publishing.judging import FILE_NAME, TAKEN_OVER, judged, judgements_in, taken_back
from beraad.records import Id, SignalContent
from beraad.signals.events import EventKind, event, judged_payload
from beraad.signals.judgements import judgements, mark_of_title, pair_of
from beraad.signals.overview import Judgement
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from tests.steps import SIGNAL

WAIT, MONEY, LATE = "Wachten", "Geen geld", "Tolk laat"
SAME = Judgement(WAIT, MONEY, same=True)
APART = Judgement(LATE, WAIT, same=False)


def laptop(home):
    home.mkdir()
    path = home / "register.sqlite"
    with Register.open(path) as register:
        for number, title in enumerate((WAIT, MONEY, LATE)):
            content = SignalContent(bottleneck=title)
            register.put(replace(SIGNAL, id=Id(f"s{number}"), content=content))
    return path


@pytest.fixture
def path(tmp_path):
    return laptop(tmp_path / "een")


@pytest.fixture
def other(tmp_path):
    return laptop(tmp_path / "ander")


@pytest.fixture
def shared(tmp_path):
    made = tmp_path / "gedeeld"
    made.mkdir()
    return made


def said(path):
    return set(judgements_in(path, signal_lines(path)))


def swap(shared, *paths):
    for each in paths:
        send(each, shared)
    for each in paths:
        assert receive(each, shared).refused == ()


def test_without_a_register_nothing_was_said(tmp_path):
    assert judgements_in(tmp_path / "register.sqlite", ()) == ()


def test_what_was_said_is_kept_and_the_last_word_counts_whichever_comes_first(path):
    judged(path, SAME)
    judged(path, APART)
    assert said(path) == {SAME, APART}

    judged(path, Judgement("geen  geld", "wachten.", same=False))
    assert {(one.first, one.same) for one in said(path)} == {(MONEY, False), (LATE, False)}


def test_it_can_be_taken_back_and_said_again(path):
    judged(path, SAME)
    taken_back(path, SAME)
    assert said(path) == set()
    judged(path, SAME)
    assert said(path) == {SAME}


def test_it_goes_along_to_the_other_laptop(path, other, shared):
    judged(path, SAME)
    swap(shared, path, other)
    assert said(other) == {SAME}

    taken_back(other, SAME)
    swap(shared, other, path)
    assert said(path) == said(other) == set()


def test_contrary_judgements_stand_side_by_side_until_a_person_chooses(path, other, shared):
    judged(path, SAME)
    judged(other, replace(SAME, same=False))
    swap(shared, path, other)
    for each in (path, other):
        (found,) = said(each)
        assert found.disputed
        assert {found.first, found.second} == {WAIT, MONEY}

    judged(other, SAME)
    swap(shared, path, other)
    assert said(path) == said(other) == {SAME}


def test_the_same_said_twice_is_no_dispute(path, other, shared):
    judged(path, SAME)
    judged(other, SAME)
    swap(shared, path, other)
    assert said(path) == said(other) == {SAME}


def test_no_word_of_a_title_is_kept_with_it(path, shared):
    marker = "Zwaluwstaartmerk"
    with Register.open(path) as register:
        content = SignalContent(bottleneck=marker)
        register.put(replace(SIGNAL, id=Id("weg"), content=content))
    judged(path, Judgement(marker, WAIT, same=True))
    assert len(said(path)) == 1
    with Register.open(path) as register:
        register.remove(Id("weg"))

    assert said(path) == set()
    written = send(path, shared)
    for data in (path.read_bytes(), written.read_bytes()):
        assert marker.encode() not in data


def of_before(path, *judgements):
    told = [{"een": one.first, "ander": one.second, "zelfde": one.same} for one in judgements]
    (path.parent / FILE_NAME).write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize("way", ["read", "judge", "send"])
def test_a_file_of_before_is_taken_over_once_and_stays(path, shared, way):
    of_before(path, SAME, APART)
    before = (path.parent / FILE_NAME).read_bytes()
    if way == "judge":
        judged(path, Judgement(MONEY, LATE, same=False))
    elif way == "send":
        send(path, shared)

    assert said(path) >= {SAME, APART}
    assert not (path.parent / FILE_NAME).exists()
    assert (path.parent / TAKEN_OVER).read_bytes() == before
    with Register.open(path) as register:
        assert len(register.events(EventKind.JUDGED)) == 2 + (way == "judge")


def test_what_was_said_in_the_register_since_is_not_overruled_by_it(path):
    judged(path, replace(SAME, same=False))
    of_before(path, SAME)
    assert said(path) == {replace(SAME, same=False)}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1]", '[{"een": 1, "ander": "b", "zelfde": true}]', '[{"een": "a"}]', "[" * 9_000],
)
def test_a_file_that_is_not_ours_is_told_and_left_alone(path, text):
    file = path.parent / FILE_NAME
    file.write_text(text, encoding="utf-8")

    with pytest.raises(Solvable, match="niet te begrijpen"):
        said(path)
    with pytest.raises(Solvable):
        judged(path, SAME)
    assert file.read_text(encoding="utf-8") == text
    with Register.open(path) as register:
        assert register.events(EventKind.JUDGED) == ()


WRITERS = ("a" * 32, "b" * 32, "c" * 32)
FIRST, SECOND = mark_of_title(WAIT), mark_of_title(MONEY)


@given(
    told=st.lists(
        st.tuples(
            st.integers(0, 2), st.sampled_from([True, False, None]), st.sets(st.integers(0, 5))
        ),
        max_size=6,
    ),
    turned=st.randoms(use_true_random=False),
)
def test_any_order_of_events_says_the_same(told, turned):
    events, last = [], dict.fromkeys(WRITERS, "")
    numbers = dict.fromkeys(WRITERS, 0)
    for who, same, seen in told:
        device = WRITERS[who]
        numbers[device] += 1
        made = event(
            device=device,
            seq=numbers[device],
            prev=last[device],
            kind=EventKind.JUDGED,
            entity=pair_of(FIRST, SECOND),
            seen=[events[number].mark for number in seen if number < len(events)],
            payload=judged_payload(FIRST, SECOND, same=same),
        )
        last[device] = made.mark
        events.append(made)
    titles = {FIRST: WAIT, SECOND: MONEY}
    found = judgements(events, titles)
    shuffled = list(events)
    turned.shuffle(shuffled)

    assert judgements(shuffled, titles) == found
    known = {mark for each in events for mark in each.seen}
    opinions = {
        same for each, (_, same, _) in zip(events, told, strict=True) if each.mark not in known
    }
    if len(opinions) > 1:
        assert [one.disputed for one in found] == [True]
    elif opinions <= {None}:
        assert found == ()
    else:
        assert [one.same for one in found] == list(opinions)
