"""Two screens of Qt itself; they exist only in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

CODE = """
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


def test_the_group_fills_the_other_screen_also_after_a_swap(tmp_path):
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    beamer = {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080, **dots}
    laptop = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, **dots}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [laptop, beamer]}))

    done = subprocess.run(
        [sys.executable, "-c", CODE],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
    )

    assert done.stdout.splitlines() == [
        "beamer 1366 1920 1080 laptop",
        "laptop 0 1366 768 beamer",
        "beamer 1366 1920 1080 laptop",
        "False True",
    ]
