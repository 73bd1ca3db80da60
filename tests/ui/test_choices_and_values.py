"""Ronde 7 on the laptop: choices beside values, and what the letters stand for."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from beraad.ui.rondes.matrix import Matrix
from beraad.ui.widgets.page_width import PageWidth
from tests.builders import filled_session


def test_every_letter_that_was_chosen_has_its_words(qtbot):
    session = filled_session()
    matrix = Matrix(PageWidth())
    qtbot.addWidget(matrix)
    words = matrix.findChild(QLabel, "letters-stand-for")

    matrix.show_said({}, session)
    assert words.isHidden()

    matrix.show_said({"zorg": ("C",), "moed": ("A", "C")}, session)
    told = words.text().splitlines()
    assert [line.lstrip("◆ ")[0] for line in told] == ["A", "C"]
    for line, place in zip(told, (0, 2), strict=True):
        assert line.endswith(session.options[place].short or session.options[place].text)
