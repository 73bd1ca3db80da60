from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

import pytest

from beraad.records import Session, blank_session, letter
from beraad.records.anatomy import (
    PARENTS,
    addressed_texts,
    list_sections,
    map_texts,
    read,
    single_sections,
)


def blank():
    return blank_session(now=datetime(2026, 11, 18, tzinfo=UTC), held_on=date(2026, 11, 18))


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (52, "BA")]
)
def test_options_are_lettered_without_end(index, name):
    assert letter(index) == name


def test_records_are_really_frozen():
    session = blank()
    for kind in (Session, *single_sections().values(), *list_sections().values()):
        assert dataclasses.fields(kind)
        assert kind.__dataclass_params__.frozen, kind
        assert "__slots__" in vars(kind), kind
    with pytest.raises(dataclasses.FrozenInstanceError):
        session.opening.title = "x"


def test_every_part_of_a_session_is_known_to_its_anatomy():
    parts = {field.name for field in dataclasses.fields(Session)} - {"id", "created_at"}

    assert parts == set(single_sections()) | set(list_sections())


def test_every_link_between_records_is_known():
    for section, kind in list_sections().items():
        links = {field.name for field in dataclasses.fields(kind) if field.name.endswith("_id")}
        if section == "considerations":
            links -= {"choice_id", "revised_choice_id"}
        assert links == ({PARENTS[section][0]} if section in PARENTS else set()), section


def test_addresses_lead_to_the_texts_they_came_with():
    session = blank()

    for address, text in addressed_texts(session):
        assert read(session, address) == text


def test_texts_change_and_identities_do_not():
    option = dataclasses.replace(blank().option_a, text="Jan belt", ground="")

    changed = map_texts(option, lambda name, text: f"{name}={text}")

    assert changed.text == "text=Jan belt"
    assert changed.ground == ""
    assert changed.id == option.id
