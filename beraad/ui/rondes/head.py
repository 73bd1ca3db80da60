"""Above a page: which ronde it is, and the moral question."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from beraad.records import Session
from beraad.ui.rondes.question_bar import QuestionBar
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import column, label


class Head(QWidget):
    """Stands above what scrolls, or scrolls along where the window is low.

    A screen has one for each, so that nothing changes place while text grows.
    """

    def __init__(self, room: PageWidth) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._step = label(role="step")
        self._title = label(role="title")
        self._question = QuestionBar(room)
        inside = column(self, spacing=6)
        inside.addWidget(self._step)
        inside.addWidget(self._title)
        inside.addSpacing(8)
        inside.addWidget(self._question)

    def show_session(self, session: Session, step: str, title: str) -> None:
        """Show where the talk is."""
        self._step.setText(step)
        self._title.setText(title)
        self._question.show_session(session)
