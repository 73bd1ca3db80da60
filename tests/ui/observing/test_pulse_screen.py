"""The pulse of a team in the window: counted slip by slip, shown from six on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.training.observing.pulse import Answer, Pulse
from beraad.ui.observing.pulse_screen import PulseScreen
from beraad.ui.widgets.below import below
from beraad.ui.widgets.chart import ChartView
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW

TODAY = NOW.astimezone().date()


def seen(inside, kind):
    return (each for each in below(inside, kind) if each.isVisible())


def press(qtbot, inside, name):
    made = next(each for each in seen(inside, QPushButton) if each.objectName() == name)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def said(inside):
    return [each.text() for each in seen(inside, QLabel)]


@pytest.fixture
def pulse(qtbot, look, tmp_path):
    screen = PulseScreen(look, tmp_path, now=lambda: NOW)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.take_focus()
    return screen


def test_slips_are_counted_and_shown_from_six_on(qtbot, pulse, tmp_path):
    press(qtbot, pulse, "pulse-begin")
    assert "welk team" in pulse.banner.accessibleName()
    QTest.keyClicks(next(seen(pulse, TextField)), "Team Jongeren")
    press(qtbot, pulse, "pulse-begin")
    for answer in ("yes", "yes", "yes", "yes", "no"):
        press(qtbot, pulse, f"twijfel-{answer}")
    assert "5 geteld, nog 1 nodig" in said(pulse)
    assert all("ja 5" not in (chart.chart.alternative) for chart in seen(pulse, ChartView))
    press(qtbot, pulse, "twijfel-no")
    press(qtbot, pulse, "pulse-back")
    press(qtbot, pulse, "twijfel-partly")

    assert "6 geteld" in said(pulse)
    assert all("ja 4" not in (chart.chart.alternative) for chart in seen(pulse, ChartView))
    press(qtbot, pulse, "pulse-done")

    assert "6 geteld, klaar" in said(pulse)
    assert pulse.focusWidget().objectName() == "luisteren-yes"
    assert pulse.hand_over() is None
    (chart,) = seen(pulse, ChartView)
    assert "ja 4, deels 1, nee 1" in chart.chart.alternative
    (path,) = tmp_path.glob("*.pols")
    found = Pulse.open(path).answers(TODAY, "twijfel")
    assert found is not None
    assert found.counts[Answer.YES] == 4


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_the_name_of_the_team_begins(pulse, tmp_path, enter):
    QTest.keyClick(pulse.focusWidget(), enter)
    assert "welk team" in pulse.banner.accessibleName()
    assert pulse.focusWidget() is next(seen(pulse, TextField))
    QTest.keyClicks(pulse.focusWidget(), "Team Jongeren")
    QTest.keyClick(pulse.focusWidget(), enter)

    assert "Pols van Team Jongeren" in said(pulse)
    assert pulse.focusWidget().objectName() == "twijfel-yes"
    assert [path.name for path in tmp_path.glob("*.pols")] == ["pols team jongeren.pols"]


def test_it_goes_on_in_its_file_and_refuses_another(qtbot, pulse, tmp_path):
    made = Pulse.begin(tmp_path, "Team Zuid", today=TODAY)
    for _ in range(6):
        made.count(TODAY, "vervolg", Answer.NO)
    made.finish(TODAY)
    pulse.open(made.path)
    assert "Pols van Team Zuid" in said(pulse)
    assert "6 geteld, klaar" in said(pulse)
    assert pulse.hand_over() is None
    other = tmp_path / "vreemd.pols"
    other.write_bytes(b"niets\n")
    pulse.open(other)
    assert "niet te openen" in pulse.banner.accessibleName()


def test_fewer_than_six_are_kept_nowhere_and_that_is_told_once(qtbot, pulse, tmp_path):
    QTest.keyClicks(next(seen(pulse, TextField)), "Team Jongeren")
    press(qtbot, pulse, "pulse-begin")
    (path,) = tmp_path.glob("*.pols")
    empty = path.read_bytes()
    press(qtbot, pulse, "twijfel-yes")
    press(qtbot, pulse, "luisteren-no")
    assert path.read_bytes() == empty
    assert "nog niet bewaard: dat doet Klaar" in said(pulse)

    assert pulse.hand_over() is not None
    assert "Van 1 briefje is nog niets bewaard" in pulse.banner.accessibleName()
    with qtbot.waitSignal(pulse.back_wished):
        qtbot.mouseClick(pulse.banner._way_out, Qt.MouseButton.LeftButton)
    assert pulse.hand_over() is None

    press(qtbot, pulse, "twijfel-yes")
    assert pulse.hand_over() is not None


def test_the_name_of_a_team_is_forgotten_once_enter_began_its_pulse(window, qtbot, tmp_path):
    window._settings.export_folder = tmp_path
    window.ways.show_pulse()
    QTest.keyClicks(next(seen(window, TextField)), "Team Jongeren")
    QTest.keyClick(next(seen(window, TextField)), Qt.Key.Key_Return)
    assert (tmp_path / "pols team jongeren.pols").exists()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    assert window._settings.pulse_team == ""
    window.ways.show_pulse()
    assert next(seen(window, TextField)).toPlainText() == ""


def test_the_name_of_a_team_is_there_again_until_its_pulse_begins(window, qtbot, tmp_path):
    window._settings.export_folder = tmp_path
    window.ways.show_pulse()
    QTest.keyClicks(next(seen(window, TextField)), "Team Jongeren")
    QTest.keyClick(next(seen(window, TextField)), Qt.Key.Key_Escape)
    assert not isinstance(window._stack.current, PulseScreen)

    window.ways.show_pulse()
    assert next(seen(window, TextField)).toPlainText() == "Team Jongeren"
    press(qtbot, window, "pulse-begin")
    assert window._settings.pulse_team == ""
    assert (tmp_path / "pols team jongeren.pols").exists()
