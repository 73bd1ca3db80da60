"""Unlocked, one is where one was: the same screen, the same cursor, and what was half typed."""

from __future__ import annotations

import inspect

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from beraad.records import Id, Layer, PhaseKey, StepKind
from beraad.records.anatomy import Address
from beraad.store.handing.handing import hand_over
from beraad.store.register import Register
from beraad.store.renaming import typed_title
from beraad.store.session_file import SessionFile
from beraad.training.exercise import whole
from beraad.training.practice import practice_cases
from beraad.ui.beside.task import finish_all
from beraad.ui.coming_back import way_to
from beraad.ui.start.deeds import Deed
from beraad.ui.vault.password_field import PasswordField
from beraad.ui.widgets.below import below
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW, TODAY
from tests.steps import passed_on
from tests.ui.test_signals import a_signal
from tests.ui.vault.conftest import MARK, WORDS
from tests.ui.vault.test_locking import is_shut, shown_texts, unlock_in

SIGNAL = Id("een")


@pytest.fixture
def window(locked, window_of, qtbot):
    made = window_of(locked)
    qtbot.waitUntil(lambda: made._unlocking is not None and made._unlocking.isVisible())
    unlock_in(made, qtbot)
    qtbot.waitUntil(lambda: made._stack.current is made._start)
    with Register.open(made._desk.register) as there:
        there.put(a_signal(SIGNAL, passed_on(TODAY)))
    qtbot.waitUntil(lambda: bool(made._start.rows))
    return made


@pytest.fixture
def opened(window, path):
    window.open(path)
    return window


def there_and_back(window, qtbot):
    """Lock, see that nothing is shown, and unlock."""
    window.locking.begin()
    qtbot.waitUntil(lambda: is_shut(window))
    qtbot.waitUntil(lambda: not any(MARK in text for text in shown_texts()))
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is not window._unlocking)


def _given(window, tmp):
    target = tmp / "gegeven.beraad.age"
    if not target.exists():
        path = window._start.rows[0].path
        hand_over((path,), window._desk.folder, target, words="een twee drie vier", now=NOW)
    return target


AT_START = {
    "list": lambda window, _: window.show_start(),
    "settings": lambda window, _: window.show_settings(),
    "practice": lambda window, _: window.ways.show_practice(),
    "observing": lambda window, _: window.ways.observe(whole(practice_cases()[0])),
    "rating": lambda window, _: window.ways.show_rating(),
    "portfolio": lambda window, _: window.ways.show_portfolio(),
    "pulse": lambda window, _: window.ways.show_pulse(),
    "signals": lambda window, _: window.ways.show_signals(),
    "a new signal": lambda window, _: window.ways.show_new_signal(),
    "a signal": lambda window, _: window.ways.show_signal(SIGNAL, None),
    "a step": lambda window, _: window.ways.show_signal(SIGNAL, StepKind.ANSWERED),
    "letter": lambda window, _: window.ways.show_page(SIGNAL, window.banner),
    "questions": lambda window, _: window.ways.show_questions(),
    "routes": lambda window, _: window.ways.show_routes(),
    "routes of a signal": lambda window, _: window.ways.show_routes_of(SIGNAL, "teamleider"),
    "overview": lambda window, _: window.ways.show_overview(),
    "patterns": lambda window, _: window.ways.show_patterns(),
    "lessons": lambda window, _: window.ways.show_lessons(),
    "forms": lambda window, _: window.ways.show_forms(),
    "aside": lambda window, _: window.keeping.show_aside(),
    "term": lambda window, _: window.keeping.show_term(),
    "erase": lambda window, _: window.keeping.show_term(window._start.rows[0].path),
    "hand over": lambda window, _: window.keeping.show_give(window._start.rows[0].path),
    "hand over all": lambda window, _: window.keeping.show_give_all(),
    "take": lambda window, tmp: window.keeping.show_take(_given(window, tmp)),
    "seek": lambda window, _: window.keeping.show_seek(),
    "log": lambda window, _: window.keeping.show_log(),
    "restore": lambda window, _: window.show_restore(),
    "restore one": lambda window, _: window.show_restore(window._start.rows[0].path.name),
    "another password": lambda window, _: window.vault.renew_password(),
    "another paper": lambda window, _: window.vault.renew_paper(),
}
IN_A_BERAAD = {
    **{
        f"ronde {key.value}": lambda window, key=key: window.beraad.screen.go_to(key)
        for key in PhaseKey
    },
    "settings": lambda window: window.show_settings(),
    "passing": lambda window: window.beraad.show_passing(),
    "slips": lambda window: window.beraad.show_slips(),
    "forms": lambda window: window.beraad.show_forms(),
    "typing": lambda window: window.beraad.show_typing(),
    **{
        f"{name} {layer.value}": lambda window, show=show, layer=layer: getattr(
            window.documents, show
        )(layer)
        for name, show in (("review", "show_review"), ("publishing", "show_publishing"))
        for layer in (Layer.WORK, Layer.SIGNAL, Layer.LEARNING)
    },
    "signal": lambda window: window.documents.show_signal(),
    "lesson": lambda window: window.documents.show_lesson(),
}


