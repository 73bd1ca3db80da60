"""Shows one screen of Beraad after another to `atspi_walk.py`: a line in, the next name out.

With names of screens as arguments it shows only those. A mistake in a screen ends it, loudly.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QEvent, QSocketNotifier
from PySide6.QtWidgets import QApplication

from beraad.app import build
from beraad.ui.settings import Settings
from tools.invented.day import NOW
from tools.invented.folders import fill
from tools.pictures import picture, put_away_others
from tools.scenes import SCENES, begin, end
from tools.stage import stop_loudly


def main() -> None:
    """Go to the next screen for every line on standard input, until there are no more."""
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)  # A cursor that comes and goes is never at rest.
    screens = _screens(app, sys.argv[1:])

    def on_line() -> None:
        if sys.stdin.readline():
            print(next(screens, ""), flush=True)
        else:
            app.quit()

    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(on_line)
    app.exec()


def _screens(app: QApplication, wished: list[str]) -> Iterator[str]:
    chosen = (scene for scene in SCENES if not wished or scene.name in wished)
    for before, scenes in groupby(chosen, key=lambda scene: scene.before):
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home)
            if before.is_in_a_full_folder:
                fill(folder / "beraden")
            Settings(folder / "instellingen.ini").export_folder = folder / "Documenten"
            window = build(app, folder / "beraden", config=folder, now=lambda: NOW)
            stop_loudly()
            window.show()
            picture(app, window)
            begin(window, before)
            for scene in scenes:
                scene.go(window)
                picture(app, window)
                yield scene.name
                put_away_others(window)
            end(window)
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


if __name__ == "__main__":
    main()
