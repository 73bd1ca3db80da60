"""Trials with the program itself, in a home of its own with a word that stands nowhere else."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from tools.kills.carving import readable

ROOT = Path(__file__).resolve().parents[2]
MARK = "Kwarteldonk"
WORDS = "molen fiets kaart appel"
_WRITING = """
import os, sys
from dataclasses import replace
from pathlib import Path
from beraad.cli.vault import enter
from beraad.store.session_file import SessionFile
from tools.invented.full import full_session
folder = Path(sys.argv[1])
enter(folder)
session = full_session()
session = replace(session, opening=replace(session.opening, title=sys.argv[2]))
file = SessionFile.create(folder / "beraad-2026-W47-aaaaaaaa.beraad", session)
file.keep(replace(session, case=replace(session.case, situation=f"In {sys.argv[2]} " * 99)))
print("bewaard", flush=True)
sys.stdin.read()
"""
_NETWORK = re.compile(r"(urllib\.request|http|ftplib|smtplib|requests|PySide6\.QtNetwork)(\.|$)")


@dataclass(frozen=True, slots=True)
class _Home:
    place: Path
    folder: Path
    environment: dict[str, str]

    def beraad(self, *arguments: str) -> str:
        """What the program says; AssertionError when it does not end well."""
        done = subprocess.run(
            [sys.executable, "-m", "beraad", *arguments],
            cwd=self.place,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr  # noqa: S101
        return done.stdout

    def writing(self) -> subprocess.Popen[str]:
        """A program that has a beraad open in which the word was kept."""
        program = subprocess.Popen(
            [sys.executable, "-c", _WRITING, str(self.folder), MARK],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None  # noqa: S101
        assert program.stdout.readline().strip() == "bewaard"  # noqa: S101
        return program


@contextmanager
def _home() -> Generator[_Home]:
    """A user with a vault and nothing else."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        own = {name: str(place / name.lower()) for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME")}
        for each in own.values():
            Path(each).mkdir()
        words = place / "wachtzin.txt"
        words.write_text(WORDS, encoding="utf-8")
        environment = {
            **os.environ,
            **own,
            "XDG_DATA_HOME": own["HOME"],
            "XDG_CACHE_HOME": own["HOME"],
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "BERAAD_SESSIONS": str(place / "beraden"),
            "BERAAD_WACHTWOORD_BESTAND": str(words),
        }
        home = _Home(place, place / "beraden", environment)
        home.beraad("kluis", "aan")
        yield home


def files() -> None:
    """A beraad begins by chance, and SQLite cannot read it."""
    with _home() as home:
        home.writing().communicate("")
        for path in home.folder.glob("beraad-*.beraad"):
            assert not path.read_bytes().startswith(b"SQLite format 3")  # noqa: S101


def nothing_readable_afterwards() -> None:
    """After kill -9, a list, a backup and handing over, no file says the word."""
    with _home() as home:
        program = home.writing()
        program.kill()
        program.wait()
        (path,) = home.folder.glob("beraad-*.beraad")
        assert MARK in home.beraad("lijst")  # noqa: S101
        home.beraad("reservekopie")
        home.beraad("overdragen", str(path), "--naar", str(home.place / "HOME".lower() / "mee"))
        _require_none(home)


def nothing_readable_meanwhile() -> None:
    """While a beraad is open, and the log beside it is full."""
    with _home() as home:
        program = home.writing()
        try:
            assert any(path.name.endswith("-wal") for path in home.folder.iterdir())  # noqa: S101
            _require_none(home)
        finally:
            program.communicate("")


def no_key_in_sight() -> None:
    """Neither the words nor a key stand in how the program was started or in its environment."""
    with _home() as home:
        program = home.writing()
        try:
            for name in ("cmdline", "environ"):
                said = Path(f"/proc/{program.pid}/{name}").read_bytes()
                assert WORDS.encode() not in said  # noqa: S101
        except PermissionError:
            pass  # What has unlocked shows its environment to nobody.
        finally:
            program.communicate("")


def no_keyring() -> None:
    """Nothing asks the keyring of the system."""
    asked = {name.split(".")[0] for _, name in _imports()}
    assert not asked & {"keyring", "secretstorage"}  # noqa: S101


def writes_at_home() -> None:
    """Everything that is written lies in the folder, the settings or the temporary folder."""
    with _home() as home:
        before = set(home.place.iterdir())
        home.writing().communicate("")
        home.beraad("lijst")
        home.beraad("reservekopie")
        assert set(home.place.iterdir()) == before  # noqa: S101
        for name in ("HOME", "TMPDIR"):
            left = [each for each in Path(home.environment[name]).rglob("*") if each.is_file()]
            assert not left, left  # noqa: S101


def a_log_without_words() -> None:
    """Each line has the six fields, and none says what it was about."""
    from beraad.store.audit import Deed, deeds

    with _home() as home:
        home.writing().communicate("")
        home.beraad("lijst")
        found = deeds(home.folder)
        assert found  # noqa: S101
        assert len(fields(Deed)) == 6  # noqa: S101
        assert not readable(home.folder, MARK)  # noqa: S101


def no_connection() -> None:
    """Only the register of the municipality makes a connection, and only through its own room."""
    away = [(path, name) for path, name in _imports() if _NETWORK.match(name)]
    away += [
        (path, name)
        for path, name in _imports()
        if name == "socket" and "municipality" not in path.parts and path.name != "ending.py"
    ]
    allowed = {"holder.py"}  # It asks for the name of this computer.
    assert not [each for each in away if each[0].name not in allowed], away  # noqa: S101


def bound_statements() -> None:
    """The style refuses a statement that is put together, but for names of our own."""
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--select", "S608", "beraad"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout  # noqa: S101


def _require_none(home: _Home) -> None:
    found = readable(home.place, MARK)
    assert not found, found  # noqa: S101


def _imports() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "beraad").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module
