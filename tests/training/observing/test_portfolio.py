"""A portfolio: sealed, of its owner alone, and of a real beraad no more than month and rondes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from beraad.errors import Solvable
from beraad.phases.behaviours import Label, behaviours_in
from beraad.records import Id, PhaseKey
from beraad.report.pdf.forms import render
from beraad.store.places import practice_folder, prepare
from beraad.store.vault.sealing import Slowness
from beraad.training.coaching import Takeaway
from beraad.training.exercise import Exercise, remember
from beraad.training.observing import portfolio as room
from beraad.training.observing.looking_back import LookingBack
from beraad.training.observing.observation import ObservationFile
from beraad.training.observing.portfolio import (
    Entry,
    From,
    Part,
    Portfolio,
    PortfolioFile,
    Setting,
    looked_back,
)
from beraad.training.observing.portfolio_sheet import portfolio_sheet
from beraad.training.practice import practice_cases

TODAY = date(2026, 11, 28)
QUICK = Slowness(memory=64, rounds=1, lanes=1)
WORDS = "vier losse woorden"
TAKEN = Takeaway(
    keep="kaneelstok",
    attempt="Vragen wat eronder zit",
    when="volgend beraad",
    phase=PhaseKey.CLARIFICATION,
    noticed_by="Meer wat en hoe",
)
PRACTISED = Entry(
    id=Id("a"),
    month="2026-11",
    setting=Setting.PRACTICE,
    part=Part.LED,
    phases=(PhaseKey.DILEMMA, PhaseKey.CLARIFICATION),
    feedback=From.PEER,
    takeaway=TAKEN,
)
ATTENDED = Entry(id=Id("b"), month="2026-09", setting=Setting.REAL, part=Part.TOOK_PART)


@pytest.fixture
def made(tmp_path):
    return PortfolioFile.create(tmp_path / "mijn.portfolio", WORDS, today=TODAY, slowness=QUICK)


def test_what_is_kept_opens_with_its_words_and_reads_as_nothing_without(made):
    made.keep(made.shown.with_entry(PRACTISED).with_entry(ATTENDED))
    made.keep(replace(made.shown, reflection="zeepkist"))

    again = PortfolioFile.open(made.path, WORDS)

    assert again.shown == made.shown
    assert [each.id for each in again.shown.entries] == ["b", "a"]
    data = made.path.read_bytes()
    assert not any(word in data for word in (b"kaneelstok", b"zeepkist", b"2026-11"))
    assert made.path.stat().st_mode & 0o077 == 0


def test_other_words_do_not_fit(made):
    with pytest.raises(Solvable, match="past niet"):
        PortfolioFile.open(made.path, "andere losse woorden")


@pytest.mark.parametrize("words", ["kort", "aaaaaaaa", "12345678", "wachtwoord1"])
def test_what_is_no_wachtzin_for_the_vault_is_none_here(tmp_path, words):
    with pytest.raises(Solvable, match=r"minstens 8|makkelijk") as told:
        PortfolioFile.create(tmp_path / "x.portfolio", words, today=TODAY)
    assert told.value.kept == "Er is niets gemaakt."
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]\n", b'{"soort":"portfolio","vorm":2}\n', b"\xff"]
)
def test_what_is_no_portfolio_is_refused(tmp_path, data):
    path = tmp_path / "x.portfolio"
    path.write_bytes(data)
    with pytest.raises(Solvable, match="geen portfolio"):
        PortfolioFile.open(path, WORDS)


def test_what_nobody_sees_is_not_read_from_a_portfolio(made):
    made.keep(replace(made.shown, reflection="Jan\u200bsen \u202enee"))
    assert PortfolioFile.open(made.path, WORDS).shown.reflection == "Jansen nee"


@pytest.mark.parametrize(("name", "value"), [("memory", 1 << 21), ("rounds", 64), ("lanes", "4")])
def test_a_file_that_would_hold_the_window_up_is_refused(made, name, value):
    head, _, body = made.path.read_bytes().partition(b"\n")
    said = json.loads(head)
    said["traag"][name] = value
    made.path.write_bytes(json.dumps(said).encode() + b"\n" + body)
    with pytest.raises(Solvable, match="geen portfolio"):
        PortfolioFile.open(made.path, WORDS)


@pytest.mark.parametrize("value", [8, None, ["x"], {}])
def test_a_reflection_that_is_no_text_is_refused(made, monkeypatch, value):
    real = room._written
    monkeypatch.setattr(room, "_written", lambda shown: {**real(shown), "reflectie": value})
    made.keep(replace(made.shown, reflection="x"))
    with pytest.raises(Solvable, match="geen portfolio"):
        PortfolioFile.open(made.path, WORDS)


def test_one_that_was_changed_on_disk_does_not_open(made):
    head, _, body = made.path.read_bytes().partition(b"\n")
    made.path.write_bytes(head + b"\n" + body[:20] + b"AAAA" + body[24:])
    with pytest.raises(Solvable):
        PortfolioFile.open(made.path, WORDS)


def test_it_is_asked_about_in_a_year_and_goes_when_its_owner_says_so(made):
    assert made.shown.erase_on == date(2027, 11, 28)
    made.erase()
    assert not made.path.exists()


def test_of_a_real_beraad_nothing_is_taken_along():
    with pytest.raises(ValueError, match="month and the rondes"):
        replace(PRACTISED, setting=Setting.REAL)


def test_counts_are_of_beraden_and_weigh_nobody():
    shown = Portfolio(erase_on=TODAY).with_entry(PRACTISED).with_entry(ATTENDED)
    real = Entry(id=Id("c"), month="2026-10", setting=Setting.REAL, part=Part.LED_TOGETHER)
    shown = shown.with_entry(real)

    assert shown.attended == 1
    assert shown.led(Setting.PRACTICE) == 1
    assert shown.led(Setting.REAL) == 1
    assert shown.without(Id("b")).attended == 0


def test_an_oefening_that_was_looked_back_on_can_be_taken_over(tmp_path):
    prepare(practice_folder(tmp_path))
    case = practice_cases()[0]
    exercise = Exercise(case=case, name=case.name, first=PhaseKey.CONCLUSION)
    for number in range(2):
        identity = Id(f"{number}123456789abcdef")
        remember(tmp_path, identity, exercise)
        back = LookingBack(tmp_path, identity, exercise)
        back.write("trots", "x")
        back.note_led({PhaseKey.CASE, PhaseKey.CONCLUSION})  # What it did not begin at is no part.
        back.lock(datetime(2026, 11, 28, 15, tzinfo=UTC))
        if number:
            back.taken.try_in(PhaseKey.CASE)
            for name in ("behoud", "probeer", "wanneer", "merk"):
                back.taken.write(name, name)

    (found,) = looked_back(tmp_path)

    assert (found.id, found.month, found.phases) == (identity, "2026-11", (PhaseKey.CONCLUSION,))
    assert found.feedback is From.NOBODY
    assert found.takeaway is not None
    assert found.takeaway.keep == "behoud"


def test_the_pdf_is_tagged_and_tells_of_a_real_beraad_only_month_and_rondes():
    shown = Portfolio(erase_on=TODAY, reflection="Ik leerde wachten.")
    data = render(portfolio_sheet(shown.with_entry(PRACTISED).with_entry(ATTENDED)))

    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    for said in (
        "september 2026",
        "kaneelstok",
        "Ik leerde wachten.",
        "1 van de 4 voordat je zelf leidt",
    ):
        assert said in text
    with pikepdf.open(BytesIO(data)) as document:
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root
    assert render(portfolio_sheet(Portfolio(erase_on=TODAY)))


def test_what_was_not_led_is_not_said_to_be_and_a_sheet_says_who_looked(tmp_path):
    prepare(practice_folder(tmp_path))
    case = practice_cases()[0]
    exercise = Exercise(case=case, name=case.name, first=None)
    back = LookingBack(tmp_path, Id("0123456789abcdef"), exercise)
    assert not back.is_begun
    back.label("dilemma", behaviours_in("dilemma")[0].key, Label.GOOD)
    back.label("case", behaviours_in("case")[0].key, Label.NOT_APPLICABLE)
    assert back.led == (PhaseKey.DILEMMA,)
    back.note_led(())
    assert back.led == ()
    back.lock(datetime(2026, 11, 28, 15, tzinfo=UTC))
    assert not back.was_observed
    sheet = ObservationFile.begin(tmp_path / "b", case, today=TODAY)
    back.bring(sheet.path)
    assert not back.was_observed
    sheet.hear("case", 1, "Hm.")
    back.bring(sheet.path)
    assert back.was_observed
