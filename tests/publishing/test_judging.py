"""What people said of two knelpunten is kept beside the register, and can be taken back."""

from __future__ import annotations

import pytest

from beraad.errors import Solvable
from beraad.publishing.judging import FILE_NAME, judged, judgements_in, taken_back
from beraad.signals.overview import Judgement

SAME = Judgement("Wachten", "Geen geld", same=True)
APART = Judgement("Tolk laat", "Wachten", same=False)


def test_without_a_file_nothing_was_said(tmp_path):
    assert judgements_in(tmp_path) == ()


def test_what_was_said_is_kept_for_this_user_alone(tmp_path):
    judged(tmp_path, SAME)
    judged(tmp_path, APART)

    assert judgements_in(tmp_path) == (SAME, APART)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0


def test_the_last_word_about_two_counts_whichever_comes_first(tmp_path):
    judged(tmp_path, SAME)
    other = Judgement("geen  geld", "wachten.", same=False)

    assert judged(tmp_path, other) == (other,)


def test_it_can_be_taken_back(tmp_path):
    judged(tmp_path, SAME)
    judged(tmp_path, APART)

    assert taken_back(tmp_path, SAME) == (APART,)
    assert judgements_in(tmp_path) == (APART,)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1]", '[{"een": 1, "ander": "b", "zelfde": true}]', '[{"een": "a"}]', "[" * 9_000],
)
def test_a_file_that_is_not_ours_is_told_and_left_alone(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")

    with pytest.raises(Solvable, match="niet te begrijpen"):
        judgements_in(tmp_path)
    with pytest.raises(Solvable):
        judged(tmp_path, SAME)
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == text
