"""The moral question with A and B, in sight from ronde 2 on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from beraad.phases.course import Course
from beraad.phases.wording import option_mark
from beraad.records import Option, PhaseKey, Session
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import chip, column, label, row

_LONGEST = 34
_BEFORE = (PhaseKey.OPENING, PhaseKey.CASE, PhaseKey.DILEMMA)


class QuestionBar(QFrame):
    """What everything is about."""

    def __init__(self, room: PageWidth) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = row(self, spacing=14)
        room.adapt(inside, self)
        inside.setContentsMargins(16, 10, 16, 10)
        text = column(spacing=2)
        text.addWidget(label("Morele vraag", role="label"))
        self._question = label(role="question")
        text.addWidget(self._question)
        inside.addLayout(text, 1)
        self._a = chip("", "a")
        self._b = chip("", "b")
        inside.addWidget(self._a, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self._b, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_session(self, session: Session) -> None:
        """Show the question where it belongs; ronde 2 has it on the page itself."""
        question = session.dilemma.moral_question.strip()
        before: set[PhaseKey] = set(_BEFORE)
        if session.opening.clarification_first and not question:
            before.add(PhaseKey.CLARIFICATION)
        order = Course.of(session).keys
        here = session.progress.phase
        self.setVisible(here in order and here not in before)
        self._question.setText(question or "Nog geen morele vraag: schrijf die in ronde 2.")
        self._a.setText(f"{option_mark('A')} {_short(session.option_a)}".rstrip())
        self._b.setText(f"{option_mark('B')} {_short(session.option_b)}".rstrip())
        self._a.setToolTip(session.option_a.text)
        self._b.setToolTip(session.option_b.text)


def _short(option: Option) -> str:
    text = " ".join((option.short or option.text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
