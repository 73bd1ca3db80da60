"""What the group sees while the laptop is locked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from beraad.ui.widgets.parts import column, label


class Curtain(QWidget):
    """A page that says nothing, in the place of the group's screen."""

    def __init__(self, place: QWidget) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Beraad")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = column(self)
        inside.addWidget(label("Even pauze", role="title"), 0, Qt.AlignmentFlag.AlignCenter)
        self.setScreen(place.screen())
        self.setGeometry(place.geometry())
        if place.isFullScreen():
            self.showFullScreen()
        else:
            self.show()
