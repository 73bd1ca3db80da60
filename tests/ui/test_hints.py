from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.listening import Rule
from beraad.records import Clarification, Consideration, Dilemma, PhaseKey, Progress, new_id
from beraad.ui.rondes.listening_help import ListeningHelp
from beraad.ui.settings import Settings
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.hint_line import HintLine
from beraad.ui.widgets.text_field import TextField
from tests.editing.support import blank, furnished

QUESTIONS = ("Wat zei zij zelf?", "Heb je al gebeld?", "Waarom heb je niet gebeld?")


def asked(*questions):
    return replace(
        blank(),
        clarifications=tuple(Clarification(id=new_id(), question=text) for text in questions),
        progress=Progress(phase=PhaseKey.CLARIFICATION),
    )


def lines(screen):
    """What the listening help says in sight, from top to bottom."""
    found = [each for each in screen.findChildren(HintLine) if each.isVisible()]
    found.sort(key=lambda each: each.mapTo(screen, QPoint()).y())
    return [each.findChild(QLabel).text() for each in found]


def field(screen, name, place=0):
    found = [each for each in screen.findChildren(TextField, name) if each.isVisible()]
    return sorted(found, key=lambda each: each.mapTo(screen, QPoint()).y())[place]


def press(qtbot, widget, name):
    button = next(b for b in widget.findChildren(QPushButton, name) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_hint_stands_under_the_question_it_is_about(screen_of):
    screen = screen_of(asked(*QUESTIONS))
    told = lines(screen)

    assert len(told) == 2
    assert all("mening of advies" in line for line in told)
    first, second, third = (
        field(screen, "clarifications.question", place).accessibleDescription()
        for place in range(3)
    )
    assert "mening" not in first
    assert second.endswith(told[0])
    assert third.endswith(told[1])


def test_a_hint_comes_once_the_typing_rests_and_goes_with_its_cause(screen_of, qtbot):
    screen = screen_of(asked("Vraag"))
    writing = field(screen, "clarifications.question")
    writing.selectAll()
    qtbot.keyClicks(writing, "Heb je al gebeld?")
    assert lines(screen) == []

    qtbot.waitUntil(lambda: len(lines(screen)) == 1)
    writing.selectAll()
    qtbot.keyClicks(writing, "Wie belde jou?")
    qtbot.waitUntil(lambda: lines(screen) == [])
    assert "mening" not in writing.accessibleDescription()


def test_a_hint_that_is_put_away_stays_away_and_the_cursor_goes_to_the_field(screen_of, qtbot):
    screen = screen_of(asked("Heb je al gebeld?"))

    press(qtbot, screen, "put-hint-away")

    writing = field(screen, "clarifications.question")
    assert lines(screen) == []
    assert writing.hasFocus()
    qtbot.keyClicks(writing, " Of niet?")
    screen.go_to(PhaseKey.CASE)
    screen.go_to(PhaseKey.CLARIFICATION)
    assert lines(screen) == []


def test_a_question_and_an_act_have_their_own_line(screen_of, qtbot):
    session = blank()
    session = replace(
        session,
        dilemma=Dilemma(moral_question="Hoe moet ik dit doen, en wanneer?"),
        options=(replace(session.option_a, text="Een voorschot geven nu"), session.option_b),
        progress=Progress(phase=PhaseKey.DILEMMA),
    )
    screen = screen_of(session)

    question, act = lines(screen)
    assert "aanpak" in question
    assert "A staat nog niet in de ik-vorm" in act
    assert field(screen, "dilemma.moral_question").accessibleDescription().endswith(question)
    assert field(screen, "options.text").accessibleDescription().endswith(act)
    press(qtbot, screen, "put-hint-away")
    assert "komma" in lines(screen)[0]


def test_a_page_that_is_made_later_knows_what_was_heard_before(screen_of):
    session = replace(blank(), dilemma=Dilemma(moral_question="Hoe moet ik dit doen?"))
    card = furnished()
    session = replace(
        session,
        participants=card.participants,
        considerations=(
            replace(card.considerations[0], choice_id=session.option_a.id, needs="tijd", value="x"),
        ),
    )
    screen = screen_of(session)

    screen.go_to(PhaseKey.DILEMMA)
    assert ["aanpak" in line for line in lines(screen)] == [True]
    screen.go_to(PhaseKey.CONSIDERATION)
    assert "schade" in lines(screen)[0]


def test_what_is_missing_in_a_ronde_stands_below_it(screen_of):
    screen = screen_of(replace(furnished(), progress=Progress(phase=PhaseKey.PERSPECTIVES)))
    assert lines(screen) == []

    screen._editor.change(
        lambda session: replace(
            session,
            stakeholders=tuple(
                replace(session.stakeholders[0], id=new_id(), name=name)
                for name in ("de inbrenger", "beleid")
            ),
            values=(),
            norms=(),
        )
    )
    screen.go_to(PhaseKey.CASE)
    assert lines(screen) == []
    screen.go_to(PhaseKey.PERSPECTIVES)
    [line] = lines(screen)
    assert "Wat zou de inwoner hier zelf zeggen?" in line


def test_a_card_tells_that_it_names_no_harm(screen_of):
    session = furnished()
    card = replace(session.considerations[0], value="zorg", limiting="te bellen")
    session = replace(
        session, considerations=(card,), progress=Progress(phase=PhaseKey.CONSIDERATION)
    )
    screen = screen_of(session)

    assert ["schade" in line for line in lines(screen)] == [True]


def test_hints_can_be_switched_off_and_come_back(screen_of, qtbot):
    screen = screen_of(asked(*QUESTIONS))
    press(qtbot, screen, "put-hint-away")
    help_ = screen.findChild(ListeningHelp)
    help_.set_unfolded(True)
    wished = help_.findChild(CheckField, "hints-wished")

    with qtbot.waitSignal(screen.listening.switched):
        wished.click()
    assert lines(screen) == []
    wished.click()
    assert len(lines(screen)) == 2


def test_the_choice_is_remembered(tmp_path):
    settings = Settings(tmp_path / "beraad.ini")
    assert settings.listening
    settings.listening = False
    assert not settings.listening
    settings.listening = True
    assert settings.listening


def test_the_guide_counts_when_somebody_looks(screen_of):
    screen = screen_of(asked(*QUESTIONS))
    help_ = screen.findChild(ListeningHelp)
    help_.set_unfolded(True)

    told = [each.text() for each in help_.findChildren(QLabel)]
    assert "3 vragen: 0 met antwoord" in told
    screen._editor.remove("clarifications", screen._editor.session.clarifications[0].id)
    told = [each.text() for each in help_.findChildren(QLabel) if each.isVisibleTo(help_)]
    assert "2 vragen: 0 met antwoord" in told
    assert "3 vragen: 0 met antwoord" not in told


@pytest.mark.parametrize("rule", [Rule.WITHOUT_HARM, Rule.WITHOUT_VALUE])
def test_nobody_who_passes_the_laptop_is_told_what_is_missing(screen_of, qtbot, rule):
    session = furnished()
    bare = Consideration(
        id=new_id(),
        participant_id=session.participants[0].id,
        choice_id=session.option_a.id,
        needs="tijd",
    )
    screen = screen_of(replace(session, considerations=(bare,)))
    assert rule in {hint.rule for hint in screen.listening._found}
    passing = screen.passing()
    qtbot.addWidget(passing)
    passing.show()

    assert passing.findChildren(HintLine) == []
