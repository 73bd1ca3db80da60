"""Long functions in a verslag: told apart where they are cut, with room where there is some."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.privacy.clean import clean
from beraad.records import Recurrence, new_id
from beraad.report.blocks import RowGroup, Run, Table
from beraad.report.compose import short_report, work_report
from beraad.report.compose.names import Names
from beraad.report.pdf.paper import A4
from beraad.report.pdf.rows import grid
from beraad.report.pdf.table import Grid
from beraad.report.pdf.tagging import Tag
from beraad.report.plain import plain_text
from tests.builders import filled_session
from tests.report.test_two_pages import saying

BEGIN = "specialistisch medewerker integrale ondersteuning"
JEUGD, WONEN = f"{BEGIN} jeugd en gezin", f"{BEGIN} wonen"


def test_two_functions_are_never_cut_to_the_same_words():
    names = Names(frozenset({JEUGD, WONEN}))

    assert names.brief(JEUGD, 40) == "specialistisch medewerker … jeugd en gezin"
    assert names.brief(WONEN, 40) == "specialistisch medewerker … wonen"


@pytest.mark.parametrize("limit", [14, 20, 28, 36, 50, 60])
def test_they_differ_whatever_the_room(limit):
    others = (JEUGD, WONEN, BEGIN, f"{BEGIN} jeugd en scholing", "specialistisch medewerker werk")
    names = Names(frozenset(others))

    assert len({names.brief(one, limit) for one in others}) == len(others)


def test_a_function_that_is_like_no_other_is_cut_as_any_name():
    assert Names(frozenset({JEUGD, "jurist"})).brief(JEUGD, 30) == "specialistisch medewerker …"


def with_agreements(*roles):
    session = filled_session()
    made = tuple(
        replace(
            session.agreements[0],
            id=new_id(),
            what="Brief sturen",
            role=role,
            due=date(2026, 12, day),
        )
        for day, role in enumerate(roles, start=1)
    )
    return clean(replace(session, agreements=made))


def agreed(document):
    return next(one for one in document.blocks if isinstance(one, Table) and "Wie" in one.header)


@pytest.mark.parametrize("compose", [short_report, work_report])
def test_a_long_function_gets_the_room_that_short_agreements_leave(compose):
    usual = agreed(compose(with_agreements("jurist")))
    long = agreed(compose(with_agreements(JEUGD, WONEN)))

    assert long.widths[1] > usual.widths[1]
    assert sum(long.widths) == pytest.approx(sum(usual.widths))


def test_a_question_never_stands_in_the_short_verslag_without_its_answer():
    session = saying("Een lange zin over van alles en nog wat. " * 30)
    found = replace(session.conclusion, recurrence=Recurrence.YES, recurrence_count=4)

    said = plain_text(short_report(clean(replace(session, conclusion=found))))

    assert "Zien we dit vaker? Ja, ongeveer 4 keer." in said


def rows(count):
    groups = tuple(
        RowGroup(((Run(f"Afspraak {number}"),),), ((((Run("jurist"),),),),))
        for number in range(count)
    )
    return grid(Table(("Wat", "Wie"), groups, (0.5, 0.5)), A4.column, Tag("Table"))


@pytest.mark.parametrize("count", [3, 5, 8])
def test_a_table_does_not_go_on_with_a_single_row(count):
    table = rows(count)

    first, rest = table.split(table.height - 1)

    assert isinstance(first, Grid)
    assert isinstance(rest, Grid)
    assert (len(first.groups), len(rest.groups)) == (count - 2, 2)


def test_a_table_of_two_rows_stays_together():
    table = rows(2)

    assert table.split(table.height - 1) is None
