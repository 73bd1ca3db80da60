from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.records import PhaseKey
from beraad.ui.rondes.where import Where, stops, where
from tests.editing.support import blank


def at(phase, *, clarification_first=False):
    session = blank()
    return replace(
        session,
        opening=replace(session.opening, clarification_first=clarification_first),
        progress=replace(session.progress, phase=phase),
    )


@pytest.mark.parametrize(
    ("phase", "expected"),
    [
        (PhaseKey.OPENING, Where(step="Vooraf", title="Opening", back="", on="Casus")),
        (
            PhaseKey.CASE,
            Where(step="Ronde 1 van 8", title="Casus", back="Opening", on="Dilemma"),
        ),
        (
            PhaseKey.CONCLUSION,
            Where(
                step="Ronde 8 van 8", title="Conclusie en terugblik", back="Dialoog", on="Verslag"
            ),
        ),
    ],
)
def test_the_ronde_at_hand_names_its_neighbours(phase, expected):
    assert where(at(phase)) == expected


def test_the_neighbours_follow_the_order_of_this_beraad():
    session = at(PhaseKey.CASE, clarification_first=True)

    assert where(session).on == "Verheldering"
    assert stops(session)[:3] == [PhaseKey.OPENING, PhaseKey.CASE, PhaseKey.CLARIFICATION]
