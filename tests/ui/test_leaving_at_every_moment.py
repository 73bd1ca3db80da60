"""Every screen that starts work beside the window is left at every moment, in every way."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from beraad.app import build
from beraad.records.anatomy import Address
from beraad.ui.beside.task import Task, finish_all
from tests.conftest import NOW

WAIT = 10
SITUATION = Address("case", "situation")
LONG = "De buurvrouw vertelde dat het team nog wachtte op antwoord over de huur. " * 700


@pytest.fixture
def gate(monkeypatch):
    """Holds work beside the window from the moment the gate is armed, until a test lets it go."""

    class Gate:
        def __init__(self):
            self.moment = ""
            self.reached, self.go = Event(), Event()

        def hold(self, moment):
            if moment == self.moment:
                self.reached.set()
                assert self.go.wait(WAIT)

    made = Gate()
    real_run, real_break_off = Task.run, Task.break_off

    def run(self):
        made.hold("before")
        real_run(self)
        made.hold("just before the answer")

    def break_off(self):
        real_break_off(self)
        if made.opens_when_broken_off:
            made.go.set()

    made.opens_when_broken_off = False
    monkeypatch.setattr(Task, "run", run)
    monkeypatch.setattr(Task, "break_off", break_off)
    yield made
    made.go.set()
    finish_all()


@pytest.fixture
def window(qapp, folder, tmp_path, qtbot, gate, soon_at_rest):
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made._warming.has_begun and not made._warming.runs, timeout=20_000)
    made.new()
    out = tmp_path / "uit"
    out.mkdir()
    made._settings.export_folder = out
    yield made
    gate.go.set()
    finish_all()
    made.close()


def review(window, qtbot):
    window._workspace.editor.edit(SITUATION, LONG)
    window.documents.show_report()
    return window._stack._current


def forms(window, qtbot):
    window.beraad.show_forms()
    screen = window._stack._current
    qtbot.mouseClick(screen.findChild(QPushButton, "make"), Qt.MouseButton.LeftButton)
    return screen


def writing(window, qtbot):
    window._session._marker._job.wish(window._workspace.editor.session, at_once=True)
    return window._session


def group(window, qtbot):
    window.beraad.group.toggle()
    window._workspace.editor.edit(Address("opening", "title"), "Wie belt er? ")
    window.beraad.group._on_quiet()
    return window._session


def escape(window, screen, qtbot):
    qtbot.keyClick(screen, Qt.Key.Key_Escape)


def other_screen(window, screen, qtbot):
    window.ways.show_signals()


def start(window, screen, qtbot):
    window.show_start()


def close(window, screen, qtbot):
    assert window.close()


@pytest.mark.parametrize("leave", [escape, other_screen, start, close])
@pytest.mark.parametrize("moment", ["before", "just before the answer"])
@pytest.mark.parametrize("begin", [review, forms, writing, group])
def test_nothing_breaks_and_nothing_is_left_running(window, gate, qtbot, begin, moment, leave):
    gate.moment = moment
    screen = begin(window, qtbot)
    assert gate.reached.wait(WAIT)
    gate.opens_when_broken_off = leave is close

    leave(window, screen, qtbot)
    gate.go.set()

    qtbot.waitUntil(lambda: not running(), timeout=20_000)
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if leave is not close:
        assert window._stack._current.isVisible()


def running():
    app = QCoreApplication.instance()
    return [each for each in app.children() if isinstance(getattr(each, "task", None), Task)]
