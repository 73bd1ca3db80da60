"""A beraad that is damaged on any page: one marked line, and never a word about another."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from beraad.cli import main
from beraad.errors import Solvable
from beraad.publishing.agenda import agenda_of
from beraad.publishing.overviewing import counted_in
from beraad.publishing.since_last_time import since_last_time
from beraad.store.beside import copy_of, others_of, readable
from beraad.store.catalog import summaries
from beraad.store.places import register_path
from beraad.store.seeking import seek
from beraad.store.session_file import SessionFile
from beraad.store.session_reading import SessionReading
from beraad.ui.start.gathering import Gathering
from tests.store.support import a_peopled_session, a_session, with_title

PAGE = 4096
TODAY = date(2026, 11, 20)


def zeroed(_: Random) -> bytes:
    return bytes(PAGE)


def scribbled(chance: Random) -> bytes:
    return chance.randbytes(PAGE)


def spoiled(content: bytes, page: int, filling: bytes) -> bytes:
    return content[: page * PAGE] + filling + content[(page + 1) * PAGE :]


@pytest.fixture
def path(tmp_path):
    session = with_title(a_peopled_session(), "Huur")
    session = replace(session, opening=replace(session.opening, team="Wijk"))
    path = tmp_path / f"beraad-2026-w47-huur-{session.id[:8]}.beraad"
    SessionFile.create(path, session).close()
    SessionFile.create(tmp_path / "ander.beraad", with_title(a_session(), "Ander")).close()
    shutil.copy(path, path.with_stem(f"{path.stem} (1)"))
    shutil.copy(path, path.with_stem(f"{path.stem}.gered"))
    return path


def pages(path: Path) -> range:
    return range(path.stat().st_size // PAGE)


@pytest.mark.parametrize("filling", [zeroed, scribbled])
def test_a_damaged_beraad_beside_copies_of_it_is_one_line_on_the_screen(path, filling):
    whole, chance = path.read_bytes(), Random(47)
    unread = 0
    for page in pages(path):
        path.write_bytes(spoiled(whole, page, filling(chance)))

        lines = list(summaries(path.parent))
        found = Gathering(path.parent, today=TODAY).go_on(lambda _: False)

        assert len(lines) == len(found.rows) == 4
        assert "Ander" in {row.title for row in found.rows}
        unread += readable(path) is None
    assert unread > 10


def test_a_damaged_table_is_one_line_of_the_list_in_the_terminal(path, capsys):
    whole = path.read_bytes()
    for page in pages(path):
        path.write_bytes(spoiled(whole, page, bytes(PAGE)))
        if readable(path) is None and list(summaries(path.parent))[-1].path != path:
            break

    assert main(["lijst", "--sessions", str(path.parent)]) == 0

    told = capsys.readouterr()
    assert told.out.count("\n") == 5
    assert told.err == ""


@pytest.mark.parametrize("filling", [zeroed, scribbled])
def test_what_reads_all_beraden_goes_on_past_a_damaged_one(path, filling):
    folder, whole, chance = path.parent, path.read_bytes(), Random(11)
    session = SessionReading.open(path).session
    another = a_session(opening=replace(session.opening, held_on=TODAY))
    for page in pages(path):
        path.write_bytes(spoiled(whole, page, filling(chance)))

        # Two beraden; of a file that the list cannot read nobody knows that there is a copy of it.
        assert len(counted_in(folder).facts) + counted_in(folder).unread in {2, 3}
        agenda_of(folder, today=TODAY)
        since_last_time(another, folder, register_path(folder, practice=False))
        assert any("Ander" in each.title for each in seek(folder, "ander").mentions)
        list(others_of(path, session))
        copy_of(path, path.with_stem(f"{path.stem} (1)"))
        with suppress(Solvable):
            SessionReading.open(path)
