"""Which log belongs to which file: what was put back is never mixed with what a crash left."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.records import Id, RegisteredSignal, SignalContent
from beraad.store.catalog import Summary, summaries
from beraad.store.driver import let_go, look_through_log
from beraad.store.generation import begin, fold
from beraad.store.log import journal_of, log_of, read_log
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.store.support import (
    a_peopled_session,
    a_session,
    fingerprint,
    names,
    run_python,
    start_python,
    with_situation,
    with_title,
)
from tests.store.test_lock import OPEN

KEEP_AND_DIE = """
import os, signal, sys
from pathlib import Path
from beraad.store.session_file import SessionFile
from tests.store.support import with_situation, with_title

file = SessionFile.open(Path(sys.argv[1]))
for text in sys.argv[2:]:
    file.keep(with_title(with_situation(file.session, text * 3000), text))
os.kill(os.getpid(), signal.SIGKILL)
"""

PUT_AND_DIE = """
import os, signal, sys
from pathlib import Path
from beraad.store.register import Register
from tests.store.test_belonging import a_signal

register = Register.open(Path(sys.argv[1]))
for text in sys.argv[2:]:
    register.put(a_signal(text))
os.kill(os.getpid(), signal.SIGKILL)
"""


def a_signal(text: str) -> RegisteredSignal:
    return RegisteredSignal(
        id=Id("een"),
        content=SignalContent(what=text * 3000),
        team="Wijk",
        week="2026-W47",
        registered_on=date(2026, 11, 17),
    )


def die(code: str, path: Path, *texts: str) -> None:
    with start_python(code, path, *texts) as process:
        _, error = process.communicate()
    assert process.returncode == -signal.SIGKILL, error


def crash(path: Path, *texts: str) -> None:
    die(KEEP_AND_DIE, path, *texts)


def kept_in(path: Path) -> tuple[str, Solvable | None]:
    with SessionFile.open(path) as file:
        session = file.session
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert session.case.situation == session.opening.title * 3000
    return session.opening.title, file.told


def create(path: Path, text: str) -> None:
    SessionFile.create(path, with_title(with_situation(a_session(), text * 3000), text)).close()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "een.beraad"
    create(path, "eerste")
    return path


def test_what_a_crash_left_is_there_at_the_next_opening(path):
    crash(path, "tweede", "derde")

    assert kept_in(path) == ("derde", None)
    assert names(path.parent) == {path.name}


ORPHAN_AND_DIE = """
import os, signal, sys
from pathlib import Path
from beraad.store.session_file import SessionFile
from tests.store.support import with_title

file = SessionFile.open(Path(sys.argv[1]))
file.keep(with_title(file.session, "derde"))
raw = file._database._raw
raw.execute("PRAGMA foreign_keys=OFF")
raw.execute("DELETE FROM participants")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_log_after_which_rows_hang_on_nothing_is_set_aside(tmp_path):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, with_title(a_peopled_session(), "tweede")).close()
    die(ORPHAN_AND_DIE, path)

    with SessionFile.open(path) as file:
        assert file.session.opening.title == "tweede"
        assert file.session.considerations
        assert file.told is not None
        assert "niet te lezen" in file.told.happened


def test_a_copy_that_is_put_back_after_a_crash_is_what_opens(path):
    # GIVEN a copy made after closing, and a crash that leaves a log
    copy = path.read_bytes()
    crash(path, "tweede")
    log = fingerprint(log_of(path))

    # WHEN the copy is put back in the place of the file alone
    path.write_bytes(copy)

    # THEN that is what opens, and the log is kept under another name that is told
    text, told = kept_in(path)
    assert text == "eerste"
    (aside,) = path.parent.glob("*.log-*")
    assert fingerprint(aside) == log
    assert told is not None
    assert aside.name in told.kept
    assert kept_in(path) == ("eerste", None)


