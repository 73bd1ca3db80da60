from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from beraad.app import build
from beraad.records import PhaseKey, Progress
from beraad.store.places import session_path
from beraad.store.rescued import AS_SAVED
from beraad.store.session_file import SessionFile
from tests.conftest import NOW
from tests.store.support import a_session, names, with_title


@pytest.fixture
def path(folder):
    session = with_title(a_session(), "Voorschot of wachten?")
    path = session_path(folder, session)
    SessionFile.create(path, session).close()
    return path


@pytest.fixture
def read_only(monkeypatch, path):
    """What a folder is where nothing may be written; root may always."""
    monkeypatch.setattr("beraad.store.database.may", lambda *_: False)

    def refused(**_):
        raise PermissionError

    monkeypatch.setattr("beraad.store.places.tempfile.TemporaryFile", refused)
    return path


def said(banner) -> str:
    return banner.accessibleName() if banner.isVisible() else ""


def way_out(banner) -> QPushButton:
    (button,) = [
        each for each in banner.findChildren(QPushButton) if each.isVisible() and "…" in each.text()
    ]
    return button


def test_a_beraad_in_a_read_only_folder_is_read_and_left_without_a_question(read_only, window):
    before = read_only.read_bytes()

    window.open(read_only)

    assert "alleen te lezen. Wat je hier typt, wordt niet bewaard." in said(window.banner)
    assert way_out(window.banner).text() == "Bewaar elders …"
    window.show_start()
    assert window._workspace is None
    assert read_only.read_bytes() == before
    assert f"{read_only.name}.open" not in names(read_only.parent)


def test_what_is_typed_there_can_be_kept_elsewhere(read_only, window, tmp_path, monkeypatch):
    window.open(read_only)
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    monkeypatch.undo()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))

    way_out(window.banner).click()

    window.show_start()
    (made,) = elsewhere.glob("*.beraad")
    with SessionFile.open(made) as file:
        assert file.session.opening.title == "Voorschot of wachten?"


def test_the_list_of_a_read_only_folder_is_there_with_a_way_to_another(
    read_only, window, tmp_path, monkeypatch
):
    other = tmp_path / "andere map"
    other.mkdir()
    window.refresh_start()
    shown = [label.text() for label in window._start.findChildren(QLabel)]
    assert "Voorschot of wachten?" in shown
    assert "niets bewaren" in said(window._start.banner)

    monkeypatch.undo()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    way_out(window._start.banner).click()

    assert window._desk.folder == other
    assert not said(window._start.banner)
    assert window._settings.sessions_folder == other


def started_again(qapp, qtbot, folder, tmp_path, **how):
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW, **how)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made._warming.has_begun)
    return made


@pytest.mark.parametrize("named", [True, False])
def test_the_other_folder_is_there_the_next_time_unless_one_is_named(
    window, qapp, qtbot, folder, tmp_path, named
):
    other = tmp_path / "andere map met é"
    other.mkdir()
    window._settings.sessions_folder = other

    again = started_again(qapp, qtbot, folder, tmp_path, named=named)

    assert again._desk.folder == (folder if named else other)
    assert not said(again._start.banner)


def test_a_folder_that_is_gone_the_next_time_is_told_and_the_usual_one_is_used(
    window, qapp, qtbot, folder, tmp_path, monkeypatch
):
    window._settings.sessions_folder = tmp_path / "stick"

    again = started_again(qapp, qtbot, folder, tmp_path, named=False)

    assert again._desk.folder == folder
    assert f"De map {tmp_path / 'stick'}, waarin je beraden stonden" in said(again._start.banner)
    assert window._settings.sessions_folder == tmp_path / "stick"

    other = tmp_path / "andere"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    way_out(again._start.banner).click()
    assert again._desk.folder == other
    assert not said(again._start.banner)


def test_looking_at_the_emptier_of_two_files_does_not_send_anybody_to_it(path, window):
    copy = path.with_stem(f"{path.stem}-LAPTOP")
    shutil.copy(path, copy)
    with SessionFile.open(copy) as file:
        file.keep(with_title(file.session, "Voorschot of wachten, met alles erbij"))
    with SessionFile.open(path) as file:
        file.keep(replace(file.session, progress=Progress(phase=PhaseKey.CONCLUSION)))

    window.open(copy)
    assert not said(window.banner)
    window.show_start()
    window.open(path)
    assert f"staat meer: {copy.name}" in said(window.banner)


def test_of_two_files_with_other_words_neither_is_called_the_better(path, window):
    copy = path.with_stem(f"{path.stem}-LAPTOP")
    shutil.copy(path, copy)
    for file_path, title in ((copy, "Hier appels"), (path, "Daar peren")):
        with SessionFile.open(file_path) as file:
            file.keep(with_title(file.session, title))

    window.open(copy)

    assert f"andere woorden: {path.name}" in said(window.banner)


def test_an_older_copy_is_told_apart_in_the_list_and_at_opening(path, window):
    copy = path.with_stem(f"{path.stem}-LAPTOP")
    shutil.copy(path, copy)
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Voorschot of wachten, later"))

    window.refresh_start()

    rows = window._start._model.rows
    (row,) = [row for row in rows if row.path == copy]
    assert row.state == "Oudere kopie"
    assert row.under.endswith(copy.name)
    shown = [label.text() for label in window._start.findChildren(QLabel)]
    assert any(path.name in text for text in shown)

    window.open(copy)
    assert f"staat meer: {path.name}" in said(window.banner)
    window.show_start()
    window.open(path)
    assert not said(window.banner)


def test_a_beraad_that_was_saved_of_a_damaged_file_says_so_at_opening(path, window):
    saved = path.with_name(f"{path.stem}{AS_SAVED}")
    path.rename(saved)

    window.open(saved)

    assert "gered uit een beschadigd bestand" in said(window.banner)


def test_a_beraad_that_could_not_be_opened_is_marked_in_the_list(path, window):
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 4096)
        file.write(b"\x5a" * 4096)
    window.refresh_start()
    (row,) = [row for row in window._start._model.rows if row.path == path]
    assert row.state != "Beschadigd"

    window.open(path)

    assert window.beraad is None
    (row,) = [row for row in window._start._model.rows if row.path == path]
    assert row.state == "Beschadigd"
    assert "beschadigd" in said(window._start.banner)
