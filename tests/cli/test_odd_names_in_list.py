"""What lies in the folder under the name of a beraad and is none: one line, never waited for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from beraad.cli import main
from beraad.store.copies.moments import digest_of
from beraad.store.session_file import SessionFile
from beraad.store.shredding import is_emptied, key_name_of, shred
from beraad.store.vault.missing import are_missing, is_under_key, strays
from tests.odd_files import huge, odd_things
from tests.store.support import ROOT, a_session, with_title

LONGEST = 60
"""Seconds that a list of two lines may take on a busy machine; waiting for a pipe never ends."""


@odd_things
@pytest.mark.parametrize("name", ["a", "z"])
def test_the_list_is_told_whatever_lies_before_or_behind_a_beraad(tmp_path, odd, name):
    SessionFile.create(tmp_path / "goed.beraad", with_title(a_session(), "Huur")).close()
    odd(tmp_path / f"{name}.beraad")

    told = subprocess.run(
        [sys.executable, "-m", "beraad", "lijst", "--sessions", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=True,
    )

    assert "Huur" in told.stdout
    assert f"{name}.beraad" in told.stdout
    assert told.stderr == ""


@odd_things
def test_nothing_that_reads_a_beginning_waits(tmp_path, odd):
    path = tmp_path / "a.beraad"
    odd(path)

    assert not is_under_key(path)
    assert not are_missing(tmp_path)
    assert strays(tmp_path) == ()
    assert key_name_of(path) == b""
    is_emptied(path, "x")
    if odd is not huge:
        with pytest.raises(OSError, match="het is"):
            digest_of(path)


@pytest.mark.parametrize("name", ["pipe", "listening"])
def test_a_pipe_is_taken_away_without_being_written(tmp_path, name):
    from tests.odd_files import ODD

    path = tmp_path / "a.kopie"
    ODD[name](path)

    assert shred(path, lambda _: None) == 1
    assert not path.exists()


def test_a_name_of_two_lines_is_one_line_of_the_list(tmp_path, capsys):
    (tmp_path / "stuk\ntwee.beraad").write_bytes(b"geen beraad")

    assert main(["lijst", "--sessions", str(tmp_path)]) == 0

    assert capsys.readouterr().out.count("\n") == 2
