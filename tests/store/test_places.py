from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from beraad.errors import Solvable
from beraad.records import Id, Opening, Setting
from beraad.store.places import (
    is_synchronised,
    prepare,
    register_path,
    session_path,
    sessions_folder,
)
from tests.store.support import a_session, folder_of_an_ordinary_user

GIVEN, CHOSEN, CHECKOUT = Path("/gegeven"), Path("/gekozen"), Path("/bron")


@pytest.mark.parametrize(
    ("argument", "environment", "checkout", "expected"),
    [
        (GIVEN, {"BERAAD_SESSIONS": str(CHOSEN)}, CHECKOUT, GIVEN),
        (None, {"BERAAD_SESSIONS": str(CHOSEN)}, CHECKOUT, CHOSEN),
        (None, {"BERAAD_SESSIONS": ""}, CHECKOUT, CHECKOUT / "sessions"),
        (None, {}, CHECKOUT, CHECKOUT / "sessions"),
    ],
)
def test_the_first_place_that_is_given_counts(argument, environment, checkout, expected):
    found = sessions_folder(argument, environment=environment, checkout=checkout)

    assert found == expected


def test_without_any_wish_it_is_the_users_own_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    found = sessions_folder(None, environment={}, checkout=None)

    assert found == tmp_path / "beraad" / "sessions"
    assert not found.exists()


def test_a_file_name_tells_the_week_and_nothing_else():
    session = a_session(
        id=Id("0123456789abcdef"),
        opening=Opening(held_on=date(2027, 1, 1), title="De zaak Jansen"),
    )

    assert session_path(Path("/map"), session) == Path("/map/beraad-2026-W53-01234567.beraad")


def test_oefeningen_lie_apart_with_a_register_of_their_own():
    practice = a_session(opening=Opening(held_on=date(2026, 11, 17), setting=Setting.PRACTICE))

    assert session_path(Path("/map"), practice).parent == Path("/map/oefeningen")
    assert register_path(Path("/map"), practice=True).parent == Path("/map/oefeningen")
    assert register_path(Path("/map"), practice=False).parent == Path("/map")


@pytest.mark.parametrize("existing_mode", [None, 0o755])
def test_a_prepared_folder_is_the_users_alone(tmp_path, existing_mode):
    folder = tmp_path / "nieuw" / "beraden"
    if existing_mode:
        folder.mkdir(parents=True, mode=existing_mode)

    prepare(folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not list(folder.iterdir())


def test_a_read_only_folder_cannot_be_prepared():
    with folder_of_an_ordinary_user() as home:
        folder = home / "beraden"
        folder.mkdir(mode=0o500)

        with pytest.raises(Solvable, match="niets bewaren") as problem:
            prepare(folder)

    assert "map" in problem.value.way_out


def test_a_folder_that_is_a_file_cannot_be_prepared(tmp_path):
    (tmp_path / "bestand").write_text("")

    with pytest.raises(Solvable):
        prepare(tmp_path / "bestand" / "beraden")


@pytest.mark.parametrize(
    ("part", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Gemeente Voorbeeld", "OneDrive"),
        ("Gemeente Voorbeeld/Wijkteam Oost - Documenten", "SharePoint"),
        ("Gemeente Voorbeeld/Wijkteam Oost - Gedeelde documenten", "SharePoint"),
        ("Gemeente Voorbeeld/Wijkteam Oost - General", "SharePoint"),
        ("Mijn documenten", None),
        ("Dropbox (Werk)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-iemand@voorbeeld.nl", "Google Drive"),
        ("Mijn Drive", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("SURFdrive", "SURFdrive"),
        ("Box Sync", "Box"),
        ("Boxtel", None),
        ("stackoverflow", None),
        ("OneDrives", None),
        ("Documenten", None),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path, part, service):
    assert is_synchronised(tmp_path / part / "Werk" / "beraden") == service


@pytest.mark.parametrize(
    ("mark", "service"), [(".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud")]
)
def test_a_synchronised_folder_is_known_by_what_the_service_leaves_in_it(tmp_path, mark, service):
    (tmp_path / mark).mkdir()

    assert is_synchronised(tmp_path / "beraden") == service


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")

    assert is_synchronised(tmp_path / "link") == "Dropbox"
