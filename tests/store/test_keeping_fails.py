from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.store.footprint import Footprint
from beraad.store.log import log_of
from beraad.store.session_file import SessionFile
from tests.store.support import (
    a_peopled_session,
    fingerprint,
    names,
    run_python,
    with_situation,
)

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from beraad.errors import Solvable
from beraad.store.log import log_of
from beraad.store.session_file import SessionFile
from tests.store.support import a_session, with_situation

path = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

def disk_of(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

with SessionFile.create(path, a_session()) as file:
    disk_of(600_000)
    acked = None
    for number in range(1, 1000):
        session = with_situation(file.session, f"zin {number} " * 2000)
        try:
            file.keep(session)
        except Solvable as trouble:
            problem = trouble
            break
        acked = session
    print(problem.happened)
    print(problem.kept)
    assert file.session is acked
    for _ in range(3):
        try:
            file.keep(session)
        except Solvable:
            pass
        else:
            raise AssertionError
    disk_of(resource.RLIM_INFINITY)
    file.keep(session)

with SessionFile.open(path) as file:
    assert file.session == session
    print("later alsnog bewaard")
"""

FULL_DISK_AT_THE_START = """
import resource, signal, sys
from pathlib import Path
from beraad.errors import Solvable
from beraad.store.log import log_of
from beraad.store.session_file import SessionFile
from tests.store.support import a_session

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
try:
    SessionFile.create(Path(sys.argv[1]), a_session())
except Solvable as problem:
    print(problem.happened)
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, a_peopled_session()).close()
    return path


@pytest.mark.skipif("sys.platform == 'win32'")
def test_on_a_full_disk_the_text_stays_and_is_kept_later(tmp_path):
    told = run_python(FULL_DISK, tmp_path / "een.beraad").splitlines()

    assert told == [
        "Bewaren lukt niet: de schijf is vol of niet bereikbaar.",
        "Alles wat je typte staat nog in dit venster.",
        "later alsnog bewaard",
    ]


@pytest.mark.skipif("sys.platform == 'win32'")
def test_a_beraad_that_does_not_fit_on_the_disk_leaves_no_half_file(tmp_path):
    told = run_python(FULL_DISK_AT_THE_START, tmp_path / "een.beraad")

    assert "de schijf is vol" in told
    assert not names(tmp_path)


def test_a_file_that_was_replaced_is_not_written_and_not_damaged(path, tmp_path):
    # GIVEN a beraad that is open, and an older copy of it elsewhere
    other = tmp_path / "van-elders"
    shutil.copy(path, other)
    put_back = fingerprint(other)
    file = SessionFile.open(path)
    file.keep(with_situation(file.session, "bewaard"))
    kept = file.session

    # WHEN a sync service puts the copy in its place
    other.replace(path)

    # THEN nothing is written any more, and the text is still here
    with pytest.raises(Solvable, match="weggehaald of vervangen") as problem:
        file.keep(with_situation(kept, "daarna getypt"))
    assert "nog in dit venster" in problem.value.kept
    assert file.session is kept

    # AND the file that was put there is whole afterwards, with our log beside it
    leave(file)
    assert fingerprint(path) == put_back
    require_log_aside(tmp_path, path)


def test_a_file_that_was_replaced_after_the_last_keep_is_not_damaged_by_closing(path, tmp_path):
    other = tmp_path / "van-elders"
    shutil.copy(path, other)
    put_back = fingerprint(other)
    file = SessionFile.open(path)
    file.keep(with_situation(file.session, "bewaard"))
    other.replace(path)

    with pytest.raises(Solvable, match="weggehaald of vervangen"):
        file.close()
    leave(file)

    assert fingerprint(path) == put_back
    require_log_aside(tmp_path, path)


def overwrite(path, content):
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()


def shell_copy(path, content):
    older = path.with_name("ouder")
    older.write_bytes(content)
    subprocess.run(["/bin/cp", older, path], check=True)
    older.unlink()


def overwrite_with_its_time(path, content):
    """As a service does that keeps the moment at which a file was written."""
    found = path.stat()
    overwrite(path, content)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


@pytest.mark.parametrize(
    "put_over",
    [
        overwrite,
        shell_copy,
        pytest.param(
            overwrite_with_its_time,
            marks=pytest.mark.skipif(os.name == "nt", reason="has no time of its own for that"),
        ),
    ],
)
@pytest.mark.parametrize("kept_after", [False, True])
def test_an_older_version_written_into_the_open_file_is_noticed(
    path, tmp_path, put_over, kept_after
):
    # GIVEN a beraad of yesterday that is open, and what it was the day before, of the same size
    older = path.read_bytes()
    with SessionFile.open(path) as file:
        file.keep(with_situation(file.session, "GISTEREN"))
    file = SessionFile.open(path)
    assert path.stat().st_size == len(older)
    if kept_after:
        file.keep(with_situation(file.session, "VANDAAG"))
    kept = file.session

    # WHEN another program writes the older version into that very file
    put_over(path, older)

    # THEN nothing is written into it any more
    with pytest.raises(Solvable, match="weggehaald of vervangen"):
        file.keep(with_situation(kept, "daarna getypt"))
    assert path.read_bytes() == older

    # AND closing says so when something was kept today
    if kept_after:
        with pytest.raises(Solvable, match="weggehaald of vervangen"):
            file.close()
    leave(file)
    assert path.read_bytes() == older
    if kept_after:
        require_log_aside(tmp_path, path)


