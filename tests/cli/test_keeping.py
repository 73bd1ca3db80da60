from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from beraad.cli import main
from beraad.publishing.registering import put_in_register
from beraad.records import Setting, new_id
from beraad.store import wiping
from beraad.store.audit import Action, Source, deeds
from beraad.store.copies import making
from beraad.store.copies.differing import compare
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.laptops import places_in
from beraad.store.copies.moments import moments
from beraad.store.copies.restoring import restore
from beraad.store.driver import copy_to
from beraad.store.places import register_path, session_path
from beraad.store.practice_rest import practice_paper
from beraad.store.rescue import rescue
from beraad.store.session_file import SessionFile
from beraad.store.whose import identity_of
from tests.store.copies.support import DAY, NOON, keep, retitle, title_of
from tests.store.support import a_session, with_title


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    return home


@pytest.fixture
def path(folder):
    return keep(folder, with_title(a_session(), "Eerste"))


def ask(folder, *words):
    return main([*map(str, words), "--sessions", str(folder)])


def test_a_backup_here_and_on_a_stick(folder, path, tmp_path, capsys):
    stick = tmp_path / "stick"
    assert ask(folder, "reservekopie", "--naar", stick) == 0
    told = capsys.readouterr().out
    assert told.count("Reservekopie van 1 beraad gemaakt in") == 2
    (place,) = places_in(stick)
    assert moments(place)
    assert ask(folder, "reservekopie") == 0
    assert "niets veranderd" in capsys.readouterr().out


def test_another_laptop_begins_with_the_stick(folder, path, tmp_path, capsys):
    stick, other = tmp_path / "stick", tmp_path / "andere laptop"
    ask(folder, "reservekopie", "--naar", stick)
    assert ask(other, "herstel", stick) == 0
    assert "Teruggezet: 1" in capsys.readouterr().out
    assert title_of(other / path.name) == "Eerste"


def test_what_differs_is_told_and_what_was_there_is_kept(folder, path, capsys):
    ask(folder, "reservekopie")
    retitle(path, "Tweede")
    assert ask(folder, "herstel", folder, "--toon") == 0
    told = capsys.readouterr().out
    assert "Wordt anders:\n  Tweede: nu opening" in told
    assert title_of(path) == "Tweede"
    assert deeds(folder) == ()
    assert ask(folder, "herstel", folder) == 0
    assert "ligt opzij" in capsys.readouterr().out
    assert title_of(path) == "Eerste"
    (line,) = deeds(folder)
    assert (line.action, line.source) == (Action.RESTORED, Source.COMMAND)
    (aside,) = [each for each in moments(copies_folder(folder)) if each.is_aside]
    moment = f"{aside.at.astimezone():%Y-%m-%d %H:%M:%S}"
    assert ask(folder, "herstel", folder, "--moment", moment) == 0
    assert title_of(path) == "Tweede"


def test_one_file_comes_back(folder, path, tmp_path, capsys):
    ask(folder, "reservekopie")
    (moment,) = moments(copies_folder(folder))
    retitle(path, "Tweede")
    assert ask(folder, "herstel", moment.copy_of(moment.items[0])) == 0
    assert title_of(path) == "Eerste"
    sent = tmp_path / f"{path.name}.v3.kopie"
    sent.write_bytes(path.read_bytes())
    retitle(path, "Derde")
    assert ask(folder, "herstel", sent) == 0
    assert title_of(path) == "Eerste"


@pytest.mark.parametrize("more", ["", " (1)", "~kopie"])
@pytest.mark.parametrize("stem", ["Team zuid", "Team~zuid"])
def test_a_copy_that_was_sent_comes_back_under_the_name_of_its_file(
    folder, path, tmp_path, stem, more
):
    path = path.rename(path.with_stem(stem))
    ask(folder, "reservekopie")
    (moment,) = moments(copies_folder(folder))
    copy = moment.copy_of(moment.items[0])
    sent = copy.rename(tmp_path / f"{copy.stem}{more}{copy.suffix}")
    path.unlink()
    assert ask(folder, "herstel", sent) == 0
    assert title_of(path) == "Eerste"


