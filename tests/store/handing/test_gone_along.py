"""`--wis` erases only what went along: no word is lost by handing over."""

from __future__ import annotations

import io
import random
import re
import shutil
import zipfile
from dataclasses import replace

import pyrage
import pytest

from beraad.cli import main
from beraad.errors import Solvable
from beraad.records import Setting
from beraad.store import keys
from beraad.store.beside import readable
from beraad.store.copies.differing import compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.restoring import restore
from beraad.store.handing import gone_along
from beraad.store.handing.handing import hand_over, receive
from beraad.store.keys import RING_NAME
from beraad.store.log import log_of
from beraad.store.places import practice_folder
from beraad.store.practice_rest import practice_paper
from beraad.store.removing import remove
from beraad.store.rescue import rescue
from beraad.store.session_file import SessionFile
from beraad.store.session_reading import SessionReading
from beraad.store.vault.lifting import lift
from beraad.store.vault.opening import set_up
from beraad.store.whose import identity_of
from tests.store.copies.support import DAY, NOON, backed_up, crash_while_writing, keep, retitle
from tests.store.support import a_session, rescue_only_in, with_situation, with_title

WORD = re.compile(rb"woord\d+x")


@pytest.fixture(params=["open", "vault"])
def folder(request, tmp_path, monkeypatch):
    rescue_only_in(monkeypatch)
    home = tmp_path / "beraden"
    home.mkdir()
    if request.param == "vault":
        monkeypatch.setattr(keys, "_open", {})
        set_up(home, "molen fiets kaart appel")
        assert all(each.problem is None for each in lift(home))
    return home


@pytest.fixture
def key():
    return pyrage.x25519.Identity.generate()


@pytest.fixture
def target(tmp_path):
    return tmp_path / "door.beraad.age"


@pytest.fixture
def hand(folder, key, target):
    """Hand over and erase, as a command."""

    def work(*what):
        asked = ["overdragen", *map(str, what), "--naar", str(target), "--wis"]
        return main([*asked, "--sleutel", str(key.to_public()), "--sessions", str(folder)])

    return work


def copy_of(path, name="{}-2.beraad"):
    copy = path.with_name(name.format(path.stem))
    return shutil.copyfile(path, copy)


def on_another_laptop(path, title):
    """What came back with other words, at another moment."""
    copy = copy_of(path)
    retitle(copy, title)
    return copy


def hurt(path):
    """Damage all pages but those by which it is known whose it is."""
    content = bytearray(path.read_bytes())
    size = len(content)
    content[size // 2 :] = bytes(size - size // 2)
    path.write_bytes(content)


def texts(path):
    return SessionReading.open(path).session.opening.title


def all_of(folder):
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each for each in files if not each.name.endswith(("-wal", "-shm", ".jsonl", ".kluis"))}


def test_the_newest_words_that_lay_in_another_file_stay(folder, hand, capsys):
    path = keep(folder, with_title(a_session(), "Oud"))
    backed_up(folder)
    other = on_another_laptop(path, "Nieuwste")
    before = all_of(folder)
    assert hand(path) == 1
    said = capsys.readouterr()
    assert "met 1 beraad" in said.out
    assert "Hier gewist" not in said.out
    assert f"Niet gewist: {path.name}." in said.err
    assert f"woorden die niet meegingen in {other.name}." in said.err
    assert "1 beraad bleef staan" in said.err
    assert all_of(folder) >= before
    assert (texts(path), texts(other)) == ("Oud", "Nieuwste")


def test_given_together_all_of_it_goes(folder, hand, key, target, tmp_path, capsys):
    path = keep(folder, with_title(a_session(), "Oud"))
    other = on_another_laptop(path, "Nieuwste")
    assert hand(path, other) == 0
    assert "Hier gewist: 1 beraad." in capsys.readouterr().out
    assert not path.exists()
    assert not other.exists()
    received = receive(target, tmp_path / "daar", identity=str(key), now=NOON)
    assert sorted(map(texts, received.paths)) == ["Nieuwste", "Oud"]


def test_a_copy_with_the_same_words_keeps_nothing_back(folder, hand):
    path = keep(folder, with_title(a_session(), "Een"))
    retitle(path, "Een twee")
    backed_up(folder)
    copy = copy_of(path)
    retitle(path, "Een twee drie")
    assert hand(path) == 0
    assert not path.exists()
    assert not copy.exists()


