from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from beraad.records import Employment, Part, Participant, new_id
from beraad.store.last_time import last_time
from beraad.store.session_file import SessionFile
from tests.editing.support import blank

PEOPLE = (
    Participant(id=new_id(), role="klantmanager", name="Sanne", part=Part.CASE_OWNER),
    Participant(id=new_id(), role="jurist", employment=Employment.CONTRACTED),
    Participant(id=new_id()),
)


def kept(path, session):
    SessionFile.create(path, session).close()
    return path


def full(people=PEOPLE):
    session = replace(blank(), participants=people)
    opening = replace(
        session.opening, held_on=date(2026, 10, 9), confidentiality="Blijft hier.", first_reader=" "
    )
    return replace(session, opening=opening)


def test_people_and_agreements_are_read(tmp_path):
    found = last_time(kept(tmp_path / "a.beraad", full()))

    assert found is not None
    assert found.held_on == date(2026, 10, 9)
    assert [replace(one, id=PEOPLE[0].id) for one in found.people] == [
        replace(one, id=PEOPLE[0].id) for one in PEOPLE[:2]
    ]
    assert not {one.id for one in found.people} & {one.id for one in PEOPLE}
    assert found.agreements == (("confidentiality", "Blijft hier."),)


def test_without_people_there_is_nothing_to_have_again(tmp_path):
    assert last_time(kept(tmp_path / "a.beraad", full(PEOPLE[2:]))) is None


def test_reading_writes_nothing(tmp_path):
    path = kept(tmp_path / "a.beraad", full())
    before = path.read_bytes()

    last_time(path)

    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.beraad"]


def test_what_cannot_be_read_offers_nothing(tmp_path):
    odd = tmp_path / "b.beraad"
    odd.write_bytes(b"dit is geen beraad" * 100)

    assert last_time(odd) is None
    assert last_time(tmp_path / "weg.beraad") is None


def test_a_file_of_every_earlier_version_offers_something_or_nothing(tmp_path):
    stored = sorted(Path("tests/databases").glob("session-*.sqlite"))
    assert stored
    for path in stored:
        copy = tmp_path / path.name
        shutil.copy(path, copy)
        found = last_time(copy)
        assert found is None or found.people
