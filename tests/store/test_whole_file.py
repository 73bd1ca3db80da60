from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from beraad.store.tidying import tidy
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


@pytest.fixture
def closes():
    """Makes a folder one in which no name can be given or taken away any more, and opens it."""
    patch = pytest.MonkeyPatch()

    def refused(*_, **__):
        raise PermissionError(13, "alleen te lezen")

    def close(*, also_links=True):
        patch.setattr(Path, "unlink", refused)
        if also_links:
            patch.setattr(os, "link", refused)
            patch.setattr(Path, "rename", refused)

    close.undo = patch.undo
    yield close
    patch.undo()


def test_a_draft_in_a_folder_that_closes_is_emptied_and_goes_at_the_first_chance(tmp_path, closes):
    def write():
        with whole_file(tmp_path / "een.beraad") as draft:
            draft.write_text("Fatima belt")
            closes()

    with pytest.raises(PermissionError):
        write()

    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b""]
    closes.undo()
    tidy(tmp_path)
    assert names(tmp_path) == set()


def test_a_file_that_has_its_name_stays_whole_when_its_draft_cannot_go(tmp_path, closes):
    path = tmp_path / "een.beraad"

    with whole_file(path) as draft:
        draft.write_text("heel")
        closes(also_links=False)

    assert path.read_text() == "heel"


@pytest.mark.parametrize("links", [True, False], ids=["links", "no-links"])
def test_a_file_that_came_in_the_meantime_is_not_overwritten(tmp_path, monkeypatch, links):
    def refused(*_, **__):
        raise PermissionError(1, "geen tweede naam op dit bestandssysteem")

    if not links:
        monkeypatch.setattr(os, "link", refused)
    path = tmp_path / "een.beraad"

    def write():
        with whole_file(path) as draft:
            draft.write_text("het mijne")
            path.write_text("van een ander")

    with pytest.raises(AlreadyThere):
        write()

    assert path.read_text() == "van een ander"
    assert names(tmp_path) == {"een.beraad"}


def test_without_a_second_name_the_draft_takes_its_name_all_the_same(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(1, "geen tweede naam op dit bestandssysteem")

    monkeypatch.setattr(os, "link", refused)
    with whole_file(tmp_path / "een.beraad") as draft:
        draft.write_text("heel")

    assert (tmp_path / "een.beraad").read_text() == "heel"
    assert names(tmp_path) == {"een.beraad"}
