from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from beraad.cli import main
from beraad.store import keys
from beraad.store.audit import CAME_BACK, deeds
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.owing import settle
from beraad.store.copies.places import is_erased, remember_place
from beraad.store.erased import (
    BEGUN,
    DONE,
    NAME,
    Erased,
    add_erased,
    append,
    erased,
    foreign,
    told_unread,
    unfinished,
)
from beraad.store.keys import RING_COPY, RING_NAME
from beraad.store.vault.opening import lock, set_up, unlock
from beraad.store.whose import identity_of
from beraad.store.wiping import finish, wipe_beraad
from beraad.ui.desk import Desk
from tests.store.copies.support import NOON, backed_up, keep, title_of
from tests.store.support import a_session, with_title

WORDS = "molen fiets kaart appel"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "_open", {})
    home = tmp_path / "beraden"
    home.mkdir()
    return home


@pytest.fixture
def vault(folder):
    set_up(folder, WORDS)
    return folder


@pytest.fixture
def path(folder):
    return keep(folder, with_title(a_session(), "Blijft"))


def line_about(path, state=BEGUN):
    identity = identity_of(path)
    return Erased(week="2026-W48", on="2026-11-29", role="ik", id=identity, state=state)


@pytest.mark.parametrize("state", [BEGUN, DONE])
@pytest.mark.parametrize("proof", ["", "aa" * 32, "é"])
def test_a_line_that_the_vault_did_not_write_is_never_obeyed(vault, path, tmp_path, state, proof):
    stick = tmp_path / "stick"
    backed_up(vault)
    backed_up(vault, place=stick)
    remember_place(vault, stick)
    line = replace(line_about(path, state), proof=proof)
    append(vault / NAME, asdict(line))

    assert finish(vault) == 0
    Desk(vault, now=lambda: NOON).prepare()
    backed_up(vault, day=1)
    settle(vault)

    assert title_of(path) == "Blijft"
    assert not is_erased(vault, line.id)
    assert len(list(copies_folder(vault).glob("beraad-*"))) == 1
    assert len(list(stick.glob("beraad-*"))) == 1
    assert erased(vault) == unfinished(vault) == ()
    assert foreign(vault) == (line,)


def test_a_line_of_the_vault_that_was_changed_is_not_obeyed(vault, path):
    other = keep(vault, with_title(a_session(), "Ander"))
    add_erased(vault, replace(line_about(path), id="ander"))
    said = json.loads((vault / NAME).read_text())
    append(vault / NAME, {**said, "id": identity_of(other)})
    finish(vault)
    assert title_of(other) == "Ander"


def test_a_line_of_another_vault_is_not_obeyed(vault, path, tmp_path):
    other = tmp_path / "andere"
    other.mkdir()
    set_up(other, WORDS)
    add_erased(other, line_about(path))
    (vault / NAME).write_bytes((other / NAME).read_bytes())
    finish(vault)
    assert title_of(path) == "Blijft"


def test_nothing_counts_while_the_vault_is_locked(vault, path):
    add_erased(vault, line_about(path))
    assert len(unfinished(vault)) == 1
    lock(vault)
    assert erased(vault) == foreign(vault) == ()
    unlock(vault, WORDS)
    assert finish(vault) == 1
    assert not path.exists()


def test_what_was_erased_before_the_vault_stays_erased_and_what_was_begun_is_no_proof(folder, path):
    gone = keep(folder, with_title(a_session(), "Weg"))
    identity = identity_of(gone)
    wipe_beraad(gone, folder, role="ik", now=NOON)
    add_erased(folder, line_about(path))
    set_up(folder, WORDS)
    assert is_erased(folder, identity)
    assert unfinished(folder) == ()
    finish(folder)
    assert path.exists()


def test_what_is_erased_anew_is_told_of_no_more(vault, path):
    append(vault / NAME, asdict(line_about(path)))
    assert len(foreign(vault)) == 1
    wipe_beraad(path, vault, role="ik", now=NOON)
    assert foreign(vault) == ()


@pytest.mark.parametrize("proof", ["", "aa" * 32])
@pytest.mark.parametrize("state", [BEGUN, DONE])
@pytest.mark.parametrize("command", ["lijst", "wis", "reservekopie", "kluis stand"])
def test_every_command_tells_of_a_foreign_line(
    vault, path, tmp_path, monkeypatch, capsys, command, state, proof
):
    words = tmp_path / "wachtzin"
    words.write_text(WORDS)
    monkeypatch.setenv("BERAAD_WACHTWOORD_BESTAND", str(words))
    append(vault / NAME, asdict(replace(line_about(path, state), proof=proof)))

    assert main([*command.split(), "--sessions", str(vault)]) == 0

    assert "schreef deze kluis niet" in capsys.readouterr().err
    assert title_of(path) == "Blijft"


@pytest.mark.parametrize("state", [BEGUN, DONE])
def test_the_window_tells_of_a_foreign_line_and_leaves_the_beraad(vault, path, state):
    append(vault / NAME, asdict(line_about(path, state)))
    desk = Desk(vault, now=lambda: NOON)
    desk.finish_erasing()
    assert "schreef deze kluis niet" in desk.take_told().happened
    assert desk.to_erase() == ""
    assert title_of(path) == "Blijft"


