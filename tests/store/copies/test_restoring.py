from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.copies import differing, restoring
from beraad.store.copies.differing import Change, compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import moments
from beraad.store.copies.parting import part_from_living
from beraad.store.copies.restoring import put_back, restore
from beraad.store.erased import Erased, add_erased
from beraad.store.log import log_of
from beraad.store.seeking import seek, take_out
from beraad.store.session_file import SessionFile
from beraad.store.vault import lifting
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
from tests.store.support import a_peopled_session, a_session, with_title


@pytest.fixture
def path(tmp_path):
    return keep(tmp_path, with_title(a_session(), "Eerste"))


def put(moment, folder, *changes):
    wanted = [each for each in compare(moment, folder) if not changes or each.change in changes]
    return restore(moment, wanted, folder, now=NOON + 5 * DAY)


def test_what_differs_is_told_before_anything_happens(tmp_path, path):
    gone = keep(tmp_path, with_title(a_peopled_session(), "Verdwenen"))
    same = keep(tmp_path, with_title(a_session(), "Gelijk"))
    moment = backed_up(tmp_path).moment
    retitle(path, "Tweede")
    gone.unlink()
    new = keep(tmp_path, with_title(a_session(), "Nieuw"))
    found = {each.name: each for each in compare(moment, tmp_path)}
    assert found[path.name].change is Change.OTHER
    assert found[gone.name].change is Change.COMES_BACK
    assert found[gone.name].title == "Verdwenen"
    assert found[same.name].change is Change.SAME
    assert found[new.name].change is Change.GOES_ASIDE
    assert found[new.name].now.startswith("opening, ")


def test_rows_that_are_fewer_are_counted(tmp_path):
    path = keep(tmp_path, a_peopled_session())
    moment = backed_up(tmp_path).moment
    with SessionFile.open(path) as file:
        session = file.session
        file.keep(a_session(id=session.id, created_at=session.created_at))
    (difference,) = compare(moment, tmp_path)
    assert "2 deelnemers meer" in difference.rows
    assert "1 vraag meer" in difference.rows


def test_rows_that_differ_are_told_also_when_both_were_changed_at_one_moment(tmp_path, monkeypatch):
    path = keep(tmp_path, a_peopled_session())
    moment = backed_up(tmp_path).moment
    with SessionFile.open(path) as file:
        session = file.session
        file.keep(a_session(id=session.id, created_at=session.created_at))
    look_at = differing.look_at
    at_noon = lambda path: replace(look_at(path), changed_at=NOON)  # noqa: E731
    monkeypatch.setattr(differing, "look_at", at_noon)

    (difference,) = compare(moment, tmp_path)

    assert difference.change is Change.OTHER


def test_a_moment_comes_back_and_what_was_there_can_come_back_too(tmp_path, path):
    moment = backed_up(tmp_path).moment
    retitle(path, "Tweede")
    new = keep(tmp_path, with_title(a_session(), "Nieuw"))
    restored = put(moment, tmp_path)
    assert restored.refused == ()
    assert title_of(path) == "Eerste"
    assert not new.exists()
    (aside,) = [each for each in moments(copies_folder(tmp_path)) if each.is_aside]
    assert aside == restored.aside
    restore(aside, compare(aside, tmp_path), tmp_path, now=NOON + 6 * DAY)
    assert title_of(path) == "Tweede"
    assert title_of(new) == "Nieuw"


def test_no_log_of_what_made_way_is_mixed_with_the_copy(tmp_path, path):
    """What a crash left beside the file goes aside with it, whole."""
    moment = backed_up(tmp_path).moment
    crash_while_writing(path, "Uit het logboek")
    assert log_of(path).stat().st_size
    restored = put(moment, tmp_path)
    assert not log_of(path).exists()
    with SessionFile.open(path) as file:
        assert file.told is None
        assert file.session.opening.title == "Eerste"
    restore(restored.aside, compare(restored.aside, tmp_path), tmp_path, now=NOON + 6 * DAY)
    assert title_of(path) == "Uit het logboek"


def test_a_copy_of_the_same_opening_is_not_folded_over_by_its_log(tmp_path, path):
    """The number of what is put back is new, so that not even its own old log fits it."""
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Een"))
        moment = backed_up(tmp_path).moment
        file.keep(with_title(file.session, "Twee"))
        log = log_of(path).read_bytes()
    put(moment, tmp_path)
    log_of(path).write_bytes(log)
    with SessionFile.open(path) as opened:
        assert opened.session.opening.title == "Een"
        assert opened.told is not None


def test_a_damaged_file_makes_way_and_is_kept_as_it_is(tmp_path, path):
    moment = backed_up(tmp_path).moment
    path.write_bytes(b"stuk" * 3000)
    restored = put(moment, tmp_path)
    assert title_of(path) == "Eerste"
    (item,) = restored.aside.items
    assert restored.aside.copy_of(item).read_bytes() == b"stuk" * 3000


def test_an_open_beraad_is_left_alone(tmp_path, path):
    moment = backed_up(tmp_path).moment
    retitle(path, "Tweede")
    with SessionFile.open(path), pytest.raises(Solvable, match="al open"):
        put(moment, tmp_path)
    assert title_of(path) == "Tweede"


