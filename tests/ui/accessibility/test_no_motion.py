"""Nothing moves by itself, so that nobody has to ask for less of it (WCAG 2.2, 2.3.3)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import beraad
from beraad.app import build

MOVERS = ("Animation", "QTimeLine", "QMovie", "QGraphicsEffect", "QStateMachine")
EFFECTS = [each for each in Qt.UIEffect if each is not Qt.UIEffect.UI_General]
SOURCES = sorted(Path(beraad.__file__).parent.rglob("*.py"))


def imported(source):
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (each.name for each in node.names)


def test_nothing_that_moves_is_used():
    names = {name for source in SOURCES for name in imported(source)}

    assert [name for name in names if any(mover in name for mover in MOVERS)] == []
    assert "QWidget" in names


def test_no_bar_runs_to_and_fro():
    busy = [source.name for source in SOURCES if "setRange(0, 0)" in source.read_text("utf-8")]

    assert busy == []


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.name)
def test_menus_and_tips_stand_there_at_once(qapp, tmp_path, effect):
    qapp.setEffectEnabled(effect, True)

    window = build(qapp, tmp_path / "beraden", config=tmp_path / "config")
    window.deleteLater()
    qapp.setStyleSheet("")

    assert not qapp.isEffectEnabled(effect)


def test_the_cursor_blinks_as_the_system_says(qapp, tmp_path):
    before = qapp.cursorFlashTime()

    window = build(qapp, tmp_path / "beraden", config=tmp_path / "config")
    window.deleteLater()
    qapp.setStyleSheet("")

    assert qapp.cursorFlashTime() == before
