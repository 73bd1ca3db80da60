"""What notes, tables and dictation write in their own way is not passed over in silence."""

from __future__ import annotations

import pytest

from tests.privacy.asking import asked, replaced


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("een auto met pools kenteken wgm vier vijf acht twee stond", "wgm vier vijf acht twee"),
        ("kenteken is drie a b c vier vijf", "drie a b c vier vijf"),
        ("kees vd meer belt", "kees vd meer"),
        ("Sparend is weer gezien, zei ze.", "Sparend"),
        ("haar man albert belt", "albert"),
        ("vader - Yusuf - 1979 - taxichauffeur", "1979"),
    ],
)
def test_it_is_taken_out_or_asked(text: str, said: str) -> None:
    assert said in (*replaced(text), *asked(text))


@pytest.mark.parametrize(
    "text",
    [
        "het kenteken was drie weken weg",
        "kenteken niet te lezen, twee keer",
        "begroting - 2024 - dicht",
        "boodschappen van de albert heijn",
        "zij belt schoorvoetend haar moeder",
    ],
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert replaced(text) == asked(text) == []
