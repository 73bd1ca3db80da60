"""Looking for words in the open beraad: a line to type in, and every place where they stand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from beraad.phases.looking import MOST, Hit, hits
from beraad.records import Id, Session
from beraad.ui.announce import announce
from beraad.ui.clipboard.guard import ListCopying
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, label, panel, row
from beraad.ui.widgets.whole_lines import Index, WholeLines

_CALM = 120
"""Milliseconds after a key before the list is made anew."""

_LINES = 7
"""Lines of the list that are in sight at once; the page stays in sight under them."""

_PART = 0.35
"""The part of a low window that the lines may take; the one at hand is whole in sight always."""

_LETTERS, _NARROW = 14, 56
"""Letters that fit in the line to type in, and in a window that has no room for wide edges."""

_EDGES, _CLOSE = 32, 12
"""Pixels at either side."""

_EDGE = 6
"""Pixels around the lines."""

_DEEPER = 3
"""Letters that a place stands to the right of its ronde."""

_HIT = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Finder(QWidget):
    """Stands over the page while somebody looks for something, and keeps the list up to date.

    Arrow up and down walk through the places, Enter and F3 go there. `place_wished` brings the
    place to go to, `put_away` says that it is closed.
    """

    place_wished = Signal(object)
    put_away = Signal()

    def __init__(self, revealed: Callable[[], frozenset[Id]]) -> None:
        super().__init__()
        self.setObjectName("finder")
        self._revealed = revealed
        self._session: Session | None = None
        self._found: tuple[Hit, ...] = ()
        self._went = False
        self._line = LineEdit()
        self._line.setObjectName("find")
        self._line.setPlaceholderText("zoek in dit beraad")
        self._line.setAccessibleName("Zoek in dit beraad")
        self._told = label(role="small", wrap=False)
        self._told.setObjectName("found-count")
        self._list = _Found()
        self._list.setObjectName("found")
        self._list.setProperty("role", "list")
        self._list.setAccessibleName("Gevonden plekken")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(WholeLines(self._list, indent=_indent))
        ListCopying(self._list)
        self._lay_out()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._look)
        self._line.textEdited.connect(self._on_typed)
        self._line.installEventFilter(self)
        self._list.itemClicked.connect(self._on_clicked)
        self.hide()

    def open_finder(self, session: Session) -> None:
        """Show it with what was looked for last, ready to be typed over."""
        self._session = session
        self._went = False
        self._line.setMinimumWidth(self._line.fontMetrics().averageCharWidth() * _LETTERS)
        self.show()
        self._look()
        self._line.setFocus()
        self._line.selectAll()

    @Slot()
    def close_finder(self) -> None:
        """Put it away."""
        self._calm.stop()
        self.hide()
        self.put_away.emit()

    def show_session(self, session: Session) -> None:
        """Follow what is written meanwhile."""
        self._session = session
        if self.isVisible():
            self._calm.start()

    def step(self, by: int) -> None:
        """Go to the place after (1) or before (-1) the one at hand."""
        if self._found:
            self._mark(self._place() + by)
            self._go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW
        side = _CLOSE if narrow else _EDGES
        self._outside.setContentsMargins(side, 12, side, 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _STEPS:
                self._settle()
                self._went = False
                self._show_list()
                self._mark(self._place() + _STEPS[Qt.Key(event.key())])
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._settle()
                self._go()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._outside = outside = column(self)
        outside.setContentsMargins(_EDGES, 12, _EDGES, 4)
        card = panel("card")
        outside.addWidget(card)
        inside = column(card, spacing=8)
        inside.setContentsMargins(14, 10, 14, 12)
        head, steps = row(spacing=10), row(spacing=10)
        head.addWidget(self._line, 1)
        steps.addWidget(self._told)
        steps.addStretch(1)
        for text, described, name, by in (
            ("↑", "Vorige plek (Shift+F3)", "find-before", -1),
            ("↓", "Volgende plek (F3)", "find-next", 1),
        ):
            made = button(text, kind="quiet", described=described, name=name)
            made.clicked.connect(lambda _on=False, by=by: self.step(by))
            steps.addWidget(made)
        close = button("Sluiten", kind="link", name="find-close", described="Sluiten (Esc)")
        close.clicked.connect(self.close_finder)
        steps.addWidget(close)
        head.addLayout(steps)
        inside.addWidget(folding(head))
        inside.addWidget(self._list)

    @Slot()
    def _on_typed(self) -> None:
        self._went = False
        self._calm.start()

    def _show_list(self) -> None:
        """In a low window the list makes room for the place that one went to."""
        self._list.setVisible(bool(self._found) and not (self._went and self._crowds()))

    def _crowds(self) -> bool:
        """Whether more than half is taken when the list is in sight."""
        around = self.parentWidget()
        hidden = 0 if self._list.isVisible() else self._list.sizeHint().height()
        return around is not None and 2 * (self.height() + hidden) > around.height()

    def _settle(self) -> None:
        if self._calm.isActive():
            self._look()

    @Slot()
    def _look(self) -> None:
        self._calm.stop()
        if self._session is None:
            return
        wanted = self._line.text()
        found = hits(self._session, wanted, revealed=self._revealed())
        at = self._place()
        if found != self._found:
            self._found = found
            self._fill()
        self._mark(max(0, at))
        self._show_list()
        self._tell(wanted.strip())

    def _fill(self) -> None:
        self._list.clear()
        place = 0
        for ronde, mine in groupby(self._found, key=lambda hit: hit.ronde):
            here = list(mine)
            head = QListWidgetItem(f"{ronde} ({len(here)})")
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(head)
            for hit in here:
                about = f"{hit.what}: " if hit.what else ""
                item = QListWidgetItem(f"{about}{hit.before}{hit.found}{hit.after}".strip())
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{ronde}, {item.text()}")
                item.setData(_HIT, place)
                self._list.addItem(item)
                place += 1
        self._list.updateGeometry()

    def _place(self) -> int:
        item = self._list.currentItem()
        at = item.data(_HIT) if self._list.currentRow() >= 0 else None
        return -1 if at is None else int(at)

    def _mark(self, place: int) -> None:
        """Point at one of the places; after the last comes the first again."""
        if not self._found:
            return
        place %= len(self._found)
        for line in range(self._list.count()):
            if self._list.item(line).data(_HIT) == place:
                self._list.setCurrentRow(line)
        self._list.updateGeometry()
        QTimer.singleShot(0, self, self._bring_in_sight)
        self._count(place)

    @Slot()
    def _bring_in_sight(self) -> None:
        """The place at hand, and the ronde above it where there is room for both."""
        line = self._list.currentRow()
        if line > 0 and self._list.item(line - 1).data(_HIT) is None:
            self._list.scrollToItem(self._list.item(line - 1))
        if line >= 0:
            self._list.scrollToItem(self._list.item(line))

    def _count(self, place: int) -> None:
        many = f"{len(self._found)}" if len(self._found) < MOST else f"meer dan {MOST}"
        self._told.setText(f"{place + 1} van {many}")

    def _tell(self, wanted: str) -> None:
        if not wanted:
            self._told.setText("")
        elif not self._found:
            self._told.setText("niets gevonden")
            announce(self._line, f"Niets gevonden met {wanted}")
        else:
            rondes = len({hit.ronde for hit in self._found})
            many = "1 plek" if len(self._found) == 1 else f"{len(self._found)} plekken"
            spread = "" if rondes == 1 else f", verspreid over {rondes} rondes"
            announce(self._line, f"{many} gevonden{spread}")

    def _go(self) -> None:
        if 0 <= self._place() < len(self._found):
            self._went = True
            self._show_list()
            self.place_wished.emit(self._found[self._place()])

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        if item.data(_HIT) is not None:
            self._mark(int(item.data(_HIT)))
            self._go()


class _Found(QListWidget):
    """As many lines as there are, in at most a part of the window; the others scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high(self.window().height() * _PART))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._high(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _high(self, room: float) -> int:
        """Whole lines for which there is room, and at least the one at hand."""
        at_hand = self.sizeHintForRow(max(0, self.currentRow()))
        high = 0
        for line in range(min(_LINES, self.count())):
            below = high + self.sizeHintForRow(line)
            if below > room:
                break
            high = below
        return max(high, at_hand) + 2 * self.frameWidth() + _EDGE


def _indent(index: Index) -> int:
    return 0 if index.data(_HIT) is None else _DEEPER
