from __future__ import annotations

import errno
import os
import pathlib
import signal
import stat
import subprocess
import sys
import textwrap
from itertools import count

import pytest

from beraad.errors import Solvable
from beraad.report import files
from beraad.report.files import begin_folder, sweep, write, write_all


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_as_given(tmp_path):
    path = write(tmp_path / "verslag.pdf", b"inhoud", replace=False)

    assert path == tmp_path / "verslag.pdf"
    assert path.read_bytes() == b"inhoud"
    assert names(tmp_path) == ["verslag.pdf"]


def test_a_name_in_use_is_never_overwritten_in_silence(tmp_path):
    taken = [write(tmp_path / "verslag.pdf", bytes([n]), replace=False) for n in range(3)]

    assert [path.name for path in taken] == ["verslag.pdf", "verslag (2).pdf", "verslag (3).pdf"]
    assert [path.read_bytes() for path in taken] == [b"\0", b"\1", b"\2"]


def test_replacing_was_asked_for(tmp_path):
    write(tmp_path / "verslag.pdf", b"oud", replace=False)
    path = write(tmp_path / "verslag.pdf", b"nieuw", replace=True)

    assert path.read_bytes() == b"nieuw"
    assert names(tmp_path) == ["verslag.pdf"]


def test_a_disk_without_links_still_gets_its_file(tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("pathlib.Path.hardlink_to", no_links)
    (tmp_path / "verslag.pdf").write_bytes(b"oud")
    path = write(tmp_path / "verslag.pdf", b"nieuw", replace=False)

    assert path.name == "verslag (2).pdf"
    assert (tmp_path / "verslag.pdf").read_bytes() == b"oud"
    assert names(tmp_path) == ["verslag (2).pdf", "verslag.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of this kind exist on POSIX only")
@pytest.mark.parametrize("replace", [True, False])
def test_the_file_is_its_owners_alone(tmp_path, replace):
    former = os.umask(0)
    try:
        (tmp_path / "verslag.pdf").touch(0o666)
        path = write(tmp_path / "verslag.pdf", b"", replace=replace)
    finally:
        os.umask(former)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "happened"),
    [
        (errno.ENOSPC, "De schijf is vol."),
        (errno.EROFS, "In deze map mag niet worden geschreven."),
        (errno.EACCES, "In deze map mag niet worden geschreven."),
        (errno.EIO, "Het bestand kon niet worden geschreven."),
    ],
)
@pytest.mark.parametrize("replace", [True, False])
def test_what_goes_wrong_is_said_in_dutch_and_leaves_no_trace(
    tmp_path, monkeypatch, number, happened, replace
):
    def refuse(_descriptor):
        raise OSError(number, "refused")

    (tmp_path / "verslag.pdf").write_bytes(b"oud")
    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(Solvable) as caught:
        write(tmp_path / "verslag.pdf", b"nieuw", replace=replace)

    assert caught.value.happened == happened
    assert "Er is niets geschreven" in caught.value.kept
    assert names(tmp_path) == ["verslag.pdf"]
    assert (tmp_path / "verslag.pdf").read_bytes() == b"oud"


def test_a_folder_that_is_gone_is_named_as_such(tmp_path):
    with pytest.raises(Solvable, match="bestaat niet"):
        write(tmp_path / "weg" / "verslag.pdf", b"x", replace=False)


@pytest.mark.skipif(sys.platform == "win32", reason="a file size limit exists on POSIX only")
def test_a_really_full_disk_leaves_the_old_file_whole(tmp_path):
    (tmp_path / "verslag.pdf").write_bytes(b"oud")
    script = textwrap.dedent("""
        import resource, signal, sys
        from pathlib import Path
        from beraad.errors import Solvable
        from beraad.report.files import write
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        try:
            write(Path(sys.argv[1]), b"x" * 1_000_000, replace=True)
        except Solvable as trouble:
            print(trouble.happened)
    """)
    answer = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "verslag.pdf")],
        capture_output=True,
        check=True,
        text=True,
    )

    assert answer.stdout == "De schijf is vol.\n"
    assert names(tmp_path) == ["verslag.pdf"]
    assert (tmp_path / "verslag.pdf").read_bytes() == b"oud"


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself the POSIX way")
@pytest.mark.parametrize("step", ["write", "flush", "fsync", "replace"])
def test_killed_half_way_only_the_old_file_has_the_name(tmp_path, step):
    (tmp_path / "verslag.pdf").write_bytes(b"oud")
    script = textwrap.dedent("""
        import os, signal, sys
        from pathlib import Path
        from beraad.report import files

        def die(*_):
            os.kill(os.getpid(), signal.SIGKILL)

        step = sys.argv[2]
        if step in {"write", "flush"}:
            class Dying:
                def __init__(self, file): self.file = file
                def __enter__(self): return self
                def __exit__(self, *_): pass
                def fileno(self): return self.file.fileno()
                def write(self, data):
                    self.file.write(data[:10]); self.file.flush()
                    if step == "write": die()
                def flush(self): die()
            real = os.fdopen
            os.fdopen = lambda *args: Dying(real(*args))
        elif step == "fsync":
            os.fsync = die
        else:
            Path.replace = die
        files.write(Path(sys.argv[1]), b"nieuw" * 1000, replace=True)
    """)
    killed = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "verslag.pdf"), step], check=False
    )

    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "verslag.pdf").read_bytes() == b"oud"
    assert [name for name in names(tmp_path) if not name.startswith(".")] == ["verslag.pdf"]


