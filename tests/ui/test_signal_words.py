"""What the screen of a signal says: of steps that do not count, in short, and before it keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from beraad.privacy.leaving.later import places_in
from beraad.records import Outcome, StepKind
from beraad.signals.life import life, passed_stations
from beraad.ui.signals.in_short import InShort
from beraad.ui.signals.read_texts import ReadTexts
from beraad.ui.signals.stations import StationLine
from beraad.ui.signals.step_form import StepForm
from beraad.ui.signals.timeline import Timeline
from tests.conftest import NOW, TODAY
from tests.steps import SIGNAL, a_step, passed_on

EARLY, SOON, LATE = date(2026, 11, 15), date(2026, 11, 20), date(2026, 11, 30)
FIRST = a_step(StepKind.ANSWERED, SOON, words="Het mag.")
SECOND = a_step(StepKind.ANSWERED, LATE, words="Toch niet.")


def said(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


@pytest.fixture
def timeline(qtbot):
    def make(*steps):
        made = Timeline(replace(SIGNAL, steps=(passed_on(EARLY), *steps)), unread=())
        qtbot.addWidget(made)
        return made

    return make


def test_a_telling_of_an_answer_of_before_says_that_it_was_of_that_one(timeline):
    told = a_step(StepKind.TOLD, SOON, about=FIRST.id)

    texts = "\n".join(said(timeline(FIRST, SECOND, told)))

    assert "Dit ging over het antwoord van 20 november 2026. Daarna kwam er een ander." in texts
    assert "past niet bij" not in texts


def test_what_does_not_count_stands_by_its_day_and_says_why(timeline):
    withdrawn = a_step(StepKind.WITHDRAWN, EARLY, words="De regel verviel.")

    texts = said(timeline(FIRST, withdrawn))

    first, last = (
        next(place for place, text in enumerate(texts) if word in text)
        for word in ("Ingetrokken", "Het mag.")
    )
    assert first < last
    assert any("er staat al wat er op 20 november 2026 uit kwam" in text for text in texts)


def test_after_a_withdrawal_it_says_so_of_what_comes_later(timeline):
    withdrawn = a_step(StepKind.WITHDRAWN, EARLY, words="De regel verviel.")
    none = a_step(StepKind.NO_ANSWER, SOON)

    texts = "\n".join(said(timeline(withdrawn, none)))

    assert "het signaal is ingetrokken op 15 november 2026" in texts


def test_the_way_of_a_withdrawn_signal_shows_how_far_it_had_come(qtbot):
    signal = replace(
        SIGNAL, steps=(passed_on(), a_step(StepKind.RECEIVED), a_step(StepKind.WITHDRAWN))
    )
    passed = passed_stations(life(signal))
    assert passed == 2
    assert passed_stations(life(replace(SIGNAL, steps=signal.steps[2:]))) == 0

    line = StationLine(ended=True)
    qtbot.addWidget(line)
    line.show_passed(passed)

    assert line.accessibleName() == "Stap 2 van 6 gezet; verder ging het niet."


def test_in_short_says_what_the_paper_says(qtbot):
    content = replace(
        SIGNAL.content,
        answer_due=date(2027, 1, 15),
        urgent_before=date(2027, 3, 1),
        custom_tried="Een noodfonds.",
        custom_falls_short="Het is te klein.",
        seen_by="het team",
        small_step="Een brief.",
    )
    made = InShort(replace(SIGNAL, content=content), ())
    qtbot.addWidget(made)
    texts = said(made)

    for text in (
        "15 januari 2027",
        "1 maart 2027",
        "Een noodfonds.",
        "Het is te klein.",
        "het team",
        "Een brief.",
    ):
        assert text in texts


@pytest.fixture
def answering(qtbot):
    def make(**options):
        parent = Timeline(SIGNAL, unread=())
        qtbot.addWidget(parent)
        read = ReadTexts(
            parent, places_in=lambda text: places_in(text, None, on=TODAY), now=lambda: NOW
        )
        form = StepForm(
            StepKind.ANSWERED,
            texts={"words": "Het mag."},
            today=lambda: TODAY,
            read=read,
            others=lambda _: (),
            **options,
        )
        qtbot.addWidget(form)
        taken = []
        form.taken.connect(taken.append)
        return form, taken

    return make


def test_an_answer_without_a_kind_is_asked_about_before_it_is_kept(answering):
    form, taken = answering()

    form._on_keep()

    assert not taken
    assert any("Kies eerst bij “Wat is het antwoord?”" in text for text in said(form))
    form._choice.edited.emit(Outcome.CHANGE)
    form._on_keep()
    assert [step.outcome for step in taken] == [Outcome.CHANGE]


def test_who_was_told_no_kind_can_keep_it_so(answering):
    form, taken = answering()

    form._on_keep()
    form._on_keep()

    assert [step.outcome for step in taken] == [None]


def test_an_answer_of_before_is_written_otherwise_without_a_kind(answering):
    form, taken = answering(again=replace(FIRST, outcome=None))

    form._on_keep()

    assert [step.outcome for step in taken] == [None]
