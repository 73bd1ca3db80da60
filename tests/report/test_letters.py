"""How far words run and how high blocks stand before they are laid out is what the PDF takes."""

from __future__ import annotations

import random

import pytest

from beraad.privacy.clean import clean
from beraad.report.blocks import Look, Run
from beraad.report.compose import short_report
from beraad.report.compose.letters import lines, longest_word
from beraad.report.compose.space import height
from beraad.report.pdf.fonts import Face, register, width
from beraad.report.pdf.pages import DOCUMENT
from beraad.report.pdf.paper import COMPACT
from beraad.report.pdf.story import stacked
from beraad.report.pdf.styles import BODY, CELL
from beraad.report.pdf.type import paragraph
from tests.builders import settled
from tests.report.test_two_pages import BERADEN, WORDS, written_by

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?()“”‘’'\"-–…/€%&é"
_SHORT_GAP = 12.0


@pytest.fixture(autouse=True)
def _faces():
    register()


@pytest.mark.parametrize("letter", _LETTERS)
def test_a_letter_runs_as_far_as_the_face_has_it(letter):
    told = longest_word([(Run(f"n{letter}"),)], 1000)

    assert told == pytest.approx(1000 * width(f"n{letter}", Face.REGULAR), abs=2)


@pytest.mark.parametrize("look", Look)
def test_a_text_has_the_lines_of_the_pdf(look):
    chance = random.Random(11)
    for room in (120.0, 180.0, 260.0, 588.0):
        for _ in range(40):
            said = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 60)))
            text = (Run(said, look),)

            for style in (BODY, CELL):
                found = len(paragraph(text, style, room, None).lines)
                assert found <= lines(text, room, style.size) <= found + 1 + found // 10


@pytest.mark.parametrize("said", ["x" * 200, "wmo-consulent/jurist–ergo " * 8, "", "a" * 90 + " b"])
def test_a_word_that_is_wider_than_a_line_is_broken(said):
    text = (Run(said),)
    found = len(paragraph(text, CELL, 100, None).lines)

    assert lines(text, 100, CELL.size) in {found, found + 1}


@pytest.mark.parametrize("name", BERADEN)
def test_what_is_short_stands_as_high_as_the_pdf_has_it(name):
    assert_as_high(BERADEN[name])


@pytest.mark.parametrize("mean", [20, 60, 120, 250, 500])
def test_whatever_is_written_stands_about_as_high_as_the_pdf_has_it(mean):
    chance = random.Random(mean + 2)
    for _ in range(3):
        assert_as_high(written_by(chance, mean))


def assert_as_high(session):
    blocks = short_report(clean(settled(session))).blocks
    boxes = list(stacked(blocks, COMPACT.column, DOCUMENT))
    found = sum(box.height + min(box.before, _SHORT_GAP) for box in boxes)

    assert height(blocks, COMPACT.column) == pytest.approx(found, abs=30)
