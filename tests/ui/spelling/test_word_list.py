from __future__ import annotations

import os
import stat

import pytest

from beraad.errors import Solvable
from beraad.ui.spelling.word_list import WordList


def test_a_word_of_ones_own_is_known_the_next_time(tmp_path):
    path = tmp_path / "config" / "woordenlijst.txt"

    WordList(path).add("Zoekperiode")
    WordList(path).add("leefgeld")

    assert "zoekperiode" in WordList(path)
    assert "leefgeld" in WordList(path)
    assert "iets" not in WordList(path)


def test_a_word_is_kept_once(tmp_path):
    path = tmp_path / "woordenlijst.txt"
    words = WordList(path)

    words.add("leefgeld")
    words.add("Leefgeld")

    assert path.read_text(encoding="utf-8") == "leefgeld\n"


@pytest.mark.skipif(os.name != "posix", reason="rechten van bestanden zijn hier anders")
def test_nobody_else_may_read_the_list(tmp_path):
    path = tmp_path / "woordenlijst.txt"

    WordList(path).add("leefgeld")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_list_that_cannot_be_kept_says_so_and_counts_for_now(tmp_path):
    (tmp_path / "file").write_text("")
    words = WordList(tmp_path / "file" / "woordenlijst.txt")

    with pytest.raises(Solvable, match="woordenlijst"):
        words.add("leefgeld")

    assert "leefgeld" in words


def test_a_list_that_is_no_text_is_no_reason_to_stop(tmp_path):
    path = tmp_path / "woordenlijst.txt"
    path.write_bytes(b"\xff\xfe\x00leefgeld\n")

    assert "iets" not in WordList(path)
