"""Pictures of amounts, time and routes: laid out once, and told wherever they cannot be drawn."""

from __future__ import annotations

from dataclasses import replace

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.report.charts import (
    Bar,
    Bars,
    Fill,
    Lane,
    RouteMap,
    Series,
    Span,
    Standing,
    Station,
    Timeline,
)
from beraad.report.drawing import Ruler, drawn
from beraad.report.drawing.shapes import Anchor, Frame, Ink, Panel, Shape, Stroke, Words, hatched
from beraad.report.html import render as render_html
from beraad.report.pdf import render
from beraad.report.plain import block_paragraphs, plain_text
from beraad.report.tabled import chart_tabled
from tests.report.everywhere import everywhere
from tests.report.structure import opened, read_aloud, walked

RULER = Ruler(10, lambda text, strong: 0.6 * len(text), str)
SAID = Series("zelf gezegd")
FILLED_IN = Series("door ons ingevuld", Fill.HATCHED)
MISSING = Series("ontbreekt", Fill.OUTLINE)
AMOUNTS = Bars(
    "Knelpunt",
    (Series("beraden"),),
    (Bar("Schulden", (6,)), Bar("Wachten", (3,)), Bar("Tolk", said="enkele")),
    "Schulden in 6 beraden, wachten in 3, tolk in enkele.",
)
VOICES = Bars(
    "Perspectief",
    (SAID, FILLED_IN, MISSING),
    (Bar("de inwoner", (11, 21, 9)), Bar("andere inwoners", (0, 26, 15))),
    "De inwoner zelf in 11 beraden.",
)
MINUTES = Bars(
    "Ronde",
    (Series("gebruikt"),),
    (Bar("Casus", (10,), mark=8), Bar("Terugblik", (5,), mark=9)),
    "Casus 10 minuten, 8 gepland.",
    marked="gepland",
)
WAITS = Timeline(
    "Knelpunt",
    "Hoe lang",
    (
        Lane("Schulden", (Span(0, 4),), "4 weken"),
        Lane("Wachten", (Span(1, 9, Fill.HATCHED, goes_on=True),), "8 weken, wacht nog"),
    ),
    ((0, "0"), (4, "4"), (8, "8"), (12, "12")),
    "Schulden: na 4 weken. Wachten: nog niet.",
    series=(Series("beantwoord"), Series("wacht nog", Fill.HATCHED)),
    line=(8, "afgesproken"),
)
ROUTES = RouteMap(
    tuple(Station(name, "3 weken") for name in ("Team", "Teamleider", "Beleid", "College")),
    (Station("Klachten", "4 weken"),),
    tuple(Station(name, "vertelt") for name in ("Beleid", "Gespreksleider", "Team")),
    "Heen: van team tot college. Terug: tot het team.",
)
CHARTS = {
    "amounts": AMOUNTS,
    "voices": VOICES,
    "minutes": MINUTES,
    "waits": WAITS,
    "routes": ROUTES,
}
every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


def structure(chart):
    data = render(everywhere("Kort", blocks=(chart,)))
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []
    with opened(data) as pdf:
        return [(str(e.S), str(e.get("/Alt", ""))) for e in walked(pdf)], list(read_aloud(pdf))


