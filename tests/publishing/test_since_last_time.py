"""What stands open for a team, read from real files; and the register that follows a beraad."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest

from beraad.editing.looking_back import with_helped, with_kept, with_told
from beraad.errors import Solvable
from beraad.phases import since
from beraad.privacy.clean import clean
from beraad.publishing.since_last_time import since_last_time
from beraad.publishing.telling_back import NoLongerFits, note_told, told_in
from beraad.records import (
    Agreement,
    CaseAccount,
    Helped,
    Id,
    Kept,
    KnownWord,
    Participant,
    Setting,
    SignalStatus,
    StepKind,
    new_id,
)
from beraad.store.places import prepare, register_path, session_path
from beraad.store.session_file import SessionFile
from beraad.store.session_reading import SessionReading
from tests.earlier import TODAY, beraad, keep, now, read, signal_of, signals
from tests.steps import SIGNAL, a_step, answered, status
from tests.store.test_stored_versions import STORED_FILES


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    prepare(home)
    return home


def found_in(folder, session=None):
    return since_last_time(session or now(), folder, register_path(folder, practice=False))


def texts(found):
    return [one.what for one in found.agreements]


def test_agreements_of_the_same_team_stand_open_with_their_day(folder):
    keep(folder, beraad("team  JONGEREN"))
    keep(folder, beraad("Team Jongeren Noord", what=("Van een ander team",)))
    keep(folder, beraad("Jongeren", what=("Ook van een ander",)))

    found = found_in(folder)

    (one,) = found.agreements
    assert (one.what, one.role) == ("Noodpakket klaarleggen", "klantmanager")
    assert (one.look_back, one.title) == (TODAY, "Eerder beraad")
    assert found.last_held == one.agreed_on == TODAY - timedelta(days=40)


def test_what_was_done_is_gone_and_what_was_not_yet_comes_back(folder):
    what = ("Bellen", "Schrijven", "Vragen", "Uitzoeken")
    first = beraad(days_ago=60, what=what)
    keep(folder, first)
    second = beraad(days_ago=30, what=())
    (bell, write, ask, search) = since.open_agreements(second, found_in(folder, second))
    assert {bell.what, write.what, ask.what, search.what} == set(what)
    by_text = {one.what: one for one in (bell, write, ask, search)}
    for text, kept in zip(what, (Kept.DONE, Kept.PARTLY, Kept.NOT, Kept.NOT_YET), strict=True):
        second = with_kept(second, by_text[text], kept)
    keep(folder, second)

    found = found_in(folder)

    assert sorted(texts(found)) == ["Schrijven", "Uitzoeken"]
    assert {one.what: one.last for one in found.agreements} == {
        "Schrijven": Kept.PARTLY,
        "Uitzoeken": Kept.NOT_YET,
    }


def test_an_agreement_comes_back_when_its_own_beraad_was_removed(folder):
    path = keep(folder, first := beraad(days_ago=60))
    second = beraad(days_ago=30, what=())
    (open_one,) = found_in(folder, second).agreements
    keep(folder, with_kept(second, open_one, Kept.NOT_YET))
    path.unlink()

    (again,) = found_in(folder).agreements

    assert (again.id, again.what) == (first.agreements[0].id, "Noodpakket klaarleggen")
    assert again.agreed_on == first.opening.held_on


def test_words_pass_the_gate_of_the_beraad_they_come_from(folder):
    earlier = beraad(what=("Roos Zandstra belt over de Zonnewende",))
    earlier = replace(
        earlier,
        participants=(Participant(id=new_id(), role="klantmanager", name="Roos Zandstra"),),
        known_words=(KnownWord(id=new_id(), word="Zonnewende"),),
    )
    keep(folder, earlier)

    (one,) = found_in(folder).agreements

    assert "Roos" not in one.what
    assert "Zandstra" not in one.what
    assert "Zonnewende" not in one.what
    assert "belt over" in one.what


def test_oefeningen_later_beraden_and_this_one_itself_do_not_count(folder):
    practice = beraad(what=("Oefenen",))
    practice = replace(practice, opening=replace(practice.opening, setting=Setting.PRACTICE))
    SessionFile.create(folder / "beraad-2026-W40-oefening1.beraad", practice).close()
    keep(folder, beraad(days_ago=-5, what=("Later",)))
    this = replace(now(), agreements=(Agreement(id=new_id(), what="Van nu"),))
    keep(folder, this)

    assert found_in(folder, this).agreements == ()
    assert found_in(folder, this).last_held is None


def test_an_oefening_sees_nothing_of_real_beraden(folder):
    keep(folder, beraad())
    signals(folder, replace(SIGNAL, steps=answered("Het mag.")))
    session = now()
    session = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    found = found_in(folder, session)

    assert (found.agreements, found.answers, found.last_held) == ((), (), None)


def test_what_was_never_held_is_no_last_time(folder):
    keep(folder, beraad(days_ago=5, what=(), case=CaseAccount()))
    keep(folder, beraad(days_ago=90))

    assert found_in(folder).last_held == TODAY - timedelta(days=90)


@pytest.mark.parametrize("stored", sorted(STORED_FILES.glob("session-*.sqlite")), ids=str)
def test_an_agreement_of_every_earlier_version_stands_open(folder, stored):
    shutil.copy(stored, folder / "beraad-2026-W47-5e551e00.beraad")
    before = (folder / "beraad-2026-W47-5e551e00.beraad").read_bytes()
    session = now("team werk")
    session = replace(session, opening=replace(session.opening, held_on=date(2026, 12, 1)))

    found = found_in(folder, session)

    assert "Bellen" in texts(found)
    assert found.last_held == date(2026, 11, 17)
    assert (folder / "beraad-2026-W47-5e551e00.beraad").read_bytes() == before


def test_hundreds_of_beraden_are_looked_through_and_twelve_read(folder, monkeypatch):
    for number in range(60):
        keep(folder, beraad(days_ago=5 * number + 1, what=(f"Afspraak {number}",)))
        keep(folder, beraad("Wijkteam", days_ago=5 * number + 1))
    opened = []
    read_one = SessionReading.open
    monkeypatch.setattr(SessionReading, "open", lambda path: opened.append(path) or read_one(path))

    found = found_in(folder)

    assert sorted(texts(found)) == sorted(f"Afspraak {number}" for number in range(12))
    assert len(opened) == 12


def test_a_copy_of_a_file_counts_once(folder):
    path = keep(folder, beraad())
    (folder / f"{path.stem} (kopie).beraad").write_bytes(path.read_bytes())

    assert len(found_in(folder).agreements) == 1


def test_what_cannot_be_read_is_left_out_and_told(folder, monkeypatch):
    keep(folder, beraad(what=("Leesbaar",)))
    broken = keep(folder, beraad(days_ago=20))
    read = SessionReading.open

    def fails(path):
        if path == broken:
            raise Solvable("Kapot.", kept="", way_out="")
        return read(path)

    monkeypatch.setattr(SessionReading, "open", fails)

    found = found_in(folder)

    assert texts(found) == ["Leesbaar"]
    assert found.unread == 1


def test_a_beraad_that_is_open_in_a_window_is_read_along(folder):
    session = beraad()
    with SessionFile.create(session_path(folder, session), session):
        assert texts(found_in(folder)) == ["Noodpakket klaarleggen"]


def test_reading_stops_when_nobody_waits(folder):
    keep(folder, beraad())

    register = register_path(folder, practice=False)
    assert since_last_time(now(), folder, register, goes_on=lambda: False).agreements == ()


def test_an_answer_on_a_signal_of_the_team_is_to_be_told(folder):
    steps = answered("Het mag na een week.", date(2026, 11, 10), change="Vanaf maandag.")
    signals(
        folder,
        replace(SIGNAL, steps=read(*steps)),
        replace(SIGNAL, id=Id("twee"), team="Wijkteam", steps=read(*steps)),
        replace(SIGNAL, id=Id("drie"), steps=steps[:1]),
    )

    (one,) = found_in(folder).answers

    assert (one.signal, one.title, one.team) == ("een", "Wachttijd", "Team Jongeren")
    assert (one.said, one.change) == ("Het mag na een week.", "Vanaf maandag.")
    assert one.told_before is None


def test_an_answer_that_nobody_read_is_not_told_and_counted(folder):
    steps = answered("Bel Roos Zandstra op 06-12345678.", date(2026, 11, 10))
    signals(folder, replace(SIGNAL, steps=steps))

    found = found_in(folder)

    assert (found.answers, found.unread_answers) == ((), 1)


def test_a_joined_signal_brings_the_answer_to_its_own_team(folder):
    steps = read(*answered("Het mag na een week.", date(2026, 11, 10)))
    told = (a_step(StepKind.TOLD), a_step(StepKind.TEAM_SAID, helped=Helped.YES))
    joined = (a_step(StepKind.PASSED_ON), a_step(StepKind.JOINED, about=Id("ander")))
    signals(
        folder,
        replace(SIGNAL, steps=joined),
        replace(SIGNAL, id=Id("ander"), team="Wijkteam", steps=(*steps, *told)),
    )

    (one,) = found_in(folder).answers
    assert (one.signal, one.team, one.joined) == ("ander", "Team Jongeren", True)

    session = with_told(now(), one, told=True)
    (record,) = told_in(session).values()
    note_told(record, register_path(folder, practice=False), held_on=TODAY, today=TODAY)

    assert found_in(folder).answers == ()
    assert signal_of(folder, "ander").steps[-1].to == "Team Jongeren"
    assert status(signal_of(folder, "ander")) is SignalStatus.CLOSED


def test_what_was_told_by_another_way_only_asks_whether_it_helped(folder):
    steps = read(*answered("Het mag.", date(2026, 11, 10)))
    told = a_step(StepKind.TOLD, date(2026, 11, 12))
    signals(folder, replace(SIGNAL, steps=(*steps, told)))

    (one,) = found_in(folder).answers

    assert one.told_before == date(2026, 11, 12)


def test_telling_is_noted_taken_back_and_noted_again(folder):
    signals(folder, replace(SIGNAL, steps=read(*answered("Het mag.", date(2026, 11, 10)))))
    (one,) = found_in(folder).answers
    session = with_helped(now(), one, Helped.NO)
    (record,) = told_in(session).values()
    path = register_path(folder, practice=False)

    assert note_told(record, path, held_on=TODAY, today=TODAY)
    assert not note_told(record, path, held_on=TODAY, today=TODAY)
    assert status(signal_of(folder)) is SignalStatus.WEIGHED

    assert note_told(record, path, held_on=TODAY, today=TODAY, holds=False)
    assert status(signal_of(folder)) is SignalStatus.ANSWERED

    assert note_told(record, path, held_on=TODAY, today=TODAY)
    assert status(signal_of(folder)) is SignalStatus.WEIGHED


def test_nothing_that_was_typed_in_the_beraad_comes_into_the_register(folder):
    signals(folder, replace(SIGNAL, steps=read(*answered("Het mag.", date(2026, 11, 10)))))
    (one,) = found_in(folder).answers
    session = with_helped(now(), one, Helped.NO)
    (record,) = session.told_answers
    record = replace(
        record, words="MARKEERNAAM vond het niks", title="MARKEERNAAM", said="MARKEERNAAM"
    )
    note_told(record, path := register_path(folder, practice=False), held_on=TODAY, today=TODAY)

    assert b"MARKEERNAAM" not in b"".join(
        each.read_bytes() for each in path.parent.glob("register*")
    )


def test_a_step_that_somebody_withdrew_stays_withdrawn_when_the_beraad_is_opened_again(folder):
    signals(folder, replace(SIGNAL, steps=read(*answered("Het mag.", date(2026, 11, 10)))))
    (one,) = found_in(folder).answers
    (record,) = with_told(now(), one, told=True).told_answers
    path = register_path(folder, practice=False)
    note_told(record, path, held_on=TODAY, today=TODAY)
    signal = signal_of(folder)
    undone = a_step(StepKind.UNDONE, about=record.id)
    signals(folder, replace(signal, steps=(*signal.steps, undone)))

    assert not note_told(record, path, held_on=TODAY, today=TODAY, only_new=True)
    assert status(signal_of(folder)) is SignalStatus.ANSWERED


def test_another_answer_meanwhile_is_said_and_nothing_is_written(folder):
    signals(folder, replace(SIGNAL, steps=read(*answered("Het mag.", date(2026, 11, 10)))))
    (one,) = found_in(folder).answers
    (record,) = with_told(now(), one, told=True).told_answers
    signal = signal_of(folder)
    again = read(a_step(StepKind.PASSED_ON), a_step(StepKind.ANSWERED))
    signals(folder, replace(signal, steps=(*signal.steps, *again)))
    before = signal_of(folder).steps

    with pytest.raises(NoLongerFits, match="intussen veranderd"):
        note_told(record, register_path(folder, practice=False), held_on=TODAY, today=TODAY)
    assert signal_of(folder).steps == before


def test_an_oefening_tells_the_register_nothing_and_prints_nothing(folder):
    signals(folder, replace(SIGNAL, steps=read(*answered("Het mag.", date(2026, 11, 10)))))
    (one,) = found_in(folder).answers
    session = with_told(now(), one, told=True)
    session = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    assert told_in(session) == {}
    assert clean(session).told_answers == ()


def test_a_missing_register_and_a_damaged_one(folder):
    assert found_in(folder).answers == ()
    register_path(folder, practice=False).write_bytes(b"geen register" * 99)
    keep(folder, beraad())

    found = found_in(folder)

    assert found.register_unread
    assert texts(found) == ["Noodpakket klaarleggen"]
