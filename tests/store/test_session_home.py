from __future__ import annotations

import os
from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.records import Setting
from beraad.store.erased import Erased, add_erased
from beraad.store.holder import note_of
from beraad.store.places import free_path, practice_folder, prepare, session_path
from beraad.store.rescue import bring_back, rescue
from beraad.store.session_file import SessionFile
from beraad.store.session_home import SessionHome
from tests.store.support import a_peopled_session, names, with_situation


@pytest.fixture
def folder(tmp_path):
    prepare(practice_folder(tmp_path))
    return tmp_path


@pytest.fixture
def home(folder):
    session = a_peopled_session()
    made = SessionHome(SessionFile.create(session_path(folder, session), session), folder)
    yield made
    made.close()


def as_setting(session, setting):
    return replace(session, opening=replace(session.opening, setting=setting))


def test_becoming_an_oefening_moves_the_file_and_back(home, folder):
    real = as_setting(with_situation(home.session, "erbij"), Setting.CASEWORK)
    assert home.keep(real) is None
    first = home.path

    practice = as_setting(real, Setting.PRACTICE)
    assert home.keep(practice) is None
    assert home.path == practice_folder(folder) / first.name
    assert not first.exists()
    assert home.session == practice

    assert home.keep(real) is None
    assert home.path == first
    assert names(practice_folder(folder)) == set()


def test_a_file_that_cannot_be_thrown_away_keeps_nothing_from_going_on(home, folder, monkeypatch):
    def held(_file):
        raise PermissionError(13, "in gebruik door een ander programma")

    monkeypatch.setattr(SessionFile, "discard", held)
    first = home.path
    practice = as_setting(with_situation(home.session, "toch"), Setting.PRACTICE)

    assert home.keep(practice) is None

    assert home.path == practice_folder(folder) / first.name
    assert home.session == practice


def test_a_file_in_a_folder_of_the_user_stays_there(home, folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    home.keep_elsewhere(stick, home.session)

    assert home.keep(as_setting(home.session, Setting.PRACTICE)) is None
    assert home.path.parent == stick


@pytest.mark.skipif("sys.platform == 'win32'")
def test_the_words_are_kept_when_the_file_cannot_move(home, folder):
    first = home.path
    practice_folder(folder).rmdir()
    practice_folder(folder).write_text("geen map")
    practice = as_setting(with_situation(home.session, "toch bewaard"), Setting.PRACTICE)

    concern = home.keep(practice)

    assert "nog niet bij de oefeningen" in concern.happened
    assert first.name in concern.kept
    assert home.path == first
    assert home.session == practice
    home.close()
    with SessionFile.open(first) as file:
        assert file.session == practice


def test_what_was_left_in_the_wrong_place_is_moved_when_it_is_opened_later(folder):
    real = as_setting(a_peopled_session(), Setting.CASEWORK)
    left = free_path(practice_folder(folder), real)
    SessionFile.create(left, real).close()
    home = SessionHome(SessionFile.open(left), folder)

    assert home.keep(real) is None
    assert home.path.parent == folder
    assert not left.exists()
    home.close()


def test_a_name_that_is_taken_gets_a_number(folder):
    session = a_peopled_session()
    first = free_path(folder, session)
    first.touch()
    second = free_path(folder, session)
    second.touch()

    assert second.name == f"{first.stem}-2{first.suffix}"
    assert free_path(folder, session).name == f"{first.stem}-3{first.suffix}"


def test_a_rescue_copy_is_a_beraad_in_the_first_folder_that_takes_it(tmp_path):
    session = a_peopled_session()
    blocked = tmp_path / "geen map"
    blocked.write_text("")

    made = rescue(session, iter([blocked, tmp_path / "hier", tmp_path / "daar"]))

    assert made.parent == tmp_path / "hier"
    with SessionFile.open(made) as file:
        assert file.session == session


def test_a_beraad_that_no_file_takes_is_rescued_as_text(tmp_path):
    """Without options it cannot be a beraad: the summary of such a file cannot be made."""
    session = replace(with_situation(a_peopled_session(), "Zij belde\nom twee uur."), options=())

    made = rescue(session, iter([tmp_path / "hier"]))

    text = made.read_text(encoding="utf-8")
    assert "case.situation: Zij belde\nom twee uur." in text
    for each in session.participants:
        assert each.role in text
    if os.name == "posix":
        assert made.stat().st_mode & 0o077 == 0


def test_a_log_that_stays_behind_is_named_when_one_goes_on_elsewhere(tmp_path):
    path = tmp_path / "een.beraad"
    file = SessionFile.create(path, a_peopled_session())
    home = SessionHome(file, tmp_path)
    home.keep(with_situation(home.session, "eerst"))
    other = tmp_path / "ander"
    SessionFile.create(other, a_peopled_session()).close()
    other.replace(path)
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()

    told = home.keep_elsewhere(elsewhere, home.session)

    (aside,) = tmp_path.glob("*.log-*")
    assert told is not None
    assert aside.name in told.kept
    home.close()


def test_a_log_is_named_too_when_one_goes_on_in_the_folder_from_which_the_file_went(home, folder):
    home.keep(with_situation(home.session, "erbij"))
    name = home.path.name
    home.path.unlink()

    told = home.keep_elsewhere(folder, home.session)

    assert home.path.name == name
    [aside] = [each for each in names(folder) if each.startswith(f"{name}.log-")]
    assert told is not None
    assert aside in told.kept
    assert note_of(home.path).exists()
    home.keep(with_situation(home.session, "en verder"))


def test_a_rescue_copy_of_what_was_erased_is_not_brought_back(folder, tmp_path):
    session = a_peopled_session()
    made = rescue(session, iter([tmp_path / "redding"]))
    add_erased(folder, Erased(week="", on="2026-11-26", role="ik", id=session.id))

    with pytest.raises(Solvable, match="gewist"):
        bring_back(made, folder)

    assert made.exists()
    assert not list(folder.glob("*.beraad"))
