"""Looking along in the window, by the keys of an observer and by clicks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from beraad.errors import Solvable
from beraad.phases.behaviours import THROUGHOUT, Label, QuestionKind, behaviours_in
from beraad.privacy.dutch.lexicon import shipped
from beraad.training.coaching import Step
from beraad.training.observing import notebook
from beraad.training.observing.observation import ObservationFile, read_observation
from beraad.training.practice import practice_cases
from beraad.ui.observing.screen import ObservingScreen
from beraad.ui.practising.choosing_screen import ChoosingScreen
from beraad.ui.widgets.below import below
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW

CASE = "voorschot-in-de-zoekperiode"


def seen(inside, kind):
    return (each for each in below(inside, kind) if each.isVisible())


def said(inside):
    return [each.text() for each in seen(inside, QLabel)]


def press(qtbot, inside, name):
    made = next(each for each in seen(inside, QPushButton) if each.objectName() == name)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def keys(screen, text):
    QTest.keyClicks(screen.focusWidget(), text)


def press_key(screen, key):
    screen.take_focus()
    QTest.keyClicks(screen.window().focusWidget(), key)


def press_ctrl(screen, key):
    focus = screen.window().focusWidget()
    QTest.keyClick(focus, key, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def observing(qtbot, look, folder, tmp_path):
    case = next(case for case in practice_cases() if case.name == CASE)
    file = ObservationFile.begin(folder, case, today=NOW.date())
    screen = ObservingScreen(file, look, tmp_path / "mee", now=lambda: NOW, lexicon=shipped)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.take_focus()
    return screen


@pytest.fixture
def in_window(qtbot, window, tmp_path):
    window._settings.export_folder = tmp_path / "mee"
    window.ways.show_practice()
    press(qtbot, window._stack.current, f"case-{CASE}")
    press(qtbot, window._stack.current, "observe")
    screen = window._stack.current
    assert isinstance(screen, ObservingScreen)
    return screen


def kept(screen):
    return read_observation(screen._file.path)


def field(screen, name):
    return next(each for each in seen(screen, TextField) if each.objectName() == name)


def test_a_key_labels_the_row_at_hand_and_goes_on_to_the_next(observing):
    observing.go_to("clarification")
    observing.take_focus()

    keys(observing, "1")
    keys(observing, "3")

    assert kept(observing).of("clarification").labels == {
        "uitleg": Label.GOOD,
        "buigt": Label.THIN,
    }


def test_the_same_key_again_keeps_and_after_the_last_row_a_key_chooses_nothing(observing):
    observing.go_to("dilemma")
    asked = [one.key for one in behaviours_in("dilemma")]
    observing.take_focus()
    keys(observing, "1" * len(asked))
    assert kept(observing).of("dilemma").labels == dict.fromkeys(asked, Label.GOOD)

    keys(observing, "5")

    assert kept(observing).of("dilemma").labels == dict.fromkeys(asked, Label.GOOD)
    assert any("laatste regel" in each.text() for each in seen(observing, QLabel))
    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_Backtab)
    keys(observing, "15")
    assert Label.GOOD in kept(observing).of("dilemma").labels.values()
    keys(observing, "o")
    assert kept(observing).of("dilemma").tally == {QuestionKind.OPEN: 1}


def test_the_same_label_again_takes_it_back(qtbot, observing):
    observing.go_to("case")
    row = next(each for each in seen(observing, QPushButton) if each.text() == "matig")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert kept(observing).of("case").labels == {"feiten": Label.THIN}

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert kept(observing).of("case").labels == {}
    assert not row.isChecked()


def test_one_key_counts_a_question_and_backspace_takes_the_last(observing):
    observing.go_to("clarification")
    observing.take_focus()

    keys(observing, "oogsa")
    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_Backspace)

    tally = kept(observing).of("clarification").tally
    assert tally == {QuestionKind.OPEN: 2, QuestionKind.CLOSED: 1, QuestionKind.LEADING: 1}


def test_keys_in_a_text_are_letters_and_count_nothing(observing):
    heard = field(observing, "heard-1")
    heard.setFocus()
    keys(observing, "oogsa 135 m")
    observing.hand_over()

    seen = kept(observing).of("opening")
    assert seen.heard == ("oogsa 135 m",)
    assert not seen.tally
    assert not seen.labels


def test_what_is_typed_is_on_disk_after_a_pause(qtbot, observing):
    field(observing, "heard-2").setFocus()
    keys(observing, "Wat zag je?")

    qtbot.waitUntil(lambda: kept(observing).of("opening").heard == ("Wat zag je?",))


def test_a_moment_has_the_time_at_which_one_began_to_write(observing):
    observing.go_to("case")
    observing.clock.turn_to(185)
    observing.take_focus()
    keys(observing, "m")
    assert observing.focusWidget() is field(observing, "moment-text")
    keys(observing, "Liet een stilte staan")
    observing.hand_over()
    observing.clock.turn_to(240)
    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (moment,) = kept(observing).of("case").moments
    assert (moment.at, moment.what, moment.step) == ("03:05", "Liet een stilte staan", Step.NONE)
    assert not field(observing, "moment-text").toPlainText()


def test_a_ronde_by_key_leaves_the_cursor_where_keys_count(qtbot, in_window):
    with qtbot.waitActive(in_window.window()):
        in_window.window().activateWindow()
    press_ctrl(in_window, Qt.Key.Key_2)
    QApplication.processEvents()  # Then whoever keeps the focus has had its say.
    keys(in_window.window(), "1og")

    noted = kept(in_window).of("dilemma")
    assert noted.labels == {behaviours_in("dilemma")[0].key: Label.GOOD}
    assert noted.tally == {QuestionKind.OPEN: 1, QuestionKind.CLOSED: 1}
    assert not field(in_window, "moment-text").toPlainText()


@pytest.mark.parametrize("name", ["moment-text", "heard-1"])
def test_after_a_text_the_next_key_counts_again(observing, name):
    observing.go_to("dilemma")
    field(observing, name).setFocus()
    keys(observing, "Heb je al gebeld?")
    press_ctrl(observing, Qt.Key.Key_Return)
    keys(observing, "a")
    observing.hand_over()

    noted = kept(observing).of("dilemma")
    assert noted.tally == {QuestionKind.ADVICE: 1}
    assert [*noted.heard, *(each.what for each in noted.moments)] == ["Heb je al gebeld?"]


def test_a_step_that_was_missed_needs_no_words_and_can_be_taken_away_and_put_back(qtbot, observing):
    press(qtbot, observing, "moment-missed")
    assert [each.step for each in kept(observing).of("opening").moments] == [Step.MISSED]

    qtbot.waitUntil(
        lambda: any(each.objectName() == "moment-away" for each in seen(observing, QPushButton))
    )
    press(qtbot, observing, "moment-away")
    assert kept(observing).of("opening").moments == ()

    qtbot.mouseClick(observing.banner._way_out, Qt.MouseButton.LeftButton)
    assert [each.step for each in kept(observing).of("opening").moments] == [Step.MISSED]


def test_the_clock_counts_in_the_ronde_in_sight_and_stays_with_the_talk(observing):
    seconds = [100.0]
    observing.clock._seconds = lambda: seconds[0]
    observing.go_to("case")
    observing.clock.toggle()
    seconds[0] += 65
    observing.go_to("dilemma")
    seconds[0] += 30
    observing.go_to(THROUGHOUT)
    seconds[0] += 10
    observing.hand_over()

    assert kept(observing).seconds == {"case": 65, "dilemma": 40}


def test_undo_takes_back_what_was_typed(observing):
    heard = field(observing, "heard-1")
    heard.setFocus()
    keys(observing, "Eerste zin. ")
    keys(observing, "Tweede")
    QTest.keyClick(heard, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert heard.toPlainText() == "Eerste zin. "
    assert kept(observing).of("opening").heard == ("Eerste zin. ",)


def test_it_goes_on_where_it_was_left_or_anew(qtbot, window, in_window):
    field(in_window, "heard-1").setFocus()
    keys(window, "Blijft")
    path = in_window._file.path
    press(qtbot, in_window, "back")
    assert isinstance(window._stack.current, ChoosingScreen)
    press(qtbot, window._stack.current, "observe")

    again = window._stack.current
    assert again._file.path == path
    assert field(again, "heard-1").toPlainText() == "Blijft"
    assert "gaat verder" in again.banner.accessibleName()
    qtbot.mouseClick(again.banner._way_out, Qt.MouseButton.LeftButton)
    assert window._stack.current._file.path != path


def test_it_is_given_to_who_led_and_then_taken_away_here(qtbot, window, in_window, tmp_path):
    field(in_window, "heard-1").setFocus()
    keys(window, "Voor jou")
    press(qtbot, in_window, "hand-on")

    (copy,) = (tmp_path / "mee").iterdir()
    assert read_observation(copy).of(in_window._place).heard == ("Voor jou",)
    here = in_window._file.path
    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)
    assert here.exists()
    assert copy.name in in_window.banner.accessibleName()
    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)
    assert not here.exists()
    assert isinstance(window._stack.current, ChoosingScreen)
    banner = window._stack.current.banner
    assert f"ligt er nog: {copy}." in banner.accessibleName()
    assert copy.exists()
    qtbot.mouseClick(banner._way_out, Qt.MouseButton.LeftButton)
    assert not copy.exists()
    assert str(copy) in banner.accessibleName()


def test_what_was_given_is_offered_too_when_it_is_taken_away_among_the_oefeningen(
    qtbot, window, in_window, tmp_path
):
    for _ in range(3):
        press(qtbot, in_window, "hand-on")
    first, second, moved = sorted((tmp_path / "mee").iterdir())
    moved.rename(tmp_path / "elders.observatie")
    second.write_text("iets van een ander\n")
    press(qtbot, in_window, "back")
    press(qtbot, window._stack.current, "observation-away")
    qtbot.mouseClick(window._stack.current.banner._way_out, Qt.MouseButton.LeftButton)

    banner = window._stack.current.banner
    assert banner.accessibleName().startswith("Weggehaald. Wat je meegaf, ligt er nog:")
    assert str(first) in banner.accessibleName()
    assert str(second) not in banner.accessibleName()
    assert f"Wat je meegaf als {moved}, ligt daar niet meer." in banner.accessibleName()
    qtbot.mouseClick(banner._way_out, Qt.MouseButton.LeftButton)
    assert not first.exists()
    assert second.read_text() == "iets van een ander\n"


def test_left_after_it_was_given_it_can_still_be_opened_and_taken_away(
    qtbot, window, in_window, tmp_path
):
    field(in_window, "heard-1").setFocus()
    keys(window, "kaneelstok")
    press(qtbot, in_window, "hand-on")
    here = in_window._file.path
    press(qtbot, in_window, "back")
    assert [each for each in said(window) if each.endswith(" · meegegeven")]

    press(qtbot, window._stack.current, "observation-open")
    again = window._stack.current
    assert again._file.path == here
    field(again, "heard-1").setFocus()
    keys(window, " en meer")
    press(qtbot, again, "back")
    assert [each for each in said(window) if each.endswith("daarna nog iets veranderd")]

    press(qtbot, window._stack.current, "observation-away")
    banner = window._stack.current.banner
    given = f"Je gaf haar mee op 18 nov 2026 om {NOW.astimezone():%H:%M}; daarna veranderde je nog"
    assert given in banner.accessibleName()
    (copy,) = (tmp_path / "mee").iterdir()
    assert str(copy) in banner.accessibleName()
    assert here.exists()
    qtbot.mouseClick(banner._way_out, Qt.MouseButton.LeftButton)
    assert not here.exists()
    assert "Observaties op deze laptop" not in said(window)


def test_an_observation_that_cannot_be_read_or_is_of_a_gone_case_can_be_taken_away(
    qtbot, window, folder, tmp_path
):
    case = practice_cases()[0]
    path = tmp_path / "weg.casus"
    path.write_bytes(case.path.read_bytes())
    gone = replace(case, path=path, title="Een casus die weg is")
    ObservationFile.begin(folder, gone, today=date(2026, 11, 28))
    (folder / "oefeningen" / "observatie-x.observatie").write_bytes(b"kapot")
    window.ways.show_practice()
    assert "Een casus die weg is" in said(window)
    press(qtbot, window._stack.current, "observation-open")
    press(qtbot, window._stack.current, "back")
    assert isinstance(window._stack.current, ChoosingScreen)
    for _ in range(2):
        press(qtbot, window._stack.current, "observation-away")
        qtbot.mouseClick(window._stack.current.banner._way_out, Qt.MouseButton.LeftButton)
    assert not list((folder / "oefeningen").glob("observatie-*"))


def full(*_):
    raise OSError(28, "No space left on device")


def refused(*_):
    raise Solvable("De schijf is vol.", way_out="Maak ruimte vrij.")


def test_what_cannot_be_kept_is_told_and_kept_later(qtbot, window, in_window, monkeypatch):
    monkeypatch.setattr(notebook.os, "write", full)
    field(in_window, "heard-1").setFocus()
    keys(window, "Toch bewaard")
    assert in_window.hand_over() is not None
    assert in_window.banner.isVisible()
    window.ways.show_practice()
    assert window._stack.current is in_window
    monkeypatch.undo()

    assert in_window.hand_over() is None
    assert not in_window.banner.isVisible()
    assert kept(in_window).of(in_window._place).heard == ("Toch bewaard",)


def test_it_lies_among_the_oefeningen_and_nowhere_else(observing, folder):
    field(observing, "heard-1").setFocus()
    keys(observing, "kaneelstok")
    observing.hand_over()

    holding = [
        path for path in folder.rglob("*") if path.is_file() and b"kaneelstok" in path.read_bytes()
    ]

    assert holding == [observing._file.path]
    assert holding[0].parent == Path(folder) / "oefeningen"


def test_every_part_of_the_talk_can_be_looked_along_with(observing):
    for place in observing._places:
        observing.go_to(place)
        assert behaviours_in(place)[0].text in {each.text() for each in seen(observing, QLabel)}


def test_taken_away_while_the_clock_runs_it_keeps_nothing_more_and_leads_back(
    qtbot, window, in_window
):
    seconds = [100.0]
    in_window.clock._seconds = lambda: seconds[0]
    in_window.clock.toggle()
    seconds[0] += 7
    press(qtbot, in_window, "hand-on")
    seconds[0] += 7
    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)

    assert isinstance(window._stack.current, ChoosingScreen)
    assert not in_window._file.path.exists()
    assert not in_window.clock.runs
    in_window.clock.tick()
    in_window.go_to("case")
    assert in_window.hand_over() is None
    assert not in_window._file.path.exists()
    assert window.close()


def test_what_was_noted_after_it_was_given_is_given_too_before_it_goes(
    qtbot, window, in_window, tmp_path
):
    press(qtbot, in_window, "hand-on")
    field(in_window, "heard-1").setFocus()
    keys(window, "Toch nog")
    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)
    assert kept(in_window).of(in_window._place).heard == ("Toch nog",)

    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)
    place = in_window._place
    given = [read_observation(path).of(place).heard for path in (tmp_path / "mee").iterdir()]
    assert ("Toch nog",) in given
    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)
    assert isinstance(window._stack.current, ChoosingScreen)


def test_a_file_that_was_removed_elsewhere_holds_nobody(qtbot, window, in_window):
    in_window._file.path.unlink()
    field(in_window, "heard-1").setFocus()
    keys(window, "Nergens meer")
    assert not window.close()
    in_window.banner.hide()
    assert not window.close()
    assert in_window.banner.isVisible()

    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)

    assert isinstance(window._stack.current, ChoosingScreen)
    assert window.close()


def test_a_moment_half_written_is_given_as_a_moment_at_its_time(qtbot, window, in_window, tmp_path):
    seconds = [100.0]
    in_window.clock._seconds = lambda: seconds[0]
    in_window.go_to("case")
    in_window.clock.toggle()
    seconds[0] += 65
    press_key(in_window, "m")
    keys(window, "De stilte bleef ")
    in_window.hand_over()
    seconds[0] += 60
    in_window.go_to("dilemma")
    press_key(in_window, "m")
    keys(window, "Nog half")

    press(qtbot, in_window, "hand-on")

    (copy,) = (tmp_path / "mee").iterdir()
    given = read_observation(copy)
    assert [(each.at, each.what) for each in given.of("case").moments] == [
        ("01:05", "De stilte bleef")
    ]
    assert [each.what for each in given.of("dilemma").moments] == ["Nog half"]
    qtbot.waitUntil(lambda: "Nog half" in said(in_window))
    assert not field(in_window, "moment-text").toPlainText()
    assert kept(in_window).of("dilemma").moments == given.of("dilemma").moments


def test_a_moment_begun_after_it_was_given_does_not_go_away_unseen(qtbot, window, in_window):
    press(qtbot, in_window, "hand-on")
    press_key(in_window, "m")
    keys(window, "Toch nog iets")

    qtbot.mouseClick(in_window.banner._way_out, Qt.MouseButton.LeftButton)

    assert "nog iets nadat" in in_window.banner.accessibleName()
    assert not in_window._file.is_handed_on
    assert in_window._file.path.exists()


def note_moment(screen, text, at):
    screen.clock.turn_to(at)
    screen.take_focus()
    keys(screen, "m")
    keys(screen, text)
    press_ctrl(screen, Qt.Key.Key_Return)


def change(qtbot, screen):
    """Open the latest moment to be changed, by mouse."""
    qtbot.waitUntil(
        lambda: any(each.objectName() == "moment-change" for each in seen(screen, QPushButton))
    )
    press(qtbot, screen, "moment-change")


def moments(screen, place="case"):
    return [(each.at, each.what, each.step) for each in kept(screen).of(place).moments]


def test_a_moment_is_changed_by_keys_and_put_back(qtbot, observing):
    observing.go_to("case")
    note_moment(observing, "Een stilt", 60)
    press_key(observing, "w")
    assert observing.focusWidget() is field(observing, "change-text")
    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_End)
    keys(observing, "e")
    field(observing, "change-time").setFocus()
    press_ctrl(observing, Qt.Key.Key_A)
    keys(observing, "2:05")
    press_ctrl(observing, Qt.Key.Key_Return)

    assert moments(observing) == [("02:05", "Een stilte", Step.NONE)]
    assert not [each for each in seen(observing, TextField) if each.objectName() == "change-text"]
    keys(observing, "1")
    assert kept(observing).of("case").labels
    qtbot.mouseClick(observing.banner._way_out, Qt.MouseButton.LeftButton)
    assert moments(observing) == [("01:00", "Een stilt", Step.NONE)]


def names(screen, button):
    made = (each for each in seen(screen, QPushButton) if each.objectName() == button)
    return [each.accessibleName() for each in made]


def test_moments_at_one_time_are_told_apart_to_who_sees_and_to_who_hears(qtbot, observing):
    observing.go_to("case")
    for text, at in (("Een stilte.", 23), ("Twee praten.", 23), ("Later.", 40)):
        note_moment(observing, text, at)

    qtbot.waitUntil(lambda: {"00:23 (1)", "00:23 (2)", "00:40"} <= set(said(observing)))
    for button in ("moment-change", "moment-away"):
        assert len(set(names(observing, button))) == 3
    away = next(
        each
        for each in seen(observing, QPushButton)
        if each.accessibleName() == "Moment op 00:23, 2, weghalen"
    )
    assert away.accessibleDescription() == "Twee praten."
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert "op 00:23 (2) is weg" in observing.banner.accessibleName()
    assert [each[1] for each in moments(observing)] == ["Een stilte.", "Later."]
    qtbot.waitUntil(lambda: {"00:23", "00:40"} <= set(said(observing)))
    qtbot.mouseClick(observing.banner._way_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "00:23 (1)" in said(observing))

    change = next(
        each
        for each in seen(observing, QPushButton)
        if each.accessibleName() == "Wijzig het moment op 00:23, 1"
    )
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    assert field(observing, "change-text").accessibleName() == "Moment op 00:23 (1)"
    keys(observing, " Lang.")
    press_ctrl(observing, Qt.Key.Key_Return)
    assert "op 00:23 (1) is veranderd" in observing.banner.accessibleName()
    assert moments(observing)[0][1] == "Een stilte. Lang."


def test_a_moment_is_changed_by_mouse_and_each_change_is_on_disk_at_once(qtbot, observing):
    observing.go_to("case")
    note_moment(observing, "Vroeg door", 60)
    note_moment(observing, "Gaf raad", 90)
    change(qtbot, observing)
    choose_kind(qtbot, observing, "Ingreep gezien")
    assert moments(observing)[1] == ("01:30", "Gaf raad", Step.SEEN)
    field(observing, "change-text").setFocus()
    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_End)
    keys(observing, " aan Riet")
    qtbot.waitUntil(lambda: moments(observing)[1] == ("01:30", "Gaf raad aan Riet", Step.SEEN))

    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert moments(observing)[1] == ("01:30", "Gaf raad", Step.SEEN)
    press(qtbot, observing, "change-done")
    assert moments(observing)[0] == ("01:00", "Vroeg door", Step.NONE)


def test_a_moment_is_not_left_without_a_time_or_with_nothing_in_it(qtbot, observing):
    observing.go_to("case")
    note_moment(observing, "Vroeg door", 60)
    change(qtbot, observing)
    time, words = field(observing, "change-time"), field(observing, "change-text")
    time.setFocus()
    press_ctrl(observing, Qt.Key.Key_A)
    keys(observing, "half twee")
    press_ctrl(observing, Qt.Key.Key_Return)
    assert "05:40" in observing.banner.accessibleName()
    assert observing.focusWidget() is time

    press_ctrl(observing, Qt.Key.Key_A)
    keys(observing, "1.10")
    words.setFocus()
    press_ctrl(observing, Qt.Key.Key_A)
    QTest.keyClick(words, Qt.Key.Key_Delete)
    press_ctrl(observing, Qt.Key.Key_Return)
    assert "kies een ingreep" in observing.banner.accessibleName()
    assert moments(observing) == [("01:10", "Vroeg door", Step.NONE)]

    choose_kind(qtbot, observing, "Ingreep gemist")
    press(qtbot, observing, "change-done")
    assert moments(observing) == [("01:10", "", Step.MISSED)]


def test_what_is_changed_in_a_moment_goes_along_to_another_ronde(observing, qtbot):
    observing.go_to("case")
    note_moment(observing, "Vroeg", 60)
    change(qtbot, observing)
    QTest.keyClick(field(observing, "change-text"), Qt.Key.Key_End)
    keys(observing, " door")
    observing.go_to("dilemma")

    assert moments(observing) == [("01:00", "Vroeg door", Step.NONE)]
    assert moments(observing, "dilemma") == []


@pytest.mark.parametrize("way", ["another ronde", "another kind", "another moment"])
def test_a_change_that_could_not_be_kept_is_kept_later_wherever_one_went(
    qtbot, observing, monkeypatch, way
):
    observing.go_to("case")
    note_moment(observing, "Vroeg", 60)
    note_moment(observing, "Gaf raad", 90)
    change(qtbot, observing)
    monkeypatch.setattr(ObservationFile, "change_moment", refused)
    QTest.keyClick(field(observing, "change-text"), Qt.Key.Key_End)
    keys(observing, " en wachtte")
    if way == "another ronde":
        observing.go_to("dilemma")
    elif way == "another kind":
        choose_kind(qtbot, observing, "Ingreep gezien")
        observing.go_to("dilemma")
    else:
        observing._on_moment("", Step.MISSED)
    monkeypatch.undo()
    observing.hand_over()

    words = [(at, what) for at, what, _ in moments(observing)]
    assert ("01:30", "Gaf raad en wachtte") in words


def test_the_time_at_which_one_begins_to_write_is_kept_with_the_clock(observing):
    seconds = [100.0]
    observing.clock._seconds = lambda: seconds[0]
    observing.go_to("case")
    observing.clock.toggle()
    seconds[0] += 4
    press_key(observing, "m")
    keys(observing, "Nog half")
    observing._noting.hand_over()
    assert kept(observing).seconds == {"case": 4}
    seconds[0] += 3
    observing._on_moment("", Step.MISSED)
    assert kept(observing).seconds == {"case": 7}


def test_esc_closes_the_moment_that_is_open_and_only_then_leads_back(qtbot, observing):
    left = []
    observing.back_wished.connect(lambda: left.append(True))
    observing.go_to("case")
    note_moment(observing, "Een stilt", 60)
    press_key(observing, "w")
    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_End)
    keys(observing, "e")
    field(observing, "change-time").setFocus()
    press_ctrl(observing, Qt.Key.Key_A)
    keys(observing, "2:")
    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_Escape)

    assert not left
    assert moments(observing) == [("01:00", "Een stilte", Step.NONE)]
    assert not [each for each in seen(observing, TextField) if each.objectName() == "change-text"]
    qtbot.mouseClick(observing.banner._way_out, Qt.MouseButton.LeftButton)
    assert moments(observing) == [("01:00", "Een stilt", Step.NONE)]
    observing.take_focus()
    QTest.keyClick(observing.focusWidget(), Qt.Key.Key_Escape)
    assert left


def test_given_twice_both_files_are_named_to_be_taken_away(qtbot, in_window, window, tmp_path):
    press(qtbot, in_window, "hand-on")
    field(in_window, "heard-1").setFocus()
    keys(window, "Toch nog")
    press(qtbot, in_window, "hand-on")

    copies = sorted((tmp_path / "mee").iterdir())
    assert len(copies) == 2
    assert all(each.name in in_window.banner.accessibleName() for each in copies)


def choose_kind(qtbot, screen, text):
    """Choose what kind of moment it was that is open to be changed."""
    (kinds,) = (each for each in below(screen, SegmentField) if each.objectName() == "change-kind")
    (made,) = (each for each in below(kinds, QPushButton) if each.text() == text)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
