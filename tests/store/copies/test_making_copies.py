from __future__ import annotations

import errno
import os
import stat
from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.records import Id
from beraad.store import keys
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import back_up
from beraad.store.copies.moments import copies_in, moments, write
from beraad.store.copies.places import forget, latest_copies, other_places, remember_place
from beraad.store.erased import Erased, add_erased
from beraad.store.glance import glance
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.store.vault.lifting import lift
from beraad.store.vault.opening import set_up
from tests.store.copies.support import (
    DAY,
    NOON,
    backed_up,
    crash_while_writing,
    keep,
    retitle,
    title_of,
)
from tests.store.support import a_session, with_title


@pytest.fixture
def path(tmp_path):
    return keep(tmp_path, with_title(a_session(), "Eerste"))


def test_everything_is_copied_once_and_for_this_user_alone(tmp_path, path):
    Register.open(register_path(tmp_path, practice=False)).close()
    made = backed_up(tmp_path)
    assert made.copied == 2
    assert made.missed == ()
    (moment,) = moments(copies_folder(tmp_path))
    assert moment == made.moment
    assert {item.name for item in moment.items} == {path.name, "register.sqlite"}
    for item in moment.items:
        found = moment.copy_of(item).stat()
        assert stat.S_IMODE(found.st_mode) == 0o600
    assert stat.S_IMODE(copies_folder(tmp_path).stat().st_mode) == 0o700
    assert title_of(moment.copy_of(moment.beraden[0])) == "Eerste"


def test_what_did_not_change_is_not_copied_again(tmp_path, path):
    other = keep(tmp_path, a_session())
    first = backed_up(tmp_path).moment
    assert backed_up(tmp_path, day=1).moment is None
    retitle(path, "Tweede")
    second = backed_up(tmp_path, day=2)
    assert second.copied == 1
    copies = {item.name: item.copy for item in second.moment.items}
    assert copies[other.name] in {item.copy for item in first.items}
    assert copies[path.name] not in {item.copy for item in first.items}


def test_a_log_that_a_crash_left_is_copied_along(tmp_path, path):
    crash_while_writing(path, "Uit het logboek")
    made = backed_up(tmp_path)
    with glance(made.moment.copy_of(made.moment.items[0]), SESSION_FILE) as connection:
        assert connection.execute("SELECT title FROM opening").fetchone() == ("Uit het logboek",)


def test_an_open_beraad_is_copied_as_it_was_last_kept(tmp_path, path):
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Nog open"))
        made = backed_up(tmp_path)
        assert title_of(made.moment.copy_of(made.moment.items[0])) == "Nog open"
        file.keep(with_title(file.session, "Nog open 2"))
    made = backed_up(tmp_path, day=1)
    assert title_of(made.moment.copy_of(made.moment.items[0])) == "Nog open 2"
    assert title_of(path) == "Nog open 2"


def test_a_damaged_file_keeps_its_last_good_copy_and_nothing_else_back(tmp_path, path):
    keep(tmp_path, a_session())
    backed_up(tmp_path)
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    keep(tmp_path, a_session())
    made = backed_up(tmp_path, day=1)
    (missed,) = made.missed
    assert missed.name == path.name
    assert missed.has_copy
    assert len(made.moment.items) == 3
    (mine,) = [item for item in made.moment.items if item.name == path.name]
    assert title_of(made.moment.copy_of(mine)) == "Eerste"


def test_too_many_are_thinned_and_their_copies_go(tmp_path, path):
    for day in range(24):
        retitle(path, f"Dag {day}")
        made = backed_up(tmp_path, day=day)
        assert made.moment is not None
        for name in copies_in(copies_folder(tmp_path)):
            os.utime(copies_folder(tmp_path) / name, (0, 0))
    left = moments(copies_folder(tmp_path))
    assert 10 <= len(left) <= 16
    assert len(set(copies_in(copies_folder(tmp_path)))) <= len(left) + 1
    assert title_of(left[0].copy_of(left[0].items[0])) == "Dag 23"


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_what_sqlite_left_beside_a_copy_goes_with_it_and_not_before(tmp_path, path, end):
    place = copies_folder(tmp_path)
    copy = backed_up(tmp_path).moment.items[0].copy
    stray = f"{path.stem}~20200101T000000{path.suffix}{end}"
    for name in (f"{copy}{end}", stray):
        (place / name).touch()
        os.utime(place / name, (0, 0))
    retitle(path, "Tweede")
    backed_up(tmp_path, day=1)
    assert f"{copy}{end}" in set(copies_in(place))
    assert stray not in set(copies_in(place))
    moments(place)[1].list_file.unlink()
    os.utime(place / copy, (0, 0))
    retitle(path, "Derde")
    backed_up(tmp_path, day=2)
    assert not {copy, f"{copy}{end}"} & set(copies_in(place))


def test_a_copy_that_no_list_needs_goes_also_when_its_file_has_a_wave_in_its_name(tmp_path, path):
    own = path.rename(tmp_path / f"Team~zuid{path.suffix}")
    place = copies_folder(tmp_path)
    backed_up(tmp_path)
    stray = place / f"{own.stem}~20200101T000000{own.suffix}"
    stray.touch()
    os.utime(stray, (0, 0))
    retitle(own, "Tweede")
    backed_up(tmp_path, day=1)
    assert not stray.exists()


