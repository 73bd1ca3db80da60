"""Who chose what cannot be worked out from a werkverslag, whatever a reader knows besides."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.privacy.leaving.seal import SEAL
from beraad.records import Consideration, Id, Participant
from beraad.report.compose import short_report, work_report
from beraad.report.compose.weighing import considerations
from beraad.report.formats import Format, rendered
from beraad.report.plain import block_paragraphs, plain_text
from tests.builders import filled_session

MADE = (work_report, short_report)
FIELDS = ("value", "harm", "limiting", "needs", "needs_from", "virtue", "revised_because")
WORDS = ("mus", "ree", "das", "uil", "eend", "hert", "otter")
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def options():
    return [option.id for option in filled_session().options[:3]]


def beraad(said, people=0):
    """These afwegingen, and as many people at the table as there are, or more."""
    session = filled_session()
    return replace(
        session,
        participants=tuple(
            Participant(id=Id(f"p{n}"), role="rol") for n in range(max(people, len(said)))
        ),
        considerations=tuple(
            Consideration(id=Id(f"c{n}"), participant_id=Id(f"p{n}"), **one)
            for n, one in enumerate(said)
        ),
    )


def told(said, people=0):
    cleaned = clean(beraad(said, people))
    return tuple(plain_text(made(cleaned)) for made in MADE)


@st.composite
def weighed(draw):
    """What each of three to six people chose, first and in the end, with words of their own."""
    ids = st.sampled_from(options())
    return [
        {
            "choice_id": draw(ids),
            "revised_choice_id": draw(st.none() | ids),
            **{field: f"{name} {field.replace('_', ' ')}" for field in FIELDS},
        }
        for name in WORDS[: draw(st.integers(3, 6))]
    ]


def letters_of(said):
    return {one[name] for one in said for name in ("choice_id", "revised_choice_id")} - {None}


@few
@given(st.data())
def test_the_verslag_is_the_same_however_the_choices_went(data):
    """Only which options were chosen at all shows: not by whom, how often, before or after."""
    said = data.draw(weighed())
    named = sorted(letters_of(said))
    ids = st.sampled_from(named)
    other = [
        {**one, "choice_id": data.draw(ids), "revised_choice_id": data.draw(st.none() | ids)}
        for one in said
    ]
    for place, missing in enumerate(sorted(set(named) - letters_of(other))):
        other[place // 2]["revised_choice_id" if place % 2 else "choice_id"] = missing
    if letters_of(other) != set(named):
        return

    assert told(other) == told(said)


@pytest.mark.parametrize(
    "said",
    [
        [("A", ""), ("A", ""), ("B", "")],
        [("A", "B"), ("B", ""), ("B", ""), ("B", "")],
        [("A", ""), ("A", ""), ("A", ""), ("A", ""), ("B", "")],
        [("A", ""), ("A", ""), ("B", ""), ("B", "A")],
        [("A", "C"), ("B", ""), ("C", "")],
    ],
    ids=["one alone", "moved to the others", "five", "two and two", "three options"],
)
def test_each_may_have_chosen_whatever_was_chosen(said):
    """Who tries every way it may have gone is left with every named option for everybody."""
    ids = options()
    cleaned = clean(beraad([{"choice_id": ids[0], "value": f"{name} waarde"} for name in WORDS]))

    def seen(world):
        """What the verslag says of afwegingen when it went like this."""
        people = tuple(
            replace(one, choice=first, revised_choice=last)
            for one, (first, last) in zip(cleaned.considerations, world, strict=False)
        )
        blocks = considerations(replace(cleaned, seal=SEAL, considerations=people))
        return tuple(line for block in blocks for line in block_paragraphs(block))

    named = {letter for pair in said for letter in pair if letter}
    ways = [(first, last) for first in named for last in ("", *named - {first})]
    shown = seen(said)
    alike = [world for world in product(ways, repeat=len(said)) if seen(world) == shown]

    assert {letter for world in alike for pair in world for letter in pair if letter} == named
    for person in range(len(said)):
        assert {last or first for first, last in (world[person] for world in alike)} == named
        assert {first for first, _ in (world[person] for world in alike)} == named


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.JSON])
@pytest.mark.parametrize("made", MADE)
def test_no_file_shows_what_somebody_left_for_what(form, made):
    first, second, _ = options()
    values = ("rust", "zorg", "moed", "trouw")
    stayed = [
        {"choice_id": one, "value": v}
        for one, v in zip((first, first, second, second), values, strict=True)
    ]
    moved = [{**one} for one in stayed]
    moved[0]["revised_choice_id"] = second

    assert rendered(made(clean(beraad(moved))), form) == rendered(made(clean(beraad(stayed))), form)


def test_the_rows_are_not_as_many_as_the_people():
    """Of six lines a reader cannot tell whether everybody wrote one, or somebody stayed out."""
    said = [{"choice_id": options()[0], "value": f"{name} waarde"} for name in WORDS[:6]]

    assert told(said, people=6) == told(said, people=7)
    assert "vijf tot en met zeven deelnemers" in told(said)[0]