def test_the_advice_to_put_a_copy_back_works_for_a_damaged_file(path):
    """Follows the advice to the letter: a copy, in the same place, beside the log of the crash."""
    copy = path.with_name("reservekopie")
    shutil.copy(path, copy)
    crash(path, "tweede")
    whole = path.read_bytes()
    path.write_bytes(whole[:5000] + b"\x55" * 9000 + whole[14000:])

    with pytest.raises(Solvable, match="beschadigd") as problem:
        SessionFile.open(path)
    assert "reservekopie terug op dezelfde plek" in problem.value.way_out
    assert log_of(path).exists()

    shutil.copy(copy, path)
    assert kept_in(path)[0] == "eerste"


def test_a_copy_of_file_and_log_together_opens_with_what_is_in_the_log(path, tmp_path):
    crash(path, "tweede")
    other = tmp_path / "elders"
    shutil.copytree(tmp_path, other, ignore=lambda *_: {"elders"}, copy_function=shutil.copyfile)

    assert kept_in(other / path.name) == ("tweede", None)
    assert kept_in(path) == ("tweede", None)


def test_an_older_log_beside_a_newer_file_is_foreign_too(path):
    # GIVEN a log of a crash, after which work went on
    crash(path, "tweede")
    older = log_of(path).read_bytes()
    with SessionFile.open(path) as file:
        file.keep(with_title(with_situation(file.session, "derde" * 3000), "derde"))

    # WHEN that log is put back THEN nothing of it comes in
    log_of(path).write_bytes(older)
    text, told = kept_in(path)
    assert text == "derde"
    assert told is not None


def test_a_shorter_copy_of_the_log_that_was_folded_in_is_foreign(path):
    # GIVEN a copy of the log made while the beraad was open, and more work after that
    earlier = path.with_name("eerder"), path.with_name("eerder-wal")
    with SessionFile.open(path) as file:
        for text in ("tweede", "derde"):
            file.keep(with_title(with_situation(file.session, text * 3000), text))
            if text == "tweede":
                copy_while_open(path, earlier)

    # WHEN that copy is put back beside the file that was closed
    shutil.copy(earlier[1], log_of(path))

    # THEN the file is what it was
    text, told = kept_in(path)
    assert text == "derde"
    assert told is not None


def test_the_log_of_another_beraad_is_foreign(path, tmp_path):
    other = tmp_path / "ander.beraad"
    create(other, "ander")
    crash(other, "anders")
    log_of(other).rename(log_of(path))

    text, told = kept_in(path)

    assert text == "eerste"
    assert told is not None


def test_a_log_without_its_file_does_not_reach_a_new_file_of_that_name(path):
    crash(path, "tweede")
    path.unlink()

    create(path, "nieuw")

    assert kept_in(path) == ("nieuw", None)
    assert len(list(path.parent.glob("*.log-*"))) == 1


@pytest.mark.parametrize("what", ["rubbish", "folder", "link", "fifo"])
def test_what_is_no_log_is_set_aside_unopened(path, tmp_path, what):
    target = tmp_path / "elders.txt"
    target.write_text("van iemand anders")
    log = log_of(path)
    match what:
        case "rubbish":
            log.write_bytes(b"geen logboek" * 1000)
        case "folder":
            log.mkdir()
        case "link":
            log.symlink_to(target)
        case _:
            os.mkfifo(log)

    text, told = kept_in(path)

    assert text == "eerste"
    assert told is not None
    assert len(list(tmp_path.glob("*.log-*"))) == 1
    assert target.read_text() == "van iemand anders"


