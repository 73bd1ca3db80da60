"""What an oefening was made of, kept beside it, and its filling beside that of the case."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from beraad.phases.course import Course
from beraad.records import PhaseKey, TimeSpent, new_id
from beraad.store.places import practice_folder
from beraad.training.comparing import compared
from beraad.training.exercise import Exercise, Tempo, recall, remember
from beraad.training.practice import load, practice_cases
from beraad.training.starting import begun_at

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HELD_ON = date(2026, 11, 24)
CASES = practice_cases()


def exercise_of(case=CASES[0], first=PhaseKey.CONSIDERATION) -> Exercise:
    return Exercise(case=case, name=case.name, first=first, tempo=Tempo.DOUBLE)


def test_it_is_known_again_with_a_copy_of_its_case(tmp_path: Path):
    remember(tmp_path, "1234", exercise_of())
    found = recall(tmp_path, "1234")

    assert found is not None
    assert found.case.title == CASES[0].title
    assert found.case.path != CASES[0].path
    assert found.case.coaching == CASES[0].coaching
    assert (found.name, found.first, found.tempo) == (
        CASES[0].name, PhaseKey.CONSIDERATION, Tempo.DOUBLE,
    )  # fmt: skip


def test_it_lies_beside_the_oefeningen_and_nowhere_near_a_real_beraad(tmp_path: Path):
    remember(tmp_path, "1234", exercise_of())

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".casus", ".json"}
    assert all(practice_folder(tmp_path) in path.parents for path in files)


@pytest.mark.parametrize(
    "told",
    [
        "",
        "[]",
        "{",
        '{"vorm": 2, "casus": "x", "ronde": "case", "tempo": 1.0}',
        '{"vorm": 1, "casus": "x", "ronde": "ronde 1", "tempo": 1.0}',
        '{"vorm": 1, "casus": "x", "ronde": "case", "tempo": 100}',
        "\x00" * 20,
    ],
)
def test_what_cannot_be_read_is_no_exercise(tmp_path: Path, told: str):
    remember(tmp_path, "1234", exercise_of())
    (practice_folder(tmp_path) / "oefening-1234.json").write_text(told, encoding="utf-8")

    assert recall(tmp_path, "1234") is None


@pytest.mark.parametrize("identity", ["../1234", "", "a/b", "x" * 100])
def test_only_an_identity_is_looked_for(tmp_path: Path, identity: str):
    assert recall(tmp_path, identity) is None


def test_everything_filled_is_remembered_as_no_ronde(tmp_path: Path):
    remember(tmp_path, "1234", exercise_of(first=None))

    assert (
        json.loads((practice_folder(tmp_path) / "oefening-1234.json").read_text())["ronde"] is None
    )
    found = recall(tmp_path, "1234")
    assert found is not None
    assert found.first is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("first", [key for key in PhaseKey if key is not PhaseKey.OPENING])
def test_only_what_was_practised_is_laid_side_by_side(case, first: PhaseKey):
    model = load(case, now=NOW, held_on=HELD_ON)
    course = Course.of(model)
    begun = begun_at(model, first)
    led = (TimeSpent(id=new_id(), phase=key, seconds=60) for key in course.keys)
    rondes = compared(replace(begun, time_spent=tuple(led)), exercise_of(case, first), model)

    assert [each.number for each in rondes] == list(range(course.number(first), 9))
    for ronde in rondes:
        assert ronde.question.endswith("?")
        assert ronde.model_question.endswith("?")
        assert any(part.model for part in ronde.parts)
        assert all(part.own == () for part in ronde.parts)


def test_ones_own_words_stand_beside_those_of_the_case():
    model = load(CASES[0], now=NOW, held_on=HELD_ON)
    own = begun_at(model, PhaseKey.DIALOGUE)
    own = replace(own, dialogue=replace(own.dialogue, shared="We willen elkaar begrijpen."))

    (dialogue,) = compared(own, exercise_of(first=PhaseKey.DIALOGUE), model)
    shared = next(part for part in dialogue.parts if part.label == "Wat delen we?")

    assert shared.own == ("We willen elkaar begrijpen.",)
    assert shared.model == (model.dialogue.shared,)


def test_an_afweging_is_shown_without_who_it_is_of():
    model = load(CASES[0], now=NOW, held_on=HELD_ON)
    consideration, *_ = compared(model, exercise_of(), model)
    (part,) = consideration.parts

    names = [person.name for person in model.participants]
    assert part.model
    assert not any(name in line for name in names for line in part.model)
    assert all(" · vanwege " in line for line in part.model)


def test_it_goes_when_the_oefening_is_erased():
    """Erasing takes what is called after a beraad; the mark stands in `store.wiping`."""
    from beraad.training.exercise import beside

    identity = "0f3c9a2b11d24ab0a6c4c6f2d2f4d111"
    assert f"-{identity[:8]}" in beside(Path("map"), identity, ".casus").name
