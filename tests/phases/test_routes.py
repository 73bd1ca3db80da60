"""The routes of an organisation: the example, their own file, and what is wrong in one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.phases.routes import FILE_NAME, example, is_old, read_routes, routes_for

WHOLE = """
titel = "Onze routes"
peildatum = 2026-03-01

[[route]]
naam = "Teamleider"
vraag = "Kan ons team dit zelf anders doen?"
wie = "teamleider"
weken = 2

[[route]]
naam = "Ombudsman"
ernaast = true
vraag = "Kan iemand meekijken?"
wie = "ombudsman"

[[terug]]
naam = "Team"
doet = "zegt of het hielp"
"""


def written(tmp_path, text):
    path = tmp_path / FILE_NAME
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_says_everything_of_every_route_there_and_back():
    routes = example()

    assert routes.is_example
    assert {"Teamleider", "Kwestietafel", "Beleid", "College en raad"} == {
        route.name for route in routes.main
    }
    assert {"Casuïstiek", "Doorbraakteam", "Klachten", "Ombudsman"} <= {
        route.name for route in routes.beside
    }
    assert {"VNG", "NVVK", "LOSR", "Divosa"} <= {route.name for route in routes.beside}
    assert routes.back[-1].name == "Team"
    for route in routes.routes:
        assert route.example, route.name
        assert route.reports_back, route.name
        assert route.without_answer, route.name
    assert all(route.weeks and route.for_contracted for route in routes.main)


def test_the_heavy_word_is_never_used():
    told = repr(example()).casefold()

    assert "escaler" not in told
    assert "opschal" not in told


def test_without_a_file_of_their_own_there_is_the_example(tmp_path):
    assert routes_for(tmp_path) == (example(), None)


def test_an_own_file_comes_before_the_example(tmp_path):
    written(tmp_path, WHOLE)

    routes, problem = routes_for(tmp_path)

    assert problem is None
    assert not routes.is_example
    assert [(route.name, route.term) for route in routes.routes] == [
        ("Teamleider", "2 weken"),
        ("Ombudsman", "geen vaste termijn"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "line", "why"),
    [
        ("weken = 2", 'weken = "twee"', 9, "een heel getal"),
        ("weken = 2", "weken = 0", 9, "1 tot en met 104"),
        ("weken = 2", "weken = true", 9, "een heel getal"),
        ("weken = 2", "dagen = 2", 9, "dagen bestaat niet"),
        ('wie = "ombudsman"', "", 11, "wie ontbreekt"),
        ('doet = "zegt of het hielp"', "", 17, "doet ontbreekt"),
        ('naam = "Ombudsman"', 'naam = "teamleider"', 6, "twee keer"),
        ('naam = "Ombudsman"', f'naam = "{"x" * 41}"', 12, "langer dan 40"),
        ("peildatum = 2026-03-01", "", 1, "peildatum ontbreekt"),
        ("[[terug]]", "[[weg]]", 1, "weg bestaat niet"),
        ("[[route]]", "[route]", 6, "is niet te begrijpen"),
        ("ernaast = true", "ernaast = ja", 13, "is niet te begrijpen"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, before, after, line, why):
    path = written(tmp_path, WHOLE.replace(before, after))

    with pytest.raises(Solvable) as raised:
        read_routes(path)

    assert f"{FILE_NAME}, regel {line}" in raised.value.happened or line in {1, 6}
    assert why in raised.value.happened


def test_a_broken_file_is_told_and_left_alone(tmp_path):
    path = written(tmp_path, "titel = ")

    routes, problem = routes_for(tmp_path)

    assert routes.is_example
    assert problem is not None
    assert "regel 1" in problem.happened
    assert "voorbeeld" in problem.kept
    assert path.read_text(encoding="utf-8") == "titel = "


@pytest.mark.parametrize("missing", ["main", "back"])
def test_a_map_without_a_way_there_or_back_is_refused(tmp_path, missing):
    text = WHOLE.replace("weken = 2", "ernaast = true") if missing == "main" else WHOLE
    text = text if missing == "main" else text[: text.index("[[terug]]")]

    with pytest.raises(Solvable, match="gewone lijn" if missing == "main" else "de weg terug"):
        read_routes(written(tmp_path, text))


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("beleid", "Beleid"),
        ("Beleid sociaal domein", "Beleid"),
        ("de Teamleider van buurtteam Zuid", "Teamleider"),
        ("de klachtencoördinator", "Klachten"),
        ("", None),
        ("de burgemeester", None),
    ],
)
def test_the_place_of_a_signal_is_found_by_who_has_it(holder, name):
    found = example().at(holder)

    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("today", "old"),
    [(date(2027, 3, 1), False), (date(2027, 3, 2), True), (date(2026, 3, 1), False)],
)
def test_a_year_to_the_day_is_not_old_yet(today, old):
    assert is_old(date(2026, 3, 1), today) is old


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 1_200))
def test_a_peildatum_asks_to_be_checked_after_twelve_months(checked_on, days):
    today = date.fromordinal(checked_on.toordinal() + days)

    if days <= 365:
        assert not is_old(checked_on, today)
    if days > 366:
        assert is_old(checked_on, today)
