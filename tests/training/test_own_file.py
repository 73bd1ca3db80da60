"""What another window or laptop wrote in a file of ours is never written over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.store.vault.sealing import Slowness
from beraad.training.observing.notebook import Notebook
from beraad.training.observing.portfolio import PortfolioFile
from beraad.training.own_file import beside_others
from tests.conftest import TODAY

WORDS = "vier losse woorden"
QUICK = Slowness(memory=64, rounds=1, lanes=1)


def lines(path):
    return {(place, name): value for place, name, value in Notebook.open(path, "soort")}


def test_a_portfolio_that_another_changed_stays_and_ours_goes_beside_it(tmp_path):
    path = tmp_path / "mijn.portfolio"
    mine = PortfolioFile.create(path, WORDS, today=TODAY, slowness=QUICK)
    theirs = PortfolioFile.open(path, WORDS)
    theirs.keep(replace(theirs.shown, reflection="van de ander"))

    with beside_others() as told:
        mine.keep(replace(mine.shown, reflection="van mij"))
        mine.keep(replace(mine.shown, reflection="van mij, en verder"))

    assert PortfolioFile.open(path, WORDS).shown.reflection == "van de ander"
    assert mine.path.name == "mijn van deze laptop.portfolio"
    assert PortfolioFile.open(mine.path, WORDS).shown.reflection == "van mij, en verder"
    (once,) = told
    assert "mijn.portfolio is veranderd" in once.happened
    assert mine.path.name in once.kept


@pytest.mark.parametrize("forgetful", [False, True])
def test_a_notebook_that_another_replaced_stays_and_ours_goes_beside_it(tmp_path, forgetful):
    path = tmp_path / "een.boek"
    mine = Notebook.begin(path, "soort", {})
    mine.is_forgetful = forgetful
    mine.note("", "eerst", "van mij")
    other = Notebook.begin(tmp_path / "ander.boek", "soort", {})
    other.note("", "eerst", "van de ander")
    other.path.replace(path)

    with beside_others() as told:
        mine.note("", "daarna", "ook van mij")
        mine.note("", "nog", "meer")

    assert lines(path) == {("", "eerst"): "van de ander"}
    assert lines(mine.path) == {
        ("", "eerst"): "van mij",
        ("", "daarna"): "ook van mij",
        ("", "nog"): "meer",
    }
    assert len(told) == 1


@pytest.mark.parametrize("forgetful", [False, True])
def test_what_two_windows_write_in_one_notebook_is_all_kept(tmp_path, forgetful):
    path = tmp_path / "een.boek"
    mine = Notebook.begin(path, "soort", {})
    theirs = Notebook.open(path, "soort")
    mine.is_forgetful = theirs.is_forgetful = forgetful

    theirs.note("", "tekst", "van de ander")
    with beside_others() as told:
        mine.note("", "tekst", "van mij")

    assert lines(path) == {("", "tekst"): "van de ander"}
    assert lines(mine.path) == {("", "tekst"): "van mij"}
    assert told


def test_a_notebook_goes_on_in_its_own_file_after_a_line_that_was_cut_off(tmp_path):
    path = tmp_path / "een.boek"
    Notebook.begin(path, "soort", {}).note("", "eerst", "heel")
    with path.open("ab") as file:
        file.write(b'["","half')
    again = Notebook.open(path, "soort")

    with beside_others() as told:
        again.note("", "daarna", "ook")
        again.note("", "nog", "meer")

    assert again.path == path
    assert not told
    assert len(lines(path)) == 3
