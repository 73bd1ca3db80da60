from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing

import pytest

from beraad.cli import main
from beraad.errors import Solvable
from beraad.store import keys, rescue
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.places import remember_place
from beraad.store.erased import erased
from beraad.store.keys import KEPT_RING, RING_COPY, RING_NAME
from beraad.store.places import practice_folder, register_path
from beraad.store.register import Register
from beraad.store.removing import remove
from beraad.store.vault.lifting import lift
from beraad.store.vault.opening import set_up
from beraad.store.wiping import wipe_beraad, wipe_file
from tests.store.copies.support import NOON, backed_up, keep
from tests.store.support import a_session, rescue_only_in, with_title


@pytest.fixture
def folder(tmp_path, monkeypatch):
    rescue_only_in(monkeypatch)
    home = tmp_path / "beraden"
    home.mkdir()
    keep(home, with_title(a_session(), "Blijft"))
    return home


def ask(folder, *words):
    return main([*map(str, words), "--sessions", str(folder)])


def everything(top):
    files = (each for each in top.rglob("*") if each.is_file())
    return {each: each.read_bytes() for each in files}


def refused(folder, path, capsys):
    """Asked with and without being sure, on the command line and by the window."""
    before = everything(folder.parent)
    for sure in ([], ["--zeker"]):
        assert ask(folder, "wis", path, *sure) == 1
        told = capsys.readouterr()
        assert f"{path.name} is geen beraad" in told.err
        assert "Er is niets gewist" in told.err
        assert "Dit wordt gewist" not in told.out
    with pytest.raises(Solvable, match="geen beraad"):
        wipe_beraad(path, folder, role="gespreksleider", now=NOON)
    if path.parent == folder:
        with pytest.raises(Solvable, match="geen beraad"):
            wipe_file(path, seen=None)
    assert everything(folder.parent) == before
    assert erased(folder) == ()


@pytest.mark.parametrize(
    "name",
    [
        "routes.toml",
        "lijst.kluis",
        "logboek.jsonl",
        "gewist.jsonl",
        "instellingen.ini",
        "Sleutels.beraad",
        "../brief.odt",
        "../elders.beraad",
        "oefeningen/brief.odt",
        "reservekopieen/plaatsen.json",
    ],
)
def test_what_is_no_beraad_stays(folder, capsys, name):
    path = (folder / name).resolve()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\n")
    refused(folder, path, capsys)


def test_the_register_stays_under_whatever_name(folder, capsys):
    register = register_path(folder, practice=False)
    with Register.open(register):
        pass
    backed_up(folder)
    refused(folder, register, capsys)
    (copy,) = copies_folder(folder).glob("register~*.sqlite")
    refused(folder, copy, capsys)
    (moment,) = copies_folder(folder).glob("stand-*.json")
    refused(folder, moment, capsys)
    other = folder / "register.beraad"
    other.write_bytes(register.read_bytes())
    refused(folder, other, capsys)


def test_no_ring_goes(folder, monkeypatch):
    monkeypatch.setattr(keys, "_open", {})
    set_up(folder, "molen fiets kaart appel")
    assert all(each.problem is None for each in lift(folder))
    backed_up(folder)
    conflict = folder / "kopie (laptop van Kees).beraad"
    conflict.write_bytes((folder / RING_NAME).read_bytes())
    rings = [folder / RING_NAME, folder / RING_COPY, copies_folder(folder) / KEPT_RING, conflict]
    before = {each: each.read_bytes() for each in rings}
    for path in rings:
        with pytest.raises(Solvable, match="geen beraad"):
            wipe_beraad(path, folder, role="gespreksleider", now=NOON)
    assert {each: each.read_bytes() for each in rings} == before


