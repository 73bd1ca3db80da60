from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from beraad.app import build
from beraad.ui.settings import Settings
from tools.invented.day import NOW
from tools.invented.folders import fill
from tools.pictures import put_away_others
from tools.scenes import SCENES, begin


@pytest.fixture
def visit(qapp, qtbot, tmp_path, soon_at_rest):
    """Goes through every screen with the same beginning, or the ones asked for, in the window."""
    windows = []

    def through(before, inspect, *, only=lambda _: True, percent=100, size=None):
        folder = tmp_path / "beraden"
        Settings(tmp_path / "config" / "instellingen.ini").percent = percent
        if before.is_in_a_full_folder:
            fill(folder)
        window = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
        windows.append(window)
        window._settings.export_folder = tmp_path
        if size is not None:
            window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window._warming.has_begun)
        begin(window, before)
        for scene in SCENES:
            if scene.before is before and only(scene):
                scene.go(window)
                QApplication.processEvents()
                inspect(scene, scene.window(window) if scene.window else window)
                put_away_others(window)

    yield through
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
