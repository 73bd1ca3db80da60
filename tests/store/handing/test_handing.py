from __future__ import annotations

import io
import json
import os
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import pyrage
import pytest

from beraad.cli import _clicked, main
from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.audit import Action, deeds
from beraad.store.erased import Erased, add_erased
from beraad.store.handing.handing import everything, hand_over, receive
from beraad.store.handing.sealing import seal
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tests.builders import filled_session
from tests.store.copies.support import NOON, keep, title_of
from tests.store.support import a_session, with_situation, with_title

MARK = "Zwaluwstaart"


@pytest.fixture
def here(tmp_path):
    home = tmp_path / "hier"
    home.mkdir()
    return home


@pytest.fixture
def there(tmp_path):
    return tmp_path / "daar"


@pytest.fixture
def key():
    return pyrage.x25519.Identity.generate()


def given(here, target, key, *paths):
    return hand_over(paths, here, target, recipient=str(key.to_public()), now=NOON)


def test_a_beraad_arrives_as_it_was_and_both_sides_see_it(here, there, tmp_path, key):
    session = filled_session()
    path = keep(here, session)
    target = tmp_path / "over.beraad.age"
    handed = given(here, target, key, path)
    assert target.stat().st_mode & 0o077 == 0
    received = receive(target, there, identity=str(key), now=NOON)
    assert received.code == handed.code
    assert received.refused == ()
    (arrived,) = received.paths
    assert arrived.name == path.name
    with SessionFile.open(arrived) as file:
        assert file.session == session
    assert [deed.action for deed in deeds(here)] == [Action.HANDED_OVER]
    assert [deed.action for deed in deeds(there)] == [Action.RECEIVED]


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")
def test_who_shares_the_folder_can_read_what_is_handed_over(here, tmp_path, key):
    shared = tmp_path / "samen"
    shared.mkdir()
    shared.chmod(0o2770)
    handed = given(here, shared / "over.beraad.age", key, keep(here, a_session()))

    assert stat.S_IMODE(handed.path.stat().st_mode) == 0o640


def test_only_what_lay_there_before_is_told_to_be_known(here, there, tmp_path, key):
    path = keep(here, a_session())
    copy = path.with_name(f"{path.stem} (conflict).beraad")
    copy.write_bytes(path.read_bytes())
    target = tmp_path / "over.beraad.age"
    given(here, target, key, path, copy)
    first = receive(target, there, identity=str(key), now=NOON)
    assert len(first.paths) == 2
    assert first.known == ()
    again = receive(target, there, identity=str(key), now=NOON)
    assert again.known == again.paths


def test_nothing_of_it_can_be_read_on_the_way(here, tmp_path, key):
    path = keep(here, with_situation(a_session(), MARK))
    target = tmp_path / "over.beraad.age"
    given(here, target, key, path)
    assert MARK.encode() not in target.read_bytes()
    assert not [each for each in here.iterdir() if each.name.startswith(".")]


def test_everything_moves_to_another_laptop(here, there, tmp_path, key):
    keep(here, with_title(a_session(), "Een"))
    keep(here, with_title(a_session(), "Twee"))
    Register.open(register_path(here, practice=False)).close()
    target = tmp_path / "alles.beraad.age"
    given(here, target, key, *everything(here))
    received = receive(target, there, identity=str(key), now=NOON)
    assert received.register
    assert sorted(title_of(each) for each in received.paths) == ["Een", "Twee"]
    with Register.open(register_path(there, practice=False)) as register:
        assert register.lines() == ()
    again = receive(target, there, identity=str(key), now=NOON)
    assert "al een register" in again.refused[0].happened
    assert len(list(there.glob("*.beraad"))) == 4


def test_what_was_erased_there_does_not_come_back(here, there, tmp_path, key):
    path = keep(here, a_session())
    target = tmp_path / "over.beraad.age"
    handed = given(here, target, key, path)
    there.mkdir()
    add_erased(there, Erased(week="", on="2026-11-25", role="ik", id=handed.ids[0]))
    received = receive(target, there, identity=str(key), now=NOON)
    assert received.paths == ()
    assert "gewist" in received.refused[0].happened
    assert list(there.glob("*.beraad")) == []


