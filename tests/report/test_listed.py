"""What is said beside each other stands as a list in every form, with no sign of ours between."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pikepdf import Pdf

from beraad.phases.wording import option_mark
from beraad.privacy.clean import clean
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.records import Harm, Id
from beraad.report.blocks import Look, Run, stretches
from beraad.report.compose import lesson_report, short_report, work_report
from beraad.report.formats import Format, rendered
from beraad.report.pdf.reading import drawn
from beraad.report.plain import plain_text
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW, filled_session, settled

CASES = {case.name: load(case, now=NOW, held_on=HELD_ON) for case in practice_cases()}
SCHULD = CASES["schuldhulp-na-een-fraudeschuld"]


def lines_of(document, form):
    data = rendered(document, form)
    if form is Format.PDF:
        with Pdf.open(BytesIO(data)) as pdf:
            return [line.strip() for page in pdf.pages for line in drawn(page).splitlines()]
    if form is Format.MARKDOWN:
        return [line.strip("> ") for line in data.decode().splitlines()]
    if form is Format.HTML:
        return re.split(r"<[^>]+>", data.decode())
    name, end = ("word/document.xml", "w:p") if form is Format.DOCX else ("content.xml", "text:p")
    told = ZipFile(BytesIO(data)).read(name).decode()
    return [re.sub(r"<[^>]+>", "", part) for part in told.split(f"</{end}>")]


@pytest.mark.parametrize("session", CASES.values(), ids=CASES)
@pytest.mark.parametrize(
    "form", [Format.PDF, Format.MARKDOWN, Format.HTML, Format.DOCX, Format.ODT]
)
def test_each_value_of_a_leerverslag_stands_by_itself(session, form):
    values = session.lesson.value_conflict.split("\n\n")
    lines = lines_of(lesson_report(clean_lesson(session)), form)

    assert len(values) > 1
    assert [value for value in values if value not in lines] == []


def test_one_alone_and_a_note_are_no_list():
    one, two, note = (Run("a"),), (Run("b"),), (Run("en nog 2", Look.MUTED),)

    assert list(stretches((one, note))) == [(False, (one,)), (False, (note,))]
    assert list(stretches((one, two, note))) == [(True, (one, two)), (False, (note,))]


@pytest.mark.parametrize("form", [Format.HTML, Format.DOCX, Format.ODT, Format.MARKDOWN])
def test_lists_in_the_short_verslag_have_bullets(form):
    document = short_report(clean(settled(SCHULD)))
    data = rendered(document, form)

    match form:
        case Format.HTML:
            assert "<li>buurtgenoten die dit te makkelijk vinden</li>" in data.decode()
        case Format.DOCX:
            told = ZipFile(BytesIO(data)).read("word/document.xml").decode()
            style = r'w:val="Lijstintabel"></w:pStyle></w:pPr>'
            assert re.search(style + r"<w:r><w:t[^>]*>buurtgenoten die", told)
        case Format.ODT:
            told = ZipFile(BytesIO(data)).read("content.xml").decode()
            assert re.search(r"<text:list-item><text:p[^>]*>buurtgenoten die[^<]*</text:p>", told)
        case _:
            assert "\n- buurtgenoten die dit te makkelijk vinden\n" in data.decode()


@pytest.mark.parametrize("session", CASES.values(), ids=CASES)
def test_the_short_verslag_shows_every_option_that_was_chosen(session):
    session = settled(session)
    text = plain_text(short_report(clean(session)))
    told = text[text.index("Wat iedereen afwoog") : text.index("Afspraken")]
    said = session.considerations
    chosen = {choice for one in said for choice in (one.choice_id, one.revised_choice_id)}

    for choice in chosen - {None}:
        assert f"{option_mark(session.letter(choice))} " in told


def test_a_harm_that_only_says_whom_stands_in_the_short_verslag():
    session = filled_session()
    harm = Harm(id=Id("h"), option_id=session.option_a.id, who="de buren", text="")
    text = plain_text(short_report(clean(replace(session, harms=(harm,)))))

    assert "de buren" in text


@pytest.mark.parametrize("session", CASES.values(), ids=CASES)
def test_markdown_never_puts_a_note_in_brackets_of_its_own(session):
    for document in (short_report(clean(settled(session))), work_report(clean(settled(session)))):
        told = rendered(document, Format.MARKDOWN).decode()
        assert "(*" not in told


def test_what_was_typed_on_two_lines_is_two_things():
    session = filled_session()
    first, *others = session.considerations
    two = replace(first, harm="de buren\nde wachtende jongeren")
    text = plain_text(work_report(clean(replace(session, considerations=(two, *others)))))

    assert "de buren\n" in text
    assert "de buren de wachtende" not in text
