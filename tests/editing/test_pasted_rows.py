from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.editing.pasting import MOST, Column, parts_in, rows_in, with_rows
from beraad.records import Agreement, Participant, new_id
from beraad.records.anatomy import Address, place_of
from beraad.storable import storable
from tests.editing.support import blank

COLUMNS = (Column("role", str), Column("name", str))
CELL = st.text(st.sampled_from('ab é“’"1.-•'), min_size=0, max_size=6)


def alone(session, record):
    return session


def with_people(*people):
    return replace(blank(), participants=people)


def pasted(session, item, text, columns=COLUMNS):
    return with_rows(
        session,
        "participants",
        item,
        columns,
        rows_in(text),
        make=lambda: Participant(id=new_id()),
        companions=alone,
    )


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("één\ntwee\r\n\n drie ", (("één",), ("twee",), ("drie",))),
        ("• één\n•\ttwee\n- drie\n4. vier", (("één",), ("twee",), ("drie",), ("vier",))),
        ("a\tb\nc\td\t\n", (("a", "b"), ("c", "d"))),
        ('a\t"een\ntwee"\nb\t""', (("a", "een\ntwee"), ("b",))),
        ("een\t", ()),
        ("een\n\n", ()),
        ("", ()),
        ('"Nee", zei ze.\nEn toen', (('"Nee", zei ze.',), ("En toen",))),
        ("1.5 miljoen\n-3 graden", (("1.5 miljoen",), ("-3 graden",))),
    ],
)
def test_lines_and_cells(text, rows):
    assert rows_in(text) == rows


def test_more_than_a_list_of_a_talk_is_one_text():
    assert len(rows_in("x\n" * MOST)) == MOST
    assert rows_in("x\n" * (MOST + 1)) == ()


def test_an_empty_row_takes_the_first_line_and_others_come_below_it():
    first, last = Participant(id=new_id()), Participant(id=new_id(), role="laatste")
    people = pasted(with_people(first, last), first.id, "arts\njurist\nwijkcoach").participants

    assert [one.role for one in people] == ["arts", "jurist", "wijkcoach", "laatste"]
    assert people[0].id == first.id


def test_a_row_with_words_stays_as_it_is():
    first = Participant(id=new_id(), role="arts")
    people = pasted(with_people(first), first.id, "jurist\tSanne\ncoach\tKim").participants

    assert [(one.role, one.name) for one in people] == [
        ("arts", ""),
        ("jurist", "Sanne"),
        ("coach", "Kim"),
    ]


def test_a_row_of_which_only_another_column_has_words_is_filled():
    first = Participant(id=new_id(), name="Sanne")
    people = pasted(with_people(first), first.id, "arts\njurist").participants

    assert [(one.role, one.name) for one in people] == [("arts", "Sanne"), ("jurist", "")]


def test_a_cell_without_a_column_stands_behind_the_last_text():
    first = Participant(id=new_id())
    people = pasted(with_people(first), first.id, "arts\tSanne\tma\tdi").participants

    assert people[0].name == "Sanne · ma · di"


def test_what_a_column_cannot_take_is_not_lost():
    first = Participant(id=new_id())
    columns = (Column("role", str), Column("part", lambda cell: None, is_text=False))
    people = pasted(with_people(first), first.id, "arts\tvreemd", columns).participants

    assert people[0].role == "arts · vreemd"


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=2, max_size=6))
def test_no_word_is_lost(table):
    text = "\n".join("\t".join(cells) for cells in table)
    first = Participant(id=new_id())
    rows = rows_in(text)
    if not rows:
        return
    people = pasted(with_people(first), first.id, text).participants

    found = "".join(f"{one.role}{one.name}" for one in people)
    letters = [sign for sign in storable(text) if sign in "abé’“"]
    assert [sign for sign in found if sign in "abé’“"] == letters
    assert len(people) == len(rows)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("arts en consulent", ["arts", "consulent"]),
        (" de moeder  en het kind ", ["de moeder", "het kind"]),
        ("rust, veiligheid en eerlijkheid", ["rust", "veiligheid", "eerlijkheid"]),
        ("arts", []),
        ("rust, veiligheid", []),
        ("en verder", []),
        ("Ik wacht nog twee weken en bel haar dan", []),
        ("arts en consulent\njurist", []),
        ("engels", []),
    ],
)
def test_what_is_named_side_by_side_may_be_rows(text, parts):
    assert [each for (each,) in parts_in(text)] == parts


@given(st.lists(st.sampled_from(["arts", "de moeder", "rust"]), min_size=2, max_size=5))
def test_every_name_that_stands_side_by_side_becomes_a_part(names):
    text = f"{', '.join(names[:-1])} en {names[-1]}"
    assert [each for (each,) in parts_in(text)] == names


def test_a_date_that_cannot_be_read_stands_in_its_field_as_typed():
    due = Column("due", lambda _: None, is_text=False, keeps_typed=True)
    first = Agreement(id=new_id())
    session = with_rows(
        replace(blank(), agreements=(first,)),
        "agreements",
        first.id,
        (Column("what", str), Column("role", str), due),
        (("bellen", "arts", "volgende vrijdag"),),
        make=lambda: Agreement(id=new_id()),
        companions=alone,
    )

    [made] = session.agreements
    assert (made.what, made.role, made.due) == ("bellen", "arts", None)
    place = place_of(Address("agreements", "due", first.id))
    assert [(one.place, one.text) for one in session.as_typed] == [(place, "volgende vrijdag")]
