from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beraad.store.lesson_index import LessonIndex, Within
from tests.builders import a_registered_lesson
from tests.strategies import registered_lessons, texts

HOSTILE = (
    '"',
    "'",
    "*",
    "NEAR(wachten uitzondering)",
    "wachten NEAR",
    "AND",
    "OR NOT",
    "title : wachten",
    "{title themes}: wachten",
    "(wachten",
    "^wachten",
    "wachten + +",
    "-wachten",
    "'; DROP TABLE words; --",
    "\0wachten",
    "%_\\",
    "\x02wachten\x03",
    "é" * 5000,
)


@pytest.fixture
def index():
    lessons = (
        a_registered_lesson("wachten"),
        a_registered_lesson(
            "post",
            title="Briéven van een ander openen",
            value_conflict="Privacy tegenover zorg",
            themes="post, vertrouwen",
            bottleneck="Onleesbare brieven",
            lesson="Vraag eerst of het mag.",
        ),
    )
    with LessonIndex(lessons) as made:
        yield made


def ids(found):
    return [one.lesson.id for one in found]


@pytest.mark.parametrize(
    ("asked", "within", "expected"),
    [
        ("", Within.ANYWHERE, ["wachten", "post"]),
        (" \n", Within.THEMES, ["wachten", "post"]),
        ("brieven", Within.ANYWHERE, ["post"]),
        ("BRIEVEN", Within.ANYWHERE, ["post"]),
        ("priv", Within.ANYWHERE, ["post"]),
        ("privacy zorg", Within.VALUES, ["post"]),
        ("privacy rechtsgelijkheid", Within.ANYWHERE, []),
        ("bestaanszekerheid", Within.VALUES, ["wachten"]),
        ("bestaanszekerheid", Within.THEMES, []),
        ("uitzondering", Within.THEMES, ["wachten"]),
        ("inkomen", Within.BOTTLENECK, ["wachten"]),
        ('"wachten" AND (zorg*', Within.ANYWHERE, ["post"]),
        ("ma\u0301g", Within.ANYWHERE, ["post"]),
    ],
)
def test_words_are_found_where_they_were_asked_for(index, asked, within, expected):
    assert sorted(ids(index.find(asked, within))) == sorted(expected)


@pytest.mark.parametrize("asked", HOSTILE)
@pytest.mark.parametrize("within", Within)
def test_no_sign_has_a_meaning_of_its_own(index, asked, within):
    assert set(ids(index.find(asked, within))) <= {"wachten", "post"}


@settings(max_examples=40, deadline=None)
@given(texts, st.sampled_from(Within), st.lists(registered_lessons, max_size=3))
@example("\ud7ff \u0300 ²", Within.ANYWHERE, [])
def test_whatever_is_asked_there_is_an_answer(asked, within, lessons):
    with LessonIndex(lessons) as index:
        found = index.find(asked, within)

    assert {one.lesson for one in found} <= set(lessons)


@settings(max_examples=40, deadline=None)
@given(registered_lessons)
def test_every_lesson_is_found_by_a_word_of_its_title(lesson):
    with LessonIndex([lesson]) as index:
        for word in lesson.content.title.split()[:3]:
            if word.isascii() and word.isalnum():
                assert ids(index.find(word)) == [lesson.id]


def test_a_passage_marks_what_was_found(index):
    [found] = index.find("brieven", Within.BOTTLENECK)

    assert [piece.text for piece in found.passage if piece.hit] == ["brieven"]
    assert "".join(piece.text for piece in found.passage) == "Onleesbare brieven"


def test_a_title_weighs_more_than_a_remark():
    remark = a_registered_lesson("terloops", title="Iets anders", considerations="Over post.")
    title = a_registered_lesson("titel", title="Post")
    with LessonIndex([remark, title]) as index:
        assert ids(index.find("post")) == ["titel", "terloops"]
