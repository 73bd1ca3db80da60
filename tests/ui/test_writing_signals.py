"""Writing a signal: more of it, more than one, and what looks like it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.phases.suggestions import load
from beraad.publishing.registering import put_in_register, signals_in
from beraad.records import Id, RegisteredSignal, SignalContent
from beraad.signals.lines import line_of
from beraad.ui.signals.writing_screen import SignalScreen
from beraad.ui.widgets.text_field import TextField
from tests.conftest import TODAY

EARLIER = line_of(
    RegisteredSignal(
        id=Id("eerder"),
        content=SignalContent(bottleneck="Wachttijd zonder inkomen"),
        team="Team Noord",
        week="2026-W40",
        registered_on=TODAY,
    )
)


@pytest.fixture
def shown(workspace_of, look, qtbot):
    workspace = workspace_of()
    screen = SignalScreen(
        workspace,
        look,
        today=lambda: TODAY,
        suggestions=partial(load, None),
        lines=lambda: (EARLIER,),
    )
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen, workspace.editor


def write(screen, qtbot, name, text):
    field = screen.findChild(TextField, f"signal.{name}")
    field.setFocus()
    qtbot.keyClicks(field, text)


def in_sight(screen, name):
    return [each for each in screen.findChildren(QPushButton, name) if each.isVisible()]


def click(screen, qtbot, name):
    qtbot.waitUntil(
        lambda: any(each.isVisible() for each in screen.findChildren(QPushButton, name))
    )
    ways = in_sight(screen, name)
    qtbot.mouseClick(ways[0], Qt.MouseButton.LeftButton)


def texts(screen):
    return "\n".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def test_what_looks_like_it_is_shown_while_one_writes(shown, qtbot):
    screen, _ = shown
    write(screen, qtbot, "bottleneck", "wachttijd zonder inkomen")

    qtbot.waitUntil(lambda: "“Wachttijd zonder inkomen”, Team Noord: concept" in texts(screen))
    assert "zelfde knelpunt" in texts(screen)


def test_what_is_vague_is_asked_and_keeps_nothing_back(shown, qtbot):
    screen, editor = shown
    assert "Nog vaag" not in texts(screen)
    write(screen, qtbot, "wish", "meer aandacht")

    assert "Wat zie je dan morgen anders gaan?" in texts(screen)
    assert editor.session.signal.wish == "meer aandacht"


def test_a_second_signal_is_begun_and_the_first_taken_up_again(shown, qtbot):
    screen, editor = shown
    write(screen, qtbot, "bottleneck", "Brieven")
    click(screen, qtbot, "new-signal")
    assert editor.session.signal.is_empty

    write(screen, qtbot, "bottleneck", "Tolk")
    click(screen, qtbot, "other-signal")

    assert editor.session.signal.bottleneck == "Brieven"
    assert [each.bottleneck for each in editor.session.other_signals] == ["Tolk"]
    editor.undo()
    assert editor.session.signal.bottleneck == "Tolk"


def test_two_signals_of_a_beraad_are_two_in_the_register(shown, qtbot, folder):
    screen, editor = shown
    path = folder / "register.sqlite"
    write(screen, qtbot, "bottleneck", "Brieven")
    put_in_register(editor.session, path, today=TODAY)
    click(screen, qtbot, "new-signal")
    write(screen, qtbot, "bottleneck", "Tolk")
    put_in_register(editor.session, path, today=TODAY)
    click(screen, qtbot, "other-signal")
    changed = replace(editor.session.signal, what="Anders verteld.")
    put_in_register(replace(editor.session, signal=changed), path, today=TODAY)

    found = {each.content.bottleneck: each for each in signals_in(path)}
    assert set(found) == {"Brieven", "Tolk"}
    assert found["Brieven"].content.what == "Anders verteld."
    assert editor.session.id not in {each.id for each in found.values()}


def test_more_can_be_told_behind_a_fold(shown, qtbot):
    screen, editor = shown
    field = screen.findChild(TextField, "signal.purpose")
    assert not field.isVisible()
    fold = next(
        each for each in screen.findChildren(QPushButton) if "Meer vertellen" in each.text()
    )
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    write(screen, qtbot, "purpose", "Dat niemand zonder geld zit.")

    assert field.isVisible()
    assert editor.session.signal.purpose == "Dat niemand zonder geld zit."
