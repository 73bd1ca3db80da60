"""What a program reads is UTF-8, and without a stream nothing goes wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from beraad.cli import main, streams
from beraad.errors import Solvable

ROOT = Path(__file__).parents[2]
STRANGE = "日本 é 😀 Fatima"


def beraad(*arguments, given=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "beraad", *map(str, arguments)],
        cwd=ROOT,
        input=given,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


LOCALES = {
    "windows": {"PYTHONIOENCODING": "cp1252"},
    "bare": {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
}


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_help_for_a_program_is_utf8(locale):
    told = beraad("verslag", "--help", **locale)

    assert told.returncode == 0
    assert told.stdout.decode("utf-8").startswith("gebruik: ")
    assert beraad("controleer", "--help", **locale).stdout.decode("utf-8")


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_lines_for_a_program_are_utf8(locale):
    line = json.dumps({"id": STRANGE, "text": f"Bel 06-12345678 {STRANGE}"}, ensure_ascii=False)

    told = beraad("controleer", "--jsonl", given=line.encode(), **locale)

    assert json.loads(told.stdout.decode("utf-8"))["id"] == STRANGE


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_finds_for_a_program_are_utf8(locale):
    told = beraad("controleer", given="Bel 06-12345678 — é".encode(), **locale)

    assert "06-12345678 —" in told.stdout.decode("utf-8")


def test_half_a_sign_comes_back_as_its_number():
    told = beraad(
        "controleer", "--jsonl", given=b'{"id": "\\ud800", "text": "\\udcff 06-12345678"}'
    )

    assert told.returncode == 0
    assert json.loads(told.stdout.decode("utf-8"))["id"] == "\ud800"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are no bytes there")
@pytest.mark.parametrize("command", ["lijst", "signalen", "controleer", "verslag", "formulieren"])
def test_a_name_that_is_no_utf8_is_told_about(tmp_path, command):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.json"))

    told = beraad(
        *{
            "lijst": ("lijst", "--sessions", odd),
            "signalen": ("signalen", "--sessions", odd, "--uit", odd / "b.json"),
            "controleer": ("controleer", odd),
            "verslag": ("verslag", odd),
            "formulieren": ("formulieren", odd),
        }[command]
    )

    assert told.returncode in {1, 2}
    assert "Traceback" not in told.stderr.decode("utf-8")
    assert told.stderr.decode("utf-8")


@pytest.fixture
def without_streams(monkeypatch):
    """To be called in the test itself: pytest gives every step its own streams."""

    def take_away():
        for name in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(sys, name, None)

    return take_away


def test_without_streams_every_way_of_telling_is_silent(without_streams):
    without_streams()
    streams.prepare()
    streams.say("regel")
    streams.tell("regel")
    streams.complain(Solvable("Iets", kept="Niets.", way_out="Doe iets."))
    streams.nobody_reads()

    assert streams.given().read() == b""
    assert not streams.is_watched()
    assert not streams.is_there()


COMMANDS = {
    "help": (["--help"], 0),
    "versie": (["--versie"], 0),
    "wrong": (["nietbestaand"], 2),
    "lijst": (["lijst"], 0),
    "controleer": (["controleer"], 0),
    "jsonl": (["controleer", "--jsonl"], 0),
    "lessen": (["lessen"], 0),
    "routes": (["routes"], 0),
    "no-file": (["tijden", "nergens.beraad"], 1),
    "no-case": (["demo", "--uit", "uit", "--casus", "nergens"], 1),
}


@pytest.mark.parametrize(("asked", "code"), COMMANDS.values(), ids=COMMANDS)
def test_without_streams_every_command_still_works(
    without_streams, tmp_path, monkeypatch, asked, code
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BERAAD_SESSIONS", str(tmp_path))
    without_streams()
    try:
        done = main(asked)
    except SystemExit as end:
        done = end.code

    assert done == code


def test_a_disk_that_is_full_is_told_about(monkeypatch):
    class Full(io.StringIO):
        def flush(self):
            raise OSError(28, "No space left on device")

        def fileno(self):
            raise io.UnsupportedOperation

    monkeypatch.setattr(sys, "stdout", Full())

    with pytest.raises(Solvable, match="niet te schrijven"):
        streams.say("regel")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_answer_that_cannot_be_written_is_no_success(tmp_path):
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "beraad", "lijst", "--sessions", str(tmp_path)],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )

    assert told.returncode == 1
    assert told.stderr.decode().splitlines() == [
        "De uitvoer is niet te schrijven.",
        "Is er ruimte op de schijf?",
    ]
