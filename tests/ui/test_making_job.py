from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from beraad.app import build
from beraad.editing.autosave import Kept
from beraad.errors import Solvable
from beraad.publishing import proving
from beraad.records import Layer
from beraad.records.anatomy import Address
from beraad.store.session_file import SessionFile
from beraad.store.session_home import SessionHome
from beraad.ui.beside.task import finish_all
from beraad.ui.publishing import making_job
from tests.conftest import NOW

WAIT = 10


@pytest.fixture
def window(qapp, folder, tmp_path, qtbot):
    """The whole window, with a beraad that may go out and a folder for documents."""
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.new()
    out = tmp_path / "uit"
    out.mkdir()
    made._settings.export_folder = out
    write(made, "De termijn was te kort voor wie moest wachten.")
    yield made
    finish_all()
    made.close()


@pytest.fixture
def gate(monkeypatch):
    """Holds the making of files before the first is written, or when all have their names."""
    real_export, real_write = making_job.write, proving.write_all

    class Gate:
        def __init__(self):
            self.before, self.named = Event(), Event()
            self.go_write, self.go_tell = Event(), Event()

    made = Gate()

    def export(*args, **named):
        made.before.set()
        assert made.go_write.wait(WAIT)
        return real_export(*args, **named)

    def write_all(*args, **named):
        paths = real_write(*args, **named)
        made.named.set()
        assert made.go_tell.wait(WAIT)
        return paths

    monkeypatch.setattr(making_job, "write", export)
    monkeypatch.setattr(proving, "write_all", write_all)
    yield made
    made.go_write.set()
    made.go_tell.set()


def write(window, text):
    window._workspace.editor.edit(Address("case", "situation"), text)


def publish(window):
    window.documents.show_publishing(Layer.WORK)
    return window._stack._current


def press_make(screen, qtbot):
    qtbot.mouseClick(screen.findChild(QPushButton, "make"), Qt.MouseButton.LeftButton)


def out_of(window):
    return sorted(path.name for path in window._settings.export_folder.iterdir())


def versions(window):
    return [version.number for version in window._workspace.editor.session.versions]


def said(screen):
    return screen.banner.accessibleName()


def escape(window, screen, qtbot):
    qtbot.keyClick(screen, Qt.Key.Key_Escape)


def to_session(window, screen, qtbot):
    window.beraad.show_session()


def to_forms(window, screen, qtbot):
    window.beraad.show_forms()


@pytest.mark.parametrize("leave", [escape, to_session, to_forms])
@pytest.mark.parametrize("moment", ["before", "reading back", "just before the answer"])
def test_a_version_is_kept_wherever_one_is_when_its_files_are_there(
    window, gate, qtbot, leave, moment
):
    screen = publish(window)
    press_make(screen, qtbot)
    assert gate.before.wait(WAIT)
    if moment != "before":
        gate.go_write.set()
        assert gate.named.wait(WAIT)
    if moment == "just before the answer":
        gate.go_tell.set()
        task = window.documents._making._beside._at_hand.task
        task._thread.wait()

    leave(window, screen, qtbot)
    assert window._stack._current is not screen
    gate.go_write.set()
    gate.go_tell.set()

    qtbot.waitUntil(lambda: not window.documents._making.runs)
    assert versions(window) == [1]
    assert any(name.endswith("concept 1.pdf") for name in out_of(window))


def test_coming_back_shows_that_it_is_still_being_made_and_then_the_outcome(window, gate, qtbot):
    screen = publish(window)
    press_make(screen, qtbot)
    escape(window, screen, qtbot)

    screen = publish(window)
    assert screen.findChild(QPushButton, "cancel").isVisible()
    assert not screen.findChild(QPushButton, "make").isEnabled()
    gate.go_write.set()
    gate.go_tell.set()

    qtbot.waitUntil(lambda: "Geschreven" in said(screen))
    assert screen.findChild(QPushButton, "make").isEnabled()


def test_coming_back_afterwards_shows_the_outcome_once(window, gate, qtbot):
    screen = publish(window)
    press_make(screen, qtbot)
    escape(window, screen, qtbot)
    gate.go_write.set()
    gate.go_tell.set()
    qtbot.waitUntil(lambda: not window.documents._making.runs)

    assert versions(window) == [1]
    assert "Geschreven" in said(publish(window))
    assert said(publish(window)) == ""


