from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from beraad.privacy.clean import CleanedSession, CleanedSignal, clean, clean_signal
from beraad.privacy.leaving.lesson import CleanedLesson, clean_lesson
from beraad.privacy.leaving.seal import Seal
from tests.privacy.invented import beraad

CLEANED = [clean(beraad("rust")), clean_signal(beraad()), clean_lesson(beraad())]
either = pytest.mark.parametrize("cleaned", CLEANED, ids=["session", "signal", "lesson"])


def contents(cleaned):
    return {field.name: getattr(cleaned, field.name) for field in dataclasses.fields(cleaned)}


@pytest.mark.parametrize("kind", [CleanedSession, CleanedSignal, CleanedLesson])
def test_nobody_makes_one_from_nothing(kind):
    with pytest.raises(TypeError):
        kind()


@either
@pytest.mark.parametrize("seal", [None, True, object(), Seal()])
def test_nobody_makes_one_without_the_seal_of_the_gate(cleaned, seal):
    with pytest.raises(TypeError):
        type(cleaned)(**contents(cleaned))
    with pytest.raises(TypeError, match="privacy gate"):
        type(cleaned)(**contents(cleaned), seal=seal)


@either
def test_what_was_cleaned_is_not_changed_afterwards(cleaned):
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(cleaned, removed_count=0)
    with pytest.raises(dataclasses.FrozenInstanceError):
        cleaned.removed_count = 0
    with pytest.raises((TypeError, AttributeError)):
        cleaned.anything = "Fatima"


@either
def test_a_copy_is_the_same_value(cleaned):
    assert copy.copy(cleaned) is cleaned
    assert copy.deepcopy(cleaned) is cleaned


@either
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_is_not_pickled(cleaned, protocol):
    with pytest.raises(TypeError):
        pickle.dumps(cleaned, protocol)


@either
def test_it_is_not_subclassed(cleaned):
    with pytest.raises(TypeError):
        type("Mine", (type(cleaned),), {})


def test_the_seal_is_no_part_of_the_value():
    assert "seal" not in repr(CLEANED[0])
    assert clean(beraad("rust")).case == CLEANED[0].case