def test_a_damaged_file_is_saved_as_far_as_it_can_be_read(folder, path, capsys):
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'dilemma'"
        (page,) = connection.execute(query).fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(content)
    assert ask(folder, "herstel", path) == 0
    told = capsys.readouterr()
    assert "beschadigd" in told.err
    assert "Gered: " in told.out
    assert "niet helemaal te lezen" in told.out
    assert len(list(folder.glob("*.beraad"))) == 2


@pytest.mark.parametrize("more", [[], ["--toon"]])
def test_a_whole_backup_of_a_damaged_file_is_named(folder, path, capsys, more):
    ask(folder, "reservekopie")
    (copy,) = copies_folder(folder).glob("*~*.beraad")
    path.write_bytes(path.read_bytes()[:4096] + bytes(9000))
    capsys.readouterr()
    ask(folder, "herstel", path, *more)
    assert f"beraad herstel {copy}" in capsys.readouterr().out
    assert ask(folder, "herstel", copy) == 0
    assert title_of(path) == "Eerste"


@pytest.mark.parametrize("what", ["weg", "leeg"])
def test_what_is_not_there_is_told(folder, tmp_path, capsys, what):
    (tmp_path / "leeg").mkdir()
    assert ask(folder, "herstel", tmp_path / what) == 1
    assert capsys.readouterr().err
    assert ask(folder, "reservekopie", "--naar", folder / "hierin") == 1
    assert "ligt in de map met beraden zelf" in capsys.readouterr().err


def test_erasing_asks_first_and_then_leaves_a_line(folder, path, capsys):
    ask(folder, "reservekopie")
    assert ask(folder, "wis", path) == 0
    told = capsys.readouterr().out
    assert "Er is nog niets gebeurd" in told
    assert path.exists()
    assert ask(folder, "wis", path, "--zeker", "--rol", "teamleider") == 0
    told = capsys.readouterr().out
    assert "Gewist: 2 bestanden" in told
    assert "door teamleider" in told
    assert "Dit heeft Beraad niet in de hand" in told
    assert not path.exists()
    assert not any(copies_folder(folder).glob("*.beraad"))
    assert '"gewist"' in (folder / "logboek.jsonl").read_text()
    assert ask(folder, "wis") == 0
    assert "geen beraad waarvan" in capsys.readouterr().out
    assert ask(folder, "wis", path) == 1


@pytest.fixture
def drill(folder):
    """An oefening with what lies beside it."""
    session = with_title(a_session(), "Oefening")
    session = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))
    path = session_path(folder, session)
    path.parent.mkdir()
    SessionFile.create(path, session).close()
    practice_paper(folder, session.id, ".zelfbeeld").write_text("{}")
    practice_paper(folder, session.id, ".verloop").write_text("{}")
    return path


def named(folder, path, way):
    """An oefening as one can name it, and what else is given."""
    match way:
        case "by the list":
            return path.relative_to(folder), ["--sessions", folder]
        case "by its bare name":
            return path.name, ["--sessions", folder]
        case _:
            return path, []


