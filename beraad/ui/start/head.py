"""The top of the start screen: whose program this is, looking for a beraad, and other rooms."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal, SignalInstance, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from beraad.ui.theme.icons import Icon, Role, app_icon, put_icon
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.menus import open_menu
from beraad.ui.widgets.parts import button, label, row

_SIGN = 36


def _emit(wished: SignalInstance, *_: object) -> None:
    """A line of a menu says whether it is ticked; nobody asked for that."""
    wished.emit()


class StartHead(QWidget):
    """On one line, or on two when large text leaves no room for one."""

    sought = Signal(str)
    lessons_wished = Signal()
    forms_wished = Signal()
    settings_wished = Signal()
    help_wished = Signal()
    restore_wished = Signal()
    aside_wished = Signal()
    elsewhere_wished = Signal()
    take_wished = Signal()
    give_all_wished = Signal()
    seek_wished = Signal()
    log_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._brand = self._make_brand()
        self.search = self._make_search()
        self._doors = self._make_doors()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(12)
        self._across.addWidget(self._brand)
        self._across.addStretch(1)
        self._across.addWidget(self._doors)

    def minimumSizeHint(self) -> QSize:
        """No wider than two lines need, so that there is always a width at which to break."""
        brand, doors = self._brand.minimumSizeHint(), self._doors.minimumSizeHint()
        return QSize(max(brand.width(), doors.width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        on_one = self._brand.sizeHint().width() + self._doors.sizeHint().width()
        fits = on_one + 2 * self._across.spacing() <= self.width()
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _make_brand(self) -> QWidget:
        brand = QWidget()
        inside = row(brand, spacing=12)
        mark = label(wrap=False)
        mark.setPixmap(app_icon().pixmap(_SIGN, _SIGN))
        inside.addWidget(mark)
        inside.addWidget(label("Beraad", role="title", wrap=False), 1)
        return brand

    def _make_search(self) -> QLineEdit:
        search = LineEdit()
        search.setObjectName("search")
        search.setPlaceholderText("zoek … (Ctrl+F)")
        search.setAccessibleName("Zoek in je beraden")
        search.setClearButtonEnabled(True)
        search.setMinimumWidth(220)
        search.textChanged.connect(self.sought)
        return search

    def _make_doors(self) -> QWidget:
        doors = QWidget()
        inside = FlowLayout(spacing=12, one_line=True)
        doors.setLayout(inside)
        lessons = self._door("Eerdere lessen", "lessons", Icon.GUIDE)
        forms = self._door("Formulieren", "forms")
        settings = self._door("Instellingen", "settings", Icon.SETTINGS)
        help_ = self._door("Hulp F1", "help", Icon.HELP)
        lessons.clicked.connect(self.lessons_wished)
        forms.clicked.connect(self.forms_wished)
        settings.clicked.connect(self.settings_wished)
        help_.clicked.connect(self.help_wished)
        inside.addWidget(self.search)
        self._more = button("Meer", kind="link", name="more", menu=True)
        self._more.clicked.connect(self._open_more)
        for door in (lessons, forms, settings, help_, self._more):
            inside.addWidget(door)
        return doors

    @Slot()
    def _open_more(self) -> None:
        menu = QMenu(self)
        for text, wished in (
            ("Open van elders …", self.elsewhere_wished),
            ("Archief en verwijderd", self.aside_wished),
            ("Reservekopie terugzetten …", self.restore_wished),
            ("Overnemen van een collega …", self.take_wished),
            ("Alles naar een andere laptop …", self.give_all_wished),
            ("Zoek een betrokkene …", self.seek_wished),
            ("Logboek", self.log_wished),
        ):
            menu.addAction(text).triggered.connect(partial(_emit, wished))
        open_menu(menu, self._more)

    @staticmethod
    def _door(text: str, name: str, sign: Icon | None = None) -> QPushButton:
        made = button(text, kind="link", name=name)
        if sign is not None:
            put_icon(made, sign, Role.Link)
        return made
