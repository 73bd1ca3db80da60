from __future__ import annotations

import shutil
from dataclasses import replace

from hypothesis import given, settings

from beraad.records import CaseAccount, PhaseKey, Progress, TimeSpent, new_id
from beraad.store.beside import Beside, beside, others_of
from beraad.store.catalog import look_at
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from tests.store.support import a_session, with_title
from tests.strategies import sessions


@given(sessions(most=2))
@settings(max_examples=15)
def test_where_one_is_and_the_clock_are_no_words(session):
    looked = replace(session, progress=Progress(phase=PhaseKey.CONCLUSION))

    assert beside(session, looked) is Beside.NOTHING_MORE
    assert beside(looked, session) is Beside.NOTHING_MORE


def test_more_is_what_holds_all_of_the_other_and_something_else():
    less = replace(a_session(), case=CaseAccount(situation="Zij vroeg hulp"))
    more = replace(less, case=CaseAccount(situation="Zij vroeg ons om hulp"))
    other = replace(less, case=CaseAccount(situation="Zij wachtte"))

    assert beside(less, more) is Beside.MORE
    assert beside(more, less) is Beside.NOTHING_MORE
    assert beside(more, other) is Beside.OTHER_WORDS


def test_looking_does_not_make_a_file_newer_and_a_word_does(tmp_path):
    session = a_session()
    path = session_path(tmp_path, session)
    SessionFile.create(path, session).close()
    before = look_at(path)
    clock = TimeSpent(id=new_id(), phase=PhaseKey.CASE, seconds=90)

    with SessionFile.open(path) as file:
        file.keep(replace(session, progress=Progress(phase=PhaseKey.CASE), time_spent=(clock,)))
    looked = look_at(path)
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Een woord"))

    assert looked.phase is PhaseKey.CASE
    assert looked.changed_at == before.changed_at
    assert look_at(path).changed_at > before.changed_at


def test_a_file_that_cannot_be_read_is_passed_over(tmp_path):
    session = a_session()
    path = session_path(tmp_path, session)
    SessionFile.create(path, session).close()
    shutil.copy(path, path.with_stem(f"{path.stem}-a"))
    path.with_stem(f"{path.stem}-b").write_bytes(b"x")

    assert [holds for _, holds in others_of(path, session)] == [Beside.NOTHING_MORE]
