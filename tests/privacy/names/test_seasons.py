"""When something was is nobody: a season with its year is asked about nowhere."""

from __future__ import annotations

from datetime import date

import pytest

from beraad.privacy.leaving.later import places_in

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize("season", ["voorjaar", "lente", "zomer", "najaar", "herfst", "winter"])
@pytest.mark.parametrize(
    "said", ["{} 2024", "sinds {} 2025", "vanaf de {} 2023", "ongeveer {} 2025"]
)
def test_a_season_of_a_year_is_nobody(season, said):
    for text in (said.format(season), said.format(season).capitalize()):
        assert places_in(text, None, on=TODAY) == ()


@pytest.mark.parametrize("text", ["mevrouw Winter 2024 belde", "sprak met meneer Zomer 2024"])
def test_somebody_of_that_name_stays_somebody(text):
    assert any(one.kind == "person" for one in places_in(text, None, on=TODAY))
