from __future__ import annotations

import logging
import stat
from dataclasses import replace

import pytest
from sqlalchemy.exc import SQLAlchemyError

from beraad.records import Id, Moment
from beraad.store.driver import connect
from beraad.store.engine import wrapped
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.store.support import a_session, with_situation

MARK = "Zwaluwstaartmerk"


def test_every_file_is_for_the_user_alone(tmp_path):
    with (
        SessionFile.create(tmp_path / "een.beraad", a_session()) as file,
        Register.open(tmp_path / "register.sqlite") as register,
    ):
        file.keep(with_situation(file.session, MARK))
        assert not register.signals()

        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}

    assert {"een.beraad", "een.beraad-wal", "een.beraad.open", "register.sqlite"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_what_was_removed_is_nowhere_after_closing(tmp_path):
    path = tmp_path / "een.beraad"
    written = with_situation(
        a_session(timeline=(Moment(id=Id("m"), what=MARK * 500),)), f"kort {MARK}"
    )
    SessionFile.create(path, written).close()
    assert MARK.encode() in path.read_bytes()

    with SessionFile.open(path) as file:
        file.keep(with_situation(replace(written, timeline=()), "iets anders"))

    assert [place.name for place in tmp_path.iterdir()] == ["een.beraad"]
    assert MARK.encode() not in path.read_bytes()


def test_nothing_that_was_written_is_logged(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "een.beraad"
    with SessionFile.create(path, with_situation(a_session(), MARK)) as file:
        file.keep(with_situation(file.session, f"{MARK} en meer"))
    with SessionFile.open(path):
        assert MARK not in caplog.text


def test_every_connection_makes_the_same_promises(tmp_path):
    path = tmp_path / "een.beraad"
    path.touch(mode=0o600)
    connection = connect(path)

    promises = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "busy_timeout",
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "secure_delete",
            "temp_store",
            "trusted_schema",
            "locking_mode",
            "wal_autocheckpoint",
        )
    }
    connection.close()

    assert promises == {
        "busy_timeout": 0,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "locking_mode": "exclusive",
        "wal_autocheckpoint": 0,
    }


def test_an_error_of_the_database_does_not_tell_what_was_written(tmp_path):
    path = tmp_path / "een.beraad"
    path.touch(mode=0o600)
    raw = connect(path)

    with pytest.raises(SQLAlchemyError) as trouble, wrapped(raw) as connection:
        connection.exec_driver_sql("INSERT INTO nergens VALUES (?)", (MARK,))

    assert connection.engine.hide_parameters
    assert MARK not in str(trouble.value)
