from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from beraad.cli import main
from beraad.cli.arguments import RICHEST_CASE
from beraad.privacy.clean import clean
from beraad.privacy.leaving.later import mark_of
from beraad.privacy.review.survey import survey
from beraad.publishing.exchanging import exchange
from beraad.records import (
    Decision,
    Id,
    KnownWord,
    Layer,
    PhaseKey,
    Progress,
    RegisteredSignal,
    Session,
    Setting,
    SignalContent,
    StepKind,
    TimeSpent,
    Verdict,
    Version,
    blank_session,
    new_id,
)
from beraad.report.compose import work_report
from beraad.report.plain import plain_text
from beraad.store.audit import Action, Source, deeds
from beraad.store.places import prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.training.practice import load, practice_cases
from beraad.ui.settings import Settings, place_of_settings
from tests.builders import a_lesson, a_registered_lesson, filled_session
from tests.steps import SIGNAL, a_step, answered, passed_on

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 17, 13, 0, tzinfo=UTC)
HELD_ON = date(2026, 11, 17)


def kept(folder: Path, session: Session) -> Path:
    path = session_path(folder, session)
    prepare(path.parent)
    SessionFile.create(path, session).close()
    return path


def titled(title: str, *, setting: Setting = Setting.CASEWORK) -> Session:
    session = blank_session(now=NOW, held_on=HELD_ON, setting=setting)
    return replace(
        session,
        opening=replace(session.opening, title=title, team="Team Inkomen"),
        progress=Progress(phase=PhaseKey.PERSPECTIVES),
    )


def test_a_list_tells_week_ronde_team_and_title(tmp_path: Path, capsys):
    real = kept(tmp_path, titled("Voorschot"))
    practice = kept(tmp_path, titled("Schuldhulp", setting=Setting.PRACTICE))

    assert main(["lijst", "--sessions", str(tmp_path)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"{'week           ronde    team          titel':<59}  bestand",
        f"{'week 47, 2026  ronde 4  Team Inkomen  Voorschot':<59}  {real.name}",
        f"week 47, 2026  ronde 4  Team Inkomen  Schuldhulp (oefening)  oefeningen/{practice.name}",
    ]


def test_a_list_tells_an_older_copy_from_the_beraad_itself(tmp_path: Path, capsys):
    path = kept(tmp_path, titled("Voorschot"))
    copy = path.with_name(f"{path.stem} (1).beraad")
    copy.write_bytes(path.read_bytes())
    main(["lijst", "--sessions", str(tmp_path)])
    assert "kopie, zelfde woorden" in capsys.readouterr().out
    with SessionFile.open(path) as file:
        file.keep(replace(file.session, case=replace(file.session.case, situation="Verder.")))

    main(["lijst", "--sessions", str(tmp_path)])

    said = capsys.readouterr().out.splitlines()
    assert [line.endswith(copy.name) for line in said if "oudere kopie" in line] == [True]
    assert any(line.endswith(path.name) for line in said)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_with_a_name_is_there_and_is_no_file_to_read(tmp_path: Path, capsys):
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)

    with pytest.raises(SystemExit):
        main(["controleer", str(pipe)])

    said = capsys.readouterr().err
    assert "'pijp' is geen bestand, maar een doorgeefbuis" in said


def test_a_title_cannot_steer_the_terminal(tmp_path: Path, capsys):
    kept(tmp_path, titled("Een\x1b[31m\nvraag"))

    main(["lijst", "--sessions", str(tmp_path)])

    assert capsys.readouterr().out.splitlines()[1].count("Een [31m vraag") == 1


def test_a_list_names_what_it_cannot_read(tmp_path: Path, capsys):
    kept(tmp_path, titled("Voorschot"))
    (tmp_path / "vreemd.beraad").write_text("geen beraad")

    assert main(["lijst", "--sessions", str(tmp_path)]) == 0

    *_, last = capsys.readouterr().out.splitlines()
    assert last == "vreemd.beraad is geen beraad, of het bestand is beschadigd."


