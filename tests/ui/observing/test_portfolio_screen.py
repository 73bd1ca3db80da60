"""A portfolio in the window: begun, filled, exported, locked again, and erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from beraad.errors import Solvable
from beraad.records import Id, PhaseKey
from beraad.store.vault.sealing import Slowness
from beraad.training import own_file
from beraad.training.coaching import Takeaway
from beraad.training.observing import portfolio as room
from beraad.training.observing.observation import ObservationFile
from beraad.training.observing.portfolio import (
    Entry,
    From,
    Part,
    PortfolioFile,
    Setting,
    usual_place,
)
from beraad.training.practice import practice_cases
from beraad.ui.observing.portfolio_screen import PortfolioScreen
from beraad.ui.widgets.below import below
from beraad.ui.widgets.date_field import DateField
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW

WORDS = "vier losse woorden"


def seen(inside, kind):
    return (each for each in below(inside, kind) if each.isVisible())


def named(inside, name, kind=QPushButton):
    return next((each for each in seen(inside, kind) if each.objectName() == name), None)


def press(qtbot, inside, name):
    qtbot.mouseClick(named(inside, name), Qt.MouseButton.LeftButton)


def choose(qtbot, inside, text):
    made = next(each for each in seen(inside, QPushButton) if each.text() == text)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def said(inside):
    return " ".join(each.text() for each in seen(inside, QLabel))


@pytest.fixture
def opened(qtbot, look, folder, tmp_path, monkeypatch):
    quick = Slowness(memory=64, rounds=1, lanes=1)
    monkeypatch.setattr(room, "Slowness", lambda **given: Slowness(**given) if given else quick)

    def make(words=WORDS):
        screen = PortfolioScreen(folder, look, tmp_path / "mee", now=lambda: NOW)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.take_focus()
        QTest.keyClicks(named(screen, "portfolio-words", QLineEdit), words)
        QTest.keyClick(named(screen, "portfolio-words", QLineEdit), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not screen._job.runs)
        return screen

    return make


def test_it_is_begun_filled_and_there_again_with_its_words(qtbot, opened, folder):
    screen = opened()
    assert "Nog geen." in said(screen)
    press(qtbot, screen, "led-dilemma")
    press(qtbot, screen, "add-entry")
    choose(qtbot, screen, Setting.REAL)
    choose(qtbot, screen, Part.TOOK_PART)
    assert named(screen, "led-dilemma") is None
    press(qtbot, screen, "add-entry")
    assert "1 van de 4 voordat je zelf leidt" in said(screen)
    field = named(screen, "reflection", TextField)
    field.setFocus()
    QTest.keyClicks(field, "Ik leerde wachten.")
    assert screen.hand_over() is None

    kept = PortfolioFile.open(usual_place(folder), WORDS).shown
    assert kept.reflection == "Ik leerde wachten."
    assert [(each.setting, each.part, each.phases) for each in kept.entries] == [
        (Setting.PRACTICE, Part.LED, (PhaseKey.DILEMMA,)),
        (Setting.REAL, Part.TOOK_PART, ()),
    ]
    wrong = opened("heel andere woorden")
    assert "past niet" in wrong.banner.accessibleName()
    assert named(wrong, "add-entry") is None
    assert named(opened(), "reflection", TextField).toPlainText() == "Ik leerde wachten."


def test_what_is_taken_away_can_be_put_back(qtbot, opened, folder):
    screen = opened()
    press(qtbot, screen, "led-dilemma")
    press(qtbot, screen, "add-entry")
    press(qtbot, screen, "entry-away")
    assert not PortfolioFile.open(usual_place(folder), WORDS).shown.entries
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert len(PortfolioFile.open(usual_place(folder), WORDS).shown.entries) == 1


def test_after_one_was_taken_away_the_next_is_at_hand(qtbot, opened):
    screen = opened()
    for _ in range(3):
        press(qtbot, screen, "led-dilemma")
        press(qtbot, screen, "add-entry")
    changed = [entry.id for entry in screen._file.shown.entries]
    for left in (2, 1):
        first, *_ = taking_away(screen)
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda left=left: len(taking_away(screen)) == left)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is taking_away(screen)[0])
    assert [entry.id for entry in screen._file.shown.entries] == changed[:1]


def taking_away(screen):
    return [each for each in seen(screen, QPushButton) if each.objectName() == "entry-away"]


def test_its_owner_makes_a_pdf_and_erases_it_in_two_steps(qtbot, opened, folder, tmp_path):
    screen = opened()
    press(qtbot, screen, "led-dilemma")
    press(qtbot, screen, "add-entry")
    press(qtbot, screen, "export-portfolio")
    qtbot.waitUntil(lambda: not screen._job.runs)
    assert (tmp_path / "mee" / "portfolio.pdf").read_bytes().startswith(b"%PDF")
    press(qtbot, screen, "erase-portfolio")
    assert usual_place(folder).exists()
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    assert not usual_place(folder).exists()
    assert named(screen, "add-entry") is None
    assert screen.banner.accessibleName() == (
        "Je portfolio is gewist. Een PDF die je ervan maakte, blijft liggen waar je die neerzette."
    )


def test_what_stays_beside_the_oefeningen_is_named_with_an_erased_portfolio(qtbot, opened, folder):
    screen = opened()
    ObservationFile.begin(folder, practice_cases()[0], today=date(2026, 11, 28))
    press(qtbot, screen, "erase-portfolio")
    qtbot.mouseClick(screen.banner._way_out, Qt.MouseButton.LeftButton)
    told = screen.banner.accessibleName()
    assert "Bij de oefeningen ligt nog: de observatie (1 bestand)." in told
    assert "Een observatie haal je weg bij Oefenen" in told


def test_led_without_a_ronde_is_asked_for_and_twice_the_same_key_adds_one(qtbot, opened, folder):
    screen = opened()
    press(qtbot, screen, "add-entry")
    assert "welke rondes" in screen.banner.accessibleName()
    assert screen.banner.property("panel") == "hint"
    assert not PortfolioFile.open(usual_place(folder), WORDS).shown.entries

    choose(qtbot, screen, Part.TOOK_PART)
    named(screen, "add-entry").setFocus()
    for _ in range(2):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Space)
    press(qtbot, screen, "add-entry")

    assert len(PortfolioFile.open(usual_place(folder), WORDS).shown.entries) == 1
    assert named(screen, "added", QLabel).text().startswith("Toegevoegd. Kies hierboven")


def test_a_beraad_is_said_otherwise_in_its_place(qtbot, opened, folder):
    screen = opened()
    press(qtbot, screen, "led-dilemma")
    press(qtbot, screen, "add-entry")
    press(qtbot, screen, "entry-change")
    assert named(screen, "led-dilemma").isChecked()
    press(qtbot, screen, "led-dilemma")
    press(qtbot, screen, "led-case")
    choose(qtbot, screen, From.TRAINER)
    press(qtbot, screen, "add-entry")

    (entry,) = PortfolioFile.open(usual_place(folder), WORDS).shown.entries
    assert (entry.phases, entry.feedback) == ((PhaseKey.CASE,), From.TRAINER)
    assert "Er keek iemand mee: een trainer" in said(screen)
    press(qtbot, screen, "entry-change")
    press(qtbot, screen, "entry-stays")
    assert named(screen, "entry-stays") is None


def full(*_, **__):
    raise Solvable("De schijf is vol.")


def test_what_could_not_be_kept_is_not_called_added(qtbot, opened, folder, monkeypatch):
    screen = opened()

    press(qtbot, screen, "led-dilemma")
    with monkeypatch.context() as broken:
        broken.setattr(own_file, "write", full)
        press(qtbot, screen, "add-entry")
        assert "De schijf is vol." in screen.banner.accessibleName()
        assert named(screen, "added", QLabel) is None
        assert named(screen, "led-dilemma").isChecked()

    press(qtbot, screen, "add-entry")

    (entry,) = PortfolioFile.open(usual_place(folder), WORDS).shown.entries
    assert entry.phases == (PhaseKey.DILEMMA,)
    assert named(screen, "added", QLabel).text().startswith("Toegevoegd.")


def test_a_change_that_could_not_be_kept_stays_in_the_form(qtbot, opened, folder, monkeypatch):
    screen = opened()
    press(qtbot, screen, "led-dilemma")
    press(qtbot, screen, "add-entry")
    press(qtbot, screen, "entry-change")
    choose(qtbot, screen, From.TRAINER)

    with monkeypatch.context() as broken:
        broken.setattr(own_file, "write", full)
        press(qtbot, screen, "add-entry")
        assert named(screen, "added", QLabel) is None
        assert named(screen, "entry-stays") is not None

    press(qtbot, screen, "add-entry")

    (entry,) = PortfolioFile.open(usual_place(folder), WORDS).shown.entries
    assert entry.feedback == From.TRAINER
    assert named(screen, "added", QLabel).text().startswith("Gewijzigd.")


def test_what_another_laptop_wrote_meanwhile_stays_and_it_is_said(opened, qtbot, folder):
    screen = opened()
    field = named(screen, "reflection", TextField)
    theirs = PortfolioFile.open(usual_place(folder), WORDS)
    theirs.keep(replace(theirs.shown, reflection="van de andere laptop"))

    field.setFocus()
    qtbot.keyClicks(field, "van mij")
    told = screen.hand_over()

    assert "veranderd door een ander venster" in told.happened
    assert "van deze laptop" in screen.banner.accessibleName()
    assert screen.hand_over() is None
    kept = {
        PortfolioFile.open(path, WORDS).shown.reflection
        for path in usual_place(folder).parent.glob("*.portfolio")
    }
    assert kept == {"van de andere laptop", "van mij"}


def test_a_day_that_cannot_be_read_stays_as_it_was_typed(opened, folder):
    screen = opened()
    next(seen(screen, DateField)).take("ooit in de herfst")
    assert screen.hand_over() is None

    kept = PortfolioFile.open(usual_place(folder), WORDS).shown
    assert kept.erase_typed == "ooit in de herfst"
    again = next(seen(opened(), DateField))
    assert again._line.text() == "ooit in de herfst"
    again.take("3 december 2027")
    kept = PortfolioFile.open(usual_place(folder), WORDS).shown
    assert (kept.erase_on.isoformat(), kept.erase_typed) == ("2027-12-03", "")


def test_a_number_of_somebody_never_goes_along_in_the_pdf(qtbot, opened, tmp_path):
    screen = opened()
    field = named(screen, "reflection", TextField)
    field.setFocus()
    QTest.keyClicks(field, "BSN 111222333")
    press(qtbot, screen, "export-portfolio")
    qtbot.waitUntil(lambda: not screen._job.runs)
    assert f"“{field.accessibleName()}” (BSN)" in screen.banner.accessibleName()
    assert not screen.banner._way_out.isVisible()
    assert not (tmp_path / "mee").exists()


def test_what_one_keeps_and_tries_is_changed_where_it_is_refused(qtbot, opened, folder, tmp_path):
    screen = opened()
    taken = Takeaway(
        keep="Wachten",
        attempt="Bel 111222333",
        when="Het volgende beraad",
        phase=PhaseKey.DILEMMA,
        noticed_by="Er praat een ander",
    )
    entry = Entry(
        id=Id("een"),
        month="2026-11",
        setting=Setting.PRACTICE,
        part=Part.LED,
        phases=(PhaseKey.DILEMMA,),
        takeaway=taken,
    )
    assert screen.add(entry)
    press(qtbot, screen, "export-portfolio")
    qtbot.waitUntil(lambda: not screen._job.runs)
    told = screen.banner.accessibleName()
    assert "“Dit probeer ik” van november 2026, onder Wijzig (BSN)" in told

    press(qtbot, screen, "entry-change")
    field = named(screen, "entry-probeer", TextField)
    field.selectAll()
    QTest.keyClicks(field, "Een ander vragen")
    assert screen.hand_over() is None
    kept = PortfolioFile.open(usual_place(folder), WORDS).shown.entries[0]
    assert kept.takeaway == replace(taken, attempt="Een ander vragen")
    press(qtbot, screen, "entry-stays")
    assert PortfolioFile.open(usual_place(folder), WORDS).shown.entries == (entry,)

    press(qtbot, screen, "entry-change")
    field = named(screen, "entry-probeer", TextField)
    field.selectAll()
    QTest.keyClicks(field, "Een ander vragen")
    press(qtbot, screen, "add-entry")
    assert "Probeer: Een ander vragen" in said(screen)
    kept = PortfolioFile.open(usual_place(folder), WORDS).shown.entries[0]
    assert kept.takeaway == replace(taken, attempt="Een ander vragen")
    assert kept.phases == entry.phases
    press(qtbot, screen, "export-portfolio")
    qtbot.waitUntil(lambda: not screen._job.runs)
    assert (tmp_path / "mee" / "portfolio.pdf").exists()