def test_a_rollback_journal_is_never_carried_out(path):
    # GIVEN a journal that would put an older page back, as another program makes it
    other = path.with_name("ander")
    shutil.copy(path, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=PERSIST")
        connection.execute("UPDATE summary SET title = 'terug'")
        connection.execute("BEGIN")
        connection.execute("UPDATE summary SET title = 'verder'")
        journal = journal_of(other).read_bytes()
        connection.execute("ROLLBACK")
    journal_of(path).write_bytes(journal)
    before = fingerprint(path)

    (line,) = summaries(path.parent)
    assert isinstance(line, Summary)
    assert line.title == "eerste"
    assert fingerprint(path) == before

    assert kept_in(path)[0] == "eerste"


def damage(log: Path, where: int, *, cut: bool) -> bytes:
    """Cut a log off here, or flip a bit; returns what is left of it."""
    left = bytearray(log.read_bytes())
    if cut:
        del left[where:]
    else:
        left[where] ^= 1
    log.write_bytes(left)
    return bytes(left)


@pytest.mark.parametrize("cut", [True, False], ids=["cut off", "flipped bit"])
@pytest.mark.parametrize("back", [1, 20, 3000, 4100, 4130, 6000])
def test_of_a_damaged_log_nothing_goes_without_a_word(path, back, cut):
    crash(path, "tweede")
    log = log_of(path)
    left = damage(log, log.stat().st_size - back, cut=cut)

    # SQLite's own checksum ends the log there: what was whole before it is what opens.
    text, told = kept_in(path)

    assert text == "eerste"
    (aside,) = path.parent.glob("*.log-*")
    assert aside.read_bytes() == left
    assert told is not None
    assert aside.name in told.kept
    assert ("stopte Beraad midden in het bewaren" in told.happened) is cut
    assert ("beschadigd" in told.happened) is not cut
    assert kept_in(path) == ("eerste", None)


def test_what_was_whole_in_a_damaged_log_is_kept(path):
    crash(path, "tweede", "derde")
    log = log_of(path)
    damage(log, log.stat().st_size - 10, cut=True)

    text, told = kept_in(path)

    assert text == "tweede"
    assert told is not None
    assert len(list(path.parent.glob("*.log-*"))) == 1


def test_damage_right_behind_the_number_of_a_log_is_told(path):
    crash(path, "tweede")
    damage(log_of(path), 32 + 2 * (4096 + 24) - 100, cut=True)

    text, told = kept_in(path)

    assert text == "eerste"
    assert told is not None
    assert len(list(path.parent.glob("*.log-*"))) == 1


def test_the_list_says_what_opening_will_show_and_changes_nothing(path):
    copy = path.read_bytes()
    crash(path, "tweede")
    before = fingerprint(path), fingerprint(log_of(path))
    assert [line.title for line in summaries(path.parent) if isinstance(line, Summary)] == [
        "tweede"
    ]
    assert (fingerprint(path), fingerprint(log_of(path))) == before

    path.write_bytes(copy)

    assert [line.title for line in summaries(path.parent) if isinstance(line, Summary)] == [
        "eerste"
    ]
    assert fingerprint(log_of(path)) == before[1]


def test_letting_go_folds_nothing_in(path):
    crash(path, "tweede")
    before = fingerprint(path), fingerprint(log_of(path))

    connection = look_through_log(path)
    assert connection.execute("SELECT title FROM summary").fetchone() == ("tweede",)
    let_go(connection)

    assert (fingerprint(path), fingerprint(log_of(path))) == before
    assert kept_in(path) == ("tweede", None)


def test_a_foreign_log_of_a_window_that_is_open_is_left_alone(path):
    copy = path.read_bytes()
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "bewaard"))
        other = path.with_name("ander")
        other.write_bytes(copy)
        subprocess.run(
            ["/bin/cp", other, path], check=True
        )  # Numbers differ now; the window is alive.
        before = fingerprint(log_of(path))

        assert "al open" in run_python(OPEN, path)

        assert fingerprint(log_of(path)) == before
        file.leave()


def test_a_register_that_is_put_back_after_a_crash_is_what_opens(tmp_path):
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        register.put(a_signal("oud"))
    copy = path.read_bytes()
    die(PUT_AND_DIE, path, "nieuw", "nieuwer")

    path.write_bytes(copy)

    with Register.open(path) as register:
        assert [signal.content.what for signal in register.signals()] == ["oud" * 3000]
        assert register.told is not None
    assert len(list(tmp_path.glob("*.log-*"))) == 1


def test_what_a_crash_left_of_the_register_is_there_at_the_next_opening(tmp_path):
    path = tmp_path / "register.sqlite"
    Register.open(path).close()
    die(PUT_AND_DIE, path, "nieuw", "nieuwer")

    with Register.open(path) as register:
        assert [signal.content.what for signal in register.signals()] == ["nieuwer" * 3000]
        assert register.told is None


STEPS = st.one_of(
    st.tuples(st.just("keep"), st.integers(1, 3)),
    st.tuples(st.just("crash"), st.integers(1, 3)),
    st.tuples(st.sampled_from(["copy", "copy both"]), st.just(0)),
    st.tuples(st.sampled_from(["put back", "put back log", "put back both"]), st.integers(0, 5)),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(STEPS, min_size=3, max_size=9))
