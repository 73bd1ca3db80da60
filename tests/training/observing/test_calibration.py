"""Scripted beraden with their key, raters side by side, and how much they agree."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.phases.behaviours import Label
from beraad.records import PhaseKey
from beraad.store.places import practice_folder, prepare
from beraad.training.observing.agreement import agreement
from beraad.training.observing.rating import Rating, side_by_side
from beraad.training.observing.scripted import scripted

LABELS = st.sampled_from(list(Label))


def test_there_are_three_with_slips_that_their_key_knows():
    pieces = scripted()

    assert len(pieces) == 3
    for piece in pieces:
        assert len(piece.lines) >= 25
        assert len(piece.slips) >= 2
        assert set(piece.key) == {(PhaseKey(one.place), one.key) for one in piece.items}
        for number in piece.slips:
            line = piece.lines[number]
            assert line.who == "Gespreksleider"
            assert line.why
            assert piece.key[line.phase, line.slip] in {Label.THIN, Label.POOR}
    assert sum(len(piece.slips) for piece in pieces) >= 10


def test_they_have_the_same_items_so_that_an_item_is_looked_at_three_times():
    first, *others = scripted()
    assert all(piece.items == first.items for piece in others)


def test_a_piece_takes_as_long_as_people_speak():
    for piece in scripted():
        words = sum(len(line.says.split()) for line in piece.lines)
        seconds = sum(line.seconds for line in piece.lines)
        assert 110 < words / seconds * 60 < 150
        assert 60 < seconds < 300


def test_agreement_as_it_is_worked_out_by_hand():
    # Two raters, four pieces, two labels: alike in three of four; three in four of one label.
    found = agreement([["a", "a"], ["a", "a"], ["b", "b"], ["a", "b"]], choices=2)

    assert found is not None
    chance = 2 * (5 / 8) * (3 / 8)
    assert found.exact == pytest.approx(0.75)
    assert found.ac1 == pytest.approx((0.75 - chance) / (1 - chance))


def test_three_raters_of_whom_two_agree():
    found = agreement([[Label.GOOD, Label.GOOD, Label.POOR]], choices=5)

    assert found is not None
    assert found.exact == pytest.approx(1 / 3)
    chance = (2 / 3 * 1 / 3 + 1 / 3 * 2 / 3) / 4
    assert found.ac1 == pytest.approx((1 / 3 - chance) / (1 - chance))


@given(st.lists(st.lists(LABELS, min_size=2, max_size=6), min_size=1, max_size=6))
def test_agreement_stays_within_its_bounds_and_asks_not_who_came_first(ratings):
    found = agreement(ratings, choices=5)
    turned = agreement([each[::-1] for each in reversed(ratings)], choices=5)

    assert found is not None
    assert turned is not None
    assert 0 <= found.exact <= 1
    assert -1 <= found.ac1 <= 1
    assert found.exact == pytest.approx(turned.exact)
    assert found.ac1 == pytest.approx(turned.ac1)
    assert (found.exact == 1) == all(len(set(each)) == 1 for each in ratings)


@given(LABELS, st.integers(2, 9), st.integers(1, 5))
def test_who_all_choose_the_same_agree_wholly(label, raters, pieces):
    found = agreement([[label] * raters] * pieces, choices=5)

    assert found is not None
    assert (found.exact, found.ac1) == (1, 1)


def test_one_rater_agrees_with_nobody():
    assert agreement([["a"], []], choices=5) is None
    with pytest.raises(ValueError, match="nothing to choose"):
        agreement([["a", "a"]], choices=1)


@pytest.fixture
def rated(tmp_path):
    def make(name, piece, seen):
        home = tmp_path / name
        prepare(practice_folder(home))
        rating = Rating.of(home, piece)
        for (phase, key), label in seen.items():
            rating.label(phase, key, label)
        return rating

    return make


def test_who_follow_the_key_notice_every_slip_and_agree(rated):
    for piece in scripted():
        raters = [rated(f"{name}-{piece.name}", piece, piece.key) for name in "ab"]
        for rating in raters:
            for number in piece.slips:
                rating.notice(number, noticed=True)
            rating.finish()

        for rating in raters:
            found = len(rating.noticed & set(piece.slips))
            assert found >= 0.9 * len(piece.slips)
        for each in side_by_side(piece, raters):
            assert each.agreed is not None
            assert each.agreed.ac1 == 1
            assert len(each.chosen) == 2


def test_what_was_noted_is_there_again_and_fast_once_it_is_done(rated, tmp_path):
    piece = scripted()[0]
    rating = rated("a", piece, {})
    rating.notice(2, noticed=True)
    rating.notice(3, noticed=True)
    rating.notice(3, noticed=False)
    rating.label(PhaseKey.DILEMMA, "twijfel", Label.POOR)

    again = Rating.of(tmp_path / "a", piece)
    assert again.noticed == {2}
    assert again.labels == {(PhaseKey.DILEMMA, "twijfel"): Label.POOR}
    again.finish()
    with pytest.raises(ValueError, match="changes no more"):
        again.label(PhaseKey.DILEMMA, "twijfel", Label.GOOD)
    copy = again.write_copy(tmp_path / "mee")
    assert Rating.open(copy).labels == again.labels
    assert Rating.open(copy).identity == again.identity


def test_a_rating_of_a_piece_that_is_not_here_is_refused(rated, tmp_path):
    rating = rated("a", scripted()[0], {})
    copy = rating.write_copy(tmp_path)
    copy.write_bytes(copy.read_bytes().replace(scripted()[0].name.encode(), b"onbekend"))

    with pytest.raises(Solvable, match="dat er hier niet is"):
        Rating.open(copy)


def test_a_word_that_is_no_choice_is_told_and_not_taken_for_open(rated, tmp_path):
    rating = rated("a", scripted()[0], {(PhaseKey.DILEMMA, "twijfel"): Label.POOR})
    copy = rating.write_copy(tmp_path)
    copy.write_bytes(copy.read_bytes().replace(b"onvoldoende", b"prima"))

    with pytest.raises(Solvable, match=r"ronde 2.*“prima”. Kies uit goed, "):
        Rating.open(copy)


@pytest.mark.parametrize(
    ("place", "name", "value", "why"),
    [
        ("", "gezien 999", True, "regel “999” komt in dit stuk niet voor"),
        ("", "gezien -1", True, "regel “-1” komt"),
        ("", "gezien 1", "ja", "“gezien 1” is niet ja"),
        ("", "gezien 1", [], "“gezien 1” is niet ja"),
        ("", "cijfer", 8, "“cijfer” is niet te begrijpen"),
        ("dilemma", "gedrag vliegt", "goed", r"“vliegt” is geen gedrag van ronde 2"),
        ("case", "gedrag feiten", "goed", r"“feiten” is geen gedrag van ronde 1"),
        ("nergens", "gedrag twijfel", "goed", "van een onbekend deel"),
        ("dilemma", "gezien 1", True, "niet te begrijpen|komt in dit stuk"),
        ("", "klaar", 0, "“klaar” is niet ja"),
    ],
)
def test_what_is_not_in_the_piece_is_told_and_not_passed_over(
    rated, tmp_path, place, name, value, why
):
    copy = rated("a", scripted()[0], {}).write_copy(tmp_path)
    with copy.open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps([place, name, value])}\n")

    with pytest.raises(Solvable, match=why):
        Rating.open(copy)


@pytest.mark.parametrize("identity", [None, 8, ["x"]])
def test_a_rating_without_an_identity_is_refused(rated, tmp_path, identity):
    copy = rated("a", scripted()[0], {}).write_copy(tmp_path)
    head, *rest = copy.read_text("utf-8").splitlines(keepends=True)
    copy.write_text(f"{json.dumps({**json.loads(head), 'id': identity})}\n{''.join(rest)}")

    with pytest.raises(Solvable, match="welk blad"):
        Rating.open(copy)
