from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextBrowser, QWidget

from beraad import __version__
from beraad.ui.help.about import PACKAGES, TITLE, edition, is_old, page
from beraad.ui.help.window import HelpWindow
from tools.locking.pins import REQUIREMENTS, read_pins

TODAY = date(2026, 11, 29)


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "onderdelen.json"
    part = {"naam": "lxml", "versie": "6.1", "licentie": "BSD-3-Clause", "met": ["libxml2 <2>"]}
    told = {"versie": "9.8", "gemaakt": "2026-05-01", "onderdelen": [part]}
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_a_package_says_when_it_was_made_and_what_is_in_it(listed):
    told = page(edition(listed), TODAY, anchor="over")

    assert "Beraad 9.8" in told
    assert "Deze versie is van 1 mei 2026." in told
    assert "meer dan zes maanden geleden" in told
    assert "<b>lxml 6.1</b> met libxml2 &lt;2&gt;" in told
    assert "BSD-3-Clause" in told


@pytest.mark.parametrize(
    ("made", "old"),
    [(date(2026, 11, 1), False), (date(2026, 6, 1), False), (date(2026, 5, 1), True)],
)
def test_after_half_a_year_it_is_time_to_ask(made, old):
    assert is_old(made, TODAY) is old


def test_elsewhere_the_installed_packages_say_it_themselves(tmp_path):
    told = edition(tmp_path / "none.json")

    names = {part.name.lower().replace("_", "-") for part in told.components}
    assert told.version == __version__
    assert told.made is None
    assert names >= {"pyside6-essentials", "sqlcipher3", "reportlab", "lxml"}
    assert [part.name for part in told.components if not part.licence] == []
    assert "Deze versie is van" not in page(told, TODAY, anchor="over")


def test_every_package_that_may_come_along_is_known():
    assert sorted(PACKAGES) == sorted(
        {pin.name for pin in read_pins(REQUIREMENTS / "gemeente.txt")}
    )


def test_the_list_lies_where_a_package_puts_it():
    from beraad.ui.help import about
    from tools.windows.places import PARTS

    root = Path(about.__file__).parents[3]

    assert about._LIST.relative_to(root) == Path(PARTS)


def test_the_help_ends_with_it(look, qtbot):
    work = QWidget()
    qtbot.addWidget(work)
    window = HelpWindow(look, work, about=TITLE)
    with qtbot.waitExposed(window):
        window.show()

    shown = window.findChild(QTextBrowser).toPlainText()
    assert TITLE in shown
    assert "PySide6" in shown.partition(TITLE)[2]
