from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.leaving.file_name import file_name
from tests.builders import filled_session


def test_two_beraden_of_one_week_are_told_apart_by_their_title():
    one = filled_session()
    opening = replace(one.opening, title="Voorschot op de huur")
    other = replace(one, opening=replace(opening, title="Onderdak voor een weekend"))

    names = {clean(replace(one, opening=opening)).stem, clean(other).stem}

    assert names == {
        "2026-W47 Voorschot op de huur werkverslag",
        "2026-W47 Onderdak voor een weekend werkverslag",
    }


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ("", "2026-W47 signaal"),
        ("Mag dit: ja/nee?", "2026-W47 Mag dit ja nee signaal"),
        ("[persoon 1] en de buren", "2026-W47 persoon 1 en de buren signaal"),
        ("één\ntwee\t<drie>", "2026-W47 één twee drie signaal"),
        ("woord " * 20, "2026-W47 woord woord woord woord woord woord signaal"),
        ("x" * 300, "2026-W47 signaal"),
    ],
)
def test_a_name_holds_whole_words_that_every_system_allows(about, name):
    assert file_name("2026-W47", about, "signaal") == name


def test_a_name_holds_nothing_that_the_gate_took_out():
    session = filled_session()
    named = replace(session, opening=replace(session.opening, title="Brief van 06-12345678"))

    assert "12345678" not in clean(named).stem
