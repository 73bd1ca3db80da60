"""Page one of a werkverslag: everything in short, however much was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pikepdf import Pdf

from beraad.privacy.clean import clean
from beraad.records import Agreement, AnswerState, Dialogue, Id, Setting
from beraad.report.blocks import Bullets, Callout, Heading, Run
from beraad.report.compose import work_report
from beraad.report.pdf import render
from beraad.report.pdf.reading import drawn
from beraad.report.plain import plain_text
from tests.builders import filled_session

ENDLESS = "overwegingen waarmee niemand klaar was, en waar het gesprek steeds op terugkwam " * 30
SENTENCES = "Wij wogen dit samen, en het bleef schuren. " * 40


def written(text: str, *, agreements: int):
    session = filled_session()
    return replace(
        session,
        opening=replace(session.opening, title=text, team=text, setting=Setting.PRACTICE),
        dilemma=replace(session.dilemma, moral_question=text),
        options=tuple(replace(option, short="", text=text) for option in session.options),
        dialogue=Dialogue(shared=text, core_difference=text, minority_view=text),
        agreements=tuple(
            Agreement(
                id=Id(f"x{number}"),
                what=text,
                role=text,
                due=date(2026, 12, 28),
                look_back=date(2027, 2, 28),
            )
            for number in range(agreements)
        ),
        signal=replace(session.signal, bottleneck=text),
        conclusion=replace(
            session.conclusion, answer=text, recipients=text, keep_until=date(2027, 5, 1)
        ),
    )


@pytest.mark.parametrize("text", [ENDLESS, SENTENCES], ids=["one sentence", "sentences"])
@pytest.mark.parametrize("agreements", [1, 4, 40])
def test_in_short_never_leaves_the_first_page(text, agreements):
    document = work_report(clean(written(text, agreements=agreements)))
    box = next(block for block in document.blocks if isinstance(block, Callout))
    last = plain_text(replace(document, blocks=(box,))).splitlines()[-2]

    with Pdf.open(BytesIO(render(document))) as pdf:
        first = " ".join(drawn(pdf.pages[0]).split())

    assert last.startswith("Signaal: ")
    assert "In het kort" in first
    assert " ".join(last.split()) in first


def test_what_was_cut_says_where_the_rest_is_and_stands_there_whole():
    document = work_report(clean(written(SENTENCES, agreements=9)))
    text = plain_text(document)

    assert "meer onder Dialoog" in text
    assert "meer onder Het dilemma" in text
    assert "en nog 6: zie Afspraken" in text
    assert text.count(SENTENCES.strip()) >= 9


def test_the_box_says_what_is_chosen_between_and_which_signal_came_of_it():
    document = work_report(clean(filled_session()))
    box = next(block for block in document.blocks if isinstance(block, Callout))
    text = plain_text(replace(document, blocks=(box,)))

    assert "◆ A Een voorschot geven" in text
    assert "● B De vier weken aanhouden" in text
    assert f"Signaal: {filled_session().signal.bottleneck}" in text


def test_in_short_says_the_answer_and_whether_it_is_shared():
    session = filled_session()
    found = replace(session.conclusion, answer="Nog niet.", answer_state=AnswerState.DIVIDED)
    text = plain_text(work_report(clean(replace(session, conclusion=found))))

    assert "Antwoord voor nu, niet door iedereen gedeeld: Nog niet." in text


def test_in_short_names_every_day_on_which_is_looked_back():
    days = (date(2027, 2, 28), date(2026, 12, 28), date(2027, 2, 28))
    agreements = tuple(
        Agreement(id=Id(f"x{number}"), what="Bellen.", look_back=day)
        for number, day in enumerate(days)
    )
    text = plain_text(work_report(clean(replace(filled_session(), agreements=agreements))))

    assert "Terugkijken: 28 december 2026 en 28 februari 2027" in text


def test_what_was_cut_in_short_leads_to_where_the_rest_stands():
    document = work_report(clean(written(SENTENCES, agreements=40)))
    headings = {block.text for block in document.blocks if isinstance(block, Heading)}
    box = next(block for block in document.blocks if isinstance(block, Callout))
    texts = [box.lead, *(line for block in box.blocks for line in lines_of(block))]
    led = {piece.to for text in texts for piece in text if isinstance(piece, Run) and piece.to}

    assert led == {"Het dilemma", "Conclusie", "Dialoog", "Afspraken"}
    assert led <= headings


def lines_of(block):
    return block.items if isinstance(block, Bullets) else (block.text,)
