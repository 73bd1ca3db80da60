"""The picture of values and options: what is in it, and how it is drawn and told."""

from __future__ import annotations

from dataclasses import replace

import page
import pytest

from beraad.editing.operations import with_all_whole
from beraad.privacy.clean import clean
from beraad.records import Consideration, Id, Participant
from beraad.report.blocks import Mark, Matrix, Run
from beraad.report.compose import work_report
from beraad.report.html import render as render_html
from beraad.report.pdf import render
from beraad.report.tabled import tabled
from tests.builders import HELD_ON, filled_session
from tests.report.everywhere import everywhere
from tests.report.structure import opened, walked

SMALL = Matrix(
    "Waarde",
    ("A", "B", "C"),
    (("Rust", frozenset("AC")), ("Zorg", frozenset("B"))),
    "Rust: A en C. Zorg: B.",
)


def weighed(*said):
    """The matrix of a beraad in which these values led to these choices."""
    session = filled_session()
    options = {session.letter(option.id): option.id for option in session.options}
    session = replace(
        session,
        participants=tuple(Participant(id=Id(f"p{n}"), role="rol") for n in range(len(said))),
        considerations=tuple(
            Consideration(
                id=Id(f"c{n}"),
                participant_id=Id(f"p{n}"),
                value=value,
                choice_id=options.get(letter),
            )
            for n, (value, letter) in enumerate(said)
        ),
    )
    document = work_report(clean(with_all_whole(session, agreed=True, today=HELD_ON)))
    return next((b for b in document.blocks if isinstance(b, Matrix)), None)


def structure(matrix):
    data = render(everywhere("Kort", blocks=(matrix,)))
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []
    with opened(data) as pdf:
        return [(str(e.S), str(e.get("/Alt", ""))) for e in walked(pdf)]


def test_the_same_value_is_one_row_however_often_it_was_said():
    matrix = weighed(("rust", "A"), ("Rust", "C"), ("rust", "A"), ("zorg", "B"), ("", "A"))

    assert matrix.letters == ("A", "B", "C")
    assert dict(matrix.rows) == {"Rust": frozenset("AC"), "zorg": frozenset("B")}
    assert "Rust: A en C." in matrix.alternative
    assert "zorg: B." in matrix.alternative


@pytest.mark.parametrize(
    "said", [(), (("rust", "A"),), (("rust", ""), ("zorg", "")), (("rust", "A"), ("Rust", "B"))]
)
def test_without_two_values_there_is_nothing_to_compare(said):
    assert weighed(*said) is None


def test_in_a_pdf_it_is_one_figure_told_in_words():
    assert ("/Figure", SMALL.alternative) in structure(SMALL)


@pytest.mark.parametrize(
    "matrix",
    [
        replace(SMALL, letters=tuple("ABCDEFGHIJKL")),
        replace(SMALL, rows=tuple((f"waarde {n}", frozenset("A")) for n in range(60))),
        replace(SMALL, rows=(("x" * 9_000, frozenset("A")),)),
    ],
    ids=["many options", "many values", "a long value"],
)
def test_what_does_not_fit_as_a_picture_is_a_table(matrix):
    kinds = [kind for kind, _ in structure(matrix)]

    assert "/Figure" not in kinds
    assert "/Table" in kinds


def test_as_a_table_it_says_each_letter_in_order():
    (first, second) = tabled(SMALL).groups

    assert first.head == ((Run("Rust"),),)
    assert first.rows == ((((Mark("A"), Run("  "), Mark("C")),),),)
    assert second.rows == ((((Mark("B"),),),),)


def test_on_a_web_page_each_option_has_a_shape_of_its_own():
    html = render_html(everywhere("Kort", blocks=(SMALL,)))

    assert (html.count("<polygon"), html.count("<circle"), html.count("<rect")) == (1, 1, 1)
    assert 'role="img"' in html
    assert 'aria-label="Rust: A en C. Zorg: B."' in html
