from __future__ import annotations

import pytest

from beraad.editing.decisions import decided, undecided
from beraad.errors import Solvable
from beraad.records import Verdict
from tests.editing.support import blank


def test_one_find_has_one_verdict():
    session = decided(blank(), "naam:jan", Verdict.KEEP, reason="een plaats")
    session = decided(session, "naam:piet", Verdict.KEEP, reason="algemeen bekend")
    session = decided(session, "naam:jan", Verdict.REPLACE, replacement="een collega")

    verdicts = {each.key: (each.verdict, each.replacement) for each in session.decisions}
    assert verdicts == {
        "naam:piet": (Verdict.KEEP, ""),
        "naam:jan": (Verdict.REPLACE, "een collega"),
    }


def test_the_same_verdict_again_is_no_change():
    session = decided(blank(), "x", Verdict.KEEP, reason="algemeen bekend")

    assert decided(session, "x", Verdict.KEEP, reason="algemeen bekend") is session


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_stays_without_a_reason(reason):
    with pytest.raises(Solvable, match="waarom"):
        decided(blank(), "x", Verdict.KEEP, reason=reason)


def test_taking_one_verdict_back_leaves_the_others():
    session = decided(blank(), "lotte", Verdict.REPLACE)
    session = decided(session, "zwolle", Verdict.REPLACE)
    session = decided(session, "jan", Verdict.REPLACE)

    left = undecided(session, "zwolle")

    assert [each.key for each in left.decisions] == ["lotte", "jan"]
    assert undecided(left, "zwolle") is left
