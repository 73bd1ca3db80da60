from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import exc

from beraad.store.driver import connect
from beraad.store.engine import wrapped
from beraad.store.rehearsal import rehearse
from beraad.store.session_file import SessionFile
from tests.builders import empty_session


def test_two_files_that_are_open_together_stay_apart():
    with closing(sqlite3.connect(":memory:")) as one, closing(sqlite3.connect(":memory:")) as two:
        first, second = wrapped(one), wrapped(two)
        with first.begin():
            first.exec_driver_sql("CREATE TABLE van_een (tekst)")

        with second.begin(), pytest.raises(exc.OperationalError):
            second.exec_driver_sql("SELECT * FROM van_een")
        assert first.engine is second.engine


def test_a_connection_that_was_closed_is_not_opened_again():
    raw = sqlite3.connect(":memory:")
    connection = wrapped(raw)
    raw.close()

    for _ in range(2):
        with pytest.raises(exc.DBAPIError):
            connection.exec_driver_sql("SELECT 1")


def test_a_rehearsal_leaves_no_statement_of_reading_to_be_made(tmp_path):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, empty_session()).close()
    rehearse()
    with closing(sqlite3.connect(":memory:")) as raw:
        made = wrapped(raw).engine._compiled_cache
    before = set(made)

    SessionFile.open(path).close()

    assert set(made) == before


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("wal_autocheckpoint", 0),
    ],
)
def test_every_promise_about_a_file_is_kept_on_its_connection(tmp_path, pragma, value):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, empty_session()).close()

    with closing(connect(path)) as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
