"""Two laptops back up to one stick: each opens, thins, erases and restores only what is its own."""

from __future__ import annotations

import re
import shutil
from datetime import timedelta

import pytest

from beraad.cli import main, vault
from beraad.cli.keeping import bring_back, make_backup
from beraad.errors import Solvable
from beraad.store import keys
from beraad.store.beside_own import WAY_WITH_OTHERS
from beraad.store.copies import making
from beraad.store.copies.folder import FOLDER, copies_folder
from beraad.store.copies.laptops import own_place_among, places_in
from beraad.store.copies.moments import moments
from tests.store.copies.support import NOON, keep, title_of
from tests.store.support import a_session, rescue_only_in, with_title

ANNA, BEN = "molen fiets kaart appel", "brug lepel wolk trein"


@pytest.fixture(autouse=True)
def of_nobody_elses(monkeypatch):
    rescue_only_in(monkeypatch)
    yield
    keys._open.clear()


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def laptop(tmp_path):
    """A folder of that name with a beraad of that title."""

    def make(name, *titles):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for title in titles:
            keep(folder, with_title(a_session(), title))
        return folder

    return make


@pytest.fixture
def beraad(capsys, monkeypatch, tmp_path):
    """Run a command as a program of its own would, by this password."""

    def run(password, *arguments):
        file = tmp_path / "wachtzin.txt"
        file.write_text(password, encoding="utf-8")
        monkeypatch.setenv(vault.PASSWORD_FILE, str(file))
        keys._open.clear()
        keys._lent.clear()
        code = main([*map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def titles(folder):
    return sorted(map(title_of, folder.glob("beraad-*.beraad")))


def silent(_line):
    pass


def test_each_laptop_has_a_folder_of_its_own(laptop, stick):
    anna, ben = laptop("anna", "Van Anna"), laptop("ben", "Van Ben")
    for folder in (anna, ben, anna):
        make_backup(folder, stick, silent, now=NOON)
    assert len(places_in(stick)) == 2
    assert {each.parent for each in places_in(stick)} == {stick / FOLDER}


def test_what_is_put_back_is_of_this_laptop_whoever_wrote_last(laptop, stick):
    anna, ben = laptop("anna", "Van Anna"), laptop("ben", "Van Ben")
    make_backup(anna, stick, silent, now=NOON)
    for hour in range(6):
        laptop("ben", f"Van Ben {hour}")
        make_backup(ben, stick, silent, now=NOON + timedelta(hours=hour))
    next(anna.glob("beraad-*.beraad")).unlink()
    bring_back(stick, anna, silent, at="", show=False, now=NOON + timedelta(days=1))
    assert titles(anna) == ["Van Anna"]


def test_who_backs_up_often_thins_nothing_of_another(laptop, stick):
    anna, ben = laptop("anna", "Van Anna"), laptop("ben")
    make_backup(anna, stick, silent, now=NOON)
    mine = places_in(stick)[0]
    for hour in range(9):
        laptop("ben", f"Van Ben {hour}")
        make_backup(ben, stick, silent, now=NOON + timedelta(hours=hour))
    assert len(moments(mine)) == 1


def test_a_laptop_with_nothing_is_asked_which_of_two_it_means(laptop, stick, capsys):
    anna, ben, new = laptop("anna", "Van Anna"), laptop("ben", "Van Ben"), laptop("nieuw")
    for folder in (anna, ben):
        make_backup(folder, stick, silent, now=NOON)
    with pytest.raises(Solvable, match="van 2 laptops") as refused:
        bring_back(stick, new, silent, at="", show=False, now=NOON)
    assert "beraad herstel" in refused.value.way_out
    told = capsys.readouterr().err
    assert all(f"{each}: laatste kopie van" in told for each in places_in(stick))
    bring_back(places_in(stick)[1], new, silent, at="", show=False, now=NOON)
    assert len(titles(new)) == 1


def test_the_backups_of_another_laptop_let_nothing_make_way(laptop, stick):
    anna, ben = laptop("anna", "Van Anna"), laptop("ben", "Van Ben")
    make_backup(anna, stick, silent, now=NOON)
    of_anna = places_in(stick)[0]
    make_backup(ben, stick, silent, now=NOON)
    bring_back(of_anna, ben, silent, at="", show=False, now=NOON)
    assert titles(ben) == ["Van Anna", "Van Ben"]


def begun_with(anna, name, stick, laptop, beraad):
    """Another laptop, begun with the backup of this one on the stick."""
    folder = laptop(name)
    code, told = beraad(ANNA, "herstel", stick, "--sessions", folder)
    assert code == 0, told
    return folder


@pytest.fixture
def shared(laptop, stick, beraad):
    """Two laptops of one vault, with one stick."""
    anna = laptop("anna", "Van Anna")
    for command in (("kluis", "aan"), ("reservekopie", "--naar", stick)):
        code, told = beraad(ANNA, *command, "--sessions", anna)
        assert code == 0, told
    return anna, begun_with(anna, "ben", stick, laptop, beraad)


def renew(beraad, folder, tmp_path):
    """Choose Ben's password in the place of Anna's."""
    new = tmp_path / "nieuw.txt"
    new.write_text(BEN, encoding="utf-8")
    beraad(ANNA, "kluis", "wachtwoord", "--nieuw", new, "--sessions", folder)


def test_a_new_password_of_one_laptop_locks_no_other_out_of_its_backup(
    shared, stick, laptop, beraad, tmp_path
):
    anna, ben = shared
    renew(beraad, ben, tmp_path)
    code, told = beraad(BEN, "reservekopie", "--naar", stick, "--sessions", ben)
    assert code == 0, told
    code, told = beraad(ANNA, "herstel", stick, "--toon", "--sessions", anna)
    assert code == 0, told
    of_anna, of_ben = sorted(places_in(stick), key=lambda each: each.stat().st_ctime)
    third = laptop("derde")
    assert beraad(BEN, "herstel", of_anna, "--toon", "--sessions", third)[0] == 1
    assert beraad(ANNA, "herstel", of_anna, "--toon", "--sessions", third)[0] == 0
    assert beraad(ANNA, "herstel", of_ben, "--toon", "--sessions", third)[0] == 1
    assert beraad(BEN, "herstel", of_ben, "--toon", "--sessions", third)[0] == 0


def test_an_older_password_opens_no_more_once_another_laptop_backed_up(
    shared, stick, laptop, beraad, tmp_path
):
    anna, ben = shared
    renew(beraad, anna, tmp_path)
    beraad(BEN, "reservekopie", "--naar", stick, "--sessions", anna)
    of_anna = places_in(stick)[0]
    beraad(ANNA, "reservekopie", "--naar", stick, "--sessions", ben)
    third = laptop("derde")
    assert beraad(ANNA, "herstel", of_anna, "--toon", "--sessions", third)[0] == 1
    assert beraad(BEN, "herstel", of_anna, "--toon", "--sessions", third)[0] == 0


def test_what_one_laptop_erased_stays_in_the_backup_of_another(shared, stick, beraad):
    anna, ben = shared
    beraad(ANNA, "reservekopie", "--naar", stick, "--sessions", ben)
    (path,) = anna.glob("beraad-*.beraad")
    code, told = beraad(ANNA, "wis", path, "--zeker", "--sessions", anna)
    assert code == 0, told
    beraad(ANNA, "lijst", "--sessions", anna)
    of_ben = next(each for each in places_in(stick) if moments(each) and moments(each)[0].beraden)
    assert of_ben.parent == stick / FOLDER
    code, told = beraad(ANNA, "reservekopie", "--naar", stick, "--sessions", ben)
    assert "opnieuw gemaakt" not in told


def moved(stick, laptop, beraad):
    """Another laptop that has its own backup on the stick now, and the place of the first one's."""
    anna = laptop("anna", "Van Anna")
    for command in (("kluis", "aan"), ("reservekopie", "--naar", stick)):
        code, told = beraad(ANNA, *command, "--sessions", anna)
        assert code == 0, told
    (of_anna,) = places_in(stick)
    ben = begun_with(anna, "ben", stick, laptop, beraad)
    code, told = beraad(ANNA, "reservekopie", "--naar", stick, "--sessions", ben)
    assert code == 0, told
    return ben, of_anna


@pytest.fixture(params=["an old laptop", "lists lost", "copied by a service", "loose"])
def beside(request, stick, laptop, beraad):
    """A laptop, and where backups of its beraad lie that are not in its own folder of the stick."""
    ben, place = moved(stick, laptop, beraad)
    if request.param == "an old laptop":
        return ben, place
    shutil.rmtree(place)
    (own,) = places_in(stick)
    if request.param == "lists lost":
        shutil.rmtree(copies_folder(ben))
        beraad(ANNA, "reservekopie", "--naar", stick, "--sessions", ben)
        return ben, own
    if request.param == "loose":
        place = stick / FOLDER
        shutil.copytree(own, place, dirs_exist_ok=True)
        return ben, place
    place = own.with_name(f"{own.name} (1)")
    shutil.copytree(own, place)
    return ben, place


@pytest.mark.parametrize("sure", [(), ("--zeker",)])
def test_erasing_names_what_is_not_of_this_laptop_and_leaves_it(beside, beraad, sure):
    ben, place = beside
    (copy,) = place.glob("beraad-*.beraad")
    (path,) = ben.glob("beraad-*.beraad")
    code, told = beraad(ANNA, "wis", path, *sure, "--sessions", ben)
    assert code == 0, told
    assert f"{copy}\n" in told
    assert WAY_WITH_OTHERS in told
    assert copy.is_file()
    assert "kopie van de sleutels" not in told


def test_who_asks_where_somebody_is_named_hears_what_was_not_searched(beside, beraad):
    ben, place = beside
    code, told = beraad(ANNA, "zoek-betrokkene", "Knorvelde", "--sessions", ben)
    assert code == 1
    assert f"{place}: reservekopieën van een andere laptop" in told


def test_a_new_password_says_where_the_one_before_still_opens(beside, beraad, tmp_path):
    ben, place = beside
    new = tmp_path / "nieuw.txt"
    new.write_text(BEN, encoding="utf-8")
    code, told = beraad(ANNA, "kluis", "wachtwoord", "--nieuw", new, "--sessions", ben)
    assert code == 0, told
    assert f"{place} is van een andere laptop" in told


def test_another_vault_on_the_stick_is_nobody_elses_business(laptop, stick, beraad, tmp_path):
    anna, ben = laptop("anna", "Van Anna"), laptop("ben", "Van Ben")
    for folder, words in ((anna, ANNA), (ben, BEN)):
        for command in (("kluis", "aan"), ("reservekopie", "--naar", stick)):
            code, told = beraad(words, *command, "--sessions", folder)
            assert code == 0, told
    (path,) = ben.glob("beraad-*.beraad")
    of_anna = next(each for each in places_in(stick) if each != _own_place(ben, stick))
    new = tmp_path / "nieuw.txt"
    new.write_text("vijver knoop stoel raam", encoding="utf-8")
    for command in (("wis", path), ("zoek-betrokkene", "Knorvelde")):
        code, told = beraad(BEN, *command, "--sessions", ben)
        assert code == 0, told
        assert str(of_anna) not in told
    _, told = beraad(BEN, "kluis", "wachtwoord", "--nieuw", new, "--sessions", ben)
    assert str(of_anna) not in told


def _own_place(folder, stick):
    return own_place_among(places_in(stick), folder)


def test_a_folder_that_was_copied_to_another_machine_is_of_another_laptop(
    laptop, stick, monkeypatch
):
    anna = laptop("anna", "Van Anna")
    make_backup(anna, stick, silent, now=NOON)
    monkeypatch.setattr("platform.node", lambda: "een-andere")
    make_backup(anna, stick, silent, now=NOON + timedelta(hours=1))
    assert len(places_in(stick)) == 2
    assert "een-andere" not in (copies_folder(anna) / "laptop.json").read_text(encoding="utf-8")


def test_who_is_killed_after_a_new_password_has_the_stick_renewed_later(
    shared, stick, laptop, beraad, tmp_path, monkeypatch
):
    anna, _ben = shared
    with monkeypatch.context() as killed:
        killed.setattr(vault, "_renew_rings", stopped)
        with pytest.raises(Killed):
            renew(beraad, anna, tmp_path)
    of_anna = places_in(stick)[0]
    third = laptop("derde")
    assert beraad(ANNA, "herstel", of_anna, "--toon", "--sessions", third)[0] == 0
    code, told = beraad(BEN, "reservekopie", "--sessions", anna)
    assert code == 0, told
    assert "Ook daar geldt nu alleen nog de wachtzin van nu" in told
    assert beraad(ANNA, "herstel", of_anna, "--toon", "--sessions", third)[0] == 1
    assert beraad(BEN, "herstel", of_anna, "--toon", "--sessions", third)[0] == 0


class Killed(BaseException):
    """What a program that is killed does not come back from."""


def stopped(_folder):
    raise Killed


def test_what_was_erased_is_missed_by_nobody_who_puts_back(laptop, stick, beraad):
    anna, third = laptop("anna", "Blijft", "Gaat weg"), laptop("derde")
    gone = next(each for each in beraden_in(anna) if title_of(each) == "Gaat weg")
    beraad(ANNA, "kluis", "aan", "--sessions", anna)
    beraad(ANNA, "reservekopie", "--naar", stick, "--sessions", anna)
    code, told = beraad(ANNA, "wis", gone, "--zeker", "--sessions", anna)
    assert code == 0, told
    (place,) = places_in(stick)
    assert gone.name not in "".join(each.read_text("utf-8") for each in place.glob("*.json"))
    for home in (third, anna):
        code, told = beraad(ANNA, "herstel", place, "--toon", "--sessions", home)
        assert code == 0, told
        assert gone.name not in told
        assert "weg" not in told


def test_nothing_makes_way_for_what_cannot_be_opened(laptop, stick, beraad):
    """As backups of before lie: those of two vaults together, with the keys of both."""
    anna, ben = laptop("anna", "Van Anna"), laptop("ben", "Van Ben")
    for folder, words in ((anna, ANNA), (ben, BEN)):
        beraad(words, "kluis", "aan", "--sessions", folder)
        beraad(words, "reservekopie", "--naar", stick, "--sessions", folder)
    of_anna = next(each for each in places_in(stick) if named_by(each) == named_by(anna))
    of_ben = next(each for each in places_in(stick) if each != of_anna)
    together = stick / "oud"
    of_anna.rename(together)
    (of_ben / keys.KEPT_RING).rename(together / "sleutels-00000000.kopie")
    code, told = beraad(BEN, "herstel", together, "--sessions", ben)
    assert code == 1
    assert "opzij" not in told
    assert len(list(ben.glob("beraad-*.beraad"))) == 1


def named_by(folder):
    """The names of the beraden that lie here, or of which copies do."""
    return sorted(
        each.name.partition("~")[0].removesuffix(".beraad") for each in beraden_in(folder)
    )


def beraden_in(folder):
    return [each for each in folder.glob("beraad-*.beraad") if each.is_file()]


def test_backups_of_before_come_last_and_are_no_laptop(laptop, stick, capsys):
    anna, new = laptop("anna", "Van Anna"), laptop("nieuw")
    making.back_up(anna, now=NOON, place=stick / FOLDER)
    make_backup(anna, stick, silent, now=NOON)
    with pytest.raises(Solvable, match="op meer dan één plek") as refused:
        bring_back(stick, new, silent, at="", show=False, now=NOON)
    assert "laptop-" in refused.value.way_out
    assert "van welke laptop staat er niet bij" in capsys.readouterr().err
    bring_back(stick / FOLDER, new, silent, at="", show=False, now=NOON)
    assert titles(new) == ["Van Anna"]


def test_a_disk_that_is_gone_for_good_is_asked_for_no_more(laptop, stick, beraad, tmp_path):
    ben, _ = moved(stick, laptop, beraad)
    (path,) = ben.glob("beraad-*.beraad")
    stick.rename(tmp_path / "elders")
    beraad(ANNA, "wis", path, "--zeker", "--sessions", ben)
    _, told = beraad(ANNA, "reservekopie", "--sessions", ben)
    way = re.search(r"beraad reservekopie --vergeet (\S+)\.", told)
    assert way is not None, told
    code, told = beraad(ANNA, "reservekopie", "--vergeet", way[1], "--sessions", ben)
    assert code == 0, told
    _, told = beraad(ANNA, "reservekopie", "--sessions", ben)
    assert str(stick) not in told
    code, told = beraad(ANNA, "zoek-betrokkene", "Knorvelde", "--sessions", ben)
    assert code == 0, told


def test_a_disk_that_is_there_is_not_forgotten(laptop, stick, beraad):
    ben, _ = moved(stick, laptop, beraad)
    code, told = beraad(ANNA, "reservekopie", "--vergeet", stick, "--sessions", ben)
    assert code == 1
    assert "Er is niets veranderd" in told
    code, told = beraad(ANNA, "reservekopie", "--vergeet", "/nergens", "--sessions", ben)
    assert code == 1
    assert str(stick) in told
