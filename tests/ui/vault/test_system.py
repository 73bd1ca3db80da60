from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from beraad.ui.vault.system import SystemLock
from tests.store.support import ROOT

LISTENING = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from beraad.ui.vault.system import SystemLock

app = QCoreApplication([])
lock = SystemLock()
lock.begun.connect(lambda: print("begun", flush=True))
lock.listen()
lock.listen()
send = ["dbus-send", "--session", "--type=signal", "/ScreenSaver"]
for said in ("false", "true"):
    subprocess.run([*send, "org.freedesktop.ScreenSaver.ActiveChanged", f"boolean:{said}"])
lock.begun.connect(app.quit)
sys.exit(app.exec())
"""


BUS = shutil.which("dbus-run-session")


@pytest.mark.skipif(BUS is None, reason="needs a bus of its own")
def test_the_lock_of_the_system_is_heard_once():
    done = subprocess.run(
        [str(BUS), "--", sys.executable, "-c", LISTENING],
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "begun\n")


def test_what_is_over_locks_nothing(qtbot):
    lock = SystemLock()
    with qtbot.assertNotEmitted(lock.begun):
        lock.on_changed(False)
    with qtbot.waitSignal(lock.begun):
        lock.on_locked()


def test_a_clock_that_went_on_alone_tells_that_the_laptop_slept(qapp, qtbot):
    now = [1000.0]
    system = SystemLock(clock=lambda: now[0])
    system.listen()
    heard = []
    system.begun.connect(lambda: heard.append(now[0]))
    for step in (5, 5, 60, -3600, 5):
        now[0] += step
        system.look()
    assert heard == []
    now[0] += 600
    system.look()
    assert len(heard) == 1
    assert system._beat.isActive()
