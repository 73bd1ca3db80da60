"""Makes the documents of a new beraad in the real window, and kills itself at a named moment."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from beraad.app import build
from beraad.records import Layer
from beraad.records.anatomy import Address
from beraad.report import files
from beraad.ui.publishing import making_job

MOMENTS = {
    "begun": (making_job.OneAtATime, "start"),
    "filled": (files, "_read_again"),
    "proven": (files, "_named"),
    "first name": (files, "_claimed"),
    "all names": (files, "_settle"),
    "answered": (making_job.MakingJob, "_on_done"),
}
"""Where the program is killed; of "first name" once the first file has its name."""

WORDS = "De termijn was te kort voor wie moest wachten."


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def kill_at(moment: str) -> None:
    owner, name = MOMENTS[moment]
    real = getattr(owner, name)

    def deadly(*args, **named):
        if moment == "first name":
            real(*args, **named)
        die()

    setattr(owner, name, deadly)


def main(folder: Path, out: Path, moment: str) -> None:
    app = QApplication([])
    window = build(app, folder, config=folder / "config")
    window.show()
    window.new()
    window._workspace.editor.edit(Address("case", "situation"), WORDS)
    window._settings.export_folder = out
    window.documents.show_publishing(Layer.WORK)
    kill_at(moment)
    window._stack.current.make()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
