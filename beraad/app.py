"""The one place where the parts are joined: paths, store, editor, windows."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

# Before all that it keeps from being read.
import beraad.ui.unread_sources  # noqa: F401  # pyright: ignore[reportUnusedImport]
from beraad.errors import Solvable
from beraad.store.organisation import NOBODY, Organisation, read_organisation
from beraad.ui.beside.task import finish_all
from beraad.ui.clipboard.guard import ClipboardGuard
from beraad.ui.collecting import collect_here
from beraad.ui.crash import hush_qt, report_defects
from beraad.ui.desk import Desk
from beraad.ui.ending import Ending
from beraad.ui.hearing import objects
from beraad.ui.hearing.in_turn import KeysInTurn
from beraad.ui.keeping_focus import FocusKeeper
from beraad.ui.keeping_in_sight import SightKeeper
from beraad.ui.main_window import MainWindow
from beraad.ui.pressed_once import PressedOnce
from beraad.ui.settings import FILE_NAME, Settings, folder_in_use, place_of_settings
from beraad.ui.spelling.attendant import Attendant
from beraad.ui.spelling.speller import Speller
from beraad.ui.spelling.word_list import WordList
from beraad.ui.taskbar import name_ourselves
from beraad.ui.theme.icons import app_icon
from beraad.ui.theme.look import Look

_TURN = 0.0005
"""Seconds after which work beside the window gives way, so that no key waits for it."""


def run(
    folder: Path,
    *,
    house_file: Path | None = None,
    named: bool = False,
    opens: Path | None = None,
) -> int:
    """Open the window on this folder; returns the exit code when it is closed.

    `house_file` is a house style to use instead of the one in the folder. Only a folder that was
    `named` goes before the one that was chosen in the window. `opens` is a file that was clicked in
    the file manager.
    """
    hush_qt()
    name_ourselves()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101
    config = place_of_settings(folder).parent
    window = build(
        app,
        folder,
        config=config,
        house_file=house_file,
        named=named,
        offers_vault=True,
        organisation=read_organisation(),
    )
    Ending(app, window).heed_signals()
    window.place.take()
    if opens is not None:
        window.ways_in.wait_for_list(opens)
    window.show()
    code = app.exec()
    # Qt may have said that it ends while a dialog's own loop went on, and a timer began more.
    finish_all()
    return code


def show_alone(problem: Solvable) -> None:
    """Show a problem because of which there will be no window, and wait until it was read."""
    hush_qt()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101
    box = QMessageBox(QMessageBox.Icon.Warning, "Beraad", problem.happened)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(f"{problem.kept} {problem.way_out}".strip())
    box.exec()


def build(
    app: QApplication,
    folder: Path,
    *,
    config: Path,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    house_file: Path | None = None,
    named: bool = True,
    offers_vault: bool = False,
    organisation: Organisation = NOBODY,
) -> MainWindow:
    """Join the parts of the program around one folder, as `run` does.

    `offers_vault` begins with a password for a folder without one, until somebody says not now.
    """
    sys.setswitchinterval(_TURN)
    app.setApplicationName("Beraad")
    app.setWindowIcon(app_icon())
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    _speak_dutch(app)
    _keep_still(app)
    objects.install()
    collect_here()
    settings = Settings(config / FILE_NAME, organisation)
    look = Look(
        app,
        theme=settings.theme,
        percent=settings.percent,
        underlines=settings.underlines,
    )
    used, missed = (folder, None) if named else folder_in_use(settings, folder)
    desk = Desk(used, now=now, house_file=house_file, missed=missed)
    speller = Speller(WordList(config / "woordenlijst.txt"), wanted=settings.spelling)
    window = MainWindow(desk, look, settings, speller, offers_vault=offers_vault)
    ClipboardGuard(window)
    Attendant(app, speller, look, window)
    FocusKeeper(app, window)
    SightKeeper(app, window)
    KeysInTurn(app, window)
    PressedOnce(app, window)
    report_defects(window)
    app.focusChanged.connect(window.on_focus_left)
    app.applicationStateChanged.connect(window.on_focus_left)
    app.aboutToQuit.connect(finish_all)
    app.aboutToQuit.connect(window.keep)
    return window


def _keep_still(app: QApplication) -> None:
    """Let menus and tips stand there at once: nothing moves that nobody moves (WCAG 2.2, 2.3.3)."""
    for effect in Qt.UIEffect:
        if effect is not Qt.UIEffect.UI_General:
            app.setEffectEnabled(effect, False)


@cache
def _speak_dutch(app: QApplication) -> None:
    """Let Qt's own words be Dutch; once, for every window in sight is told of new words."""
    translator = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", place):
        app.installTranslator(translator)
