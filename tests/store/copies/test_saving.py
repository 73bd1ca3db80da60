from __future__ import annotations

import random
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date

import pytest

from beraad.errors import Solvable
from beraad.records import Clarification, Id
from beraad.records.anatomy import PARENTS, list_sections, single_sections
from beraad.store import keys, wiping
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import copies_in
from beraad.store.copies.saving import lost_in_words, save
from beraad.store.keys import Locked
from beraad.store.session_file import SessionFile
from beraad.store.vault.opening import set_up
from beraad.store.wiping import wipe_beraad
from tests.builders import filled_session
from tests.store.copies.support import NOON, backed_up, keep
from tests.store.support import a_session, fingerprint, rescue_only_in, with_situation, with_title

PAGE = 4096
_ON_ONE_LEAF = 14
"""Tables that one page names, and that are lost with it."""


@pytest.fixture
def whole(tmp_path):
    questions = tuple(
        Clarification(id=Id(f"v{number}"), question=f"vraag {number} " * 40)
        for number in range(120)
    )
    session = with_title(with_situation(a_session(clarifications=questions), "Het begon zo."), "T")
    return keep(tmp_path, session), session


def pages_of(path, table):
    """Every page of a table but its root."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()[0]
    content = path.read_bytes()
    root = content[(found - 1) * PAGE : found * PAGE]
    assert root[0] == 5
    count = int.from_bytes(root[3:5])
    cells = [int.from_bytes(root[12 + 2 * n : 14 + 2 * n]) for n in range(count)]
    return [int.from_bytes(root[cell : cell + 4]) for cell in cells]


def break_page(path, number):
    content = bytearray(path.read_bytes())
    content[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def saved_session(saved):
    with SessionFile.open(saved.path) as file:
        return file.session


def test_everything_but_one_page_comes_back_and_it_is_told_what_not(tmp_path, whole):
    path, session = whole
    pages = pages_of(path, "clarifications")
    break_page(path, pages[len(pages) // 2])
    with pytest.raises(Solvable, match="beschadigd"):
        SessionFile.open(path)
    before = fingerprint(path)
    saved = save(path, tmp_path)
    assert fingerprint(path) == before
    assert saved.path != path
    assert lost_in_words(saved.lost) == "ronde 3 (verheldering)"
    back = saved_session(saved)
    assert back.case == session.case
    assert 80 < len(back.clarifications) < 120
    assert set(back.clarifications) <= set(session.clarifications)


def test_a_row_of_nonsense_goes_and_the_rest_stays(tmp_path, whole):
    path, session = whole
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE clarifications SET question = x'00ff' WHERE position = 3")
        connection.execute("UPDATE opening SET held_on = 'gisteren'")
    saved = save(path, tmp_path)
    back = saved_session(saved)
    assert len(back.clarifications) == 119
    assert back.case == session.case
    assert "de opening" in lost_in_words(saved.lost)


def test_a_whole_beraad_comes_back_whole(tmp_path):
    session = filled_session()
    path = keep(tmp_path, session)
    saved = save(path, tmp_path)
    assert saved.lost == ()
    assert saved_session(saved) == session


def test_a_child_whose_parent_is_lost_keeps_nothing_back(tmp_path):
    session = filled_session()
    path = keep(tmp_path, session)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM participants")
    back = saved_session(save(path, tmp_path))
    assert back == replace(session, participants=(), considerations=())


@pytest.mark.parametrize("content", [b"", b"geen beraad" * 900, bytes(40_000)])
def test_what_holds_nothing_is_told(tmp_path, content):
    path = tmp_path / "stuk.beraad"
    path.write_bytes(content)
    with pytest.raises(Solvable):
        save(path, tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["stuk.beraad"]


def test_a_file_that_carries_something_out_is_not_obeyed(tmp_path):
    path = keep(tmp_path, a_session())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TRIGGER kwaad AFTER INSERT ON participants BEGIN SELECT 1; END")
        connection.execute("CREATE VIEW anders AS SELECT 1")
    back = saved_session(save(path, tmp_path))
    assert back.options


def test_whatever_bytes_are_flipped_nothing_but_a_dutch_sentence_or_a_beraad_comes_of_it(
    tmp_path, whole
):
    path, _ = whole
    good = path.read_bytes()
    for seed in range(40):
        dice = random.Random(seed)
        content = bytearray(good)
        for _ in range(dice.choice((1, 30, 400))):
            content[dice.randrange(len(content))] = dice.randrange(256)
        broken = tmp_path / "stuk" / f"stuk-{seed}.beraad"
        broken.parent.mkdir(exist_ok=True)
        broken.write_bytes(content)
        with suppress(Solvable):
            saved_session(save(broken, broken.parent))


def hangs_on(section, lost):
    """Whether rows of this part go when those of a part that was lost are gone."""
    above = {section, *(parent for child, (_, parent) in PARENTS.items() if child == section)}
    linked = {"considerations": {"participants", "options"}}.get(section, set())
    return bool((above | linked) & lost) or any(
        hangs_on(each, lost) for each in (above | linked) - {section}
    )


@pytest.fixture
def vault(tmp_path):
    set_up(tmp_path, "molen fiets kaart appel")
    yield tmp_path
    keys.lock(tmp_path)


def test_in_a_vault_all_that_is_not_named_comes_back_whatever_page_is_damaged(vault):
    session = filled_session()
    path = keep(vault, session)
    whole = path.read_bytes()
    sections = {name.replace("_", ""): name for name in (*single_sections(), *list_sections())}
    nothing = named = 0
    pages = range(0, len(whole) // PAGE, 5)
    for page in pages:
        content = bytearray(whole)
        content[page * PAGE + 1000] ^= 255
        path.write_bytes(content)
        try:
            saved = save(path, vault)
        except Solvable:
            nothing += 1
            continue
        back = saved_session(saved)
        saved.path.unlink()
        lost = {sections.get(table, table) for table in saved.lost}
        for name in sections.values():
            if not hangs_on(name, lost):
                assert getattr(back, name) == getattr(session, name), (page, name)
        named += len(lost)
    assert nothing == 0
    assert named <= len(pages) + _ON_ONE_LEAF


@pytest.mark.parametrize("damage", [bytes(PAGE), bytes(range(256)) * 16, None])
@pytest.mark.parametrize("in_vault", [False, True])
def test_without_its_first_page_a_beraad_comes_back_whole(tmp_path, request, in_vault, damage):
    folder = request.getfixturevalue("vault") if in_vault else tmp_path
    session = filled_session()
    path, other = keep(folder, session), keep(folder, a_session())
    content = path.read_bytes()
    first = damage or content[:16] + bytes(PAGE - 16)
    path.write_bytes(first + content[PAGE:])
    with pytest.raises(Solvable):
        SessionFile.open(path)
    saved = save(path, folder)
    assert saved.lost == ()
    assert saved_session(saved) == session
    assert path.read_bytes()[:PAGE] == first
    assert saved.path not in {path, other}


def test_the_first_page_of_a_file_of_before_is_made_up_by_nobody(tmp_path):
    path = keep(tmp_path, filled_session())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE opening DROP COLUMN first_reader")
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    with pytest.raises(Solvable, match="beschadigd"):
        save(path, tmp_path)


def test_a_locked_vault_saves_nothing_and_says_so(vault):
    path = keep(vault, filled_session())
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    keys.lock(vault)
    with pytest.raises(Locked):
        save(path, vault)


def without_head(path):
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'head'"
        ).fetchall()
    for (page,) in pages:
        break_page(path, page)


def test_what_is_saved_keeps_the_identity_that_the_backups_tell(tmp_path, whole, monkeypatch):
    rescue_only_in(monkeypatch)
    path, session = whole
    backed_up(tmp_path)
    without_head(path)
    saved = save(path, tmp_path)
    assert saved_session(saved).id == session.id
    backed_up(tmp_path, day=1)
    wipe_beraad(path, tmp_path, role="gespreksleider", now=NOON)
    assert not saved.path.exists()
    assert not any(copies_in(copies_folder(tmp_path)))


def test_what_is_saved_goes_with_the_file_it_was_saved_from(tmp_path, whole, monkeypatch):
    rescue_only_in(monkeypatch)
    path, _ = whole
    without_head(path)
    other = keep(tmp_path, a_session())
    saved = save(path, tmp_path)
    backed_up(tmp_path)
    assert saved.path in wiping.reach(path, tmp_path).files
    wipe_beraad(path, tmp_path, role="gespreksleider", now=NOON)
    assert not saved.path.exists()
    assert other.exists()
    assert {name.partition("~")[0] for name in copies_in(copies_folder(tmp_path))} == {other.stem}


def lose_opening(path, *, summary):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM opening")
        if summary:
            connection.execute("DELETE FROM summary")
        connection.commit()


@pytest.fixture
def named(tmp_path):
    session = with_title(a_session(), "Kees zijn titel")
    opening = replace(session.opening, team="Team West", held_on=date(2026, 9, 3))
    path = tmp_path / f"beraad-2026-W36-{session.id[:8]}.beraad"
    SessionFile.create(path, replace(session, opening=opening)).close()
    return path


@pytest.mark.parametrize("from_copies", [False, True])
def test_without_the_opening_title_team_and_week_are_those_that_are_still_known(
    tmp_path, named, from_copies
):
    if from_copies:
        backed_up(tmp_path)
    lose_opening(named, summary=from_copies)
    saved = save(named, tmp_path)
    assert "opening" in saved.lost
    opening = saved_session(saved).opening
    assert (opening.title, opening.team) == ("Kees zijn titel", "Team West")
    assert opening.held_on == date(2026, 9, 3)
    assert "-W36-" in saved.path.name


def test_with_nothing_else_the_name_of_the_file_tells_the_week(tmp_path, named):
    lose_opening(named, summary=True)
    saved = save(named, tmp_path)
    assert "-W36-" in saved.path.name
    assert saved_session(saved).opening.held_on == date(2026, 8, 31)


def test_what_was_saved_is_not_saved_a_second_time(tmp_path, named):
    lose_opening(named, summary=True)
    first = save(named, tmp_path)
    again = save(named, tmp_path)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.path == first.path
    with SessionFile.open(first.path) as file:
        file.keep(with_title(file.session, "Aangevuld"))
    assert save(named, tmp_path).is_new