def bounds(part):
    match part:
        case Words(text=text, x=x, middle=middle, size=size, strong=strong, anchor=anchor):
            wide = RULER.width(text, strong=strong, size=size)
            left = x - wide * {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[anchor]
            return left, middle - size / 2, left + wide, middle + size / 2
        case Panel() | Frame():
            return part.x, part.y, part.x + part.width, part.y + part.height
        case Stroke(points=points) | Shape(corners=points):
            across, down = zip(*points, strict=True)
            return min(across), min(down), max(across), max(down)


@every_chart
def test_in_a_pdf_it_is_one_figure_told_in_words(chart):
    elements, told = structure(chart)

    assert [alt for kind, alt in elements if kind == "/Figure"] == [chart.alternative]
    assert "/Table" not in [kind for kind, _ in elements]
    assert chart.alternative in told


@every_chart
def test_on_a_web_page_it_is_one_drawing_told_in_words(chart):
    html = render_html(everywhere("Kort", blocks=(chart,)))

    assert html.count("<svg") == 1
    assert f'role="img" aria-label="{chart.alternative}"' in html


@every_chart
def test_where_nothing_is_drawn_every_word_and_amount_is_said(chart):
    said = list(block_paragraphs(chart))

    for row in getattr(chart, "rows", ()):
        assert {row.label, *map(str, row.parts)} <= set(said)
        assert not row.said or row.said in said
    for lane in getattr(chart, "lanes", ()):
        assert {lane.label, lane.said} <= set(said)
    for name in ("there", "beside", "back"):
        assert {one.name for one in getattr(chart, name, ())} <= set(said)


@every_chart
@given(width=st.floats(30, 2_000))
def test_nothing_stands_outside_the_picture(chart, width):
    picture = drawn(chart, width, RULER)

    assert picture is not None or width < 600
    for part in picture.parts if picture else ():
        left, top, right, bottom = bounds(part)
        assert left >= -2, part
        assert right <= picture.width + 2, part
        assert top >= -2, part
        assert bottom <= picture.height + 2, part


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=20))
def test_a_bar_runs_as_far_as_its_amount_says(amounts):
    rows = tuple(Bar(f"rij {number}", (amount,)) for number, amount in enumerate(amounts))
    picture = drawn(replace(AMOUNTS, rows=rows), 500, RULER)

    lengths = [one.width for one in picture.parts if isinstance(one, Panel)]
    longest = max(lengths) / max(amounts)
    assert lengths == pytest.approx([amount * longest for amount in amounts])


def test_where_no_amount_may_be_there_is_no_bar():
    picture = drawn(AMOUNTS, 500, RULER)

    assert len([one for one in picture.parts if isinstance(one, Panel)]) == 2
    assert "enkele" in [one.text for one in picture.parts if isinstance(one, Words)]


def test_where_one_part_may_not_be_told_the_others_are_still_drawn():
    few = replace(VOICES, rows=(*VOICES.rows, Bar("de partner", ("enkele", 3, 6))))
    picture = drawn(few, 500, RULER)
    bars = [one for one in picture.parts if isinstance(one, Panel | Frame)]

    lowest = max(one.y for one in bars if one.x > 0)
    last = next(one for one in picture.parts if getattr(one, "text", "") == "de partner")
    assert lowest > last.middle - RULER.line
    assert "enkele · 3 · 6" in [one.text for one in picture.parts if isinstance(one, Words)]
    ((*cells,),) = chart_tabled(few).groups[-1].rows
    assert [run.text for cell in cells for text in cell for run in text] == ["enkele", "3", "6"]


@pytest.mark.parametrize("row", [{}, {"parts": (1,), "said": "enkele"}])
def test_a_row_says_an_amount_or_a_word_in_its_place_and_never_both(row):
    with pytest.raises(ValueError, match="either"):
        Bar("rij", **row)


def test_a_row_has_an_amount_for_every_series():
    with pytest.raises(ValueError, match="each series"):
        replace(AMOUNTS, series=(SAID, FILLED_IN))


def test_fillings_differ_without_colour():
    picture = drawn(VOICES, 500, RULER)
    inks = {one.ink for one in picture.parts if isinstance(one, Panel)}

    assert [one for one in picture.parts if isinstance(one, Frame) and one.dashed]
    assert len([one for one in picture.parts if isinstance(one, Stroke)]) > 20
    assert inks <= {Ink.ACCENT, Ink.PAPER}


