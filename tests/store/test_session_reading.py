"""Reading a beraad where nothing can be written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from beraad.store import driver, keys
from beraad.store.catalog import Summary, look_at
from beraad.store.log import log_of
from beraad.store.session_file import SessionFile
from beraad.store.session_reading import SessionReading
from tests.store.support import a_session, folder_of_an_ordinary_user, with_title
from tests.store.test_vault_driver import SomeKeys

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")


@pytest.fixture(params=["plain", "vault"])
def path(request: pytest.FixtureRequest) -> Generator[Path]:
    """A beraad of which the newest words are in the log, in a folder where nobody may write."""
    with folder_of_an_ordinary_user() as folder:
        if request.param == "vault":
            (folder / keys.RING_NAME).write_bytes(b"")
            keys.unlock(folder, SomeKeys())
        made = folder / "een.beraad"
        SessionFile.create(made, with_title(a_session(), "Oud")).close()
        with SessionFile.open(made) as file:
            file.keep(with_title(file.session, "Nieuw"))
            for each in (made, log_of(made)):
                shutil.copyfile(each, each.with_name(f"left-{each.name}"))
        for each in (made, log_of(made)):
            each.with_name(f"left-{each.name}").replace(each)
            each.chmod(0o400)
        folder.chmod(0o500)
        yield made
        folder.chmod(0o700)
        if request.param == "vault":
            keys.lock(folder)


def test_the_newest_words_are_read_from_the_log(path: Path) -> None:
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}

    reading = SessionReading.open(path)

    assert reading.session.opening.title == "Nieuw"
    assert reading.told is not None
    assert "staat er misschien niet bij" not in reading.told.happened
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before


def test_the_list_shows_the_newest_title_too(path: Path) -> None:
    line = look_at(path)

    assert isinstance(line, Summary)
    assert line.title == "Nieuw"


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def _begun_anew(one: Path, other: Path, copy: Callable[..., object] = shutil.copyfile) -> None:
    """As when whoever has it open brings the log over and begins another, each time it is read."""
    copy(one, other)
    one.chmod(0o600)
    with one.open("r+b") as log:
        log.seek(16)
        log.write(os.urandom(8))


@pytest.mark.parametrize("hinder", [_no_room, _begun_anew])
def test_what_cannot_be_read_along_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, hinder: Callable[..., None]
) -> None:
    monkeypatch.setattr(driver.shutil, "copyfile", hinder)

    reading = SessionReading.open(path)

    assert reading.session.opening.title == "Oud"
    assert reading.told is not None
    assert "staat er misschien niet bij" in reading.told.happened


def test_nothing_of_it_stays_elsewhere(
    path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    copy = shutil.copyfile

    def copied(one: Path, other: Path) -> None:
        seen.append(other)
        assert other.parent.stat().st_mode & 0o077 == 0
        copy(one, other)

    monkeypatch.setattr(driver.shutil, "copyfile", copied)
    SessionReading.open(path)

    assert seen
    assert not any(each.parent.exists() for each in seen)