def test_one_that_cannot_be_read_keeps_its_beraad_and_no_other(folder, hand, capsys):
    path = keep(folder, with_title(a_session(), "Een"))
    other = keep(folder, with_title(a_session(), "Blijft niet"))
    backed_up(folder)
    damaged = copy_of(path)
    hurt(damaged)
    content = damaged.read_bytes()
    assert hand("--alles") == 1
    said = capsys.readouterr()
    assert f"Niet meegegaan: {damaged.name}." in said.err
    assert "ligt hier nog zoals het was" in said.err
    assert f"Niet gewist: {path.name}." in said.err
    assert f"Niet te vergelijken met wat meeging: {damaged.name}" in said.err
    assert "Hier gewist: 1 beraad." in said.out
    assert "1 bestand bleef hier" in said.err
    assert damaged.read_bytes() == content
    assert texts(path) == "Een"
    assert not other.exists()
    assert list(copies_folder(folder).glob(f"{path.stem}~*"))


@pytest.mark.parametrize("where", ["verwijderd", "reddingskopie", "eigen", "elders"])
def test_words_anywhere_else_keep_it(folder, hand, capsys, where):
    path = keep(folder, with_title(a_session(), "Een"))
    session = with_title(SessionReading.open(path).session, "Heel anders")
    if where == "verwijderd":
        copy = remove(on_another_laptop(path, "Heel anders"), folder, now=NOON)
    elif where == "reddingskopie":
        copy = rescue(session, iter([folder]))
    else:
        place = copies_folder(folder) if where == "eigen" else folder / "mijn map"
        place.mkdir(exist_ok=True)
        copy = on_another_laptop(path, "Heel anders").rename(place / "mijn.beraad")
    assert hand(path) == (0 if where == "elders" and not (folder / RING_NAME).exists() else 1)
    assert texts(copy) == "Heel anders"
    if where != "elders":
        assert copy.name in capsys.readouterr().err


def test_a_rescue_copy_in_plain_text_keeps_it(tmp_path, monkeypatch, key):
    rescue_only_in(monkeypatch)
    path = keep(tmp_path, with_title(a_session(), "Een"))
    with monkeypatch.context() as patch:
        patch.setattr("beraad.store.rescue._as_beraad", None)
        copy = rescue(with_title(SessionReading.open(path).session, "Anders"), iter([tmp_path]))
    why = why_of(tmp_path, key, path)
    assert copy.name in why.happened


def why_of(folder, key, *paths):
    target = folder / "over.beraad.age"
    handed = hand_over(paths, folder, target, recipient=str(key.to_public()), now=NOON)
    (together,) = gone_along.beraden_in(handed)
    return refused(together, handed, folder)


def refused(paths, handed, folder):
    with pytest.raises(Solvable) as why:
        gone_along.to_erase(paths, handed, folder)
    return why.value


def test_what_was_put_aside_for_an_older_state_is_not_lost(folder, hand, capsys):
    path = keep(folder, with_title(a_session(), "Oud"))
    moment = backed_up(folder).moment
    retitle(path, "Nieuwste")
    restore(moment, compare(moment, folder), folder, now=NOON + DAY)
    assert texts(path) == "Oud"
    before = all_of(folder)
    assert hand(path) == 1
    assert f"Niet gewist: {path.name}" in capsys.readouterr().err
    assert all_of(folder) >= before


def test_earlier_states_among_the_backups_go(folder, hand):
    path = keep(folder, with_title(a_session(), "Eerst stond hier dit"))
    backed_up(folder)
    retitle(path, "Later iets anders")
    backed_up(folder, day=1)
    assert hand(path) == 0
    assert not list(copies_folder(folder).glob(f"{path.stem}~*"))


def test_what_is_open_stays(folder, hand, capsys):
    path = keep(folder, with_title(a_session(), "Een"))
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Twee"))
        assert hand(path) == 1
    said = capsys.readouterr()
    assert f"{path.name} is van dit beraad en staat open" in said.err
    assert texts(path) == "Twee"


def test_what_was_written_after_it_went_along_stays(folder, key):
    path = keep(folder, with_title(a_session(), "Een"))
    handed = hand_over(
        [path], folder, folder / "x.beraad.age", recipient=str(key.to_public()), now=NOON
    )
    assert path in gone_along.to_erase((path,), handed, folder).files
    retitle(path, "Twee")
    why = refused((path,), handed, folder)
    assert f"Wat nu in {path.name} staat, ging niet helemaal mee." in why.happened


