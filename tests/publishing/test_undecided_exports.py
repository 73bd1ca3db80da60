"""No way out of a beraad while a person still has something to decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.privacy.clean import clean, clean_signal, forbidden_words
from beraad.privacy.review.survey import survey
from beraad.publishing.proving import write_proven
from beraad.publishing.registering import registered
from beraad.records import CaseAccount, Id, SignalContent
from beraad.report.compose import signal_report, work_report
from beraad.report.formats import Format, rendered
from beraad.report.json import render_signals
from tests.builders import empty_session, settled

TODAY = date(2026, 11, 22)
POINTED_OUT = ("Zij is 52 jaar.", "Hij kreeg 1234 euro.", "Hun zoon van 9 slaapt slecht.")
ordinary = st.sampled_from(("Er was een gesprek.", "Dat duurde lang.", ""))
open_texts = st.lists(st.sampled_from(POINTED_OUT) | ordinary, min_size=1, max_size=5).filter(
    lambda pieces: any(piece in POINTED_OUT for piece in pieces)
)


def with_text(text):
    return replace(
        empty_session(), case=CaseAccount(situation=text), signal=SignalContent(what=text)
    )


def documents(session):
    return work_report(clean(session)), signal_report(clean_signal(session))


@given(open_texts.map(" ".join).map(with_text))
@settings(max_examples=25, deadline=None)
def test_undecided_finds_block_every_exporter(session):
    for document in documents(session):
        for form in Format:
            with pytest.raises(Solvable, match="nog open"):
                rendered(document, form)
    with pytest.raises(Solvable, match="nog open"):
        render_signals([clean_signal(session)])
    with pytest.raises(Solvable, match="nog open"):
        registered(clean_signal(session), identity=Id("x"), today=TODAY)


@given(open_texts.map(" ".join).map(with_text))
@settings(max_examples=25, deadline=None)
def test_what_is_decided_blocks_nothing(session):
    report, signal = documents(settled(session))

    assert rendered(report, Format.MARKDOWN)
    assert rendered(signal, Format.JSON)
    assert registered(clean_signal(settled(session)), identity=Id("x"), today=TODAY)


@pytest.mark.parametrize("form", Format)
def test_nothing_is_written_while_a_place_is_open(form, tmp_path):
    session = with_text(POINTED_OUT[0])
    for document in documents(session):
        with pytest.raises(Solvable) as told:
            write_proven(document, [form], tmp_path, words=forbidden_words(session))
        assert told.value.happened == "Eén plek staat nog open."
        assert "52" not in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_a_place_in_the_signal_does_not_hold_up_the_verslag():
    session = replace(empty_session(), signal=SignalContent(what=POINTED_OUT[0]))

    assert clean(session).open_count == 0
    assert clean_signal(session).open_count == 1
    assert rendered(work_report(clean(session)), Format.MARKDOWN)


@given(open_texts.map(" ".join))
@settings(max_examples=25, deadline=None)
def test_as_many_are_open_as_the_survey_points_out(text):
    session = with_text(text)

    assert clean(session).open_count == len(survey(session).open) > 0