@pytest.mark.parametrize("where", ["beraden", "oefeningen", "verwijderd", "reservekopie", "stick"])
def test_a_damaged_beraad_goes_by_name_and_place(folder, tmp_path, where):
    home = practice_folder(folder) if where == "oefeningen" else folder
    home.mkdir(exist_ok=True)
    path = keep(home, with_title(a_session(), "Stuk"))
    if where == "verwijderd":
        path = remove(path, folder, now=NOON)
    elif where in {"reservekopie", "stick"}:
        place = copies_folder(folder) if where == "reservekopie" else tmp_path / "stick"
        backed_up(folder, place=place)
        remember_place(folder, place)
        path = next(place.glob(f"{path.stem}~*"))
    path.write_bytes(b"stuk" * 999)
    assert ask(folder, "wis", path, "--zeker") == 0
    assert not path.exists()


def test_a_beraad_that_shows_itself_goes_wherever_it_lies(folder, tmp_path):
    path = keep(tmp_path, with_title(a_session(), "Elders")).rename(tmp_path / "elders.bewaard")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM head").fetchone() == (1,)
    assert ask(folder, "wis", path, "--zeker") == 0
    assert not path.exists()


@pytest.mark.parametrize(
    "name", ["sleutels.beraad", "Sleutels.beraad", "routes.toml", "lijst.kluis"]
)
def test_no_list_of_backups_puts_anything_over_what_is_of_the_folder_itself(folder, name, capsys):
    backed_up(folder)
    (moment,) = copies_folder(folder).glob("stand-*.json")
    said = json.loads(moment.read_text())
    said["bestanden"][0]["name"] = name
    moment.write_text(json.dumps(said))
    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    ask(folder, "herstel", copies_folder(folder))
    assert f"De lijst {moment.name}" in capsys.readouterr().err
    after = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    assert {each for each in after if after[each] != before.get(each)} <= {"logboek.jsonl"}
    assert before.keys() <= after.keys()


def test_a_link_is_not_taken_for_the_beraad_it_points_to(folder, tmp_path, capsys):
    away = tmp_path / "elders"
    away.mkdir()
    path = keep(away, with_title(a_session(), "Elders"))
    link = folder / "link.beraad"
    link.symlink_to(path)
    for sure in ([], ["--zeker"]):
        assert ask(folder, "wis", link, *sure) == 1
        told = capsys.readouterr().err
        assert f"link.beraad wijst naar {path}" in told
        assert "Er is niets gewist" in told
    with pytest.raises(Solvable, match="wijst naar"):
        wipe_file(link, seen=None)
    assert link.is_symlink()
    assert path.exists()
    assert erased(folder) == ()


@pytest.mark.parametrize("sure", [[], ["--zeker"]])
def test_what_a_link_points_to_is_named_for_only_the_link_goes(folder, tmp_path, capsys, sure):
    (path,) = folder.glob("*.beraad")
    away = tmp_path / "elders" / "x.beraad"
    away.parent.mkdir()
    away.write_bytes(path.read_bytes())
    (folder / "link.beraad").symlink_to(away)
    assert ask(folder, "wis", path, *sure) == 0
    assert f"  {away}: het bestand achter een koppeling" in capsys.readouterr().out
    assert away.exists()


def test_what_stays_says_so_when_the_week_cannot_be_read(folder, capsys):
    damaged = folder / "stuk.beraad"
    damaged.write_bytes(bytes(range(256)) * 40)
    assert ask(folder, "wis", damaged, "--zeker") == 0
    assert "week onbekend, " in capsys.readouterr().out


@pytest.mark.parametrize("everything", [True, False])
def test_handing_over_erases_no_damaged_file_and_names_it(folder, tmp_path, capsys, everything):
    (mine,) = folder.glob("*.beraad")
    other = keep(folder, with_title(a_session(), "Beschadigd"))
    damaged = bytes(4096) + other.read_bytes()[4096:]
    other.write_bytes(damaged)
    what = ["--alles"] if everything else [mine]
    ask(folder, "overdragen", *what, "--naar", tmp_path / "door.beraad.age", "--wis")
    assert not mine.exists()
    assert other.read_bytes() == damaged
    assert str(other) in capsys.readouterr().out


@pytest.fixture
def vault(folder, monkeypatch):
    monkeypatch.setattr(keys, "_open", {})
    set_up(folder, "molen fiets kaart appel")
    assert all(each.problem is None for each in lift(folder))
    backed_up(folder)
    return folder


