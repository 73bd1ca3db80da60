"""The system ends the program: everything that was typed is kept, and it leaves in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from beraad.store.session_file import SessionFile
from beraad.ui.ending import Ending

ROOT = Path(__file__).parents[2]
TYPED = "Ze wil haar huis niet kwijt."

PROGRAM = """
import signal
# Whoever started the tests may have had these ignored, and a child would too.
for name in ("SIGHUP", "SIGTERM"):
    signal.signal(getattr(signal, name), signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
import hashlib
import sys
from PySide6.QtCore import QTimer
from beraad import app
from beraad.cli import main
from beraad.records import PhaseKey
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.widgets.text_field import TextField

real = app.build


def build(*arguments, **settings):
    window = real(*arguments, **settings)
    QTimer.singleShot(0, window, lambda: begin(window))
    return window


def looks_up_late(asker):
    return hashlib.pbkdf2_hmac("sha256", b"", b"", 2_000_000)


def begin(window):
    window.new()
    window.findChild(SessionScreen).go_to(PhaseKey.CASE)
    field = next(f for f in window.findChildren(TextField) if f.isVisible())
    {before}
    field.setFocus()
    field.insertPlainText(sys.argv[2])
    {after}
    sys.stdout.write("ready\\n")
    sys.stdout.flush()


app.build = build
sys.exit(main(["--sessions", sys.argv[1]]))
"""
NEVER_KEPT = """
    def refuse(*_):
        raise MemoryError
    window._workspace._file.keep = refuse
"""


def program(tmp_path, *, before="pass", after="pass"):
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            PROGRAM.format(before=before, after=after),
            str(tmp_path / "beraden"),
            TYPED,
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process, number):
    """Send a signal as soon as the words stand there; what was told until the end."""
    try:
        assert process.stdout.readline() == "ready\n", process.stderr.read()
        process.send_signal(number)
        return process.communicate(timeout=50)[1]
    finally:
        process.kill()
        process.wait()


def kept_words(path):
    with SessionFile.open(path) as file:
        return str(file.session)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_keeps_what_was_typed_and_leaves_in_order(tmp_path, name):
    process = program(tmp_path)

    told = ended(process, getattr(signal, name))

    assert process.returncode == 0, told
    [path] = (tmp_path / "beraden").glob("*.beraad")
    left = {each.name for each in path.parent.iterdir() if each.is_file()}
    assert left == {path.name, "logboek.jsonl"}
    assert TYPED in kept_words(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_signal_comes_through_a_dialog(tmp_path):
    process = program(
        tmp_path,
        after="from PySide6.QtWidgets import QMessageBox;"
        "QTimer.singleShot(0, window, lambda: QMessageBox.information(window, 'x', 'y'))",
    )

    told = ended(process, signal.SIGTERM)

    assert process.returncode == 0, told
    [path] = (tmp_path / "beraden").glob("*.beraad")
    assert TYPED in kept_words(path)


LATE_WORK = """
    from PySide6.QtWidgets import QApplication
    from beraad.ui.beside.one_at_a_time import OneAtATime

    late = OneAtATime(window)
    QApplication.instance().aboutToQuit.connect(lambda: late.start(looks_up_late))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_work_that_begins_when_the_end_was_told_is_waited_for(tmp_path):
    process = program(tmp_path, after=LATE_WORK)

    told = ended(process, signal.SIGTERM)

    assert process.returncode == 0, told


class Window:
    """A window of which the keeping goes as told."""

    def __init__(self, *, copy=None, unkept=False, closes=True):
        self.copy = copy
        self.is_unkept = unkept
        self.closes = closes

    def keep(self):
        return self.copy

    def close(self):
        return self.closes


class Manager:
    cancelled = False

    def cancel(self):
        self.cancelled = True


@pytest.mark.parametrize(
    ("window", "stays"),
    [
        (Window(), False),
        (Window(copy=Path("kopie"), unkept=True, closes=False), False),
        (Window(unkept=True, closes=False), True),
    ],
)
def test_only_when_words_can_go_nowhere_the_session_may_not_end(window, stays):
    manager = Manager()
    ending = Ending.__new__(Ending)
    ending._window = window

    Ending._on_session_end(ending, manager)

    assert manager.cancelled is stays