def test_a_damaged_copy_is_refused_and_nothing_changes(tmp_path, path):
    moment = backed_up(tmp_path).moment
    retitle(path, "Tweede")
    copy = moment.copy_of(moment.items[0])
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    (difference,) = compare(moment, tmp_path)
    assert difference.change is Change.DAMAGED
    assert restore(moment, (difference,), tmp_path, now=NOON).names == ()
    with pytest.raises(Solvable, match="beschadigd"):
        put_back(copy, path, digest=moment.items[0].digest)
    assert title_of(path) == "Tweede"


def test_what_was_erased_does_not_come_back(tmp_path, path):
    moment = backed_up(tmp_path).moment
    copy = tmp_path.parent / f"{tmp_path.name}-elders"
    shutil.copytree(copies_folder(tmp_path), copy)
    path.unlink()
    add_erased(tmp_path, Erased(week="", on="2026-11-26", role="ik", id=moment.items[0].id))
    (there,) = moments(copy)
    assert [each.change for each in compare(there, tmp_path)] == [Change.ERASED]
    assert put(there, tmp_path).names == ()
    assert not path.exists()
    with pytest.raises(Solvable, match="gewist"):
        put_back(there.copy_of(there.items[0]), tmp_path / "Eigen naam.beraad")


def test_where_files_have_one_name_only_what_was_there_is_copied(tmp_path, path, monkeypatch):
    def no_links(*_):
        raise OSError

    moment = backed_up(tmp_path).moment
    retitle(path, "Tweede")
    monkeypatch.setattr(os, "link", no_links)
    restored = put(moment, tmp_path)
    assert title_of(path) == "Eerste"
    assert title_of(restored.aside.copy_of(restored.aside.items[0])) == "Tweede"


@pytest.mark.parametrize("links", [True, False])
def test_without_room_for_the_list_nothing_is_set_aside_or_changed(
    tmp_path, path, monkeypatch, links
):
    moment = backed_up(tmp_path).moment
    retitle(path, "Later")
    before = kept_there(tmp_path)

    def full(*_, **__):
        raise OSError(28, "vol")

    monkeypatch.setattr("beraad.store.copies.restoring.write", full)
    if not links:
        monkeypatch.setattr("os.link", full)
    with pytest.raises(Solvable, match="vol") as told:
        restore(moment, compare(moment, tmp_path), tmp_path, now=NOON + 5 * DAY)

    assert "Wat er stond, staat er nog" in told.value.kept
    assert kept_there(tmp_path) == before
    assert title_of(path) == "Later"


def kept_there(folder):
    """All that lies among the backups but the lock, which stays."""
    names = {each.name for each in copies_folder(folder).iterdir()}
    return sorted(names - {".terugzetten.slot"})


def paired(folder, path):
    """What an earlier version left that was stopped before the file was replaced."""
    moment = backed_up(folder).moment
    retitle(path, "Tweede")
    aside = restore(moment, compare(moment, folder), folder, now=NOON + DAY).aside
    (item,) = aside.items
    copy = aside.copy_of(item)
    copy.unlink()
    os.link(path, copy)
    return copy


def test_putting_back_parts_a_copy_that_is_a_second_name_of_the_file(tmp_path, path):
    copy = paired(tmp_path, path)
    assert copy.samefile(path)
    moment = moments(copies_folder(tmp_path))[-1]
    restore(moment, (), tmp_path, now=NOON + 2 * DAY)
    assert not copy.samefile(path)
    assert copy.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("stem", ["", "Team~zuid"])
def test_a_second_name_of_a_file_that_is_open_waits(tmp_path, path, stem):
    path = path.rename(path.with_stem(stem or path.stem))
    copy = paired(tmp_path, path)
    with SessionFile.open(path) as file:
        part_from_living(tmp_path)
        assert copy.samefile(path)
        file.keep(with_title(file.session, "Derde"))
    part_from_living(tmp_path)
    assert not copy.samefile(path)


def test_taking_a_word_out_throws_away_no_second_name_of_the_beraad(tmp_path, path):
    paired(tmp_path, path)
    retitle(path, "Zwaluw en meer")
    take_out(tmp_path, seek(tmp_path, "zwaluw"), "zwaluw", now=NOON + 3 * DAY)
    assert title_of(path) == "[weggehaald] en meer"


def test_lifting_wipes_no_second_name_of_what_was_lifted(tmp_path, path, monkeypatch):
    monkeypatch.setattr(keys, "_open", {})
    copy = paired(tmp_path, path)
    set_up(tmp_path, "molen fiets kaart appel")
    with monkeypatch.context() as patch:
        patch.setattr(lifting, "part_from_living", lambda _: None)
        assert all(each.problem is None for each in lifting.lift(tmp_path))
    assert title_of(path) == title_of(copy) == "Eerste"


def test_without_room_nothing_is_put_back_and_nothing_has_two_names(tmp_path, path, monkeypatch):
    moment = backed_up(tmp_path).moment
    retitle(path, "Tweede")

    def full(*_):
        raise OSError(errno.ENOSPC, "vol")

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "copy_bytes", full)
        with pytest.raises(Solvable):
            restore(moment, compare(moment, tmp_path), tmp_path, now=NOON + DAY)
    assert title_of(path) == "Tweede"
    assert path.stat().st_nlink == 1
