"""What people type stands as they typed it: after a label or by itself, never in our sentences."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beraad.editing.operations import with_all_whole
from beraad.group.compose import view_of
from beraad.group.said import said_in
from beraad.group.state import GroupState, Show
from beraad.lessons.proposals import proposals
from beraad.phases.course import Course
from beraad.phases.rondes import PHASES
from beraad.privacy.clean import clean, clean_signal
from beraad.records import PhaseKey, Progress
from beraad.records.anatomy import list_sections, single_sections, text_fields
from beraad.report.compose import signal_report, work_report
from beraad.report.forms.kinds import made
from beraad.report.forms.names import FormKind
from beraad.report.forms.plain import paragraphs
from beraad.report.forms.plan import Plan
from beraad.report.plain import plain_text
from tests.builders import HELD_ON, filled_session
from tests.report.reading import texts_in

odd = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

_STARTS = st.sampled_from(
    (
        "Geen schade",
        "geen rust, ook al",
        "voor binnen drie weken",
        "De brievenbus mij niet losliet",
        "Eerlijk zijn tegen iedereen",
        "omdat het moet, omdat",
        "Niet",
        "van wie dan ook",
        "Ik kies voor",
        "uiterlijk, voor het eind",
        "tegenover elkaar en",
        "(tussen haken)",
        "IJs en weder",
    )
)
_ENDS = st.sampled_from(("", ".", "!", "…", "?", ","))
_KEPT = {"participants", "decisions", "known_words", "versions", "as_typed"}
_BEFORE = re.compile(r"(?:.*: |.*\? |.* · |(?:◆ |● )?[A-Z] )?", re.DOTALL)
_AFTER = re.compile(r"(?: · .*)?", re.DOTALL)


def said_alone(text, lines):
    """Whether the text stands by itself or after a label on one of the lines."""
    for line in lines:
        at = line.find(text)
        while at >= 0:
            before, after = line[:at], line[at + len(text) :]
            if _BEFORE.fullmatch(before) and _AFTER.fullmatch(after):
                return True
            at = line.find(text, at + 1)
    return False


@st.composite
def beraden(draw):
    """A beraad in which every text is odd, and no two are the same."""
    session, numbers = filled_session(), count(1)

    def odd_text():
        return f"{draw(_STARTS)} {_WORDS[next(numbers) % len(_WORDS)]}{draw(_ENDS)}"

    def odd_record(record):
        return replace(record, **{name: odd_text() for name in text_fields(type(record))})

    odd_sections = {name: odd_record(getattr(session, name)) for name in single_sections()}
    odd_sections |= {
        name: tuple(map(odd_record, getattr(session, name)))
        for name in list_sections()
        if name not in _KEPT
    }
    return replace(session, **odd_sections)


_WORDS = tuple(
    f"{one}{two}{three}"
    for one in "bdfgkpz"
    for two in ("oemel", "ierel", "aapel", "ijnel", "uiter")
    for three in ("st", "ng", "rk", "ls", "mp", "pt", "nk")
)


@odd
@given(beraden())
def test_every_text_stands_as_it_was_typed_in_a_verslag(session):
    cleaned = clean(session)
    lines = plain_text(work_report(cleaned)).splitlines()

    typed = [text for text in texts_in(cleaned) if len(text) > 1]
    assert [text for text in typed if not said_alone(text, lines)] == []


@odd
@given(beraden())
def test_every_text_stands_as_it_was_typed_in_a_signal(session):
    cleaned = clean_signal(session)
    lines = plain_text(signal_report(cleaned)).splitlines()

    assert [text for text in texts_in(cleaned) if not said_alone(text, lines)] == []


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif hasattr(value, "__dataclass_fields__"):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


@odd
@given(beraden())
def test_what_the_group_sees_stands_as_it_was_typed(session):
    cleaned = clean(session, cautious=True)
    shown = [
        line
        for phase in PHASES
        for block in said_in(phase.key, cleaned, Course.of(session))
        for text in strings(block)
        for line in text.splitlines()
    ]
    weighed = [
        text
        for one in cleaned.considerations
        for text in (one.value, one.harm, one.limiting)
        if text
    ]
    harms = [text for one in cleaned.harms for text in (one.text, one.who)]

    assert [text for text in (*weighed, *harms) if not said_alone(text, shown)] == []


@odd
@given(beraden())
def test_what_is_proposed_for_a_lesson_stands_as_it_was_typed(session):
    cleaned = clean(session)
    lines = "\n".join(proposals(cleaned).values()).splitlines()
    values = {value.name for value in cleaned.values if value.core}

    assert [text for text in values if "[" not in text and text not in lines] == []


def glued(cleaned, lines):
    """What is shown somewhere and never by itself.

    The gate may make two texts nearly the same; what is a part of another cannot be told.
    """
    texts = set(texts_in(cleaned))
    return [
        text
        for text in texts
        if len(text) > 1
        and any(text in line for line in lines)
        and not said_alone(text, lines)
        and not any(text in other for other in texts - {text})
    ]


@odd
@given(beraden())
def test_nothing_is_glued_on_paper(session):
    cleaned = clean(session, cautious=True)
    for kind in FormKind:
        lines = [
            line for part in paragraphs(made(kind, cleaned, Plan())) for line in part.splitlines()
        ]

        assert glued(cleaned, lines) == []


@odd
@given(beraden(), st.sampled_from(list(Show)), st.sampled_from(list(PhaseKey)))
def test_nothing_is_glued_on_the_screen_of_the_group(session, show, ronde):
    session = replace(session, progress=Progress(phase=ronde))
    revealed = frozenset(one.id for one in session.considerations)
    view = view_of(session, GroupState(show=show, revealed=revealed))
    lines = [line for text in strings(view) for line in text.splitlines()]

    assert glued(clean(session, cautious=True), lines) == []


@odd
@given(beraden())
def test_nothing_is_glued_when_afwegingen_stand_whole(session):
    cleaned = clean(with_all_whole(session, agreed=True, today=HELD_ON))
    lines = plain_text(work_report(cleaned)).splitlines()

    assert cleaned.stands_whole
    typed = [text for text in texts_in(cleaned) if len(text) > 1]
    assert [text for text in typed if not said_alone(text, lines)] == []
