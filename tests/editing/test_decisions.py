from __future__ import annotations

from beraad.editing.decisions import decided
from beraad.records import Verdict
from tests.editing.support import blank


def test_one_find_has_one_verdict():
    session = decided(blank(), "naam:jan", Verdict.KEEP, reason="een plaats")
    session = decided(session, "naam:piet", Verdict.KEEP)
    session = decided(session, "naam:jan", Verdict.REPLACE, replacement="een collega")

    verdicts = {each.key: (each.verdict, each.replacement) for each in session.decisions}
    assert verdicts == {
        "naam:piet": (Verdict.KEEP, ""),
        "naam:jan": (Verdict.REPLACE, "een collega"),
    }


def test_the_same_verdict_again_is_no_change():
    session = decided(blank(), "x", Verdict.KEEP)

    assert decided(session, "x", Verdict.KEEP) is session
