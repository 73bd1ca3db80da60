"""Long and strange texts: read in stretches, stopped when asked, never skipped."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.find import Find
from beraad.privacy.finding.finding import candidates, find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.text.progress import Stopped
from beraad.privacy.text.stretches import stretches

KNOWN = KnownNames.named(["Fatima El Amrani"], year=2026)
FILLER = "De consulent legt uit hoe de regeling werkt en wat er nodig is. "
LONG = (FILLER * 150 + "Fatima belt met Demir op 06-12345678.\n") * 4


def told(finds: tuple[Find, ...]) -> list[str]:
    return [find.text for find in finds]


@given(st.text("ab. \n!", max_size=400).map(lambda text: text * 100))
@settings(max_examples=30, deadline=None)
def test_the_stretches_of_a_text_are_the_whole_text(text: str) -> None:
    parts = list(stretches(text))
    assert "".join(text[part.start : part.end] for part in parts) == text


def test_a_long_text_is_read_to_its_end() -> None:
    finds = find(LONG, KNOWN)
    assert told(finds) == ["Fatima", "Demir", "06-12345678"] * 4
    assert all(LONG[one.start : one.end] == one.text for one in finds)


@pytest.mark.parametrize("place", range(7_980, 8_060, 7))
def test_nothing_is_lost_where_a_text_is_cut(place: int) -> None:
    text = (FILLER * 200)[:place].rsplit(" ", 1)[0] + " Fatima El Amrani. BSN 111222333. " + FILLER
    finds = find(text + "\n" + FILLER * 150, KNOWN)
    assert "111222333" in told(finds)
    assert any(one.text.startswith("Fatima") for one in finds)


def test_somebody_sees_how_far_it_is() -> None:
    seen: list[tuple[int, int]] = []
    find(LONG, KNOWN, goes_on=lambda done, total: not seen.append((done, total)))
    assert len(seen) > 4
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert seen[-1] == (2 * len(LONG), 2 * len(LONG))


def test_reading_stops_when_asked() -> None:
    asked: list[int] = []
    with pytest.raises(Stopped):
        candidates([LONG], KNOWN, goes_on=lambda done, _: bool(asked.append(done)))
    assert len(asked) == 1


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "x" * 20_000 + " {}",
        "\x00\x07\x1b[2J {} \x7f",
        "שלום עולם {} مرحبا",
        "👩‍👧‍👦🏳️‍🌈 {} 🇳🇱",
        "\u202eomgekeerd\u202c {} \u200b\u200d",
        "Привет мир, {} 你好",
        "e\u0301" * 5_000 + " {}",
        "1 " * 10_000 + "{}",
        "Jan " * 5_000 + "{}",
        "((((" * 5_000 + " {}",
        "a-" * 10_000 + " {}",
        "'" * 20_000 + " {}",
    ],
)
def test_no_strange_text_hides_a_known_name(around: str) -> None:
    text = around.format("Fatima belt")
    finds = find(text, KNOWN)
    assert any(one.text == "Fatima" for one in finds)
    assert all(text[one.start : one.end] == one.text for one in finds)
