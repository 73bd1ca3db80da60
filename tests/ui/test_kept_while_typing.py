"""What is typed is on the disk before anything else is done: the program may be killed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from beraad.records import Layer, PhaseKey
from beraad.store.audit import Action, note
from beraad.training.case_writing import written_case
from beraad.training.exercise import whole
from beraad.training.observing import portfolio as portfolio_room
from beraad.training.observing.portfolio import PortfolioFile, Slowness, usual_place
from beraad.training.own_cases import take_in
from beraad.training.practice import load, practice_cases
from tests.conftest import NOW
from tests.store.copies.support import keep
from tests.store.support import a_session
from tests.ui.screens_with_words import observing, press, question, step
from tools.waiting import wait_until

WORDS = "oranje kade met linde"

NOT_KEPT = {
    "find-signals": "wat je zoekt is geen werk",
    "find-lessons": "wat je zoekt is geen werk",
    "find-rows": "wat je zoekt is geen werk",
    "person": "de naam van een betrokkene blijft nergens liggen",
    "key": "de sleutel van een ander staat al ergens, en wordt geplakt",
    "municipal-address": "er kan een wachtwoord in staan; bij het sluiten vraagt Beraad ernaar",
    "municipal-password": "een wachtwoord bewaart Beraad nergens",
    "portfolio-words": "een wachtzin bewaart Beraad nergens",
}
"""Fields, by name, whose text is deliberately kept nowhere, with why."""


def phase(key):
    def show(window):
        window.practise(whole(practice_cases()[0]))
        window._session.go_to(key)

    return show


def observing_a_ronde(window):
    window.ways.observe(whole(practice_cases()[0]))
    window._stack.current.go_to(PhaseKey.CASE)


def case_form(window):
    session = load(practice_cases()[0], now=NOW, held_on=date(2026, 11, 24))
    path = window._desk.folder.parent / "mijn.casus"
    path.write_text(written_case(session, today=date(2026, 11, 28)), "utf-8")
    window.ways.show_case_form(take_in(path, window._desk.folder, today=window._desk.today()))


def example(window):
    case_form(window)
    press(window, "fill-example")
    window._stack.current.go_to(PhaseKey.CASE)


def reviewing(window):
    window.practise(whole(practice_cases()[0]))
    window.documents.show_report()
    wait_until(lambda: bool(fields_of(window)))


def document(show):
    def wait(window):
        window.practise(whole(practice_cases()[0]))
        show(window)

    return wait


def portfolio(window):
    PortfolioFile.create(usual_place(window._desk.folder), WORDS, today=NOW.date())
    window.ways.show_portfolio()
    words = window._stack.current._words.line
    words.setFocus()
    QTest.keyClicks(words, WORDS)
    QTest.keyClick(words, Qt.Key.Key_Return)
    wait_until(lambda: window._stack.current._file is not None)


def term(window):
    folder = window._desk.folder
    note(folder, Action.OPENED, now=NOW - timedelta(days=1))
    session = a_session()
    until = (NOW - timedelta(days=14)).date()
    session = replace(session, conclusion=replace(session.conclusion, keep_until=until))
    keep(folder, session)
    window.keeping.show_term()


def give(window):
    window.keeping.show_give(keep(window._desk.folder, a_session()))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    QApplication.processEvents()


SCREENS = {
    **{f"ronde {key}": phase(key) for key in PhaseKey},
    "new signal": lambda window: window.ways.show_new_signal(),
    "step": step,
    "question": question,
    "settings": lambda window: window.show_settings(),
    "observing": observing,
    "observing a ronde": observing_a_ronde,
    "case form": case_form,
    "example": example,
    "review": reviewing,
    "signal of a beraad": document(lambda window: window.documents.show_signal()),
    "lesson": document(lambda window: window.documents.show_lesson()),
    "publishing": document(lambda window: window.documents.show_publishing(Layer.WORK)),
    "typing": document(lambda window: window.beraad.show_typing()),
    "passing": document(lambda window: window.beraad.show_passing()),
    "slips": document(lambda window: window.beraad.show_slips()),
    "portfolio": portfolio,
    "pulse": lambda window: window.ways.show_pulse(),
    "forms": lambda window: window.ways.show_forms(),
    "signals": lambda window: window.ways.show_signals(),
    "lessons": lambda window: window.ways.show_lessons(),
    "overview": lambda window: window.ways.show_overview(),
    "term": term,
    "give": give,
    "seek": lambda window: window.keeping.show_seek(),
}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    slow = Slowness(memory=64, rounds=1, lanes=1)
    monkeypatch.setattr(
        portfolio_room, "Slowness", lambda **given: Slowness(**given) if given else slow
    )


def fields_of(window):
    here = window._stack.current
    fields = here.findChildren(QPlainTextEdit) + here.findChildren(QLineEdit)
    return [
        each for each in fields if each.isVisible() and each.isEnabled() and not each.isReadOnly()
    ]


def name_of(field):
    return field.objectName() or field.accessibleName()


def on_disk(window, word):
    """Whether a word stands in any file of this user."""
    home = window._desk.folder.parent
    if any(word.encode() in each.read_bytes() for each in home.rglob("*") if each.is_file()):
        return True
    sealed = usual_place(window._desk.folder)
    return sealed.exists() and word in repr(PortfolioFile.open(sealed, WORDS).shown)


def first_and_last(fields):
    """Where each of these is, but of a list with many rows only in two of them."""
    at = {}
    for number, field in enumerate(fields):
        at.setdefault((type(field), name_of(field)), []).append(number)
    return sorted({each for found in at.values() for each in (found[0], found[-1])})


@pytest.mark.walk
@pytest.mark.parametrize("show", SCREENS.values(), ids=SCREENS)
def test_every_field_is_on_the_disk_while_the_cursor_is_still_in_it(window, qtbot, sample, show):
    show(window)
    QApplication.processEvents()
    lost = []
    fields = fields_of(window)
    for number in range(len(fields)) if sample.whole else first_and_last(fields):
        field = fields_of(window)[number]
        if name_of(field) in NOT_KEPT:
            continue
        word = f"q{number:02}jx"  # Short, for every letter is work; it stands in no key or digest.
        field.setFocus()
        QTest.keyClicks(field, word)
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        name = name_of(field)
        try:
            qtbot.waitUntil(lambda word=word: on_disk(window, word), timeout=20_000)
        except qtbot.TimeoutError:
            lost.append(name)
    assert not lost


def test_every_field_that_keeps_nothing_says_why():
    assert all(NOT_KEPT.values())