@pytest.mark.parametrize("way", ["by the list", "by its bare name", "by its place alone"])
def test_an_oefening_is_erased_with_all_of_it_by_whatever_name(
    folder, drill, way, capsys, monkeypatch, tmp_path
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elders"))
    monkeypatch.delenv("BERAAD_SESSIONS", raising=False)
    monkeypatch.chdir(tmp_path)
    name, where = named(folder, drill, way)
    words = ["wis", str(name), *map(str, where)]
    assert main(words) == 0
    told = capsys.readouterr().out
    lying = sorted(each for each in drill.parent.iterdir() if each.is_file())
    assert len(lying) == 3
    assert [each for each in lying if str(each) not in told] == []
    assert main([*words, "--zeker"]) == 0
    assert "Gewist: 3 bestanden" in capsys.readouterr().out
    assert [each for each in drill.parent.iterdir() if each.is_file()] == []
    assert (folder / "gewist.jsonl").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["tijden", "{}"],
        ["verslag", "{}", "--uit", "uit"],
        ["formulieren", "{}", "--naar", "uit"],
        ["overdragen", "{}", "--naar", "mee"],
        ["herstel", "{}", "--toon"],
        ["wis", "{}"],
        ["controleer", "tekst.md", "--beraad", "{}"],
    ],
)
def test_what_the_list_names_is_found_by_every_command(
    folder, drill, words, capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "uit").mkdir()
    (tmp_path / "tekst.md").write_text("Een tekst zonder namen.")
    ask(folder, "lijst")
    name = drill.relative_to(folder).as_posix()
    assert name in capsys.readouterr().out
    for given in (name, drill.name):
        (tmp_path / "mee.beraad.age").unlink(missing_ok=True)
        ask(folder, *(word.format(given) for word in words))
        assert "is er niet" not in capsys.readouterr().err


def test_a_loose_copy_is_erased_where_the_beraden_lie(folder, path, tmp_path, monkeypatch, capsys):
    loose = tmp_path / "downloads" / path.name
    loose.parent.mkdir()
    loose.write_bytes(path.read_bytes())
    monkeypatch.setenv("BERAAD_SESSIONS", str(folder))
    assert main(["wis", str(loose)]) == 0
    assert str(path) in capsys.readouterr().out


def test_only_a_role_comes_in_the_line_that_stays(folder, path, capsys):
    for sure in ([], ["--zeker"]):
        with pytest.raises(SystemExit) as caught:
            ask(folder, "wis", path, "--rol", "Kees de Vries", *sure)
        assert caught.value.code == 2
        assert "teamleider" in capsys.readouterr().err
    assert path.exists()


def test_erasing_says_what_becomes_of_the_signal(folder, path, capsys):
    with SessionFile.open(path) as file:
        signal = replace(file.session.signal, bottleneck="Wachten op een adres")
        session = replace(file.session, signal=signal)
        file.keep(session)
    ask(folder, "wis", path)
    told = capsys.readouterr().out
    assert "het signaal: het staat niet in het register" in told
    assert "Zet het eerst in het register" in told
    put_in_register(session, register_path(folder, practice=False), today=session.opening.held_on)
    ask(folder, "wis", path)
    told = capsys.readouterr().out
    assert "niet in het register" not in told
    assert "blijft ook, want daar staat geen casus in: 1 signaal" in told


def test_a_drive_that_was_away_is_cleaned_by_the_next_plain_backup(folder, path, tmp_path, capsys):
    stick = tmp_path / "stick"
    ask(folder, "reservekopie", "--naar", stick)
    stick.rename(tmp_path / "weg")
    assert ask(folder, "wis", path, "--zeker") == 0
    assert "geef beraad reservekopie" in capsys.readouterr().err
    ask(folder, "reservekopie")
    assert str(stick) in capsys.readouterr().err
    (tmp_path / "weg").rename(stick)
    assert list(stick.rglob("*.beraad"))
    assert ask(folder, "reservekopie") == 0
    told = capsys.readouterr()
    assert "is daar ook weg" in told.out
    assert not list(stick.rglob("*.beraad"))
    ask(folder, "reservekopie")
    assert str(stick) not in "".join(capsys.readouterr())


def test_what_is_left_of_oefeningen_is_told_and_then_erased(folder, capsys):
    rest = practice_paper(folder, new_id(), ".zelfbeeld")
    rest.parent.mkdir(exist_ok=True)
    rest.write_text("Trots")
    assert ask(folder, "wis") == 0
    assert rest.name in capsys.readouterr().out
    assert rest.exists()
    assert ask(folder, "wis", "--resten") == 0
    assert rest.exists()
    assert "--resten --zeker" in capsys.readouterr().out
    assert ask(folder, "wis", "--resten", "--zeker") == 0
    assert "Gewist: 1 bestand van oefeningen" in capsys.readouterr().out
    assert not rest.exists()


