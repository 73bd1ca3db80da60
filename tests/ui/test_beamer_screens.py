"""Two screens of Qt itself; they exist only in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

BEGIN = """
from PySide6.QtWidgets import QApplication, QWidget
from beraad.ui.beamer.projector import Projector
from beraad.ui.beamer.screens import Screens
from beraad.ui.beamer.window import GroupWindow

app = QApplication([])
laptop, group, screens = QWidget(), GroupWindow(), Screens()
laptop.setScreen(next(each for each in app.screens() if each.name() == "laptop"))
laptop.setGeometry(0, 0, 800, 600)
laptop.show()
projector = Projector(group, laptop, screens)
"""

SWAP = """
def tell():
    for _ in range(20):
        app.processEvents()
    area = group.geometry()
    print(group.screen().name(), area.x(), area.width(), area.height(), laptop.screen().name())


projector.switch_on()
tell()
projector.swap()
tell()
projector.swap()
tell()
projector.switch_off()
print(group.isVisible(), laptop.isVisible())
"""

SHARE = """
projector.switch_on()
print(projector.place.name, projector.is_mirrored, projector.is_shared)
moved = []
projector.moved.connect(lambda: moved.append(projector.is_shared))
beamer = next(each for each in app.screens() if each.name() == "beamer")
laptop.windowHandle().setScreen(beamer)
laptop.setGeometry(beamer.geometry())
for _ in range(20):
    app.processEvents()
print(moved[-1:])
"""

DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, **DOTS}
BEAMER = {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080, **DOTS}
MIRROR = {**LAPTOP, "name": "beamer"}


@pytest.fixture
def printed(tmp_path):
    def run(code, *screens):
        config = tmp_path / "screens.json"
        config.write_text(json.dumps({"screens": screens}))
        done = subprocess.run(
            [sys.executable, "-c", BEGIN + code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        )
        return done.stdout.splitlines()

    return run


def test_the_group_fills_the_other_screen_also_after_a_swap(printed):
    assert printed(SWAP, LAPTOP, BEAMER) == [
        "beamer 1366 1920 1080 laptop",
        "laptop 0 1366 768 beamer",
        "beamer 1366 1920 1080 laptop",
        "False True",
    ]


def test_a_laptop_brought_to_the_beamer_is_noticed(printed):
    assert printed(SHARE, LAPTOP, BEAMER) == ["BEAMER False False", "[True]"]


def test_screens_that_show_the_same_are_noticed(printed):
    assert printed(SHARE, LAPTOP, MIRROR)[0] == "WINDOW True False"
