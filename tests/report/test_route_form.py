"""The routekaart on A3: the picture both ways, and every route with its agreements."""

from __future__ import annotations

from dataclasses import replace

import page

from beraad.phases.routes import example
from beraad.report.compose.routes import route_map
from beraad.report.forms.model import Sheet
from beraad.report.forms.plain import paragraphs
from beraad.report.forms.route_map import route_form
from beraad.report.pdf.forms import _paged, render, settled
from beraad.report.pdf.sheets import PAPERS
from beraad.report.pdf.styles import CELL
from tests.report.reading import pdf_pages
from tests.report.structure import opened, walked


def test_it_keeps_every_rule_and_is_one_picture_with_its_words():
    data = render(route_form(example()))

    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []
    with opened(data) as pdf:
        assert pdf.pages[0].mediabox[2] > 1_190
        told = [str(e.get("/Alt")) for e in walked(pdf) if str(e.S) == "/Figure"]
    assert told == [route_map(example()).alternative]


def test_everything_that_is_known_of_a_route_is_on_paper():
    form = route_form(example())
    said = " ".join(paragraphs(form))

    for route in example().routes:
        for text in (route.name, route.question, route.handled_by, route.reports_back):
            assert text in said


def test_the_picture_stands_on_the_first_sheet():
    first, *_ = pdf_pages(render(route_form(example())))

    assert "Heen" in first
    assert "Terug" in first


def test_the_example_is_a_picture_and_one_sheet_with_every_route_in_a_letter_to_read():
    form = route_form(example())
    picture, table = pdf_pages(render(form))

    for route in example().routes:
        assert route.name in picture
        assert route.question.split()[0] in table
    assert "Alle routes" in table
    used = next(paper for paper in PAPERS[Sheet.MAP] if len(_paged(settled(form), paper)) == 2)
    assert CELL.size * used.scale >= 10.5


def test_the_words_say_the_way_there_and_the_way_back_and_what_was_chosen():
    told = route_map(example(), chosen="Beleid").alternative

    assert told.index("Heen: Team") < told.index("Ook mogelijk") < told.index("Terug: ")
    assert "Beleid (3 weken, gekozen)" in told


def test_where_a_signal_is_stands_out_there_and_what_was_done_before_it():
    told = route_map(example(), chosen="Teamleider", here="Beleid")

    assert "Beleid (3 weken, dit signaal is hier)" in told.alternative
    assert "Team (schrijft het signaal, gedaan)" in told.alternative
    assert "gekozen" not in told.alternative


def test_more_places_than_fit_are_a_table():
    one = example().routes[0]
    many = replace(
        example(), routes=tuple(replace(one, name=f"Plek {number}") for number in range(24))
    )
    with opened(render(route_form(many))) as pdf:
        kinds = {str(e.S) for e in walked(pdf)}

    assert "/Table" in kinds
