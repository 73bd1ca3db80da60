"""`beraad kluis`, and every other command on a folder that is locked."""

from __future__ import annotations

import os
import re

import pytest

from beraad.cli import main, vault
from beraad.store import keys, wiping
from beraad.store.copies.laptops import places_in
from beraad.store.session_file import SessionFile
from tests.store.copies.support import NOON, retitle
from tests.store.support import a_session, rescue_only_in, with_title

WORDS, OTHER = "molen fiets kaart appel", "brug lepel wolk trein"
MARK = "Kwarteldonk"


@pytest.fixture(autouse=True)
def of_nobody_elses(monkeypatch):
    monkeypatch.delenv(vault.PASSWORD_FILE, raising=False)
    rescue_only_in(monkeypatch)
    yield
    keys._open.clear()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "beraden"
    made.mkdir()
    for number in range(2):
        path = made / f"beraad-2026-W47-{number}.beraad"
        SessionFile.create(path, with_title(a_session(), f"{MARK} {number}")).close()
    return made


@pytest.fixture
def say_password(monkeypatch, tmp_path):
    def saying(password: str) -> None:
        file = tmp_path / "wachtzin.txt"
        file.write_text(f"{password}\n", encoding="utf-8")
        monkeypatch.setenv(vault.PASSWORD_FILE, str(file))

    return saying


