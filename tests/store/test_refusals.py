from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from beraad.errors import Solvable
from beraad.store.address import address
from beraad.store.catalog import Unreadable, summaries
from beraad.store.kinds import REGISTER_FILE
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.store.trouble import problem_of, replaced, unreadable
from tests.store.support import (
    a_peopled_session,
    a_session,
    fingerprint,
    folder_of_an_ordinary_user,
    names,
    with_situation,
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, with_situation(a_peopled_session(), "woorden " * 4000)).close()
    return path


def change(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def make_foreign(path):
    path.write_bytes(b"\xff\xd8\xff\xe0 een foto" * 400)


def make_another_program(path):
    path.unlink()
    change(path, "CREATE TABLE foto (naam TEXT)", "PRAGMA user_version=1")


def make_register(path):
    path.unlink()
    Register.open(path).close()


def make_newer(path):
    change(path, "PRAGMA user_version=9999")


def make_empty(path):
    path.write_bytes(b"")


def truncate(path):
    path.write_bytes(path.read_bytes()[:1000])


def cut_off_half(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 8192 * 4096])


def overwrite_middle(path):
    whole = bytearray(path.read_bytes())
    whole[4096 : 4096 * 20] = b"\x55" * (4096 * 19)
    path.write_bytes(bytes(whole))


def overwrite_what_reading_does_not_touch(path):
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'harms'"
        (page,) = connection.execute(query).fetchone()
    whole = bytearray(path.read_bytes())
    whole[(page - 1) * 4096 : page * 4096] = b"\x55" * 4096
    path.write_bytes(bytes(whole))


def empty_a_section(path):
    change(path, "DELETE FROM opening")


def put_nonsense_in_a_date(path):
    change(path, "UPDATE opening SET held_on = 'gisteren'")


def put_nonsense_in_a_choice(path):
    change(path, "UPDATE opening SET setting = 'GEHEIM WOORD'")


def take_away_a_table(path):
    change(path, "DROP TABLE dialogue")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (make_foreign, "beschadigd"),
        (make_another_program, "is geen beraad"),
        (make_register, "is geen beraad"),
        (make_newer, "nieuwere versie"),
        (make_empty, "is leeg"),
        (truncate, "beschadigd"),
        (cut_off_half, "beschadigd"),
        (overwrite_middle, "beschadigd"),
        (overwrite_what_reading_does_not_touch, "beschadigd"),
        (empty_a_section, "beschadigd"),
        (put_nonsense_in_a_date, "beschadigd"),
        (put_nonsense_in_a_choice, "beschadigd"),
        (take_away_a_table, "beschadigd"),
    ],
)
def test_a_file_that_is_not_right_is_refused_and_left_as_it_is(path, spoil, told):
    spoil(path)
    before = fingerprint(path)

    with pytest.raises(Solvable, match=told) as problem:
        SessionFile.open(path)

    assert problem.value.way_out
    assert "GEHEIM" not in str(problem.value)
    assert fingerprint(path) == before
    assert names(path.parent) == {path.name}


def test_a_newer_file_is_left_alone_with_the_log_of_the_program_that_crashed(path):
    make_newer(path)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"niet van ons")
    before = fingerprint(path), fingerprint(log)

    with pytest.raises(Solvable, match="nieuwere versie"):
        SessionFile.open(path)
    (line,) = summaries(path.parent)

    assert isinstance(line, Unreadable)
    assert (fingerprint(path), fingerprint(log)) == before


def test_a_file_that_is_gone_is_missed(tmp_path):
    with pytest.raises(Solvable, match="is er niet"):
        SessionFile.open(tmp_path / "weg.beraad")


@pytest.mark.parametrize(
    ("file_mode", "folder_mode"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)]
)
def test_what_is_read_only_is_refused_with_the_reason(file_mode, folder_mode):
    with folder_of_an_ordinary_user() as home:
        folder = home / "beraden"
        folder.mkdir()
        path = folder / "een.beraad"
        SessionFile.create(path, a_session()).close()
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        before = fingerprint(path)

        with pytest.raises(Solvable, match="alleen te lezen"):
            SessionFile.open(path)

        assert fingerprint(path) == before
        folder.chmod(0o700)


def test_a_beraad_cannot_be_made_in_a_read_only_folder():
    with folder_of_an_ordinary_user() as home:
        home.chmod(0o500)

        with pytest.raises(Solvable, match="niets bewaren"):
            SessionFile.create(home / "een.beraad", a_session())

        home.chmod(0o700)


def test_a_folder_without_a_write_ahead_log_is_refused(tmp_path, monkeypatch):
    # GIVEN a place where SQLite keeps no such log, as on some network drives
    def without_log(path, *, options):
        return address(path, options=options) if "immutable" in options else "file::memory:"

    Register.open(tmp_path / "register.sqlite").close()
    monkeypatch.setattr("beraad.store.driver.address", without_log)

    # WHEN the register is opened THEN it says what to do
    with pytest.raises(Solvable, match="netwerkschijf") as problem:
        Register.open(tmp_path / "register.sqlite")
    assert "op deze computer" in problem.value.way_out


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR])
def test_no_other_place_is_advised_for_the_register_that_has_one_place(tmp_path, code):
    error = sqlite3.OperationalError("somehow")
    error.sqlite_errorcode = code

    problem = problem_of(error, tmp_path / "register.sqlite", REGISTER_FILE, kept="")

    for elsewhere in ("ander bestand", "andere plek", "het beraad"):
        assert elsewhere not in problem.way_out
    for trouble in (replaced, unreadable):
        said = trouble(tmp_path / "register.sqlite", REGISTER_FILE)
        assert "ander bestand" not in said.way_out
        assert "het beraad" not in said.way_out


def test_a_folder_is_not_taken_for_a_beraad(tmp_path):
    with pytest.raises(Solvable, match="is een map, geen bestand"):
        SessionFile.open(tmp_path)
