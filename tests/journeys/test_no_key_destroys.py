"""Space and Enter, on whatever has the focus, take nothing away that cannot be had back.

Tried is every kind of control with both keys, every one that the source names with one of them,
whatever takes something away by its name, and a sample of the others; `make walks` tries every
control that the keyboard reaches. A fault is named by screen, key and control.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from beraad.app import build
from beraad.records.anatomy import addressed_texts
from beraad.store.register import Register
from beraad.store.removing import removed_folder
from beraad.ui.widgets.reading_order import takes_focus
from tools.invented.day import NOW
from tools.invented.folders import fill
from tools.keeping_scenes import keeping_scenes
from tools.pictures import put_away_others
from tools.scenes import SCENES, Before, begin

KEYS = {"spatie": Qt.Key.Key_Space, "Enter": Qt.Key.Key_Return}
OF_A_KIND = 2
"""How many controls of one kind and name are tried on one screen."""

ONE_IN = 8
TAKES_AWAY = re.compile(
    "away|erase|wipe|remove|anew|stop|withdraw|leave|empty|back|verwijder|wis|weg|leeg|haal|gooi",
    re.IGNORECASE,
)
"""What a control is called that takes something away."""

WRITTEN = {
    Before.WRITTEN_TALK,
    Before.TALK_WITH_NAMES,
    Before.TALK_TO_LISTEN_TO,
    Before.LATE_TALK,
}
NOTHING_THERE = {scene.name for scene in keeping_scenes() if scene.before is Before.EMPTY_FOLDER}
"""The screens about keeping where nothing is kept yet."""

OF_OURS = re.compile("[a-z.-]+")
"""The name of a control in the source; others are called after the words on them."""

TRIED_ONCE = set()
"""The controls, by the name in the source, that one of the keys was tried on."""

OF_WRITTEN_TALKS = {}
"""What was tried in a beraad with words in it is tried in one of them."""


def settle(app):
    for _ in range(3):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def texts(session):
    return {text for _, text in addressed_texts(session) if text}


def rows(session):
    return {address for address, _ in addressed_texts(session)}


class Stage:
    """The real window with one beginning, brought back after every key."""

    def __init__(self, app, before, folder, config, export, sample):
        self.app, self.before, self.folder, self.config = app, before, folder, config
        self.export, self.sample, self.kinds = export, sample, set()
        if before.is_in_a_full_folder:
            fill(folder)
        self.window = None
        self.tried = OF_WRITTEN_TALKS if before in WRITTEN else {}
        self.faults = []
        self.read = {}
        self.open()

    def open(self):
        self.window = build(self.app, self.folder, config=self.config, now=lambda: NOW)
        self.window._settings.export_folder = self.export
        self.window.show()
        settle(self.app)
        begin(self.window, self.before)
        settle(self.app)

    def close(self):
        self.window.close()
        self.window.deleteLater()
        settle(self.app)

    def kept(self):
        """The files there are, and what the register holds."""
        # What is made beside the window, under a name with a dot, may come and go meanwhile.
        files = [
            Path(home) / name
            for home, _, names in os.walk(self.folder)
            for name in names
            if "/." not in home
        ]
        away = removed_folder(self.folder)
        found = {
            str(self.folder / put_away_as(path) if path.parent == away else path)
            for path in files
            if path.suffix == ".beraad"
        }
        for path in (each for each in files if each.name == "register.sqlite"):
            found |= self.registered(path)
        return found

    def registered(self, path):
        """What a register holds; it is read again when it was written in."""
        log = path.with_name(f"{path.name}-wal")
        there = [each.stat() for each in (path, log) if each.exists()]
        written = [(each.st_ino, each.st_mtime_ns, each.st_size) for each in there]
        if self.read.get(path, ((), ()))[0] != written:
            with Register.open(path) as register:
                ids = {each.id for each in (*register.signals(), *register.lessons())}
            self.read[path] = written, ids
        return self.read[path][1]

    def come_to(self, scene):
        """Bring a screen in sight; returns its window.

        Some screens tell once what they do not keep before one leaves, and let go after that.
        """
        try:
            scene.go(self.window)
        except StopIteration:
            scene.go(self.window)
        settle(self.app)
        return self.shown(scene)

    def shown(self, scene):
        return scene.window(self.window) if scene.window else self.window

    def find(self, scene, name, at):
        """The control of this name; the screen is brought back when it went meanwhile."""
        for again in (self.shown, self.come_to):
            found = [each for each in controls(again(scene)) if named(each) == name]
            if len(found) >= at:
                return found[at - 1]
        return None

    def visit(self, scene):
        count = Counter()
        for name in [named(each) for each in controls(self.come_to(scene))]:
            count[name] += 1
            at = count[name]
            if at > OF_A_KIND:
                continue
            for spoken, key in KEYS.items():
                told = (*name, at, spoken)
                if told in self.tried or not self.wants(name, told):
                    continue
                self.tried[told] = scene.name
                self.press(scene, name, at, spoken, key)

    def wants(self, name, told):
        """Whether it is tried this time, where it is seen first."""
        kind, called = name
        key = told[-1]
        is_new_kind = (kind, key) not in self.kinds
        self.kinds.add((kind, key))
        is_new_name = (
            OF_OURS.fullmatch(called) is not None
            and name not in TRIED_ONCE
            and key in self.sample.some_of(tuple(KEYS), str(name))
        )
        if is_new_name:
            TRIED_ONCE.add(name)
        return (
            is_new_kind
            or is_new_name
            or TAKES_AWAY.search(called) is not None
            or self.sample.takes(str(told), one_in=ONE_IN)
        )

    def press(self, scene, name, at, spoken, key):
        control = self.find(scene, name, at)
        if control is None:
            return
        beraad = self.window.beraad
        session = beraad.workspace.editor.session if beraad else None
        path = beraad.workspace.path if beraad else None
        kept = self.kept()
        control.setFocus()
        QTest.keyClick(control, key)
        settle(self.app)
        fault = self.lost(beraad, session, path)
        written = session is None or texts(session)
        may_go = set() if written else {str(path)}
        if kept - self.kept() - may_go:
            QTest.keyClick(QApplication.focusWidget(), key)
            settle(self.app)
        if missing := kept - self.kept() - may_go:
            fault = f"weg uit de map of het register: {len(missing)}"
        if fault:
            self.faults.append(f"{scene.name}, {spoken} op {name}: {fault}")
        put_away_others(self.window)
        settle(self.app)
        if self.window.beraad is not beraad or fault:
            self.close()
            self.open()

    def lost(self, beraad, session, path):
        """What cannot be had back, if anything."""
        if session is None or not texts(session):
            return None
        if self.window.beraad is beraad:
            editor = beraad.workspace.editor
            if still_there(session, editor.session):
                return None
            editor.undo()
            return None if still_there(session, editor.session) else "weg, en Ctrl+Z helpt niet"
        if not path.exists():
            return "het beraad is weg"
        if self.window.beraad is None or self.window.beraad.workspace.path != path:
            self.window.open(path)
            settle(self.app)
        if self.window.beraad is None:
            return "het beraad gaat niet meer open"
        again = self.window.beraad.workspace.editor.session
        return None if still_there(session, again) else "verlaten, en er mist iets"


def put_away_as(path):
    """The name that a beraad had before it was put aside: the moment comes behind it."""
    return f"{path.stem.partition('~')[0]}{path.suffix}"


def controls(shown):
    """Where the keyboard comes in this window, and a key is more than a sign in a text."""
    for each in shown.findChildren(QWidget):
        writes = isinstance(each, (QLineEdit, QPlainTextEdit))
        if each.isVisible() and takes_focus(each) and each.window() is shown and not writes:
            yield each


def named(control):
    return type(control).__name__, control.objectName() or control.accessibleName()


def still_there(before, after):
    return texts(before) <= texts(after) and rows(before) <= rows(after)


@pytest.fixture
def stage(qapp, tmp_path, monkeypatch, sample, soon_at_rest):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    for asked in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asked, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    stages = []

    def make(before):
        made = Stage(qapp, before, tmp_path / "beraden", tmp_path / "config", tmp_path, sample)
        stages.append(made)
        return made

    yield make
    for each in stages:
        each.close()
    qapp.setStyleSheet("")


@pytest.mark.walk
@pytest.mark.timeout(600)
@pytest.mark.parametrize("before", Before)
def test_no_key_takes_away_what_cannot_be_had_back(stage, before):
    on = stage(before)

    for scene in SCENES:
        if scene.before is before and scene.name not in NOTHING_THERE:
            on.visit(scene)

    assert on.tried
    assert "\n".join(on.faults) == ""
