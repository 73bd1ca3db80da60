"""Writing a signal: more of it, more than one, and what looks like it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.phases.suggestions import load
from beraad.publishing.differing import differing
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
def shown(workspace_of, look, qtbot, folder):
    workspace = workspace_of()
    screen = SignalScreen(
        workspace,
        look,
        today=lambda: TODAY,
        suggestions=partial(load, None),
        lines=lambda: (EARLIER,),
        differing=partial(differing, path=folder / "register.sqlite"),
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


def test_words_that_become_others_than_in_the_register_are_told_where_nothing_moves(
    shown, qtbot, folder
):
    screen, editor = shown
    write(screen, qtbot, "bottleneck", "Brieven")
    put_in_register(editor.session, folder / "register.sqlite", today=TODAY)
    field = screen.findChild(TextField, "signal.bottleneck")
    qtbot.waitUntil(lambda: screen._comparing.is_idle)
    assert not in_sight(screen, "take-words")
    place = field.mapTo(screen, QPoint())

    write(screen, qtbot, "bottleneck", "lezen")

    qtbot.waitUntil(lambda: bool(in_sight(screen, "take-words")))
    assert "In het register staan andere woorden van dit signaal dan hier." in texts(screen)
    assert "Knelpunt: “Brieven”" in texts(screen)
    assert field.mapTo(screen, QPoint()) == place


def test_what_the_register_says_is_taken_over_and_can_be_taken_back(shown, qtbot, folder):
    screen, editor = shown
    write(screen, qtbot, "bottleneck", "Brieven")
    put_in_register(editor.session, folder / "register.sqlite", today=TODAY)
    write(screen, qtbot, "bottleneck", "lezen")
    changed = editor.session.signal

    click(screen, qtbot, "take-words")

    assert editor.session.signal.bottleneck == "Brieven"
    assert "Overgenomen uit het register" in texts(screen)
    qtbot.waitUntil(lambda: not in_sight(screen, "take-words"))
    editor.undo()
    assert editor.session.signal == changed
    qtbot.waitUntil(lambda: bool(in_sight(screen, "take-words")))


def test_what_differs_is_read_again_before_it_goes_into_the_register(shown, qtbot, folder):
    screen, editor = shown
    write(screen, qtbot, "bottleneck", "Brieven")
    put_in_register(editor.session, folder / "register.sqlite", today=TODAY)
    write(screen, qtbot, "bottleneck", "lezen")
    with qtbot.waitSignal(screen.review_wished):
        click(screen, qtbot, "put-words")


def test_of_a_signal_beside_the_one_at_hand_it_is_told_too(shown, qtbot, folder):
    screen, editor = shown
    write(screen, qtbot, "bottleneck", "Brieven")
    put_in_register(editor.session, folder / "register.sqlite", today=TODAY)
    write(screen, qtbot, "bottleneck", "lezen")
    click(screen, qtbot, "new-signal")
    write(screen, qtbot, "bottleneck", "Tolk")

    said = "Van “Brievenlezen” staan in het register andere woorden dan hier."
    qtbot.waitUntil(lambda: said in texts(screen))
    assert not in_sight(screen, "take-words")