FILES = {"verslag.md": b"klein", "verslag.html": b"ook klein", "verslag.pdf": b"groot" * 100}


def in_folder(folder, files=FILES):
    return {folder / name: data for name, data in files.items()}


@pytest.mark.parametrize("replace", [True, False])
def test_several_files_are_all_written(tmp_path, replace):
    paths = write_all(in_folder(tmp_path), replace=replace)

    assert {path.name: path.read_bytes() for path in paths} == FILES
    assert names(tmp_path) == sorted(FILES)


def failing(real, when, number=errno.ENOSPC):
    """Something of the system, of which the n-th call is refused; n counts from zero."""
    calls = count()

    def call(*args, **more):
        if next(calls) == when:
            raise OSError(number, "refused")
        return real(*args, **more)

    return call


@pytest.mark.parametrize("step", ["os.fsync", "os.fdopen", "pathlib.Path.replace"])
@pytest.mark.parametrize("when", range(3))
@pytest.mark.parametrize("before", [{}, dict.fromkeys(FILES, b"oud"), {"verslag.html": b"oud"}])
def test_a_failure_at_any_of_the_files_puts_everything_back(
    tmp_path, monkeypatch, step, when, before
):
    for path, data in in_folder(tmp_path, before).items():
        path.write_bytes(data)
    owner, name = step.rsplit(".", 1)
    real = getattr(os if owner == "os" else pathlib.Path, name)
    monkeypatch.setattr(step, failing(real, when))
    with pytest.raises(Solvable) as told:
        write_all(in_folder(tmp_path), replace=True)

    assert told.value.happened == "De schijf is vol."
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("when", range(3))
def test_a_name_that_cannot_be_given_costs_the_names_before_it(tmp_path, monkeypatch, when):
    refusing = failing(pathlib.Path.hardlink_to, when, errno.EIO)
    monkeypatch.setattr("pathlib.Path.hardlink_to", refusing)
    with pytest.raises(Solvable):
        write_all(in_folder(tmp_path), replace=False)

    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a file size limit exists on POSIX only")
def test_a_disk_that_fills_half_way_leaves_none_of_the_files(tmp_path):
    (tmp_path / "verslag.html").write_bytes(b"oud")
    script = textwrap.dedent("""
        import resource, signal, sys
        from pathlib import Path
        from beraad.errors import Solvable
        from beraad.report.files import write_all
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        folder = Path(sys.argv[1])
        try:
            write_all(
                {folder / "verslag.html": b"x", folder / "verslag.pdf": b"x" * 1000}, replace=True
            )
        except Solvable as trouble:
            print(trouble.happened)
    """)
    answer = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=True, text=True
    )

    assert answer.stdout == "De schijf is vol.\n"
    assert names(tmp_path) == ["verslag.html"]
    assert (tmp_path / "verslag.html").read_bytes() == b"oud"


def test_a_file_gets_its_name_only_after_it_was_read_back_and_proved(tmp_path):
    (tmp_path / "verslag.md").write_bytes(b"oud")
    seen = {}

    def prove(path, data):
        seen[path.name] = data
        assert (tmp_path / "verslag.md").read_bytes() == b"oud"
        assert not (tmp_path / "verslag.pdf").exists()

    write_all(in_folder(tmp_path), replace=True, prove=prove)

    assert seen == FILES


def test_what_the_disk_gives_back_otherwise_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda path: b"iets anders")
    with pytest.raises(Solvable, match="niet heel"):
        write_all(in_folder(tmp_path), replace=False)

    assert names(tmp_path) == []


def left_behind(folder, pid, *, here=None):
    part = folder / f".beraad-{pid}-{here or files._here():0<32}.deel"
    part.write_bytes(b"een heel verslag")
    return part


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows only age tells")
def test_what_a_killed_program_left_is_taken_away_at_the_next_export(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    ours, living, other = (left_behind(tmp_path, pid) for pid in (os.getpid(), os.getppid(), 0))
    left_behind(tmp_path, gone.pid)
    os.utime(other, (0, 0))
    kept = tmp_path / ".beraad-van-iemand-anders"
    kept.write_bytes(b"")

    write(tmp_path / "verslag.pdf", b"x", replace=False)

    assert set(names(tmp_path)) == {ours.name, living.name, kept.name, "verslag.pdf"}


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows only age tells")
def test_what_another_laptop_is_writing_in_a_shared_folder_stays(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    elsewhere = left_behind(tmp_path, gone.pid, here="0" * 8)
    left = left_behind(tmp_path, os.getpid(), here="1" * 8)
    os.utime(left, (0, 0))

    sweep(tmp_path)

    assert names(tmp_path) == [elsewhere.name]


def test_a_folder_that_is_gone_is_nothing_to_sweep(tmp_path):
    sweep(tmp_path / "weg")


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself the POSIX way")
def test_a_folder_that_a_killed_program_began_goes_and_one_of_who_lives_stays(tmp_path):
    script = textwrap.dedent("""
        import os, signal, sys
        from pathlib import Path
        from beraad.report.files import begin_folder

        (begin_folder(Path(sys.argv[1])) / "half").write_text("half")
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    (left,) = tmp_path.iterdir()
    mine = begin_folder(tmp_path)
    assert not left.exists()
    other = begin_folder(tmp_path)
    assert {mine, other} == set(tmp_path.iterdir())
