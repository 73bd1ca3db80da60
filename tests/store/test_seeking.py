from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.cli import main
from beraad.errors import Solvable
from beraad.records import Id, Participant, PhaseKey, PrivateNote
from beraad.store import seeking
from beraad.store.copies.counts import NAMES
from beraad.store.copies.places import remember_place
from beraad.store.removing import remove
from beraad.store.seeking import GONE, seek, spelled, take_out, told
from beraad.store.session_file import SessionFile
from beraad.store.tables import REGISTER_SCHEMA, SESSION_SCHEMA
from tests.store.copies.support import NOON, backed_up, keep
from tests.store.support import a_session, with_situation, with_title


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    home.mkdir()
    return home


@pytest.fixture
def path(folder):
    session = a_session(
        participants=(Participant(id=Id("p1"), role="inbrenger", name="Anaïs"),),
        private_notes=(PrivateNote(id=Id("n"), phase=PhaseKey.CASE, text="ANAIS belt terug"),),
    )
    session = with_situation(session, "Anaïs' moeder zag anais's fiets, en Anaïsse ook niet.")
    return keep(folder, with_title(session, "Een fiets"))


def test_it_is_found_wherever_it_stands(folder, path):
    keep(folder, with_title(a_session(), "Niets"))
    gone = keep(folder, with_situation(a_session(), "Anais is verhuisd"))
    backed_up(folder)
    remove(gone, folder, now=NOON)
    sought = seek(folder, "anais")
    assert sought.unread == ()
    assert len([each for each in sought.mentions if not each.is_copy]) == 2
    assert len([each for each in sought.mentions if each.is_copy]) == 2
    (mine,) = [each for each in sought.mentions if each.path == path]
    assert mine.times == 4
    assert {hit.where for hit in mine.hits} == {"deelnemers", "ronde 1", "notities"}
    text = "\n".join(told(sought, "anais"))
    assert "week 47, 2026, Een fiets" in text
    assert "ANAIS belt terug" in text


def test_taking_out_leaves_nothing_and_the_rest_of_every_text(folder, path):
    backed_up(folder)
    left = take_out(folder, seek(folder, "Anaïs"), "Anaïs", now=NOON)
    assert left.mentions == ()
    with SessionFile.open(path) as file:
        session = file.session
    assert session.participants[0].name == GONE
    assert session.case.situation == f"{GONE}' moeder zag {GONE} fiets, en Anaïsse ook niet."
    content = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    assert b"ANAIS" not in content
    assert "Anaïs belt".encode() not in content


def test_other_words_that_begin_alike_stay(folder):
    keep(folder, with_situation(a_session(), "Jansen en janus, en Jan's fiets; januari"))
    (mention,) = seek(folder, "Jan").mentions
    assert mention.times == 1


@pytest.mark.parametrize("word", ["", " ", "j", "\x00"])
def test_too_little_to_look_for_is_told(word):
    with pytest.raises(Solvable, match="minstens twee letters"):
        spelled(word)


def test_signs_that_mean_something_to_a_pattern_mean_themselves(folder):
    keep(folder, with_situation(a_session(), "de (b)uurman en de buurman"))
    assert seek(folder, "(b)uurman").mentions[0].times == 1


def test_a_damaged_file_is_named_and_keeps_nothing_back(folder, path):
    (folder / "stuk.beraad").write_bytes(b"stuk" * 999)
    sought = seek(folder, "anais")
    assert sought.unread == ("stuk.beraad",)
    assert len(sought.mentions) == 1


def test_by_command_with_a_file_and_a_proof(folder, path, tmp_path, capsys):
    out = tmp_path / "inzage.txt"
    there = ["--sessions", str(folder)]
    assert main(["zoek-betrokkene", "anais", "--uit", str(out), *there]) == 0
    assert "4 keer" in capsys.readouterr().out
    assert "ANAIS belt terug" in out.read_text()
    assert out.stat().st_mode & 0o077 == 0
    assert main(["zoek-betrokkene", "anais", "--uit", str(out), *there]) == 1
    capsys.readouterr()
    backed_up(folder)
    before = {each: each.read_bytes() for each in folder.rglob("*.beraad")}
    assert main(["zoek-betrokkene", "anais", "--weg", *there]) == 0
    told = capsys.readouterr().out
    assert "Deze reservekopieën verdwijnen:\n  " in told
    assert "Er is nog niets gebeurd" in told
    assert {each: each.read_bytes() for each in folder.rglob("*.beraad")} == before
    with SessionFile.open(path):
        assert main(["zoek-betrokkene", "anais", "--weg", "--zeker", *there]) == 1
    assert f"Het woord staat nog in: {path.name}" in capsys.readouterr().err
    assert main(["zoek-betrokkene", "anais", "--weg", "--zeker", *there]) == 0
    assert "staat dit woord niet" in capsys.readouterr().out
    (folder / "stuk.beraad").write_bytes(b"stuk" * 999)
    assert main(["zoek-betrokkene", "anais", *there]) == 1
    assert "Niet doorzocht: stuk.beraad" in capsys.readouterr().err
    log = (folder / "logboek.jsonl").read_text().casefold()
    assert "gezocht op een betrokkene" in log
    assert "anais" not in log


def test_where_nothing_could_be_taken_out_that_is_said_and_why(folder, path, full_disk, capsys):
    backed_up(folder)
    there = ["--sessions", str(folder)]
    with full_disk(20_000):
        assert main(["zoek-betrokkene", "anais", "--weg", "--zeker", *there]) == 1
    said = capsys.readouterr()
    assert "Er is niets weggehaald" in said.out
    assert "Weggehaald." not in said.out
    assert "de schijf is vol" in said.err
    assert "Maak ruimte" in said.err
    assert "Sluit wat er open staat" not in said.err
    assert "naam weggehaald" not in (folder / "logboek.jsonl").read_text()


