"""A quiet message with a way out; never in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.ui.announce import announce, take_back
from beraad.ui.hearing.words import spoken
from beraad.ui.theme.icons import Icon, put_icon
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, restyle, row, set_look
from beraad.ui.widgets.steady import Steady
from beraad.ui.widgets.told import Told

_KEY = "F6"
"""Leads to the button of a message, which stands far from where the cursor is."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Message:
    """One thing that is told.

    Attributes:
        stands: it stays until it is solved or put away; else it is a result of what was done last,
            and goes when something else is told.
        is_first: nothing covers it that came later, unless that is so too.
        is_last: it covers nothing.
    """

    text: str
    more: str = ""
    way_out: str = ""
    look: str
    sign: Icon | None
    urgent: bool = False
    deed: Callable[[], object] | None = None
    is_question: bool = False
    stands: bool = False
    is_first: bool = False
    is_last: bool = False

    @property
    def whole(self) -> str:
        return f"{self.text} {self.more}".strip()

    @property
    def is_over_later(self) -> bool:
        """Whether it is news of what was done, and no trouble, question or reminder."""
        return not (self.stands or self.is_question or self.urgent)

    @property
    def heard(self) -> str:
        """The same for who does not see the button beside it."""
        return f"{self.whole} {_KEY}: {spoken(self.way_out)}." if self.way_out else self.whole


