from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from tools.invented.folders import fill_with


def test_enter_opens_a_beraad_after_a_click_beside_the_lines(window, folder, qtbot):
    fill_with(3, folder)
    window.refresh_start()
    view = window.findChild(QListView, "beraden")
    qtbot.waitUntil(lambda: view.model().rowCount() == 2)
    beside = QPoint(view.viewport().width() // 2, view.viewport().height() - 2)
    assert not view.indexAt(beside).isValid()

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert view.hasFocus()
    window.refresh_start()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert window.beraad is not None