def _seen(window):
    current = window._stack.current
    covered = window._stack.covered
    return type(current), current.windowTitle(), type(covered)


@pytest.mark.parametrize("name", AT_START)
def test_from_every_screen_of_the_list(window, qtbot, tmp_path, name):
    AT_START[name](window, tmp_path)
    QApplication.processEvents()
    before = _seen(window)
    there_and_back(window, qtbot)
    assert _seen(window) == before
    finish_all()


@pytest.mark.parametrize("name", IN_A_BERAAD)
def test_from_every_screen_of_a_beraad(opened, path, qtbot, name):
    IN_A_BERAAD[name](opened)
    QApplication.processEvents()
    before, phase = _seen(opened), opened.beraad.screen.phase
    there_and_back(opened, qtbot)
    assert _seen(opened) == before
    assert opened.beraad.workspace.path == path
    assert opened.beraad.screen.phase is phase
    finish_all()


def _screens():
    """Every class of which a page of the window can be, by who shows it."""
    from beraad.ui import (
        documents,
        main_window,
        open_beraad,
        ways_from_start,
        ways_to_keep,
        ways_to_vault,
    )

    return (documents, main_window, open_beraad, ways_from_start, ways_to_keep, ways_to_vault)


def test_whoever_shows_a_screen_says_how_one_comes_back_to_it():
    """A screen that is added tomorrow is not forgotten: showing it and coming back go together."""
    for module in _screens():
        lines = inspect.getsource(module).splitlines()
        for number, line in enumerate(lines):
            if line.strip() not in {"self._show(screen)", "self._stack.show_over(screen)"}:
                continue
            begin = max(n for n in range(number) if lines[n].startswith("    def "))
            said = "\n".join(lines[begin:number])
            known = "comes_back" in said or "_signals_screen(" in said or "def _show_" in said
            assert known, f"{module.__name__}: {lines[begin].strip()}"


FIELDS = {
    "search in the list": (lambda window: window.show_start(), "Kwart"),
    "whom to look for": (lambda window: window.keeping.show_seek(), "Ana"),
    "the words of a colleague": (
        lambda window: window.keeping.show_take(window._start.rows[0].path),
        "een twee",
    ),
    "a signal that is sought": (lambda window: window.ways.show_signals(), "wacht"),
}


def _where_one_types(window):
    current = window._stack.current
    fields = (QLineEdit, QPlainTextEdit, QTextEdit)
    return next(
        each
        for each in below(current, QWidget)
        if isinstance(each, fields) and each.isVisible() and each.isEnabled()
    )


@pytest.mark.parametrize("name", FIELDS)
def test_what_was_half_typed_is_there_again(window, qtbot, name):
    go, typed = FIELDS[name]
    go(window)
    QApplication.processEvents()
    field = _where_one_types(window)
    field.setFocus()
    QTest.keyClicks(field, typed)
    there_and_back(window, qtbot)
    qtbot.waitUntil(lambda: _where_one_types(window).text() == typed)
    assert _where_one_types(window).hasFocus()
    finish_all()


def test_so_is_a_title_that_was_being_changed(window, qtbot):
    row = next(iter(window._start.rows))
    path, title = row.path, row.title
    del row
    window._start.deed_wished.emit(Deed.RENAME, next(iter(window._start.rows)))
    (box,) = [each for each in below(window, QInputDialog) if each.isVisible()]
    (line,) = below(box, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, f"{title} en de")
    there_and_back(window, qtbot)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in below(window, QInputDialog)))
    (box,) = [each for each in below(window, QInputDialog) if each.isVisible()]
    (line,) = below(box, QLineEdit)
    assert line.text() == f"{title} en de"
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, " fiets")
    box.accept()
    wanted = f"{title} en de fiets"
    qtbot.waitUntil(lambda: any(each.title == wanted for each in window._start.rows))
    assert path.exists()


