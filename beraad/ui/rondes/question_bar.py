"""The moral question with A and B, in sight from ronde 2 on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from beraad.group.options import at_length
from beraad.phases.course import Course
from beraad.phases.wording import option_mark
from beraad.records import Option, PhaseKey, Session
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import chip, column, label, row
from beraad.ui.widgets.wrapping import broken

_BESIDE = QBoxLayout.Direction.LeftToRight
_EDGE = 16
_SHARE = 0.62
"""The part of the bar that A and B may take beside the question."""

_LONGEST = 34
"""Letters of an option beside its own."""

_LONGEST_BELOW = 60
"""Letters where an option has lines of its own."""

_BEFORE = (PhaseKey.OPENING, PhaseKey.CASE, PhaseKey.DILEMMA)


class QuestionBar(QFrame):
    """What everything is about."""

    def __init__(self, room: PageWidth) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = row(self, spacing=14)
        room.adapt(inside, self)
        inside.setContentsMargins(_EDGE, 10, _EDGE, 10)
        text = column(spacing=2)
        text.addWidget(label("Morele vraag", role="label"))
        self._question = label(role="question")
        text.addWidget(self._question)
        inside.addLayout(text, 1)
        self._options: tuple[Option, ...] = ()
        self._a = chip("", "a")
        self._b = chip("", "b")
        inside.addWidget(self._a, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self._b, 0, Qt.AlignmentFlag.AlignVCenter)
        room.changed.connect(self._show_options)

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
        self._options = session.option_a, session.option_b
        self._show_options()
        for chip_, option, letter in (
            (self._a, session.option_a, "A"),
            (self._b, session.option_b, "B"),
        ):
            chip_.setToolTip(option.text)
            chip_.setAccessibleName(f"{letter}, {at_length(option) or 'nog leeg'}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_options()

    def minimumSizeHint(self) -> QSize:
        """No wider than the letters alone, so that there is always a width to say less at."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 8 * self.fontMetrics().lineSpacing()), hint.height())

    @Slot()
    def _show_options(self) -> None:
        """As much of A and B as there is room for; a tip and a screen reader say all of it.

        Under the question they go on below.
        """
        metrics = self._a.fontMetrics()
        if not self._are_beside:
            room = self.contentsRect().width() - 2 * _EDGE - metrics.height()
            for shown, text in zip((self._a, self._b), self._texts(_LONGEST_BELOW), strict=False):
                shown.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                shown.setText(broken(text, metrics, room))
            return
        longest = next(each for each in range(_LONGEST, -1, -1) if self._fits(each) or not each)
        for shown, text in zip((self._a, self._b), self._texts(longest), strict=False):
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            shown.setText(text)

    @property
    def _are_beside(self) -> bool:
        inside = self.layout()
        return isinstance(inside, QBoxLayout) and inside.direction() is _BESIDE

    def _texts(self, longest: int) -> list[str]:
        return [
            f"{option_mark(letter)} {_short(option, longest)}".rstrip()
            for option, letter in zip(self._options, "AB", strict=False)
        ]

    def _fits(self, longest: int) -> bool:
        metrics = self._a.fontMetrics()
        texts = self._texts(longest)
        wide = sum(metrics.horizontalAdvance(text) + metrics.height() for text in texts)
        return wide <= self.width() * _SHARE


def _short(option: Option, longest: int) -> str:
    text = " ".join((option.short or option.text).split())
    return text if len(text) <= longest else text[: max(0, longest - 1)].rstrip() + "…"
