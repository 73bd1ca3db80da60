"""Taking somebody out of the register too: the word goes, and the team keeps what it is owed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.cli import main
from beraad.privacy.leaving.later import mark_of
from beraad.publishing.meeting import meet
from beraad.publishing.stepping import drafted
from beraad.publishing.taking_out import take_out, told_of_others
from beraad.records import Id, StepKind
from beraad.signals.lines import line_of
from beraad.signals.told_back import joined_in
from beraad.store.municipality.place import place_of
from beraad.store.register import Register
from beraad.store.seeking import GONE, seek
from tests.builders import a_registered_lesson
from tests.conftest import NOW
from tests.steps import SIGNAL, a_step, passed_on
from tests.store.copies.support import backed_up
from tools.postgres import PASSWORD

NAME = "Zwaluwstaart"


def read(step):
    return replace(step, read=mark_of(step))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "map"
    folder.mkdir()
    return folder


@pytest.fixture
def path(folder):
    path = folder / "register.sqlite"
    in_text = replace(SIGNAL.content, what=f"Een regel.\n{NAME} wacht.", wish="Mag het sneller?")
    in_step = a_step(StepKind.REMINDED, words=f"“{NAME}” belde\nterug.")
    with Register.open(path) as register:
        register.put(
            replace(SIGNAL, content=in_text, steps=(read(passed_on()),)),
            replace(SIGNAL, id=Id("stap"), team="Team Wmo", steps=(passed_on(), read(in_step))),
            replace(
                SIGNAL,
                id=Id("verder"),
                team="Team Jeugd",
                steps=(a_step(StepKind.JOINED, about=SIGNAL.id),),
            ),
        )
        lesson = a_registered_lesson()
        content = replace(lesson.content, title=f"Les van {NAME}")
        register.put_lesson(replace(lesson, content=content))
    drafted(SIGNAL.id, {"told.words": f"{NAME} zei"}, path)
    return path


def holding(folder):
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return [each.name for each in files if NAME.encode() in each.read_bytes()]


def without(folder):
    return take_out(folder, seek(folder, NAME), NAME, now=NOW)


def test_a_word_on_a_new_line_or_in_quotes_is_found_as_it_was_typed(folder, path):
    (mention,) = seek(folder, NAME).mentions
    said = {hit.text for hit in mention.hits}
    assert f"Een regel.\n{NAME} wacht." in said
    assert f"“{NAME}” belde\nterug." in said
    (mention,) = seek(folder, "belde terug").mentions
    assert mention.hits


def test_it_is_nowhere_afterwards_and_the_rest_of_every_text_stays(folder, path):
    backed_up(folder)
    assert without(folder).mentions == ()

    assert holding(folder) == []
    with Register.open(path) as register:
        signals = {each.team: each for each in register.signals()}
        assert register.folded(SIGNAL.id).erased
        (about,) = register.drafted()
        assert register.drafts(about) == {"told.words": f"{GONE} zei"}
        (lesson,) = register.lessons()
    anew = signals["Team Jongeren"]
    assert anew.content.what == f"Een regel.\n{GONE} wacht."
    assert (anew.id, anew.content.wish) == (about, "Mag het sneller?")
    assert [step.kind for step in anew.steps] == [StepKind.PASSED_ON]
    assert line_of(anew).owed is StepKind.ANSWERED
    step = signals["Team Wmo"].steps[-1]
    assert step.words == f"“{GONE}” belde\nterug."
    assert step.read == mark_of(step)
    assert lesson.content.title == f"Les van {GONE}"


def test_where_the_word_still_stands_is_told_of_who_takes_it_out(folder, path, capsys):
    asked = ["zoek-betrokkene", NAME, "--sessions", str(folder), "--weg", "--zeker"]
    assert main(asked) == 0
    assert "op de server van de gemeente en op andere laptops" in capsys.readouterr().out

    assert told_of_others(seek(folder, NAME), folder) == ""


def test_who_had_joined_it_goes_on_in_what_stands_in_its_place(folder, path):
    without(folder)
    with Register.open(path) as register:
        (anew,) = (each for each in register.signals() if each.team == "Team Jongeren")
        assert register.folded(Id("verder")).apart == ()
        joined = joined_in(anew.id, register.joined_lines())
    assert [line.team for line in joined] == ["Team Jeugd"]


def test_with_others_it_is_gone_after_both_met(folder, path, database, tmp_path):
    other = tmp_path / "ander" / "register.sqlite"
    other.parent.mkdir()
    places = [place_of(database.url(database.login(name))) for name in ("een", "ander")]

    def both():
        for each, place in zip((path, other), places, strict=True):
            assert meet(each, place, PASSWORD).problems == ()

    both()
    assert holding(other.parent) != []
    without(folder)
    both()

    assert holding(tmp_path) == []
    with database.admin() as connection:
        assert NAME not in str(connection.execute("SELECT payload FROM beraad.payload").fetchall())
    with Register.open(path) as register, Register.open(other) as its:
        assert register.signals() == its.signals()
        assert len(its.signals()) == 3


@pytest.mark.parametrize("first", ["the word", "the erasing"])
def test_who_erases_a_signal_erases_what_another_made_of_it_meanwhile(
    folder, path, tmp_path, database, first
):
    here = place_of(database.url(database.login("een")))
    there = place_of(database.url(database.login("ander")))
    far = tmp_path / "ander" / "register.sqlite"
    far.parent.mkdir()
    meet(path, here, PASSWORD)
    meet(far, there, PASSWORD)
    without(folder)
    with Register.open(far) as register:
        register.remove(SIGNAL.id)
    ways = [(path, here), (far, there)]
    for file, place in (*(ways if first == "the word" else reversed(ways)), *ways, *ways):
        assert meet(file, place, PASSWORD).problems == ()

    for file in (path, far):
        with Register.open(file) as register:
            left = register.signals()
            assert {each.id for each in left} == {"stap", "verder"}
    assert [meet(*way, PASSWORD).sent for way in ways] == [0, 0]
    with database.admin() as connection:
        told = connection.execute("SELECT string_agg(payload, '') FROM beraad.payload").fetchone()
    assert "Een regel" not in told[0]


def test_a_word_taken_out_twice_erases_no_more_than_that(folder, path, tmp_path, database):
    here = place_of(database.url(database.login("een")))
    meet(path, here, PASSWORD)
    far = tmp_path / "ander" / "register.sqlite"
    far.parent.mkdir()
    there = place_of(database.url(database.login("ander")))
    meet(far, there, PASSWORD)
    for file in (folder, far.parent):
        without(file)
    for file, place in ((path, here), (far, there), (path, here)):
        meet(file, place, PASSWORD)

    for file in (path, far):
        with Register.open(file) as register:
            assert len(register.signals()) == 4
