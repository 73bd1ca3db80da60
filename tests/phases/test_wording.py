from __future__ import annotations

from collections.abc import Mapping
from enum import EnumMeta

import pytest

from beraad import records
from beraad.phases import wording

LABELS = {name: table for name, table in vars(wording).items() if name.endswith("_LABELS")}
NOT_SHOWN = {records.PhaseKey, records.Verdict}


@pytest.mark.parametrize("table", LABELS.values(), ids=LABELS.keys())
def test_every_choice_has_its_own_word(table):
    (kind,) = {type(choice) for choice in table}

    assert isinstance(table, Mapping)
    assert set(table) == set(kind)
    assert all(table.values())
    assert len(set(table.values())) == len(table)


def test_no_kind_of_choice_is_without_words():
    named = (getattr(records, name) for name in records.__all__)
    kinds = {kind for kind in named if isinstance(kind, EnumMeta)}

    assert {type(next(iter(table))) for table in LABELS.values()} == kinds - NOT_SHOWN


def test_words_that_weigh_on_people_are_not_used():
    words = " ".join(word for table in LABELS.values() for word in table.values()).casefold()

    assert not [w for w in ("escaleren", "stem", "score", "cliënt", "juist") if w in words]


@pytest.mark.parametrize(("letter", "mark"), [("A", "◆ A"), ("B", "● B"), ("C", "C"), ("AA", "AA")])
def test_marks(letter, mark):
    assert wording.option_mark(letter) == mark
