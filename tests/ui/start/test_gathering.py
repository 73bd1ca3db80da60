from __future__ import annotations

import shutil
from datetime import date

import pytest

from beraad.records import Id, Opening
from beraad.store.places import practice_folder, prepare
from beraad.store.rescued import AS_BERAAD, AS_SAVED
from beraad.store.session_file import SessionFile
from beraad.ui.start.gathering import Gathering
from beraad.ui.start.listing import plain
from tests.store.support import a_session, with_title

TODAY = date(2026, 11, 18)


@pytest.fixture
def home(tmp_path):
    prepare(tmp_path)
    prepare(practice_folder(tmp_path))
    return tmp_path


def keep(path, title, day=1, *, identity="1a2b3c4d5e6f"):
    session = a_session(id=Id(identity), opening=Opening(title=title, held_on=date(2026, 11, day)))
    SessionFile.create(path, session).close()
    return path


def all_of(gathering, stretch):
    """The rows by their path as they end up, and whether any stretch was out of order."""
    rows = {}
    over = False
    while not over:
        found = gathering.go_on(lambda read: read >= stretch)
        assert [row.place for row in found.rows] == sorted(row.place for row in found.rows)
        rows |= {row.path: row for row in (*found.rows, *found.changed)}
        over = found.over
    return rows


@pytest.mark.parametrize("stretch", [1, 2, 3, 100])
def test_every_beraad_is_a_row_once_and_oefeningen_come_after(home, stretch):
    for number in range(5):
        keep(
            home / f"beraad-{number}.beraad", f"Beraad {number}", 1 + number, identity=f"b{number}"
        )
    keep(practice_folder(home) / "beraad-9.beraad", "Oefening", 28, identity="oef")

    rows = all_of(Gathering(home, today=TODAY), stretch)

    in_order = sorted(rows.values(), key=lambda row: row.place)
    titles = [row.title for row in in_order]
    assert titles == ["Beraad 4", "Beraad 3", "Beraad 2", "Beraad 1", "Beraad 0", "Oefening"]


def test_an_empty_folder_is_over_at_once(home):
    found = Gathering(home, today=TODAY).go_on(lambda _read: False)

    assert found.over
    assert not found.rows


@pytest.mark.parametrize("stretch", [1, 100])
@pytest.mark.parametrize("newest", ["beraad-w.beraad", "kopie van beraad-w.beraad"])
def test_an_older_copy_says_so_also_when_the_newer_one_is_read_later(home, stretch, newest):
    path = keep(home / "beraad-w.beraad", "Eerst")
    copy = home / "kopie van beraad-w.beraad"
    shutil.copy(path, copy)
    with SessionFile.open(home / newest) as file:
        file.keep(with_title(file.session, "Eerst en verder"))

    rows = all_of(Gathering(home, today=TODAY), stretch)

    (older,) = {path, copy} - {home / newest}
    assert rows[older].state == "Oudere kopie"
    assert rows[older].attention
    assert rows[home / newest].state == "Nog te beginnen"
    assert not rows[home / newest].attention
    for each in (path, copy):
        assert rows[each].under.startswith("laatst gewijzigd op")
        assert rows[each].under.endswith(f" · {each.name}")
        assert each.name in rows[each].spoken
        assert plain(each.name) in rows[each].sought


@pytest.mark.parametrize(
    ("newest", "copy", "said"),
    [
        ("Eerst", "Eerst", "Kopie, zelfde woorden"),
        ("Eerst en verder", "Eerst", "Oudere kopie"),
        ("Eerst", "Eerst en verder", "Kopie, zegt meer"),
        ("Eerst en verder", "Eerst of later", "Kopie, andere woorden"),
    ],
)
def test_a_copy_is_told_by_its_words_and_not_by_its_day(home, newest, copy, said):
    path = keep(home / "beraad-w.beraad", "Titel")
    other = home / "kopie van beraad-w.beraad"
    shutil.copy(path, other)
    for place, title in ((other, copy), (path, newest)):  # The second is changed last.
        with SessionFile.open(place) as file:
            file.keep(with_title(file.session, title))

    rows = all_of(Gathering(home, today=TODAY), 1)

    assert rows[other].state == said
    assert rows[other].attention
    assert rows[path].state == "Nog te beginnen"


@pytest.mark.parametrize(
    ("title", "copy", "goes_on"),
    [("Eerst", "Eerst en verder", True), ("Eerst en verder", "Eerst", False)],
)
def test_one_can_go_on_in_a_rescue_copy_that_says_most(home, title, copy, goes_on):
    rescued = keep(home / f"beraad-w{AS_BERAAD}", copy)
    keep(home / "beraad-w.beraad", title)  # Changed last.

    rows = all_of(Gathering(home, today=TODAY), 10)

    assert rows[rescued].may_go_on is goes_on


def test_what_was_saved_of_a_damaged_file_and_what_is_damaged_say_so(home):
    saved = keep(home / f"beraad-w{AS_SAVED}", "Gered")
    broken = keep(home / "beraad-x.beraad", "Kapot", identity="x")

    gathering = Gathering(home, today=TODAY, is_damaged=lambda path: path == broken)
    rows = all_of(gathering, 10)

    assert rows[saved].state == "Gered"
    assert rows[broken].state == "Beschadigd"
    assert rows[broken].title == "Kapot"


def test_words_are_found_without_their_accents_and_capitals(home):
    keep(home / "beraad-a.beraad", "Één café in de wijk")

    (row,) = all_of(Gathering(home, today=TODAY), 1).values()

    assert all(plain(word) in row.sought for word in ("EEN", "Cafe", "één"))
    assert plain("cafés") not in row.sought


def test_a_beraad_is_found_by_its_week(home):
    keep(home / "beraad-a.beraad", "Een casus", 17)
    (row,) = all_of(Gathering(home, today=TODAY), 1).values()
    assert all(plain(word) in row.sought for word in ("week 47", "47", "2026-W47", "w47"))