class Banner(QFrame):
    """Says what happened, what was kept and what to do, until it is solved or put away.

    One message is in sight: words that are not kept and questions before all others, and else the
    latest. A button says how many wait behind it and goes along them.

    `way_out_chosen` comes for a way out that was given no deed of its own.
    """

    way_out_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("panel", "danger")
        self._messages: list[_Message] = []
        self._shown: _Message | None = None
        self._text = label(role="strong")
        self._more = label()
        self._way_out = button("")
        self._way_out.clicked.connect(self._on_way_out)
        self._close = button("×", kind="quiet", described="Melding sluiten")
        self._close.clicked.connect(self._on_close)
        self._others = button("", kind="link", name="other-messages")
        self._others.clicked.connect(self._on_others)
        self._drawing = label(wrap=False)
        self._sign = put_icon(self._drawing, Icon.WARNING)
        inside = row(self, spacing=12)
        inside.setContentsMargins(16, 10, 12, 10)
        inside.addWidget(self._drawing)
        inside.addWidget(folding(self._said()), 1)
        inside.addWidget(self._close)
        self._to_way_out = QShortcut(QKeySequence(_KEY), self)
        self._to_way_out.setEnabled(False)
        for pressed in (
            self._to_way_out.activated,
            self._to_way_out.activatedAmbiguously,
        ):
            pressed.connect(self.take_focus)
        self._steady = Steady(self, self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.setVisible(False)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ParentChange:
            # What a screen tells before it has a place would be a window of its own.
            self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, self.parent() is None)
        return super().event(event)

    def _said(self) -> QHBoxLayout:
        """The text, and the ways on beside it or under it."""
        texts = QWidget()
        in_texts = column(texts, spacing=2)
        in_texts.addWidget(self._text)
        in_texts.addWidget(self._more)
        said = row(spacing=12)
        said.addWidget(Told(texts), 1)
        said.addWidget(self._way_out)
        said.addWidget(self._others)
        return said

    def show_problem(
        self, problem: Solvable, *, way_out: str = "", deed: Callable[[], object] | None = None
    ) -> None:
        """Show what went wrong in what was done now, with a button for the way out if any."""
        self._put(_problem(problem, way_out, deed))

    def show_problems(self, problems: Iterable[Solvable]) -> None:
        """Show all that went wrong in what was done now, the first of them in sight."""
        self.hide()
        self._put(*(_problem(each) for each in problems))

    def stand(
        self,
        problem: Solvable,
        *,
        way_out: str = "",
        deed: Callable[[], object] | None = None,
        is_first: bool = False,
    ) -> None:
        """Show what is wrong, and keep it however much else is told, until it is solved.

        What `is_first` stays in sight above what comes later: words that are not kept.
        """
        self._put(_problem(problem, way_out, deed, stands=True, is_first=is_first))

    def solve(self, problem: Solvable) -> None:
        """Tell this problem no more, if it was told."""
        self._drop([each for each in self._messages if each.text == problem.happened])

    def show_message(self, text: str, *, way_out: str = "", but: Iterable[Solvable] = ()) -> None:
        """Show good or neutral news, with a button for what one may want next.

        What went wrong beside it, the `but`, is in sight first.
        """
        good = _Message(text=text, way_out=way_out, look="good", sign=Icon.GOOD)
        self._put(*(_problem(each) for each in but), good)

    def show_busy(self, text: str) -> None:
        """Show what is under way: no good news yet, and no bad either."""
        self._put(_Message(text=text, look="hint", sign=None))

    def ask(
        self, text: str, *, way_out: str = "", deed: Callable[[], object] | None = None
    ) -> None:
        """Say what is still needed, or ask something; nothing went wrong and nothing was done.

        Once it was answered with the `deed` it goes away, unless the deed has something to say.
        """
        self._put(
            _Message(
                text=text,
                way_out=way_out,
                look="hint",
                sign=Icon.HELP,
                deed=deed,
                is_question=deed is not None,
                is_first=True,
            )
        )

    def ask_first(self, problem: Solvable, *, way_out: str, deed: Callable[[], object]) -> None:
        """Ask what a person has to say before something is done; nothing was done yet."""
        self.ask(f"{problem.happened} {problem.way_out}", way_out=way_out, deed=deed)

    def offer(self, text: str, *, way_out: str, deed: Callable[[], object]) -> None:
        """Show news with a button that does this, as long as it is this that is shown."""
        self._put(_Message(text=text, way_out=way_out, look="good", sign=Icon.GOOD, deed=deed))

    def remind(self, text: str, *, way_out: str, deed: Callable[[], object]) -> None:
        """Say what can wait until all else was read, until it is solved or put away."""
        self._put(
            _Message(
                text=text,
                way_out=way_out,
                look="good",
                sign=Icon.GOOD,
                deed=deed,
                stands=True,
                is_last=True,
            )
        )

    def goes_with(self, *signals: SignalInstance) -> None:
        """Tell what was told last no more once one of these comes: then it is over."""
        if self._messages:
            last = self._messages[-1]
            for signal in signals:
                signal.connect(partial(self._is_over, last), Qt.ConnectionType.SingleShotConnection)

    def give_way(self) -> None:
        """Tell no more what went well, or what was done last: something else is done now."""
        self._drop([each for each in self._messages if each.is_over_later])

    def _is_over(self, message: _Message, *_: object) -> None:
        if message in self._messages:
            self._drop([message])

    def take_back(self, text: str) -> None:
        """Tell this no more, for it is so no longer; what was told since stays."""
        self._drop([each for each in self._messages if each.text == text and not each.stands])

    def hide(self) -> None:
        """Tell the last result no more; what stands, stays."""
        self._drop([each for each in self._messages if not each.stands])

    def clear(self) -> None:
        """Tell nothing any more."""
        self._drop(list(self._messages))

    def tells(self, problem: Solvable) -> bool:
        """Whether this problem is in sight or waits for that."""
        return any(each.text == problem.happened for each in self._messages)

    def asks(self, text: str) -> bool:
        """Whether this question is in sight or waits for that."""
        return any(each.text == text and each.is_question for each in self._messages)

    @Slot()
    def take_focus(self) -> bool:
        """Put the focus on the way out, where there is one; whether there was."""
        wanted = self._shown is not None and bool(self._shown.way_out)
        if wanted:
            self._steady.settle()
            self._way_out.setFocus()
        return wanted

    def _put(self, new: _Message, *behind: _Message) -> None:
        """Tell this, and what came of the same deed behind it."""
        before = {each.text: each for each in self._messages}
        known = before.get(new.text)
        if known is not None and known.stands and new.stands:
            # Told again, as with every try: it stays where it is, and covers nothing else.
            self._messages[self._messages.index(known)] = new
            self._show(new if self._shown is known else self._shown)
        else:
            told: dict[str, _Message] = {}
            for each in (*reversed(behind), new):
                told.pop(each.text, None)
                told[each.text] = _standing_on(each, before.get(each.text))
            kept = [each for each in self._messages if each.stands or new.stands]
            self._messages = [each for each in kept if each.text not in told]
            self._messages.extend(told.values())
            self._show(self._in_order()[0])
        for each in (*reversed(behind), new):
            had = before.get(each.text)
            if had is None or had.whole != each.whole:
                announce(self, each.heard, urgent=each.urgent)

    def _drop(self, messages: list[_Message]) -> None:
        if not messages:
            return
        for each in messages:
            take_back(each.heard)
        self._messages = [each for each in self._messages if each not in messages]
        if self._shown in messages:
            self._show(next(iter(self._in_order()), None))
        else:
            self._show(self._shown)

    def _in_order(self) -> list[_Message]:
        """The gravest first, and of those the latest."""
        found: list[_Message] = []
        for rank in (True, False), (False, False), (False, True):
            found += [e for e in self._messages[::-1] if (e.is_first, e.is_last) == rank]
        return found

    def _show(self, message: _Message | None) -> None:
        self._shown = message
        if message is not None:
            set_look(self, "panel", message.look)
            self._drawing.setVisible(message.sign is not None)
            if message.sign is not None:
                self._sign.become(message.sign)
            for each in (self._text, self._more):
                # Their colour follows the banner's, which the style sheet does not look at again.
                restyle(each)
            self._text.setText(message.text)
            self._more.setText(message.more)
            self._more.setVisible(bool(message.more))
            self._way_out.setText(message.way_out)
            self._way_out.setVisible(bool(message.way_out))
            self._to_way_out.setEnabled(bool(message.way_out))
            self.setAccessibleName(message.whole)
            others = len(self._messages) - 1
            self._others.setText("Nog 1 melding" if others == 1 else f"Nog {others} meldingen")
            self._others.setVisible(others > 0)
        self._steady.settle()

    @Slot()
    def _on_others(self) -> None:
        """Show the next that waits."""
        order = self._in_order()
        if self._shown is not None and self._shown in order:
            self._show(order[(order.index(self._shown) + 1) % len(order)])
            announce(self, self._shown.heard)

    @Slot()
    def _on_close(self) -> None:
        if self._shown is not None:
            self._drop([self._shown])
        if self._shown is not None:
            announce(self, self._shown.heard)

    @Slot()
    def _on_way_out(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.deed is None:
            self.way_out_chosen.emit()
            return
        shown.deed()
        if shown.is_question and shown in self._messages:
            self._drop([shown])

    def _settle(self) -> None:
        self.setVisible(self._shown is not None)


def _standing_on(new: _Message, before: _Message | None) -> _Message:
    """The new message, which goes on standing where the same stood before it was a result."""
    if before is None or not before.stands or new.stands:
        return new
    way = new if new.way_out else before
    return replace(
        new,
        way_out=way.way_out,
        deed=way.deed,
        stands=True,
        is_first=before.is_first or new.is_first,
        is_last=before.is_last,
    )


def _problem(
    problem: Solvable,
    way_out: str = "",
    deed: Callable[[], object] | None = None,
    *,
    stands: bool = False,
    is_first: bool = False,
) -> _Message:
    return _Message(
        text=problem.happened,
        more=f"{problem.kept} {problem.way_out}".strip(),
        way_out=way_out,
        look="danger",
        sign=Icon.WARNING,
        urgent=True,
        deed=deed,
        stands=stands,
        is_first=is_first,
    )