def test_without_a_vault_the_window_asks_first(folder, path):
    append(folder / NAME, asdict(line_about(path)))
    desk = Desk(folder, now=lambda: NOON)
    desk.finish_erasing()
    desk.prepare()
    assert path.exists()
    assert path.name in desk.to_erase()
    desk.erase_on()
    assert not path.exists()
    assert "nu gedaan" in desk.take_told().kept
    assert desk.to_erase() == ""


def test_without_a_vault_what_is_left_of_nothing_is_finished_unasked(folder, path):
    line = line_about(path)
    path.unlink()
    append(folder / NAME, asdict(line))
    assert Desk(folder, now=lambda: NOON).to_erase() == ""
    assert unfinished(folder) == ()


def test_without_a_vault_no_backup_goes_before_somebody_was_asked(folder):
    path = keep(folder, with_title(a_session(), "Een"))
    backed_up(folder)
    line = Erased(week="", on="2026-11-25", role="x", id=identity_of(path), state=BEGUN)
    append(folder / NAME, asdict(line))
    backed_up(folder, day=1)
    (copy,) = copies_folder(folder).glob("*.beraad")
    assert title_of(copy) == "Een"
    append(folder / NAME, asdict(replace(line, state=DONE)))
    backed_up(folder, day=2)
    assert not list(copies_folder(folder).glob("*.beraad"))


def test_lines_that_cannot_be_read_are_counted_and_told(tmp_path):
    assert told_unread(tmp_path) is None
    add_erased(tmp_path, Erased(week="2026-W47", on="2026-11-25", role="ik", id="a" * 32))
    assert told_unread(tmp_path) is None
    with (tmp_path / NAME).open("a") as file:
        file.write("onzin\n[1]\n")
    assert "zijn 2 regels niet te lezen" in told_unread(tmp_path).happened


def brought_back(vault, path, name, *, with_ring):
    """Erase a beraad, and let its file lie there again."""
    content, rings = path.read_bytes(), {}
    for each in (RING_NAME, RING_COPY):
        rings[vault / each] = (vault / each).read_bytes()
    backed_up(vault)
    wipe_beraad(path, vault, role="ik", now=NOON)
    if with_ring:
        lock(vault)
        for each, said in rings.items():
            each.write_bytes(said)
        unlock(vault, WORDS)
    back = vault / name
    back.parent.mkdir(exist_ok=True)
    back.write_bytes(content)
    return back


NAMES = ("{}", "Eigen naam.beraad", "beraad-2026-W01-0123abcd.beraad", "verwijderd/iets.beraad")


@pytest.mark.parametrize("with_ring", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_what_comes_back_goes_is_told_and_written_down(vault, path, name, with_ring):
    other = keep(vault, with_title(a_session(), "Een ander"))
    back = brought_back(vault, path, name.format(path.name), with_ring=with_ring)
    desk = Desk(vault, now=lambda: NOON)
    desk.finish_erasing()
    assert not back.exists()
    told = desk.take_told()
    assert back.name in told.happened
    assert "opnieuw" in told.kept
    assert [deed.result for deed in deeds(vault)] == [CAME_BACK]
    assert title_of(other) == "Een ander"
    desk.finish_erasing()
    assert desk.take_told() is None


@pytest.mark.parametrize("with_ring", [False, True])
@pytest.mark.parametrize("command", [("lijst",), ("overdragen", "--alles"), ("herstel",)])
def test_every_command_answers_alike(vault, path, tmp_path, capsys, command, with_ring):
    keep(vault, with_title(a_session(), "Een ander"))
    back = brought_back(vault, path, path.name, with_ring=with_ring)
    rest = {"overdragen": ("--naar", tmp_path / "a.age"), "herstel": (copies_folder(vault),)}
    words = (*command, *rest.get(command[0], ()), "--sessions", vault)
    main([*map(str, words)])
    said = capsys.readouterr()
    assert not back.exists()
    assert back.name in said.err
    assert "Blijft" not in said.out
    assert CAME_BACK in {deed.result for deed in deeds(vault)}


def test_without_a_vault_what_came_back_is_asked_about(folder, path, capsys):
    content = path.read_bytes()
    wipe_beraad(path, folder, role="ik", now=NOON)
    back = folder / "Eigen naam.beraad"
    back.write_bytes(content)
    main(["lijst", "--sessions", str(folder)])
    assert f"{back}  “Blijft”" in capsys.readouterr().err
    assert back.exists()
    assert back.name in Desk(folder, now=lambda: NOON).to_erase()
    main(["wis", "--verder", "--sessions", str(folder)])
    assert not back.exists()


def test_of_a_drive_that_was_away_it_is_not_said_that_it_came_back(vault, path, tmp_path):
    stick = tmp_path / "stick"
    backed_up(vault, place=stick)
    remember_place(vault, stick)
    stick.rename(tmp_path / "weg")
    wipe_beraad(path, vault, role="ik", now=NOON)
    (tmp_path / "weg").rename(stick)
    desk = Desk(vault, now=lambda: NOON)
    desk.finish_erasing()
    assert desk.take_told() is None
