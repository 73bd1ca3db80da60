"""Shows a folder or a file in what the system has for it, or says where it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from beraad.errors import Solvable
from beraad.ui.widgets.banner import Banner


def show_in_system(path: Path, banner: Banner) -> None:
    """Let the system show this; where nothing here can, say in `banner` where it is."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return
    what, of_which = ("De map", "mappen") if path.is_dir() else ("Het bestand", "zulke bestanden")
    banner.show_problem(
        Solvable(
            f"{what} ging niet open: op deze laptop is geen programma dat {of_which} opent.",
            kept="Er is niets veranderd.",
            way_out=f"Zoek het zelf op: {path}",
        )
    )
