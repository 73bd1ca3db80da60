"""However an exception reaches the error output: kind and place, never its message."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from beraad import defects

ROOT = Path(__file__).parents[1]
MARK = "MERKWOORD"

PROGRAM = """
import logging, sys, threading, warnings
from pathlib import Path
from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QThread, QTimer, Signal, qWarning
from PySide6.QtWidgets import QApplication, QListView, QWidget
from beraad import app
from beraad.cli import main

MARK = "MERKWOORD"
shown = []


def bad(*_):
    raise ValueError(MARK)


def way(window):
    {way}


class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            raise ValueError(MARK)
        return False


class Painted(QWidget):
    paintEvent = sizeHint = keyPressEvent = bad


class Model(QAbstractListModel):
    data = bad

    def rowCount(self, *_):
        return 1


class Dies:
    def __del__(self):
        raise ValueError(MARK)


class Beside(QThread):
    run = bad


class Odd:
    def __repr__(self):
        raise ValueError(MARK)


def post(to):
    QApplication.postEvent(to, QEvent(QEvent.Type.User))


real = app.build


def build(*arguments, **settings):
    window = real(*arguments, **settings)
    tell = window.show_defect
    window.show_defect = lambda: (shown.append(1), {telling})
    QTimer.singleShot(0, window, lambda: begin(window))
    return window


def begin(window):
    # Counted from here: starting may take longer than the end is away.
    QTimer.singleShot(400, window, lambda: end(window))
    way(window)


def end(window):
    window.close()
    QApplication.quit()


app.build = build
code = main(["--sessions", sys.argv[1]])
sys.stdout.write(f"shown {{len(shown)}}, ended with {{code}}\\n")
"""

SHOWN = {
    "slot": "bad()",
    "filter": "window.f = Filter(); window.installEventFilter(window.f); post(window)",
    "filter of all": "window.f = Filter(); QApplication.instance().installEventFilter(window.f);"
    " window.q = QTimer(window); window.q.timeout.connect(lambda: post(window));"
    " window.q.start(40)",
    "paint": "window.w = Painted(window); window.w.show()",
    "model": "window.m = Model(); window.v = QListView(); window.v.setModel(window.m);"
    " window.v.show()",
    "thread": "window.t = threading.Thread(target=bad, name=MARK); window.t.start()",
    "thread of Qt": "window.t = Beside(window); window.t.start()",
    "chain": """
    try:
        bad()
    except ValueError as error:
        raise KeyError(MARK) from error""",
    "group": "raise ExceptionGroup(MARK, [ValueError(MARK)])",
    "notes": "error = ValueError(MARK); error.add_note(MARK); raise error",
}
WRITTEN = {
    "thrown away": ("ValueError", "Dies()"),
    "callback of something thrown away": (
        "ValueError",
        "import weakref; window.r = weakref.ref(Filter(), bad)",
    ),
    "at the end": ("ValueError", "import atexit; atexit.register(bad)"),
    "warning": ("UserWarning", "warnings.simplefilter('always'); warnings.warn(MARK)"),
    "log": ("WARNING ergens", "logging.getLogger('ergens').warning(MARK)"),
    "log with trace": (
        "ERROR ergens",
        """
    try:
        bad()
    except ValueError:
        logging.getLogger('ergens').exception(MARK)""",
    ),
    "qt": ("QtWarningMsg default", "qWarning(MARK)"),
    "qt about a file": (
        "QtWarningMsg default",
        "from PySide6.QtCore import QFile; QFile(MARK).write(b'x')",
    ),
}


def run(tmp_path, way, telling="tell()"):
    program = PROGRAM.format(way=way, telling=telling)
    return subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "beraden")],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("way", SHOWN.values(), ids=SHOWN)
def test_a_mistake_is_shown_and_written_without_its_message(tmp_path, way):
    told = run(tmp_path, way)

    assert "Error\n  " in told.stderr or "Beraad: ExceptionGroup" in told.stderr
    assert MARK not in told.stderr + told.stdout
    assert "Traceback" not in told.stderr
    assert told.stdout.endswith(", ended with 0\n")
    assert not told.stdout.startswith("shown 0,")


@pytest.mark.parametrize(("kind", "way"), WRITTEN.values(), ids=WRITTEN)
def test_what_writes_by_itself_writes_no_message(tmp_path, kind, way):
    told = run(tmp_path, way)

    assert f"Beraad: {kind}\n" in told.stderr
    assert MARK not in told.stderr + told.stdout
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("way", [SHOWN["slot"], SHOWN["thread"], SHOWN["filter"]])
def test_a_second_mistake_in_the_telling_is_written_too(tmp_path, way):
    told = run(tmp_path, way, telling="bad()")

    assert told.stderr.count("Beraad: ValueError") >= 2
    assert MARK not in told.stderr + told.stdout
    assert "Traceback" not in told.stderr
    assert told.stdout.endswith(", ended with 0\n")


class Broken:
    def write(self, _text):
        raise OSError

    def flush(self):
        raise OSError


class Narrow:
    def write(self, text):
        text.encode("ascii")

    def flush(self):
        pass


@pytest.mark.parametrize("stream", [None, Broken(), Narrow()])
def test_where_nothing_can_be_written_it_is_shown_all_the_same(monkeypatch, stream):
    shown = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    defects.report(lambda: shown.append("é"))
    monkeypatch.setattr(sys, "stderr", stream)

    sys.excepthook(ValueError, ValueError(MARK), None)
    defects.write("é")

    assert shown == ["é"]


def test_stopping_on_purpose_is_no_mistake(monkeypatch, capsys):
    shown = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    defects.report(lambda: shown.append(1))

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert not shown
    assert capsys.readouterr().err == ""
