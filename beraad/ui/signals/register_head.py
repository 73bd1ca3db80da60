"""The top of Signalen: the ways to look, what is done now and then in a menu, and a new signal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QMenu, QWidget

from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.fold import tell_unfolded
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.menus import open_menu
from beraad.ui.widgets.parts import button, column, label, row


def _emit(wished: SignalInstance, *_: object) -> None:
    """A line of a menu says whether it is ticked; nobody asked for that."""
    wished.emit()


class RegisterHead(QWidget):
    """What can be done is asked of the screen when the menu opens, by `show_ways`."""

    home_wished = Signal()
    begun_wished = Signal()
    overview_wished = Signal()
    patterns_wished = Signal()
    routes_wished = Signal()
    questions_wished = Signal()
    new_wished = Signal()
    agenda_wished = Signal()
    exchange_wished = Signal()
    meet_wished = Signal()
    export_wished = Signal()
    stop_wished = Signal()

    def __init__(self, home: str, *, beside: int) -> None:
        """`beside` is how wide the ways to look are at least where they stand beside the title."""
        super().__init__()
        self._beside = beside
        self._agenda = self._export = self._meet = True
        self._busy = False
        self.home = button(f"← {home}", kind="link", name="home")
        self.home.clicked.connect(self.home_wished)
        self.more = button("Meer", kind="link", name="more", menu=True)
        self.more.clicked.connect(self._open_more)
        self._stop = button("Stoppen", name="stop-exchange")
        self._stop.clicked.connect(self.stop_wished)
        self._stop.hide()
        outside = column(self, spacing=4)
        back = row()
        back.addWidget(self.home)
        back.addStretch(1)
        self.begun = button("", kind="link", name="begun-ways")
        self.begun.clicked.connect(self.begun_wished)
        self.begun.hide()
        back.addWidget(self.begun)
        outside.addLayout(back)
        outside.addWidget(self._titled())

    def show_ways(self, *, agenda: bool, export: bool, meet: bool) -> None:
        """Which of the ways in the menu there are."""
        self._agenda, self._export, self._meet = agenda, export, meet

    def show_begun(self, count: int, *, opened: bool) -> None:
        """How much was begun and is not in the register yet; here it has room already."""
        tell_unfolded(self.begun, f"Begonnen, nog niet af: {count}", unfolded=opened)
        self.begun.setVisible(bool(count))

    def show_busy(self, *, busy: bool) -> None:
        """Whether the register is being exchanged; then that can be stopped, and not begun."""
        self._busy = busy
        self._stop.setVisible(busy)

    def _titled(self) -> QWidget:
        titled = Folding()
        inside = row(titled, spacing=12)
        inside.addWidget(label("Signalen", role="title", wrap=False))
        inside.addStretch(1)
        inside.addWidget(self._looking())
        self.new = button("+ Nieuw signaal", kind="primary", name="new-signal")
        self.new.clicked.connect(self.new_wished)
        inside.addWidget(self.new)
        return titled

    def _looking(self) -> QWidget:
        looking = QWidget()
        ways = FlowLayout(one_line=True)
        looking.setLayout(ways)
        stand_beside(looking, least=self._beside)
        for text, name, wished in (
            ("Overzicht", "overview", self.overview_wished),
            ("Patronen", "patterns", self.patterns_wished),
            ("Routekaart", "routes", self.routes_wished),
            ("Vragen aan teams", "questions", self.questions_wished),
        ):
            way = button(text, kind="link", name=name)
            way.clicked.connect(wished)
            ways.addWidget(way)
        ways.addWidget(self.more)
        ways.addWidget(self._stop)
        return looking

    @Slot()
    def _open_more(self) -> None:
        menu = QMenu(self)
        exchange = (not self._busy, "Uitwisselen met andere laptops …", self.exchange_wished)
        meet = (not self._busy, "Samenvoegen met de gemeente", self.meet_wished)
        for there, (ready, text, wished) in (
            (True, exchange),
            (self._meet, meet),
            (self._agenda, (True, "Dagen voor je agenda …", self.agenda_wished)),
            (self._export, (True, "Exporteren als JSON …", self.export_wished)),
        ):
            if there:
                line = menu.addAction(text)
                line.setEnabled(ready)
                line.triggered.connect(partial(_emit, wished))
        open_menu(menu, self.more)
