"""Another theme costs no more the deeper a screen is built."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.widgets.parts import button


class StyleChanges(QObject):
    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() is QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


def nested(depth, qtbot):
    outside = inside = QWidget()
    qtbot.addWidget(outside)
    for _ in range(depth):
        box = QWidget()
        QVBoxLayout(inside).addWidget(box)
        inside = box
    made = button("Verder")
    QVBoxLayout(inside).addWidget(made)
    with qtbot.waitExposed(outside):
        outside.show()
    return outside, made


@pytest.mark.parametrize("change", ["theme", "percent"])
def test_what_stands_deep_is_styled_no_more_often(look, qtbot, change):
    windows = [nested(depth, qtbot) for depth in (0, 12)]
    shallow, deep = (StyleChanges(made) for _, made in windows)

    if change == "theme":
        look.choose_theme(ThemeChoice.DARK)
    else:
        look.choose_percent(150)

    assert 0 < deep.count <= shallow.count
