"""What the system shows opens there, or one is told where it is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from beraad.ui.showing_in_system import show_in_system
from beraad.ui.widgets.banner import Banner


@pytest.mark.parametrize("opens", [True, False])
@pytest.mark.parametrize("is_folder", [True, False])
def test_where_nothing_can_show_it_one_is_told_where_it_is(
    qtbot, tmp_path, monkeypatch, opens, is_folder
):
    asked = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or opens
    )
    path = tmp_path if is_folder else tmp_path / "routekaart.toml"
    banner = Banner()
    qtbot.addWidget(banner)

    show_in_system(path, banner)

    told = " ".join(each.text() for each in banner.findChildren(QLabel))
    assert asked == [str(path)]
    assert (str(path) in told) is not opens
    assert ("De map ging niet open" in told) is (is_folder and not opens)
