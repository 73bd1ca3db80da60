"""The screens about keeping: password, backups, handing over, what is erased, and the log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from beraad.store.archive import archived, put_in_archive
from beraad.store.audit import Action, note
from beraad.store.copies.making import back_up
from beraad.store.handing.handing import Handed, Received
from beraad.store.places import register_path
from beraad.store.register_lines import signal_lines
from beraad.store.removing import remove
from beraad.store.vault.paper import new_recovery_key
from beraad.ui.handing.give_screen import GiveScreen
from beraad.ui.handing.take_screen import TakeScreen
from beraad.ui.main_window import MainWindow
from beraad.ui.seeking.seek_screen import SeekScreen
from beraad.ui.vault.setup_screen import SetupScreen
from beraad.ui.vault.unlock_screen import UnlockScreen
from tools.invented.day import NOW
from tools.scene import Before, Scene
from tools.waiting import wait_until

_WORDS = "molen fiets kaart appel"
_SIX_WORDS = "molen fiets kaart appel zolder ketel"
_CODE = "4f1c 09ab"
_KEY = new_recovery_key()


def begin_keeping(window: MainWindow, before: Before) -> None:
    """Do what comes before a scene about keeping; what was done before in the folder stays."""
    desk = window._desk  # noqa: SLF001
    match before:
        case Before.KEPT_FOLDER:
            _keep(window)
        case Before.NEW_VAULT if not desk.has_vault:
            window.new()
            window.show_start()
            _set_up_vault(window)
        case Before.LOCKED_FOLDER:
            if not desk.has_vault:
                desk.set_up_vault(_WORDS, _KEY)
            window.show_start()
            window.lock()
        case _:
            return


def keeping_scenes() -> Iterator[Scene]:
    """What is shown of keeping, giving, finding and erasing."""
    empty, kept = Before.EMPTY_FOLDER, Before.KEPT_FOLDER
    for before, ending in ((empty, "-leeg"), (kept, "")):
        yield Scene(f"archief{ending}", before, _aside)
        yield Scene(f"logboek{ending}", before, lambda window: window.keeping.show_log())
        yield Scene(f"bewaartermijn{ending}", before, lambda window: window.keeping.show_term())
        yield Scene(f"reservekopie{ending}", before, _compare_copies)
        yield Scene(f"betrokkene{ending}", before, partial(_seek, ""))
    yield Scene("betrokkene-nergens", kept, partial(_seek, "Kwarteldonk"))
    yield Scene("betrokkene-gevonden", kept, partial(_seek, "moeder"))
    yield Scene("wissen", kept, _erase)
    yield Scene("doorgeven", kept, lambda window: window.keeping.show_give(_first(window)))
    yield Scene("doorgegeven", kept, _give)
    yield Scene("overnemen", kept, lambda window: window.keeping.show_take(Path("team.beraad.age")))
    yield Scene("overgenomen", kept, _take)
    yield Scene("start-niets-gevonden", kept, _find_nothing)
    yield Scene("signalen-leeg", empty, lambda window: window.ways.show_signals())
    yield Scene("signaal-blad", Before.FULL_FOLDER, _show_page)
    yield Scene("overzicht-leeg", empty, lambda window: window.ways.show_overview())
    yield Scene("patronen-leeg", empty, lambda window: window.ways.show_patterns())
    yield Scene("routekaart-leeg", empty, lambda window: window.ways.show_routes())
    yield Scene("wachtzin-kiezen", empty, _choose_words)
    yield Scene("eerste-start", empty, _offer)
    yield Scene("herstelsleutel", empty, _write_on_paper)
    yield Scene("kluis-aan", Before.NEW_VAULT, lambda _: None)
    yield Scene("huidige-wachtzin", Before.NEW_VAULT, _renew_password)
    yield Scene("vergrendeld", Before.LOCKED_FOLDER, _shut)
    yield Scene("vergrendeld-papier", Before.LOCKED_FOLDER, _use_paper)
    yield Scene("vergrendeld-nieuw", Before.LOCKED_FOLDER, _renew)


def _keep(window: MainWindow) -> None:
    """Make a backup, and then put one beraad in the archive and throw one away; once."""
    folder = window._desk.folder  # noqa: SLF001
    if archived(folder):
        return
    rows = window._start.rows  # noqa: SLF001
    back_up(folder, now=NOW - timedelta(days=1))
    for action in (Action.OPENED, Action.RESTORED, Action.HANDED_OVER):
        note(folder, action, about=rows[0].identity, now=NOW)
    put_in_archive(folder, rows[1].identity)
    remove(rows[2].path, folder, now=NOW)
    window.show_start()
    wait_until(lambda: len(window._start.rows) < len(rows))  # noqa: SLF001


def _first(window: MainWindow) -> Path:
    return window._start.rows[0].path  # noqa: SLF001


def _shown(window: MainWindow, kind: type[QWidget]) -> QWidget:
    return next(screen for screen in window.findChildren(kind) if screen.isVisible())


def _type(screen: QWidget, name: str, words: str) -> None:
    screen.findChild(QLineEdit, name).setText(words)


def _press(screen: QWidget, name: str) -> None:
    screen.findChild(QPushButton, name).click()


def _aside(window: MainWindow) -> None:
    window.keeping.show_aside()
    wait_until(lambda: not any(each.text().endswith("…") for each in _texts(window)))


def _erase(window: MainWindow) -> None:
    window.keeping.show_term(_first(window))
    wait_until(lambda: not any(each.text().endswith("hoort …") for each in _texts(window)))


def _texts(window: MainWindow) -> list[QLabel]:
    return [each for each in window.findChildren(QLabel) if each.isVisible()]


def _compare_copies(window: MainWindow) -> None:
    window.show_restore()
    told = window.findChildren(QLabel, "told")[-1]
    QApplication.processEvents()
    wait_until(lambda: told.text() != "Beraad vergelijkt …")


def _seek(words: str, window: MainWindow) -> None:
    window.keeping.show_seek()
    screen = _shown(window, SeekScreen)
    if words:
        screen.findChild(QLineEdit, "person").setText(words)
        _press(screen, "seek")
        told = screen.findChild(QLabel, "told")
        wait_until(lambda: told.text() != "Beraad zoekt …")


def _give(window: MainWindow) -> None:
    """What stands there after the file was made."""
    window.keeping.show_give(_first(window))
    screen = _shown(window, GiveScreen)
    screen._words = _SIX_WORDS  # noqa: SLF001
    name = "beraad-2026-W47.beraad"
    handed = Handed(path=Path(f"{name}.age"), code=_CODE, ids=(), files=(Path(name),), digests={})
    screen._on_done(handed)  # noqa: SLF001


def _take(window: MainWindow) -> None:
    """What stands there after one beraad was taken over."""
    window.keeping.show_take(Path("team.beraad.age"))
    came = Received(paths=(_first(window),), code=_CODE, register=False, refused=())
    _shown(window, TakeScreen)._on_done(came)  # noqa: SLF001


def _find_nothing(window: MainWindow) -> None:
    window.show_start()
    window._start.look_for()  # noqa: SLF001
    window.findChild(QLineEdit, "search").setText("kwarteldonk")


def _show_page(window: MainWindow) -> None:
    lines = signal_lines(register_path(window._desk.folder, practice=False))  # noqa: SLF001
    window.ways.show_page(lines[0].id, window.banner)


def _offer(window: MainWindow) -> None:
    window.vault.offer()


def _choose_words(window: MainWindow) -> None:
    window.vault.set_up()


def _write_on_paper(window: MainWindow) -> SetupScreen:
    window.vault.set_up()
    screen = _shown(window, SetupScreen)
    for name in ("new-password", "again"):
        _type(screen, name, _WORDS)
    _press(screen, "take-words")
    return screen


def _set_up_vault(window: MainWindow) -> None:
    """Set up through the screens, up to what is said when all is done."""
    screen = _write_on_paper(window)
    shown = screen.findChildren(QLabel, "group")
    _type(screen, "recovery-key", " ".join(each.text() for each in shown))
    _press(screen, "take-paper")
    ready = screen.findChild(QPushButton, "ready")
    wait_until(lambda: ready.isVisible() and ready.isEnabled())


def _renew_password(window: MainWindow) -> None:
    window.vault.renew_password()


def _shut(window: MainWindow) -> UnlockScreen:
    """A locked folder as it is first seen."""
    window.show_start()
    screen = _shown(window, UnlockScreen)
    with suppress(AttributeError):
        _press(screen, "back-to-password")
    return screen


def _use_paper(window: MainWindow) -> UnlockScreen:
    screen = _shut(window)
    _press(screen, "paper")
    return screen


def _renew(window: MainWindow) -> None:
    """The key on paper fits: a new password is asked."""
    screen = _use_paper(window)
    _type(screen, "recovery-key", _KEY.written)
    _press(screen, "use-paper")
    take = screen.findChild(QPushButton, "take-password")
    wait_until(take.isVisible)
