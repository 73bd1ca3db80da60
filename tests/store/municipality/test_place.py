"""An address never holds a password, and asks for nothing less than a server that proves itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from beraad.errors import Solvable
from beraad.store.municipality.place import place_of
from beraad.store.municipality.secret import (
    FILE_IN_ENVIRONMENT,
    IN_ENVIRONMENT,
    password_from,
)


def test_an_address_is_read():
    place = place_of("postgresql://laptop_01@register.gemeente.nl:6432/beraad?sslrootcert=/ca.crt")

    assert (place.host, place.port) == ("register.gemeente.nl", 6432)
    assert (place.login, place.database) == ("laptop_01", "beraad")
    assert place.certificate == Path("/ca.crt")
    assert not place.is_here


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "[::1]"])
def test_this_machine_is_known(host):
    assert place_of(f"postgresql://laptop@{host}/beraad").is_here


@pytest.mark.parametrize("wanted", ["disable", "require", "verify-full", ""])
def test_a_wish_that_does_nothing_on_this_machine_is_told(wanted):
    with pytest.raises(Solvable, match="sslmode"):
        place_of(f"postgresql://laptop@localhost/beraad?sslmode={wanted}")


def test_proof_is_asked_of_this_machine_with_a_certificate():
    place = place_of("postgresql://laptop@localhost/beraad?sslmode=verify-full&sslrootcert=/c.crt")
    assert place.has_to_prove


def test_a_folder_is_no_file_with_a_password(tmp_path):
    with pytest.raises(Solvable, match="is een map") as refused:
        password_from({}, tmp_path)
    assert "chmod" not in str(refused.value)


def test_a_socket_is_this_machine():
    assert place_of("postgresql://laptop@/beraad?host=/var/run/postgresql").is_here


@pytest.mark.parametrize(
    "less", ["disable", "allow", "prefer", "require", "verify-ca", "", "VERIFY-FULL"]
)
@pytest.mark.parametrize("host", ["register.gemeente.nl", "localhost.gemeente.nl", "10.0.0.4"])
def test_less_than_proof_is_refused_elsewhere(host, less):
    with pytest.raises(Solvable, match="meelezen"):
        place_of(f"postgresql://laptop@{host}/beraad?sslmode={less}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "zomaar-iets",
        "http://laptop@register.nl/beraad",
        "postgresql://register.nl/beraad",
        "postgresql://laptop@register.nl/",
        "postgresql://laptop@register.nl:poort/beraad",
        "postgresql://laptop@een,twee/beraad",
        "postgresql://laptop@register.nl/beraad?sslmode=verify-full&sslmode=disable",
        "postgresql://laptop@register.nl/beraad?host=/tmp",
        "postgresql://laptop@register.nl/beraad?hostaddr=10.0.0.4",
        "postgresql://laptop@register.nl/beraad?service=x",
        "postgresql://laptop@register.nl/beraad?options=-c%20x",
        "postgresql://laptop@/beraad?host=ergens",
        "postgresql://laptop@[::1/beraad",
    ],
)
def test_what_is_no_address_is_refused_without_repeating_it(text):
    with pytest.raises(Solvable) as refused:
        place_of(text)
    assert not text or text not in str(refused.value)


def test_a_password_in_an_address_is_refused_and_not_repeated():
    with pytest.raises(Solvable, match="wachtwoord") as refused:
        place_of("postgresql://laptop:zwaluwstaart@register.nl/beraad")
    assert "zwaluwstaart" not in str(refused.value)


def test_a_password_comes_from_the_environment_or_a_file_of_this_user(tmp_path):
    file = tmp_path / "geheim"
    file.touch(mode=0o600)
    file.write_text("uit het bestand\n", encoding="utf-8")

    assert password_from({}) is None
    assert password_from({IN_ENVIRONMENT: "hieruit"}) == "hieruit"
    assert password_from({IN_ENVIRONMENT: "hieruit"}, file) == "uit het bestand"
    assert password_from({FILE_IN_ENVIRONMENT: str(file)}) == "uit het bestand"


@pytest.mark.skipif(os.name == "nt", reason="there are no such rights")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_password_that_others_read_is_refused(tmp_path, mode):
    file = tmp_path / "geheim"
    file.write_text("zwaluwstaart", encoding="utf-8")
    file.chmod(mode)

    with pytest.raises(Solvable, match="chmod 600") as refused:
        password_from({}, file)
    assert "zwaluwstaart" not in str(refused.value)


@pytest.mark.parametrize("said", [b"", b"\n", b"a\0b", b"\xff\xfe"])
def test_a_file_without_a_password_is_told(tmp_path, said):
    file = tmp_path / "geheim"
    file.touch(mode=0o600)
    file.write_bytes(said)

    with pytest.raises(Solvable, match="geheim"):
        password_from({}, file)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Solvable, match="is er niet"):
        password_from({}, tmp_path / "weg")