def test_a_log_that_a_crash_left_goes_along(folder, hand, key, target, tmp_path):
    path = keep(folder, with_title(a_session(), "Een"))
    if (folder / RING_NAME).exists():
        pytest.skip("the vault is open in this process alone")
    crash_while_writing(path, "Na de klap")
    assert log_of(path).stat().st_size
    assert hand(path) == 0
    received = receive(target, tmp_path / "daar", identity=str(key), now=NOON)
    assert [texts(each) for each in received.paths] == ["Na de klap"]


def test_what_cannot_be_read_with_its_last_words_stays(folder, key, monkeypatch):
    path = keep(folder, with_title(a_session(), "Een"))
    copy = copy_of(path)
    whole = SessionReading.open

    def without_log(each):
        reading = whole(each)
        reading.lacks_newest = each == copy
        return reading

    monkeypatch.setattr(SessionReading, "open", without_log)
    assert (
        f"Niet te vergelijken met wat meeging: {copy.name}." in why_of(folder, key, path).happened
    )


def test_two_of_one_name_arrive_both(folder, hand, key, target, tmp_path):
    one = keep(folder, with_title(a_session(), "Een"))
    (tmp_path / "elders").mkdir()
    two = keep(tmp_path / "elders", with_title(a_session(), "Twee")).rename(
        tmp_path / "elders" / one.name
    )
    assert hand(one, two, one) == 0
    received = receive(target, tmp_path / "daar", identity=str(key), now=NOON)
    assert sorted(map(texts, received.paths)) == ["Een", "Twee"]


def test_what_lies_beside_an_oefening_and_did_not_go_along_keeps_it(tmp_path, key, monkeypatch):
    rescue_only_in(monkeypatch)
    session = a_session()
    session = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))
    practice_folder(tmp_path).mkdir()
    path = keep(tmp_path, session)
    paper = practice_paper(tmp_path, session.id, ".zelfbeeld")
    paper.write_text("Zelf geschreven")
    assert paper.name in why_of(tmp_path, key, path).happened


def words_in(content):
    return set(WORD.findall(content))


def words_here(folder):
    """Every word in a file that is no backup, also of one that is under a key."""
    found = set()
    for each in all_of(folder):
        if "~" in each.name and "reservekopieen" in each.parts:
            continue
        found |= words_in(each.read_bytes())
        if (session := readable(each)) is not None:
            found |= words_in(f"{session.opening.title} {session}".encode())
    return found


def words_in_hand(target, key):
    opened = pyrage.decrypt(target.read_bytes(), [key])
    with zipfile.ZipFile(io.BytesIO(opened)) as archive:
        return {word for name in archive.namelist() for word in words_in(archive.read(name))}


@pytest.mark.parametrize("seed", range(12))
def test_every_word_is_in_the_file_or_still_here(folder, hand, key, target, seed):
    """Random folders: copies that say less, more or other things, damaged and thrown away."""
    chance = random.Random(seed)
    numbers = iter(range(1000, 9999))

    def write(path):
        with SessionFile.open(path) as file:
            text = f"{file.session.opening.title} woord{next(numbers)}x"
            file.keep(with_situation(with_title(file.session, text), f"woord{next(numbers)}x"))

    for _ in range(2):
        path = keep(folder, with_title(a_session(), f"woord{next(numbers)}x"))
        for number in range(chance.randint(0, 3)):
            copy = copy_of(path, f"{{}}-{number + 2}.beraad")
            match chance.randint(0, 6):
                case 0:
                    write(copy)
                case 1:
                    write(path)
                case 2:
                    write(copy)
                    hurt(copy)
                case 3:
                    write(copy)
                    remove(copy, folder, now=NOON)
                case 4:
                    copy.rename(folder / f"kopie {next(numbers)}.beraad")
                case 5:
                    backed_up(folder, day=number)
                case _:
                    write(copy)
                    write(path)
    files = [each for each in folder.glob("*.beraad") if each.name != RING_NAME]
    given = ["--alles"] if chance.random() < 0.4 else chance.sample(files, len(files) // 2)
    before = words_here(folder)
    identities = {each: identity_of(each) for each in files}
    hand(*given or files[:1])
    assert before
    lost = before - words_here(folder) - (words_in_hand(target, key) if target.exists() else set())
    assert lost == set(), identities
