"""What there is to reach stands in the source; what was reached, a walk wrote down."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from beraad.ui.widgets.parts import column
from tools.soak.reach import Reach, overview
from tools.soak.steps import At, Step
from tools.soak.telling import reached


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bereik.txt"


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def test_without_a_walk_everything_in_the_source_was_never_reached(path):
    found = overview(path)

    assert {"PassingScreen", "SignalCard", "SettingsScreen"} <= set(found.parts[1])
    assert {"find-signals", "pass-laptop", r"step\-.*".replace("\\", "")} <= set(found.controls[1])
    assert {"Ctrl+B", "F1", "Ctrl+W"} <= set(found.keys[1])
    assert found.parts[0] == found.controls[0] == found.keys[0] == []


def test_what_was_seen_and_used_is_reached(path):
    path.write_text("gezien PassingScreen\ngebruikt step-words\ntoets Ctrl+B\n")
    found = overview(path)

    assert found.parts[0] == ["PassingScreen"]
    assert "step-.*" in found.controls[0]
    assert found.keys[0] == ["Ctrl+B"]
    told = reached(found)
    assert any(line.startswith("Onderdelen gezien: 1 van ") for line in told)
    assert "SignalCard" in told[1]


def test_what_is_in_sight_is_written_down_once(path, qtbot):
    window = QWidget()
    inside = column(window)
    press, told = QPushButton("op"), QLabel("hier")
    press.setObjectName("on")
    told.setObjectName("told")
    for each in (press, told):
        inside.addWidget(each)
    qtbot.addWidget(window)
    window.show()
    reach = Reach(path)
    reach.look()
    reach.look()

    assert lines(path) == ["gebruikt told", "gezien QLabel", "gezien QPushButton", "gezien QWidget"]
    reach.used(Step("klik", At("QPushButton", "on", 0)))
    reach.used(Step("klik", At("QPushButton", "off", 0)))
    reach.used(Step("toets", None, {"keys": "F1"}))
    assert lines(path)[4:] == ["gebruikt on", "toets F1"]
