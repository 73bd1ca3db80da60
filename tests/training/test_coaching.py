"""What an oefencasus gives a trainer: complete in what ships, and read with place and reason."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import chain

import pytest

from beraad.errors import Solvable
from beraad.phases.behaviours import THROUGHOUT, Behaviour, Label, behaviours, behaviours_in
from beraad.records import CaseState, PhaseKey
from beraad.training.coaching import Coaching, Manner, Step, read_coaching
from beraad.training.place import Place
from beraad.training.practice import PracticeCase, load, practice_cases

CASES = practice_cases()
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def read(**header: object) -> Coaching:
    return read_coaching(dict(header), Place("eigen.casus", "oefening"))


ROUND = {
    "phase": "case",
    "leerdoel": "Luisteren.",
    "valkuil": "Iemand praat ertussen.",
    "modelvraag": "Wat gebeurde er toen?",
    "minuten": 8,
}
ROLE = {
    "rol": "jurist",
    "weet": "Je kent de regel.",
    "bij_open_vraag": "Je twijfelt eraan.",
    "gedrag": "stil",
    "zegt": "Het mag.",
}
SEEN = {"phase": "case", "gezien": {"feiten": "goed"}, "vragen": {"open": 2}}
MOMENT = {"op": "05:40", "wat": "Liet een stilte staan.", "ingreep": "gezien"}


@each_case
def test_nothing_is_lacking(case: PracticeCase):
    assert case.coaching.lacking() == ()
    assert case.coaching.takeaway is not None


@each_case
def test_the_worked_observation_labels_every_behaviour(case: PracticeCase):
    labelled = {(seen.place, key) for seen in case.coaching.seen for key in seen.labels}

    assert labelled == {(one.place, one.key) for one in behaviours()}
    assert {seen.place for seen in case.coaching.seen} == {*PhaseKey, THROUGHOUT}


@each_case
def test_a_worked_observation_shows_good_and_less_good(case: PracticeCase):
    labels = set(chain.from_iterable(seen.labels.values() for seen in case.coaching.seen))
    steps = {moment.step for seen in case.coaching.seen for moment in seen.moments}

    assert {Label.GOOD, Label.FAIR, Label.THIN} <= labels
    assert {Step.SEEN, Step.MISSED} <= steps


@each_case
def test_moments_fall_within_the_minutes_of_their_ronde(case: PracticeCase):
    for seen in case.coaching.seen:
        for moment in seen.moments:
            guidance = case.coaching.of(PhaseKey(seen.place))
            assert guidance is not None
            minutes, seconds = map(int, moment.at.split(":"))
            assert minutes * 60 + seconds < guidance.minutes * 60


@each_case
def test_roles_are_hard_in_different_ways_and_one_is_silent(case: PracticeCase):
    manners = {role.manner for role in case.coaching.roles}

    assert {Manner.ADVISES, Manner.JOKES, Manner.SILENT, Manner.BY_THE_BOOK} <= manners
    assert case.coaching.roles[0].name == "inbrenger"
    told = {person.role for person in _session(case).participants}
    assert {role.name for role in case.coaching.roles[1:]} <= told


@each_case
def test_the_minutes_are_believable(case: PracticeCase):
    minutes = [one.minutes for one in case.coaching.rounds]

    assert abs(sum(minutes) - case.minutes) <= 8
    spent = {one.phase: one.seconds for one in _session(case).time_spent}
    assert spent == {one.phase: one.minutes * 60 for one in case.coaching.rounds}


def test_one_case_is_over_and_went_well_and_one_is_about_policy():
    by_name = {case.name: _session(case) for case in CASES}

    assert by_name["een-brief-die-dicht-bleef"].opening.case_state is CaseState.CLOSED
    policy = by_name["het-loket-dat-digitaal-wordt"]
    assert "beleidsadviseur" in next(p.role for p in policy.participants if p.part == "case_owner")


def test_each_ronde_has_three_to_five_behaviours_with_a_question():
    for place in (*PhaseKey, THROUGHOUT):
        found = behaviours_in(place)
        assert 3 <= len(found) <= 5
        assert len({one.key for one in found}) == len(found)
        assert all(_is_well_put(one) for one in found)


def _is_well_put(one: Behaviour) -> bool:
    return one.text[0].islower() and not one.text.endswith(".") and one.question.endswith("?")


@pytest.mark.parametrize(
    ("header", "place", "reason"),
    [
        ({"moeilijkheid": "zwaar"}, "oefening.moeilijkheid", "kies uit om te beginnen"),
        ({"ronden": {}}, "oefening.ronden", "een rij"),
        ({"ronden": [{**ROUND, "phase": "ronde 1"}]}, "oefening.ronden[1].phase", "kies uit"),
        ({"ronden": [{**ROUND, "minuten": 0}]}, "oefening.ronden[1].minuten", "van 1 tot"),
        ({"ronden": [{**ROUND, "leerdoel": ""}]}, "oefening.ronden[1].leerdoel", "leeg"),
        ({"ronden": [{**ROUND, "tip": "x"}]}, "oefening.ronden[1].tip", "bestaat niet"),
        (
            {"rollen": [{**ROLE, "weet": "Jan\u200bsen"}]},
            "oefening.rollen[1].weet",
            "niet te zien",
        ),
        ({"ronden": [ROUND, ROUND]}, "oefening.ronden", "twee keer"),
        ({"rollen": [{**ROLE, "gedrag": "boos"}]}, "oefening.rollen[1].gedrag", "kies uit gewoon"),
        ({"rollen": [ROLE, {"rol": "x"}]}, "oefening.rollen[2].weet", "een tekst"),
        ({"observatie": [{**SEEN, "phase": "x"}]}, "oefening.observatie[1].phase", "niet"),
        (
            {"observatie": [{**SEEN, "gezien": {"feiten": "8"}}]},
            "oefening.observatie[1].gezien.feiten",
            "kies uit goed",
        ),
        (
            {"observatie": [{**SEEN, "gezien": {"netjes": "goed"}}]},
            "oefening.observatie[1].gezien.netjes",
            "kies uit feiten",
        ),
        (
            {"observatie": [{**SEEN, "vragen": {"open": -1}}]},
            "oefening.observatie[1].vragen",
            "van 0 tot",
        ),
        (
            {"observatie": [{**SEEN, "gehoord": ["a", "b", "c"]}]},
            "oefening.observatie[1].gehoord",
            "twee zinnen",
        ),
        (
            {"observatie": [{**SEEN, "momenten": [{**MOMENT, "op": "5 min"}]}]},
            "oefening.observatie[1].momenten[1].op",
            "05:40",
        ),
        ({"terugblik": {"behoud": "x"}}, "oefening.terugblik.probeer", "een tekst"),
        (
            {"ronden": [{**ROUND, "valkuil": "a" * 4001}]},
            "oefening.ronden[1].valkuil",
            "hoogstens 4000 tekens",
        ),
        (
            {"rollen": [{**ROLE, "rol": "jurist\x1b"}]},
            "oefening.rollen[1].rol",
            "niet te zien",
        ),
        ({"ronden": [ROUND, ROUND]}, "oefening.ronden", "ronde 1 · casus staat er twee keer"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(header, place, reason):
    with pytest.raises(Solvable) as refused:
        read(**header)

    assert f"eigen.casus klopt {place} niet:" in refused.value.happened
    assert reason in refused.value.happened


def test_a_case_of_ones_own_may_lack_it_all_and_hears_what_is_needed():
    lacking = read().lacking()

    assert [line.split()[0] for line in lacking] == ["Geef", "Schrijf", "Vul"]


def test_a_case_without_a_silent_role_hears_so():
    assert any("stil" in line for line in read(rollen=[{**ROLE, "gedrag": "grapt"}]).lacking())


def _session(case: PracticeCase):
    return load(case, now=datetime(2026, 11, 22, tzinfo=UTC), held_on=date(2026, 11, 24))


_NUMBERS = {
    **dict(zip(("één", "twee", "drie", "vier", "vijf", "zes"), range(1, 7), strict=True)),
    **dict(zip(("zeven", "acht", "negen", "tien", "elf", "twaalf"), range(7, 13), strict=True)),
}


@each_case
def test_nothing_lasted_longer_than_the_clock_of_its_ronde_had_run(case):
    for seen in case.coaching.seen:
        for moment in seen.moments:
            minutes, seconds = map(int, moment.at.split(":"))
            told = re.search(r"(\w+) minu(?:ut|ten)", moment.what)
            lasted = _NUMBERS.get(told[1], 0) if told else 15 if "kwartier" in moment.what else 0
            assert lasted <= minutes, moment
            part = case.coaching.of(PhaseKey(seen.place)) if seen.place in list(PhaseKey) else None
            assert part is None or minutes * 60 + seconds <= part.minutes * 60, moment