STREWN = ("oudekopie/{}", "reservekopieen/oud/{}", "reservekopieen/bewaar.bak", "map/in/map/iets")


@pytest.mark.parametrize("name", STREWN)
@pytest.mark.parametrize("sure", [True, False])
def test_copies_that_somebody_put_somewhere_are_named(vault, capsys, name, sure):
    (path,) = (each for each in vault.glob("*.beraad") if each.name != RING_NAME)
    other = keep(vault, with_title(a_session(), "Een ander"))
    copy, ring = vault / name.format(path.name), vault / "reservekopieen" / "oud" / "ring.txt"
    for each, content in ((copy, path), (ring, vault / RING_NAME)):
        each.parent.mkdir(parents=True, exist_ok=True)
        each.write_bytes(content.read_bytes())
    not_of_it = vault / "oudekopie" / other.name
    not_of_it.parent.mkdir(exist_ok=True)
    not_of_it.write_bytes(other.read_bytes())
    assert ask(vault, "wis", path, *(["--zeker"] if sure else [])) == 0
    out = capsys.readouterr().out
    assert f"  {copy}: kopie van dit beraad" in out
    assert f"  {ring}: kopie van de sleutels" in out
    assert str(not_of_it) not in out
    assert "leeg de prullenbak" in out
    assert copy.exists()
    assert ring.exists()


def test_without_a_vault_copies_are_known_by_what_they_say(folder, capsys):
    (path,) = folder.glob("*.beraad")
    copy = folder / "eigen" / "iets"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    assert ask(folder, "wis", path, "--zeker") == 0
    assert f"  {copy}: kopie van dit beraad" in capsys.readouterr().out


OWN = (
    "beraden/reservekopieen/bewaar.beraad",
    "stick/reservekopieen/mijn kopie.beraad",
    "beraden/reservekopieen/{}.bak",
    "beraden/{}.oud",
    "beraden/map/kopie.beraad",
    "beraden/reservekopieen/bewaar.bak",
    "stick/reservekopieen/map/kopie.beraad",
)


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("in_vault", [True, False])
def test_what_is_said_before_is_done_and_stays_true(
    folder, tmp_path, monkeypatch, capsys, name, in_vault
):
    """A copy that somebody put here goes at once and is named before, or stays for good."""
    if in_vault:
        monkeypatch.setattr(keys, "_open", {})
        set_up(folder, "molen fiets kaart appel")
        assert all(each.problem is None for each in lift(folder))
    (path,) = (each for each in folder.glob("*.beraad") if each.name != RING_NAME)
    keep(folder, with_title(a_session(), "Een ander"))
    remember_place(folder, tmp_path / "stick" / "reservekopieen")
    backed_up(folder, place=tmp_path / "stick" / "reservekopieen")
    copy = tmp_path / name.format(path.name)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(path.read_bytes())

    assert ask(folder, "wis", path) == 0
    goes, _, stays = capsys.readouterr().out.partition("Beraad haalt het niet weg:")
    assert (f"{copy}\n" in goes or f"{copy}  “" in goes) != (f"{copy}: kopie" in stays)
    assert ask(folder, "wis", path, "--zeker") == 0
    told = capsys.readouterr().out
    assert copy.exists() == (f"{copy}: kopie" in stays) == (str(copy) in told)
    was_there = copy.exists()
    for command in (["lijst"], ["herstel", "--toon", folder], ["wis", "--verder"]):
        ask(folder, *command)
        said = capsys.readouterr()
        assert "weer" not in said.out + said.err
        assert copy.exists() == was_there


def test_a_ring_that_goes_along_is_named_among_what_goes(vault, capsys):
    (path,) = (each for each in vault.glob("*.beraad") if each.name != RING_NAME)
    ring = vault / "sleutels (1).beraad"
    ring.write_bytes((vault / RING_NAME).read_bytes())
    assert ask(vault, "wis", path) == 0
    goes, _, stays = capsys.readouterr().out.partition("Dit heeft Beraad niet in de hand")
    assert f"{ring}  kopie van de sleutels\n" in goes
    assert "Dit blijft staan" not in goes
    assert ring.name not in stays
    assert ask(vault, "wis", path, "--zeker") == 0
    assert not ring.exists()


