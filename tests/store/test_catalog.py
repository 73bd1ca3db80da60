from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from beraad.records import (
    Id,
    Opening,
    PhaseKey,
    Progress,
    Setting,
    Stakeholder,
)
from beraad.store import catalog
from beraad.store.catalog import (
    Summary,
    Unreadable,
    as_read,
    changed_later,
    place_in_list,
    same_beraad,
    summaries,
)
from beraad.store.places import practice_folder, prepare, session_path
from beraad.store.session_file import SessionFile
from tests.store.support import a_session, fingerprint, names, start_python, with_title

HOLD = """
import sys
from pathlib import Path
from beraad.store.session_file import SessionFile
from tests.store.support import with_title

file = SessionFile.open(Path(sys.argv[1]))
file.keep(with_title(file.session, "Tweede titel"))
print("bewaard", flush=True)
sys.stdin.readline()
"""


def older_and_newest(*paths):
    """Two files of one beraad, the older first."""
    one, other = (line for line in summaries(paths[0].parent) if line.path in paths)
    assert changed_later(one, other) is not changed_later(other, one)
    older, newest = (other, one) if changed_later(one, other) else (one, other)
    return older.path, newest.path


def on(day: int, **changes):
    return Opening(held_on=date(2026, 11, day), **changes)


def create(folder, name, session):
    path = folder / f"{name}.beraad"
    SessionFile.create(path, session).close()
    return path


def only(folder) -> Summary:
    (line,) = summaries(folder)
    assert isinstance(line, Summary)
    return line


def test_a_line_says_what_the_list_needs(tmp_path):
    session = a_session(
        opening=on(
            17, title="Eerst huur of eerst regel?", team="Wijk", setting=Setting.TEAM_MEETING
        )
    )
    path = create(tmp_path, "een", session)
    before = datetime.now(UTC)
    with SessionFile.open(path) as file:
        file.keep(
            replace(
                session,
                stakeholders=(Stakeholder(id=Id("s"), name="de inwoner"),),
                conclusion=replace(session.conclusion, keep_until=date(2027, 1, 5)),
                progress=Progress(phase=PhaseKey.PERSPECTIVES),
            )
        )

    line = only(tmp_path)

    assert before <= line.changed_at <= datetime.now(UTC)
    assert line == Summary(
        path=path,
        id=session.id,
        title="Eerst huur of eerst regel?",
        team="Wijk",
        held_on=date(2026, 11, 17),
        setting=Setting.TEAM_MEETING,
        phase=PhaseKey.PERSPECTIVES,
        keep_until=date(2027, 1, 5),
        changed_at=line.changed_at,
        is_practice=False,
        filled=(PhaseKey.PERSPECTIVES, PhaseKey.CONCLUSION),
    )


def test_the_latest_comes_first_and_what_cannot_be_read_last(tmp_path):
    for name, day in (("a", 3), ("b", 20), ("c", 9)):
        create(tmp_path, name, a_session(opening=on(day)))
    (tmp_path / "d.beraad").write_bytes(b"")
    (tmp_path / "._a.beraad").write_bytes(b"van een ander systeem")
    (tmp_path / "notities.txt").write_text("geen beraad")
    shutil.copy(tmp_path / "a.beraad", tmp_path / "a.beraad.v1.kopie")

    lines = list(summaries(tmp_path))

    assert [line.path.stem for line in lines] == ["b", "c", "a", "d"]
    assert lines[-1] == Unreadable(
        path=tmp_path / "d.beraad", why="d.beraad is leeg: er staat geen beraad in."
    )


def test_on_one_day_the_last_changed_comes_first(tmp_path):
    first = create(tmp_path, "a", a_session())
    create(tmp_path, "b", a_session())
    with SessionFile.open(first) as file:
        file.keep(with_title(file.session, "Nog aan gewerkt"))

    assert [line.path.stem for line in summaries(tmp_path)] == ["a", "b"]


