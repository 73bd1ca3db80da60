from __future__ import annotations

import sys

import pytest

from beraad.store.own_folders import MARK, data_folder, portable_folder, settings_folder
from beraad.store.places import sessions_folder
from beraad.store.rescued import rescue_folders
from beraad.ui.settings import place_of_settings


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with Python in a folder of its own, in a folder with an odd name."""
    home = tmp_path / "Mijn programma’s – Zoë"
    (home / "python").mkdir(parents=True)
    monkeypatch.setattr(sys, "executable", str(home / "python" / "pythonw.exe"))
    return home


def test_a_portable_program_keeps_everything_beside_itself(package, tmp_path):
    (package / MARK).touch()
    beside = package / "gegevens"

    assert sessions_folder(None, environment={}, checkout=None) == beside / "sessions"
    assert place_of_settings(tmp_path) == beside / "instellingen.ini"
    assert beside / "reddingskopie" in list(rescue_folders(tmp_path))


def test_a_folder_that_is_named_goes_before_the_one_beside(package, tmp_path):
    (package / MARK).touch()

    assert sessions_folder(tmp_path, environment={}, checkout=None) == tmp_path


@pytest.mark.parametrize("executable", ["", None])
def test_without_a_mark_the_system_says_where(package, monkeypatch, executable):
    assert portable_folder() is None
    assert package not in data_folder().parents
    assert package not in settings_folder().parents

    monkeypatch.setattr(sys, "executable", executable)

    assert portable_folder() is None
