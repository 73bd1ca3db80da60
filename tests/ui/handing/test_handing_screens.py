from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from beraad.errors import Solvable
from beraad.store.handing import sealing
from beraad.store.handing.handing import Received, hand_over
from beraad.ui.beside.task import finish_all
from beraad.ui.erasing.term_screen import TermScreen
from beraad.ui.handing import give_screen
from beraad.ui.handing.give_screen import GiveScreen
from beraad.ui.handing.take_screen import TakeScreen
from tests.store.copies.support import keep, title_of
from tests.store.support import a_session, with_title


@pytest.fixture
def path(folder):
    return keep(folder, with_title(a_session(), "Door te geven"))


@pytest.fixture
def target(tmp_path, monkeypatch):
    place = tmp_path / "stick"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    return place


def named(screen, name, kind=QPushButton):
    return screen.findChild(kind, name)


def said(screen):
    return " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def test_from_one_laptop_to_another_by_six_words(window, folder, path, target, qtbot, monkeypatch):
    window._doing.hand_over_wished.emit(path)
    give = window._stack.current
    assert isinstance(give, GiveScreen)
    QTest.keyClick(named(give, "make"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Gemaakt in de map stick: " in said(give), timeout=60_000)
    words = named(give, "words", QLabel).text()
    assert len(words.split()) == 6
    (made,) = target.iterdir()
    assert words.encode() not in made.read_bytes()
    code = said(give).partition("Controle: ")[2][:9]
    named(give, "wipe").click()
    assert window._stack.current is give
    named(give, "wipe").click()
    assert isinstance(window._stack.current, TermScreen)
    assert path.exists()

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(made), ""))
    window._start.take_wished.emit()
    take = window._stack.current
    assert isinstance(take, TakeScreen)
    assert named(take, "words", QLineEdit).hasFocus()
    QTest.keyClicks(named(take, "words", QLineEdit), "zes heel andere woorden dan deze")
    QTest.keyClick(named(take, "words", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(take.banner.isVisible, timeout=60_000)
    assert "Deze woorden openen het bestand niet" in said(take)
    named(take, "words", QLineEdit).setText(words)
    QTest.keyClick(named(take, "words", QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1 beraad staat nu bij de jouwe" in said(take), timeout=60_000)
    assert code in said(take)
    assert len(list(folder.glob("*.beraad"))) == 2
    take.banner._way_out.click()
    assert window.beraad.workspace.editor.session.opening.title == "Door te geven"


def test_a_key_that_is_none_is_told_and_nothing_is_made(window, path, target, qtbot):
    window._doing.hand_over_wished.emit(path)
    give = window._stack.current
    key = next(
        each for each in give.findChildren(QPushButton) if each.text().startswith("Sleutel van")
    )
    QTest.keyClick(key, Qt.Key.Key_Space)
    named(give, "make").click()
    assert "Plak hier de publieke sleutel" in said(give)
    named(give, "key", QLineEdit).setText("age1niets")
    named(give, "make").click()
    qtbot.waitUntil(lambda: "geen publieke sleutel" in said(give))
    assert list(target.iterdir()) == []


def test_everything_goes_in_one_file(window, folder, path, target, qtbot, monkeypatch):
    monkeypatch.setattr(sealing, "as_secret", lambda words: words)
    keep(folder, a_session())
    window._start.give_all_wished.emit()
    give = window._stack.current
    assert "Alles: 2 bestanden" in said(give)
    named(give, "make").click()
    qtbot.waitUntil(lambda: "Gemaakt in de map stick: beraden-" in said(give), timeout=60_000)
    assert not named(give, "wipe").isVisible()
    QTest.keyClick(give, Qt.Key.Key_Escape)
    QTest.keyClick(give, Qt.Key.Key_Escape)
    assert window._stack.current is window._start
    assert title_of(path) == "Door te geven"


def press(give, keys):
    give.window().activateWindow()
    QTest.keySequence(give.window(), QKeySequence(keys))


@pytest.mark.parametrize("keys", ["Esc", "Ctrl+O", "Ctrl+I", "Ctrl+R", "Ctrl+N"])
def test_no_single_key_takes_the_words_away(window, path, target, qtbot, monkeypatch, keys):
    monkeypatch.setattr(sealing, "as_secret", lambda words: words)
    window._doing.hand_over_wished.emit(path)
    give = window._stack.current
    named(give, "make").click()
    qtbot.waitUntil(lambda: "Gemaakt in de map stick: " in said(give), timeout=60_000)
    words = named(give, "words", QLabel).text()

    press(give, keys)
    assert window._stack.current is give
    assert named(give, "words", QLabel).text() == words
    assert "Je ziet ze alleen nu" in said(give)
    press(give, keys)
    assert window._stack.current is not give


def test_a_file_that_a_key_opens_is_left_at_once(window, path, target, qtbot, monkeypatch):
    monkeypatch.setattr(give_screen, "proposed", lambda _: "")
    monkeypatch.setattr(sealing, "as_secret", lambda words: words)
    window._doing.hand_over_wished.emit(path)
    give = window._stack.current
    give._made.show()
    press(give, "Esc")
    assert window._stack.current is window._start


def test_leaving_while_the_file_is_made_leaves_no_file_behind(window, path, target):
    window._doing.hand_over_wished.emit(path)
    give = window._stack.current
    named(give, "make").click()
    QTest.keyClick(give, Qt.Key.Key_Escape)
    finish_all()
    assert window._stack.current is window._start
    assert list(target.iterdir()) == []


def test_a_file_that_was_made_just_then_shows_its_words_first(window, path, target, monkeypatch):
    monkeypatch.setattr(sealing, "as_secret", lambda words: words)
    monkeypatch.setattr(give_screen, "hand_over", stubborn(hand_over))
    window._doing.hand_over_wished.emit(path)
    give = window._stack.current
    named(give, "make").click()
    QTest.keyClick(give, Qt.Key.Key_Escape)
    assert window._stack.current is give
    assert len(named(give, "words", QLabel).text().split()) == 6
    assert len(list(target.iterdir())) == 1
    QTest.keyClick(give, Qt.Key.Key_Escape)
    assert window._stack.current is window._start


def test_closing_while_the_file_is_made_tells_the_words_once(window, path, target, monkeypatch):
    monkeypatch.setattr(sealing, "as_secret", lambda words: words)
    monkeypatch.setattr(give_screen, "hand_over", stubborn(hand_over))
    window._doing.hand_over_wished.emit(path)
    give = window._stack.current
    named(give, "make").click()
    assert not window.close()
    assert len(named(give, "words", QLabel).text().split()) == 6
    assert window.close()


def stubborn(work):
    """The same work, which hears too late that nobody waits for it."""

    def made(*words, unwanted, **options):
        del unwanted
        return work(*words, **options)

    return made


def test_what_came_and_each_that_was_refused_are_all_told(window, path):
    window.keeping.show_take(path)
    take = window._stack.current
    refused = (Solvable("Een is stuk."), Solvable("Een is te nieuw."))

    take._on_done(Received(paths=(path,), code="abc", register=False, refused=refused))

    seen = set()
    for _ in range(3):
        seen.add(take.banner._text.text())
        named(take.banner, "other-messages").click()
    assert {"Een is stuk.", "Een is te nieuw."} < seen
    assert any("1 beraad staat nu bij de jouwe" in each for each in seen)


def test_what_cannot_go_along_is_told_beside_the_rest(window, folder, path, target, qtbot):
    hurt = keep(folder, a_session())
    content = bytearray(hurt.read_bytes())
    content[100:4096] = bytes(3996)
    hurt.write_bytes(content)
    window.keeping.show_give_all()
    give = window._stack.current
    named(give, "make").click()
    qtbot.waitUntil(lambda: "Gemaakt in de map stick: " in said(give), timeout=60_000)
    assert f"Niet meegegaan: {hurt.name}." in said(give)
    assert named(give, "words", QLabel).isVisible()
    assert len(list(target.iterdir())) == 1


def made_words(window, path, qtbot, monkeypatch):
    monkeypatch.setattr(sealing, "as_secret", lambda words: words)
    window._doing.hand_over_wished.emit(path)
    give = window._stack.current
    named(give, "make").click()
    words = named(give, "words", QLabel)
    qtbot.waitUntil(words.isVisible, timeout=60_000)
    return give, words


def test_the_words_have_the_focus_and_are_heard_one_by_one(
    window, path, target, qtbot, monkeypatch
):
    _, words = made_words(window, path, qtbot, monkeypatch)

    assert words.hasFocus()
    heard = words.accessibleName()
    assert heard.startswith("De zes woorden: ")
    assert heard.partition(": ")[2].split(", ") == words.text().split()
    assert not words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_tab_meets_all_that_is_shown_once_and_what_comes_next(
    window, path, target, qtbot, monkeypatch
):
    _, words = made_words(window, path, qtbot, monkeypatch)

    met = [words.objectName()]
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget().objectName())
    assert met == ["words", "code", "open-folder", "wipe"]


def test_the_folder_and_the_next_step_are_told(window, path, target, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(give_screen, "show_in_system", lambda folder, _: opened.append(folder))
    give, _ = made_words(window, path, qtbot, monkeypatch)

    assert "Gemaakt in de map stick: " in said(give)
    assert "“Overnemen van een collega …”" in said(give)
    named(give, "open-folder").click()
    assert opened == [target]


def test_what_was_shown_once_stands_there_again_after_the_lock(
    window, folder, path, target, qtbot, monkeypatch
):
    give, words = made_words(window, path, qtbot, monkeypatch)
    again = GiveScreen([path], folder, window._look, now=give._now, title="")
    qtbot.addWidget(again)
    again.take_back(give.put_away())

    assert named(again, "words", QLabel).text() == words.text()
    assert named(again, "code", QLabel).accessibleName() == (
        named(give, "code", QLabel).accessibleName()
    )
    assert again._where.text() == give._where.text()
