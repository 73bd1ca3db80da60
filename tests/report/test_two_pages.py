"""The short werkverslag: never more than two pages, and what a team needs is on them."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import page
import pytest
from pikepdf import Pdf

from beraad.phases.dates import full_date
from beraad.phases.model import FieldKind
from beraad.phases.signal import MORE
from beraad.privacy.clean import admitted, clean, clean_signal
from beraad.publishing.lengths import Length
from beraad.publishing.making import Wish, as_given_out, making
from beraad.records import Agreement, AnswerState, Id, Layer, RegisteredSignal, SignalContent
from beraad.records.anatomy import text_fields
from beraad.report.blocks import Callout, Table, WritingLines
from beraad.report.compose import short_report, signal_report, stamped
from beraad.report.edition import Edition
from beraad.report.house.style import OURS, House, Logo
from beraad.report.pdf import render
from beraad.report.pdf.fonts import register
from beraad.report.pdf.pages import paginated
from beraad.report.pdf.paper import COMPACT
from beraad.report.pdf.reading import drawn
from beraad.report.pdf.story import story
from beraad.report.plain import plain_text
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW, filled_session, looked_back, settled
from tests.report.test_first_page import ENDLESS, SENTENCES
from tests.report.test_house_style import png
from tests.steps import answered
from tools.invented.full import full_session

_TOLD = (
    "opening",
    "case",
    "dilemma",
    "dialogue",
    "conclusion",
    "signal",
    "options",
    "harms",
    "values",
    "stakeholders",
    "considerations",
    "agreements",
    "told_answers",
    "earlier_agreements",
)


def saying(text):
    """A full beraad in which everything that the short verslag tells is this text."""

    def said(record):
        return replace(record, **dict.fromkeys(text_fields(type(record)), text))

    full = looked_back(full_session())
    return replace(
        full,
        **{
            name: tuple(map(said, found)) if isinstance(found, tuple) else said(found)
            for name in _TOLD
            for found in (getattr(full, name),)
        },
    )


BERADEN = {
    **{case.name: load(case, now=NOW, held_on=HELD_ON) for case in practice_cases()},
    "more than any team writes": looked_back(full_session()),
    "endless": saying(ENDLESS),
    "sentences": saying(SENTENCES),
}
WORDS = (
    "overweging", "inwoner", "het", "de", "een", "en", "maar", "wij", "regel", "voorschot",
    "bestaanszekerheid", "gemeente", "bijstand", "aan.",
)  # fmt: skip


def written_by(chance, mean):
    """A full beraad with texts of every length around this one, and lists of every length."""

    def text():
        length = chance.expovariate(1 / mean)
        said = ""
        while len(said) < length:
            said += f"{chance.choice(WORDS)} "
        return said.strip()

    def said(record):
        return replace(record, **{name: text() for name in text_fields(type(record))})

    full = looked_back(full_session())
    return replace(
        full,
        **{
            name: tuple(said(one) for one in found[: chance.randint(0, len(found))])
            if isinstance(found, tuple)
            else said(found)
            for name in _TOLD
            for found in (getattr(full, name),)
        },
    )


def several(sample, chance, mean, most):
    """So many of them at most: the first, and a sample of the others."""
    for number in range(min(most, _LETTERS // mean)):
        session = written_by(chance, mean)
        if number == 0 or sample.takes(f"{mean} {number}", one_in=4):
            yield settled(session)


_MANY = 6
"""So many agreements are on two pages, whatever else was written."""

_LETTERS = 1500
"""Of long texts fewer do: they are all cut, and reading them takes the time."""
MARK = Edition(number=12, final=False, made_on=date(2026, 11, 20), changed=("De casus",))


@pytest.mark.parametrize("session", BERADEN.values(), ids=BERADEN.keys())
def test_it_has_two_pages_at_most(session):
    data = render(stamped(short_report(clean(settled(session))), MARK))

    with Pdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) <= 2
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


@pytest.mark.walk
@pytest.mark.parametrize("mean", [20, 60, 120, 250, 500])
def test_it_has_two_pages_whatever_is_written(mean, sample):
    register()
    chance = random.Random(mean)
    logo = Logo(data=png(), kind="image/png", width=150, height=60, alternative="Logo")
    house = House(name="Gemeente Duinwijk", logo=logo)

    for session in several(sample, chance, mean, 20):
        document = stamped(replace(short_report(clean(session)), house=house), MARK)

        boxes = story(document, COMPACT.column)
        assert len(paginated(boxes, COMPACT.column_height)) <= 2


def agreements_in(document):
    """How many agreements stand in it, and of how many it says that they stand elsewhere."""
    tables = [one for one in document.blocks if isinstance(one, Table) and one.header[0] == "Wat"]
    told = re.search(r"^En nog (\d+) afspra\S+: zie het", plain_text(document), re.MULTILINE)
    return sum(len(one.groups) for one in tables), int(told[1]) if told else 0


@pytest.mark.parametrize("case", [case.name for case in practice_cases()])
def test_the_answer_and_every_agreement_of_an_oefencasus_are_on_it(case):
    session = settled(BERADEN[case])
    cleaned = clean(session)
    document = short_report(cleaned)
    text = plain_text(document)

    assert agreements_in(document) == (len(session.agreements), 0)
    for one in cleaned.agreements:
        assert one.role in text
        assert full_date(one.due) in text
    assert " ".join(cleaned.conclusion.answer.split()) in text


@pytest.mark.walk
@pytest.mark.parametrize("mean", [20, 60, 120, 250])
def test_agreements_are_the_last_to_go_and_it_says_how_many_went(mean, sample):
    chance = random.Random(mean + 1)
    for session in several(sample, chance, mean, 12):
        made = [one for one in session.agreements if one.what or one.role or one.due]
        shown, elsewhere = agreements_in(short_report(clean(session)))

        assert shown + elsewhere == len(made)
        assert shown >= min(len(made), _MANY)


@pytest.mark.parametrize("name", ["more than any team writes", "endless", "sentences"])
def test_of_too_many_agreements_it_says_how_many_are_elsewhere(name):
    session = settled(BERADEN[name])
    shown, elsewhere = agreements_in(short_report(clean(session)))

    assert shown + elsewhere == len(session.agreements) > _MANY
    assert shown >= _MANY


def test_more_is_said_where_there_is_room():
    long = "Wij bellen eerst de jongere en daarna de verhuurder, want die twee wachten het langst."
    calm = replace(
        filled_session(),
        agreements=(Agreement(id=Id("a"), what=long * 2, role="inbrenger"),),
    )

    assert long * 2 in plain_text(short_report(clean(settled(calm))))
    longer = tuple(replace(one, what=long * 12) for one in calm.agreements)
    crowded = settled(replace(saying(ENDLESS), agreements=longer))
    assert long * 12 not in plain_text(short_report(clean(crowded)))


def test_it_says_the_question_the_answer_and_whether_that_is_shared():
    session = filled_session()
    found = replace(session.conclusion, answer="Nog niet.", answer_state=AnswerState.DIVIDED)
    text = plain_text(short_report(clean(replace(session, conclusion=found))))

    assert "De vraag\nMag ik een voorschot geven" in text
    assert "Antwoord voor nu, niet door iedereen gedeeld: Nog niet." in text


@pytest.mark.parametrize(
    "said",
    [
        "de jongere: Hij raakt zijn slaapplek kwijt",
        "de teamleider\nhet wijkteam",
        "De jongere bellen\ninbrenger\n18 november 2026",
        "Samen afgesproken: Wie wat zegt, blijft tussen ons.",
        "Wie leest als eerste: de inbrenger",
    ],
)
def test_it_says_what_a_team_needs(said):
    assert said in plain_text(short_report(clean(filled_session())))


def test_agreements_come_by_day():
    text = plain_text(short_report(clean(filled_session())))

    assert text.index("18 november 2026") < text.index("1 december 2026")


def test_what_is_left_out_is_counted_and_the_whole_verslag_named():
    text = plain_text(short_report(clean(settled(full_session()))))

    assert re.search(r"En nog \d+: meer in het volledige verslag\.", text)


def test_both_lengths_are_one_version():
    session = filled_session()
    short = making(
        session, None, Wish(layer=Layer.WORK, length=Length.SHORT), today=HELD_ON, house=OURS
    )
    kept = replace(session, versions=(short.as_version(),))
    whole = as_given_out(kept, None, Layer.WORK, house=OURS)

    assert short.document.stem == "2026-W47 Voorschot in de zoekperiode werkverslag kort concept 1"
    assert whole.document.stem == "2026-W47 Voorschot in de zoekperiode werkverslag concept 1"
    assert not whole.is_new


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_a_signal_has_one_page_and_begins_with_what_is_asked(case):
    session = settled(load(case, now=NOW, held_on=HELD_ON))
    besides = {field.name: getattr(SignalContent(), field.name) for field in MORE}
    bare = replace(session, signal=replace(session.signal, **besides))
    document = signal_report(clean_signal(bare))

    with Pdf.open(BytesIO(render(document))) as pdf:
        assert len(pdf.pages) == 1
    first = document.blocks[0]
    assert isinstance(first, Callout)
    assert first.title == "Wij vragen"
    assert isinstance(document.blocks[-1], WritingLines)


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_what_is_told_besides_stands_on_the_same_sheet_above_the_answer(case):
    signal = clean_signal(settled(load(case, now=NOW, held_on=HELD_ON)))
    document = signal_report(signal)
    logo = Logo(data=png(), kind="image/png", width=150, height=60, alternative="Logo")
    data = render(replace(document, house=House(name="Gemeente Duinwijk", logo=logo)))

    with Pdf.open(BytesIO(data)) as pdf, Pdf.open(BytesIO(render(document))) as bare:
        assert (len(pdf.pages), len(bare.pages)) == (1, 1)
    assert isinstance(document.blocks[-1], WritingLines)
    told = plain_text(document)
    assert "meer onder" not in told
    content = signal.content
    for field in text_fields(SignalContent):
        assert " ".join(getattr(content, field).split()) in told
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


def test_what_does_not_fit_comes_after_the_answer_on_a_second_sheet():
    session = filled_session()
    besides = {field.name: SENTENCES[:400] for field in MORE if field.kind is FieldKind.TEXT}
    told = replace(session.signal, **besides)
    document = signal_report(clean_signal(settled(replace(session, signal=told))))
    answer = next(n for n, each in enumerate(document.blocks) if isinstance(each, WritingLines))

    with Pdf.open(BytesIO(render(document))) as pdf:
        first, *others = (" ".join(drawn(page).split()) for page in pdf.pages)
    assert "Rol en datum" in first
    assert others
    assert "Meer over dit signaal" in [getattr(one, "text", "") for one in document.blocks[answer:]]


@pytest.mark.parametrize("text", [ENDLESS, SENTENCES], ids=["one sentence", "sentences"])
def test_a_long_signal_keeps_question_and_answer_on_one_page(text):
    session = filled_session()
    told = replace(session.signal, **dict.fromkeys(text_fields(type(session.signal)), text))
    document = signal_report(clean_signal(settled(replace(session, signal=told))))
    data = render(document)

    with Pdf.open(BytesIO(data)) as pdf:
        first, *others = (" ".join(drawn(page).split()) for page in pdf.pages)
    for said in ("Wij vragen", "Antwoord voor:", "meer onder Voluit", "We doen niets, want:"):
        assert said in first
    assert "Rol en datum" in first
    assert others
    assert " ".join(text.split())[:2000] in plain_text(document)
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


def test_who_is_asked_who_asks_and_who_reports_back_keep_every_line():
    session = filled_session()
    told = replace(
        session.signal,
        recipient="afdeling beleid\nafdeling uitvoering",
        sender_role="Team Jongeren\nTeam Wonen",
        reports_back="de teamleider\nde jongerenwerker",
    )
    text = plain_text(signal_report(clean_signal(replace(session, signal=told))))

    assert "Aan: afdeling beleid\nafdeling uitvoering\nVan: Team Jongeren\nTeam Wonen" in text
    assert "Wie koppelt terug: de teamleider\nde jongerenwerker" in text


@pytest.mark.parametrize("times", [4, 900])
def test_a_bottleneck_too_long_for_the_title_stands_there_whole(times):
    session = filled_session()
    long = " ".join(["Zij wachten, en niemand weet waarop."] * times)
    told = replace(session.signal, bottleneck=long)
    document = signal_report(clean_signal(settled(replace(session, signal=told))))

    assert len(document.title) < len(long)
    assert long in plain_text(document)


def test_a_signal_that_fits_says_nothing_twice():
    document = signal_report(clean_signal(filled_session()))

    assert not any(getattr(block, "text", "") == "Voluit" for block in document.blocks)


def test_an_answer_stands_where_it_could_be_written():
    signal = RegisteredSignal(
        id=Id("s"),
        content=filled_session().signal,
        team="Team Jongeren",
        week="2026-W47",
        registered_on=HELD_ON,
        steps=answered("De lijn komt er."),
    )
    document = signal_report(admitted(signal))

    assert not any(isinstance(block, WritingLines) for block in document.blocks)
    assert "De lijn komt er." in plain_text(document)