def test_a_file_that_is_only_touched_is_still_ours(path):
    with SessionFile.open(path) as file:
        file.keep(with_situation(file.session, "een"))
        path.chmod(0o640)
        file.keep(with_situation(file.session, "twee"))
        os.utime(path)
        written = with_situation(file.session, "drie")
        file.keep(written)

    with SessionFile.open(path) as file:
        assert file.session == written


def leave(file):
    """Go away although the file is not ours any more: the words are elsewhere."""
    file.leave()
    file.close()


def require_log_aside(folder, path):
    """The log with what was kept has another name, and nothing else is left."""
    (log,) = names(folder) - {path.name}
    assert log.startswith(f"{path.name}.log-")
    assert b"bewaard" in (folder / log).read_bytes() or b"VANDAAG" in (folder / log).read_bytes()


def test_a_file_that_was_taken_away_can_be_kept_elsewhere(path, tmp_path):
    with SessionFile.open(path) as file:
        path.unlink()
        written = with_situation(file.session, "getypt")

        with pytest.raises(Solvable, match="weggehaald of vervangen"):
            file.keep(written)
        SessionFile.create(tmp_path / "elders.beraad", written).close()

    assert names(tmp_path) == {"elders.beraad"}


def test_a_log_that_was_taken_away_is_noticed(path):
    with SessionFile.open(path) as file:
        file.keep(with_situation(file.session, "bewaard"))
        kept = file.session
        log_of(path).unlink()

        with pytest.raises(Solvable, match="weggehaald of vervangen"):
            file.keep(with_situation(file.session, "getypt"))

    with SessionFile.open(path) as file:
        assert file.session == kept


def test_a_log_that_another_program_put_there_is_not_thrown_away(path):
    with SessionFile.open(path) as file:
        file.keep(with_situation(file.session, "bewaard"))
        kept = file.session
        log_of(path).rename(path.with_name("weg"))
        log_of(path).write_bytes(b"van een ander programma")

    (aside,) = path.parent.glob("*.log-*")
    assert aside.read_bytes() == b"van een ander programma"
    with SessionFile.open(path) as file:
        assert file.session == kept


def test_after_a_failure_a_retry_writes_everything_since_the_last_keep(path, tmp_path):
    away = tmp_path / "even-weg"
    with SessionFile.open(path) as file:
        first = with_situation(file.session, "eerste")
        path.rename(away)
        with pytest.raises(Solvable):
            file.keep(first)
        away.rename(path)

        second = replace(first, dialogue=replace(first.dialogue, shared="tweede"))
        file.keep(second)

    with SessionFile.open(path) as file:
        assert file.session == second


def test_a_copy_of_itself_in_the_place_of_the_open_file_is_noticed(path):
    file = SessionFile.open(path)
    file.keep(with_situation(file.session, "EERST"))
    same = path.with_name("zelfde")
    same.write_bytes(path.read_bytes())
    same.replace(path)

    with pytest.raises(Solvable, match="weggehaald of vervangen"):
        file.keep(with_situation(file.session, "VANDAAG"))

    leave(file)


@pytest.mark.parametrize("change", [b"", b"van een ander programma"], ids=["shorter", "longer"])
def test_a_log_that_somebody_cut_or_wrote_on_in_is_noticed_before_the_next_keep(path, change):
    """The same file on disk, so that only its size tells."""
    file = SessionFile.open(path)
    file.keep(with_situation(file.session, "bewaard"))
    kept = file.session
    log = log_of(path)
    if change:
        with log.open("ab") as other:
            other.write(change)
    else:
        os.truncate(log, log.stat().st_size // 2)

    with pytest.raises(Solvable, match="weggehaald of vervangen"):
        file.keep(with_situation(kept, "daarna getypt"))

    leave(file)


def test_a_log_put_in_the_place_of_ours_while_we_wrote_is_not_taken_for_ours(tmp_path):
    path = tmp_path / "een.beraad"
    path.write_bytes(b"een beraad")
    log_of(path).write_bytes(b"eerst")
    left = Footprint.of(path)

    with log_of(path).open("ab") as log:
        log.write(b" en verder")
    assert left.with_log_of(path) == Footprint.of(path)

    other = tmp_path / "van-elders"
    other.write_bytes(b"iets anders")
    other.replace(log_of(path))
    assert left.with_log_of(path) == left