def test_where_one_of_two_failed_that_is_said(folder, path, capsys):
    other = keep(folder, with_situation(a_session(), "Anaïs belt."))
    there = ["--sessions", str(folder)]
    with SessionFile.open(path):
        assert main(["zoek-betrokkene", "anais", "--weg", "--zeker", *there]) == 1
    said = capsys.readouterr()
    assert "Niet overal weggehaald." in said.out
    assert "is al open" in said.err
    assert other.name not in said.err
    assert main(["zoek-betrokkene", "anais", "--weg", "--zeker", *there]) == 0
    assert "Weggehaald. Nog eens gezocht" in capsys.readouterr().out


def test_a_word_in_an_open_beraad_is_still_told_afterwards(folder, path):
    with SessionFile.open(path) as file:
        left = take_out(folder, seek(folder, "Anaïs"), "Anaïs", now=NOON)
        assert path in [each.path for each in left.mentions]
        assert replace(file.session).participants[0].name == "Anaïs"


def _written(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def beside(folder):
    """What lies beside oefeningen, as it stands on disk: JSON with signs of its own, and TOML."""
    home = folder / "oefeningen"
    noted = '["case","gehoord 1","Ana\\u00efs zei niets"]\n["case","gedrag feiten","matig"]\n'
    return [
        _written(home / "observatie-1.observatie", f'{{"casus":"x"}}\n{noted}'),
        _written(home / "oefening-1.zelfbeeld", f'{{"casus":"x"}}\n{noted}'),
        _written(home / "probeerpunt.json", '{"probeer":"Ana\\u00efs laten uitpraten"}\n'),
        _written(home / "oefening-1.casus", 'titel = "Anaïs belt"\n'),
        _written(folder / "casussen" / "mijn.casus", 'titel = "Anaïs belt"\n'),
        _written(folder / "casussen" / "mijn.formulier", f'{{"casus":"x"}}\n{noted}'),
        _written(folder / "cursussen" / "een" / "casussen" / "b.casus", 'titel = "Anaïs"\n'),
    ]


def test_it_is_found_beside_oefeningen_and_what_cannot_be_read_is_told(folder, beside):
    sealed = _written(folder / "oefeningen" / "mijn.portfolio", "dicht")
    broken = _written(folder / "oefeningen" / "stuk.observatie", "{")

    sought = seek(folder, "anais")

    assert {each.path for each in sought.mentions} == set(beside)
    assert sought.unread == (broken.name,)
    assert sought.sealed == (sealed.name,)
    lines = "\n".join(told(sought, "anais"))
    assert "mijn.portfolio: op slot met de wachtzin van wie het is" in lines
    broken.unlink()
    assert not seek(folder, "anais").is_whole
    sealed.unlink()
    assert seek(folder, "anais").is_whole
    assert "Anaïs zei niets" in "\n".join(told(sought, "anais"))


def test_it_is_taken_out_of_what_lies_beside_oefeningen_and_choices_stay(folder, beside):
    left = take_out(folder, seek(folder, "Anaïs"), "Anaïs", now=NOON)

    assert left.mentions == ()
    assert f'["case","gehoord 1","{GONE} zei niets"]' in beside[0].read_text("utf-8")
    take_out(folder, seek(folder, "matig"), "matig", now=NOON)
    assert '["case","gedrag feiten","matig"]' in beside[0].read_text("utf-8")


def test_beside_a_locked_portfolio_the_command_does_not_end_as_if_all_was_read(folder, capsys):
    sealed = _written(folder / "oefeningen" / "mijn.portfolio", "dicht")
    asked = ["zoek-betrokkene", "Anaïs", "--sessions", str(folder)]
    assert main(asked) == 1
    told = capsys.readouterr().err
    assert "Niet doorzocht: mijn.portfolio." in told
    assert "Vraag wie een portfolio bijhoudt" in told
    assert "Sluit een schijf aan" not in told
    sealed.unlink()
    assert main(asked) == 0


def test_what_was_not_looked_through_is_named(folder, tmp_path):
    keep(folder, with_situation(a_session(), "Anaïs belde"))
    broken = keep(folder, with_title(a_session(), "Stuk"))
    stick = tmp_path / "stick"
    backed_up(folder, place=stick)
    remember_place(folder, stick)
    stick.rename(tmp_path / "weg")
    broken.write_bytes(b"stuk" * 2000)
    sought = seek(folder, "anais")
    assert sought.away == (stick,)
    assert sought.unread == (broken.name,)
    assert not sought.is_whole
    assert sought.looked == 1
    lines = "\n".join(told(sought, "anais"))
    assert str(stick) in lines
    assert broken.name in lines
    (tmp_path / "weg").rename(stick)
    broken.unlink()
    assert seek(folder, "anais").is_whole


def test_on_the_command_line_what_is_away_is_named_too(folder, path, tmp_path, capsys):
    stick = tmp_path / "stick"
    remember_place(folder, stick)
    assert main(["zoek-betrokkene", "niemand hier", "--sessions", str(folder)]) == 1
    told = capsys.readouterr()
    assert f"{stick}: deze map met reservekopieën is er nu niet" in told.out
    assert "Sluit een schijf aan" in told.err


def test_each_part_of_a_beraad_and_of_the_register_is_called_as_a_user_calls_it():
    schemas = (SESSION_SCHEMA, REGISTER_SCHEMA)
    tables = {each.name for schema in schemas for each in schema.sorted_tables}
    assert tables - seeking._OWN - {*NAMES, *seeking._PARTS} == set()
