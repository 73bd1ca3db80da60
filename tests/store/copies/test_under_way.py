"""Two programs of which one is putting back, and dies at it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from beraad.store.copies import restoring
from beraad.store.copies.differing import compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import copies_in, moments, named
from beraad.store.copies.restoring import clear_up, restore
from beraad.store.copies.under_way import PuttingBack, told_of_broken_off
from tests.store.copies.support import DAY, NOON, backed_up, keep, retitle, title_of
from tests.store.support import a_session, start_python, with_title

RESTORING = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from beraad.store.copies import restoring
from beraad.store.copies.differing import compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import moments
folder, moment_at = Path(sys.argv[1]), sys.argv[2]

def waits(really):
    def wait(*arguments, **named):
        print("here", flush=True)
        sys.stdin.readline()
        return really(*arguments, **named)
    return wait

setattr(restoring, moment_at, waits(getattr(restoring, moment_at)))
first = moments(copies_folder(folder))[-1]
restoring.restore(first, compare(first, folder), folder, now=datetime(2026, 11, 27, 12, tzinfo=UTC))
print("done", flush=True)
"""
MOMENTS = ("write", "put_back", "_begin_with_ring")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr("beraad.store.copies.restoring._DRAFT_KEPT", -1.0)
    monkeypatch.setattr("beraad.store.copies.under_way._SECONDS", 0.0)
    home = tmp_path / "beraden"
    home.mkdir()
    path = keep(home, with_title(a_session(), "Een"))
    backed_up(home)
    retitle(path, "Een later")
    return home


@contextmanager
def putting_back(folder: Path, moment: str) -> Iterator[tuple]:
    """Another program that stands still in the middle of it."""
    with start_python(RESTORING, folder, moment) as process:
        assert process.stdout.readline() == "here\n"
        yield process
        process.kill()


def lying(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def unlisted(folder: Path) -> list[str]:
    listed = named(moments(copies_folder(folder)))
    return [each for each in copies_in(copies_folder(folder)) if each not in listed]


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_a_living_program_is_putting_back_is_left_alone(folder, moment):
    with putting_back(folder, moment) as process:
        draft = copies_folder(folder) / ".Een.beraad.ab12.nieuw"
        draft.write_bytes(b"half")
        before = lying(folder)
        assert told_of_broken_off(folder) is None
        clear_up(folder)
        assert lying(folder) == before
        first = moments(copies_folder(folder))[-1]
        with pytest.raises(PuttingBack, match="op dit moment"):
            restore(first, compare(first, folder), folder, now=NOON + 3 * DAY)
        assert lying(folder) == before
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == "done\n"
    assert [title_of(path) for path in folder.glob("*.beraad")] == ["Een"]
    assert told_of_broken_off(folder) is None


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("again", [False, True])
def test_of_one_that_was_killed_is_told_and_what_it_left_goes(folder, moment, again):
    """Also by who puts back anew without looking first."""
    with putting_back(folder, moment) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert told_of_broken_off(folder) is not None
    draft = copies_folder(folder) / ".Een.beraad.ab12.nieuw"
    draft.write_bytes(b"half")
    assert unlisted(folder) or moment != "write"
    if again:
        first = moments(copies_folder(folder))[-1]
        restore(first, compare(first, folder), folder, now=NOON + 3 * DAY)
    else:
        clear_up(folder)
    assert told_of_broken_off(folder) is None
    assert not draft.exists()
    assert unlisted(folder) == []
    (path,) = folder.glob("*.beraad")
    assert title_of(path) == ("Een" if again else "Een later")


def test_looking_writes_nothing(folder):
    with putting_back(folder, "put_back"):
        pass
    before = sorted(each.name for each in copies_folder(folder).iterdir())
    assert told_of_broken_off(folder) is not None
    assert sorted(each.name for each in copies_folder(folder).iterdir()) == before


def test_where_no_lock_can_be_had_nothing_is_cleared_up_and_putting_back_goes_on(
    folder, monkeypatch
):
    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    with putting_back(folder, "put_back"):
        pass
    monkeypatch.setattr("beraad.store.slot._take", refused)
    before = lying(folder)
    clear_up(folder)
    assert lying(folder) == before
    assert told_of_broken_off(folder) is not None
    first = moments(copies_folder(folder))[-1]
    assert restoring.restore(first, compare(first, folder), folder, now=NOON + 3 * DAY).names
    assert told_of_broken_off(folder) is None
