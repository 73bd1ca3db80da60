"""Learning to look with others: playing, marking, rating, the key, and another rater."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from beraad.phases.behaviours import Label
from beraad.records import PhaseKey
from beraad.store.places import practice_folder, prepare
from beraad.training.observing.rating import Rating
from beraad.training.observing.scripted import scripted
from beraad.ui.observing.rating_screen import RatingScreen
from beraad.ui.practising.choosing_screen import ChoosingScreen
from beraad.ui.widgets.below import below
from tests.conftest import NOW

PIECE = scripted()[0]


def seen(inside, kind):
    return (each for each in below(inside, kind) if each.isVisible())


def named(inside, name):
    return next(each for each in seen(inside, QPushButton) if each.objectName() == name)


def press(qtbot, inside, name):
    qtbot.mouseClick(named(inside, name), Qt.MouseButton.LeftButton)


def said(inside):
    return " ".join(each.text() for each in seen(inside, QLabel))


@pytest.fixture
def rating(qtbot, look, folder, tmp_path):
    screen = RatingScreen(folder, look, tmp_path / "mee", now=lambda: NOW)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.take_focus()
    return screen


def kept(screen, folder):
    return Rating.of(folder, PIECE)


def play_to_the_end(screen):
    while not screen._playing.is_over:
        QTest.keyClicks(screen.focusWidget(), "n")


def test_it_is_said_line_by_line_and_by_itself_at_the_pace_of_speech(qtbot, rating):
    assert PIECE.lines[0].says not in said(rating)
    press(qtbot, rating, "play")
    assert rating._playing.spoken == 1
    assert rating._playing._timer.isActive()
    assert rating._playing._timer.interval() == round(PIECE.lines[0].seconds * 1000)
    rating._playing._timer.timeout.emit()
    assert rating._playing.spoken == 2
    QTest.keyClicks(rating.focusWidget(), "p")
    assert not rating._playing._timer.isActive()
    QTest.keyClicks(rating.focusWidget(), "n")
    assert rating._playing.spoken == 3
    assert not rating._playing._timer.isActive()


def test_leaving_stops_it(qtbot, rating):
    press(qtbot, rating, "play")
    assert rating.hand_over() is None
    assert not rating._playing._timer.isActive()


def test_what_happens_is_marked_by_a_key_and_taken_back(rating, folder):
    QTest.keyClicks(rating.focusWidget(), "nnnh")
    assert kept(rating, folder).noticed == {2}
    QTest.keyClicks(rating.focusWidget(), "h")
    assert kept(rating, folder).noticed == frozenset()


def test_the_key_opens_only_after_ones_own_and_then_nothing_changes(qtbot, rating, folder):
    assert PIECE.lines[PIECE.slips[0]].why not in said(rating)
    assert not named(rating, "finish-rating").isEnabled()
    QTest.keyClicks(rating.focusWidget(), "nnnh")
    play_to_the_end(rating)
    rating._rows[PhaseKey.DILEMMA].take_focus()
    QTest.keyClicks(rating.focusWidget(), "3")
    press(qtbot, rating, "finish-rating")
    whole = len(PIECE.items)
    assert f"{whole - 1} van de {whole} gedragingen open" in rating.banner.accessibleName()
    assert not kept(rating, folder).is_done
    qtbot.mouseClick(rating.banner._way_out, Qt.MouseButton.LeftButton)

    text = said(rating)
    assert all(PIECE.lines[number].why in text for number in PIECE.slips)
    assert "zag je niets" not in text
    assert text.count(": jij koos ") == len(PIECE.slips)
    assert "Wat jij invulde" in text
    own = [each.text() for each in seen(rating, QLabel)]
    assert all(own[own.index(one.text) + 1] in {*Label, "open"} for one in PIECE.items)
    assert own.count(Label.THIN) == 1
    assert kept(rating, folder).is_done
    assert kept(rating, folder).labels == {(PhaseKey.DILEMMA, "twijfel"): Label.THIN}
    press(qtbot, rating, "look-again")
    assert kept(rating, folder).labels
    qtbot.mouseClick(rating.banner._way_out, Qt.MouseButton.LeftButton)
    assert rating.banner.isHidden()
    assert rating._playing.spoken == 0
    assert not kept(rating, folder).labels


def test_at_the_end_one_is_where_one_says_what_one_saw(rating, folder):
    play_to_the_end(rating)
    assert named(rating, "finish-rating").toolTip() == "Zeg eerst wat je zag"

    QTest.keyClicks(rating.focusWidget(), "3")

    assert kept(rating, folder).labels == {(PIECE.phases[0], PIECE.items[0].key): Label.THIN}
    assert named(rating, "finish-rating").toolTip() == ""


def test_it_goes_on_where_it_was_left(rating, folder, look, qtbot, tmp_path):
    QTest.keyClicks(rating.focusWidget(), "nnnh")
    again = RatingScreen(folder, look, tmp_path / "mee", now=lambda: NOW)
    qtbot.addWidget(again)
    again.show()
    assert again._playing.is_over
    assert named(again, "mark-2").isChecked()


def test_another_rater_stands_beside_it_with_a_question_where_they_differ(
    qtbot, rating, look, folder, tmp_path
):
    home = tmp_path / "ander"
    prepare(practice_folder(home))
    other = Rating.of(home, PIECE)
    other.label(PhaseKey.DILEMMA, "twijfel", Label.POOR)
    other.label(PhaseKey.DILEMMA, "concreet", Label.GOOD)
    copy = other.write_copy(tmp_path / "stick")
    rating.bring(copy)
    assert "Eerst jij" in rating.banner.accessibleName()

    play_to_the_end(rating)
    rating._rows[PhaseKey.DILEMMA].take_focus()
    QTest.keyClicks(rating.focusWidget(), "31")
    press(qtbot, rating, "finish-rating")
    qtbot.mouseClick(rating.banner._way_out, Qt.MouseButton.LeftButton)
    press(qtbot, rating, "give-rating")
    (mine,) = (tmp_path / "mee").iterdir()
    rating.bring(mine)
    assert "je eigen blad" in rating.banner.accessibleName()
    rating.bring(copy)
    assert not rating.banner.isVisible()
    rating.bring(copy)
    assert "ligt er al naast" in rating.banner.accessibleName()

    text = said(rating)
    assert "als jullie hetzelfde kozen" in text
    assert "onder 0 is minder vaak" in text
    assert "telkens twee" not in text
    assert "jij: matig · 2: onvoldoende" in text
    assert "Precies gelijk: 0 % · AC1: −" in text
    assert "Bij welke zin zag je dit, of waar miste je het?" in text
    assert "Waar hoorde je de twijfel van de inbrenger zelf?" not in text
    assert "jij: goed · 2: goed" in text
    assert "Precies gelijk: 100 % · AC1: 1,00" in text
    cut = tmp_path / "kort.ijking"
    cut.write_bytes(b"".join(copy.read_bytes().splitlines(keepends=True)[:-1]))
    rating.bring(cut)
    assert "met meer erop" in rating.banner.accessibleName()
    assert "jij: goed · 2: goed" in said(rating)

    again = RatingScreen(folder, look, tmp_path / "mee", now=lambda: NOW)
    qtbot.addWidget(again)
    again.show_piece(PIECE)
    assert "jij: matig · 2: onvoldoende" in " ".join(
        each.text() for each in again.findChildren(QLabel)
    )
    given = Rating.open(kept(rating, folder).write_copy(tmp_path / "nog"))
    assert given.others == ()
    assert given.labels == kept(rating, folder).labels


def test_a_sheet_of_another_is_kept_once_and_as_it_was_brought_last(folder, tmp_path):
    for home in (tmp_path / "ander", folder):
        prepare(practice_folder(home))
    other = Rating.of(tmp_path / "ander", PIECE)
    other.label(PhaseKey.DILEMMA, "twijfel", Label.POOR)
    mine = Rating.of(folder, PIECE)
    mine.bring(other)
    other.label(PhaseKey.DILEMMA, "twijfel", Label.GOOD)
    mine.bring(other)

    (there,) = Rating.of(folder, PIECE).others

    assert there.labels == other.labels
    assert there.identity == other.identity
    own = practice_folder(folder) / f"ijking-{PIECE.name}.ijking"
    assert Label.POOR.encode() not in own.read_bytes()


def test_it_is_reached_from_the_oefeningen(qtbot, window):
    window.ways.show_practice()
    press(qtbot, window._stack.current, "practice-rating")
    assert isinstance(window._stack.current, RatingScreen)
    press(qtbot, window._stack.current, "piece-snel-eens")
    assert "Een team is het opvallend gauw" in said(window._stack.current)
    press(qtbot, window._stack.current, "back")
    assert isinstance(window._stack.current, ChoosingScreen)


def test_a_sheet_with_nothing_left_open_is_laid_beside_the_key_at_once(qtbot, rating, folder):
    mine = kept(rating, folder)
    for one in PIECE.items:
        mine.label(PhaseKey(one.place), one.key, Label.GOOD)
    rating.show_piece(PIECE)
    press(qtbot, rating, "finish-rating")

    assert kept(rating, folder).is_done
    assert rating.banner.isHidden()


def test_the_sheet_of_another_is_taken_away_and_put_back_also_when_one_looks_again(
    qtbot, rating, folder, tmp_path
):
    others = []
    for name in ("een", "ander"):
        prepare(practice_folder(tmp_path / name))
        others.append(Rating.of(tmp_path / name, PIECE))
        others[-1].label(PhaseKey.DILEMMA, "twijfel", Label.POOR)
    mine = kept(rating, folder)
    mine.label(PhaseKey.DILEMMA, "twijfel", Label.GOOD)
    mine.finish()
    for each in others:
        mine.bring(each)
    rating.show_piece(PIECE)
    press(qtbot, rating, "sheet-away")
    assert [each.identity for each in kept(rating, folder).others] == [others[1].identity]
    assert "jij: goed · 2: onvoldoende" in said(rating)
    assert "3: onvoldoende" not in said(rating)
    qtbot.waitUntil(lambda: named_focus() == "sheet-away")
    qtbot.mouseClick(rating.banner._way_out, Qt.MouseButton.LeftButton)
    assert len(kept(rating, folder).others) == 2
    assert "Leg telkens twee van jullie naast elkaar" in said(rating)

    press(qtbot, rating, "look-again")
    assert "bladen van anderen blijven liggen" in rating.banner.accessibleName()
    qtbot.mouseClick(rating.banner._way_out, Qt.MouseButton.LeftButton)
    for left in (2, 1):
        qtbot.waitUntil(
            lambda left=left: (
                [each.objectName() for each in seen(rating, QPushButton)].count("sheet-away")
                == left
            )
        )
        press(qtbot, rating, "sheet-away")
    assert kept(rating, folder).others == ()
    assert "Bladen van anderen" not in said(rating)
    own = practice_folder(folder) / f"ijking-{PIECE.name}.ijking"
    assert others[0].identity.encode() not in own.read_bytes()


def named_focus():
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""
