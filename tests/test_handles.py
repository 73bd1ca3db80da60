"""Handles on a file that this program has locked are closed after its lock is gone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from beraad import handles
from beraad.untrusted import begin_of, opened


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "een.beraad"
    path.write_bytes(b"Molenaar")
    return path


def open_on(path: Path) -> int:
    """How many handles this program has on a file."""
    lying = path.stat()
    return sum(_is(int(each.name), lying) for each in Path("/dev/fd").iterdir())


def _is(number: int, lying: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.fstat(number), lying)
    except OSError:
        return False


def test_a_file_that_is_not_locked_is_closed_at_once(path):
    assert begin_of(path, 5) == b"Molen"
    assert open_on(path) == 0


def test_a_handle_waits_for_the_last_who_has_the_file_open_and_is_used_again(path):
    one, other = handles.hold(path), handles.hold(path)
    for _ in range(3):
        assert begin_of(path, 5) == b"Molen"
    assert open_on(path) == 1

    handles.let_go(one)
    assert open_on(path) == 1
    handles.let_go(other)
    assert open_on(path) == 0


def test_two_who_read_at_once_have_a_handle_each(path):
    lying = handles.hold(path)
    begin_of(path, 5)
    with opened(path, most=100) as one, opened(path, most=100) as other:
        assert (one.read(5), other.read(5)) == (b"Molen", b"Molen")
        assert open_on(path) == 2
    handles.let_go(lying)
    assert open_on(path) == 0


def test_another_file_that_came_in_its_place_is_read_itself(path):
    lying = handles.hold(path)
    begin_of(path, 5)
    other = path.with_name("ander")
    other.write_bytes(b"Wilgen")
    other.replace(path)
    assert begin_of(path, 6) == b"Wilgen"
    handles.let_go(lying)


def test_a_file_that_is_not_there_is_no_file_to_hold(tmp_path):
    assert handles.hold(tmp_path / "weg") is None
    with pytest.raises(FileNotFoundError):
        handles.opened(tmp_path / "weg", os.O_RDONLY)
