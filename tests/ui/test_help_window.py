from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser, QWidget

from beraad.ui.help.window import HelpWindow


@pytest.mark.parametrize("keys", ["Esc", "Ctrl+W"])
def test_a_key_closes_the_help(look, qtbot, keys):
    work = QWidget()
    qtbot.addWidget(work)
    window = HelpWindow(look, work)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    QTest.keySequence(window.findChild(QTextBrowser), QKeySequence(keys))

    assert not window.isVisible()