def test_the_latest_copy_is_the_first_whatever_its_file_was_called_then(tmp_path, path):
    backed_up(tmp_path)
    own = path.rename(tmp_path / f"Team~zuid-{path.stem[-8:]}{path.suffix}")
    retitle(own, "Tweede")
    backed_up(tmp_path, day=1)
    own.rename(path)
    retitle(path, "Derde")
    backed_up(tmp_path, day=2)
    (identity,) = {item.id for item in moments(copies_folder(tmp_path))[0].items}
    titles = [title_of(copy) for copy in latest_copies(tmp_path, identity)]
    assert titles == ["Derde", "Tweede", "Eerste"]


def test_a_backup_that_nobody_wants_any_more_leaves_no_moment(tmp_path, path):
    made = back_up(tmp_path, now=NOON, unwanted=lambda: True)
    assert made.moment is None
    assert moments(copies_folder(tmp_path)) == ()


def test_two_backups_in_one_second_are_two_moments(tmp_path, path):
    backed_up(tmp_path)
    retitle(path, "Tweede")
    backed_up(tmp_path)
    assert len(moments(copies_folder(tmp_path))) == 2


def test_a_list_of_somebody_else_is_passed_over(tmp_path, path):
    moment = backed_up(tmp_path).moment
    for number, content in enumerate(
        ("", "[]", '{"bestanden": [{"name": "../../weg"}]}', "{" * 5000, '{"bestanden": 3}')
    ):
        (copies_folder(tmp_path) / f"stand-20260101T00000{number}.json").write_text(content)
    evil = moment.list_file.read_text().replace(path.name, "../weg.beraad")
    (copies_folder(tmp_path) / "stand-20260102T000000.json").write_text(evil)
    assert moments(copies_folder(tmp_path)) == (moment,)


def test_what_was_erased_is_never_copied_again_and_forgotten_elsewhere(tmp_path, path):
    elsewhere = tmp_path.parent / f"{tmp_path.name}-stick"
    with SessionFile.open(path) as file:
        identity = file.session.id
    backed_up(tmp_path, place=elsewhere)
    remember_place(tmp_path, elsewhere)
    remember_place(tmp_path, elsewhere)
    assert other_places(tmp_path) == (elsewhere,)
    assert any(copies_in(elsewhere))
    add_erased(tmp_path, Erased(week="2026-W47", on="2026-11-25", role="ik", id=identity))
    made = backed_up(tmp_path, day=1, place=elsewhere)
    assert made.moment is None
    assert "gewist" in made.missed[0].why
    assert not any(copies_in(elsewhere))


def test_forgetting_one_beraad_leaves_the_others(tmp_path, path):
    keep(tmp_path, a_session())
    moment = backed_up(tmp_path).moment
    one, other = moment.beraden
    assert forget(copies_folder(tmp_path), Id(one.id)) == 1
    assert not moment.copy_of(one).exists()
    (left,) = moments(copies_folder(tmp_path))
    assert left == replace(moment, items=(other,))


def test_a_folder_that_cannot_be_written_is_told(tmp_path, path):
    with pytest.raises(Solvable, match="kan Beraad niets bewaren"):
        back_up(tmp_path, now=NOON + DAY, place=path / "hier kan niets")


@pytest.mark.parametrize("in_vault", [False, True])
def test_a_copy_is_on_disk_once_before_it_has_its_name(tmp_path, path, monkeypatch, in_vault):
    if in_vault:
        monkeypatch.setattr(keys, "_open", {})
        set_up(tmp_path, "molen fiets kaart appel")
        assert all(each.problem is None for each in lift(tmp_path))
    synced = []
    real = os.fsync

    def fsync(number):
        synced.append(os.fstat(number).st_ino)
        real(number)

    monkeypatch.setattr(os, "fsync", fsync)
    (item,) = [each for each in backed_up(tmp_path).moment.items if each.name == path.name]
    copy = copies_folder(tmp_path) / item.copy
    assert synced.count(copy.stat().st_ino) == 1
    assert title_of(copy)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "is geen ruimte meer"),
        (errno.ENODEV, "Sluit de schijf of stick weer aan"),
        (errno.EROFS, "is alleen te lezen"),
        (errno.EACCES, "kan Beraad niets bewaren"),
    ],
)
def test_a_stick_that_takes_nothing_says_why(tmp_path, path, monkeypatch, number, told):
    def refuse(*_):
        raise OSError(number, "")

    monkeypatch.setattr("beraad.store.copies.making.write", refuse)
    with pytest.raises(Solvable, match=told):
        back_up(tmp_path, now=NOON + DAY, place=tmp_path / "stick")


def test_a_file_that_bears_the_name_of_a_ring_in_other_letters_spoils_no_list(tmp_path, path):
    (tmp_path / "Sleutels.beraad").write_bytes(b"iets anders")
    first = backed_up(tmp_path)
    assert [item.name for item in first.moment.items] == [path.name]
    (found,) = moments(copies_folder(tmp_path))
    assert [item.name for item in found.items] == [path.name]

    retitle(path, "Tweede")
    assert backed_up(tmp_path, day=1).copied == 1
    assert len(moments(copies_folder(tmp_path))) == 2


def test_a_copy_that_was_lost_stays_known_when_its_list_is_written_anew(tmp_path, path):
    other = keep(tmp_path, with_title(a_session(), "Andere"))
    moment = backed_up(tmp_path).moment
    (lost,) = (item for item in moment.items if item.name == other.name)
    moment.copy_of(lost).unlink()

    for _ in range(2):
        (found,) = moments(copies_folder(tmp_path))
        assert found.lost == (other.name,)
        write(found)
