from __future__ import annotations

import os

import pytest

from beraad.moving import patiently


def held(times):
    """Something that is refused so many times before it is done."""
    left = [PermissionError(13, "in gebruik")] * times

    def do():
        if left:
            raise left.pop()
        return "gedaan"

    return do


def test_what_is_held_for_a_moment_is_done_a_moment_later():
    waited = []

    assert patiently(held(2), waits=(0.1, 0.2, 0.4), wait=waited.append) == "gedaan"
    assert waited == [0.1, 0.2]


def test_what_stays_held_is_refused_in_the_end():
    with pytest.raises(PermissionError):
        patiently(held(9), waits=(0.1, 0.2), wait=lambda _: None)


def test_another_trouble_is_told_at_once():
    def full():
        raise OSError(28, "vol")

    with pytest.raises(OSError, match="vol"):
        patiently(full, waits=(0.1,), wait=lambda _: pytest.fail("there is nothing to wait for"))


@pytest.mark.skipif(os.name == "nt", reason="op Windows wordt gewacht")
def test_where_nothing_holds_files_a_refusal_is_told_at_once():
    with pytest.raises(PermissionError):
        patiently(held(1), wait=lambda _: pytest.fail("there is nothing to wait for"))
