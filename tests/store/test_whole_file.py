from __future__ import annotations

import os
import stat

import pytest

from beraad.store.whole_file import AlreadyThere, whole_file
from tests.store.support import names


@pytest.mark.skipif("os.name != 'posix'")
def test_the_new_name_is_on_disk_before_anybody_counts_on_it(tmp_path, monkeypatch):
    asked: list[bool] = []
    sync = os.fsync

    def noted(number):
        is_folder = stat.S_ISDIR(os.fstat(number).st_mode)
        asked.append(is_folder and (tmp_path / "een").exists())
        sync(number)

    monkeypatch.setattr(os, "fsync", noted)

    with whole_file(tmp_path / "een") as draft:
        draft.write_text("heel")

    assert asked == [True]


def test_a_file_that_came_in_the_meantime_keeps_its_name(tmp_path):
    path = tmp_path / "een"

    def write():
        with whole_file(path) as draft:
            draft.write_text("van ons")
            path.write_text("van een ander")

    with pytest.raises(AlreadyThere):
        write()

    assert path.read_text() == "van een ander"
    assert names(tmp_path) == {"een"}


def test_a_draft_is_for_the_user_alone(tmp_path):
    with whole_file(tmp_path / "een") as draft:
        assert stat.S_IMODE(draft.stat().st_mode) == 0o600