@pytest.fixture
def beraad(capsys, folder):
    """Run a command as a program of its own would: nothing is unlocked before it."""

    def run(*arguments: str) -> tuple[int, str, str]:
        keys._open.clear()
        code = main([*arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def paper_in(out: str) -> str:
    return " ".join(re.findall(r"\b[A-HJ-NP-Z2-9]{4}\b", out)[:8])


def test_a_folder_becomes_a_vault_and_says_so_twice(beraad, folder, say_password):
    code, out, _ = beraad("kluis", "stand", "--sessions", str(folder))
    assert (code, "is uit" in out) == (0, True)
    say_password(WORDS)
    code, out, err = beraad("kluis", "aan", "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert "Versleuteld (2 van 2)" in out
    assert len(paper_in(out).split()) == 8
    assert all(MARK.encode() not in path.read_bytes() for path in folder.iterdir())
    code, out, err = beraad("kluis", "aan", "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert "is al aan" in out


def test_a_full_disk_is_told_once_and_as_that(beraad, folder, say_password, full_disk):
    say_password(WORDS)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with full_disk(20_000):
        code, out, err = beraad("kluis", "aan", "--sessions", str(folder))
    assert code == 1
    assert err.count("de schijf is vol") == 1
    assert "niet veranderd" in err
    assert "beraad kluis aan" in err
    assert "beschadigd" not in out + err
    assert "Nog zonder wachtzin te lezen: 2" in out
    assert {path: path.read_bytes() for path in before} == before
    code, out, err = beraad("kluis", "aan", "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert "Versleuteld (2 van 2)" in out


def test_a_locked_vault_says_so_and_ends_well_without_a_password(
    beraad, folder, say_password, monkeypatch
):
    say_password(WORDS)
    beraad("kluis", "aan", "--sessions", str(folder))
    monkeypatch.delenv(vault.PASSWORD_FILE)
    code, out, err = beraad("kluis", "aan", "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert "is al aan" in out
    code, out, _ = beraad("kluis", "stand", "--sessions", str(folder))
    assert code == 0
    assert "argon2id: 1 keer" in out
    assert "nog niet geprobeerd" in out


def test_a_paper_key_with_a_group_missing_or_wrong_is_told_to_be_one(beraad, folder, say_password):
    say_password(WORDS)
    beraad("kluis", "aan", "--sessions", str(folder))
    paper = paper_in(beraad("kluis", "herstelsleutel", "--sessions", str(folder))[1])
    groups = paper.split()
    say_password(" ".join(groups[:-1]))
    code, _, err = beraad("lijst", "--sessions", str(folder))
    assert code == 1
    assert "lijkt op de herstelsleutel" in err
    assert "dit zijn er 28" in err
    say_password(" ".join([groups[1], groups[0], *groups[2:]]))
    code, _, err = beraad("lijst", "--sessions", str(folder))
    assert code == 1
    assert "zit een typefout" in err


@pytest.mark.parametrize(
    "command",
    [
        ["lijst", "--sessions", "{folder}"],
        ["verslag", "{file}", "--uit", "{out}"],
        ["tijden", "{file}"],
        ["signalen", "--uit", "{out}/x.json", "--sessions", "{folder}"],
        ["overzicht", "--uit", "{out}", "--sessions", "{folder}"],
        ["lessen", "--sessions", "{folder}"],
    ],
    ids=lambda command: command[0],
)
def test_every_command_says_that_it_is_locked_and_works_with_the_password(
    beraad, folder, say_password, monkeypatch, tmp_path, command
):
    say_password(WORDS)
    beraad("kluis", "aan", "--sessions", str(folder))
    file = folder / "beraad-2026-W47-0.beraad"
    named = {"folder": folder, "file": file, "out": tmp_path / "uit"}
    asked = [part.format(**named) for part in command]
    monkeypatch.delenv(vault.PASSWORD_FILE)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    code, out, err = beraad(*asked)
    assert (code, out) == (1, "")
    assert "is vergrendeld" in err
    assert vault.PASSWORD_FILE in err
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    say_password(OTHER)
    code, out, err = beraad(*asked)
    assert (code, out) == (1, "")
    assert "Deze wachtzin past niet" in err
    say_password(WORDS)
    _, _, err = beraad(*asked)
    assert "vergrendeld" not in err
    assert "Er ging iets mis" not in err


def test_the_list_is_there_with_the_password(beraad, folder, say_password):
    say_password(WORDS)
    beraad("kluis", "aan", "--sessions", str(folder))
    code, out, err = beraad("lijst", "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert f"{MARK} 0" in out
    assert "sleutels" not in out


def test_another_password_by_the_one_before_and_by_the_paper(
    beraad, folder, say_password, tmp_path
):
    say_password(WORDS)
    paper = paper_in(beraad("kluis", "aan", "--sessions", str(folder))[1])
    new = tmp_path / "nieuw.txt"
    new.write_text(OTHER, encoding="utf-8")
    code, *_ = beraad("kluis", "wachtwoord", "--nieuw", str(new), "--sessions", str(folder))
    assert code == 0
    assert "past niet" in beraad("lijst", "--sessions", str(folder))[2]
    say_password(paper)
    new.write_text("derde keer goed", encoding="utf-8")
    code, *_ = beraad("kluis", "wachtwoord", "--nieuw", str(new), "--sessions", str(folder))
    assert code == 0
    say_password("derde keer goed")
    assert beraad("lijst", "--sessions", str(folder))[0] == 0


def test_a_new_paper_takes_the_place_of_the_one_before(beraad, folder, say_password):
    say_password(WORDS)
    old = paper_in(beraad("kluis", "aan", "--sessions", str(folder))[1])
    code, out, _ = beraad("kluis", "herstelsleutel", "--sessions", str(folder))
    assert code == 0
    say_password(old)
    assert "hoort niet bij" in beraad("lijst", "--sessions", str(folder))[2]
    say_password(paper_in(out))
    assert beraad("lijst", "--sessions", str(folder))[0] == 0


def test_somebody_at_a_terminal_takes_the_proposal_and_tries_the_paper(
    beraad, folder, monkeypatch, capsys
):
    shown: list[str] = []
    monkeypatch.setattr(vault, "_is_asked", lambda: True)
    answers = iter(["", "proposal"])

    def typed(question: str) -> str:
        answer = next(answers)
        if answer == "proposal":
            shown.append(capsys.readouterr().out)
            return shown[-1].split("wachtzin: ")[1].splitlines()[0]
        return answer

    tries = iter(["K7QM", "paper"])

    def copied(question: str) -> str:
        answer = next(tries)
        if answer == "paper":
            shown.append(capsys.readouterr().out)
            return paper_in("".join(shown[1:])).lower()
        return answer

    monkeypatch.setattr(vault, "getpass", typed)
    monkeypatch.setattr("builtins.input", copied)
    code, out, _ = beraad("kluis", "aan", "--sessions", str(folder))
    assert code == 0
    assert "past en geldt vanaf nu" in out
    assert len(shown[0].split("wachtzin: ")[1].splitlines()[0].split()) == 4


def test_a_file_with_the_password_that_is_not_there_is_told(
    beraad, folder, say_password, monkeypatch
):
    named = folder / "woorden"
    monkeypatch.setenv(vault.PASSWORD_FILE, str(named))
    code, _, err = beraad("kluis", "aan", "--sessions", str(folder))
    assert code == 1
    assert f"{named}, is er niet" in err
    assert not keys.is_vault(folder)


def test_without_a_vault_there_is_nothing_to_change(beraad, folder, say_password):
    say_password(WORDS)
    for what in ("wachtwoord", "herstelsleutel"):
        code, _, err = beraad("kluis", what, "--sessions", str(folder))
        assert code == 1
        assert "is uit" in err


def test_the_municipality_is_let_in_by_command_and_put_out_again(
    beraad, folder, say_password, tmp_path
):
    import pyrage

    key = pyrage.x25519.Identity.generate()
    public = tmp_path / "gemeente.txt"
    public.write_text(f"# publieke sleutel\n{key.to_public()}\n", encoding="utf-8")
    say_password(WORDS)
    beraad("kluis", "aan", "--sessions", str(folder))
    code, out, _ = beraad("kluis", "gemeente", "--sleutel", str(public), "--sessions", str(folder))
    assert code == 0
    assert "gaat deze map nu ook open" in out
    say_password(str(key))
    code, out, _ = beraad("lijst", "--sessions", str(folder))
    assert (code, out.count(MARK)) == (0, 2)
    assert str(key.to_public()) in beraad("kluis", "stand", "--sessions", str(folder))[1]
    assert beraad("kluis", "gemeente", "--sessions", str(folder))[0] == 0
    code, out, err = beraad("lijst", "--sessions", str(folder))
    assert (code, out) == (1, "")
    assert "laat geen sleutel" in err


def test_a_file_of_the_backups_is_put_back_with_the_password_in_a_file(
    beraad, folder, say_password, monkeypatch
):
    say_password(WORDS)
    beraad("kluis", "aan", "--sessions", str(folder))
    assert beraad("reservekopie", "--sessions", str(folder))[0] == 0
    place = folder / "reservekopieen"
    (folder / "beraad-2026-W47-0.beraad").unlink()
    monkeypatch.delenv(vault.PASSWORD_FILE)
    code, _, err = beraad("herstel", str(place), "--sessions", str(folder))
    assert code == 1
    assert "vergrendeld" in err
    say_password(WORDS)
    code, out, err = beraad("herstel", str(place), "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert "Komt terug" in out
    code, out, _ = beraad("lijst", "--sessions", str(folder))
    assert (code, out.count(MARK)) == (0, 2)


@pytest.fixture
def vault_with_backup(beraad, folder, say_password):
    say_password(WORDS)
    beraad("kluis", "aan", "--sessions", str(folder))
    beraad("reservekopie", "--sessions", str(folder))
    return folder


@pytest.mark.parametrize("spoilt", [None, b"kapot"])
def test_keys_that_are_gone_are_put_back_and_no_new_ones_made(
    beraad, vault_with_backup, monkeypatch, say_password, spoilt
):
    folder = vault_with_backup
    for name in (keys.RING_NAME, keys.RING_COPY):
        (folder / name).unlink()
        if spoilt is not None:
            (folder / name).write_bytes(spoilt)
    before = {each: each.read_bytes() for each in folder.rglob("*.*") if each.suffix != ".jsonl"}
    say_password(OTHER)
    for command in (["kluis", "aan"], ["herstel", folder]):
        code, _, err = beraad(*map(str, command), "--sessions", str(folder))
        assert (code, "past niet" in err) == (1, True), command
    assert {each: each.read_bytes() for each in before} == before
    monkeypatch.delenv(vault.PASSWORD_FILE)
    code, _, err = beraad("kluis", "stand", "--sessions", str(folder))
    assert (code == 1, "zijn beschadigd of weg" in err) == (spoilt is None,) * 2
    say_password(WORDS)
    code, out, err = beraad("herstel", str(folder), "--sessions", str(folder))
    assert code == 0
    assert "zijn teruggezet" in err
    code, out, err = beraad("lijst", "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert f"{MARK} 1" in out


def test_keys_come_back_from_a_stick_when_they_are_nowhere_else(
    beraad, vault_with_backup, tmp_path, say_password
):
    folder, stick = vault_with_backup, tmp_path / "stick"
    beraad("reservekopie", "--naar", str(stick), "--sessions", str(folder))
    for name in ("sleutels.beraad", "sleutels.beraad.kopie", "reservekopieen/sleutels.kopie"):
        (folder / name).unlink()
    code, _, err = beraad("lijst", "--sessions", str(folder))
    assert code == 1
    assert str(stick) in err
    say_password(OTHER)
    code, _, err = beraad("herstel", str(stick), "--sessions", str(folder))
    assert (code, keys.is_vault(folder)) == (1, False)
    say_password(WORDS)
    code, _, err = beraad("herstel", str(stick), "--sessions", str(folder))
    assert code == 0
    code, out, _ = beraad("lijst", "--sessions", str(folder))
    assert (code, f"{MARK} 1" in out) == (0, True)


@pytest.mark.parametrize("where", ["reservekopieen", "stick/reservekopieen", "los"])
def test_one_file_comes_back_wherever_it_lies(beraad, vault_with_backup, tmp_path, where):
    folder, home = vault_with_backup, str(vault_with_backup)
    beraad("reservekopie", "--naar", str(tmp_path / "stick"), "--sessions", home)
    place = (folder if where == "reservekopieen" else tmp_path) / where
    lost = folder / "beraad-2026-W47-0.beraad"
    if where == "los":
        place.mkdir()
        lost.rename(place / lost.name)
    else:
        lost.unlink()
    (copy,) = place.rglob("beraad-2026-W47-0*.beraad")

    code, out, err = beraad("herstel", str(copy), "--sessions", home)

    assert (code, err) == (0, "")
    assert "Teruggezet: 1" in out
    code, out, _ = beraad("lijst", "--sessions", home)
    assert (code, out.count(MARK)) == (0, 2)


@pytest.fixture
def other_laptop(beraad, vault_with_backup, tmp_path, say_password):
    """Another laptop with words of its own, and a stick with the backup of the first."""
    beraad("reservekopie", "--naar", str(tmp_path / "stick"), "--sessions", str(vault_with_backup))
    other = tmp_path / "andere laptop"
    other.mkdir()
    keys._open.clear()
    SessionFile.create(other / "beraad-2026-W48-9.beraad", a_session()).close()
    say_password(OTHER)
    beraad("kluis", "aan", "--sessions", str(other))
    return other


def test_backups_of_another_laptop_open_with_their_own_words(beraad, other_laptop, tmp_path):
    stick, home = str(tmp_path / "stick"), str(other_laptop)
    words = tmp_path / "hun wachtzin.txt"
    words.write_text("helemaal verkeerd")
    theirs = ["--wachtzin-bestand", str(words)]
    before = {each for each in other_laptop.rglob("*") if each.suffix != ".jsonl"}
    code, _, err = beraad("herstel", stick, "--sessions", home, *theirs)
    assert (code, "past niet" in err, "beschadigd" in err) == (1, True, False)
    assert "--wachtzin-bestand" in err
    words.write_text(WORDS)
    code, out, _ = beraad("herstel", stick, "--sessions", home, "--toon", *theirs)
    assert (code, "Komt terug" in out, "beschadigd" in out) == (0, True, False)
    assert {each for each in other_laptop.rglob("*") if each.suffix != ".jsonl"} == before
    code, out, err = beraad("herstel", stick, "--sessions", home, *theirs)
    assert (code, "Teruggezet: 2" in out, err) == (0, True, "")
    code, out, _ = beraad("lijst", "--sessions", home)
    assert (code, out.count(MARK)) == (0, 2)
    assert (other_laptop / "beraad-2026-W48-9.beraad").exists()
    code, out, _ = beraad("herstel", stick, "--sessions", home, *theirs)
    assert (code, "Teruggezet" in out, "niets teruggezet" in out) == (0, False, True)


def test_wrong_words_and_a_look_place_nothing_in_an_empty_folder(
    beraad, other_laptop, tmp_path, say_password
):
    stick, empty = str(tmp_path / "stick"), tmp_path / "leeg"
    code, _, err = beraad("herstel", stick, "--sessions", str(empty))
    assert (code, "past niet" in err) == (1, True)
    say_password(WORDS)
    code, out, _ = beraad("herstel", stick, "--sessions", str(empty), "--toon")
    assert (code, "Komt terug" in out) == (0, True)
    assert not empty.exists()
    code, out, _ = beraad("herstel", stick, "--sessions", str(empty))
    assert (code, "Teruggezet: 2" in out) == (0, True)
    code, out, _ = beraad("lijst", "--sessions", str(empty))
    assert (code, out.count(MARK)) == (0, 2)


def test_what_cannot_be_put_back_is_not_told_as_done(beraad, vault_with_backup, say_password):
    folder = vault_with_backup
    for copy in (folder / "reservekopieen").glob("*.beraad"):
        copy.write_bytes(b"kapot" * 2000)
    for file in folder.glob("beraad-*.beraad"):
        file.unlink()
    code, _, err = beraad("herstel", str(folder), "--sessions", str(folder))
    assert code == 1
    assert "2 bestanden zijn niet teruggezet" in err
    log = (folder / "logboek.jsonl").read_text()
    assert '"teruggezet", "object": "", "result": "mislukt"' in log


def test_no_plain_folder_gets_a_file_under_the_key_of_a_vault_elsewhere(
    folder, tmp_path, monkeypatch, capsys
):
    (tmp_path / "wachtzin").write_text(WORDS)
    monkeypatch.setenv(vault.PASSWORD_FILE, str(tmp_path / "wachtzin"))
    assert main(["kluis", "aan", "--sessions", str(folder)]) == 0
    keys._open.clear()
    plain = tmp_path / "gewoon"
    plain.mkdir()
    path = next(each for each in folder.glob("beraad*.beraad"))
    assert main(["herstel", str(path), "--sessions", str(plain)]) == 1
    assert "Deze kopie is versleuteld, en deze map nog niet." in capsys.readouterr().err
    assert list(plain.glob("*.beraad")) == []
    assert main(["lijst", "--sessions", str(plain)]) == 0


def test_the_same_words_again_are_no_new_password(folder, tmp_path, monkeypatch, capsys):
    (tmp_path / "wachtzin").write_text(WORDS)
    monkeypatch.setenv(vault.PASSWORD_FILE, str(tmp_path / "wachtzin"))
    assert main(["kluis", "aan", "--sessions", str(folder)]) == 0
    ring = (folder / keys.RING_NAME).read_bytes()
    asked = ["kluis", "wachtwoord", "--nieuw", str(tmp_path / "wachtzin")]
    assert main([*asked, "--sessions", str(folder)]) == 1
    told = capsys.readouterr()
    assert "Dit is al je wachtzin." in told.err
    assert "de oude past niet meer" not in told.out
    assert (folder / keys.RING_NAME).read_bytes() == ring


@pytest.mark.parametrize("is_whole", [True, False])
@pytest.mark.parametrize("elsewhere", [True, False])
def test_a_backup_in_a_vault_is_erased_by_its_own_file(
    beraad, vault_with_backup, tmp_path, is_whole, elsewhere
):
    folder, stick = vault_with_backup, tmp_path / "stick"
    beraad("reservekopie", "--naar", str(stick), "--sessions", str(folder))
    (place,) = places_in(stick) if elsewhere else (folder / "reservekopieen",)
    for path in folder.glob("*-0.beraad"):
        path.unlink()
    (copy,) = place.glob("beraad-2026-W47-0~*.beraad")
    if not is_whole:
        content = bytearray(copy.read_bytes())
        content[4096:] = bytes(len(content) - 4096)
        copy.write_bytes(content)
    code, _, err = beraad("wis", str(copy), "--zeker", "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert not copy.exists()


def test_what_made_way_in_a_vault_is_erased_by_its_own_file(beraad, vault_with_backup):
    folder = vault_with_backup
    keys._open.clear()
    vault.enter(home=folder)
    retitle(folder / "beraad-2026-W47-0.beraad", "Later")
    beraad("herstel", str(folder), "--sessions", str(folder))
    (aside,) = (folder / "reservekopieen").glob("*~opzij.beraad")
    code, _, err = beraad("wis", str(aside), "--zeker", "--sessions", str(folder))
    assert (code, err) == (0, "")
    assert not aside.exists()


def test_a_backup_in_a_vault_is_read_by_the_password_of_that_vault(beraad, vault_with_backup):
    copy = next((vault_with_backup / "reservekopieen").glob("*-0~*.beraad"))
    code, _, err = beraad("tijden", str(copy))
    assert (code, err) == (0, "")


def test_the_standing_names_what_is_thrown_away_left_or_cannot_be_opened(
    beraad, folder, say_password
):
    say_password(WORDS)
    plain = (folder / "beraad-2026-W47-0.beraad").read_bytes()
    beraad("kluis", "aan", "--sessions", str(folder))
    (folder / "verwijderd").mkdir()
    aside = folder / "verwijderd" / "beraad-2026-W47-2~20261118T130300.beraad"
    aside.write_bytes(plain)
    (folder / "eigen").mkdir()
    (folder / "eigen" / "oud.beraad").write_bytes(plain)
    (folder / "elders.beraad").write_bytes(os.urandom(8192))
    _, out, _ = beraad("kluis", "stand", "--sessions", str(folder))
    assert "Alle beraden zijn versleuteld" not in out
    assert f"Nog zonder wachtzin te lezen: 1\n    verwijderd/{aside.name}" in out
    assert "Niet te openen: 1\n    elders.beraad" in out
    assert "    eigen/oud.beraad" in out
    _, out, _ = beraad("kluis", "aan", "--sessions", str(folder))
    assert "Alle beraden zijn versleuteld" not in out
    assert "Alles wat hier te openen is, is versleuteld." in out


@pytest.mark.parametrize("what", ["stand", "aan", "wachtwoord", "herstelsleutel"])
def test_whatever_is_asked_of_the_vault_erasing_that_was_broken_off_goes_on(
    beraad, folder, say_password, tmp_path, what
):
    say_password(WORDS)
    there = ("--sessions", str(folder))
    assert beraad("kluis", "aan", *there)[0] == 0
    path = folder / "beraad-2026-W47-0.beraad"
    with pytest.MonkeyPatch.context() as killed:
        killed.setattr(wiping, "shred", _killed_after_the_key)
        with pytest.raises(Killed):
            wiping.wipe_beraad(path, folder, role="ik", now=NOON)
    assert path.exists()
    new = tmp_path / "nieuw.txt"
    new.write_text(OTHER)
    code, said, beside = beraad("kluis", what, *there, *(["--nieuw", str(new)] * (what[0] == "w")))
    assert code == 0
    assert "Het wissen van een beraad was niet afgemaakt. Dat is nu gedaan." in beside
    assert "andere kluis" not in said
    assert not path.exists()


class Killed(BaseException):
    """The program ends here."""


def _killed_after_the_key(path, forget_key, **_):
    forget_key(path)
    raise Killed


def test_the_standing_says_what_of_practising_lies_open(beraad, folder, say_password, monkeypatch):
    say_password(WORDS)
    _, out, _ = beraad("kluis", "aan", "--sessions", str(folder))
    assert "buiten de kluis" not in out
    practice = folder / "oefeningen"
    for name in (
        "beraad-2026-W47-9.beraad",
        "observatie-2026-11-30.observatie",
        "mijn.portfolio",
        "oefening-9.casus",
        "oefening-9.json",
        "verwijderd/beraad-2026-W47-8~20261118T130300.beraad",
        "../casussen/brief.casus",
    ):
        path = practice / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{}")
    monkeypatch.delenv(vault.PASSWORD_FILE)
    _, out, _ = beraad("kluis", "stand", "--sessions", str(folder))
    assert "buiten de kluis" in out
    assert (
        "    oefeningen: 1 oefening, 1 observatie en 2 bestanden die bij een oefening horen\n"
        "    oefeningen/verwijderd: 1 oefening\n    casussen: 1 casus\n"
    ) in out
    assert "zoals een observatie" in out


def test_a_plain_folder_says_nothing_of_what_lies_outside(beraad, folder):
    (folder / "oefeningen").mkdir()
    (folder / "oefeningen" / "beraad-2026-W47-9.beraad").write_bytes(b"{}")
    assert "buiten de kluis" not in beraad("kluis", "stand", "--sessions", str(folder))[1]


def test_paper_that_opened_the_vault_is_tried(folder, beraad, say_password):
    say_password(WORDS)
    _, out, _ = beraad("kluis", "aan", "--sessions", str(folder))
    assert "nog niet geprobeerd" in beraad("kluis", "stand", "--sessions", str(folder))[1]
    say_password(paper_in(out))
    beraad("lijst", "--sessions", str(folder))
    told = beraad("kluis", "stand", "--sessions", str(folder))[1]
    assert "Herstelsleutel op papier: gemaakt op" in told
    assert "nog niet geprobeerd" not in told


@pytest.mark.parametrize("can_ask", [True, False])
def test_a_vault_without_paper_says_what_to_do(folder, beraad, say_password, monkeypatch, can_ask):
    def stop(*_):
        raise KeyboardInterrupt

    say_password(WORDS)
    with monkeypatch.context() as halfway:
        halfway.setattr(vault, "_give_paper", stop)
        with pytest.raises(KeyboardInterrupt):
            vault.switch_on(folder, lambda _: None)
    if not can_ask:
        monkeypatch.delenv(vault.PASSWORD_FILE)
    for what in ("aan", "stand"):
        code, out, _ = beraad("kluis", what, "--sessions", str(folder))
        assert code == 0
        assert "beraad kluis herstelsleutel" in out


def test_a_folder_that_is_not_there_is_not_made(tmp_path, beraad, say_password):
    say_password(WORDS)
    code, _, err = beraad("kluis", "aan", "--sessions", str(tmp_path / "beradne"))
    assert code == 1
    assert "is er niet" in err
    assert not (tmp_path / "beradne").exists()


def test_a_backup_of_what_has_no_key_here_says_so(folder, beraad, say_password, tmp_path):
    say_password(WORDS)
    beraad("kluis", "aan", "--sessions", str(folder))
    other = tmp_path / "andere"
    other.mkdir()
    beraad("kluis", "aan", "--sessions", str(other))
    strange = other / "beraad-2026-W47-vreemd.beraad"
    strange.write_bytes((folder / "beraad-2026-W47-0.beraad").read_bytes())
    code, _, err = beraad("reservekopie", "--sessions", str(other))
    assert code == 1
    assert "Maak ruimte" not in err
    code, out, err = beraad("herstel", str(strange), "--sessions", str(other))
    assert code == 1
    assert "is beschadigd" not in out + err
    assert "Zonder die sleutel is er niets uit te redden" in err
    assert "red wat erin staat" not in err


def test_what_older_keys_do_not_open_is_named_by_a_backup_as_by_the_list(
    beraad, folder, say_password
):
    """Nothing changed since the last backup, and yet not all of it can be opened."""
    say_password(WORDS)
    there = ("--sessions", str(folder))
    beraad("kluis", "aan", *there)
    rings = {path: path.read_bytes() for path in folder.glob("sleutels.beraad*")}
    new = folder / "beraad-2026-W48-nieuw.beraad"
    SessionFile.create(new, with_title(a_session(), "Nieuw")).close()
    assert beraad("reservekopie", *there)[0] == 0
    for path, content in rings.items():
        path.write_bytes(content)
    for path in (folder / "reservekopieen").glob("sleutels*"):
        path.unlink()
    assert new.name in beraad("lijst", *there)[1]
    code, out, err = beraad("reservekopie", *there)
    assert code == 1
    assert "niets veranderd" not in out
    assert new.name in err


def test_a_list_of_which_nothing_opens_is_not_said_to_be_empty(beraad, tmp_path):
    home = tmp_path / "stuk"
    home.mkdir()
    (home / "een.beraad").write_bytes(b"stuk" * 999)
    code, out, _ = beraad("lijst", "--sessions", str(home))
    assert code == 0
    assert "nog geen beraden" not in out
    assert "geen beraad te openen" in out
    assert "een.beraad" in out


def test_a_password_in_a_pipe_is_told_to_need_an_ordinary_file(
    beraad, folder, say_password, monkeypatch, tmp_path
):
    say_password(WORDS)
    assert beraad("kluis", "aan", "--sessions", str(folder))[0] == 0
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    monkeypatch.setenv(vault.PASSWORD_FILE, str(pipe))
    code, _, err = beraad("reservekopie", "--sessions", str(folder))
    assert code == 1
    assert "is geen bestand, maar" in err
    assert "Het moet een gewoon bestand zijn" in err
