"""`beraad signaal`: which signals there are, and erasing one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.cli import main
from beraad.records import Id
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from tests.steps import SIGNAL, passed_on

MARK = "zwaluwstaartmerk"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "map"
    prepare(folder)
    with Register.open(register_path(folder, practice=False)) as register:
        gone = replace(SIGNAL.content, what=f"Iets over {MARK}")
        register.put(
            replace(SIGNAL, id=Id("abcd1234"), content=gone, steps=(passed_on(),)),
            replace(SIGNAL, id=Id("ef005678"), team="Team Wmo"),
        )
    return folder


def said(folder, *asked):
    return main(["signaal", *asked, "--sessions", str(folder)])


def words_in(folder):
    return [each.name for each in folder.rglob("*.sqlite*") if MARK.encode() in each.read_bytes()]


def test_first_it_is_told_what_would_go_and_nothing_happens(folder, capsys):
    assert said(folder, "lijst") == 0
    assert "abcd1234" in capsys.readouterr().out
    assert said(folder, "wis", "abcd") == 0
    told = capsys.readouterr().out
    assert "Er is nog niets gebeurd" in told
    assert "Team Jongeren hoort hierna niets meer" in told
    assert said(folder, "wis", "abcd", "--zeker") == 1
    assert "Zonder reden" in capsys.readouterr().err
    assert words_in(folder)


def test_with_a_reason_and_being_sure_it_is_gone(folder, capsys):
    assert main(["reservekopie", "--sessions", str(folder)]) == 0
    assert len(words_in(folder)) == 2
    assert said(folder, "wis", "abcd", "--reden", "herkenbaar", "--rol", "fg", "--zeker") == 0

    assert words_in(folder) == []
    assert "functionaris gegevensbescherming" in (folder / "logboek.jsonl").read_text("utf-8")
    capsys.readouterr()
    assert said(folder, "lijst") == 0
    assert "Team Wmo" in capsys.readouterr().out
    assert said(folder, "wis", "abcd", "--reden", "herkenbaar", "--zeker") == 1


@pytest.mark.parametrize("asked", [["wis"], ["wis", "zzzz"]])
def test_without_a_signal_that_is_there_it_says_where_to_look(folder, asked, capsys):
    assert said(folder, *asked) == 1
    assert "beraad signaal lijst" in capsys.readouterr().err
