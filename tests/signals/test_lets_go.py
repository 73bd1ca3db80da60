"""What is owed does not go out of sight when a signal goes on in another."""

from __future__ import annotations

from datetime import timedelta

import pytest

from beraad.records import SignalStatus, StepKind
from beraad.signals.joining import also_seen, lets_go, what_is_let_go
from tests.signals.support import TODAY, line

ASKED = TODAY - timedelta(days=193)
LATE = line(1, on=ASKED)
DRAFT = {"status": SignalStatus.DRAFT, "owed": StepKind.PASSED_ON, "asked_on": None}


@pytest.mark.parametrize(
    ("own", "into", "said"),
    [
        (LATE, line(2, on=TODAY), True),
        (LATE, line(2, on=TODAY, **DRAFT), True),
        (LATE, line(2, on=ASKED - timedelta(days=1)), False),
        (LATE, line(2, on=ASKED), False),
        (LATE, line(2, on=TODAY, answered_on=TODAY, owed=StepKind.TOLD), False),
        (line(1, on=TODAY, **DRAFT), line(2, on=TODAY), False),
    ],
    ids=["later", "nobody", "sooner", "the same day", "answered", "not asked"],
)
def test_an_answer_that_is_owed_later_or_by_nobody_is_said(own, into, said):
    assert lets_go(own, into) == said


def test_it_is_said_who_owes_it_since_when_and_what_holds_instead():
    into = line(2, on=TODAY, title="Brieven", role="kwaliteitsmedewerker", **DRAFT)

    told = what_is_let_go(LATE, into, TODAY)

    assert "Aan zet: beleid, sinds 18 mei 2026, 151 dagen te laat" in told
    assert "“Brieven”" in told
    assert told.endswith(
        "Aan zet: kwaliteitsmedewerker. Te doen: het signaal doorgeven, nog 42 dagen."
    )


def test_the_other_shows_what_went_on_in_it_and_what_was_asked_before():
    own = line(2, on=TODAY, **DRAFT)
    joined = LATE._replace(title="Wachten", team="Team Noord", status=SignalStatus.JOINED)

    ((_, said),) = also_seen(own, [joined])

    assert said == (
        "Hier gaat ook “Wachten” verder, van Team Noord. "
        "Daar is op 18 mei 2026 al antwoord gevraagd."
    )
    ((_, later),) = also_seen(line(2, on=ASKED - timedelta(days=1)), [joined])
    assert "gevraagd" not in later
