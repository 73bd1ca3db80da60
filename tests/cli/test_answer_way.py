"""What `beraad antwoord` says to do next is what stands on the screen."""

from __future__ import annotations

import pytest

from beraad.cli import answering
from beraad.records import StepKind
from beraad.ui.signals.step_words import STEP_BUTTONS


@pytest.mark.parametrize("told", [answering._NEXT, answering._NEXT_ELSEWHERE])
def test_it_names_the_button_as_it_is_called(told):
    assert f"“{STEP_BUTTONS[StepKind.ANSWERED]}”" in told
