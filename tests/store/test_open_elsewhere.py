"""What is read of a beraad that another program has open, as the window does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import pytest

from beraad.cli import main
from beraad.store import driver, keys
from beraad.store.beside import copy_of
from beraad.store.catalog import CopyOf, Summary, look_at
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.seeking import seek
from beraad.store.session_file import SessionFile
from beraad.store.session_reading import SessionReading
from beraad.store.vault.opening import set_up
from tests.store.copies.support import NOON, keep
from tests.store.support import a_session, run_python, start_python, with_situation, with_title

WORD = "Zwaluwnest"
PASSWORD = "vier heel gewone woorden"  # noqa: S105 - of a vault that was invented

HOLD = """
import sys
from dataclasses import replace
from pathlib import Path
from beraad.store.session_file import SessionFile
from beraad.store.vault.opening import unlock
path, password = Path(sys.argv[1]), sys.argv[2]
if password:
    unlock(path.parent, password)
with SessionFile.open(path) as file:
    print("open", flush=True)
    for word in sys.stdin:
        case = replace(file.session.case, situation=word.strip())
        opening = replace(file.session.opening, title=word.strip())
        file.keep(replace(file.session, case=case, opening=opening))
        print("bewaard", flush=True)
"""
OPEN = """
import sys
from pathlib import Path
from beraad.errors import Solvable
from beraad.store.session_file import SessionFile
from beraad.store.vault.opening import unlock
path, password = Path(sys.argv[1]), sys.argv[2]
if password:
    unlock(path.parent, password)
try:
    SessionFile.open(path).leave()
except Solvable as problem:
    print(problem)
else:
    print("vrij")
"""


@pytest.fixture(params=["plain", "vault"])
def password(request: pytest.FixtureRequest) -> str:
    return PASSWORD if request.param == "vault" else ""


@pytest.fixture
def folder(tmp_path: Path, password: str) -> Generator[Path]:
    home = tmp_path / "beraden"
    home.mkdir()
    if password:
        set_up(home, password)
    yield home
    keys.lock(home)
    keys._open.clear()


@pytest.fixture
def path(folder: Path) -> Path:
    return keep(folder, with_title(with_situation(a_session(), "Nog niets"), "Oud"))


@pytest.fixture
def types(path: Path, password: str) -> Generator[Callable[[str], None]]:
    """Keep a word in the beraad, in another program that has it open until the test is done."""
    with start_python(HOLD, path, password) as process:
        assert _line_of(process) == "open"

        def keeps(word: str) -> None:
            assert process.stdin is not None
            process.stdin.write(f"{word}\n")
            process.stdin.flush()
            assert _line_of(process) == "bewaard"

        yield keeps
        process.communicate()


def _line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_newest_words_are_read(folder, path, types, password):
    types(WORD)

    line = look_at(path)

    assert isinstance(line, Summary)
    assert line.title == WORD
    assert [each.path for each in seek(folder, WORD).mentions] == [path]
    assert "al open" in run_python(OPEN, path, password)
    types("Nog steeds van ons")
    assert look_at(path).title == "Nog steeds van ons"


def test_commands_read_them_too(folder, path, types, tmp_path, capsys):
    types(WORD)
    there = ["--sessions", str(folder)]

    assert main(["zoek-betrokkene", WORD, *there]) == 0
    assert f"{path.name}: 2 keer" in capsys.readouterr().out
    assert main(["overdragen", str(path), "--naar", str(tmp_path / "weg"), *there]) == 0
    words = capsys.readouterr().out.partition("Woorden: ")[2].partition("\n")[0]
    (tmp_path / "woorden").write_text(words)
    other = tmp_path / "elders"
    sealed = str(tmp_path / "weg.beraad.age")
    heard = ["--woorden-bestand", str(tmp_path / "woorden"), "--sessions", str(other)]
    assert main(["openen", sealed, *heard]) == 0
    (came,) = other.glob("*.beraad")
    assert look_at(came).title == WORD


def test_a_backup_holds_them_too(folder, path, types):
    types(WORD)

    made = back_up(folder, now=NOON)

    assert made.missed == ()
    (copy,) = copies_folder(folder).glob("*.beraad")
    types("Iets anders")
    assert [each.is_copy for each in seek(folder, WORD).mentions] == [True]
    assert look_at(copy).title == WORD


def test_a_copy_with_less_is_not_called_the_same(path, types):
    copy = path.with_name(f"kopie-{path.name}")
    driver_copy(path, copy)
    assert copy_of(path, copy) is CopyOf.SAME
    types(WORD)
    assert copy_of(path, copy) is CopyOf.OTHER


def driver_copy(path: Path, copy: Path) -> None:
    with closing(driver.look(path)) as connection:
        driver.copy_to(connection, copy)


def test_reading_in_the_program_that_has_it_open_gives_no_lock_away(path, password):
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, WORD))

        assert SessionReading.open(path).session.opening.title == WORD

        assert "al open" in run_python(OPEN, path, password)
        file.keep(with_title(file.session, "Nog steeds van ons"))


def test_a_log_that_is_brought_over_meanwhile_is_read_again(path, monkeypatch):
    copied = shutil.copyfile
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Eerst"))

        def meanwhile(one: Path, other: Path) -> None:
            monkeypatch.setattr(driver.shutil, "copyfile", copied)
            file._database.fold_log()
            file.keep(with_title(file.session, WORD))
            copied(one, other)

        monkeypatch.setattr(driver.shutil, "copyfile", meanwhile)
        assert look_at(path).title == WORD


def test_where_they_cannot_be_read_every_command_says_so(
    folder, path, types, tmp_path, monkeypatch, capsys
):
    """A folder in memory that is full, or a log that is too large."""
    keep(folder, with_title(a_session(), "Een ander"))
    back_up(folder, now=NOON)
    types(WORD)
    monkeypatch.setattr(driver.shutil, "copyfile", _no_room)
    there = ["--sessions", str(folder)]

    assert main(["zoek-betrokkene", WORD, *there]) == 1
    told = capsys.readouterr()
    assert f"{path.name}: open in een ander programma" in told.out
    assert "Sluit" in told.err
    gone = tmp_path / "weg.beraad.age"
    assert main(["overdragen", str(path), "--naar", str(gone), *there]) == 1
    assert "is nu niet te lezen" in capsys.readouterr().err
    assert not gone.exists()
    assert main(["reservekopie", *there]) == 1
    assert "is nu niet te lezen" in capsys.readouterr().err
    copy = path.with_name(f"kopie-{path.name}")
    driver_copy(path, copy)
    assert copy_of(path, copy) is CopyOf.UNKNOWN
