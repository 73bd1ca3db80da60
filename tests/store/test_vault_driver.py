"""Files under a key behave as plain ones do, and say nothing to who has no key."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.catalog import Summary, summaries
from beraad.store.driver import copy_to, in_memory, look
from beraad.store.keys import RING_NAME, Key, Locked
from beraad.store.kinds import SESSION_FILE
from beraad.store.log import log_of, read_log
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.store.session_reading import SessionReading
from beraad.store.trouble import problem_of
from tests.store.support import a_peopled_session, a_session, run_python, start_python, with_title

MARK = "Kwarteldonk"


class SomeKeys:
    """Keys that are nowhere but here."""

    def __init__(self) -> None:
        self.made: dict[bytes, Key] = {}

    def new_key(self, path: Path) -> Key:
        key = Key(os.urandom(32), os.urandom(16))
        return self.made.setdefault(key.name, key)

    def key_of(self, path: Path, name: bytes) -> Key:
        if name not in self.made:
            raise Solvable("unknown")
        return self.made[name]


@pytest.fixture
def vault(tmp_path):
    (tmp_path / RING_NAME).write_bytes(b"")
    made = SomeKeys()
    keys.unlock(tmp_path, made)
    yield tmp_path
    keys.lock(tmp_path)


def readable(folder: Path) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file()
        and any(word in path.read_bytes() for word in (MARK.encode(), MARK.encode("utf-16-le")))
    ]


def test_nothing_can_be_read_while_a_beraad_is_open_nor_afterwards(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    with SessionFile.create(path, with_title(a_session(), MARK)) as file:
        file.keep(with_title(file.session, f"{MARK} {MARK}"))
        assert log_of(path).stat().st_size > 0
        # Another program; a handle of our own would drop the lock.
        code = """
