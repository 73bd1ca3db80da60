"""A beraad that is damaged under its window: the window stays, and says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from beraad.editing.autosave import Failed
from beraad.records import PhaseKey
from beraad.store.session_file import SessionFile
from beraad.ui.widgets.text_field import TextField

PAGE = 4096


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    place = tmp_path / "elders"
    for module in ("ui.workspace", "store.rescued"):
        monkeypatch.setattr(f"beraad.{module}.rescue_folders", lambda folder: iter([place]))
    return place


@pytest.fixture
def typed(window, qtbot):
    """A beraad with words in it, that the window calls kept."""
    window.new()
    window._session.go_to(PhaseKey.CASE)
    qtbot.keyClicks(window._session.findChild(TextField, "case.situation"), "woorden van vandaag")
    qtbot.waitUntil(lambda: saved(window).startswith("bewaard"))
    return window


def saved(window):
    return window._session.findChild(QLabel, "saved").text()


def damage(path):
    with path.open("r+b") as file:
        for start in range(2 * PAGE, path.stat().st_size, PAGE):
            file.seek(start)
            file.write(bytes(PAGE))


def asked(window):
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def answer(qtbot, window, text):
    button = next(each for each in asked(window).buttons() if text in each.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_window_over_a_damaged_file_stays_open_and_says_where_the_words_are(
    typed, qtbot, elsewhere
):
    damage(typed._workspace.path)

    assert not typed.close()

    assert "beschadigd terwijl het openstond" in asked(typed).text()
    (copy,) = elsewhere.iterdir()
    assert str(copy) in asked(typed).informativeText()
    answer(qtbot, typed, "Blijf hier")
    assert saved(typed) == "niet bewaard"
    typed._workspace.keep()
    assert saved(typed) == "niet bewaard"
    assert copy.exists()

    assert not typed.close()
    answer(qtbot, typed, "Sluit, met de reddingskopie")
    qtbot.waitUntil(lambda: not typed.isVisible())
    with SessionFile.open(copy) as file:
        assert file.session.case.situation == "woorden van vandaag"


def test_who_left_a_damaged_beraad_goes_on_in_its_rescue_copy(typed, qtbot):
    path = typed._workspace.path
    damage(path)
    typed.show_start()
    answer(qtbot, typed, "Sluit, met de reddingskopie")
    qtbot.waitUntil(typed._start.isVisible)

    goes_on = typed._start.findChild(QPushButton, "go-on")
    qtbot.waitUntil(goes_on.hasFocus)
    qtbot.keyClick(goes_on, Qt.Key.Key_Return)
    assert typed._workspace.path != path
    assert typed._workspace.editor.session.case.situation == "woorden van vandaag"


def test_typing_on_over_a_damaged_file_is_not_called_kept(typed, qtbot):
    damage(typed._workspace.path)

    field = typed._session.findChild(TextField, "case.situation")
    qtbot.keyClicks(field, " en verder")

    qtbot.waitUntil(lambda: saved(typed) == "niet bewaard")
    assert "beschadigd terwijl het openstond" in typed.banner.accessibleName()


def test_the_end_of_the_session_leaves_a_copy_of_a_damaged_beraad(typed, elsewhere):
    damage(typed._workspace.path)

    copy = typed.keep()

    assert isinstance(typed._workspace.save_state, Failed)
    with SessionFile.open(copy) as file:
        assert file.session.case.situation == "woorden van vandaag"