@pytest.mark.parametrize("command", ["lijst", "wis"])
def test_erasing_that_was_broken_off_is_told_and_finished(
    folder, path, capsys, monkeypatch, command
):
    ask(folder, "reservekopie")
    monkeypatch.setattr(wiping, "_wipe", lambda *_: 1 / 0)
    assert ask(folder, "wis", path, "--zeker") == 3
    monkeypatch.undo()
    capsys.readouterr()
    words = [command, path, "--zeker"] if command == "wis" else [command]
    assert ask(folder, *words) == 0
    if command == "lijst":  # Anybody who can write here may have said that it was begun.
        assert "niet af. Hier ligt nog:" in (told := capsys.readouterr().err)
        assert path.name in told
        assert len(list(folder.rglob("*.beraad"))) == 2
        assert ask(folder, "wis", "--verder") == 0
        assert "was niet afgemaakt. Dat is nu gedaan." in capsys.readouterr().err
    assert not list(folder.rglob("*.beraad"))


@pytest.mark.parametrize("what", ["all", "one"])
def test_what_is_open_with_newer_words_is_not_called_the_same(folder, path, capsys, what):
    ask(folder, "reservekopie")
    (copy,) = (each for each in copies_folder(folder).rglob("*.beraad"))
    source = folder if what == "all" else copy
    with SessionFile.open(path) as file:
        file.keep(with_title(file.session, "Nieuwer"))
        capsys.readouterr()

        assert ask(folder, "herstel", source, "--toon") == 0
        told = capsys.readouterr().out
        assert "Nu open, en niet te vergelijken" in told
        assert "Gelijk: 0" in told
        assert ask(folder, "herstel", source) == 1
        told = capsys.readouterr()
        assert "al open" in told.err
        assert "Alles is hier al" not in told.out

    assert title_of(path) == "Nieuwer"


def test_a_clock_that_is_not_believed_is_told(folder, capsys):
    session = a_session()
    past = replace(session.conclusion, keep_until=date(2020, 1, 1))
    keep(folder, replace(session, conclusion=past))
    assert ask(folder, "wis") == 0
    told = capsys.readouterr().out
    assert "Volgens de klok van deze laptop" in told
    assert "Er is geen beraad" not in told


def test_a_backup_that_misses_a_file_fails(folder, path, capsys):
    (folder / "stuk.beraad").write_bytes(b"stuk" * 2000)
    assert ask(folder, "reservekopie") == 1
    told = capsys.readouterr()
    assert "Reservekopie van 1 beraad" in told.out
    assert "1 bestand staat niet in deze reservekopie" in told.err


def test_what_was_erased_is_not_said_to_come_back(folder, path, tmp_path, capsys):
    stick = tmp_path / "stick"
    ask(folder, "reservekopie", "--naar", stick)
    other = tmp_path / "ander"
    shutil.copytree(stick, other)
    ask(folder, "wis", path, "--zeker")
    capsys.readouterr()
    ask(folder, "herstel", other, "--toon")
    told = capsys.readouterr().out
    assert "Is hier gewist, en komt niet terug" in told
    assert "Komt terug:" not in told


def test_a_restore_is_noted_with_its_beraad_and_a_name_taken_out_as_such(folder, path, capsys):
    ask(folder, "reservekopie")
    retitle(path, "Tweede")
    ask(folder, "herstel", folder)
    assert deeds(folder)[0].object == identity_of(path)
    ask(folder, "zoek-betrokkene", "Eerste", "--weg", "--zeker")
    assert deeds(folder)[0].action is Action.TAKEN_OUT
    assert "Dit heeft Beraad niet in de hand" in capsys.readouterr().out


