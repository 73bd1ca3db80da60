"""Long pages are made a stretch at a time; who turns to one gets all of it."""

from __future__ import annotations

from dataclasses import replace

from beraad.records import Harm, PhaseKey, new_id
from beraad.ui.rondes.pages import PAGES
from beraad.ui.widgets.below import below
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.record_list import RecordList
from beraad.ui.widgets.stretch import stretch
from tests.editing.support import furnished

_MANY = 12


def long():
    session = furnished()
    harms = (
        Harm(id=new_id(), option_id=session.option_a.id, text=f"schade {number}")
        for number in range(_MANY)
    )
    return replace(session, harms=(*session.harms, *harms))


def rows_of(page):
    return sum(len(each.rows) for each in below(page, RecordList))


def test_within_a_stretch_a_list_makes_a_row_at_least_and_goes_on_where_it_was(screen_of):
    screen = screen_of(long())
    page = screen._pages.of(PhaseKey.DILEMMA)
    session = screen._editor.session
    made = [0]
    left = True
    while left:
        with stretch(0) as now:
            page.show_session(session)
        left = now.left
        made.append(rows_of(page))
        assert made[-1] > made[-2] or not left

    assert made[1] < _MANY
    page.show_session(session)
    assert rows_of(page) == made[-1] > _MANY


def test_outside_a_stretch_all_rows_are_there_at_once(screen_of):
    screen = screen_of(long())
    page = screen._pages.of(PhaseKey.DILEMMA)
    with stretch(0) as now:
        page.show_session(screen._editor.session)
    assert now.left

    assert rows_of(page) < _MANY

    screen.go_to(PhaseKey.DILEMMA)

    assert rows_of(page) > _MANY


def test_every_page_is_whole_when_nobody_waited_for_it(screen_of, qtbot, monkeypatch):
    monkeypatch.setattr("beraad.ui.rondes.pages._STRETCH", 0)
    screen = screen_of(long())

    with qtbot.waitSignal(screen._pages.all_made):
        screen._pages.make_others()

    pages = list(below(screen, FieldPage))
    assert len(pages) == len(PAGES)
    for page in pages:
        made = rows_of(page)
        page.show_session(screen._editor.session)
        assert rows_of(page) == made
    assert rows_of(screen._pages.of(PhaseKey.DILEMMA)) > _MANY
