from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from beraad.errors import Defect, Solvable
from beraad.records import Id
from beraad.store.database import Database
from beraad.store.kinds import SESSION_FILE
from beraad.store.session_file import SessionFile
from tests.store.support import (
    a_peopled_session,
    a_session,
    fingerprint,
    names,
    with_situation,
    with_title,
)
from tests.strategies import sessions


@pytest.fixture
def path(tmp_path):
    return tmp_path / "een.beraad"


def reopened(path):
    with SessionFile.open(path) as file:
        return file.session


@settings(max_examples=25, deadline=None)
@given(sessions())
def test_what_is_created_is_what_is_opened(session):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "een.beraad"
        SessionFile.create(path, session).close()

        assert reopened(path) == session


@settings(max_examples=25, deadline=None)
@given(sessions(), sessions(), sessions())
def test_whatever_is_kept_last_is_what_is_opened(first, second, third):
    head = {"id": first.id, "created_at": first.created_at}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "een.beraad"
        with SessionFile.create(path, first) as file:
            for session in (replace(second, **head), replace(third, **head)):
                file.keep(session)
                assert file.session is session

        assert reopened(path) == replace(third, **head)


def test_a_very_long_text_is_kept(path):
    text = "Ze zei: «ik kan niet meer» 🤷🏽‍♀️. " * 40_000
    with SessionFile.create(path, a_session()) as file:
        file.keep(with_situation(file.session, text))

    assert reopened(path).case.situation == text


def test_keeping_goes_on_when_a_full_log_is_folded_in_on_the_way(path):
    with SessionFile.create(path, a_session()) as file:
        before = path.stat().st_size
        file.keep(with_situation(file.session, "woorden " * 800_000))

        file.keep(with_situation(file.session, "Kort."))

        assert path.stat().st_size > before

    assert reopened(path).case.situation == "Kort."


def test_afterwards_all_of_it_is_in_that_one_file(path):
    with SessionFile.create(path, a_session()) as file:
        file.keep(with_situation(file.session, "Er ligt een brief."))

    assert names(path.parent) == {"een.beraad"}


def test_keeping_what_is_kept_writes_nothing(path):
    SessionFile.create(path, a_peopled_session()).close()
    before = fingerprint(path)

    with SessionFile.open(path) as file:
        file.keep(file.session)
        file.keep(replace(file.session, clarifications=(*file.session.clarifications,)))

    assert fingerprint(path) == before


def test_an_option_goes_with_its_harm_and_leaves_no_choice(path):
    session = a_peopled_session()
    with SessionFile.create(path, session) as file:
        smaller = replace(
            session,
            options=session.options[:2],
            harms=session.harms[:1],
            considerations=(replace(session.considerations[0], choice_id=None),),
        )
        file.keep(smaller)

    assert reopened(path) == smaller


def test_a_record_that_moves_to_another_parent_survives_the_old_one(path):
    session = a_peopled_session()
    first, second, _ = session.options
    moved = replace(session.harms[1], option_id=second.id)
    with SessionFile.create(path, session) as file:
        changed = replace(
            session,
            options=(first, second),
            harms=(moved, session.harms[0]),
            considerations=(),
        )
        file.keep(changed)

    assert reopened(path) == changed


def test_a_record_whose_parent_is_gone_is_refused_instead_of_lost(path):
    session = a_peopled_session()
    with SessionFile.create(path, session) as file:
        with pytest.raises(Defect):
            file.keep(replace(session, options=session.options[:2], considerations=()))

        assert file.session == session
        file.keep(with_situation(session, "Verder."))

    assert reopened(path) == with_situation(session, "Verder.")


def test_a_file_keeps_one_beraad_only(path):
    with SessionFile.create(path, a_session()) as file, pytest.raises(Defect):
        file.keep(a_session(id=Id("een ander")))


def test_an_existing_file_is_not_overwritten(path):
    SessionFile.create(path, a_session()).close()
    before = fingerprint(path)

    with pytest.raises(Solvable, match="al een bestand"):
        SessionFile.create(path, a_peopled_session())

    assert fingerprint(path) == before


def test_a_file_that_cannot_be_made_leaves_nothing_behind(tmp_path):
    unstorable = with_situation(a_session(), "half \ud83d")

    with pytest.raises(UnicodeEncodeError):
        SessionFile.create(tmp_path / "een.beraad", unstorable)

    assert not names(tmp_path)


def test_a_text_that_cannot_be_stored_does_not_stop_what_comes_after(path):
    with SessionFile.create(path, a_session()) as file:
        with pytest.raises(UnicodeEncodeError):
            file.keep(with_situation(file.session, "half \ud83d"))

        file.keep(with_situation(file.session, "heel"))

    assert reopened(path).case.situation == "heel"


def test_a_log_that_cannot_be_folded_in_leaves_no_half_file(tmp_path, monkeypatch):
    def full(_):
        trouble = sqlite3.OperationalError("database or disk is full")
        trouble.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise trouble

    monkeypatch.setattr(Database, "fold_log", full)

    with pytest.raises(Solvable, match="de schijf is vol"):
        SessionFile.create(tmp_path / "een.beraad", a_session())

    assert not names(tmp_path)


def test_the_header_tells_what_the_file_is(path):
    SessionFile.create(path, a_session()).close()

    header = path.read_bytes()[:100]

    assert header[68:72] == b"bera"
    assert int.from_bytes(header[60:64]) == SESSION_FILE.version


def test_a_beraad_goes_on_in_another_file(tmp_path):
    with SessionFile.create(tmp_path / "een.beraad", a_peopled_session()) as file:
        written = with_situation(file.session, "Hier verder.")
        with SessionFile.create(tmp_path / "twee.beraad", written) as other:
            other.keep(with_situation(written, "En verder."))

    assert reopened(tmp_path / "twee.beraad").case.situation == "En verder."


def test_the_schema_guards_its_links(path):
    SessionFile.create(path, a_peopled_session()).close()

    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("DELETE FROM options WHERE id = 'c'")
    left = connection.execute("SELECT id FROM harms").fetchall()
    choices = connection.execute("SELECT choice_id FROM considerations").fetchall()
    connection.close()

    assert left == [("h1",)]
    assert choices == [(None,)]


def test_keeping_asks_once_whether_the_file_is_still_the_one_that_was_opened(tmp_path, monkeypatch):
    asked = []
    ask = Database.is_in_place
    with SessionFile.create(tmp_path / "een.beraad", a_session()) as file:
        monkeypatch.setattr(Database, "is_in_place", lambda self: asked.append(1) or ask(self))
        file.keep(with_title(file.session, "Eén keer"))

        assert len(asked) == 1
