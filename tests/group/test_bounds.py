from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.group.bounds import MORE, bounded, is_long
from beraad.group.compose import view_of
from beraad.group.state import GroupState, Show
from beraad.group.typing import in_a_word
from beraad.group.view import (
    Act,
    GroupView,
    Horns,
    Line,
    MoralQuestion,
    Offer,
    Passage,
    Row,
    Table,
)
from beraad.records import CaseAccount, PhaseKey, Progress
from tests.builders import filled_session
from tests.editing.support import blank

MUCH = 100_000
HOSTILE = {
    "a word": "a" * MUCH,
    "lines": "ab\n" * (MUCH // 3),
    "paragraphs": "ab\n\n" * (MUCH // 4),
    "combining marks": "e" + "\u0301" * MUCH,
    "joined emoji": "\U0001f469\u200d" * (MUCH // 2),
    "right to left": "\u0627\u0628" * (MUCH // 2),
    "both directions": "\u05d0a" * (MUCH // 2),
    "prose": "De inwoner belt en zegt dat hij komt. " * (MUCH // 38),
}
TEXTS = st.one_of(
    st.text(max_size=300), st.sampled_from([text[:6000] for text in HOSTILE.values()])
)


def alike(one, other):
    """How many signs two texts begin with alike, sign by sign."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


BASE = filled_session()


def case(situation):
    return replace(
        BASE,
        case=CaseAccount(situation=situation),
        timeline=(),
        progress=Progress(phase=PhaseKey.CASE),
    )


@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_is_typed_the_view_stays_small_and_says_that_there_is_more(kind):
    view = view_of(case(HOSTILE[kind]), GroupState())

    assert len(view.blocks) <= 252
    assert sum(len(block.text) for block in view.blocks) < 25_000
    assert max(block.text.count("\n") for block in view.blocks) < 60
    assert view.blocks[0] == Passage(title=MORE, text="")


def test_where_one_writes_stays_in_sight():
    view = view_of(case("Eerst was er veel. " * 2000 + "Toen belde hij."), GroupState())

    assert view.blocks[-1].text.endswith("Toen belde hij.")
    assert view.blocks[-1].text.startswith("… ")
    assert view.blocks[-1].text[2:].startswith(("Eerst", "was", "er", "veel."))


def test_a_talk_of_usual_length_is_shown_whole():
    for phase in PhaseKey:
        session = replace(filled_session(), progress=Progress(phase=phase))
        assert MORE not in str(view_of(session, GroupState()))


def test_what_stands_at_the_top_begins_at_its_beginning():
    long = "Mag de ambtenaar dit zeggen? " * 100
    view = bounded(
        GroupView(step="Stap", question=long, moral_question=MoralQuestion(text=long, options=()))
    )

    for text in (view.question, view.moral_question.text):
        assert len(text) <= 1202
        assert text.startswith("Mag de ambtenaar")
        assert text.endswith(" …")


def test_a_table_that_is_cut_keeps_its_head():
    head = Row(table=Table.ANSWERS, cells=("Vraag", "Antwoord"), head=True)
    rows = tuple(Row(table=Table.ANSWERS, cells=(f"v{n}", "a" * 100)) for n in range(1000))

    view = bounded(GroupView(step="", question="", blocks=(head, *rows)))

    assert view.blocks[:2] == (Passage(title=MORE, text=""), head)
    assert view.blocks[-1] == rows[-1]
    assert len(view.blocks) < 252


def test_of_two_tables_the_one_that_is_cut_keeps_its_own_head():
    first, second = (
        Row(table=table, cells=(table.value,), head=True)
        for table in (Table.ANSWERS, Table.WEIGHINGS)
    )
    rows = tuple(Row(table=Table.WEIGHINGS, cells=(f"{n} " * 200,)) for n in range(100))
    answered = Row(table=Table.ANSWERS, cells=("ja",))
    view = bounded(GroupView(step="", question="", blocks=(first, answered, second, *rows)))

    assert view.blocks[:2] == (Passage(title=MORE, text=""), second)


def test_of_many_harms_the_last_written_stay_in_sight():
    harms = tuple(f"schade {n}" for n in range(300))
    horns = Horns(acts=(Act(letter="A", text="bellen", harms=harms),))

    (shown,) = bounded(GroupView(step="", question="", blocks=(horns,))).blocks[-1].acts

    assert shown.harms[-1] == harms[-1]
    assert len(shown.harms) < len(harms)


@pytest.mark.parametrize("whole", ["e\u0301", "\U0001f469\u200d\U0001f467"])
@pytest.mark.parametrize("more", range(3))
def test_no_sign_is_cut_from_what_belongs_to_it(whole, more):
    text = whole * (5000 + more)

    shown = bounded(GroupView(step="", question="", blocks=(Passage(title="", text=text),)))

    assert shown.blocks[-1].text.removeprefix("… ").startswith(whole)


@given(st.lists(TEXTS, max_size=6), TEXTS)
def test_a_text_that_fits_is_left_alone(texts, one):
    blocks = (
        *(Passage(title="", text=text) for text in texts),
        Line(mark=one, text=one),
        Horns(acts=(Act(letter="A", text=one, harms=(one,) * 3),)),
        Row(table=Table.MATRIX, cells=(one, one)),
    )

    view = bounded(GroupView(step="", question="", blocks=blocks))

    for block in view.blocks:
        if isinstance(block, Passage) and block.text and not block.text.startswith("… "):
            assert block.text in texts


def test_long_is_what_comes_near_the_screen():
    session = case("a" * MUCH)

    assert is_long(session, GroupState())
    assert not is_long(session, GroupState(show=Show.MATRIX))
    assert not is_long(blank(), GroupState())


@given(st.text(), st.text(), st.text(), st.text())
def test_a_word_is_unfinished_when_what_was_typed_ends_in_it(start, old, new, end):
    was, now = start + old + end, start + new + end

    unfinished = in_a_word(case(was), case(now))

    place = alike(was, now)
    same = alike(was[place:][::-1], now[place:][::-1])
    typed = now[place : len(now) - same]
    assert unfinished is (was != now and typed[-1:].isalnum())


@pytest.mark.parametrize(
    ("before", "after", "unfinished"),
    [
        ("Hij heet ", "Hij heet Pi", True),
        ("Hij heet Pi", "Hij heet Piet.", False),
        ("a" * MUCH, "a" * MUCH + "b", True),
        ("a" * MUCH, "a" * MUCH + " ", False),
        ("a" * MUCH + " z", "a" * MUCH + "x z", True),
    ],
)
def test_the_place_that_was_typed_in_is_found(before, after, unfinished):
    assert in_a_word(case(before), case(after)) is unfinished


def test_the_newest_is_there_however_large_it_is():
    lines = tuple(Line(mark=f"{number}", text="a" * 1200, letter=True) for number in range(40))
    view = GroupView(step="", question="", blocks=(Offer(lines=lines),))

    (shown,) = bounded(view).blocks

    assert len(shown.lines) == 40
