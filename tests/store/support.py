from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from beraad.records import (
    Clarification,
    Consideration,
    Harm,
    Id,
    Option,
    Participant,
    Session,
    blank_session,
)

ROOT = Path(__file__).parents[2]
NOBODY = 65534


def rescue_only_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let rescue copies lie beside the beraden: not with whoever runs these tests."""
    for module in ("rescued", "wiping"):
        monkeypatch.setattr(f"beraad.store.{module}.rescue_folders", lambda folder: iter([folder]))


def a_session(**changes: Any) -> Session:
    session = blank_session(
        now=datetime(2026, 11, 16, 9, 0, tzinfo=UTC), held_on=date(2026, 11, 17)
    )
    return replace(session, **changes)


def a_peopled_session() -> Session:
    session = a_session(
        participants=(Participant(id=Id("p1"), role="klantmanager"), Participant(id=Id("p2"))),
        clarifications=(Clarification(id=Id("c1"), question="Wat weet je?"),),
    )
    a, b = session.options
    c = Option(id=Id("c"), text="Ik bel eerst.")
    return replace(
        session,
        options=(a, b, c),
        harms=(
            Harm(id=Id("h1"), option_id=a.id, text="geen huur"),
            Harm(id=Id("h2"), option_id=c.id, text="geen rust"),
        ),
        considerations=(Consideration(id=Id("w1"), participant_id=Id("p1"), choice_id=c.id),),
    )


def with_situation(session: Session, text: str) -> Session:
    return replace(session, case=replace(session.case, situation=text))


def with_title(session: Session, text: str) -> Session:
    return replace(session, opening=replace(session.opening, title=text))


def fingerprint(path: Path) -> str:
    """Only for a file that this process has not open: closing a handle drops SQLite's locks."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def start_python(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_python(code: str, *arguments: object) -> str:
    with start_python(code, *arguments) as process:
        out, error = process.communicate()
    assert process.returncode == 0, error
    return out


def is_held(path: Path) -> bool:
    """Whether another program finds the file locked."""
    return run_python(_IS_HELD, path) == "SQLITE_BUSY"


_IS_HELD = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0).execute("SELECT 1 FROM sqlite_schema")
except sqlite3.Error as error:
    print(error.sqlite_errorname, end="")
"""


@contextmanager
def folder_of_an_ordinary_user() -> Generator[Path]:
    """A folder as seen by somebody for whom read-only means read-only; root is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            return
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(0)
