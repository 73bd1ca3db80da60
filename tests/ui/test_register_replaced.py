"""Another register lies there than the one that a screen left: no word of it is lost in silence."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.publishing.by_hand import NEW
from beraad.publishing.drafting import Replaced
from beraad.publishing.stepping import drafted, drafts_of, known, taken
from beraad.records import Id, StepKind
from beraad.store.copies.differing import compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import moments
from beraad.store.copies.restoring import restore
from beraad.store.register import Register
from beraad.ui.signals.life_screen import SignalLifeScreen
from beraad.ui.signals.new_screen import NewSignalScreen
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW, TODAY
from tests.steps import a_step, passed_on
from tests.ui.test_signals import a_signal

WORDS = "We passen de werkwijze aan."


def put_back(register):
    """As `beraad herstel` does: another file, and what stood there lies aside."""
    moment = moments(copies_folder(register.parent))[0]
    restore(moment, compare(moment, register.parent), register.parent, now=NOW)


def written_over(register):
    """As `cp` does: the same file, with what stood in it before."""
    shutil.copyfile(register.with_suffix(".vroeger"), register)


def synchronised(register):
    """As a program that synchronises does."""
    (register.parent / "nieuw").write_bytes(register.with_suffix(".vroeger").read_bytes())
    (register.parent / "nieuw").replace(register)


ways = pytest.mark.parametrize("replace", [put_back, written_over, synchronised])


@pytest.fixture
def register(folder):
    return folder / "register.sqlite"


@pytest.fixture
def copied(register):
    def copy():
        back_up(register.parent, now=NOW, place=copies_folder(register.parent))
        shutil.copyfile(register, register.with_suffix(".vroeger"))

    return copy


@pytest.fixture
def life(register, look, qtbot):
    def make(kind=StepKind.ANSWERED):
        screen = SignalLifeScreen(Id("een"), register, look, today=lambda: TODAY, kind=kind)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


def put(register, *signals):
    with Register.open(register) as opened:
        opened.put(*signals)


def typed(screen, qtbot, text, name="step-words"):
    field = screen.findChild(TextField, name)
    qtbot.keyClicks(field, text)
    return field


def said(screen):
    return " ".join(each.text() for each in screen.banner.findChildren(QLabel) if each.isVisible())


@ways
def test_what_was_typed_comes_back_in_the_other_register(register, copied, life, qtbot, replace):
    put(register, a_signal("een", passed_on(TODAY)))
    copied()
    screen = life()
    field = typed(screen, qtbot, WORDS)
    assert screen.hand_over() is None

    replace(register)

    assert isinstance(screen.hand_over(), Replaced)
    assert "terwijl dit scherm openstond" in said(screen)
    assert drafts_of(Id("een"), register)["answered.words"] == WORDS
    assert field.toPlainText() == WORDS
    assert screen.hand_over() is None  # Told once; then one may leave.


@ways
def test_it_is_noticed_at_the_next_key_too(register, copied, life, qtbot, replace):
    put(register, a_signal("een", passed_on(TODAY)))
    copied()
    screen = life()
    typed(screen, qtbot, WORDS)
    typed(screen, qtbot, "beleid", "step-role")
    assert screen.hand_over() is None

    replace(register)
    typed(screen, qtbot, "smedewerker", "step-role")

    qtbot.waitUntil(lambda: "terwijl dit scherm openstond" in said(screen))
    kept = drafts_of(Id("een"), register)
    assert kept["answered.words"] == WORDS
    assert kept["answered.role"] == "beleidsmedewerker"


@ways
def test_a_step_that_is_gone_is_told_and_no_longer_shown(register, copied, life, qtbot, replace):
    put(register, a_signal("een", passed_on(TODAY)))
    copied()
    taken(
        Id("een"),
        a_step(StepKind.REMINDED, TODAY, words="Nog eens gevraagd."),
        register,
        is_read=True,
    )
    screen = life()
    typed(screen, qtbot, WORDS)
    assert screen.hand_over() is None

    replace(register)

    assert isinstance(screen.hand_over(), Replaced)
    assert "Eén stap" in said(screen)
    assert not any(
        each.text() == "Nog eens gevraagd."
        for each in screen.findChildren(QLabel)
        if each.isVisible()
    )
    assert screen.findChild(TextField, "step-words").toPlainText() == WORDS


@ways
def test_a_signal_that_is_gone_can_be_put_in_again(register, copied, life, qtbot, replace):
    put(register, a_signal("ander"))
    copied()
    put(register, a_signal("een", passed_on(TODAY)))
    screen = life()
    typed(screen, qtbot, WORDS)
    assert screen.hand_over() is None

    replace(register)

    assert isinstance(screen.hand_over(), Replaced)
    assert "Dit signaal staat er niet meer in" in said(screen)
    way = next(
        each
        for each in screen.banner.findChildren(QPushButton)
        if each.text() == "Zet dit signaal weer in het register"
    )
    way.click()
    again = known(Id("een"), register).signal
    assert again is not None
    assert [step.kind for step in again.steps] == [StepKind.PASSED_ON]
    assert screen.findChild(TextField, "step-words").toPlainText() == WORDS
    assert screen.hand_over() is None


def test_a_register_that_was_thrown_away_holds_the_words_again(register, life, qtbot):
    put(register, a_signal("een", passed_on(TODAY)))
    screen = life()
    typed(screen, qtbot, WORDS)
    assert screen.hand_over() is None

    register.unlink()

    assert isinstance(screen.hand_over(), Replaced)
    assert drafts_of(Id("een"), register)["answered.words"] == WORDS


def test_what_another_window_finished_or_emptied_does_not_come_back(register, life, qtbot):
    put(register, a_signal("een", passed_on(TODAY)))
    one, two = life(), life()
    typed(one, qtbot, WORDS)
    assert one.hand_over() is None
    typed(two, qtbot, "beleid", "step-role")
    assert two.hand_over() is None
    drafted(Id("een"), {"answered.words": ""}, register)

    assert two.hand_over() is None
    assert "answered.words" not in drafts_of(Id("een"), register)

    taken(Id("een"), a_step(StepKind.ANSWERED, TODAY), register, is_read=True)
    assert one.hand_over() is None
    assert two.hand_over() is None
    assert drafts_of(Id("een"), register) == {}


def test_what_was_erased_does_not_come_back(register, life, qtbot):
    put(register, a_signal("een", passed_on(TODAY)))
    screen = life()
    typed(screen, qtbot, WORDS)
    assert screen.hand_over() is None
    with Register.open(register) as opened:
        opened.remove(Id("een"))

    assert screen.hand_over() is None
    assert drafts_of(Id("een"), register) == {}


@ways
def test_a_new_signal_that_is_being_typed(register, copied, look, qtbot, replace):
    put(register, a_signal("een"))
    copied()
    screen = NewSignalScreen(register, look, today=lambda: TODAY)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    typed(screen, qtbot, WORDS, "new-what")
    assert screen.hand_over() is None

    replace(register)

    assert isinstance(screen.hand_over(), Replaced)
    assert drafts_of(NEW, register)["what"] == WORDS
    assert screen.hand_over() is None


def test_the_window_closes_only_after_it_was_told(register, copied, window, qtbot):
    put(register, a_signal("een", passed_on(TODAY)))
    copied()
    window.ways.show_signal(Id("een"), StepKind.ANSWERED)
    screen = window._stack.current
    typed(screen, qtbot, WORDS)
    assert screen.hand_over() is None

    put_back(register)

    assert not window.close()
    assert window.isVisible()
    assert "terwijl dit scherm openstond" in said(screen)
    assert drafts_of(Id("een"), register)["answered.words"] == WORDS
    assert window.close()


def test_a_register_that_was_taken_away_is_called_so(register, look, qtbot):
    screen = NewSignalScreen(register, look, today=lambda: TODAY)
    qtbot.addWidget(screen)
    screen.findChild(TextField, "new-what").insertPlainText("woorden")
    assert screen.hand_over() is None
    register.unlink()

    told = screen.hand_over()

    assert told.happened == "Het register is weggehaald terwijl dit scherm openstond."
    assert "Zette iemand het in Beraad terug" in told.way_out
    assert drafts_of(NEW, register)["what"] == "woorden"
