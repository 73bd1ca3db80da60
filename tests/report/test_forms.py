"""Forms to write on: what stands on them, how they are read aloud, and what never costs them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from io import BytesIO

import page
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from reportlab.pdfbase.pdfmetrics import getFont

from beraad.editing.operations import with_all_whole
from beraad.errors import Solvable
from beraad.phases import consideration
from beraad.phases.course import Course
from beraad.phases.model import Field
from beraad.phases.rondes import PHASES
from beraad.privacy.clean import clean, clean_signal, forbidden_words
from beraad.records import (
    CaseState,
    Dilemma,
    Id,
    KnownWord,
    Option,
    Participant,
    Presence,
    Setting,
    Stakeholder,
)
from beraad.report.forms.kinds import FORMS, made
from beraad.report.forms.model import Board, Sheet
from beraad.report.forms.names import FormKind
from beraad.report.forms.plain import paragraphs
from beraad.report.forms.plan import Plan, plan_of
from beraad.report.forms.writing import write_forms
from beraad.report.pdf import styles
from beraad.report.pdf.fonts import register
from beraad.report.pdf.forms import render, settled
from beraad.report.pdf.glyphs import printable
from beraad.report.pdf.sheets import PAPERS
from tests.builders import HELD_ON, empty_session, filled_session
from tests.report.hostile import HOSTILE_TEXTS
from tests.report.reading import pdf_pages, without_spaces
from tests.report.structure import as_heard, opened, read_aloud
from tests.strategies import sessions

_A3 = {
    "rondekaart": (842, 1191),
    "rondeposters": (842, 1191),
    "perspectievenbord": (1191, 842),
}
PLAN = Plan()


def crowded(text="Iets anders doen", count=30):
    """A beraad with more options, people and perspectives than any form was drawn for."""
    session = filled_session()
    numbers = range(count)
    return replace(
        session,
        dilemma=Dilemma(moral_question=text),
        options=tuple(Option(id=Id(f"o{n}"), text=text) for n in numbers),
        stakeholders=tuple(Stakeholder(id=Id(f"s{n}"), name=text) for n in numbers),
        participants=tuple(Participant(id=Id(f"p{n}"), role="rol") for n in numbers),
        considerations=(),
    )


BERADEN = {
    "blank": None,
    "empty": clean(empty_session()),
    "filled": clean(filled_session()),
    "crowded": clean(crowded()),
}
beraden = pytest.mark.parametrize("cleaned", BERADEN.values(), ids=BERADEN.keys())
kinds = pytest.mark.parametrize("kind", FormKind)


def said(form):
    return "\n".join(paragraphs(form))


def test_every_name_has_a_form():
    assert list(FORMS) == list(FormKind)


@kinds
@beraden
def test_an_independent_checker_finds_no_fault(kind, cleaned):
    data = render(made(kind, cleaned, PLAN))

    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


@pytest.mark.parametrize("kind", [FormKind.CARDS, FormKind.BOARD])
@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_hostile_text_never_costs_a_form(kind, text):
    data = render(made(kind, clean(crowded(text[:3_000], count=4)), PLAN))

    assert page.validate_pdf_bytes(data, profile="ua1").failures == []
    with opened(data) as pdf:
        assert not [image for one in pdf.pages for image in one.get_images()]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sessions(most=3))
def test_however_odd_a_beraad_it_has_its_forms(session):
    cleaned, plan = clean(session), plan_of(session)

    for kind in FormKind:
        assert render(made(kind, cleaned, plan)).startswith(b"%PDF-1.7")


@kinds
@beraden
def test_every_word_is_read_aloud_in_order(kind, cleaned):
    form = settled(made(kind, cleaned, PLAN))
    with opened(render(form)) as pdf:
        heard = [as_heard(text) for text in read_aloud(pdf) if text != "•"]

    expected = [as_heard(printable(text)) for text in paragraphs(form)]
    assert "".join(map(without_spaces, heard)) == "".join(map(without_spaces, expected))


@kinds
def test_nobody_is_named(kind):
    session = crowded("Mag Farida Bouchrit wachten?", count=2)
    people = (Participant(id=Id("p"), role="klantmanager", name="Farida Bouchrit"),)
    session = replace(session, participants=people)

    assert forbidden_words(session)
    text = said(made(kind, clean(session), plan_of(session)))
    assert "Farida" not in text
    assert "Bouchrit" not in text
    assert "klantmanager" not in text


@kinds
def test_the_paper_is_the_one_that_was_promised(kind):
    with opened(render(made(kind, None, PLAN))) as pdf:
        sizes = {tuple(round(float(side)) for side in one.MediaBox[2:]) for one in pdf.pages}

    assert sizes == {_A3.get(kind, (595, 842))}


@kinds
def test_the_same_form_gives_the_same_bytes_and_says_nothing_of_who_made_it(kind):
    data = render(made(kind, None, PLAN))

    assert data == render(made(kind, None, PLAN))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/Author" not in pdf.docinfo
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123000000Z"


@pytest.mark.parametrize("kind", [FormKind.ROUNDS, FormKind.BOARD])
@pytest.mark.parametrize("cleaned", [None, BERADEN["filled"]], ids=["blank", "filled"])
def test_what_hangs_on_the_wall_is_one_sheet(kind, cleaned):
    assert len(pdf_pages(render(made(kind, cleaned, PLAN)))) == 1


def test_two_cards_fit_on_a_sheet_and_each_participant_has_one():
    plan = plan_of(filled_session())
    form = made(FormKind.CARDS, BERADEN["filled"], plan)
    pages = pdf_pages(render(form))

    assert plan.weighing == 5
    assert [text.count("Mijn afweging") for text in pages] == [2, 2, 1]
    assert [f"Kaart {number}" in said(form) for number in range(1, 7)] == [True] * 5 + [False]


def test_a_card_with_many_options_has_a_sheet_of_its_own():
    form = made(FormKind.CARDS, BERADEN["crowded"], plan_of(crowded(count=3)))
    pages = pdf_pages(render(form))

    assert [text.count("Mijn afweging") for text in pages] == [1] * 3


@pytest.mark.parametrize("kind", [FormKind.FEEDBACK, FormKind.BRIEFING])
@pytest.mark.parametrize("practice", [False, True], ids=["real", "practice"])
def test_a_letter_has_one_sheet_also_when_it_is_an_oefening(kind, practice):
    session = filled_session()
    setting = Setting.POLICY_DRILL if practice else Setting.OWN_MEETING
    session = replace(session, opening=replace(session.opening, setting=setting))

    assert len(pdf_pages(render(made(kind, clean(session), plan_of(session))))) == 1


@pytest.mark.parametrize("options", [7, 9, 10])
def test_many_options_that_are_long_still_leave_two_cards_on_a_sheet(options):
    act = "Samen met hem de aanvraag klaarzetten en meteen de school bellen over de plek"
    session = crowded(act, count=options)
    form = made(FormKind.CARDS, clean(session), Plan(weighing=8))
    pages = pdf_pages(render(form))

    assert [text.count("Mijn afweging") for text in pages] == [2] * 4
    assert {text.count("Samen met hem de aanvraag") for text in pages} == {2 * (options + 1)}
    assert pages[0].count("Hoe zeker ben je?") == 2


def test_a_card_offers_the_options_of_this_beraad_and_room_for_the_rest():
    session = filled_session()
    two = replace(session, options=session.options[:2], considerations=())
    text = said(made(FormKind.CARDS, clean(two), PLAN))

    assert "◆ A\nEen voorschot geven\n● B\nDe vier weken aanhouden\nC\nD\n" in text
    assert "Mag ik een voorschot geven terwijl de zoekperiode nog loopt?" in text


COURSES = [
    Course(),
    Course(clarification_first=True),
    Course(setting=Setting.POLICY),
    Course(case_state=CaseState.CLOSED),
]


@pytest.mark.parametrize("minutes", [45, 90, 150])
@pytest.mark.parametrize("course", COURSES)
def test_the_guide_is_one_sheet_for_each_movement(minutes, course):
    for cleaned in (None, BERADEN["filled"], clean(crowded("Mag ik wachten? " * 20, count=3))):
        plan = Plan(minutes=minutes, course=course, weighing=8)
        first, second, third = pdf_pages(render(made(FormKind.GUIDE, cleaned, plan)))

        assert "Beeld vormen" in first
        assert "Oordeel vormen" in second
        assert "Afspreken wat volgt" in third


def test_the_guide_tells_the_time_of_each_ronde_and_of_the_break():
    plan = Plan(minutes=120, begins=time(13, 50), weighing=7)
    lines = said(made(FormKind.GUIDE, None, plan)).splitlines()
    clocks = [line for line in lines if re.fullmatch(r"\d\d:\d\d", line)]

    assert clocks[0] == "13:50"
    assert clocks == [plan.clock(slot.start) for slot in plan.slots]
    assert "Pauze" in lines
    assert plan.slots[-1].end == 120
    assert "tot 15:50" in lines


@pytest.mark.parametrize(
    ("begins", "told"),
    [(time(13, 30), "Het rondje begint om 14:24."), (None, "Het rondje begint na 54 min.")],
)
def test_the_guide_tells_how_long_everybody_writes_and_when_the_round_begins(begins, told):
    text = said(made(FormKind.GUIDE, None, Plan(begins=begins))).replace("\N{NO-BREAK SPACE}", " ")

    assert "4 minuten om stil te schrijven, dan 11 minuten voor het rondje." in text
    assert told in text


def test_without_a_beginning_the_guide_tells_after_how_many_minutes():
    lines = said(made(FormKind.GUIDE, None, Plan())).splitlines()

    assert "begin" in lines
    assert "na 7\N{NO-BREAK SPACE}min" in lines
    assert not any(line.startswith("tot ") for line in lines)


@pytest.mark.parametrize("course", COURSES)
def test_no_line_of_the_guide_has_one_colon_after_another(course):
    for minutes in (45, 90):
        lines = said(made(FormKind.GUIDE, None, Plan(minutes=minutes, course=course))).splitlines()
        asked = {ask for phase in course.rondes for ask in phase.questions}
        say = {f"“{each}”" for phase in course.rondes for each in phase.say}

        assert any(line.startswith("Korter: ") for line in lines)
        assert not [line for line in lines if line.count(": ") > 1 and line not in asked | say]


@pytest.mark.parametrize("kind", [FormKind.INVITATION, FormKind.BRIEFING, FormKind.GUIDE])
def test_what_is_printed_for_a_policy_question_asks_for_no_case(kind):
    lines = said(made(kind, None, Plan(course=Course(setting=Setting.POLICY))))

    assert said(made(kind, None, Plan())) != lines
    assert "beleid" in lines
    assert not [each for each in ("gebeurde", "een casus", "Mag ik", "mag ik") if each in lines]


def test_a_talk_that_goes_on_past_midnight_has_its_time():
    assert Plan(begins=time(23, 50)).clock(30) == "00:20"


def millimetres(style):
    """How high the capitals of a style are on A3, printed."""
    height = getFont(style.face.value).face.capHeight / 1000
    return style.size * PAPERS[Sheet.POSTER][0].scale * height / 72 * 25.4


def test_question_and_goal_of_a_poster_can_be_read_at_three_metres():
    """Capitals of 1/200 of the distance for the question, and of 1/300 at least for the goal."""
    register()

    assert millimetres(styles.WALL_QUESTION) >= 15
    assert millimetres(styles.WALL_GOAL) >= 10
    assert millimetres(styles.POSTER_TITLE) >= 10


@pytest.mark.parametrize("course", COURSES)
def test_every_ronde_has_one_poster_with_its_goal_and_question(course):
    plan = Plan(course=course)
    pages = pdf_pages(render(made(FormKind.POSTERS, None, plan)))

    assert len(pages) == 8
    for text, (_, phase, _) in zip(pages, plan.rounds, strict=True):
        shown = without_spaces(text)
        assert without_spaces(phase.goal) in shown
        assert without_spaces(phase.questions[0]) in shown


def test_a_card_asks_everything_that_the_screen_asks():
    fields = [each for each in vars(consideration).values() if isinstance(each, Field)]
    text = said(made(FormKind.CARDS, None, PLAN))

    assert len(fields) == 8
    for field in fields:
        assert field.label in text


def test_a_card_says_so_when_it_comes_whole_in_the_verslag():
    session = filled_session()
    agreed = with_all_whole(session, agreed=True, today=HELD_ON)

    assert "blijft tussen ons" in said(made(FormKind.CARDS, clean(session), PLAN))
    assert "komt heel in het verslag" in said(made(FormKind.CARDS, clean(agreed), PLAN))


@pytest.mark.parametrize("count", [1, 6, 9, 13])
def test_a_board_fills_its_last_sheet(count):
    """There is no room for one row more, and the lege stoel stays the last."""
    people = tuple(Stakeholder(id=Id(f"s{n}"), name=f"partij {n}") for n in range(count))
    form = settled(
        made(FormKind.BOARD, clean(replace(filled_session(), stakeholders=people)), PLAN)
    )
    table = form.sheets[0][-1]
    more = replace(form, sheets=((*form.sheets[0][:-1], table.grown()),))

    assert render(form).startswith(b"%PDF")
    assert len(laid(more)) == len(laid(form)) + 1
    assert table.stressed == {len(table.groups) - 1}


def laid(form):
    return pdf_pages(render(replace(form, sheets=(tuple(map(still, form.sheets[0])),))))


def still(block):
    return replace(block, grows_at=None) if isinstance(block, Board) else block


def test_a_letter_to_the_team_says_what_they_saw():
    session = filled_session()
    text = said(made(FormKind.FEEDBACK, clean(session), PLAN))

    assert session.signal.bottleneck in text
    assert "Waarom zo" in text
    assert f"Aan het team: {session.opening.team}" in text
    assert "Aan het team" in said(made(FormKind.FEEDBACK, None, PLAN))


def test_the_wall_shows_the_minutes_of_this_plan_in_its_order():
    plan = Plan(minutes=120, course=Course(clarification_first=True))
    lines = said(made(FormKind.ROUNDS, None, plan)).splitlines()

    assert [line for line in lines if line.endswith("\N{NO-BREAK SPACE}min")] == [
        f"{minutes}\N{NO-BREAK SPACE}min" for minutes in (9, 10, 9, 20, 8, 15, 14, 17)
    ]
    assert lines.index("2 Verheldering") < lines.index("3 Dilemma")


def test_the_guide_holds_every_question_and_pitfall_of_the_method():
    text = said(made(FormKind.GUIDE, None, PLAN))

    for phase in PHASES:
        for line in (phase.goal, phase.speaks, phase.notes, *phase.questions, *phase.pitfalls):
            assert line in text


@pytest.mark.parametrize("with_chair", [True, False])
def test_the_board_always_has_one_lege_stoel_that_stands_out(with_chair):
    presence = Presence.EMPTY_CHAIR if with_chair else Presence.PRESENT
    session = replace(
        filled_session(),
        stakeholders=(Stakeholder(id=Id("s"), name="dochter", presence=presence),),
    )
    board = made(FormKind.BOARD, clean(session), PLAN).sheets[0][-1]

    assert len(board.stressed) == 1
    assert said(made(FormKind.BOARD, clean(session), PLAN)).casefold().count("lege stoel") == 1


def test_a_character_without_glyph_is_a_box_and_is_told(tmp_path):
    form = made(FormKind.CARDS, clean(crowded("twijfel 😔", count=2)), PLAN)

    assert write_forms([form], tmp_path).unprintable == ("😔",)
    assert "twijfel □" in pdf_pages(render(form))[0]


def test_a_form_refuses_what_did_not_pass_the_gate():
    form = made(FormKind.CARDS, None, PLAN)

    for source in (filled_session(), clean_signal(filled_session())):
        with pytest.raises(TypeError):
            replace(form, source=source)


def test_forms_are_written_beside_what_is_there(tmp_path):
    forms = [made(FormKind.ROUNDS, None, PLAN)]

    first = write_forms(forms, tmp_path)
    second = write_forms(forms, tmp_path)

    assert [path.name for path in (*first.paths, *second.paths)] == [
        "rondekaart.pdf",
        "rondekaart (2).pdf",
    ]


def test_a_form_that_still_says_a_forbidden_word_is_taken_away(tmp_path):
    form = made(FormKind.ROUNDS, None, PLAN)

    with pytest.raises(Solvable):
        write_forms([form], tmp_path, forbidden=["dialoog"])
    assert list(tmp_path.iterdir()) == []


@kinds
def test_a_word_that_the_form_says_by_itself_is_no_reason_to_refuse_it(kind, tmp_path):
    session = replace(
        crowded("Mag het?", count=2), known_words=(KnownWord(id=Id("w"), word="ronde"),)
    )
    form = made(kind, clean(session), plan_of(session))

    written = write_forms([form], tmp_path, forbidden=forbidden_words(session))

    assert len(written.paths) == 1


def test_a_word_that_somebody_wrote_still_is(tmp_path):
    session = crowded("Mag het?", count=2)
    form = made(FormKind.CARDS, clean(session), plan_of(session))

    with pytest.raises(Solvable, match="“Mag”"):
        write_forms([form], tmp_path, forbidden=["Mag"])


def test_writing_stops_when_nobody_waits_for_it(tmp_path):
    forms = [made(kind, None, PLAN) for kind in FormKind]

    assert write_forms(forms, tmp_path, unwanted=lambda: True).paths == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("minutes", [45, 90, 240])
def test_no_number_of_minutes_stands_on_two_lines(kind, minutes):
    said = paragraphs(FORMS[kind].make(None, Plan(minutes=minutes)))

    assert [line for line in said if re.search(r"\d (?:min|minuten)\b", line)] == []