def test_usage_begins_with_the_command(capsys):
    with pytest.raises(SystemExit):
        main(["wis", "--help"])
    assert capsys.readouterr().out.startswith("gebruik: beraad wis ")


def test_erasing_names_the_other_files_of_the_beraad_and_what_is_in_them(folder, path, capsys):
    with SessionFile.open(path) as file:
        newer = with_title(file.session, f"{file.session.opening.title} en verder")
    copy = rescue(newer, iter([folder]))
    ask(folder, "wis", path)
    told = capsys.readouterr().out
    (line,) = (each for each in told.splitlines() if "daarin staat meer" in each)
    assert "reddingskopie, laatst gewijzigd op" in line
    assert copy.name in line
    assert "staat wat hier niet staat" in told
    assert "alleen dit ene bestand" in told
    assert copy.exists()


def test_a_stick_that_is_not_there_gets_no_folder_in_its_place(folder, path, tmp_path, capsys):
    stick = tmp_path / "stick"
    stick.mkdir()
    assert ask(folder, "reservekopie", "--naar", stick) == 0
    stick.rename(tmp_path / "los")
    assert ask(folder, "reservekopie", "--naar", stick) == 1
    assert f"{stick} is er nu niet. Daar lagen eerder" in capsys.readouterr().err
    assert not stick.exists()
    nowhere = tmp_path / "media" / "stick"
    assert ask(folder, "reservekopie", "--naar", nowhere) == 1
    assert f"De map {nowhere.parent} is er niet." in capsys.readouterr().err
    assert not nowhere.parent.exists()
    stick.mkdir()
    assert ask(folder, "reservekopie", "--naar", stick) == 0


def test_a_stick_that_takes_nothing_is_not_said_to_hold_a_backup(
    folder, path, tmp_path, capsys, monkeypatch
):
    def full(*_):
        raise sqlite3_full()

    def sqlite3_full():
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        return error

    monkeypatch.setattr("beraad.store.copies.making.copy_to", full)
    assert ask(folder, "reservekopie") == 1
    told = capsys.readouterr()
    assert "niets veranderd" not in told.out
    assert f"Niet gekopieerd: {path.name}. Bewaren lukt niet: de schijf is vol" in told.err
    assert "Maak ruimte" in told.err


@pytest.fixture
def full_after_two(monkeypatch):
    """A disk on which two copies fit, and no third."""
    copied = []

    def copy(connection, draft):
        if len(copied) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        copied.append(draft)
        copy_to(connection, draft)

    monkeypatch.setattr(making, "copy_to", copy)
    yield
    assert len(copied) == 2


def test_a_backup_on_a_full_disk_says_what_it_lacks_and_takes_that_away_from_nobody(
    folder, tmp_path, full_after_two, capsys
):
    paths = sorted(keep(folder, with_title(a_session(), f"Nummer {each}")) for each in range(4))
    stick, other = tmp_path / "stick", tmp_path / "andere laptop"
    place = stick / "reservekopieen"
    making.back_up(folder, now=NOON, place=place)
    lacking = tuple(each.name for each in paths[2:])
    (moment,) = moments(place)
    assert moment.lacks == lacking
    for path in paths[:2]:
        path.unlink()
    capsys.readouterr()

    assert ask(folder, "herstel", stick) == 1
    told = capsys.readouterr()
    assert "Teruggezet: 2" in told.out
    assert "Ontbreekt in de kopie, en blijft zoals het is:" in told.out
    assert "in de kopie ontbreekt" in told.out
    assert "2 bestanden zijn niet teruggezet." in told.err
    assert all(path.exists() for path in paths)

    assert ask(other, "herstel", stick) == 1
    told = capsys.readouterr().out
    assert all(name in told for name in lacking)
    assert ask(other, "herstel", stick, "--toon") == 0
    assert "2 beraden, 2 ontbreken" in capsys.readouterr().out


