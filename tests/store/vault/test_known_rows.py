"""The list of a vault, without opening each file: never other than the files say, and sealed."""

from __future__ import annotations

import os
from base64 import b64decode
from contextlib import suppress

import pytest

from beraad.store import catalog, keys
from beraad.store.catalog import Summary, Unreadable, as_read, summaries
from beraad.store.copies.folder import copies_folder
from beraad.store.seeking import seek, take_out
from beraad.store.session_file import SessionFile
from beraad.store.vault.lines import NAME, KnownRows
from beraad.store.vault.opening import lock, ring_of, set_up, unlock
from beraad.store.vault.sealing import WrongSecret, unseal
from beraad.store.wiping import wipe_beraad
from tests.store.copies.support import NOON, retitle
from tests.store.support import a_session, with_title

WORDS = "molen fiets kaart appel"
MARK = "Kwarteldonk"
LONG_AGO = 1_600_000_000


def let_lie(path, seconds=LONG_AGO):
    """As if nobody wrote it for a while."""
    os.utime(path, (seconds, seconds))


def a_beraad(folder, mark, title):
    path = folder / f"beraad-2026-W47-{mark * 8}.beraad"
    SessionFile.create(path, with_title(a_session(), title)).close()
    let_lie(path)
    return path


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    set_up(home, WORDS)
    for mark in "abc":
        a_beraad(home, mark, f"{MARK} {mark}")
    return home


@pytest.fixture
def looked_into(monkeypatch):
    """The names of the files that were opened for the list."""
    opened = []
    glance = catalog.glance

    def seen(path, kind):
        opened.append(path.name[-15:-7])
        return glance(path, kind)

    monkeypatch.setattr(catalog, "glance", seen)
    return opened


def titles(folder):
    return sorted(line.title for line in summaries(folder) if isinstance(line, Summary))


def test_what_lies_as_it_lay_is_not_opened_again_and_says_the_same(folder, looked_into):
    before = list(summaries(folder))
    assert len(looked_into) == 3
    assert list(summaries(folder)) == before
    lock(folder)
    unlock(folder, WORDS)
    assert list(summaries(folder)) == before
    assert len(looked_into) == 3


def test_a_beraad_that_was_changed_is_looked_into_and_only_that_one(folder, looked_into):
    titles(folder)
    path = folder / "beraad-2026-W47-bbbbbbbb.beraad"
    retitle(path, "Zwaluwhof")
    let_lie(path, LONG_AGO + 9)
    looked_into.clear()
    assert "Zwaluwhof" in titles(folder)
    assert looked_into == ["bbbbbbbb"]
    assert "Zwaluwhof" in titles(folder)
    assert looked_into == ["bbbbbbbb"]


def test_a_change_that_keeps_the_old_time_and_size_is_seen(folder):
    titles(folder)
    path = folder / "beraad-2026-W47-bbbbbbbb.beraad"
    size = path.stat().st_size
    retitle(path, f"{MARK} x")
    let_lie(path)
    assert path.stat().st_size == size
    assert f"{MARK} x" in titles(folder)


def test_what_was_written_a_moment_ago_is_not_known_by_heart(folder, looked_into):
    os.utime(folder / "beraad-2026-W47-cccccccc.beraad")
    titles(folder)
    looked_into.clear()
    titles(folder)
    assert looked_into == ["cccccccc"]


def test_what_a_crash_left_in_the_log_counts(folder):
    titles(folder)
    path = folder / "beraad-2026-W47-bbbbbbbb.beraad"
    file = SessionFile.open(path)
    file.keep(with_title(file.session, "Zwaluwhof"))
    aside = folder.parent / "zoals-het-lag"
    aside.mkdir()
    for each in folder.glob("beraad-2026-W47-bbbbbbbb.beraad*"):
        (aside / each.name).write_bytes(each.read_bytes())
    file.close()
    for each in aside.iterdir():
        (folder / each.name).write_bytes(each.read_bytes())
        let_lie(folder / each.name)
    assert "Zwaluwhof" in titles(folder)
    path.with_name(f"{path.name}-wal").unlink()
    assert f"{MARK} b" in titles(folder)


def test_a_damaged_file_is_said_to_be_so_also_when_it_was_whole_before(folder):
    titles(folder)
    path = folder / "beraad-2026-W47-bbbbbbbb.beraad"
    path.write_bytes(path.read_bytes()[:5000])
    let_lie(path)
    assert [type(line) for line in summaries(folder)].count(Unreadable) == 1


def test_two_files_that_change_names_say_their_own(folder):
    titles(folder)
    one, other = (folder / f"beraad-2026-W47-{mark * 8}.beraad" for mark in "ab")
    aside = folder / "opzij"
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    said = {line.path: line.title for line in summaries(folder) if isinstance(line, Summary)}
    assert (said[one], said[other]) == (f"{MARK} b", f"{MARK} a")


def test_nothing_of_it_can_be_read_without_the_password(folder):
    titles(folder)
    content = (folder / NAME).read_bytes()
    assert MARK.encode() not in content
    assert b"aaaaaaaa" not in content
    assert (folder / NAME).stat().st_mode & 0o077 == 0
    lock(folder)
    assert all(isinstance(line, Unreadable) for line in summaries(folder))


