"""Documents of others that ask a lot: refused before they get it, in Dutch, without their text."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from functools import partial
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.errors import Defect, Solvable
from beraad.report.inspecting import apart, inspect
from beraad.report.inspecting.apart import inspect_apart, sought_apart, written_apart
from beraad.report.inspecting.inspect import BROKEN, inspected
from beraad.report.inspecting.limits import (
    LARGEST_FILE,
    LONGEST_TEXT,
    PATIENCE,
    SECONDS,
    TOOK_TOO_LONG,
    TooMuch,
    joined,
)
from beraad.report.returned import Kind
from tests.odd_files import odd_things
from tests.report.hostile_files import HOSTILE, docx, odt, pdf

PDFS = [name for name, (kind, _) in HOSTILE.items() if kind == ".pdf"]
OTHERS = [name for name in HOSTILE if name not in PDFS]
NEVER_ENDS = "import time; time.sleep(600)"
GREEDY = (
    "import sys; from beraad.report.inspecting.worker import _bound; _bound(); bytes(600_000_000)"
)
WATCHED = (
    "import sys, threading, time; from beraad.report.inspecting.worker import _end_in_time; "
    "most = time.process_time() + 0.2; "
    "threading.Thread(target=_end_in_time, args=(most,), daemon=True).start(); {}; sys.exit(0)"
)
BUSY, WAITING = "[x for x in iter(int, 1)]", "time.sleep(1)"
ENDS_ITSELF = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
posix = pytest.mark.skipif(os.name != "posix", reason="Windows kent deze grens niet")


def hostile(tmp_path, name):
    kind, make = HOSTILE[name]
    path = tmp_path / f"Jan Jansen{kind}"
    path.write_bytes(make())
    return path


def refused(told):
    said = str(told.value)
    assert said.startswith("Het bestand is niet te lezen: ")
    assert "Er is niets veranderd." in said
    assert said.isprintable()
    assert "Jansen" not in said


@pytest.mark.parametrize("name", OTHERS)
def test_what_asks_too_much_is_refused_here(tmp_path, name):
    with pytest.raises(Solvable) as told:
        inspect(hostile(tmp_path, name))

    refused(told)


@pytest.mark.parametrize("name", [*PDFS, "a billion laughs", "remarks without an end"])
def test_what_asks_too_much_is_refused_apart(tmp_path, name):
    with pytest.raises(Solvable) as told:
        inspect_apart(hostile(tmp_path, name))

    refused(told)


@pytest.mark.parametrize("name", ["pdf of 100 MB", "two thousand parts"])
def test_words_are_not_sought_in_what_asks_too_much(tmp_path, name):
    with pytest.raises(Solvable) as told:
        sought_apart(hostile(tmp_path, name), ["Jansen"])

    refused(told)


def locked_pdf(revision, *, aes):
    target = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        lock = pikepdf.Encryption(owner="eigenaar", user="lezer", R=revision, aes=aes, metadata=aes)
        made.save(target, encryption=lock)
    return target.getvalue()


LOCKED_LIST = b"<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>"
LOCKED = {
    "pdf, AES-256": (".pdf", partial(locked_pdf, 6, aes=True)),
    "pdf, RC4": (".pdf", partial(locked_pdf, 3, aes=False)),
    "word": (".docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
    "odt": (".odt", lambda: odt(b"\x00", ("META-INF/manifest.xml", LOCKED_LIST))),
}


@pytest.mark.parametrize("name", LOCKED)
def test_of_what_has_a_password_that_is_told_whatever_is_asked(tmp_path, name):
    kind, make = LOCKED[name]
    path = tmp_path / f"Jan Jansen{kind}"
    path.write_bytes(make())

    for asked in (
        inspect_apart,
        partial(sought_apart, words=["Jansen"]),
        partial(written_apart, asked=Kind.ANSWER),
    ):
        with pytest.raises(Solvable, match="heeft een wachtwoord") as told:
            asked(path)
        refused(told)


def test_both_ways_see_the_same(tmp_path):
    path = tmp_path / "gewoon.html"
    path.write_text("<html lang=nl><title>T</title><h1>Kop \ud83d</h1>", errors="ignore")

    assert inspect_apart(path) == inspect(path)


def test_words_are_found_apart_also_beside_a_picture(tmp_path):
    path = tmp_path / "foto.docx"
    body = b"<w:p><w:r><w:t>Mevrouw Demir belt</w:t></w:r></w:p>"
    path.write_bytes(docx(body, ("word/media/foto.png", b"\x89PNG\xff\xfe")))

    found = sought_apart(path, ["Demir", "Yusuf"])

    assert {(one.number, one.place, one.line) for one in found} == {
        (0, "de tekst in het bestand", 0)
    }


def test_of_a_text_the_line_is_told(tmp_path):
    path = tmp_path / "tekst.md"
    path.write_text("Er was iets.\nYusuf belt.\n", encoding="utf-8")

    assert [(one.number, one.line) for one in sought_apart(path, ["Demir", "Yusuf"])] == [(1, 2)]


@posix
@pytest.mark.parametrize(
    ("code", "why"), [(NEVER_ENDS, "te veel tijd"), (ENDS_ITSELF, "te veel tijd of geheugen")]
)
def test_a_process_that_does_not_answer_is_a_refusal(tmp_path, monkeypatch, code, why):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    monkeypatch.setattr(apart, "PATIENCE", 0.5)
    monkeypatch.setattr(apart, "_START", code)

    with pytest.raises(Solvable, match=why) as told:
        inspect_apart(path)

    refused(told)


def test_a_process_that_took_too_long_says_so(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    monkeypatch.setattr(apart, "_START", f"raise SystemExit({TOOK_TOO_LONG})")

    with pytest.raises(Solvable, match="te veel tijd") as told:
        inspect_apart(path)

    refused(told)


@pytest.mark.parametrize(("doing", "ended"), [(BUSY, TOOK_TOO_LONG), (WAITING, 0)])
def test_time_is_that_of_the_processor_and_not_of_the_clock(doing, ended):
    """A laptop that is busy with other things takes long over a file of ours."""
    code = WATCHED.format(doing)

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == ended
    assert PATIENCE >= 10 * SECONDS


def test_a_mistake_of_our_own_is_no_refusal(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    monkeypatch.setattr(apart, "_START", "raise SystemExit(3)")

    with pytest.raises(Defect):
        inspect_apart(path)


@posix
def test_the_process_cannot_take_more_memory_than_it_may():
    done = subprocess.run([sys.executable, "-c", GREEDY], capture_output=True, check=False)

    assert b"MemoryError" in done.stderr


@odd_things
def test_what_is_no_file_is_refused(tmp_path, odd):
    odd(tmp_path / "iets.pdf")

    with pytest.raises(Solvable) as told:
        inspect_apart(tmp_path / "iets.pdf")

    refused(told)


def test_a_file_that_is_too_large_is_refused(tmp_path):
    with (tmp_path / "groot.html").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    with pytest.raises(Solvable, match="groter dan 25 MB"):
        inspect(tmp_path / "groot.html")


def test_text_is_counted_while_it_comes():
    def endless():
        while True:
            yield "x" * 1_000

    assert joined(["a", "b"]) == "a\nb"
    with pytest.raises(TooMuch, match=r"1\.500\.000"):
        joined(endless())
    assert len(joined(["x" * (LONGEST_TEXT - 1)])) == LONGEST_TEXT - 1


def test_nothing_of_a_file_is_told_at_length_or_raw():
    language = b'<html lang="\x1b[2JJan Jansen">'
    inspection = inspected(".html", language)
    (told,) = (check.found for check in inspection.checks if check.subject == "Taal")
    assert told == "geen taalcode"

    parts = ((f"{number}\x1b.bin", b"x") for number in range(900))
    for check in inspected(".odt", odt(b"<x/>", *parts)).checks:
        assert check.found.isprintable()
        assert len(check.found) < 400


PIECES = (b"<", b">", b"<!--", b"-->", b"<style ", b'"', b"'", b"</", b"<a b=", b"x", b"&#", b"\0")


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join), st.integers(1, 200))
def test_whatever_page_is_read_or_refused(unit, times):
    try:
        inspected(".html", unit * times)
    except (TooMuch, *BROKEN):
        return


@settings(max_examples=40)
@given(st.data())
def test_whatever_is_damaged_is_read_or_refused(data):
    kind, whole = data.draw(
        st.sampled_from(
            [
                (".docx", docx(b"<w:p/>")),
                (".odt", odt(b"<x/>")),
                (".pdf", pdf(zlib.compress(b"q Q BT ET"))),
            ]
        )
    )
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:place] + data.draw(st.binary(max_size=4)) + whole[place + 1 :]
    try:
        inspected(kind, damaged)
    except (TooMuch, *BROKEN):
        return
