"""Every oefencasus has a leerverslag that could be approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.lessons.copied import copied, told
from beraad.phases.lesson import FIELDS
from beraad.privacy.clean import clean
from beraad.publishing.approving import approved
from beraad.records import Setting
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_its_leerverslag_could_be_approved_and_copies_nothing(case):
    session = load(case, now=NOW, held_on=HELD_ON)
    real = replace(session, opening=replace(session.opening, setting=Setting.CASEWORK))
    cleaned = told(clean(session))

    assert approved(real, today=date(2026, 12, 1)).lesson.content.title
    for field in FIELDS:
        text = getattr(session.lesson, field.name)
        assert text.strip()
        assert "[" not in text
        assert copied(text, cleaned) == ()