def bundle(**files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("lijst.json", json.dumps({"bestanden": list(files)}))
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"geen zip",
        bundle(**{"../weg.beraad": b"x"}),
        bundle(**{".verborgen.beraad": b"x"}),
    ],
)
def test_what_holds_no_beraden_is_refused(there, tmp_path, key, content):
    target = tmp_path / "vreemd.age"
    target.write_bytes(seal(content, recipient=str(key.to_public())))
    with pytest.raises(Solvable, match="geen beraden"):
        receive(target, there, identity=str(key), now=NOON)


def test_a_file_of_somebody_else_in_it_is_refused_and_nothing_of_it_stays(there, tmp_path, key):
    target = tmp_path / "vreemd.age"
    files = bundle(**{"een.beraad": b"SQLite format 3\x00" + bytes(8000), "twee.beraad": b"x"})
    target.write_bytes(seal(files, recipient=str(key.to_public())))
    received = receive(target, there, identity=str(key), now=NOON)
    assert len(received.refused) == 2
    assert list(there.glob("*")) == []


@pytest.mark.skipif(not shutil.which("age"), reason="the age tool is not installed")
def test_the_age_tool_opens_it_too(here, tmp_path, key):
    path = keep(here, with_title(a_session(), MARK))
    target = tmp_path / "over.beraad.age"
    given(here, target, key, path)
    (tmp_path / "sleutel").write_text(str(key))
    command = ["age", "-d", "-i", str(tmp_path / "sleutel"), str(target)]
    opened = subprocess.run(command, capture_output=True, check=True).stdout
    with zipfile.ZipFile(io.BytesIO(opened)) as archive:
        assert MARK.encode() in archive.read(path.name)


def test_by_command_with_words_told_once(here, there, tmp_path, capsys, monkeypatch):
    path = keep(here, with_title(a_session(), "Een"))
    target = tmp_path / "over"
    assert main(["overdragen", str(path), "--naar", str(target), "--sessions", str(here)]) == 0
    told = capsys.readouterr().out
    words = next(line for line in told.splitlines() if line.startswith("Woorden: "))[9:]
    assert len(words.split()) == 6
    sealed = tmp_path / "over.beraad.age"
    (tmp_path / "woorden.txt").write_text(words.upper())
    monkeypatch.setenv("BERAAD_WACHTWOORD_BESTAND", str(tmp_path / "woorden.txt"))
    assert main(["openen", str(sealed), "--sessions", str(there)]) == 0
    again = capsys.readouterr().out
    assert "Overgenomen: 1 beraad" in again
    assert next(each for each in told.splitlines() if "Controle" in each) in again
    (tmp_path / "woorden.txt").write_text("vijf andere woorden dan deze")
    assert main(["openen", str(sealed), "--sessions", str(there)]) == 1
    assert "Deze woorden openen het bestand niet" in capsys.readouterr().err


def test_by_command_everything_and_erased_here(here, tmp_path, key, capsys):
    path = keep(here, a_session())
    target = tmp_path / "alles.beraad.age"
    public = str(key.to_public())
    asked = ["overdragen", "--alles", "--naar", str(target), "--sleutel", public, "--wis"]
    assert main([*asked, "--sessions", str(here)]) == 0
    assert "Hier gewist" in capsys.readouterr().out
    assert not path.exists()
    assert main([*asked[:-1], "--sessions", str(here)]) == 1
    assert main(["overdragen", "--naar", str(target), "--sessions", str(here)]) == 1


