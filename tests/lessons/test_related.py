"""What a beraad offers for its leerverslag, and which earlier ones are about the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.lessons.copied import copied, told
from beraad.lessons.proposals import proposals
from beraad.lessons.related import related, settled, settled_from
from beraad.privacy.clean import clean
from beraad.records import Id, Lesson, Value
from tests.builders import a_registered_lesson, empty_session, filled_session

LATER = date(2027, 12, 1)


def with_values(*names, **changes):
    values = tuple(
        Value(id=Id(f"v{number}"), stakeholder_id=Id("s"), name=name)
        for number, name in enumerate(names)
    )
    return replace(empty_session(), values=values, **changes)


@pytest.mark.parametrize(
    ("session", "found"),
    [
        (with_values("bestaanszekerheid", "rechtsgelijkheid"), True),
        (with_values("Bestaanszekerheid ", "RECHTSGELIJKHEID"), True),
        (with_values("bestaanszekerheid"), False),
        (with_values("bestaanszekerheid", "bestaanszekerheid"), False),
        (with_values("bestaanszekerheid", "gelijkheid"), False),
        (with_values("", ""), False),
        (with_values(lesson=Lesson(themes="Uitzondering")), True),
        (with_values(lesson=Lesson(bottleneck="wachttijd zonder inkomen")), True),
        (with_values(lesson=Lesson(themes="iets, anders")), False),
        (with_values(), False),
    ],
)
def test_two_values_a_theme_or_the_knelpunt_make_it_the_same_conflict(session, found):
    assert bool(related(session, [a_registered_lesson()], LATER)) is found


def test_a_beraad_is_not_earlier_than_itself():
    lesson = a_registered_lesson()
    session = with_values("bestaanszekerheid", "rechtsgelijkheid", id=lesson.id)

    assert related(session, [lesson], LATER) == ()


def test_a_lesson_without_themes_is_not_about_the_same_as_a_beraad_without():
    lesson = a_registered_lesson(themes="", bottleneck="")

    assert related(with_values(), [lesson], LATER) == ()


def test_a_first_lesson_waits_half_a_year_or_until_there_are_three():
    first, second, third = map(a_registered_lesson, ("een", "twee", "drie"))
    approved = first.content.approved_on

    assert settled([first, second], approved) == ()
    assert settled([first, second, third], approved) == (first, second, third)
    assert settled([first], settled_from(first)) == (first,)
    assert settled([first], settled_from(first) - date.resolution) == ()


def test_only_what_settled_is_told_in_another_beraad():
    session = with_values("bestaanszekerheid", "rechtsgelijkheid")
    lessons = [a_registered_lesson(name) for name in ("een", "twee", "drie")]
    approved = lessons[0].content.approved_on

    assert related(session, lessons[:2], approved) == ()
    assert len(related(session, lessons, approved)) == 3


def test_what_is_proposed_comes_from_the_cleaned_beraad():
    session = filled_session()
    named = replace(session, opening=replace(session.opening, title="Hulp voor Gülşen Öztürk"))

    offered = proposals(clean(named))

    assert "Gülşen" not in offered["title"]
    assert offered["lesson"] == session.conclusion.lesson
    assert offered["dilemma"].splitlines()[1:] == [
        "A: Een voorschot geven",
        "B: De vier weken aanhouden",
    ]
    assert session.dialogue.core_difference in offered["considerations"]
    assert offered["bottleneck"] == session.signal.bottleneck


def test_what_is_proposed_holds_no_placeholder_but_words_to_go_on_with():
    """Approval refuses "[persoon 1]": a concept that begins with it leads nowhere."""
    session = filled_session()
    lesson = "[persoon 1] belde met [kenmerk 3] naar de [school]. [organisatie 2] wist dat niet."
    session = replace(session, conclusion=replace(session.conclusion, lesson=lesson))

    offered = proposals(clean(session))["lesson"]

    assert "[" not in offered
    assert offered == "Iemand belde met … naar een school. Een organisatie wist dat niet."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij vroeg waar hij vanavond van moest eten.", 1),
        ("Vooraf.  HIJ vroeg waar hij vanavond\nvan moest eten.", 0),
        ("hij  VROEG waar hij vanavond van moest eten", 1),
        ("Iemand vroeg hulp terwijl de regel van wachten uitging.", 0),
        ("Hij belt.", 0),
        ("", 0),
    ],
)
def test_a_sentence_of_the_case_is_pointed_out(text, expected):
    assert len(copied(text, told(clean(filled_session())))) == expected


def test_an_empty_beraad_proposes_nothing():
    assert proposals(clean(empty_session())) == {}