def test_whatever_lies_there_opens_as_a_state_that_once_was(steps):  # noqa: C901 - a history
    """A history of keeping, crashes, copies and putting back, with a plain model of it.

    A crash is a copy of file and log as they lie while the beraad is open: what a killed program
    leaves. `states` is what each pair may open as.
    """
    with TemporaryDirectory() as home:
        path = Path(home) / "een.beraad"
        create(path, "t0")
        number = 0
        copies: list[tuple[bytes, bytes | None]] = []
        written: set[str] = {"t0"}
        expected: str | None = "t0"
        for step, size in steps:
            match step:
                case "keep" | "crash":
                    file = SessionFile.open(path)
                    for _ in range(size):
                        number += 1
                        text = f"t{number}"
                        written.add(text)
                        file.keep(with_title(with_situation(file.session, text * 3000), text))
                    left = path.with_name("left"), path.with_name("left-wal")
                    if step == "crash":
                        copy_while_open(path, left)
                        file.leave()
                        for place, copy in zip((path, log_of(path)), left, strict=True):
                            copy.replace(place)
                    else:
                        file.close()
                    expected = f"t{number}"
                case "copy" | "copy both":
                    log = log_of(path)
                    whole = step == "copy both" and log.exists()
                    copies.append((path.read_bytes(), log.read_bytes() if whole else None))
                case _ if copies:
                    file_copy, log_copy = copies[size % len(copies)]
                    if step != "put back log":
                        path.write_bytes(file_copy)
                    if step != "put back" and log_copy is not None:
                        log_of(path).write_bytes(log_copy)
                    expected = None
            asides = {each: fingerprint(each) for each in path.parent.glob("*.log-*")}
            log_before = fingerprint(log_of(path)) if read_log(path) else None

            text, told = kept_in_copy(path)

            assert text in written
            if expected is not None:
                assert (text, told) == (expected, None)
            assert all(fingerprint(each) == content for each, content in asides.items())
            if told is not None:
                assert log_before is not None


def kept_in_copy(path: Path) -> tuple[str, Solvable | None]:
    """What opens, looked at in a copy of the folder, so that the history goes on as it was."""
    with TemporaryDirectory() as home:
        copy = Path(home) / path.name
        for place in (path, log_of(path)):
            if place.exists():
                shutil.copy2(place, copy.with_name(place.name))
        log = fingerprint(log_of(copy)) if read_log(copy) else None
        found = kept_in(copy)
        if found[1] is not None:
            assert log in {fingerprint(each) for each in copy.parent.glob("*.log-*")}
        return found


def copy_while_open(path: Path, left: tuple[Path, Path]) -> None:
    """By another process: closing a file of our own would drop the locks on it."""
    run_python(
        "import shutil, sys\nshutil.copyfile(sys.argv[1], sys.argv[3])\n"
        "shutil.copyfile(sys.argv[2], sys.argv[4])\n",
        path,
        log_of(path),
        *left,
    )


@pytest.mark.parametrize("stop_after", range(9))
@pytest.mark.parametrize("act", [begin, fold])
def test_stopped_between_any_two_steps_the_file_opens_as_it_was(path, act, stop_after):
    """The steps are SQL statements; a copy of file and log is taken after each."""
    crash(path, "tweede")
    taken = path.with_name("gestopt.beraad")

    class Stopped(sqlite3.Connection):
        left = stop_after

        def execute(self, statement, *parameters):
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
            return super().execute(statement, *parameters)

    connection = sqlite3.connect(path, isolation_level=None, factory=Stopped)
    sqlite3.Connection.execute(connection, "PRAGMA locking_mode=EXCLUSIVE")
    sqlite3.Connection.execute(connection, "PRAGMA wal_autocheckpoint=0")
    if act is begin:
        fold_all = sqlite3.Connection.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        fold_all.fetchone()
    with suppress(KeyboardInterrupt):
        act(connection)
    copy_while_open(path, (taken, log_of(taken)))
    connection.close()

    assert kept_in(taken) == ("tweede", None)
