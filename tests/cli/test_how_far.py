"""Who sits at a terminal sees how far long work is; nobody else finds a sign of it."""

from __future__ import annotations

import pytest

from beraad.cli import streams
from beraad.cli.exporting import write_signals
from beraad.store.places import register_path
from beraad.store.register import Register
from tests.steps import WAITING


@pytest.fixture
def folder(tmp_path):
    with Register.open(register_path(tmp_path, practice=False)) as register:
        register.put(WAITING)
    return tmp_path


def written(folder):
    target = folder / "signalen.json"
    write_signals(folder, target, forms=["json"], statuses=(), say=lambda _: None)


def test_it_is_told_at_a_terminal_and_goes_when_it_is_done(folder, capsys, monkeypatch):
    monkeypatch.setattr(streams, "is_watched", lambda: True)
    written(folder)
    told = capsys.readouterr().err
    assert told == f"{streams.CLEAR}Nagelezen: 0 %{streams.CLEAR}"


def test_a_file_or_a_program_gets_nothing_of_it(folder, capsys):
    written(folder)
    assert capsys.readouterr().err == ""


def test_each_percent_is_told_once(capsys, monkeypatch):
    monkeypatch.setattr(streams, "is_watched", lambda: True)
    told = streams.how_far("Gelezen")
    for done in range(1001):
        told(done, 1000)
    assert capsys.readouterr().err.count("Gelezen") == 100