import sys
print([n for n in sys.argv[2:] if sys.argv[1].encode() in open(n, "rb").read()])
"""
        assert run_python(code, MARK, *vault.iterdir()).strip() == "[]"
    assert readable(vault) == []
    with pytest.raises(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as plain:
        plain.execute("SELECT * FROM sqlite_schema")


def test_what_was_kept_is_there_again_and_in_the_list(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    session = with_title(a_peopled_session(), MARK)
    SessionFile.create(path, session).close()
    with SessionFile.open(path) as file:
        assert file.session == session
    (line,) = summaries(vault)
    assert isinstance(line, Summary)
    assert line.title == MARK


@pytest.mark.parametrize("below", ["oefeningen", "oefeningen/verwijderd"])
@pytest.mark.parametrize("is_open", [True, False])
def test_an_oefening_goes_by_no_key_wherever_it_lies(vault, below, is_open):
    if not is_open:
        keys.lock(vault)
    assert keys.keys_for(vault / below / "oefening.beraad") is None


def test_beraden_in_a_folder_that_is_called_after_oefeningen_go_by_its_key(tmp_path):
    vault = tmp_path / "oefeningen"
    vault.mkdir()
    (vault / RING_NAME).write_bytes(b"")
    made = SomeKeys()
    keys.unlock(vault, made)
    assert keys.keys_for(vault / "beraad.beraad") is made
    assert keys.keys_for(vault / "verwijderd" / "beraad.beraad") is made
    assert keys.keys_for(vault / "oefeningen" / "verwijderd" / "oefening.beraad") is None


def test_a_locked_vault_shows_nothing_and_changes_nothing(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, with_title(a_session(), MARK)).close()
    before = path.read_bytes()
    keys.lock(vault)
    for act in (
        lambda: SessionFile.open(path),
        lambda: SessionReading.open(path),
        lambda: SessionFile.create(vault / "beraad-2.beraad", a_session()),
    ):
        with pytest.raises(Locked):
            act()
    assert path.read_bytes() == before
    assert sorted(each.name for each in vault.iterdir()) == [path.name, RING_NAME]


def test_what_a_crash_left_in_the_log_is_found_and_belongs(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, a_session()).close()
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, MARK))
        elsewhere = vault.parent / "crashed"
        code = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2])"
        run_python(code, vault, elsewhere)
    keys.unlock(elsewhere, keys.keys_for(path))
    try:
        copy = elsewhere / path.name
        log = read_log(copy)
        assert log is not None
        assert log.marked
        assert log.numbers
        (line,) = summaries(elsewhere)
        assert isinstance(line, Summary)
        assert line.title == MARK
        with SessionFile.open(copy) as file:
            assert file.told is None
            assert file.session.opening.title == MARK
    finally:
        keys.lock(elsewhere)


def test_the_log_of_an_older_copy_is_set_aside(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, with_title(a_session(), "oud")).close()
    older = path.read_bytes()
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, MARK))
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, MARK * 2))
        run_python("import shutil, sys; shutil.copy(*sys.argv[1:])", log_of(path), vault / "log")
    path.write_bytes(older)
    shutil.move(vault / "log", log_of(path))
    with SessionFile.open(path) as file:
        assert file.told is not None
        assert file.session.opening.title == "oud"
    assert readable(vault) == []


def test_a_copy_is_under_the_same_key_and_memory_is_only_memory(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, with_title(a_session(), MARK)).close()
    copy = vault / "kopie.beraad"
    with closing(look(path)) as connection:
        copy_to(connection, copy)
        with closing(in_memory(connection)) as memory:
            assert memory.execute("SELECT title FROM summary").fetchone() == (MARK,)
    assert copy.read_bytes()[:16] == path.read_bytes()[:16]
    with SessionFile.open(copy) as file:
        assert file.session.opening.title == MARK
    assert readable(vault) == []
    assert SessionReading.open(path).session.opening.title == MARK


def test_every_flipped_bit_is_noticed(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, with_title(a_peopled_session(), MARK)).close()
    whole = path.read_bytes()
    for place in range(16, len(whole), len(whole) // 40):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << place % 8
        path.write_bytes(spoilt)
        with pytest.raises(Solvable):
            SessionFile.open(path)
        assert path.read_bytes() == spoilt


def test_an_error_of_the_cipher_is_one_of_sqlite(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, a_session()).close()
    with closing(look(path)) as connection, pytest.raises(sqlite3.OperationalError) as caught:
        connection.execute("SELECT * FROM nergens")
    assert caught.value.sqlite_errorcode == sqlite3.SQLITE_ERROR


def test_who_else_has_it_open_is_refused(vault):
    path = vault / "beraad-2026-W47-a.beraad"
    with SessionFile.create(path, a_session()), pytest.raises(Solvable, match="al open"):
        SessionFile.open(path)


def test_oefeningen_are_open_to_all(vault):
    practice = vault / keys.PRACTICE_FOLDER
    practice.mkdir()
    path = practice / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, with_title(a_session(), MARK)).close()
    assert path.read_bytes().startswith(b"SQLite format 3")
    keys.lock(vault)
    with SessionFile.open(path) as file:
        assert file.session.opening.title == MARK


def test_a_plain_file_in_a_vault_opens_as_it_is(vault, tmp_path_factory):
    plain = tmp_path_factory.mktemp("plain") / "beraad-2026-W47-a.beraad"
    keys.lock(vault)
    SessionFile.create(plain, with_title(a_session(), MARK)).close()
    keys.unlock(vault, SomeKeys())
    path = vault / plain.name
    shutil.move(plain, path)
    with SessionFile.open(path) as file:
        assert file.session.opening.title == MARK


def test_the_register_is_under_a_key_too(vault):
    path = vault / "register.sqlite"
    Register.open(path).close()
    assert not path.read_bytes().startswith(b"SQLite")
    with Register.open(path) as register:
        assert register.lines() == ()


def test_a_plain_folder_loads_nothing_for_keys(tmp_path):
    path = tmp_path / "beraad-2026-W47-a.beraad"
    SessionFile.create(path, a_session()).close()
    code = """
import sys
from pathlib import Path
from beraad.store.session_file import SessionFile
SessionFile.open(Path(sys.argv[1])).close()
print(sorted({"sqlcipher3", "cryptography", "cffi", "segno"} & set(sys.modules)))
"""
    with start_python(code, path) as process:
        out, error = process.communicate()
    assert (out.strip(), error) == ("[]", "")


def test_a_copy_that_finds_no_room_says_so_and_is_no_damage(vault, full_disk, tmp_path):
    path, copy = vault / "een.beraad", vault / "kopie.beraad"
    SessionFile.create(path, with_title(a_session(), "lang " * 20_000)).close()
    outside = tmp_path.with_name(f"{tmp_path.name}-open.beraad")
    SessionFile.create(outside, with_title(a_session(), "lang " * 20_000)).close()
    plain = outside.rename(vault / "open.beraad")
    for origin in (path, plain):
        with (
            full_disk(20_000),
            closing(look(origin, bounded=False)) as source,
            pytest.raises(sqlite3.Error) as told,
        ):
            copy_to(source, copy)
        assert told.value.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
        assert "schijf is vol" in str(problem_of(told.value, path, SESSION_FILE, kept=""))