def test_an_empty_folder_is_no_problem(tmp_path: Path, capsys):
    assert main(["lijst", "--sessions", str(tmp_path)]) == 0
    assert "nog geen beraden" in capsys.readouterr().out


def test_a_folder_that_is_not_there_can_be_solved(tmp_path: Path, capsys):
    assert main(["--sessions", str(tmp_path / "weg"), "lijst"]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        f"De map {tmp_path / 'weg'} is er niet.",
        "Kies een andere map met --sessions, of maak eerst een beraad.",
    ]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ("bestaatniet", "'bestaatniet' bestaat niet; kies uit"),
        ("lijst erbij", "erbij is niet te begrijpen"),
        ("demo", "er ontbreekt nog --uit"),
        ("demo --uit", "achter --uit hoort nog iets te staan"),
        ("lijst --help=ja", "achter -h/--help hoort niets te staan"),
        ("verslag", "er ontbreekt nog BESTAND"),
        ("verslag x.beraad --vorm rtf", "de vorm 'rtf' bestaat niet; kies pdf of odt of docx"),
        ("verslag x.beraad --vorm ,", "achter --vorm staat geen vorm"),
        ("signalen --uit signalen.txt", "'signalen.txt' eindigt niet op .json of .csv"),
        ("signalen --uit s.json --vorm pdf", "de vorm 'pdf' bestaat niet; kies json of csv"),
        ("signalen --uit s.json --status kwijt", "de status 'kwijt' bestaat niet; kies concept of"),
        ("signalen --uit s.json --status ,", "achter --status staat geen status"),
    ],
)
def test_a_wrong_command_is_explained_in_dutch(arguments: str, why: str, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments.split())

    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said.startswith("gebruik: beraad")
    assert f"Dat lukt zo niet: {why}" in said
    assert "--help geeft uitleg." in said


