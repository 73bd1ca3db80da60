"""A file behind the folder of beraden is opened too, whatever stands first."""

from __future__ import annotations

from pathlib import Path

import pytest

from beraad.cli import _clicked


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        (["x.casus"], []),
        (["x.casus", "--sessions", "MAP"], ["--sessions", "MAP"]),
        (["--sessions", "MAP", "x.casus"], ["--sessions", "MAP"]),
        (["--sessions=MAP", "x.casus"], ["--sessions=MAP"]),
    ],
)
def test_it_is_taken_out(typed, left):
    assert _clicked(typed) == Path("x.casus").absolute()
    assert typed == left


@pytest.mark.parametrize(
    "typed",
    [[], ["--sessions", "x.casus"], ["--sessions", "MAP", "lijst"], ["cursus", "open", "x.cursus"]],
)
def test_what_belongs_to_a_command_or_is_the_folder_stays(typed):
    before = list(typed)
    assert _clicked(typed) is None
    assert typed == before


@pytest.mark.parametrize("suffix", ["observatie", "ijking", "portfolio", "pols"])
def test_a_file_that_one_screen_opens_starts_the_window(suffix):
    typed = [f"mijn.{suffix}"]
    assert _clicked(typed) == Path(f"mijn.{suffix}").absolute()
    assert not typed
