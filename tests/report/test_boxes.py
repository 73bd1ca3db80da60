"""How a document is divided over pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.report.blocks import RowGroup, Run, Table
from beraad.report.pdf.boxes import Lines
from beraad.report.pdf.fonts import Face, register
from beraad.report.pdf.lines import Ink, Piece
from beraad.report.pdf.pages import paginated
from beraad.report.pdf.rows import grid
from beraad.report.pdf.stacks import Row, Stack, filled
from beraad.report.pdf.styles import COLUMN, COLUMN_HEIGHT, Style
from beraad.report.pdf.table import Grid, Group
from beraad.report.pdf.tagging import Tag
from beraad.report.theme import Hue

STYLE = Style(10, 10)
INK = Ink(Face.REGULAR, Hue.INK)


@pytest.fixture(autouse=True, scope="module")
def _faces():
    register()


def text(count, *, name="r", before=0.0, leads=False):
    lines = tuple((Piece(f"{name}{number}", INK),) for number in range(count))
    return Lines(lines, STYLE, before=before, leads=leads)


def names(box):
    match box:
        case Lines(lines=lines):
            return [piece.text for line in lines for piece in line]
        case Stack(boxes=boxes):
            return [name for inner in boxes for name in names(inner)]
        case Row(cells=cells):
            return [name for _, inner in cells for name in names(inner)]
        case Grid(groups=groups):
            return [name for group in groups for name in names(group)]
        case Group(head=head, rows=rows):
            return [name for inner in (head, *rows) for name in names(inner)]


def cut(box, room):
    parts = box.split(room)
    return [len(names(part)) for part in parts] if parts else None


@pytest.mark.parametrize(
    ("count", "room", "parts"),
    [
        (10, 45, [4, 6]),
        (10, 95, [8, 2]),
        (10, 85, [8, 2]),
        (10, 15, None),
        (3, 25, None),
        (4, 25, [2, 2]),
        (4, 35, [2, 2]),
    ],
)
def test_a_paragraph_keeps_two_lines_on_either_side(count, room, parts):
    assert cut(text(count), room) == parts


def test_a_heading_goes_along_to_the_next_page():
    boxes = (text(8), text(1, leads=True), text(1, leads=True), text(3))

    assert filled(boxes, 110) == (boxes[:1], boxes[1:])
    assert filled(boxes, 130) == (boxes, ())


def test_a_heading_stays_when_the_first_lines_of_its_text_fit():
    boxes = (text(1, leads=True), text(9))
    page, rest = filled(boxes, 50)

    assert [len(names(box)) for box in page] == [1, 4]
    assert [len(names(box)) for box in rest] == [5]


def test_space_above_does_not_count_at_the_top_of_a_page():
    assert filled((text(5, before=40),), 50) == ((text(5, before=40),), ())
    assert filled((text(1), text(5, before=40)), 60)[0] == (text(1),)


def test_a_low_row_is_never_cut_and_a_high_one_is():
    high = int(COLUMN_HEIGHT / 20) + 5
    low_row = Row(((0, text(5)), (50, text(3))))
    high_row = Row(((0, text(high)), (50, text(3))))

    assert low_row.split(30) is None
    first, rest = high_row.split(300)
    assert names(first)[:30] == names(text(30))
    assert len(names(first)) + len(names(rest)) == high + 3


def test_a_label_is_never_left_behind_without_its_text():
    row = Row(((0, text(1)), (50, text(9))), whole_up_to=0)

    assert row.split(15) is None
    assert [len(names(part)) for part in row.split(25)] == [3, 7]


def table(*sizes):
    """A table with a group for each size, in rows of one line."""
    groups = tuple(
        RowGroup(
            ((Run(f"g{group}"),),),
            tuple((((Run(f"g{group}r{row}"),),),) for row in range(size)),
        )
        for group, size in enumerate(sizes)
    )
    return grid(Table(("Wie", "Wat"), groups, (0.5, 0.5)), COLUMN, Tag("Table"))


def test_a_short_group_of_rows_is_kept_together():
    whole = table(2, 3, 3)
    room = whole.height - 5
    first, rest = whole.split(room)

    assert names(first) == ["g0", "g0r0", "g0r1", "g1", "g1r0", "g1r1", "g1r2"]
    assert names(rest) == ["g2", "g2r0", "g2r1", "g2r2"]
    assert first.header is rest.header


def test_a_long_group_goes_on_with_its_name_said_again():
    first, rest = table(60).split(400)

    assert names(first)[:2] == ["g0", "g0r0"]
    assert names(rest)[:2] == ["g0", "(vervolg)"]
    assert rest.height > 400


def test_a_table_without_room_for_a_row_moves_as_a_whole():
    assert table(1).split(30) is None


boxes = st.builds(
    text,
    st.integers(1, 120),
    before=st.floats(0, 40),
    leads=st.just(value=False),
) | st.builds(text, st.just(1), before=st.floats(0, 40), leads=st.just(value=True))


@given(st.lists(boxes, max_size=30), st.booleans())
def test_pages_hold_everything_once_in_order_within_their_height(content, has_table):
    named = [
        replace(box, lines=tuple((Piece(f"{number}-{n}", INK),) for n in range(len(box.lines))))
        for number, box in enumerate(content)
    ]
    story = (*named, *((table(3, 50, 2),) if has_table else ()))
    pages = paginated(story)

    assert [n for page in pages for box in page for n in names(box) if n != "(vervolg)"] == [
        n for box in story for n in names(box)
    ] or has_table
    for page in pages:
        assert page
        height = sum(box.height + (box.before if at else 0) for at, box in enumerate(page))
        assert height <= COLUMN_HEIGHT + 0.02
