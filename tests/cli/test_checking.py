"""`beraad controleer` from the outside: what it says, and with which exit code it ends."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from beraad.cli import main
from beraad.cli.checking import check as check_text
from beraad.records import Id, KnownWord
from beraad.store.places import prepare, session_path
from beraad.store.session_file import SessionFile
from tests.builders import filled_session

TEXT = "Alles is rustig.\nMevrouw Demir (34) belt op 06-12345678.\n"
PHONE = (
    "regel 2: 06-12345678 — telefoonnummer, vorm van een telefoonnummer; "
    "vervangen door: [telefoonnummer]"
)
GENERAL = "De inwoner belt over de huur en wil uitleg.\n"


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BERAAD_SESSIONS", str(tmp_path / "sessions"))

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(["controleer", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def written(tmp_path: Path, content: str, name: str = "tekst.txt") -> str:
    path = tmp_path / name
    path.write_bytes(content.encode())
    return str(path)


@pytest.mark.parametrize("name", ["tekst.txt", "notities.md"])
def test_every_find_is_told_with_its_line_and_reason(check, tmp_path, name):
    code, out, _ = check(written(tmp_path, TEXT, name))

    assert code == 1
    assert out.splitlines() == [
        "regel 2: Demir — naam, staat achter 'Mevrouw'; vervangen door: [persoon]",
        "regel 2: 34 — leeftijd, leeftijd van iemand; algemener: in de dertig",
        PHONE,
    ]


def test_a_stream_that_breaks_off_is_told_in_dutch(monkeypatch, capsys, tmp_path):
    class Broken(io.BytesIO):
        def read(self, *_):
            raise OSError(5, "Input/output error")

    monkeypatch.setenv("BERAAD_SESSIONS", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Broken()))

    assert main(["controleer"]) == 1

    told = capsys.readouterr().err
    assert "Deze tekst is niet te lezen: het systeem laat het niet toe." in told
    assert "Input" not in told


def test_a_text_without_finds_ends_with_zero(check, tmp_path):
    code, out, _ = check(written(tmp_path, GENERAL))

    assert (code, out) == (0, "Er is niets gevonden dat naar iemand wijst. Lees zelf ook na.\n")


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read_when_no_file_is_given(check, arguments):
    code, out, _ = check(*arguments, stdin=TEXT.encode())

    assert code == 1
    assert "regel 2: Demir" in out


def test_json_lines_are_answered_in_order_and_end_with_zero(check):
    rows = [
        {"id": 7, "text": "Karla belt over Yusuf (12).", "known": ["Carla Mulder"]},
        {"id": "leeg", "text": ""},
    ]
    code, out, _ = check("--jsonl", stdin="\n".join(map(json.dumps, rows)).encode())

    assert code == 0
    first, second = map(json.loads, out.splitlines())
    assert first == {
        "id": 7,
        "spans": [
            {"start": 0, "end": 5, "label": "PERSOON"},
            {"start": 16, "end": 21, "label": "PERSOON"},
        ],
        "review": [{"start": 23, "end": 25, "label": "LEEFTIJD"}],
    }
    assert second == {"id": "leeg", "spans": [], "review": []}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("geen json", "dit is geen JSON"),
        ("[" * 100_000, "dit is geen JSON"),
        ("[1]", "dit is geen object"),
        ('{"text": "x"}', "het veld 'id' ontbreekt"),
        ('{"id": 1}', "het veld 'text' ontbreekt"),
        ('{"id": 1, "text": 3}', "het veld 'text' is geen tekst"),
        ('{"id": 1, "text": "x", "known": "Carla"}', "het veld 'known' is geen lijst met namen"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_with_its_number(check, line, reason):
    code, _, err = check("--jsonl", stdin=f'{{"id": 0, "text": ""}}\n{line}\n'.encode())

    assert code == 1
    assert f"Regel 2 is niet te lezen: {reason}." in err


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"Jos\xe9 belt", "het is geen UTF-8"), (b"\xff\xfeJ", "geen UTF-8")],
)
def test_what_is_no_text_is_refused(check, content, reason):
    code, out, err = check(stdin=content)

    assert (code, out) == (1, "")
    assert reason in err


def test_a_file_that_is_not_there_is_a_wrong_command(check, tmp_path):
    with pytest.raises(SystemExit) as ended:
        check(str(tmp_path / "weg.txt"))

    assert ended.value.code == 2


def test_no_find_can_steer_the_terminal(check):
    _, out, _ = check(stdin=b"Mevrouw Demir\x1b[2J\x07 belt http://voorbeeld.nl/\x1b]0;x")

    assert "Demir" in out
    assert "\x1b" not in out
    assert "\x07" not in out


def test_stopping_leaves_no_trace_but_a_sentence(check, tmp_path, monkeypatch):
    # GIVEN somebody who presses Ctrl+C while the text is read
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("beraad.cli.in_time.find", stopped)
    # WHEN it is being read
    code, out, err = check(written(tmp_path, TEXT))
    # THEN it stops cleanly
    assert (code, out) == (1, "")
    assert err.strip() == "Beraad is gestopt."


def test_a_long_text_shows_on_a_terminal_how_far_it_is(check, tmp_path, monkeypatch):
    path = written(tmp_path, GENERAL * 5_000)
    quiet = check(path)
    monkeypatch.setattr("sys.stderr", Terminal())
    check(path)

    assert quiet[2] == ""
    assert "Gelezen: 50 %" in sys.stderr.getvalue()
    assert sys.stderr.getvalue().endswith("\r\x1b[K")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_broken_list_of_the_municipality_is_told_and_left_out(check, tmp_path):
    lists = tmp_path / "sessions" / "woorden"
    lists.mkdir(parents=True)
    (lists / "teams.txt").write_bytes(b"Krachtwinst\n123\n")

    code, out, err = check(stdin=b"Wij belden met Krachtwinst over de huur.")

    assert code == 1
    assert "Krachtwinst" in out
    assert "teams.txt, regel 2: hier staat geen woord" in err
    assert "De meegeleverde lijsten gelden." in err


@pytest.fixture
def exported(tmp_path):
    """A beraad from which names were taken, with its werkverslag in every form."""
    session = filled_session()
    prepare(tmp_path)
    source = session_path(tmp_path, session)
    SessionFile.create(source, session).close()
    asked = ["verslag", str(source), "--vorm", "pdf,odt,docx,html,md", "--uit", str(tmp_path)]
    assert main(asked) == 0
    return source, sorted(tmp_path.glob("* werkverslag kort concept 1.*"))


def test_a_document_of_ours_is_looked_at_again_and_nothing_is_found(exported, capsys):
    source, documents = exported
    assert len(documents) == 5
    for document in documents:
        capsys.readouterr()
        assert main(["controleer", str(document), "--beraad", str(source)]) == 0

        told = capsys.readouterr().out
        assert "Gecontroleerd: er is niets weggehaald of vervangen." in told
        assert "let op" not in told
        assert ("in orde  Taal" in told) == (document.suffix != ".md")


def test_a_word_that_came_back_is_told_by_its_place_and_not_by_name(tmp_path, capsys):
    session = replace(
        filled_session(), known_words=(KnownWord(id=Id("w"), word="Zwaluwnest"),), decisions=()
    )
    session = replace(session, case=replace(session.case, situation="Zij kwam uit Zwaluwnest."))
    prepare(tmp_path)
    source = session_path(tmp_path, session)
    SessionFile.create(source, session).close()
    text = tmp_path / "oud.md"
    text.write_text("Er was iets.\nIemand uit Zwaluwnest belde.", encoding="utf-8")

    assert main(["controleer", str(text), "--beraad", str(source)]) == 1

    told = capsys.readouterr().out
    assert "Gecontroleerd: 1 van" in told
    assert "Zwaluwnest" not in told
    assert "regel 2." in told
    assert "woord van 10 tekens" in told
    assert "Weggehaald bij: ronde 1" in told
    assert "ga naar nalezen" in told


def test_a_document_without_its_beraad_is_read_like_any_text(exported, capsys):
    _, documents = exported
    capsys.readouterr()

    main(["controleer", str(next(each for each in documents if each.suffix == ".pdf"))])

    told = capsys.readouterr().out
    assert "in orde  Lettertypen: 3 lettertypen, alle ingebed" in told


def test_a_broken_document_is_told(tmp_path, capsys):
    path = tmp_path / "half.pdf"
    path.write_bytes(b"%PDF-1.7\n")

    assert main(["controleer", str(path)]) == 1
    assert "geen heel PDF-bestand" in capsys.readouterr().err


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\t", "\u200e"])
def test_a_find_is_told_on_one_line_without_what_steers_whoever_shows_it(tmp_path, sign):
    said: list[str] = []
    path = written(tmp_path, f"IBAN NL91{sign}ABNA{sign}0417164300 klopt.")

    check_text(Path(path), tmp_path, said.append, as_json=False)

    (line,) = said
    assert "NL91" in line
    assert line.isprintable()
