"""What the oefening itself tells about its time, and the screen that shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.records import Option, PhaseKey, new_id
from beraad.records.anatomy import Address
from beraad.training.exercise import Exercise
from beraad.training.observing.time_log import EventKind
from beraad.training.practice import practice_cases
from beraad.ui.observing.time_screen import TimeScreen
from beraad.ui.widgets.below import below
from beraad.ui.widgets.chart import ChartView


def kinds(events):
    return [event.kind for event in events]


def test_what_happens_in_an_oefening_is_seen_afterwards(qtbot, window):
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.DILEMMA))
    session, editor = window._session, window.beraad.workspace.editor
    following = window.beraad._following
    window.beraad.show_time()
    assert any("niet gelopen" in each.text() for each in below(window._stack.current, QLabel))
    assert not list(below(window._stack.current, ChartView))
    window.beraad.show_session()

    editor.spend(PhaseKey.DILEMMA, 300)
    editor.edit(Address("dilemma", "moral_question"), "Moet ik alles opschrijven?")
    for option, text in ((editor.session.option_a, "Ja."), (editor.session.option_b, "Nee.")):
        editor.edit(Address("options", "text", option.id), text)
    session.go_to(PhaseKey.PERSPECTIVES)
    editor.spend(PhaseKey.PERSPECTIVES, 900)
    editor.add("options", Option(id=new_id(), text="Iets anders"))
    session.clock.give(3)

    told = [(event.kind, event.phase, event.detail) for event in following.events]
    assert (EventKind.RONDE, PhaseKey.DILEMMA, "") in told
    assert (EventKind.RONDE, PhaseKey.PERSPECTIVES, "") in told
    assert (EventKind.ALTERNATIVE, PhaseKey.PERSPECTIVES, "C") in told
    assert (EventKind.TIME_GIVEN, PhaseKey.PERSPECTIVES, "3") in told

    path = window.beraad.workspace.path
    window.show_start()
    window.open(path)
    assert kinds(window.beraad._following.events)[: len(told)] == [kind for kind, _, _ in told]
    window.beraad.show_time()
    screen = window._stack.current
    assert isinstance(screen, TimeScreen)
    chart = next(below(screen, ChartView))
    assert "Alternatief C kwam al in ronde 4" in " ".join(
        each.text() for each in below(screen, QLabel)
    )
    table = next(each for each in below(screen, QPushButton) if each.objectName() == "as-table")
    assert not chart.is_table
    qtbot.mouseClick(table, Qt.MouseButton.LeftButton)
    assert chart.is_table
    on = next(each for each in below(screen, QPushButton) if each.objectName() == "to-looking-back")
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    assert window._stack.current.windowTitle() == "Terugkijken, jij eerst"


def test_a_question_is_another_one_when_its_words_stay_changed(window):
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.CLARIFICATION))
    session, editor = window._session, window.beraad.workspace.editor
    question = Address("dilemma", "moral_question")
    before = editor.session.dilemma.moral_question
    assert before

    def others():
        return kinds(window.beraad._following.events).count(EventKind.QUESTION)

    for typed, told in ((before, 0), ("Moet dit nu?", 1)):
        session.go_to(PhaseKey.DILEMMA)
        editor.edit(question, f"{before} En nu")
        editor.edit(question, typed)
        session.go_to(PhaseKey.PERSPECTIVES)
        assert others() == told


def test_a_question_changed_when_its_words_did(window):
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.CLARIFICATION))
    session, editor = window._session, window.beraad.workspace.editor
    before = session.clock.plan().used
    session.go_to(PhaseKey.DILEMMA)
    editor.spend(PhaseKey.DILEMMA, 60)
    editor.edit(Address("dilemma", "moral_question"), "Moet dit nu?")
    editor.spend(PhaseKey.DILEMMA, 240)
    session.go_to(PhaseKey.PERSPECTIVES)

    events = window.beraad._following.events
    (changed,) = [each for each in events if each.kind is EventKind.QUESTION]
    assert changed.at == before + 60
    assert changed.phase is PhaseKey.DILEMMA


def test_looking_back_takes_no_minutes(window):
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.DILEMMA))
    for look_back in ("show_comparing", "show_looking_back", "show_time"):
        window._session.clock.toggle()
        getattr(window.beraad, look_back)()
        assert not window._session.clock.runs
        window.beraad.show_session()