def test_coming_back_afterwards_tells_what_went_wrong(window, qtbot, monkeypatch):
    def refused(*args, **named):
        raise Solvable("De schijf is vol.", way_out="Maak plaats.")

    monkeypatch.setattr(making_job, "write", refused)
    screen = publish(window)
    press_make(screen, qtbot)
    escape(window, screen, qtbot)
    qtbot.waitUntil(lambda: not window.documents._making.runs)

    assert "De schijf is vol." in window.banner.accessibleName()
    assert window.banner.isVisible()
    assert "De schijf is vol." in said(publish(window))
    assert not window.banner.isVisible()
    assert versions(window) == []


def test_the_number_stands_in_the_file_before_anything_is_written(window, gate, qtbot):
    press_make(publish(window), qtbot)
    assert gate.before.wait(WAIT)

    assert window._workspace.save_state == Kept(NOW)
    assert versions(window) == [1]
    assert out_of(window) == []


def test_without_a_place_for_the_number_nothing_is_made(window, qtbot, monkeypatch):
    def full(self, session):
        raise Solvable("De schijf is vol.", way_out="Maak plaats.")

    monkeypatch.setattr(SessionHome, "keep", full)
    screen = publish(window)
    press_make(screen, qtbot)

    assert "De nieuwe versie kon niet" in said(screen)
    assert "De schijf is vol." in said(screen)
    assert not window.documents._making.runs
    assert versions(window) == []
    assert out_of(window) == []
    monkeypatch.undo()


@pytest.mark.parametrize("way", ["start", "close"])
@pytest.mark.parametrize("where", ["there", "elsewhere"])
def test_what_was_not_made_because_its_beraad_was_closed_is_told(window, gate, qtbot, way, where):
    screen = publish(window)
    press_make(screen, qtbot)
    assert gate.before.wait(WAIT)
    if where == "elsewhere":
        escape(window, screen, qtbot)
    letting_go(window, gate)

    window.show_start() if way == "start" else window.close()

    assert window._workspace is None
    assert window.isVisible()
    assert window.banner.isVisible()
    assert "Het document is niet gemaakt" in window.banner.accessibleName()
    assert window.close()


def test_other_words_never_get_a_number_that_was_given_out(window, gate, qtbot):
    screen = publish(window)
    press_make(screen, qtbot)
    gate.go_write.set()
    assert gate.named.wait(WAIT)
    escape(window, screen, qtbot)
    write(window, "Het verhaal is nu heel anders.")
    gate.go_tell.set()
    qtbot.waitUntil(lambda: not window.documents._making.runs)
    assert versions(window) == [1]

    press_make(publish(window), qtbot)

    qtbot.waitUntil(lambda: not window.documents._making.runs)
    assert versions(window) == [1, 2]
    first = next(p for p in window._settings.export_folder.iterdir() if "concept 1.md" in p.name)
    assert "heel anders" not in first.read_text(encoding="utf-8")


@pytest.mark.parametrize("way", ["start", "close"])
def test_leaving_the_beraad_keeps_the_version_of_files_that_are_there(window, gate, qtbot, way):
    path = window._workspace.path
    screen = publish(window)
    press_make(screen, qtbot)
    gate.go_write.set()
    assert gate.named.wait(WAIT)
    gate.go_tell.set()

    window.show_start() if way == "start" else window.close()

    assert window._workspace is None
    (version,) = kept(path).versions
    assert (version.number, version.final) == (1, False)


@pytest.mark.parametrize("way", ["start", "close"])
def test_leaving_the_beraad_before_anything_was_written_writes_nothing(window, gate, qtbot, way):
    path = window._workspace.path
    screen = publish(window)
    press_make(screen, qtbot)
    assert gate.before.wait(WAIT)
    letting_go(window, gate)

    window.show_start() if way == "start" else window.close()

    assert out_of(window) == []
    assert kept(path).versions == ()


def test_a_program_that_is_told_to_stop_keeps_the_version(window, gate, qtbot):
    path = window._workspace.path
    press_make(publish(window), qtbot)
    gate.go_write.set()
    assert gate.named.wait(WAIT)
    gate.go_tell.set()

    QApplication.instance().aboutToQuit.emit()

    window._workspace._home.close()
    assert [version.number for version in kept(path).versions] == [1]


def letting_go(window, gate):
    """Let the work go on only once it was asked to stop."""
    task = window.documents._making._beside._at_hand.task
    real = task.break_off

    def break_off():
        real()
        gate.go_write.set()

    task.break_off = break_off


def kept(path):
    file = SessionFile.open(path)
    try:
        return file.session
    finally:
        file.close()
