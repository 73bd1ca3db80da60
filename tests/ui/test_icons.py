from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QPushButton

from beraad.assets import ICONS
from beraad.ui.theme.icons import Icon, Role, app_icon, picture, put_icon
from beraad.ui.theme.look import Look
from beraad.ui.theme.palette import ThemeChoice


@pytest.fixture
def look(qapp):
    made = Look(qapp, theme=ThemeChoice.LIGHT, percent=100)
    yield made
    made.choose_theme(ThemeChoice.LIGHT)
    made.choose_percent(100)


def colours(pixmap):
    image = pixmap.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("which", Icon)
def test_every_icon_is_bundled_and_drawn_in_the_colour_of_its_role(look, which):
    link = QGuiApplication.palette().color(Role.Link)

    assert colours(picture(which, Role.Link, 48)) == {QColor(link).name()}


def test_no_drawing_is_bundled_that_is_not_in_use():
    drawings = {path.stem for path in (ICONS / "lucide").glob("*.svg")}

    assert drawings == {which.value for which in Icon}


def test_an_icon_follows_theme_and_text_size(look, qtbot):
    button = QPushButton("Signalen")
    qtbot.addWidget(button)
    put_icon(button, Icon.SIGNAL)
    button.show()
    before = button.iconSize()

    look.choose_theme(ThemeChoice.DARK)
    look.choose_percent(200)

    ink = QGuiApplication.palette().color(Role.ButtonText).name()
    qtbot.waitUntil(lambda: button.iconSize().width() > before.width())
    assert colours(button.icon().pixmap(button.iconSize())) == {ink}


def test_an_icon_can_become_another(look, qtbot):
    button = QPushButton("Melding")
    qtbot.addWidget(button)
    worn = put_icon(button, Icon.WARNING)
    before = button.icon().pixmap(24, 24).toImage()

    worn.become(Icon.GOOD)

    assert button.icon().pixmap(24, 24).toImage() != before


def test_the_program_has_its_mark(qapp):
    assert not app_icon().pixmap(64, 64).isNull()
