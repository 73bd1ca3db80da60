"""Every stray error of the command line is a Dutch sentence, and the right exit code."""

from __future__ import annotations

import os
from dataclasses import replace
from zipfile import ZipFile

import pytest

from beraad.cli import main
from beraad.records import Id, KnownWord
from beraad.store.places import prepare, session_path
from beraad.store.session_file import SessionFile
from tests.builders import filled_session

MARK = "MERKWOORD"
REMOVED = "Zoë Çelik"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("BERAAD_SESSIONS", str(tmp_path / "beraden"))
    prepare(tmp_path / "beraden")
    return tmp_path


@pytest.fixture
def kept(folder):
    session = filled_session()
    session = replace(
        session,
        known_words=(KnownWord(id=Id("w"), word=REMOVED),),
        case=replace(session.case, situation=f"Zij heet {REMOVED}."),
    )
    path = session_path(folder / "beraden", session)
    SessionFile.create(path, session).close()
    return path


def test_an_error_that_nobody_foresaw_says_kind_and_place_only(folder, monkeypatch, capsys):
    def breaks(*_):
        raise ValueError(MARK)

    monkeypatch.setattr("beraad.cli.listing.list_sessions", breaks)

    assert main(["lijst"]) == 3
    told = capsys.readouterr()
    assert MARK not in told.out + told.err
    assert "Er ging iets mis in Beraad zelf." in told.err
    assert "Beraad: ValueError" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    "error", [PermissionError(13, MARK, MARK), OSError(36, MARK), OSError(MARK), OSError(5, MARK)]
)
def test_what_the_system_refuses_is_a_sentence(folder, monkeypatch, capsys, error):
    def refuses(*_):
        raise error

    monkeypatch.setattr("beraad.cli.listing.list_sessions", refuses)

    assert main(["lijst"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("Dit is niet te lezen of te schrijven: ")
    assert MARK not in told


@pytest.mark.skipif(os.name == "nt", reason="the own folder is found in another way there")
@pytest.mark.parametrize("asked", [["lijst"], ["signalen", "--uit", "s.json"], ["lessen"]])
def test_who_has_no_folder_of_their_own_is_asked_for_one(tmp_path, monkeypatch, capsys, asked):
    import pwd

    def nobody(_):
        raise KeyError

    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_DATA_HOME", "BERAAD_SESSIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)

    assert main(asked) == 1
    assert "Je eigen map is niet bekend op deze computer." in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("named", ["argument", "environment"])
def test_a_folder_of_somebody_who_is_not_there_is_told_about(monkeypatch, capsys, named):
    odd = "~nietbestaandegebruiker/beraden"
    if named == "environment":
        monkeypatch.setenv("BERAAD_SESSIONS", odd)
        assert main(["lijst"]) == 1
    else:
        assert main(["lijst", "--sessions", odd]) == 1
    assert "is niet te vinden." in capsys.readouterr().err


LONG = "x" * 5000


@pytest.mark.parametrize(
    "asked",
    [
        ["lijst", "--sessions", LONG],
        ["tijden", LONG],
        ["verslag", LONG],
        ["formulieren", LONG],
        ["verslag", LONG, "--huisstijl", LONG],
        ["signalen", "--uit", f"{LONG}.json"],
        ["demo", "--uit", LONG],
        ["controleer", LONG],
        ["controleer", "--beraad", LONG, __file__],
    ],
    ids=lambda asked: " ".join(asked)[:20],
)
def test_a_name_that_is_too_long_is_told_about(folder, capsys, asked):
    try:
        code = main(asked)
    except SystemExit as end:
        code = end.code

    told = capsys.readouterr()
    assert code in {1, 2}
    assert told.err.strip()
    assert "Errno" not in told.err
    assert "Beraad: " not in told.err


@pytest.mark.parametrize("command", ["tijden", "verslag", "formulieren"])
def test_what_is_no_beraad_is_told_about(folder, capsys, command):
    document = folder / "brief.docx"
    with ZipFile(document, "w") as made:
        made.writestr("word/document.xml", "<w:p/>")

    for path in (document, folder):
        assert main([command, str(path)]) == 1
        assert "Beraad: " not in capsys.readouterr().err


def test_a_document_in_the_place_of_the_beraad_is_told_about(folder, capsys):
    document = folder / "brief.docx"
    with ZipFile(document, "w") as made:
        made.writestr("word/document.xml", "<w:p/>")
    text = folder / "tekst.md"
    text.write_text("Hallo.", encoding="utf-8")

    assert main(["controleer", str(text), "--beraad", str(document)]) == 1
    told = capsys.readouterr().err
    assert told
    assert "Beraad: " not in told


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_a_word_is_found_in_a_text_from_windows(kept, folder, capsys, encoding):
    text = folder / "verslag.txt"
    text.write_bytes(f"Één keer: {REMOVED} was er.".encode(encoding))

    assert main(["controleer", str(text), "--beraad", str(kept)]) == 1
    assert "Er staat nog een woord van 9 tekens in het bestand" in capsys.readouterr().out


def test_a_document_with_a_picture_is_searched(kept, folder, capsys):
    assert main(["verslag", str(kept), "--vorm", "docx", "--uit", str(folder)]) == 0
    [document] = folder.glob("*.docx")
    with ZipFile(document, "a") as made:
        made.writestr("word/media/image1.png", b"\x89PNG\r\n\x1a\n\xff\xfe\x00")

    main(["controleer", str(document), "--beraad", str(kept)])

    told = capsys.readouterr()
    assert "Gecontroleerd: het weggehaalde woord staat nergens in." in told.out
    assert "Beraad: " not in told.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told_about(folder, capsys):
    closed = folder / "dicht"
    closed.mkdir(mode=0o000)

    assert main(["lijst", "--sessions", str(closed / "beraden")]) == 1
    assert capsys.readouterr().err