def test_what_was_lacking_is_copied_by_the_next_backup(folder, path, tmp_path, monkeypatch):
    content = path.read_bytes()
    keep(folder, a_session())
    path.write_bytes(content[:4096])
    first = making.back_up(folder, now=NOON).moment
    assert first.lacks == (path.name,)
    assert making.back_up(folder, now=NOON + DAY).moment is None
    path.write_bytes(content)
    second = making.back_up(folder, now=NOON + 2 * DAY).moment
    assert (second.lacks, len(second.items)) == ((), 2)


def test_a_beraad_whose_copy_is_gone_stays_where_it_is(folder, path, capsys):
    keep(folder, a_session())
    (moment,) = (making.back_up(folder, now=NOON).moment,)
    (copy,) = (moment.copy_of(each) for each in moment.items if each.name == path.name)
    copy.unlink()
    assert ask(folder, "herstel", folder) == 1
    assert "Ontbreekt in de kopie" in capsys.readouterr().out
    assert path.exists()


@pytest.fixture
def two_days(folder, path):
    """A second beraad, in the newest list alone."""
    making.back_up(folder, now=NOON)
    later = keep(folder, with_title(a_session(), "Later"))
    making.back_up(folder, now=NOON + DAY)
    return later


def test_a_copy_that_is_gone_is_named_everywhere(folder, path, two_days, tmp_path, capsys):
    place = copies_folder(folder)
    (copy,) = place.glob(f"{two_days.stem}~*")
    copy.unlink()
    content = two_days.read_bytes()
    two_days.unlink()
    for words, code in ((["herstel", folder], 1), (["herstel", folder, "--toon"], 0)):
        assert ask(folder, *words) == code
        told = capsys.readouterr()
        assert f"{two_days.name}: nu niet hier, in de kopie niet meer te vinden" in told.out
        assert "Alles is hier al" not in told.out
    assert "1 beraad, 1 kopie weg" in told.out
    assert ask(tmp_path / "nieuw", "herstel", folder) == 1
    assert two_days.name in capsys.readouterr().out
    assert ask(folder, "reservekopie") == 1
    assert two_days.name in capsys.readouterr().err

    two_days.write_bytes(content)
    assert ask(folder, "reservekopie") == 0
    assert "was weg; ze is opnieuw gemaakt" in capsys.readouterr().out
    assert ask(folder, "herstel", folder) == 0


def test_a_damaged_newest_list_is_told_and_its_copies_come_back(folder, two_days, capsys):
    place = copies_folder(folder)
    newest = moments(place)[0].list_file
    newest.write_text(newest.read_text()[:-40])
    two_days.unlink()
    assert ask(folder, "herstel", folder) == 0
    told = capsys.readouterr()
    assert f"De lijst {newest.name} in {place} is beschadigd." in told.err
    (copy,) = place.glob(f"{two_days.stem}~*")
    assert f"beraad herstel {copy}" in told.out
    assert title_of(two_days) == "Later"


def test_what_is_lost_is_named_also_where_the_newest_list_is_damaged(folder, two_days, capsys):
    """As where the lists are whole: the damaged one still says of what there was a copy."""
    place = copies_folder(folder)
    newest = moments(place)[0].list_file
    newest.write_text(newest.read_text()[:-20])
    (copy,) = place.glob(f"{two_days.stem}~*")
    copy.unlink()
    two_days.unlink()
    for _ in range(2):
        assert ask(folder, "herstel", folder) == 1
        told = capsys.readouterr()
        assert two_days.name in told.out + told.err
        assert "Alles is hier al" not in told.out
    assert ask(folder, "reservekopie") == 1
    assert two_days.name in capsys.readouterr().err


