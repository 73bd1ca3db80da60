"""Whatever is typed without an end is read like any other text, and never stops the gate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.records import CaseAccount
from tests.builders import filled_session

MANY = 5000
ENDLESS = {
    "digits": "7" * MANY,
    "an amount": f"€ {'7' * MANY}",
    "an amount in groups": "1" + ".777" * MANY + " euro",
    "an age": f"Hij is {'7' * MANY} jaar.",
    "digits with a dash": f"{'7' * MANY}-{'8' * MANY}",
    "a year": f"1-1-{'7' * MANY}",
    "a word": "a" * MANY,
    "capitals": "A" * MANY,
    "combining marks": "e" + "\u0301" * MANY,
    "joined emoji": "\U0001f469\u200d" * MANY,
    "right to left": "\u0627\u0628" * MANY,
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_the_gate_reads_on(kind):
    session = filled_session()
    text = f"Er was iets. {ENDLESS[kind]} En daarna belde 06-12345678."

    cleaned = clean(replace(session, case=CaseAccount(situation=text)))

    assert "12345678" not in cleaned.case.situation
    assert cleaned.case.situation.startswith("Er was iets.")
