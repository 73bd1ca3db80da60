"""The screens there are, and putting a window on one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_SETTLING = 200
"""Milliseconds that a window manager takes to make a window another size; it does not say when."""

_LOOKS_AGAIN = 3
"""How often it is seen to that a window fills the screen it was put on."""

_AT_MOST = 0.9
"""How much of a screen a window that does not fill it may take: its frame must fit too."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A screen by name, with the part of the desktop it shows.

    Attributes:
        area: x, y, width and height.
    """

    name: str
    area: tuple[int, int, int, int]

    def mirrors(self, other: Spot) -> bool:
        """Whether two screens show the same part of the desktop."""
        return QRect(*self.area).intersects(QRect(*other.area))


def other_spot(spots: Iterable[Spot], laptop: Spot | None) -> Spot | None:
    """The first screen on which the laptop's own screen cannot be seen."""
    return next((spot for spot in spots if laptop and not spot.mirrors(laptop)), None)


class Screens(QObject):
    """The screens of this computer. `changed` comes before Qt moves a window by itself.

    `moved` comes after somebody brought a followed window to another screen.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish = 0
        self._fills = False
        self._filled: Spot | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_changed)
        app.primaryScreenChanged.connect(self._on_changed)
        for screen in app.screens():
            screen.geometryChanged.connect(self._on_changed)

    def spots(self) -> tuple[Spot, ...]:
        """Every screen, the first one first."""
        return tuple(_spot(screen) for screen in QGuiApplication.screens())

    def spot_of(self, window: QWidget) -> Spot | None:
        """The screen a window is on; None when that screen is gone."""
        screen = window.screen()
        return _spot(screen) if screen in QGuiApplication.screens() else None

    def follow(self, window: QWidget) -> None:
        """Tell from now on when this window comes on another screen."""
        handle = window.windowHandle()
        if handle:
            handle.screenChanged.connect(self._on_moved, Qt.ConnectionType.UniqueConnection)

    def fill(self, window: QWidget, spot: Spot) -> None:
        """Show a window on the whole of a screen; the keys stay where they are.

        showFullScreen would ask for the keyboard, and on X11 get it after everybody else.
        """
        screen = _screen(spot)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setWindowFlags(Qt.WindowType.Window)
        if screen is not None:
            window.setScreen(screen)
        window.setGeometry(*spot.area)
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()
        self._see_to(window, spot, _LOOKS_AGAIN)

    def _see_to(self, window: QWidget, spot: Spot, times: int) -> None:
        """Put a window again where it belongs: a window manager may leave it where it last was."""
        self._filled = spot
        QTimer.singleShot(2 * _SETTLING, window, partial(self._put_again, window, spot, times))

    def _put_again(self, window: QWidget, spot: Spot, times: int) -> None:
        gone_elsewhere = spot != self._filled or not window.isVisible() or not window.isFullScreen()
        if gone_elsewhere or window.geometry() == QRect(*spot.area) or not times:
            return
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setGeometry(*spot.area)
        QTimer.singleShot(_SETTLING, window, partial(self._fill_again, window, spot, times))

    def _fill_again(self, window: QWidget, spot: Spot, times: int) -> None:
        if spot == self._filled and window.isVisible():
            window.setWindowState(Qt.WindowState.WindowFullScreen)
            self._see_to(window, spot, times - 1)

    def bring(self, window: QWidget, spot: Spot) -> None:
        """Move a window to a screen, as large as it was.

        A window that fills its screen is made smaller first, and fills the other one last. A
        window manager does each of these when it comes to it, and what it is asked meanwhile is
        lost: then the laptop's window would stay where the group looks.
        """
        self._fills = self._fills or window.isMaximized()
        self._wish += 1
        window.showNormal()
        if self._fills:
            QTimer.singleShot(_SETTLING, window, partial(self._go_on, self._wish, window, spot))
        else:
            _move(window, spot)

    def _go_on(self, wish: int, window: QWidget, spot: Spot) -> None:
        if wish == self._wish:
            _move(window, spot)
            QTimer.singleShot(_SETTLING, window, partial(self._finish, wish, window))

    def _finish(self, wish: int, window: QWidget) -> None:
        if wish == self._wish:
            self._fills = False
            window.showMaximized()

    @Slot(QScreen)
    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self.changed.emit()

    @Slot()
    def _on_moved(self) -> None:
        self.moved.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def _move(window: QWidget, spot: Spot) -> None:
    screen = _screen(spot)
    if screen is not None:
        window.setScreen(screen)
        window.resize(window.size().boundedTo(screen.availableSize() * _AT_MOST))
    window.move(spot.area[0], spot.area[1])


def _spot(screen: QScreen) -> Spot:
    area = screen.geometry()
    return Spot(screen.name(), (area.x(), area.y(), area.width(), area.height()))


def _screen(spot: Spot) -> QScreen | None:
    return next((each for each in QGuiApplication.screens() if each.name() == spot.name), None)