def _rename(window):
    window._start.deed_wished.emit(Deed.RENAME, next(iter(window._start.rows)))
    (box,) = [each for each in below(window, QInputDialog) if each.isVisible()]
    return box


def test_a_title_half_typed_is_there_when_the_laptop_went_off_while_locked(window, path, qtbot):
    box = _rename(window)
    box.setTextValue("Wie betaalt de huur van Kwint")
    del box
    window.locking.begin()
    qtbot.waitUntil(lambda: is_shut(window))
    assert b"Kwint" not in path.read_bytes()
    window._left_at = None  # As it is in a program that begins anew.
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: bool(window._start.rows))
    assert next(iter(window._start.rows)).title == MARK
    box = _rename(window)
    assert box.textValue() == "Wie betaalt de huur van Kwint"
    assert MARK in box.labelText()
    box.reject()
    assert _rename(window).textValue() == MARK


def test_it_is_in_the_beraad_while_it_is_typed_and_gone_once_it_is_the_title(window, path, qtbot):
    box = _rename(window)
    box.setTextValue("De huur van Kwint")
    qtbot.waitUntil(lambda: typed_title(path) == "De huur van Kwint")
    box.accept()
    qtbot.waitUntil(lambda: typed_title(path) == "")
    with SessionFile.open(path) as file:
        assert file.session.opening.title == "De huur van Kwint"
        assert file.session.as_typed == ()


def test_the_title_of_the_open_beraad_too_and_the_cursor_is_in_it(opened, qtbot):
    opened.beraad.screen.go_to(PhaseKey.OPENING)
    QApplication.processEvents()
    field = _title(opened)
    field.setFocus()
    QTest.keyClicks(field, " half")
    there_and_back(opened, qtbot)
    assert opened.beraad.workspace.editor.session.opening.title.endswith(" half")
    qtbot.waitUntil(_title(opened).hasFocus)


def _title(window):
    fields = [each for each in below(window, TextField) if "Titel" in each.accessibleName()]
    return next(each for each in fields if each.isVisible())


def test_the_words_that_are_told_once_are_told_again(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("beraad.ui.handing.give_screen.ask_folder", lambda *_, **__: str(tmp_path))
    window.keeping.show_give(window._start.rows[0].path)
    screen = window._stack.current
    screen.findChild(QPushButton, "make").click()
    qtbot.waitUntil(screen._made.isVisible, timeout=30_000)
    words = screen._words
    assert len(words.split()) == 6
    del screen
    window.locking.begin()
    qtbot.waitUntil(lambda: is_shut(window))
    qtbot.waitUntil(lambda: not any(words in text for text in shown_texts()))
    unlock_in(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current is not window._unlocking)
    screen = window._stack.current
    qtbot.waitUntil(screen._made.isVisible)
    assert screen._told_words.text() == words


def test_what_was_sought_is_found_again(window, qtbot):
    window.keeping.show_seek()
    field = _where_one_types(window)
    QTest.keyClicks(field, MARK)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._stack.current._sought is not None)
    there_and_back(window, qtbot)
    qtbot.waitUntil(lambda: window._stack.current._sought is not None)
    assert len(window._stack.current._sought.mentions) == 1


def test_no_secret_comes_back(window, qtbot):
    window.vault.renew_password()
    QApplication.processEvents()
    for each in below(window._stack.current, PasswordField):
        each.line.setText(WORDS)
    there_and_back(window, qtbot)
    fields = below(window._stack.current, PasswordField)
    assert not any(each.line.text() == WORDS for each in fields)


def test_what_was_changed_meanwhile_does_not_come_back(window, qtbot):
    window.keeping.show_seek()
    _where_one_types(window).insert("Anaïs")
    left = window._place_now()
    assert way_to(window._stack.current) is not None
    assert "Anaïs".encode() not in left.sealed
    changed = left.sealed[:-1] + bytes([left.sealed[-1] ^ 1])
    assert window._desk.unsealed(changed) == ""


def test_the_place_that_was_being_decided_about_is_at_hand_again(opened, qtbot):
    editor = opened.beraad.workspace.editor
    editor.edit(Address("case", "situation"), "Anouk belde met Kwint en Wiebe over de huur.")
    opened.documents.show_review(Layer.WORK)
    places = opened._stack.current._side.places
    qtbot.waitUntil(lambda: len(places._shown) >= 2)
    wanted = places._shown[1].finding.key
    places.go_to_place(wanted)
    del places, editor
    there_and_back(opened, qtbot)
    places = opened._stack.current._side.places
    qtbot.waitUntil(lambda: places.at_hand is not None and places.at_hand.finding.key == wanted)
    finish_all()
