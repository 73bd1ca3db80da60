from __future__ import annotations

import os
import time

import pytest

from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.store.tidying import tidy
from tests.store.support import a_session, names

DAY = 24 * 3600


@pytest.fixture
def folder(tmp_path):
    SessionFile.create(tmp_path / "een.beraad", a_session()).close()
    Register.open(tmp_path / "register.sqlite").close()
    return tmp_path


def left(folder, name, *, days):
    path = folder / name
    path.write_text("helpt even")
    os.utime(path, (time.time() - days * DAY,) * 2)
    return path


@pytest.mark.parametrize(
    ("name", "days", "stays"),
    [
        (".een.beraad.ab12.nieuw", 1, False),
        ("een.beraad.nieuw", 1, False),
        (".een.beraad.ab12.nieuw-journal", 1, False),
        (".een.beraad.ab12.nieuw-journal", 0, True),
        (".een.beraad.ab12.nieuw", 0, True),
        ("plan van de wijk.nieuw", 400, True),
        ("een.beraad.v1.kopie", 31, False),
        ("register.sqlite.v1.kopie", 31, False),
        ("een.beraad.v1.kopie", 29, True),
        ("een.beraad.v1.kopie", -400, True),
        ("weg.beraad.v1.kopie", 400, True),
        ("een.beraad.log-20261128-101112", 400, True),
        ("een.beraad", 4000, True),
    ],
)
def test_only_what_helped_for_a_while_goes_and_only_when_it_is_old(folder, name, days, stays):
    if name != "een.beraad":
        left(folder, name, days=days)

    tidy(folder)

    assert (name in names(folder)) is stays
    assert {"een.beraad", "register.sqlite"} <= names(folder)


def test_a_copy_stays_as_long_as_the_file_itself_cannot_be_read(folder):
    left(folder, "een.beraad.v1.kopie", days=400)
    (folder / "een.beraad").write_bytes(b"kapot" * 1000)

    tidy(folder)

    assert "een.beraad.v1.kopie" in names(folder)


def test_the_log_of_a_draft_goes_along(folder):
    left(folder, ".een.beraad.ab12.nieuw", days=1)
    left(folder, ".een.beraad.ab12.nieuw-wal", days=1)

    tidy(folder)

    assert names(folder) == {"een.beraad", "register.sqlite"}


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path):
    tidy(tmp_path / "nergens")


@pytest.mark.skipif("os.name != 'posix'")
def test_what_only_looks_like_a_draft_of_ours_stays(folder):
    link = folder / ".een.beraad.ab12.nieuw"
    link.symlink_to(folder / "een.beraad")
    os.utime(link, (0, 0), follow_symlinks=False)

    tidy(folder)

    assert link.is_symlink()
