from __future__ import annotations

import getpass
import json
import platform
import signal

import pytest

from beraad.errors import Solvable
from beraad.store.catalog import Summary, summaries
from beraad.store.holder import holder_of
from beraad.store.session_file import SessionFile
from tests.store.support import a_session, names, run_python, start_python, with_title

OPEN = """
import sys
from pathlib import Path
from beraad.errors import Solvable
from beraad.store.session_file import SessionFile
try:
    file = SessionFile.open(Path(sys.argv[1]))
except Solvable as problem:
    print(problem)
else:
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "een.beraad"
    SessionFile.create(path, with_title(a_session(), "Eerste titel")).close()
    return path


def test_a_second_program_is_refused_and_told_who_has_it(path):
    with SessionFile.open(path) as file:
        told = run_python(OPEN, path)

        assert "Dit beraad is al open op " in told
        assert f"{platform.node()} (gebruiker {getpass.getuser()}, sinds " in told
        assert "Sluit het daar eerst" in told
        file.keep(with_title(file.session, "Nog steeds van ons"))

    assert run_python(OPEN, path).startswith("open")


def test_a_note_that_a_killed_program_left_makes_way_for_ours(path):
    left = {"machine": "LT-12", "user": "anna", "since": "2026-01-05T12:00:00+00:00"}
    path.with_name(f"{path.name}.open").write_text(json.dumps(left))

    with SessionFile.open(path):
        assert holder_of(path).machine == platform.node()


def test_a_second_window_of_this_program_is_refused_too(path):
    with SessionFile.open(path) as file:
        with pytest.raises(Solvable, match="al open"):
            SessionFile.open(path)

        file.keep(with_title(file.session, "Nog steeds van ons"))
        assert holder_of(path)


def test_listing_does_not_give_the_lock_away(path):
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Nieuwe titel"))

        (line,) = summaries(path.parent)

        assert isinstance(line, Summary)
        assert "al open" in run_python(OPEN, path)
        file.keep(with_title(file.session, "Nog een titel"))


def test_a_program_that_is_killed_keeps_nothing_locked(path):
    with start_python(OPEN, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with pytest.raises(Solvable, match="al open"):
            SessionFile.open(path)
        process.send_signal(signal.SIGKILL)

    assert f"{path.name}.open" in names(path.parent)
    with SessionFile.open(path) as file:
        assert file.session.opening.title == "Eerste titel"
    assert names(path.parent) == {path.name}


TOO_LONG = json.dumps({"machine": "x" * 3000, "user": "anna", "since": "2026-01-05T12:00:00+00:00"})


@pytest.mark.parametrize(
    "note",
    ["", "{", "[]", '{"pid": 1}', '{"since": 5}', b"\xff\xfe", TOO_LONG],
    ids=["empty", "half", "list", "other", "number", "no text", "long"],
)
def test_without_a_readable_note_the_holder_stays_unknown(path, note):
    with SessionFile.open(path):
        place = path.with_name(f"{path.name}.open")
        place.write_bytes(note if isinstance(note, bytes) else note.encode())

        with pytest.raises(Solvable, match=r"^Dit beraad is al open\. "):
            SessionFile.open(path)


def test_a_holder_of_another_day_is_named_with_the_day(path):
    note = {"pid": 1, "machine": "LT-12", "user": "anna", "since": "2026-01-05T12:00:00+00:00"}
    with SessionFile.open(path):
        path.with_name(f"{path.name}.open").write_text(json.dumps(note))

        with pytest.raises(Solvable, match=r"op LT-12 \(gebruiker anna, sinds 05-01-2026 "):
            SessionFile.open(path)