def every_line(content, secrets):
    """What whoever has these secrets can make of the file."""
    from beraad.store.vault import lines

    for line in content.split(b"\n"):
        parts = line.split(b" ")
        if len(parts) == 3:
            for secret in secrets:
                # Somebody who guesses how the file lay: the stamp is no secret.
                for stamp in _stamps:
                    with suppress(WrongSecret):
                        about = lines._about(parts[0].decode(), stamp)
                        key = lines._secret(keys.Key(secret, b""))
                        yield unseal(b64decode(parts[2]), key, about=about)


_stamps: set[bytes] = set()


def test_after_erasing_no_key_that_is_left_opens_its_line(folder, monkeypatch):
    from beraad.store.vault import lines

    stamp = lines._stamp
    monkeypatch.setattr(lines, "_stamp", lambda path: _noted(stamp(path)))
    titles(folder)
    content = (folder / NAME).read_bytes()
    every = [entry.secret for entry in ring_of(folder).state.keys.values()]
    assert f"{MARK} b".encode() in b"".join(every_line(content, every))
    path = folder / "beraad-2026-W47-bbbbbbbb.beraad"
    wipe_beraad(path, folder, role="gespreksleider", now=NOON)
    left = [entry.secret for entry in ring_of(folder).state.keys.values()]
    opened = b"".join(every_line(content, left))
    assert f"{MARK} a".encode() in opened
    assert f"{MARK} b".encode() not in opened


def _noted(stamp):
    if stamp is not None:
        _stamps.add(stamp)
    return stamp


def test_a_word_that_was_taken_out_is_not_kept_here_either(folder):
    titles(folder)
    before = (folder / NAME).read_bytes()
    left = take_out(folder, seek(folder, MARK), MARK, now=NOON)
    assert not left.mentions
    assert not (folder / NAME).exists()
    assert copies_folder(folder).is_dir()
    titles(folder)
    after = (folder / NAME).read_bytes() if (folder / NAME).exists() else b""
    assert not set(before.split(b"\n")[1:]) & set(after.split(b"\n")[1:]) - {b""}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(os.urandom(5000)),
        lambda path: path.write_bytes(path.read_bytes()[:300]),
        lambda path: path.write_bytes(path.read_bytes().replace(b" ", b"\n")),
        lambda path: path.write_bytes(b"\xff \xff \xff\n" * 9),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), os.mkfifo(path)),
        lambda path: (path.unlink(), path.symlink_to(path)),
        lambda path: (path.unlink(), path.symlink_to("/dev/zero")),
    ],
)
def test_whatever_lies_there_the_list_is_right(folder, spoil):
    before = list(summaries(folder))
    spoil(folder / NAME)
    assert list(summaries(folder)) == before
    assert list(summaries(folder)) == before


def test_a_line_that_is_changed_or_moved_tells_nothing(folder):
    titles(folder)
    path = folder / NAME
    lines = [line.split(b" ") for line in path.read_bytes().split(b"\n") if line]
    (lines[0][2], lines[1][2]) = (lines[1][2], lines[0][2])
    (lines[0][1], lines[1][1]) = (lines[1][1], lines[0][1])
    path.write_bytes(b"\n".join(b" ".join(parts) for parts in lines))
    said = {line.path.name: line.title for line in summaries(folder) if isinstance(line, Summary)}
    assert said == {f"beraad-2026-W47-{mark * 8}.beraad": f"{MARK} {mark}" for mark in "abc"}


def test_where_nothing_can_be_written_the_list_is_read_all_the_same(folder, monkeypatch):
    def refuse(*_arguments, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("beraad.store.vault.lines.os.open", refuse)
    assert titles(folder) == [f"{MARK} {mark}" for mark in "abc"]


def test_it_does_not_grow_with_every_change(folder, monkeypatch):
    monkeypatch.setattr("beraad.store.vault.lines._AT_ONCE", 2)
    path = folder / "beraad-2026-W47-bbbbbbbb.beraad"
    sizes = []
    for moment in range(12):
        let_lie(path, LONG_AGO + 60 * moment)
        assert len(titles(folder)) == 3
        sizes.append((folder / NAME).stat().st_size)
    assert max(sizes) < 5 * sizes[0]
    assert sizes[-1] < sizes[-2] or max(sizes[:-1]) > sizes[-1]


def test_who_stops_half_way_keeps_what_was_read(folder, looked_into):
    reading = as_read(folder)
    next(reading)
    next(reading)
    reading.close()
    looked_into.clear()
    assert len(titles(folder)) == 3
    assert len(looked_into) == 1


def test_a_plain_folder_keeps_no_such_file(tmp_path):
    a_beraad(tmp_path, "d", MARK)
    assert titles(tmp_path) == [MARK]
    assert not (tmp_path / NAME).exists()


def test_a_key_that_is_not_known_gives_no_row(folder):
    titles(folder)
    path = folder / "beraad-2026-W47-aaaaaaaa.beraad"
    assert KnownRows(folder, ring_of(folder)).row_of(path)
    other = folder.parent / "andere"
    other.mkdir()
    assert KnownRows(folder, set_up(other, WORDS)).row_of(path) is None
