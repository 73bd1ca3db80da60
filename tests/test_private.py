"""What we make is for this user alone, also where the system would let everybody read it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from beraad.cli import main
from beraad.report.files import write
from beraad.ui.spelling.word_list import WordList
from beraad.ui.widgets.folder_dialog import ask_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")


def open_to_others(folder):
    return [each for each in folder.rglob("*") if each.stat().st_mode & 0o077]


def test_a_document_is_for_this_user_alone(tmp_path, open_to_all):
    write(tmp_path / "een.md", b"tekst", replace=False)
    write(tmp_path / "twee.md", b"tekst", replace=True)

    assert open_to_others(tmp_path) == []


_RIGHTS = {
    0o700: 0o600,
    0o755: 0o600,
    0o770: 0o640,
    0o2750: 0o640,
    0o3770: 0o640,
    0o777: 0o644,
    0o1777: 0o600,
}
"""Of a folder, and of what is put in it."""


@pytest.mark.parametrize("habit", [0o000, 0o022, 0o077])
@pytest.mark.parametrize("shared", _RIGHTS)
def test_who_may_write_in_a_folder_may_read_what_is_put_there(tmp_path, habit, shared):
    folder = tmp_path / "samen"
    folder.mkdir()
    folder.chmod(shared)
    (folder / "eerder.md").touch(0o600)
    before = os.umask(habit)
    try:
        made = [
            write(folder / "nieuw.md", b"tekst", replace=False),
            write(folder / "eerder.md", b"tekst", replace=True),
        ]
    finally:
        os.umask(before)

    assert {stat.S_IMODE(each.stat().st_mode) for each in made} == {_RIGHTS[shared]}


def test_the_word_list_and_its_folder_are_too(tmp_path, open_to_all):
    WordList(tmp_path / "nieuw" / "diep" / "woorden.txt").add("Zwaluwnest")

    assert open_to_others(tmp_path) == []


def test_whatever_the_command_line_makes_is_too(tmp_path, open_to_all, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--uit", "ergens/diep"]) == 0
    assert main(["formulieren", "--naar", "formulieren", "--welke", "leidraad"]) == 0

    assert len(list(tmp_path.rglob("*.pdf"))) == 5
    assert open_to_others(tmp_path) == []


@pytest.fixture
def settings_of_qt(tmp_path):
    # Where Qt keeps what it remembers by itself is fixed at the first use in a process.
    path = str(tmp_path / "qt")
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, path)
    return lambda: QSettings(QSettings.Scope.UserScope, "QtProject")


@pytest.mark.parametrize("before", [[], ["file:///elders"]])
def test_qt_remembers_no_folder_that_was_chosen(qtbot, settings_of_qt, monkeypatch, before):
    if before:
        settings_of_qt().setValue("FileDialog/history", before)

    def choose(*_):
        settings_of_qt().setValue("FileDialog/history", ["file:///map/van/mevrouw"])
        settings_of_qt().setValue("FileDialog/lastVisited", "file:///map/van/mevrouw")
        return "/map/van/mevrouw"

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    above = QWidget()
    qtbot.addWidget(above)

    assert ask_folder(above, "Waar?", str(Path())) == "/map/van/mevrouw"
    assert (settings_of_qt().value("FileDialog/history") or []) in (before, *before)
    assert settings_of_qt().value("FileDialog/lastVisited") is None
