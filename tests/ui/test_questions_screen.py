"""Vragen aan teams in the window: asking, opening, answering, and what is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton

from beraad.publishing.asking import asked, letter_written, questions_in, replied
from beraad.records import Often
from beraad.store.places import register_path
from beraad.ui.asking.screen import QuestionsScreen
from beraad.ui.settings import Settings
from beraad.ui.widgets.below import below
from tests.conftest import TODAY


@pytest.fixture
def register(folder):
    return register_path(folder, practice=False)


@pytest.fixture
def out(tmp_path):
    made = tmp_path / "uit"
    made.mkdir()
    return made


@pytest.fixture
def shown(register, look, tmp_path, out, qtbot):
    def make(**said):
        settings = Settings(tmp_path / "i.ini")
        settings.export_folder = out
        screen = QuestionsScreen(register, look, settings, today=lambda: TODAY, **said)
        qtbot.addWidget(screen)
        screen.resize(1100, 800)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.take_focus()
        return screen

    return make


def press(qtbot, screen, name):
    (found,) = (each for each in below(screen, QPushButton) if each.objectName() == name)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def field(screen, name):
    (found,) = (each for each in below(screen, QPlainTextEdit) if each.objectName() == name)
    return found


def says(screen):
    return " ".join(each.text() for each in below(screen, QLabel) if each.isVisible())


def choose(qtbot, screen, text):
    buttons = (each for each in below(screen, QPushButton) if each.text() == text)
    qtbot.mouseClick(next(buttons), Qt.MouseButton.LeftButton)


def test_asking_writes_a_file_and_the_question_stays(qtbot, shown, register, out):
    screen = shown()
    assert "nog geen vraag" in says(screen)

    press(qtbot, screen, "ask")
    assert field(screen, "letter-asked").hasFocus()
    press(qtbot, screen, "letter-done")
    assert "Schrijf eerst de vraag op." in says(screen)
    qtbot.keyClicks(field(screen, "letter-asked"), "Zien jullie dat een brief te laat komt?")
    qtbot.keyClicks(field(screen, "letter-role"), "beleid")
    press(qtbot, screen, "letter-done")

    (one,) = questions_in(register)
    assert one.question.asked == "Zien jullie dat een brief te laat komt?"
    assert [each.name for each in out.iterdir()] == [f"vraag {one.question.id[:8]}.json"]
    assert "Er is nog geen antwoord." in says(screen)


def test_a_name_is_decided_about_before_anything_is_kept(qtbot, shown, register, out):
    screen = shown()
    press(qtbot, screen, "ask")
    qtbot.keyClicks(field(screen, "letter-asked"), "Zien jullie mevrouw Jansen ook?")
    press(qtbot, screen, "letter-done")

    assert "Jansen" in says(screen)
    assert questions_in(register) == ()
    assert not list(out.iterdir())


def test_half_a_question_and_half_an_answer_are_there_again(qtbot, shown, register):
    question = asked(register, "Zien jullie dit?", role="beleid", today=TODAY)
    screen = shown()
    press(qtbot, screen, "ask")
    qtbot.keyClicks(field(screen, "letter-asked"), "Zien jullie ook")
    press(qtbot, screen, "answer")
    qtbot.keyClicks(field(screen, "letter-words"), "Vooral in")
    assert screen.hand_over() is None

    other = shown()
    press(qtbot, other, "ask")
    assert field(other, "letter-asked").toPlainText() == "Zien jullie ook"
    press(qtbot, other, "answer")
    assert field(other, "letter-words").toPlainText() == "Vooral in"
    assert questions_in(register)[0].question == question


def test_a_dropped_question_is_answered_and_the_answer_goes_back(
    qtbot, shown, register, out, tmp_path
):
    beleid = tmp_path / "beleid"
    beleid.mkdir()
    theirs = beleid / "register.sqlite"
    file = letter_written(theirs, asked(theirs, "Zien jullie dit?", role="b", today=TODAY), beleid)
    screen = shown()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    screen.dropEvent(
        QDropEvent(
            QPointF(QPoint(5, 5)),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    press(qtbot, screen, "letter-done")
    assert "Kies eerst hoe vaak" in says(screen)
    choose(qtbot, screen, "3 tot 5 keer")
    press(qtbot, screen, "letter-done")
    assert "Vul het team in" in says(screen)
    qtbot.keyClicks(field(screen, "letter-team"), "Team Noord")
    press(qtbot, screen, "letter-done")

    (one,) = questions_in(register)
    assert [reply.often for reply in one.replies] == [Often.SOME]
    assert "Gezien in enkele beraden" in says(screen)
    (back,) = out.iterdir()
    assert back.name.startswith("antwoord ")
    assert "Noord" not in back.read_text()


def test_an_answer_that_came_back_is_opened_and_counts(
    qtbot, shown, register, out, tmp_path, monkeypatch
):
    question = asked(register, "Zien jullie dit?", role="b", today=TODAY)
    team = tmp_path / "team"
    team.mkdir()
    theirs = team / "register.sqlite"
    reply = replied(theirs, question, often=Often.FEW, team="T", held_on=TODAY, today=TODAY)
    back = letter_written(theirs, question, team, reply=reply)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(back), ""))
    screen = shown()

    press(qtbot, screen, "open-letter")

    assert "Het antwoord is overgenomen" in says(screen)
    assert questions_in(register)[0].replies == (reply,)


def test_a_file_that_is_no_letter_is_told(qtbot, shown, register, tmp_path):
    bad = tmp_path / "x.json"
    bad.write_text("{")
    screen = shown(file=bad)
    assert "x.json is niet overgenomen" in says(screen)
    assert not register.exists()


def test_from_a_knelpunt_the_question_is_about_that(qtbot, window):
    window.ways.show_question_about("Brieven die niemand begrijpt")
    screen = window._stack.current

    assert isinstance(screen, QuestionsScreen)
    assert field(screen, "letter-bottleneck").toPlainText() == "Brieven die niemand begrijpt"
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert not isinstance(window._stack.current, QuestionsScreen)


def test_what_two_windows_type_in_a_question_is_all_kept(shown, qtbot):
    mine, other = shown(), shown()
    for screen in (mine, other):
        press(qtbot, screen, "ask")
    field(mine, "letter-asked").insertPlainText("zien jullie EEN")
    assert mine.hand_over() is None
    field(other, "letter-asked").insertPlainText("zien jullie TWEE")

    assert other.hand_over() is None

    for words in ("EEN", "TWEE"):
        assert words in field(other, "letter-asked").toPlainText()
    assert "In een ander venster" in other.banner.accessibleName()
