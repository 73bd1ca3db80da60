from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace

import pytest

from beraad.errors import Defect
from beraad.store.database import Database
from beraad.store.generation import belongs
from beraad.store.kinds import SESSION_FILE
from beraad.store.log import read_log
from beraad.store.migrations import lift, take_steps
from beraad.store.session_file import SessionFile
from tests.store.support import a_peopled_session, fingerprint, names


def add_table(connection):
    connection.execute("CREATE TABLE extra (woord TEXT)")


def fill_table(connection):
    connection.execute("INSERT INTO extra VALUES ('gevuld')")


def rebuild_options(connection):
    connection.execute("CREATE TABLE nieuw AS SELECT * FROM options")
    connection.execute("DROP TABLE options")
    connection.execute("CREATE TABLE options (id VARCHAR PRIMARY KEY, position INTEGER)")
    connection.execute("INSERT INTO options SELECT id, position FROM nieuw")
    connection.execute("DROP TABLE nieuw")


def break_off(connection):
    connection.execute("INSERT INTO extra VALUES ('half')")
    raise RuntimeError


def lose_parents(connection):
    connection.execute("DELETE FROM options")


NOW = SESSION_FILE.version


class Anything(frozenset):
    """Whatever tables a step of a test makes."""

    def __contains__(self, _):
        return True


def lifted(*steps):
    return replace(
        SESSION_FILE,
        steps=(*SESSION_FILE.steps, *steps),
        schemas=(*SESSION_FILE.schemas, *(Anything() for _ in steps)),
    )


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, a_peopled_session()).close()
    return path


def ask(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_an_older_file_is_lifted_step_by_step_after_a_copy(path):
    before = ask(path, "SELECT id, text FROM harms")

    Database.open(path, lifted(add_table, fill_table)).close()

    assert ask(path, "PRAGMA user_version") == [(NOW + 2,)]
    assert ask(path, "SELECT woord FROM extra") == [("gevuld",)]
    assert ask(path, "SELECT id, text FROM harms") == before
    assert names(path.parent) == {"een.beraad", f"een.beraad.v{NOW}.kopie"}


def test_the_copy_is_whole_and_for_the_user_alone(path):
    copy = path.with_name(f"een.beraad.v{NOW}.kopie")

    Database.open(path, lifted(add_table)).close()

    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert ask(copy, "PRAGMA user_version") == [(NOW,)]
    copy.rename(path.with_name("twee.beraad"))
    with SessionFile.open(path.with_name("twee.beraad")) as file:
        assert len(file.session.harms) == 2


def test_a_file_of_this_version_is_not_copied(path):
    before = fingerprint(path)

    Database.open(path, SESSION_FILE).close()

    assert names(path.parent) == {"een.beraad"}
    assert fingerprint(path) == before


def test_a_table_that_others_point_at_can_be_rebuilt(path):
    Database.open(path, lifted(rebuild_options)).close()

    assert len(ask(path, "SELECT * FROM harms")) == 2
    assert not ask(path, "PRAGMA foreign_key_check")


def test_a_step_that_breaks_off_leaves_its_version_and_goes_on_the_next_time(path):
    with pytest.raises(RuntimeError):
        Database.open(path, lifted(add_table, break_off))

    assert ask(path, "PRAGMA user_version") == [(NOW + 1,)]
    assert ask(path, "SELECT * FROM extra") == []

    Database.open(path, lifted(add_table, fill_table)).close()

    assert ask(path, "SELECT woord FROM extra") == [("gevuld",)]


def test_what_a_lift_that_broke_off_leaves_in_the_log_is_known_to_be_of_this_file(path):
    with pytest.raises(RuntimeError):
        Database.open(path, lifted(add_table, break_off))

    left = read_log(path)
    assert left is not None
    assert left.marked
    assert belongs(path, left)


def test_a_step_that_breaks_off_leaves_nothing_open_on_its_connection():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version=1")

        with pytest.raises(RuntimeError):
            take_steps(connection, (add_table, break_off))

        assert not connection.in_transaction
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


class Dying(sqlite3.Connection):
    """Stops just before or just after a commit, as a killed program would."""

    after_commit = False
    in_step = False

    def execute(self, statement, *parameters):
        self.in_step = self.in_step or "extra" in statement
        if statement != "COMMIT" or not self.in_step:
            return super().execute(statement, *parameters)
        if self.after_commit:
            super().execute(statement)
        raise KeyboardInterrupt


@pytest.mark.parametrize("after_commit", [False, True])
def test_a_step_and_its_version_stand_or_fall_together(path, after_commit):
    with closing(sqlite3.connect(path, isolation_level=None, factory=Dying)) as connection:
        connection.after_commit = after_commit
        with pytest.raises(KeyboardInterrupt):
            lift(connection, path, lifted(add_table).steps)

    tables = ask(path, "SELECT name FROM sqlite_schema WHERE name = 'extra'")
    assert (ask(path, "PRAGMA user_version"), len(tables)) == (
        [(NOW + after_commit,)],
        after_commit,
    )


def test_a_step_that_leaves_rows_pointing_nowhere_is_not_taken(path):
    with pytest.raises(Defect):
        Database.open(path, lifted(lose_parents))

    assert ask(path, "PRAGMA user_version") == [(NOW,)]
    assert len(ask(path, "SELECT * FROM options")) == 3


def test_foreign_keys_are_guarded_again_after_a_lift(path):
    database = Database.open(path, lifted(add_table))

    with database.transaction() as connection:
        guarded = connection.exec_driver_sql("PRAGMA foreign_keys").scalar()
    database.close()

    assert guarded == 1