@pytest.mark.parametrize("command", ["", "demo", "verslag", "tijden", "signalen", "lijst"])
def test_help_is_dutch(command: str, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([*command.split(), "--help"])

    said = capsys.readouterr().out
    assert stopped.value.code == 0
    assert said.startswith(f"gebruik: beraad {command}".rstrip())
    assert "laat deze uitleg zien" in said
    for english in ("usage", "options", "positional", "show this", "exit"):
        assert english not in said


@pytest.mark.parametrize("entry", [["-m", "beraad"], ["main.py"]])
def test_every_entrance_leads_to_the_same_commands(entry: list[str]):
    found = subprocess.run(
        [sys.executable, *entry, "--versie"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert found.stdout.startswith("Beraad ")


def test_without_a_command_the_window_opens_on_the_folder(tmp_path: Path, monkeypatch):
    opened: list[tuple[Path, bool]] = []

    def run(
        folder: Path, *, house_file: Path | None, named: bool, opens: Path | None = None
    ) -> int:
        assert house_file is None
        assert opens is None
        opened.append((folder, named))
        return 0

    monkeypatch.setattr("beraad.app.run", run)

    assert main(["--sessions", str(tmp_path)]) == 0
    monkeypatch.setenv("BERAAD_SESSIONS", str(tmp_path))
    assert main([]) == 0
    monkeypatch.delenv("BERAAD_SESSIONS")
    assert main([], checkout=tmp_path) == 0
    assert opened == [(tmp_path, True), (tmp_path, True), (tmp_path / "sessions", False)]


def test_a_checkout_keeps_its_beraden_in_sessions(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.delenv("BERAAD_SESSIONS", raising=False)
    kept(tmp_path / "sessions", titled("Voorschot"))

    assert main(["lijst"], checkout=tmp_path) == 0
    assert "Voorschot" in capsys.readouterr().out


def test_a_command_is_about_the_folder_that_was_chosen_in_the_window(
    tmp_path: Path, monkeypatch, capsys
):
    monkeypatch.delenv("BERAAD_SESSIONS", raising=False)
    chosen, named = tmp_path / "gek\x1b[2Jozen", tmp_path / "genoemd"
    kept(chosen, titled("Voorschot"))
    kept(named, titled("Huisbezoek"))
    Settings(place_of_settings(tmp_path)).sessions_folder = chosen

    assert main(["lijst"], checkout=tmp_path) == 0
    assert "Voorschot" in capsys.readouterr().out
    assert main(["lijst", "--sessions", str(named)], checkout=tmp_path) == 0
    assert "Huisbezoek" in capsys.readouterr().out

    chosen.rename(tmp_path / "weg")
    kept(tmp_path / "sessions", titled("Thuis"))
    assert main(["lijst"], checkout=tmp_path) == 0
    said = capsys.readouterr()
    assert "Thuis" in said.out
    assert f"De map {tmp_path}/gek·[2Jozen is er nu niet." in said.err


def test_a_reader_that_stops_reading_ends_it_quietly(tmp_path: Path):
    for number in range(3):
        kept(tmp_path, titled(f"Beraad {number}"))
    command = [sys.executable, "-m", "beraad", "lijst", "--sessions", str(tmp_path)]

    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        said = running.stderr.read()

    assert running.returncode == 1
    assert said == "Beraad is gestopt: de uitvoer wordt niet meer gelezen.\n"


def test_a_list_needs_neither_window_nor_sqlmodel(tmp_path: Path):
    code = (
        "import sys; from beraad.cli import main;"
        f"main(['lijst', '--sessions', {str(tmp_path)!r}]);"
        "print(sorted({'PySide6', 'sqlmodel', 'sqlalchemy', 'reportlab'} & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert found.stdout.splitlines()[-1] == "[]"


@pytest.fixture
def practised(tmp_path: Path) -> Path:
    (case,) = (case for case in practice_cases() if case.name == RICHEST_CASE)
    return kept(tmp_path, load(case, now=NOW, held_on=HELD_ON))


OF_A_DEMO = [
    "leerverslag.md",
    "leerverslag.mdto.xml",
    "leerverslag.pdf",
    "signaal.json",
    "signaal.md",
    "signaal.mdto.xml",
    "signaal.pdf",
    "verslag-kort.md",
    "verslag-kort.mdto.xml",
    "verslag-kort.pdf",
    "verslag.md",
    "verslag.mdto.xml",
    "verslag.pdf",
]
"""The files that a demo writes when no form is asked for, in the order of their names."""


@pytest.mark.parametrize("name", [case.name for case in practice_cases()])
def test_a_demo_writes_every_document_and_names_nobody(name: str, tmp_path: Path, capsys):
    (case,) = (case for case in practice_cases() if case.name == name)
    people = load(case, now=NOW, held_on=HELD_ON)
    target = tmp_path / "nieuw" / "demo"

    assert main(["demo", "--uit", str(target), "--casus", name]) == 0

    said = capsys.readouterr().out
    assert sorted(path.name for path in target.iterdir()) == OF_A_DEMO
    texts = [said, *map(text_of, target.iterdir())]
    for person in people.participants:
        for part in person.name.split():
            if part[0].isupper():
                assert not any(re.search(rf"\b{part}", text, re.IGNORECASE) for text in texts), part
    for trace in ("Kloosterman", "Marja", "999990019", "0417", "1234 AB", "AE-123-A", "example"):
        assert not any(trace in text for text in texts), trace
    assert "Oefening" in text_of(target / "verslag.pdf")
    assert json.loads((target / "signaal.json").read_text("utf-8"))["signalen"][0]["oefening"]


def test_a_demo_tells_what_it_did_ronde_by_ronde(tmp_path: Path, capsys):
    main(["demo", "--uit", str(tmp_path)])

    said = capsys.readouterr().out
    numbers = re.findall(r"^Ronde (\d) · .+?(\d+) woorden, bewaard in \d+ ms$", said, re.MULTILINE)
    assert [int(number) for number, _ in numbers] == list(range(1, 9))
    assert all(int(words) > 100 for _, words in numbers)
    assert "alles staat er" in said
    for kind in ("BSN", "rekeningnummer", "telefoonnummer", "e-mailadres", "postcode", "kenteken"):
        assert re.search(rf"^ +[1-9]\d* × {kind}$", said, re.MULTILINE), kind
    assert re.search(
        r"^Gecontroleerd: geen van de \d\d weggehaalde woorden staat erin\.$", said, re.MULTILINE
    )


def test_a_demo_leaves_real_beraden_alone(tmp_path: Path, monkeypatch):
    sessions = tmp_path / "sessions"
    monkeypatch.setenv("BERAAD_SESSIONS", str(sessions))

    main(["demo", "--uit", str(tmp_path / "uit")])
    main(["demo", "--uit", str(tmp_path / "uit")])

    assert not sessions.exists()
    assert sorted(each.name for each in (tmp_path / "uit").iterdir()) == OF_A_DEMO


def test_who_approves_the_leerverslag_of_a_case_stands_in_it(tmp_path: Path):
    assert main(["demo", "--uit", str(tmp_path), "--vorm", "md"]) == 0

    said = (tmp_path / "leerverslag.md").read_text("utf-8")
    assert "**Goedgekeurd door:** kwaliteitsmedewerker" in said


def test_who_is_asked_to_approve_has_not_approved_yet(tmp_path: Path):
    session = replace(filled_session(), lesson=a_lesson(approved_by="kwaliteitsmedewerker"))
    path = kept(tmp_path, session)

    asked = ["--laag", "leer", "--vorm", "md", "--uit", str(tmp_path)]
    assert main(["verslag", str(path), *asked]) == 0

    (made,) = tmp_path.glob("leerverslag*.md")
    said = made.read_text("utf-8")
    assert "dit is een concept. Wie het gaat beoordelen: kwaliteitsmedewerker" in said


def test_a_demo_of_an_unknown_case_names_those_there_are(tmp_path: Path, capsys):
    assert main(["demo", "--uit", str(tmp_path / "uit"), "--casus", "x"]) == 1

    assert RICHEST_CASE in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_a_document_of_a_beraad_at_home_stands_in_the_log(practised: Path, tmp_path: Path):
    home, elsewhere = practised.parent, tmp_path / "elders"
    elsewhere.mkdir()
    asked = ["verslag", str(practised), "--vorm", "md", "--uit"]

    assert main(["--sessions", str(elsewhere), *asked, str(tmp_path / "een")]) == 0
    assert deeds(home) == deeds(elsewhere) == ()

    assert main(["--sessions", str(home), *asked, str(tmp_path / "twee")]) == 0
    (line,) = deeds(home)
    assert (line.action, line.source) == (Action.EXPORTED, Source.COMMAND)
    with SessionFile.open(practised) as file:
        assert line.object == file.session.id


@pytest.mark.parametrize(
    ("asked", "suffixes"),
    [
        (["--vorm", "md"], [".md"]),
        (["--vorm", "PDF, md,pdf"], [".md", ".pdf"]),
        (["--vorm", "odt,docx,html"], [".docx", ".html", ".odt"]),
        ([], [".md", ".pdf"]),
    ],
)
def test_a_verslag_is_written_in_the_forms_asked_for(
    asked: list[str], suffixes: list[str], practised: Path, tmp_path: Path, capsys
):
    target = tmp_path / "uit"

    assert main(["verslag", str(practised), "--uit", str(target), *asked]) == 0

    assert sorted(path.suffix for path in target.iterdir()) == suffixes
    said = capsys.readouterr().out
    for path in target.iterdir():
        assert f"Geschreven: {path}" in said
        assert "Fatima" not in text_of(path)


def test_a_character_without_glyph_is_told(tmp_path: Path, capsys):
    session = filled_session()
    lesson = replace(session.lesson, title="Twijfel 😔", lesson="Vraag het eerst.")
    path = kept(tmp_path, replace(session, lesson=lesson))

    main(["verslag", str(path), "--laag", "leer", "--vorm", "pdf", "--uit", str(tmp_path)])

    assert "“😔” bij het begin" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("layer", "place"), [("werk", "ronde 1"), ("leer", "leerverslag"), ("signaal", "signaal")]
)
def test_every_layer_tells_as_many_open_places_as_it_counts(tmp_path: Path, capsys, layer, place):
    session = filled_session()
    session = replace(
        session,
        case=replace(session.case, situation="Zij is 52 jaar."),
        lesson=a_lesson(situation="Hij kreeg 1234 euro."),
        signal=replace(session.signal, what="Hun zoon van 9 slaapt slecht."),
    )
    path = kept(tmp_path, session)

    assert main(["verslag", str(path), "--laag", layer, "--uit", str(tmp_path / "uit")]) == 1

    said = capsys.readouterr()
    (line,) = said.out.splitlines()
    assert line.startswith("Nog open: ")
    assert place in line
    assert said.err.startswith("Eén plek staat nog open.")


def test_a_word_that_was_left_is_told_but_not_among_the_errors(tmp_path: Path, capsys):
    session = filled_session()
    words = tuple(KnownWord(id=new_id(), word=word) for word in ("Peter Kloosterman", "Peter"))
    session = replace(
        session,
        known_words=words,
        case=replace(session.case, situation="Peter Kloosterman belde. Later belde Peter weer."),
    )
    whole = next(one for one in survey(session).findings if one.text == "Peter Kloosterman")
    stays = Decision(id=new_id(), key=whole.key, verdict=Verdict.KEEP, reason="algemeen bekend")
    path = kept(tmp_path, replace(session, decisions=(*session.decisions, stays)))

    assert main(["verslag", str(path), "--uit", str(tmp_path / "uit")]) == 1

    said = capsys.readouterr()
    assert "Staat er nog: “Peter” (ronde 1, " in said.out
    assert "Peter" not in said.err
    assert "Laten staan" in said.err


def test_a_verslag_with_open_places_tells_where_and_writes_nothing(tmp_path: Path, capsys):
    (case,) = (case for case in practice_cases() if case.name == RICHEST_CASE)
    undecided = replace(load(case, now=NOW, held_on=HELD_ON), decisions=())
    path = kept(tmp_path, undecided)

    assert main(["verslag", str(path), "--uit", str(tmp_path / "uit")]) == 1

    said = capsys.readouterr()
    assert re.search(r"^Nog open: leeftijd, ronde 1, ", said.out, re.MULTILINE)
    assert re.search(r"^\d plekken staan nog open\.$", said.err, re.MULTILINE)
    assert "kies Verslag (Ctrl+E)" in said.err
    for word in ("zestien", "rechter"):
        assert word not in said.out + said.err
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_everything_in_an_oefencasus_is_decided_and_what_stays_has_a_reason(case):
    session = load(case, now=NOW, held_on=HELD_ON)

    assert survey(session).open == ()
    assert all(one.reason for one in session.decisions if one.verdict is Verdict.KEEP)


def test_an_earlier_verslag_is_left_alone(practised: Path, tmp_path: Path):
    target = tmp_path / "uit"
    command = ["verslag", str(practised), "--uit", str(target), "--vorm", "md"]

    assert main(command) == main(command) == 0

    assert len(list(target.iterdir())) == 2


def test_a_beraad_without_a_word_has_no_verslag(tmp_path: Path, capsys):
    path = kept(tmp_path, titled("Voorschot"))

    assert main(["verslag", str(path), "--uit", str(tmp_path / "uit")]) == 1

    assert "nog niets opgeschreven" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize(
    ("content", "why"), [(None, "is er niet, of"), (b"", "leeg"), (b"geen beraad", "beschadigd")]
)
def test_a_file_that_is_no_beraad_can_be_solved(content, why: str, tmp_path: Path, capsys):
    path = tmp_path / "vreemd.beraad"
    if content is not None:
        path.write_bytes(content)

    assert main(["verslag", str(path), "--uit", str(tmp_path / "uit")]) == 1

    assert why in capsys.readouterr().err
    assert content is None or path.read_bytes() == content


def test_a_folder_that_cannot_be_made_can_be_solved(practised: Path, tmp_path: Path, capsys):
    (tmp_path / "bezet").write_text("")

    assert main(["verslag", str(practised), "--uit", str(tmp_path / "bezet" / "uit")]) == 1

    assert "is niet te maken" in capsys.readouterr().err


def test_times_are_told_per_ronde_and_nothing_else(tmp_path: Path, capsys):
    clock = (TimeSpent(id=new_id(), phase=PhaseKey.CASE, seconds=601, shift=2),)
    path = kept(tmp_path, replace(titled("Een titel"), time_spent=clock))

    assert main(["tijden", str(path)]) == 0

    head, opening, case, *rest = capsys.readouterr().out.splitlines()
    assert head.split() == ["ronde", "gepland", "gekregen", "gebruikt"]
    assert opening.split() == ["opening", "7", "7", "0"]
    assert case.split() == ["Casus", "8", "10", "11"]
    assert len(rest) == 7


@pytest.mark.parametrize("minutes", [45, 90, 120, 180])
def test_the_times_of_a_beraad_add_up_with_its_break(tmp_path: Path, capsys, minutes):
    session = titled("Een titel")
    session = replace(session, opening=replace(session.opening, minutes=minutes))

    assert main(["tijden", str(kept(tmp_path, session))]) == 0

    _, *rows = (line.split() for line in capsys.readouterr().out.splitlines())
    assert sum(int(row[-3]) for row in rows) == minutes
    names = [row[0] for row in rows]
    assert ("pauze" in names) == (minutes >= 120)
    if "pauze" in names:
        assert rows[names.index("pauze")][-1] == "–"
        assert names[names.index("pauze") + 1] == "Alternatieven"


def test_signals_of_the_register_become_one_file(tmp_path: Path, capsys):
    path = register_path(tmp_path, practice=False)
    with Register.open(path) as register:
        for number in (1, 2):
            register.put(
                RegisteredSignal(
                    id=Id(f"beraad-{number}"),
                    content=SignalContent(bottleneck=f"Knelpunt {number}"),
                    team="Team Inkomen",
                    week="2026-W47",
                    registered_on=HELD_ON,
                )
            )
    target = tmp_path / "uit" / "signalen.json"

    for _ in range(2):
        assert main(["signalen", "--sessions", str(tmp_path), "--uit", str(target)]) == 0

    signals = json.loads(target.read_text("utf-8"))["signalen"]
    assert {signal["knelpunt"] for signal in signals} == {"Knelpunt 1", "Knelpunt 2"}
    assert capsys.readouterr().out == f"Geschreven: {target} (2 signalen)\n" * 2
    assert [path.name for path in target.parent.iterdir()] == ["signalen.json"]


def test_signals_of_a_status_are_written_in_each_form_asked_for(tmp_path: Path, capsys):
    with Register.open(tmp_path / "register.sqlite") as register:
        for number, steps in enumerate(((), (passed_on(),), answered("Ja."))):
            content = SignalContent(bottleneck=f"Knelpunt {number}", wish="=1+1")
            register.put(replace(SIGNAL, id=Id(f"s{number}"), content=content, steps=steps))
    ask = ["signalen", "--sessions", str(tmp_path), "--uit", str(tmp_path / "uit" / "s.json")]

    assert main([*ask, "--status", "doorgegeven,concept", "--vorm", "csv,json"]) == 0

    assert capsys.readouterr().out.count("(2 signalen)") == 2
    told = json.loads((tmp_path / "uit" / "s.json").read_text("utf-8"))["signalen"]
    assert {one["status"] for one in told} == {"concept", "doorgegeven"}
    data = (tmp_path / "uit" / "s.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert {row[0] for row in rows[1:]} == {"Knelpunt 0", "Knelpunt 1"}
    assert {row[rows[0].index("wens")] for row in rows[1:]} == {"'=1+1"}

    (tmp_path / "uit" / "s.csv").unlink()
    assert main([*ask[:-1], str(tmp_path / "uit" / "t.csv")]) == 0
    assert sorted(each.name for each in (tmp_path / "uit").iterdir()) == ["s.json", "t.csv"]


def test_two_answers_of_which_nobody_chose_one_are_told_in_every_form(tmp_path: Path):
    shared = tmp_path / "gedeeld"
    homes = [tmp_path / name for name in ("een", "ander")]
    for each in (shared, *homes):
        each.mkdir()
    one, other = (register_path(each, practice=False) for each in homes)
    with Register.open(one) as register:
        register.put(replace(SIGNAL, steps=(passed_on(),)))
    exchange(one, shared)
    exchange(other, shared)
    for path, words in ((one, "Ja."), (other, "Nee.")):
        step = a_step(StepKind.ANSWERED, words=words)
        with Register.open(path) as register:
            known = register.folded(SIGNAL.id).signal
            register.put(replace(known, steps=(*known.steps, replace(step, read=mark_of(step)))))
        exchange(path, shared)
    exchange(one, shared)

    made = tmp_path / "s.json"
    ask = ["signalen", "--sessions", str(homes[0]), "--uit", str(made), "--vorm", "json,csv"]
    assert main([*ask, "--status", "beantwoord"]) == 0

    (told,) = json.loads(made.read_text("utf-8"))["signalen"]
    assert told["antwoorden_botsen"]
    assert told["antwoord"] == ""
    assert {step["woorden"] for step in told["stappen"]} >= {"Ja.", "Nee."}
    data = made.with_suffix(".csv").read_text("utf-8-sig")
    (row,) = csv.DictReader(StringIO(data), delimiter=";")
    assert (row["antwoorden_botsen"], row["antwoord"]) == ("ja", "")
    assert "Ja." in row["stappen"]
    assert "Nee." in row["stappen"]


def test_without_a_signal_of_that_status_an_earlier_file_stays(tmp_path: Path, capsys):
    with Register.open(tmp_path / "register.sqlite") as register:
        register.put(SIGNAL)
    target = tmp_path / "s.json"
    target.write_text("eerder")

    asked = ["signalen", "--sessions", str(tmp_path), "--uit", str(target), "--status", "gesloten"]
    assert main(asked) == 1

    assert "geen signaal met deze status" in capsys.readouterr().err
    assert target.read_text() == "eerder"


def test_without_signals_there_is_nothing_to_write(tmp_path: Path, capsys):
    target = tmp_path / "uit" / "signalen.json"

    assert main(["signalen", "--sessions", str(tmp_path), "--uit", str(target)]) == 1

    assert "nog geen signalen" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def text_of(path: Path) -> str:
    if path.suffix in {".odt", ".docx"}:
        with ZipFile(path) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())
    if path.suffix != ".pdf":
        return path.read_text("utf-8")
    reader = PdfReader(path)
    return "\n".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])


def test_a_layer_is_chosen(tmp_path: Path, capsys):
    session = replace(filled_session(), lesson=a_lesson())
    path = kept(tmp_path, session)
    for layer, name in (
        ("werk", "2026-W47 * werkverslag kort concept 1.md"),
        ("leer", "leerverslag najaar 2026 *.md"),
        ("signaal", "2026-W47 * signaal.md"),
    ):
        order = ["verslag", str(path), "--laag", layer, "--vorm", "md", "--uit", str(tmp_path)]

        assert main(order) == 0
        assert len(list(tmp_path.glob(name))) == 1
    assert "Gülşen" not in capsys.readouterr().out


@pytest.mark.parametrize(("layer", "what"), [("leer", "leerverslag"), ("signaal", "signaal")])
def test_a_layer_that_was_not_written_is_no_document(tmp_path: Path, capsys, layer, what):
    path = kept(tmp_path, titled("Voorschot"))

    assert main(["verslag", str(path), "--laag", layer, "--uit", str(tmp_path)]) == 1

    said = capsys.readouterr().err
    assert f"Er is nog geen {what} geschreven." in said
    assert "Schrijf het eerst" in said


def test_lessons_are_found_by_their_words(tmp_path: Path, capsys):
    prepare(tmp_path)
    with Register.open(register_path(tmp_path, practice=False)) as register:
        register.put_lesson(a_registered_lesson("een"))
        register.put_lesson(a_registered_lesson("twee", title="Brieven \x1b[2J openen"))
    folder = ["--sessions", str(tmp_path)]

    assert main(["lessen", *folder]) == 0
    everything = capsys.readouterr().out
    assert main(["lessen", "BRIEV", *folder]) == 0
    found = capsys.readouterr().out
    assert main(["lessen", '"niets', "NEAR(", *folder]) == 0

    assert "Helpen terwijl een wachttijd loopt (najaar 2026)" in everything
    assert "\x1b" not in everything
    assert "Helpen" not in found
    assert "  gevonden: [Brieven] [2J openen" in found
    assert "Niets gevonden" in capsys.readouterr().out


def test_a_folder_without_lessons_says_so(tmp_path: Path, capsys):
    assert main(["lessen", "--sessions", str(tmp_path)]) == 0

    assert "nog geen leerverslagen" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def made_final(session: Session) -> Session:
    text = plain_text(work_report(clean(session)))
    final = Version(
        id=Id("v"), layer=Layer.WORK, number=2, made_on=date(2026, 11, 24), final=True, text=text
    )
    return replace(session, versions=(final,))


def test_a_verslag_from_here_is_a_concept_with_which_the_next_is_compared(tmp_path: Path, capsys):
    """Who holds both would see which lines are of the one whose card changed in between."""
    session = filled_session()
    path = kept(tmp_path, session)
    asked = ["verslag", str(path), "--vorm", "md", "--lengte", "volledig", "--uit", str(tmp_path)]
    assert main([*asked, "--deelnemer-akkoord"]) == 0
    with SessionFile.open(path) as file:
        (version,) = file.session.versions
        first, *others = file.session.considerations
        anew = replace(first, harm="iets anders", limiting="ook iets anders")
        file.keep(replace(file.session, considerations=(anew, *others)))

    assert (version.number, version.final) == (1, False)
    assert len(list(tmp_path.glob("*concept 1.md"))) == 1
    assert main(asked) == 1
    assert "--deelnemer-akkoord" in capsys.readouterr().err
    assert not list(tmp_path.glob("*concept 2.md"))
    assert main([*asked, "--deelnemer-akkoord"]) == 0
    assert len(list(tmp_path.glob("*concept 2.md"))) == 1


def test_a_verslag_that_was_not_written_takes_no_number(practised: Path, tmp_path: Path):
    (tmp_path / "bezet").write_text("")

    assert main(["verslag", str(practised), "--uit", str(tmp_path / "bezet" / "uit")]) == 1

    with SessionFile.open(practised) as file:
        assert file.session.versions == ()


def test_what_was_made_final_goes_out_under_its_version(tmp_path: Path, capsys):
    path = kept(tmp_path, made_final(filled_session()))

    whole = ["--lengte", "volledig", "--vorm", "md", "--uit", str(tmp_path / "uit")]
    assert main(["verslag", str(path), *whole]) == 0

    (made,) = (tmp_path / "uit").iterdir()
    assert made.name == "2026-W47 Voorschot in de zoekperiode werkverslag versie 2.md"
    assert "vastgesteld op 24 november 2026" in made.read_text(encoding="utf-8")


def test_what_changed_after_it_was_final_does_not_go_out(tmp_path: Path, capsys):
    session = made_final(filled_session())
    path = kept(
        tmp_path, replace(session, conclusion=replace(session.conclusion, answer="Toch anders."))
    )

    assert main(["verslag", str(path), "--uit", str(tmp_path / "uit")]) == 1

    assert "vastgesteld als versie 2, en is daarna veranderd" in capsys.readouterr().err
    assert not list((tmp_path / "uit").glob("*"))