def test_copies_of_what_was_erased_go_from_an_older_stick_and_that_is_told(
    folder, path, tmp_path, capsys
):
    keep(folder, with_title(a_session(), "Blijft"))
    identity = identity_of(path)
    stick = tmp_path / "oude stick"
    ask(folder, "reservekopie", "--naar", tmp_path / "stick")
    (tmp_path / "stick").rename(stick)
    (copies_folder(folder) / "plaatsen.json").unlink()
    ask(folder, "wis", path, "--zeker")
    capsys.readouterr()
    assert ask(folder, "reservekopie", "--naar", stick) == 0
    said = capsys.readouterr()
    assert "lagen nog kopieën van 1 beraad dat hier is gewist" in said.err
    assert not list(stick.rglob(f"{path.stem}~*"))
    (line,) = [each for each in deeds(folder) if each.result == "lag er weer"]
    assert line.object == identity
    ask(folder, "reservekopie", "--naar", stick)
    assert "gewist" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["herstel", "reservekopie"])
def test_a_restore_that_was_killed_is_told_once(folder, two_days, monkeypatch, capsys, command):
    retitle(two_days, "Anders")

    def killed(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as while_killed:
        while_killed.setattr("beraad.store.copies.restoring.put_back", killed)
        while_killed.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(KeyboardInterrupt):
            restore(
                moments(copies_folder(folder))[0],
                compare(moments(copies_folder(folder))[0], folder),
                folder,
                now=NOON + 2 * DAY,
            )
    words = [command, *([folder] if command == "herstel" else [])]
    assert ask(folder, "herstel", folder, "--toon") == 0
    assert "is de vorige keer afgebroken" in capsys.readouterr().err
    assert ask(folder, *words) == 0
    assert "is de vorige keer afgebroken" in capsys.readouterr().err
    assert ask(folder, *words) == 0
    assert "afgebroken" not in capsys.readouterr().err


def test_without_lists_the_copies_come_back_and_it_is_told(folder, path, two_days, capsys):
    place = copies_folder(folder)
    for each in place.glob("stand-*"):
        each.unlink()
    path.unlink()
    assert ask(folder, "herstel", folder) == 0
    told = capsys.readouterr()
    assert "2 kopieën staan in geen lijst die te lezen is" in told.err
    assert title_of(path) == "Eerste"


def test_of_the_only_copy_that_is_damaged_is_saved_what_can_be(folder, path, capsys):
    making.back_up(folder, now=NOON)
    (copy,) = copies_folder(folder).glob("*~*.beraad")
    content = bytearray(copy.read_bytes())
    content[-4096:] = bytes(4096)
    copy.write_bytes(content)
    path.unlink()
    assert ask(folder, "herstel", copy) == 0
    assert "Gered: " in capsys.readouterr().out
    (saved,) = folder.glob("*.gered.beraad")
    assert title_of(saved) == "Eerste"


def test_an_older_copy_in_a_backup_is_told_as_such(folder, path, capsys):
    making.back_up(folder, now=NOON)
    path.write_bytes(path.read_bytes()[:4096])
    assert ask(folder, "reservekopie") == 1
    told = capsys.readouterr().err
    assert "Van 1 bestand staat de vorige kopie erin, geen nieuwe." in told
    assert "staat niet in deze reservekopie" not in told
    assert "Maak ruimte" not in told


def test_what_came_back_and_what_went_aside_are_counted_apart(folder, path, monkeypatch, capsys):
    making.back_up(folder, now=NOON)
    path.unlink()
    keep(folder, a_session())
    assert ask(folder, "herstel", folder) == 0
    told = capsys.readouterr().out
    assert "Teruggezet: 1" in told
    assert "Opzij gezet, want het zat niet in de kopie: 1" in told


def test_what_was_not_put_back_on_a_full_disk_is_named(folder, path, monkeypatch, capsys):
    making.back_up(folder, now=NOON)
    path.unlink()

    def refuse(*_):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("beraad.store.copies.restoring.copy_to", refuse)
    assert ask(folder, "herstel", folder) == 1
    told = capsys.readouterr()
    assert "Teruggezet: 0" in told.out
    assert path.name in told.err
    assert "Niet teruggezet: Eerste" in told.err