def test_words_and_password_come_from_files_of_their_own(
    here, there, tmp_path, monkeypatch, capsys
):
    """A vault, and nobody at a terminal."""
    (tmp_path / "wachtzin.txt").write_text("molen fiets kaart appel")
    monkeypatch.setenv("BERAAD_WACHTWOORD_BESTAND", str(tmp_path / "wachtzin.txt"))
    path = keep(here, a_session())
    monkeypatch.chdir(tmp_path)
    assert main(["overdragen", path.name, "--naar", "over", "--sessions", str(here)]) == 0
    told = capsys.readouterr().out
    words = next(line for line in told.splitlines() if line.startswith("Woorden: "))[9:]
    (tmp_path / "woorden.txt").write_text(words)
    there.mkdir(exist_ok=True)
    assert main(["kluis", "aan", "--sessions", str(there)]) == 0
    asked = ["openen", "over.beraad.age", "--sessions", str(there)]
    assert main([*asked, "--woorden-bestand", "is er niet"]) == 1
    assert "moet een gewoon bestand zijn" in capsys.readouterr().err
    assert main([*asked, "--woorden-bestand", "woorden.txt"]) == 0
    assert "kluis" not in capsys.readouterr().err
    monkeypatch.setenv("BERAAD_WOORDEN_BESTAND", "woorden.txt")
    assert main(asked) == 0
    keys._open.clear()


def test_what_is_taken_over_where_there_is_no_vault_is_told_to_be_readable(
    here, tmp_path, monkeypatch, capsys
):
    path = keep(here, a_session())
    main(["overdragen", str(path), "--naar", str(tmp_path / "over"), "--sessions", str(here)])
    told = capsys.readouterr().out
    words = next(line for line in told.splitlines() if line.startswith("Woorden: "))[9:]
    (tmp_path / "woorden.txt").write_text(words)
    monkeypatch.setenv("BERAAD_WOORDEN_BESTAND", str(tmp_path / "woorden.txt"))
    empty = str(tmp_path / "nieuw")
    assert main(["openen", str(tmp_path / "over.beraad.age"), "--sessions", empty]) == 0
    assert "is zonder wachtzin te lezen" in capsys.readouterr().err


def test_a_file_is_opened_after_the_folder_too(tmp_path):
    asked = ["--sessions", "map", "X.beraad.age"]
    assert _clicked(asked) == Path("X.beraad.age").absolute()
    assert asked == ["--sessions", "map"]


def test_a_bare_name_is_looked_for_among_the_beraden(here, tmp_path, monkeypatch, capsys):
    path = keep(here, a_session())
    monkeypatch.chdir(tmp_path)
    assert main(["wis", path.name, "--sessions", str(here)]) == 0
    assert str(path) in capsys.readouterr().out
    assert main(["wis", path.name, "--zeker", "--sessions", str(here)]) == 0
    assert not path.exists()


def _damage(path):
    content = bytearray(path.read_bytes())
    content[100:4096] = bytes(len(content[100:4096]))
    path.write_bytes(content)


def test_one_that_is_damaged_keeps_the_others_from_nobody(here, there, tmp_path, key, capsys):
    kept = [keep(here, with_title(a_session(), name)) for name in ("Een", "Twee")]
    hurt = keep(here, with_title(a_session(), "Drie"))
    _damage(hurt)
    target = tmp_path / "alles.beraad.age"
    asked = ["overdragen", "--alles", "--naar", str(target), "--sleutel", str(key.to_public())]
    assert main([*asked, "--wis", "--sessions", str(here)]) == 1
    told = capsys.readouterr()
    assert "met 2 beraden" in told.out
    assert f"Niet meegegaan: {hurt.name}." in told.err
    assert f"beraad herstel {hurt}" in told.err
    assert hurt.exists()
    assert not any(path.exists() for path in kept)
    received = receive(target, there, identity=str(key), now=NOON)
    assert sorted(map(title_of, received.paths)) == ["Een", "Twee"]


def test_nothing_is_made_when_none_can_be_read(here, tmp_path, key, capsys):
    hurt = [keep(here, a_session()), keep(here, a_session())]
    for path in hurt:
        _damage(path)
    target = tmp_path / "alles.beraad.age"
    with pytest.raises(Solvable) as told:
        given(here, target, key, *hurt)
    assert hurt[0].name in str(told.value)
    assert not target.exists()
