"""A banner says by its look what sort of news it brings."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from beraad.errors import Solvable
from beraad.ui.widgets.banner import Banner


def test_what_is_under_way_is_no_good_news_yet(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)

    def look():
        sign = next(each for each in banner.findChildren(QLabel) if not each.text())
        return banner.property("panel"), sign.isVisibleTo(banner)

    banner.show_message("Klaar.")
    assert look() == ("good", True)
    banner.show_busy("Samenvoegen …")
    assert look() == ("hint", False)
    banner.show_problem(Solvable("Het lukt niet."))
    assert look() == ("danger", True)
