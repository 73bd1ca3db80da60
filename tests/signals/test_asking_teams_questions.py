"""Questions of policy: what teams answered, folded from events, in numbers that point to nobody."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.records import Id, Often, Question, Reply
from beraad.report.compose.asking import told_counts
from beraad.signals.events import EventKind, erased_payload, event, said_payload
from beraad.signals.question_file import LONGEST, Letter, Unfit, read, written
from beraad.signals.questions import entity_of, gathered, team_mark

DAY = date(2026, 11, 18)
KEY = "f" * 32
QUESTION = Question(id=Id("a" * 32), asked="Zien jullie dit?", role="beleid", on=DAY)


def a_reply(number=0, *, team="Noord", week="2026-W47", often=Often.SOME, on=DAY, **said):
    return Reply(
        id=Id(f"{number:032x}"),
        question=QUESTION.id,
        often=often,
        team=team_mark(QUESTION.id, team, key=KEY),
        week=week,
        on=on,
        **said,
    )


def told(*replies, seen=()):
    """Events of laptops that each wrote one thing."""
    return [
        event(
            device=f"{number:032x}",
            seq=1,
            prev="",
            kind=EventKind.ASKED if isinstance(said, Question) else EventKind.REPLIED,
            entity=entity_of(QUESTION.id),
            seen=seen,
            payload=said_payload(said),
        )
        for number, said in enumerate((QUESTION, *replies), start=1)
    ]


def test_a_number_needs_three_beraden_of_two_teams():
    few = [a_reply(1), a_reply(2, team="Zuid")]
    (one,) = gathered(told(*few))
    assert one.seen is None
    assert one.by_often == {}

    (one,) = gathered(told(*few, a_reply(3, week="2026-W48")))
    assert (one.seen.beraden, one.seen.teams) == (3, 2)
    assert one.unseen is None


def test_three_beraden_of_one_team_are_no_number():
    (one,) = gathered(told(*(a_reply(n, week=f"2026-W4{n}") for n in range(5))))
    assert one.seen is None


def test_what_teams_say_is_hidden_until_nobody_can_be_told_from_it():
    replies = [a_reply(1, words="Zeldzaam woord."), a_reply(2, team="Zuid", words="Ook hier.")]
    assert gathered(told(*replies))[0].words == ()

    (one,) = gathered(told(*replies, a_reply(3, team="West", words="Ook hier.")))
    assert one.words == ("Ook hier.", "Zeldzaam woord.")


def test_who_did_not_see_it_is_counted_apart():
    replies = [a_reply(n, team=f"T{n}", often=Often.NEVER) for n in range(3)]
    (one,) = gathered(told(*replies))
    assert one.seen is None
    assert one.unseen.beraden == 3
    assert one.by_often == {}


def test_a_beraad_counts_once_and_the_later_answer_stands():
    first = told(a_reply(1, often=Often.NEVER))
    later = event(
        device="f" * 32,
        seq=1,
        prev="",
        kind=EventKind.REPLIED,
        entity=entity_of(QUESTION.id),
        seen=[each.mark for each in first],
        payload=said_payload(a_reply(2, often=Often.MANY)),
    )
    for events in ([*first, later], [later, *first]):
        (one,) = gathered(events)
        assert [reply.often for reply in one.replies] == [Often.MANY]


@pytest.mark.parametrize("device", [f"{number:032x}" for number in range(6)])
def test_the_later_answer_stands_also_when_others_answered_after_both(device):
    events = told()
    for said in (
        a_reply(1, often=Often.NEVER),
        a_reply(2, often=Often.MANY),
        a_reply(3, team="Zuid"),
        a_reply(4, team="West"),
    ):
        events.append(
            event(
                device=device,
                seq=len(events),
                prev="" if len(events) == 1 else events[-1].mark,
                kind=EventKind.REPLIED,
                entity=entity_of(QUESTION.id),
                seen=[events[-1].mark],
                payload=said_payload(said),
            )
        )
    again = {each.mark: each for each in events}
    (one,) = gathered(again.values())
    assert sorted(int(reply.id, 16) for reply in one.replies) == [2, 3, 4]


def test_an_erased_question_is_gone_with_its_answers():
    events = told(a_reply(1))
    erased = event(
        device="e" * 32,
        seq=1,
        prev="",
        kind=EventKind.ERASED,
        entity=entity_of(QUESTION.id),
        seen=[each.mark for each in events],
        payload=erased_payload(),
    )
    assert gathered([*events, erased]) == ()


def test_the_mark_of_a_team_tells_nothing_beside_another_question():
    mark = team_mark(Id("a" * 32), "Team  noord", key=KEY)
    assert mark == team_mark(Id("a" * 32), "team Noord", key=KEY)
    assert mark != team_mark(Id("b" * 32), "team Noord", key=KEY)
    assert mark != team_mark(Id("a" * 32), "team Noord", key="e" * 32)


@given(
    st.lists(
        st.tuples(st.sampled_from("NZOW"), st.integers(40, 52), st.sampled_from(Often)), max_size=14
    ),
    st.randoms(use_true_random=False),
)
def test_any_order_says_the_same_and_no_number_is_small(answers, dice):
    replies = [
        a_reply(number, team=team, week=f"2026-W{week}", often=often)
        for number, (team, week, often) in enumerate(answers, start=1)
    ]
    events = told(*replies)
    found = gathered(events)
    mixed = [*events, *dice.choices(events, k=3)]
    dice.shuffle(mixed)

    assert gathered({each.mark: each for each in mixed}.values()) == found
    (one,) = found
    for count in (one.seen, one.unseen, *one.by_often.values()):
        assert count is None or (count.beraden >= 3 and count.teams >= 2)


@given(
    st.lists(
        st.tuples(st.sampled_from("NZOW"), st.integers(40, 52), st.sampled_from(Often)), max_size=14
    ),
    st.sampled_from("NZOWX"),
    st.sampled_from(Often),
)
def test_one_answer_more_is_seen_in_nothing_until_the_number_moves(answers, team, often):
    before = [
        a_reply(number, team=who, week=f"2026-W{week}", often=how, words=f"Zin {number}.")
        for number, (who, week, how) in enumerate(answers, start=1)
    ]
    more = a_reply(
        99, team=team, week="2026-W53", often=often, words="Zin 99.", on=date(2026, 12, 31)
    )
    events = told(*before, more)
    (was,) = gathered(events[:-1])
    (now,) = gathered(events)

    if now.seen == was.seen:
        assert (now.by_often, now.words) == (was.by_often, was.words)
    else:
        assert now.seen.beraden == (was.seen.beraden if was.seen else 0) + 3
        assert set(was.words) <= set(now.words)
    both = {reply.often is Often.NEVER for reply in was.replies} == {True, False}
    if both and (now.seen, now.unseen) == (was.seen, was.unseen):
        assert list(told_counts(now)) == list(told_counts(was))


def test_a_letter_comes_back_as_it_was_written():
    for letter in (
        Letter(question=QUESTION),
        Letter(question=QUESTION, reply=a_reply(1, words="Ja “hoor”."), practice=True),
    ):
        assert read(written(letter).decode()) == letter


GOOD = written(Letter(question=QUESTION, reply=a_reply(1, words="Ja."))).decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GOOD, ""),
        (GOOD, "[]"),
        (GOOD, "[" * 9_000),
        (GOOD, '{"beraad-vraag": true}'),
        ('"beraad-vraag": 1', '"beraad-vraag": 2'),
        ('"beraad-vraag": 1', '"beraad-vraag": 0'),
        ('"oefening": false', '"oefening": 0'),
        ('"Zien jullie dit?"', '" "'),
        ('"Zien jullie dit?"', "5"),
        ('"Zien jullie dit?"', f'"{"x" * (LONGEST + 1)}"'),
        ('"Zien jullie dit?"', '"Zien\\u202e jullie"'),
        ('"Zien jullie dit?"', '"Zien\\njullie"'),
        ('"some"', '"altijd"'),
        ("2026-W47", "2026-W99"),
        ('"on": "2026-11-18"', '"on": "gisteren"'),
        (a_reply(1).team, "Team Noord"),
        (f'"question": "{"a" * 32}"', f'"question": "{"b" * 32}"'),
        (f'"id": "{"a" * 32}"', '"id": "../../weg"'),
    ],
)
def test_what_is_no_letter_is_refused_without_a_word_of_it(old, new):
    assert old in GOOD
    with pytest.raises(Unfit) as refused:
        read(GOOD.replace(old, new))
    for word in ("Zien jullie", "gisteren", "altijd", "Team Noord", "weg"):
        assert word not in str(refused.value)


@given(
    st.text(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["beraad-vraag", "oefening", "vraag", "antwoord", "id", "on", "asked"]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    ).map(json.dumps)
)
def test_whatever_stands_in_a_file_it_is_a_letter_or_refused(text):
    try:
        found = read(text)
    except Unfit:
        return
    assert found.question.asked.strip()
