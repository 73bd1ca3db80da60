"""Damage that comes under an open beraad is told before its words are let go."""

from __future__ import annotations

import os
from contextlib import closing

import pytest

from beraad.errors import Solvable
from beraad.store.driver import look
from beraad.store.session_file import SessionFile
from tests.store.support import a_peopled_session, a_session, with_situation, with_title

PAGE = 4096
TOLD = "beschadigd terwijl het openstond"


@pytest.fixture(params=["plain", "vault"])
def path(request, tmp_path):
    if request.param == "vault":
        from beraad.store.vault.opening import set_up

        set_up(tmp_path, "molen fiets kaart appel")
    path = tmp_path / "een.beraad"
    SessionFile.create(
        path, with_situation(a_peopled_session(), "Wat er al stond. " * 2000)
    ).close()
    return path


def flip(path):
    with path.open("r+b") as file:
        for start in range(2 * PAGE, path.stat().st_size, PAGE):
            file.seek(start + PAGE // 2)
            was = file.read(64)
            file.seek(start + PAGE // 2)
            file.write(bytes(each ^ 0xFF for each in was))


def zero_one_page(path):
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 2 * PAGE)
        file.write(bytes(PAGE))


def change_one_sign(path):
    """So that only the words differ, and the file itself is as whole as before."""
    place = path.read_bytes().rindex(b"er al stond")
    with path.open("r+b") as file:
        file.seek(place)
        file.write(b"E")


DAMAGE = [flip, zero_one_page, change_one_sign]


def skip_where_nothing_is_to_read(path, damage):
    if damage is change_one_sign and b"er al stond" not in path.read_bytes():
        pytest.skip("under a key no word can be changed alone")


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("writes", ["before", "not"])
def test_closing_tells_of_damage_and_stays_open(path, damage, writes):
    skip_where_nothing_is_to_read(path, damage)
    file = SessionFile.open(path)
    if writes == "before":
        file.keep(with_title(file.session, "Getypt"))

    damage(path)

    for _ in range(2):
        with pytest.raises(Solvable, match=TOLD) as problem:
            file.close()
        assert "nog in dit venster" in problem.value.kept
    file.leave()


@pytest.mark.parametrize("damage", DAMAGE)
def test_the_next_words_are_not_called_kept_in_a_damaged_file(path, damage):
    skip_where_nothing_is_to_read(path, damage)
    file = SessionFile.open(path)
    file.keep(with_title(file.session, "Eerst"))
    kept = file.session

    damage(path)

    for _ in range(2):
        with pytest.raises(Solvable, match=TOLD):
            file.keep(with_title(kept, "Daarna"))
    with pytest.raises(Solvable, match=TOLD):
        file.keep(kept)
    file.leave()


def test_a_file_that_is_mended_is_whole_again(path):
    file = SessionFile.open(path)
    whole = path.read_bytes()
    flip(path)
    with pytest.raises(Solvable, match=TOLD):
        file.close()

    with path.open("r+b") as other:
        other.write(whole)
    file.close()

    with SessionFile.open(path) as again:
        assert again.session == file.session


def test_a_file_in_which_nothing_was_written_is_not_written_by_closing_it(path):
    before = path.read_bytes()

    SessionFile.open(path).close()

    assert path.read_bytes() == before
    with closing(look(path)) as alone:
        assert alone.execute("PRAGMA quick_check").fetchone() == ("ok",)


def test_a_file_that_was_only_touched_is_whole(path):
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Eerst"))
        os.utime(path)
        file.keep(with_title(file.session, "Daarna"))
        kept = file.session

    with SessionFile.open(path) as file:
        assert file.session == kept


def test_a_blank_beraad_closes(tmp_path):
    SessionFile.create(tmp_path / "leeg.beraad", a_session()).close()
