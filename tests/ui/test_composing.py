from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from beraad.group.compose import view_of
from beraad.group.state import GroupState, Show
from beraad.records import KnownWord, PhaseKey, PrivateNote, Progress, new_id
from beraad.ui.beside.task import finish_all
from beraad.ui.group import composing
from beraad.ui.group.composing import Composer
from tests.builders import filled_session

STATE = GroupState()
MARKER = "zonnebloem"


def talk(situation, **changes):
    session = filled_session()
    return replace(
        session,
        case=replace(session.case, situation=situation),
        progress=Progress(phase=PhaseKey.CASE),
        **changes,
    )


@pytest.fixture
def composer(qapp):
    parent = QObject()
    made = Composer(parent)
    made.seen = []
    made.composed.connect(made.seen.append)
    yield made
    finish_all()
    parent.deleteLater()


@pytest.fixture
def slow(monkeypatch):
    """The gate waits until a test lets it go."""
    go = Event()

    def waiting(session, state, lexicon):
        assert go.wait(10)
        return view_of(session, state, lexicon)

    monkeypatch.setattr(composing, "view_of", waiting)
    yield go
    go.set()


def test_a_view_made_beside_the_window_is_the_one_that_was_made_in_it(composer, qtbot):
    session = talk("Iemand belde.")

    with qtbot.waitSignal(composer.composed):
        composer.ask(session, STATE)

    assert composer.seen == [view_of(session, STATE)]


def test_what_does_not_come_near_the_screen_makes_no_view(composer, qtbot):
    session = talk("Iemand belde.")
    with qtbot.waitSignal(composer.composed):
        composer.ask(session, STATE)
    note = PrivateNote(id=new_id(), phase=PhaseKey.CASE, text=MARKER)

    with qtbot.assertNotEmitted(composer.composed, wait=100):
        composer.ask(replace(session, private_notes=(note,)), STATE)

    with qtbot.waitSignal(composer.composed):
        composer.ask(session, GroupState(show=Show.DILEMMA))


def test_of_everything_that_is_asked_meanwhile_only_the_last_is_shown(composer, slow, qtbot):
    for text in ("Een.", "Een. Twee.", "Een. Twee. Drie."):
        composer.ask(talk(text), STATE)
    slow.set()

    qtbot.waitUntil(lambda: bool(composer.seen))
    assert composer.seen == [view_of(talk("Een. Twee. Drie."), STATE)]


def test_a_word_that_is_taken_out_meanwhile_is_never_shown(composer, slow, qtbot):
    text = f"Zij heet {MARKER}."
    composer.ask(talk(text), STATE)
    word = KnownWord(id=new_id(), word=MARKER)
    composer.ask(talk(text, known_words=(word,)), STATE)
    slow.set()

    qtbot.waitUntil(lambda: bool(composer.seen))
    assert MARKER not in str(composer.seen)


def test_what_is_still_being_made_is_not_shown_when_the_screen_has_something_newer(
    composer, slow, qtbot
):
    composer.ask(talk("Een."), STATE)
    composer.forget(talk("Twee."), STATE)

    with qtbot.assertNotEmitted(composer.composed, wait=100):
        slow.set()
        finish_all()

    with qtbot.waitSignal(composer.composed):
        composer.ask(talk("Drie."), STATE)


def test_a_mistake_in_the_gate_is_loud(composer, qtbot, monkeypatch):
    def broken(session, state, lexicon):
        raise LookupError("poort")

    monkeypatch.setattr(composing, "view_of", broken)
    with qtbot.captureExceptions() as raised:
        composer.ask(talk("Een."), STATE)
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is LookupError
    assert composer.seen == []


def test_a_beraad_that_is_left_meanwhile_shows_nothing_any_more(qapp, slow):
    parent = QObject()
    composer = Composer(parent)
    seen = []
    composer.composed.connect(seen.append)
    composer.ask(talk("Een."), STATE)

    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete.value)
    slow.set()
    finish_all()
    qapp.processEvents()

    assert seen == []
