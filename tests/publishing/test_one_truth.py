"""What is told in one place is never denied in another: totals and rows, brief and overzicht."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from beraad.phases.phrasing import capital
from beraad.phases.wording import ROW_STANDING_LABELS
from beraad.publishing.overviewing import Counted, cleaned_overview, csv_of, documents, sheet_for
from beraad.records import (
    SOON,
    Helped,
    Outcome,
    Period,
    RowStanding,
    SignalLevel,
    SignalStatus,
    Tally,
)
from beraad.report.compose.counting import MAYBE_LEFT, standing_for_others
from beraad.report.compose.policy_letter import counted_rows
from beraad.report.plain import plain_text
from beraad.signals.facts import Heard
from beraad.signals.small_numbers import half_year
from tests.signals.support import TODAY, facts, line

TEAMS = ("Noord", "Zuid", "Oost")
TITLES = ("Wachten zonder inkomen", "Giften van familie", "Twee loketten")
VOICES = ("de inwoner", "de kinderen", "de partner")
CLASHES = (("moed", "privacy"), ("rust", "zorg"))
START = date(2026, 1, 5)
HALVES = (half_year(date(2026, 3, 1)), half_year(date(2026, 9, 1)))
YEAR = Period(HALVES[0].first, HALVES[1].last)

ends = st.one_of(
    st.just({}),
    st.just({"asked_on": None, "status": SignalStatus.DRAFT}),
    st.builds(
        lambda weeks, outcome, status, helped: {
            "weeks": weeks,
            "outcome": outcome,
            "status": status,
            "helped": helped,
        },
        st.integers(0, 20),
        st.one_of(st.none(), st.sampled_from(tuple(Outcome))),
        st.sampled_from(
            (
                SignalStatus.ANSWERED,
                SignalStatus.TOLD,
                SignalStatus.WEIGHED,
                SignalStatus.CLOSED,
            )
        ),
        st.sampled_from((None, *Helped)),
    ),
)
talk = st.tuples(
    st.sampled_from(TEAMS),
    st.integers(0, 45),
    st.sampled_from(TITLES),
    st.sampled_from((None, *SignalLevel)),
    st.frozensets(st.sampled_from(VOICES)),
    st.sampled_from(CLASHES),
    st.booleans(),
    ends,
)
registers = st.lists(talk, max_size=40)


def counted(talks):
    lines, held = [], []
    for number, (team, week, title, level, voices, clash, of_a_beraad, end) in enumerate(talks):
        day = START + timedelta(weeks=week)
        changes = dict(end)
        if "weeks" in changes:
            changes["answered_on"] = day + timedelta(weeks=changes.pop("weeks"))
            heard = changes["status"] is not SignalStatus.ANSWERED
            changes["told_on"] = changes["answered_on"] if heard else None
        one = line(number, team=team, on=day, title=title, level=level, **changes)
        lines.append(one if of_a_beraad else one._replace(week=""))
        said = dict.fromkeys(voices, Heard.SAID)
        held.append(facts(team=team, on=day, voices=said, clashes=frozenset({clash})))
    arrived = {one.id: number for number, one in enumerate(lines)}
    return Counted(
        folder=Path(),
        lines=tuple(lines),
        facts=tuple(held),
        arrived=arrived,
        perspectives=(*VOICES, "lege stoel"),
    )


def made(talks, period=YEAR):
    return cleaned_overview(counted(talks), period, today=TODAY)


def number(count):
    return count.beraden if count else 0


def of(tally: Tally | None):
    return number(tally.count) if tally else 0


one_team_first = [
    (team, week, TITLES[0], SignalLevel.LAW, frozenset(), CLASHES[0], True, {})
    for week, team in enumerate(("Noord",) * 5 + ("Zuid",))
]
"""A group of six beraden, which counts for three: the total was six."""


@given(registers)
@example(one_team_first)
def test_a_total_is_what_is_in_its_rows(talks):
    cleaned = made(talks)
    overview, found = cleaned.overview, cleaned.patterns
    answers = found.answers
    for total, rows in (
        (overview.total, [number(row.count) for row in overview.rows]),
        (found.located, [number(count) for _, count in found.levels]),
        (
            answers.total,
            [of(answers.answered), of(answers.waiting), _named(answers.steps, "geen antwoord")],
        ),
    ):
        assert max(rows, default=0) <= number(total) <= sum(rows)


def _named(tallies, begin):
    return of(next((one for one in tallies if one.name.startswith(begin)), None))


@given(registers)
def test_a_part_is_never_more_than_what_it_is_of(talks):
    found = made(talks).patterns
    answers = found.answers
    within = [_named(answers.steps, f"antwoord binnen {weeks} weken") for weeks in (4, SOON, 13)]

    assert within == sorted(within)
    assert within[-1] <= of(answers.answered) <= number(answers.total)
    assert _named(answers.steps, "wacht langer") <= of(answers.waiting)
    for one in found.went_well:
        if one.name.startswith(("Na signalen", "Van signalen")):
            assert of(one) <= of(answers.answered)
    for count in (*(one.count for one in found.clashes), *map(_missed, found.voices)):
        assert number(count) <= number(found.total)


def _missed(voice):
    return voice.unnamed


@given(registers)
def test_a_year_is_its_two_halves(talks):
    """Also of a voice that nobody named in one of them."""
    year, *halves = (_numbers(made(talks, period)) for period in (YEAR, *HALVES))

    for name, told in year.items():
        assert told == sum(half.get(name, 0) for half in halves), name


def _numbers(cleaned):
    found = cleaned.patterns
    return {
        **{("knelpunt", row.key): number(row.count) for row in cleaned.overview.rows},
        **{("niveau", level): number(count) for level, count in found.levels},
        **{("stem", one.name): number(one.unnamed) for one in found.voices},
        **{("antwoord", one.name): of(one) for one in found.answers.steps},
        **{("botst", one.name): of(one) for one in found.clashes},
        **{("goed", one.name): of(one) for one in found.went_well},
    }


@given(registers)
def test_the_brief_the_overzicht_the_csv_and_the_sheet_say_the_same(talks):
    cleaned = made(talks)
    report, letter = map(plain_text, documents(cleaned))
    rows = list(csv.reader(StringIO(csv_of(cleaned).decode("utf-8-sig")), delimiter=";"))[1:]
    told = {row[0]: row for row in rows}

    for row in counted_rows(cleaned.overview):
        _, teams, beraden, since, _, standing, _, _ = told[row.title]
        often = f"ten minste {beraden} beraden van {teams} teams"
        about = letter.partition(f"  {row.title}\n")[2].strip().splitlines()[0]
        assert f"{often} · sinds {since}" in about
        assert capital(standing_for_others(row)) in letter
        sheet = plain_text(sheet_for(cleaned, row))
        assert f"{often}, sinds {since}" in sheet
        assert standing in sheet
    for sentence in re.findall(r"[^.\n]*ten minste \d+[^.\n]*", letter):
        if " · " not in sentence:
            assert sentence.strip() in report
    for text in (report, letter):
        assert MAYBE_LEFT in text
        assert "Op een andere laptop kan een aantal anders zijn" in text
    for row in rows:
        assert MAYBE_LEFT in row[-1]


@given(registers)
def test_nothing_is_called_done_that_signalen_does_not_show_as_done(talks):
    done = {one for one, label in ROW_STANDING_LABELS.items() if label.startswith("af")}
    lines = {one.id: one for one in counted(talks).lines}
    for row in made(talks).overview.rows:
        statuses = {lines[one].status for one in row.signals}
        assert bool(done & set(row.standings)) == (SignalStatus.CLOSED in statuses)
        assert (RowStanding.TO_CLOSE in row.standings) == (SignalStatus.WEIGHED in statuses)


def test_a_voice_that_nobody_named_is_missed_most():
    talks = [
        (TEAMS[week % 3], week, TITLES[0], None, frozenset(VOICES[:1]), CLASHES[0], True, {})
        for week in range(6)
    ]
    found = made(talks).patterns

    assert [one.name for one in found.voices][-1] == VOICES[0]
    report, _ = map(plain_text, documents(made(talks)))
    told = "In 6 van 6 beraden werd niet genoemd: de kinderen"
    assert f"{told}; in evenveel beraden de partner en lege stoel." in report


@pytest.mark.parametrize("of_a_beraad", [True, False])
def test_what_was_written_without_a_beraad_is_not_said_of_a_few_beraden(of_a_beraad):
    seen = [(team, 1, TITLES[0], None, frozenset(), CLASHES[0], True, {}) for team in TEAMS]
    alone = (TEAMS[0], 2, TITLES[1], None, frozenset(), CLASHES[0], of_a_beraad, {})
    cleaned = made([*seen, alone, *((one[0], 3, *one[2:]) for one in seen)])
    _, letter = map(plain_text, documents(cleaned))
    row = next(one for one in cleaned.overview.rows if one.title == TITLES[1])
    sheet = plain_text(sheet_for(cleaned, row))

    said = f"enkele beraden noemden het: {TITLES[1]}"
    assert (said in letter) == of_a_beraad
    assert ("zonder beraad gemeld: " in letter) != of_a_beraad
    assert ("zonder beraad, sinds" in sheet) != of_a_beraad
    assert (f'"{TITLES[1]}";"enkele";"enkele"' in csv_of(cleaned).decode()) == of_a_beraad


def test_what_is_not_countable_is_said_of_what():
    nothing = replace(counted([]), facts=())
    _, letter = documents(cleaned_overview(nothing, YEAR, today=TODAY))

    brief = plain_text(letter)
    assert "Hier is nog niets" not in brief
    for about in ("Welke knelpunten terugkomen", "Welke waarden botsen", "Hoe vaak er antwoord"):
        assert about in brief
