"""A file of which only some pages were brought over from its log: read with that log, all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from beraad.records import Id, RegisteredSignal, SignalContent
from beraad.store import glance, keys
from beraad.store.catalog import Summary, summaries
from beraad.store.driver import connect, let_go
from beraad.store.generation import fold
from beraad.store.log import log_of, read_log
from beraad.store.register import Register
from beraad.store.register_lines import arrivals, practice_since, signal_lines
from beraad.store.session_file import SessionFile
from tests.store.support import a_peopled_session, run_python, with_situation, with_title
from tests.store.test_vault_driver import SomeKeys

PAGE = 4096
SIGNALS = 12


@pytest.fixture(params=["plain", "vault"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Generator[Path]:
    if request.param == "plain":
        yield tmp_path
        return
    (tmp_path / keys.RING_NAME).write_bytes(b"")
    keys.unlock(tmp_path, SomeKeys())
    yield tmp_path
    keys.lock(tmp_path)


def left_by_a_crash(path: Path, act: Callable[[], None]) -> None:
    """Have done what is done, with all of it still in the log."""
    left = path.with_name("left"), path.with_name("left-wal")
    act()
    run_python(
        "import shutil, sys\nshutil.copyfile(*sys.argv[1:3])\nshutil.copyfile(*sys.argv[3:5])\n",
        *(path, left[0], log_of(path), left[1]),
    )


def halves(path: Path) -> Iterator[int]:
    """Put the file and its log there as they are after each page that is brought over."""
    before: dict[str, bytes] = {}
    raw = connect(path)

    class Watched:
        def execute(self, statement: str) -> sqlite3.Cursor:
            if "wal_checkpoint" in statement:
                before["file"], before["log"] = path.read_bytes(), log_of(path).read_bytes()
            return raw.execute(statement)

        @property
        def in_transaction(self) -> bool:
            return raw.in_transaction

    fold(Watched())  # type: ignore[arg-type]
    let_go(raw)
    after = path.read_bytes()
    mixed = bytearray(before["file"])
    for start in range(0, len(after), PAGE):
        page = after[start : start + PAGE]
        if mixed[start : start + PAGE] == page:
            continue
        mixed[start : start + PAGE] = page
        path.write_bytes(mixed)
        log_of(path).write_bytes(before["log"])
        yield start // PAGE + 1
    assert bytes(mixed) == after


def a_signal(number: int) -> RegisteredSignal:
    return RegisteredSignal(
        id=Id(f"s{number}"),
        content=SignalContent(what=f"signaal {number} " * 700),
        team="Wijk",
        week="2026-W47",
        registered_on=date(2026, 11, 17),
    )


def test_a_register_is_whole_after_every_page(folder: Path) -> None:
    path = folder / "register.sqlite"
    with Register.open(path):
        pass
    register = Register.open(path)

    def put() -> None:
        for number in range(SIGNALS):
            register.put(a_signal(number))

    left_by_a_crash(path, put)
    register.close()
    path.with_name("left").replace(path)
    path.with_name("left-wal").replace(log_of(path))

    seen = 0
    for _ in halves(path):
        seen += 1
        assert len(signal_lines(path)) == SIGNALS
        assert len(arrivals(path)) >= SIGNALS
        assert practice_since(path) is None
        with Register.open(path) as opened:
            assert opened.told is None
            assert len(opened.lines()) == SIGNALS
    assert seen > SIGNALS


def test_a_beraad_is_whole_after_every_page(folder: Path) -> None:
    path = folder / "een.beraad"
    SessionFile.create(path, a_peopled_session()).close()
    file = SessionFile.open(path)
    text = "tweede " * 9000
    left_by_a_crash(
        path, lambda: file.keep(with_title(with_situation(file.session, text), "tweede"))
    )
    file.leave()
    path.with_name("left").replace(path)
    path.with_name("left-wal").replace(log_of(path))

    seen = 0
    for _ in halves(path):
        seen += 1
        (line,) = summaries(folder)
        assert isinstance(line, Summary)
        assert line.title == "tweede"
        with SessionFile.open(path) as opened:
            assert opened.told is None
            assert opened.session.case.situation == text
    assert seen > 10


def test_a_log_that_came_after_one_looked_for_it_is_read_along(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window began one and brings it over: what is half there reads as damage."""
    path = folder / "register.sqlite"
    Register.open(path).close()
    register = Register.open(path)
    left_by_a_crash(path, lambda: register.put(a_signal(1)))
    register.close()
    path.with_name("left").replace(path)
    path.with_name("left-wal").replace(log_of(path))
    mixed = halves(path)
    next(mixed)
    unseen = iter([None])
    monkeypatch.setattr(glance, "read_log", lambda path: next(unseen, read_log(path)))

    with Register.open(path) as opened:
        assert len(opened.lines()) == 1
    assert next(unseen, "looked twice") == "looked twice"


def test_a_file_that_is_brought_over_meanwhile_is_looked_at_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "register.sqlite"
    with Register.open(path) as register:
        register.put(a_signal(1))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 // PAGE * PAGE])
    require = glance.require

    def required(*given: Any) -> None:
        try:
            require(*given)
        finally:
            path.write_bytes(whole)

    monkeypatch.setattr(glance, "require", required)

    assert len(signal_lines(path)) == 1
