from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap

import pytest

from beraad.errors import Solvable
from beraad.report.files import write


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
def test_the_file_gets_the_rights_every_new_file_gets(tmp_path):
    (tmp_path / "gewoon").touch()
    path = write(tmp_path / "verslag.pdf", b"", replace=False)

    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "gewoon").stat().st_mode)


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
    assert "half bestand" in caught.value.kept
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
            real = Path.open
            Path.open = lambda path, *args: Dying(real(path, *args))
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
