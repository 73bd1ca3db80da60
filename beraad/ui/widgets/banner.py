"""A quiet message with a way out; never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.ui.announce import announce
from beraad.ui.theme.icons import Icon, put_icon
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, restyle, row, set_look
from beraad.ui.widgets.steady import Steady
from beraad.ui.widgets.told import Told


class Banner(QFrame):
    """Says what happened, what was kept and what to do, until it is solved or put away."""

    way_out_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("panel", "danger")
        self._text = label(role="strong")
        self._more = label()
        self._way_out = button("")
        self._way_out.clicked.connect(self._on_way_out)
        self._deed: Callable[[], object] | None = None
        self._is_question = False
        self._close = button("×", kind="quiet", described="Melding sluiten")
        self._close.clicked.connect(self.hide)
        self._drawing = label(wrap=False)
        self._sign = put_icon(self._drawing, Icon.WARNING)
        inside = row(self, spacing=12)
        inside.setContentsMargins(16, 10, 12, 10)
        inside.addWidget(self._drawing)
        inside.addWidget(folding(self._said()), 1)
        inside.addWidget(self._close)
        self._is_wanted = False
        self._steady = Steady(self, self._settle)
        self.hide()

    def _said(self) -> QHBoxLayout:
        """The text, and the way out beside it or under it."""
        texts = QWidget()
        in_texts = column(texts, spacing=2)
        in_texts.addWidget(self._text)
        in_texts.addWidget(self._more)
        said = row(spacing=12)
        said.addWidget(Told(texts), 1)
        said.addWidget(self._way_out)
        return said

    def show_problem(
        self, problem: Solvable, *, way_out: str = "", deed: Callable[[], object] | None = None
    ) -> None:
        """Show a problem, with a button for the way out when there is one."""
        set_look(self, "panel", "danger")
        self._drawing.show()
        self._sign.become(Icon.WARNING)
        more = f"{problem.kept} {problem.way_out}".strip()
        self._show(problem.happened, more, way_out, urgent=True)
        self._deed = deed

    def solve(self, problem: Solvable) -> None:
        """Go away if this is the problem that is shown."""
        if self._text.text() == problem.happened:
            self._is_wanted = False
            self._steady.settle()

    def show_message(self, text: str, *, way_out: str = "") -> None:
        """Show good or neutral news, with a button for what one may want next."""
        set_look(self, "panel", "good")
        self._drawing.show()
        self._sign.become(Icon.GOOD)
        self._show(text, "", way_out, urgent=False)

    def show_busy(self, text: str) -> None:
        """Show what is under way: no good news yet, and no bad either."""
        set_look(self, "panel", "hint")
        self._drawing.hide()
        self._show(text, "", "", urgent=False)

    def ask(
        self, text: str, *, way_out: str = "", deed: Callable[[], object] | None = None
    ) -> None:
        """Say what is still needed, or ask something; nothing went wrong and nothing was done.

        Once it was answered with the `deed` it goes away, unless the deed has something to say.
        """
        set_look(self, "panel", "hint")
        self._sign.become(Icon.HELP)
        self._show(text, "", way_out, urgent=False)
        self._deed = deed
        self._is_question = deed is not None

    def ask_first(self, problem: Solvable, *, way_out: str, deed: Callable[[], object]) -> None:
        """Ask what a person has to say before something is done; nothing was done yet."""
        self.ask(f"{problem.happened} {problem.way_out}", way_out=way_out, deed=deed)

    def offer(self, text: str, *, way_out: str, deed: Callable[[], object]) -> None:
        """Show news with a button that does this, as long as it is this that is shown."""
        self.show_message(text, way_out=way_out)
        self._deed = deed

    def _show(self, text: str, more: str, way_out: str, *, urgent: bool) -> None:
        self._deed = None
        self._is_question = False
        whole = f"{text} {more}".strip()
        is_new = self.isHidden() or whole != self.accessibleName()
        for each in (self._text, self._more):
            # Their colour follows the banner's, which the style sheet does not look at again.
            restyle(each)
        self._text.setText(text)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out))
        self.setAccessibleName(whole)
        self._is_wanted = True
        self._steady.settle()
        if is_new:
            announce(self, whole, urgent=urgent)

    def take_focus(self) -> bool:
        """Put the focus on the way out, where there is one; whether there was."""
        wanted = self._is_wanted and bool(self._way_out.text())
        if wanted:
            self._steady.settle()
            self._way_out.setFocus()
        return wanted

    @Slot()
    def _on_way_out(self) -> None:
        self.way_out_chosen.emit()
        deed = self._deed
        if deed is None:
            return
        deed()
        if self._is_question and self._deed is deed:
            self._is_wanted = False
            self._steady.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # Else it is its screen that went.
            self._is_wanted = False

    def _settle(self) -> None:
        self.setVisible(self._is_wanted)
