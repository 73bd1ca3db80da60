from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from beraad.app import build
from beraad.editing.beginning import Defaults
from beraad.phases.marks import Thresholds
from beraad.report.formats import Format
from beraad.store.organisation import Organisation
from beraad.ui.settings import FORMS, Settings
from beraad.ui.theme.palette import ThemeChoice
from tests.conftest import NOW

USUAL = {
    "theme": ThemeChoice.SYSTEM,
    "percent": 100,
    "spelling": True,
    "underlines": True,
    "group_theme": ThemeChoice.SYSTEM,
    "group_percent": 100,
    "listening": True,
    "thresholds": Thresholds(),
    "formats": frozenset({"pdf", "md", "json"}),
    "minutes": 90,
    "months": 0,
    "defaults": Defaults(),
}
CHOSEN = {
    "theme": ThemeChoice.CONTRAST,
    "percent": 150,
    "spelling": False,
    "underlines": False,
    "group_theme": ThemeChoice.DARK,
    "group_percent": 130,
    "listening": False,
    "thresholds": Thresholds(soon=30, nearly=10, late=5),
    "export_folder": Path("/ergens/anders"),
    "formats": frozenset({"odt"}),
    "team": "Team Jongeren, wijk 3; \u201coost\u201d",
    "confidentiality": "Blijft hier.\nOok buiten de zaal, en 100 % zeker.",
    "report_content": "overwegingen",
    "first_reader": "de inbrenger",
    "minutes": 75,
    "months": 6,
}
KEYS = {
    "theme": "weergave/thema",
    "percent": "weergave/tekst",
    "spelling": "weergave/spelling",
    "underlines": "weergave/onderstrepen",
    "group_theme": "groepsscherm/thema",
    "group_percent": "groepsscherm/tekst",
    "listening": "luisterhulp/tips",
    "thresholds": "tijd/eerst",
    "export_folder": "verslag/map",
    "formats": "verslag/vormen",
    "minutes": "standaard/minuten",
    "months": "standaard/bewaren",
    "defaults": "standaard/minuten",
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "nieuw" / "instellingen.ini"


@pytest.mark.parametrize("name", USUAL)
def test_without_a_choice_the_usual_holds_and_no_file_is_made(path, name):
    assert getattr(Settings(path), name) == USUAL[name]
    assert not path.exists()


@pytest.mark.parametrize("name", CHOSEN)
def test_what_was_chosen_is_there_the_next_time(path, name):
    settings = Settings(path)
    setattr(settings, name, CHOSEN[name])
    settings._settings.sync()

    assert getattr(Settings(path), name) == CHOSEN[name]
    assert {n for n in USUAL if getattr(Settings(path), n) != USUAL[n]} <= {name, "defaults"}


@pytest.mark.parametrize("odd", ["paars", "-3", "115000", "1e2", "²"])
@pytest.mark.parametrize("name", USUAL)
def test_a_choice_that_says_nothing_is_the_usual_one(path, name, odd):
    QSettings(str(path), QSettings.Format.IniFormat).setValue(KEYS[name], odd)

    assert getattr(Settings(path), name) == USUAL[name]


def test_what_is_too_long_for_a_field_is_not_taken(path):
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    kept.setValue("standaard/team", "x" * 20_001)
    kept.setValue("standaard/vertrouwelijkheid", "x" * 20_001)
    kept.sync()

    assert Settings(path).defaults == Defaults()


def test_a_comma_without_quotes_stays_one_text(path):
    path.parent.mkdir()
    path.write_text("[standaard]\nteam=Wijk, oost\n")

    assert Settings(path).team == "Wijk, oost"


def test_the_forms_are_those_of_documents():
    assert set(FORMS) == {form.value for form in Format}


def test_no_form_at_all_can_be_chosen(path):
    Settings(path).formats = frozenset()

    assert Settings(path).formats == frozenset()


def test_documents_go_to_ones_own_folder_at_first(path, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert Settings(path).export_folder == tmp_path


def test_who_has_no_folder_of_their_own_starts_where_they_are(path, monkeypatch):
    def none():
        raise RuntimeError

    monkeypatch.setattr(Path, "home", none)

    assert Settings(path).export_folder == Path()


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")
def test_nobody_else_can_read_what_was_chosen(path, open_to_all):
    settings = Settings(path)
    settings.export_folder = Path("/ergens")
    settings._settings.sync()

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way there")
def test_what_others_could_read_is_closed_at_the_next_choice(path):
    path.parent.mkdir()
    path.write_text("")
    path.chmod(0o644)
    settings = Settings(path)
    settings.percent = 150
    settings._settings.sync()

    assert path.stat().st_mode & 0o777 == 0o600
    assert Settings(path).percent == 150


def test_a_text_that_stands_ready_is_kept_whole(tmp_path):
    text = "Wie wat zegt, blijft tussen ons. " * 300
    Settings(tmp_path / "in.ini").team = text

    assert Settings(tmp_path / "in.ini").team == text


HOSTILE = {
    "three megabytes": b"[weergave]\ntekst=150\n" + b"x" * 3_000_000,
    "random": bytes(range(256)) * 3_500,
    "no settings": b"hallo\nwat is dit\n[[[",
    "another encoding": "[weergave]\nthema=dark\n".encode("utf-16"),
    "an object of Qt": b"[weergave]\nthema=@Variant(\\0\\0\\0\\x7f)\n",
    "a key without end": b"a" * 900_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_is_no_settings_is_put_aside_and_told(path, data):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)

    settings = Settings(path)

    aside = path.with_name("instellingen-onleesbaar-1.ini")
    assert aside.read_bytes() == data
    assert "niet te lezen" in settings.problem.happened
    assert aside.name in settings.problem.kept
    settings.percent = 150
    settings._settings.sync()
    assert (Settings(path).percent, Settings(path).problem) == (150, None)


def test_a_second_one_leaves_the_first_where_it_is(path):
    for number in (1, 2):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"onzin {number}")
        assert f"onleesbaar-{number}" in Settings(path).problem.kept


@pytest.mark.parametrize("make", ["folder", "link"])
def test_what_is_no_file_at_all_is_put_aside_too(path, make):
    path.parent.mkdir(exist_ok=True)
    if make == "folder":
        path.mkdir()
    else:
        path.symlink_to(path)

    settings = Settings(path)

    assert settings.problem is not None
    settings.percent = 150
    settings._settings.sync()
    assert Settings(path).percent == 150


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights are kept otherwise there")
def test_where_it_cannot_be_put_aside_it_stays_and_that_is_told(path):
    path.parent.mkdir(exist_ok=True)
    path.write_text("onzin")
    path.parent.chmod(0o500)
    try:
        settings = Settings(path)
    finally:
        path.parent.chmod(0o700)

    assert path.read_text() == "onzin"
    assert path.name in settings.problem.kept


def test_who_can_tell_nobody_leaves_it_where_it_is(path):
    path.parent.mkdir(exist_ok=True)
    path.write_text("onzin")

    assert Settings(path, puts_aside=False).percent == 100
    assert path.read_text() == "onzin"


def test_everything_that_can_be_chosen_is_read_back_as_ours(path):
    settings = Settings(path)
    settings.team = 'Team "Werk"; = [één] @Variant(x), \n#2 😀\\'
    settings.confidentiality = "@alles"
    settings.window_place = b"\x00\x01@"
    settings.sessions_folder = Path("/ergens/@map = [1]")
    settings._settings.sync()

    again = Settings(path)
    assert again.problem is None
    assert (again.team, again.confidentiality) == (settings.team, "@alles")
    assert again.sessions_folder == settings.sessions_folder


def test_it_is_told_over_the_first_screen(qapp, folder, tmp_path, qtbot, look):
    config = tmp_path / "config"
    config.mkdir()
    (config / "instellingen.ini").write_bytes(b"x" * 3_000_000)
    window = build(qapp, folder, config=config, now=lambda: NOW)
    qtbot.addWidget(window)
    window.show()

    qtbot.waitUntil(lambda: "onleesbaar-1" in window.banner.accessibleName())
    assert window.banner.isVisible()


# --- what an organisation chose -----------------------------------------------------------------

GIVEN = Organisation(
    {
        "kluis/minuten": "5",
        "standaard/team": "Jeugd",
        "reservekopie/map": "/kopie",
        "luisterhulp/tips": "uit",
    },
    frozenset({"kluis/minuten"}),
)


def test_what_the_organisation_chose_holds_until_the_user_chooses(path):
    settings = Settings(path, GIVEN)
    assert (settings.team, settings.copies_folder, settings.listening) == (
        "Jeugd",
        Path("/kopie"),
        False,
    )

    settings.team = "Wmo"
    settings.copies_folder = None
    settings._settings.sync()

    again = Settings(path, GIVEN)
    assert (again.team, again.copies_folder, again.listening) == ("Wmo", None, False)
    assert not again.is_given("standaard/team")
    assert again.is_given("luisterhulp/tips")


def test_what_is_fixed_cannot_be_chosen_and_ones_own_choice_waits(path):
    Settings(path).idle_minutes = 60

    settings = Settings(path, GIVEN)
    settings.idle_minutes = 30

    assert settings.idle_minutes == 5
    assert settings.is_fixed("kluis/minuten")
    settings._settings.sync()
    assert Settings(path).idle_minutes == 60


def test_an_own_choice_that_says_nothing_gives_way_to_that_of_the_organisation(path):
    QSettings(str(path), QSettings.Format.IniFormat).setValue("luisterhulp/tips", "paars")

    assert Settings(path, GIVEN).listening is False


@pytest.mark.parametrize(
    ("key", "value", "possible"),
    [
        ("kluis/minuten", "7", "2, 5, 15, 30 of 60"),
        ("weergave/tekst", "125", "100, 115, 130, 150, 175 of 200"),
        ("weergave/tekst", "5000", "100, 115, 130, 150, 175 of 200"),
        ("groepsscherm/tekst", "90", "75, 85, 100, 115, 130, 150, 175 of 200"),
        ("standaard/minuten", "10", "20 tot en met 480"),
        ("standaard/bewaren", "7", "0, 3, 6, 12, 24 of 60"),
        ("weergave/thema", "rood", "systeem, licht, donker of contrast"),
        ("verslag/lengte", "lang", "kort of volledig"),
        ("verslag/vormen", "wp", "pdf, md, html, odt, docx, json of mdto.xml"),
        ("verslag/vormen", "pdf wp", "pdf, md, html, odt, docx, json of mdto.xml"),
    ],
)
def test_a_value_that_cannot_be_makes_that_nothing_of_it_holds(path, key, value, possible):
    settings = Settings(path, Organisation({**GIVEN.values, key: value}, GIVEN.fixed))

    assert (settings.team, settings.idle_minutes) == ("", 15)
    assert f"“{key}” kan niet “{value}” zijn, wel {possible}." in settings.problem.happened


def test_whoever_listens_hears_what_was_chosen(path):
    settings = Settings(path, GIVEN)
    heard = []
    settings.chosen.connect(heard.append)

    settings.team = "Wmo"
    settings.idle_minutes = 30

    assert heard == ["standaard/team"]