def test_the_mark_in_a_bar_is_drawn_the_same_where_its_name_stands():
    strokes = [one for one in drawn(MINUTES, 500, RULER).parts if isinstance(one, Stroke)]
    *marks, named = [one for one in strokes if one.ink is Ink.INK]

    assert len(marks) == len([row for row in MINUTES.rows if row.mark is not None])
    for left, top, right, bottom in map(bounds, (*marks, named)):
        assert left == right
        assert top < bottom


@given(st.floats(1, 300), st.floats(1, 60), st.floats(1, 9))
def test_slanting_lines_stay_in_their_bar(width, height, gap):
    for part in hatched(Panel(10, 20, width, height, Ink.ACCENT), gap, 1):
        left, top, right, bottom = bounds(part)
        assert left >= 10 - 1e-6
        assert top >= 20 - 1e-6
        assert right <= 10 + width + 1e-6
        assert bottom <= 20 + height + 1e-6


@pytest.mark.parametrize(
    "chart",
    [
        replace(AMOUNTS, rows=tuple(Bar(f"rij {n}", (n + 1,)) for n in range(60))),
        replace(AMOUNTS, rows=(Bar("x" * 9_000, (3,)),)),
        replace(AMOUNTS, rows=(Bar("woord " * 400, (3,)),)),
        replace(WAITS, lanes=tuple(Lane(f"rij {n}", (Span(0, 3),), "3") for n in range(60))),
        replace(WAITS, ticks=tuple((n / 9, "een lange dag") for n in range(40))),
        replace(ROUTES, there=(Station("x" * 400, ""),)),
        replace(ROUTES, beside=tuple(Station(f"plek {n}", "") for n in range(60))),
    ],
    ids=[
        "many rows",
        "a long word",
        "a long text",
        "many lanes",
        "close ticks",
        "a long name",
        "many places",
    ],
)
def test_what_does_not_fit_as_a_picture_is_a_table(chart):
    elements, _ = structure(chart)
    kinds = [kind for kind, _ in elements]

    assert "/Figure" not in kinds
    assert "/Table" in kinds
    assert "<svg" not in render_html(everywhere("Kort", blocks=(chart,)))


def test_amounts_that_do_not_fit_in_their_part_stand_behind_the_bar():
    tight = replace(VOICES, rows=(Bar("de inwoner", (1, 200, 9)), Bar("anderen", (5, 6, 7))))
    said = [one.text for one in drawn(tight, 500, RULER).parts if isinstance(one, Words)]

    assert {"1 · 200 · 9", "5 · 6 · 7"} <= set(said)


def test_a_route_runs_back_under_the_way_there_and_from_right_to_left():
    words = {one.text: one for one in drawn(ROUTES, 700, RULER).parts if isinstance(one, Words)}

    assert words["Team"].x < words["Gespreksleider"].x
    assert words["Terug"].middle > words["College"].middle
    assert words["Teamleider"].x < words["College"].x


def test_where_something_is_now_stands_out_by_its_shape():
    here = replace(
        ROUTES,
        there=tuple(
            replace(one, standing=Standing.HERE if one.name == "Beleid" else Standing.PASSED)
            for one in ROUTES.there[:3]
        ),
    )
    parts = drawn(here, 700, RULER).parts

    assert len([one for one in parts if isinstance(one, Panel) and one.ink is Ink.ACCENT]) == 1


def test_the_words_of_the_picture_are_in_the_bare_text_too():
    assert "enkele" in plain_text(everywhere("Kort", blocks=(AMOUNTS,)))


def test_what_is_said_of_all_parts_together_stands_once_in_a_table_and_under_no_part():
    few = replace(VOICES, rows=(*VOICES.rows, Bar("de partner", said="enkele")))
    table = chart_tabled(few)

    (*_, last) = table.groups
    assert [run.text for text in last.head for run in text] == ["de partner", "enkele"]
    ((first, *others),) = last.rows
    assert {run.text for cell in (first, *others) for text in cell for run in text} == {"–"}
    ((said,),) = chart_tabled(AMOUNTS).groups[-1].rows
    assert [run.text for text in said for run in text] == ["enkele"]