def test_who_seeks_somebody_hears_what_somebody_put_somewhere(vault, capsys):
    (path,) = (each for each in vault.glob("*.beraad") if each.name != RING_NAME)
    assert ask(vault, "zoek-betrokkene", "Zwaluw") == 0
    copy = vault / "oudekopie" / path.name
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    assert ask(vault, "zoek-betrokkene", "Zwaluw") == 1
    said = capsys.readouterr()
    assert f"{copy}: ligt niet waar Beraad het neerlegt" in said.out
    assert "eigen map" in said.err


FOREIGN = (
    "mijn/x.dat",
    "x.bak",
    "beraad-kopie.txt",
    "map/in/map/iets",
    "x.json",
    "oefeningen/x.dat",
    "oefeningen/mijn/x.beraad",
    "mijn/oefeningen/x.dat",
    "casussen/x.dat",
    "verwijderd/x.beraad",
    "reservekopieen/x.bak",
)


def _named_in_seeking(folder, capsys, path):
    assert ask(folder, "zoek-betrokkene", "Zwaluw") == 1
    said = capsys.readouterr()
    assert str(path) in said.err
    return f"{path}: ligt niet waar Beraad het neerlegt" in said.out


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("is_open", [True, False])
def test_who_seeks_hears_of_every_copy_whatever_it_is_called(request, capsys, name, is_open):
    home = request.getfixturevalue("folder" if is_open else "vault")
    (path,) = (each for each in home.glob("*.beraad") if each.name != RING_NAME)
    assert ask(home, "zoek-betrokkene", "Zwaluw") == 0
    copy = home / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(path.read_bytes())
    assert _named_in_seeking(home, capsys, copy)
    copy.write_bytes(bytes(16) + path.read_bytes()[16:])
    assert _named_in_seeking(home, capsys, copy)


def test_who_seeks_hears_of_a_copy_of_which_the_key_is_gone(vault, capsys):
    (path,) = (each for each in vault.glob("*.beraad") if each.name != RING_NAME)
    copy, content = vault / "x.dat", path.read_bytes()
    assert ask(vault, "wis", path, "--zeker") == 0
    copy.write_bytes(content)
    assert _named_in_seeking(vault, capsys, copy)
    copy.write_bytes(content[:1000])
    assert _named_in_seeking(vault, capsys, copy)
    copy.write_bytes(os.urandom(8192))
    assert _named_in_seeking(vault, capsys, copy)


def test_who_seeks_hears_of_a_rescue_copy_in_plain_text(folder, tmp_path, capsys):
    away = tmp_path / "elders"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rescue, "_as_beraad", None)
        text = rescue.rescue(a_session(), iter([away]))
    copy = folder / "mijn" / "x.txt"
    copy.parent.mkdir()
    copy.write_bytes(text.read_bytes())
    assert _named_in_seeking(folder, capsys, copy)


def test_who_seeks_hears_nothing_of_documents_and_pictures(vault):
    for number, head in enumerate((b"PK\x03\x04", b"%PDF-1.7", b"\x89PNG", b"\0\0\0 ftypmp42")):
        (vault / f"{number}.bin").write_bytes(head + os.urandom(8192))
    (vault / "sleutels oud.txt").write_bytes((vault / RING_NAME).read_bytes())
    assert ask(vault, "zoek-betrokkene", "Zwaluw") == 0


@pytest.mark.parametrize("sure", [True, False])
def test_of_a_file_that_no_key_of_here_opens_it_is_said(vault, capsys, sure):
    stray = vault / "beraad-van-elders.beraad"
    stray.write_bytes(os.urandom(8192))
    assert ask(vault, "wis", stray, *(["--zeker"] if sure else [])) == 0
    assert "is hier niet te lezen" in capsys.readouterr().out
    assert stray.exists() is not sure
