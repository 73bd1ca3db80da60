from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.errors import Solvable
from beraad.phases import signal
from beraad.phases.data_file import DataFile, open_data, paragraphs
from beraad.phases.rondes import PHASES
from beraad.phases.suggestions import NAMES, load
from beraad.storable import storable

OWN_LIST = """
titel = "Onze waarden"
peildatum = 2027-03-01

[[suggestie]]
naam = "gastvrijheid"
groep = "voor de inwoner"
uitleg = '''
Welkom zijn,
zonder afspraak.
'''

[[suggestie]]
naam = "nuchterheid"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "suggesties"
    folder.mkdir()
    return folder


def test_every_list_has_a_date_a_caution_and_names_without_doubles():
    suggestions = load(None)

    assert suggestions.problems == ()
    for name in NAMES:
        shipped = suggestions.lists[name]
        assert date(2026, 11, 1) <= shipped.checked_on < date(2026, 12, 1)
        assert "Hulp, geen advies." in shipped.note
        assert len(set(suggestions.texts(name))) == len(suggestions.texts(name)) >= 9
        assert all(item.about for item in shipped.items)


def test_every_field_that_asks_for_a_list_finds_one():
    fields = [field for phase in PHASES for field in phase.fields]
    fields += [field for phase in PHASES for rows in phase.rows for field in rows.columns]
    asked = {field.suggestions for field in [*fields, *signal.FIELDS] if field.suggestions}

    assert asked
    assert asked <= set(NAMES)


def test_values_come_in_three_groups():
    groups = {item.group for item in load(None).lists["waarden"].items}

    assert groups == {"voor de inwoner", "voor de professional", "voor de publieke zaak"}


def test_each_ground_tells_its_source_and_a_caution():
    for item in load(None).lists["maatwerkgronden"].items:
        assert item.source, item.name
        assert item.caution, item.name


def test_a_list_of_the_municipality_takes_the_place_of_ours(tmp_path: Path, own: Path):
    (own / "waarden.toml").write_text(OWN_LIST)

    suggestions = load(tmp_path)

    assert suggestions.problems == ()
    assert suggestions.texts("waarden") == ("gastvrijheid", "nuchterheid")
    assert suggestions.lists["waarden"].checked_on == date(2027, 3, 1)
    assert suggestions.lists["waarden"].items[0].about == "Welkom zijn, zonder afspraak."
    assert suggestions.texts("routes") == load(None).texts("routes")


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('titel = "Onze waarden"', "titel = Onze waarden", 2, "niet te begrijpen"),
        ("peildatum = 2027-03-01", "", 1, "peildatum ontbreekt"),
        ("peildatum = 2027-03-01", 'peildatum = "maart"', 3, "een datum"),
        ("peildatum = 2027-03-01", "datum = 2027-03-01", 3, "datum bestaat niet"),
        ('naam = "nuchterheid"', 'name = "nuchterheid"', 14, "name bestaat niet"),
        ('naam = "nuchterheid"', "naam = 7", 14, "naam hoort een tekst te zijn"),
        ('naam = "nuchterheid"', 'groep = "team"', 13, "naam ontbreekt"),
        ('naam = "gastvrijheid"', 'naam = ""', 6, "naam ontbreekt"),
        (OWN_LIST, 'suggestie = "één"', 1, "[[suggestie]]"),
        (OWN_LIST, "[suggestie]\nnaam = 'één'", 1, "[[suggestie]]"),
        (OWN_LIST, "naam = '''nooit dicht", 1, "niet te begrijpen"),
    ],
)
def test_a_broken_list_is_refused_with_its_line_and_ours_is_used(
    tmp_path: Path, own: Path, old: str, new: str, line: int, reason: str
):
    (own / "waarden.toml").write_text(OWN_LIST.replace(old, new))

    suggestions = load(tmp_path)

    (problem,) = suggestions.problems
    assert problem.happened.startswith(f"In waarden.toml, regel {line}: ")
    assert reason in problem.happened
    assert problem.kept == "Voorlopig gebruikt Beraad de eigen lijst."
    assert suggestions.texts("waarden") == load(None).texts("waarden")


def test_a_list_that_is_no_text_is_refused(tmp_path: Path, own: Path):
    (own / "routes.toml").write_bytes(b"\xff\xfe\x00")

    (problem,) = load(tmp_path).problems

    assert problem.happened == "Het bestand routes.toml is geen gewone tekst."


def test_a_folder_in_the_place_of_a_list_is_refused(tmp_path: Path, own: Path):
    (own / "routes.toml").mkdir()

    (problem,) = load(tmp_path).problems

    assert problem.happened == "Het bestand routes.toml is niet te openen: het is een map."


def test_a_file_from_a_simple_editor_with_a_byte_order_mark_is_read(tmp_path: Path, own: Path):
    (own / "waarden.toml").write_text("\ufeff" + OWN_LIST, encoding="utf-8")

    assert load(tmp_path).problems == ()


def test_without_own_lists_nothing_is_wrong(tmp_path: Path):
    assert load(tmp_path) == load(None)


def test_a_file_that_is_gone_can_be_solved(tmp_path: Path):
    with pytest.raises(Solvable, match="niet te openen"):
        open_data(tmp_path / "weg.toml")


def test_lines_of_fields_are_counted_per_item():
    data = DataFile("x.toml", 'titel = "t"\n[[rij]]\nnaam = "a"\n\n[[ rij ]]\nnaam = "b"\n')

    assert data.line_of("rij", 0, "titel") == 1
    assert data.line_of("rij", 1, "naam") == 3
    assert data.line_of("rij", 2, "naam") == 6
    assert data.line_of("rij", 2, "groep") == 5


@given(st.text())
def test_paragraphs_never_change_a_word_and_settle_at_once(text: str):
    once = paragraphs(text)

    assert once.split() == storable(text).split()
    assert paragraphs(once) == once


def test_every_ground_says_what_room_it_gives_its_source_and_what_to_watch():
    grounds = load(None).lists["maatwerkgronden"].items
    names = " ".join(item.name for item in grounds)

    assert all(item.room and item.source and item.caution for item in grounds)
    for named in ("41", "52", "9 lid 2", "18 lid 10", "18a", "31 en 34", "22a", "2.3.5", "2.3:"):
        assert named in names
    assert {"Beslagvrije voet", "Buitenwettelijk begunstigend beleid"} <= {
        item.name for item in grounds
    }
