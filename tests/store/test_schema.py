from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from sqlalchemy import Enum

from beraad.records import Lesson, RegisteredLesson, Session, SignalLine
from beraad.records.anatomy import list_sections, single_sections
from beraad.signals.events import (
    EventKind,
    event,
    signal_of,
    signal_payload,
    step_of,
    step_payload,
    trouble_of,
)
from beraad.signals.lines import line_of
from beraad.store.catalog import Summary
from beraad.store.line_rows import lines_of, row_of
from beraad.store.mapping import to_record, to_row
from beraad.store.tables import REGISTER_SCHEMA, SESSION_SCHEMA, table_of
from tests.strategies import registered_lessons, registered_signals, sessions

SECTIONS = {**single_sections(), **list_sections()}


def columns_of(section: str) -> set[str]:
    return set(table_of(section).columns.keys())


def fields_of(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_of_a_record_has_its_column(section):
    assert columns_of(section) - {"position"} == fields_of(SECTIONS[section])
    assert "position" in columns_of(section)


def test_every_part_of_a_beraad_has_its_table():
    assert columns_of("head") == fields_of(Session) - set(SECTIONS)
    assert len(SESSION_SCHEMA.tables) == len(SECTIONS) + len({"head", "summary"})


def test_the_line_in_the_list_has_its_columns():
    assert columns_of("summary") - {"position"} == fields_of(Summary) - {"path"}


def test_a_signal_at_a_glance_is_one_row():
    assert set(REGISTER_SCHEMA.tables["signals"].columns.keys()) == set(SignalLine._fields)


def test_a_lesson_is_spread_out_over_one_row():
    lesson = set(REGISTER_SCHEMA.tables["lessons"].columns.keys())

    assert lesson == (fields_of(RegisteredLesson) - {"content"}) | fields_of(Lesson)


@given(registered_lessons)
def test_a_lesson_comes_back_from_its_row(lesson):
    assert to_record(RegisteredLesson, to_row(lesson)) == lesson


def test_enums_are_kept_by_name_without_a_check_that_a_migration_must_undo():
    columns = [column for table in SESSION_SCHEMA.tables.values() for column in table.columns]
    enums = [column.type for column in columns if isinstance(column.type, Enum)]

    assert enums
    assert not [enum for enum in enums if enum.create_constraint or enum.values_callable]


@settings(max_examples=25, deadline=None)
@given(sessions())
def test_a_record_comes_back_from_its_row(session):
    for section in single_sections():
        record = getattr(session, section)
        assert to_record(type(record), to_row(record)) == record
    for section in list_sections():
        for record in getattr(session, section):
            assert to_record(type(record), to_row(record)) == record


@given(registered_signals)
def test_a_signal_comes_back_from_its_events(signal):
    told = an_event(EventKind.SIGNAL, signal.id, signal_payload(signal))
    steps = tuple(
        step_of(an_event(EventKind.STEP, signal.id, step_payload(step))) for step in signal.steps
    )

    assert trouble_of(told) == ""
    assert replace(signal_of(told), steps=steps) == signal


@given(registered_signals)
def test_a_line_comes_back_from_its_row(signal):
    row = row_of(line_of(signal))

    assert lines_of([tuple(row.values())]) == (line_of(signal),)


def an_event(kind, entity, payload):
    return event(
        device="a" * 32, seq=1, prev="", kind=kind, entity=entity, seen=(), payload=payload
    )