def test_oefeningen_are_listed_apart(tmp_path):
    practice = a_session(opening=on(17, setting=Setting.PRACTICE))
    path = session_path(tmp_path, practice)
    prepare(path.parent)
    SessionFile.create(path, practice).close()

    assert not list(summaries(tmp_path))
    assert only(practice_folder(tmp_path)).is_practice


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert not list(summaries(tmp_path / "nergens"))


def test_listing_writes_nothing(tmp_path):
    path = create(tmp_path, "een", a_session())
    before = fingerprint(path), path.stat().st_mtime_ns

    only(tmp_path)

    assert (fingerprint(path), path.stat().st_mtime_ns) == before
    assert names(tmp_path) == {path.name}


def test_a_file_that_another_program_has_open_is_listed_as_it_was_last_kept(tmp_path):
    path = create(tmp_path, "een", with_title(a_session(), "Eerste titel"))
    with start_python(HOLD, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "bewaard\n"

        assert only(tmp_path).title == "Tweede titel"

        process.communicate("sluit\n")


def test_what_a_crash_left_in_the_log_is_listed(tmp_path):
    path = create(tmp_path, "een", with_title(a_session(), "Eerste titel"))
    with start_python(HOLD, path) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()

    assert only(tmp_path).title == "Tweede titel"


@pytest.mark.parametrize("name", ["met spatie en é", "vraag?teken#1", "100%"])
def test_any_file_name_will_do(tmp_path, name):
    path = create(tmp_path, name, a_session())

    assert only(tmp_path).path == path


def test_what_is_read_together_is_the_list_and_nothing_is_opened_before_its_turn(
    tmp_path, monkeypatch
):
    for number in range(25):
        create(tmp_path, f"beraad-b{number:02}", a_session(opening=on(1 + number)))
    (tmp_path / "beraad-c.beraad").touch()
    looked: list[Path] = []
    glance = catalog.glance
    monkeypatch.setattr(
        catalog, "glance", lambda path, kind: (looked.append(path), glance(path, kind))[1]
    )

    lines = as_read(tmp_path)
    first = [next(lines) for _ in range(4)]

    assert len(looked) == 4
    assert [line.path.stem for line in first] == [
        "beraad-c",
        "beraad-b24",
        "beraad-b23",
        "beraad-b22",
    ]
    assert sorted((*first, *lines), key=place_in_list) == list(summaries(tmp_path))


CONFLICTS = (
    "beraad-2026-W47-1a2b3c4d-LAPTOP.beraad",
    "beraad-2026-W47-1a2b3c4d (Anna's conflicted copy 2026-11-18).beraad",
    "beraad-2026-W47-1a2b3c4d.sync-conflict-20261118-101112-ABCDEFG.beraad",
    "beraad-2026-W47-1a2b3c4d (conflicted copy 2026-11-18 101112).beraad",
    "beraad-2026-W47-1a2b3c4d - kopie.beraad",
    "Kopie van beraad-2026-W47-1a2b3c4d.beraad",
)


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_copy_is_known_by_its_identity_and_the_newest_by_its_last_change(tmp_path, name):
    # GIVEN a beraad, a copy that a sync service made of it, and work that went on in the first
    session = a_session(id=Id("1a2b3c4d5e6f"))
    path = create(tmp_path, "beraad-2026-W47-1a2b3c4d", session)
    other = create(tmp_path, "ander", a_session())
    copy = tmp_path / name
    shutil.copy(path, copy)

    # THEN without a difference the plain name counts
    assert older_and_newest(path, copy) == (copy, path)

    # AND with one the last that was kept, whatever it is called
    with SessionFile.open(copy) as file:
        file.keep(with_title(session, "Verder in de kopie"))
    assert older_and_newest(path, copy) == (path, copy)
    assert [line.path for line in same_beraad(path, session.id)] == [copy, path]
    assert [line.path for line in same_beraad(other, Id("1a2b3c4d5e6f"))] == [copy, path]
