"""What the window lays ready of a form that came back: every word of it."""

from __future__ import annotations

from beraad.publishing.answered import Answer
from beraad.records import Outcome
from beraad.ui.signals.answer_file import laid_ready, told

FOUND = Answer(
    outcomes=(),
    words="Bij “We doen niets”: de wet laat het niet toe",
    to="",
    role="wethouder",
    named=False,
    on=None,
    day_unread="31 februari 2026",
    more="Wij komen er in maart op terug.",
)


def test_what_stands_in_no_field_and_a_day_that_is_none_come_along():
    ready = laid_ready(FOUND, {})

    assert ready["role"] == "wethouder"
    for said in (FOUND.words, FOUND.more, FOUND.day_unread):
        assert said in ready["words"]
    assert "geen hokje" in told(FOUND)
    assert "meer in het bestand" in told(FOUND)
    assert "31 februari 2026" in told(FOUND)


def test_of_what_is_clear_nothing_is_asked():
    clear = Answer(
        outcomes=(Outcome.TRIAL,), words="Vanaf maart.", to="", role="beleid", named=False, on=None
    )
    assert told(clear) == "Het antwoord staat klaar. Lees het na en bewaar het."
