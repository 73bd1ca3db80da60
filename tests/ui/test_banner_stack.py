"""No message covers another for good: the gravest is in sight, and the rest is a key away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from beraad.errors import Solvable
from beraad.ui.widgets.banner import Banner

FULL = Solvable("De schijf is vol.", way_out="Maak ruimte.")
SHARED = Solvable("Deze map wordt gedeeld.")
WORDS = Solvable("De woordenlijst is niet te lezen.")


@pytest.fixture
def banner(qtbot):
    made = Banner()
    qtbot.addWidget(made)
    return made


def named(banner, name):
    return banner.findChild(QPushButton, name)


def others(banner):
    found = named(banner, "other-messages")
    return found.text() if found.isVisibleTo(banner) else ""


def all_of(banner):
    """Every message, by going along them."""
    seen = []
    while banner._text.text() not in seen:
        seen.append(banner._text.text())
        named(banner, "other-messages").click()
    return seen


def test_all_that_stands_can_be_read(banner):
    for each in (SHARED, WORDS, FULL):
        banner.stand(each)

    assert banner._text.text() == FULL.happened
    assert others(banner) == "Nog 2 meldingen"
    assert set(all_of(banner)) == {FULL.happened, SHARED.happened, WORDS.happened}


def test_words_that_are_not_kept_stay_in_sight(banner):
    banner.stand(FULL, is_first=True)
    banner.stand(SHARED)
    banner.show_message("Gekopieerd.")

    assert banner._text.text() == FULL.happened
    assert others(banner) == "Nog 2 meldingen"


def test_a_question_is_seen_whatever_stands(banner):
    banner.stand(FULL, is_first=True)
    banner.ask("Weet je het zeker?", way_out="Ja", deed=lambda: None)

    assert banner._text.text() == "Weet je het zeker?"
    banner._way_out.click()
    assert banner._text.text() == FULL.happened


def test_news_does_not_take_away_what_stands(banner):
    banner.stand(SHARED)
    banner.show_message("Gekopieerd.")
    assert banner._text.text() == "Gekopieerd."
    assert others(banner) == "Nog 1 melding"

    banner.hide()
    assert banner._text.text() == SHARED.happened
    assert not others(banner)
    assert not banner.isHidden()


def test_one_result_takes_the_place_of_another(banner):
    banner.show_problem(FULL)
    banner.show_message("Gelukt.")

    assert banner._text.text() == "Gelukt."
    assert not others(banner)


def test_what_is_told_again_covers_nothing(banner):
    banner.stand(WORDS)
    banner.stand(SHARED)
    banner.stand(Solvable(WORDS.happened, kept="Nu anders."))

    assert banner._text.text() == SHARED.happened
    assert others(banner) == "Nog 1 melding"
    named(banner, "other-messages").click()
    assert banner._more.text() == "Nu anders."


def test_what_is_solved_behind_another_is_gone(banner):
    banner.stand(WORDS)
    banner.stand(SHARED)
    banner.solve(WORDS)

    assert banner._text.text() == SHARED.happened
    assert not others(banner)
    banner.solve(SHARED)
    assert banner.isHidden()


def test_putting_one_away_shows_the_next(banner):
    banner.stand(WORDS)
    banner.stand(SHARED)
    banner._close.click()
    assert banner._text.text() == WORDS.happened
    banner._close.click()
    assert banner.isHidden()


def test_each_has_its_own_way_out(banner):
    done = []
    banner.stand(WORDS, way_out="Woorden", deed=lambda: done.append("woorden"))
    banner.stand(SHARED, way_out="Map", deed=lambda: done.append("map"))
    banner.show_message("Gekopieerd.", way_out="Open map")
    banner.way_out_chosen.connect(lambda: done.append("open"))

    for _ in range(3):
        banner._way_out.click()
        named(banner, "other-messages").click()

    assert sorted(done) == ["map", "open", "woorden"]


def test_several_that_went_wrong_at_once_are_all_told(banner):
    banner.show_problems((FULL, SHARED, WORDS))

    assert banner._text.text() == FULL.happened
    assert set(all_of(banner)) == {FULL.happened, SHARED.happened, WORDS.happened}


def test_nothing_is_told_any_more_once_it_is_cleared(banner):
    banner.stand(FULL, is_first=True)
    banner.show_message("Gekopieerd.")
    banner.clear()

    assert banner.isHidden()


def test_what_can_wait_covers_nothing_and_is_not_lost(banner):
    banner.stand(SHARED)
    banner.remind("Van 1 beraad is de bewaartermijn voorbij.", way_out="Bekijk", deed=lambda: None)
    assert banner._text.text() == SHARED.happened
    banner.show_message("Gekopieerd.")
    assert banner._text.text() == "Gekopieerd."
    assert others(banner) == "Nog 2 meldingen"

    banner.hide()
    banner.solve(SHARED)
    assert banner._text.text() == "Van 1 beraad is de bewaartermijn voorbij."


def test_what_stands_takes_no_result_away(banner):
    banner.show_message("Gekopieerd.")
    banner.stand(SHARED)

    assert set(all_of(banner)) == {SHARED.happened, "Gekopieerd."}


def test_what_went_wrong_last_time_does_not_stay_behind_the_next_result(banner):
    banner.show_problems((FULL, SHARED, WORDS))
    banner.show_problems((WORDS, FULL))
    assert set(all_of(banner)) == {FULL.happened, WORDS.happened}
    assert others(banner) == "Nog 1 melding"

    banner.show_message("Gelukt.")
    assert all_of(banner) == ["Gelukt."]
    assert not others(banner)


def test_good_news_waits_behind_what_went_wrong_beside_it(banner):
    banner.stand(SHARED)
    banner.show_message("Overgenomen.", way_out="Open het", but=(FULL, WORDS))
    assert banner._text.text() == FULL.happened
    seen = {"Overgenomen.", FULL.happened, WORDS.happened, SHARED.happened}
    assert set(all_of(banner)) == seen

    banner.hide()
    assert all_of(banner) == [SHARED.happened]


def test_the_same_said_as_a_result_leaves_standing_what_stands(banner):
    done = []
    banner.stand(FULL, way_out="Bewaar elders", deed=lambda: done.append("elders"), is_first=True)
    banner.stand(SHARED)
    banner.show_problem(FULL)
    assert banner._text.text() == FULL.happened
    banner._way_out.click()
    assert done == ["elders"]

    banner.show_message("Gekopieerd.")
    banner.hide()
    assert banner._text.text() == FULL.happened
    assert set(all_of(banner)) == {FULL.happened, SHARED.happened}
    banner.solve(FULL)
    assert banner._text.text() == SHARED.happened


def test_what_stands_also_goes_on_standing_among_several_that_went_wrong(banner):
    banner.stand(SHARED)
    banner.show_problems((FULL, SHARED))
    assert banner._text.text() == FULL.happened
    banner.show_message("Gelukt.")

    assert set(all_of(banner)) == {"Gelukt.", SHARED.happened}


def test_putting_one_of_several_away_leaves_the_others(banner):
    banner.show_problems((FULL, SHARED, WORDS))
    banner._close.click()

    assert banner._text.text() == SHARED.happened
    assert others(banner) == "Nog 1 melding"


class Changing(QObject):
    changed = Signal(str)


def test_what_was_lacking_is_told_no_more_once_it_is_there(banner):
    field = Changing()
    banner.stand(SHARED)
    banner.show_problem(FULL)
    banner.goes_with(field.changed)
    assert all_of(banner) == [FULL.happened, SHARED.happened]

    field.changed.emit("a")
    field.changed.emit("b")

    assert all_of(banner) == [SHARED.happened]


def test_what_is_told_since_does_not_go_with_what_was_lacking(banner):
    field = Changing()
    banner.ask("Schrijf nog op wat je zag.")
    banner.goes_with(field.changed)
    banner.show_message("Gekopieerd.")
    field.changed.emit("a")

    assert all_of(banner) == ["Gekopieerd."]


def test_news_gives_way_and_trouble_and_questions_do_not(banner):
    banner.stand(SHARED)
    banner.show_message("Gekopieerd.")
    banner.give_way()
    assert all_of(banner) == [SHARED.happened]

    banner.ask("Zeker weten?", way_out="Ja", deed=lambda: None)
    banner.give_way()
    assert set(all_of(banner)) == {SHARED.happened, "Zeker weten?"}
    banner.show_problem(FULL)
    banner.give_way()
    assert FULL.happened in all_of(banner)
