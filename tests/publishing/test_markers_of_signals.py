"""Names typed in a raw beraad and in answers, searched wherever signals are written to."""

from __future__ import annotations

import os
import signal as signals_of_the_system
from dataclasses import replace
from datetime import date

import pytest

from beraad.privacy.clean import admitted
from beraad.publishing.asking import LetterOpen, asked, letter_written, questions_in, replied
from beraad.publishing.exchanging import receive, send
from beraad.publishing.judging import FILE_NAME, judged, judgements_in
from beraad.publishing.overviewing import cleaned_overview, counted_in, files_of, for_documents
from beraad.publishing.registering import SignalForm, put_in_register, signals_in, write_signals
from beraad.publishing.stepping import StepOpen, drafted, taken
from beraad.records import Often, Outcome, StepKind
from beraad.report.compose import signal_report
from beraad.report.formats import Format, rendered
from beraad.signals.events import EventKind
from beraad.signals.overview import Judgement
from beraad.signals.small_numbers import widened
from beraad.store.places import prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from beraad.store.session_file import SessionFile
from tests.report.reading import pdf_pages
from tests.steps import a_step, passed_on
from tests.store.support import start_python
from tests.test_nothing_private_leaves import MARKED, SESSION

TODAY = date(2026, 11, 27)
NAMED = "Mevrouw Quirinussen belde over de zeepkist, 06-12345678."
SAID = "Een inwoner belde over de termijn."
EVERY = (*MARKED, "06-12345678")


@pytest.fixture
def folder(tmp_path):
    """Half a year of one laptop, with names typed wherever somebody may type."""
    home = tmp_path / "beraden"
    prepare(home)
    SessionFile.create(session_path(home, SESSION), SESSION).close()
    path = register_path(home, practice=False)
    put_in_register(SESSION, path, today=TODAY)
    (signal,) = signals_in(path)
    taken(signal.id, passed_on(TODAY, to="beleid"), path)
    drafted(signal.id, {"answered.words": NAMED}, path)
    answer = a_step(StepKind.ANSWERED, TODAY, words=NAMED, outcome=Outcome.CHANGE)
    with pytest.raises(StepOpen):
        taken(signal.id, answer, path)
    drafted(signal.id, {"answered.words": SAID}, path)
    taken(signal.id, replace(answer, words=SAID), path)
    with pytest.raises(LetterOpen):
        asked(path, f"Zien jullie {NAMED}", role="beleid", today=TODAY)
    question = asked(path, "Zien jullie dit ook?", role="beleid", today=TODAY)
    with pytest.raises(LetterOpen):
        replied(
            path,
            question,
            often=Often.SOME,
            team="Moerbei",
            held_on=TODAY,
            today=TODAY,
            words=NAMED,
        )
    replied(path, question, often=Often.SOME, team="Moerbei", held_on=TODAY, today=TODAY)
    return home


def told_by(name, data):
    if name.endswith(".pdf"):
        return " ".join(pdf_pages(data)).casefold()
    return data.decode("utf-8", "replace").casefold()


def strays(name, data):
    said = told_by(name, data)
    return [word for word in EVERY if word.casefold() in said]


def test_the_register_and_the_file_for_other_laptops_hold_none(folder, tmp_path):
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    send(register_path(folder, practice=False), shared)
    other = tmp_path / "ander.sqlite"
    assert receive(other, shared).new > 4

    files = [*folder.glob("register*"), *shared.iterdir(), *tmp_path.glob("ander*")]
    assert len(files) >= 3
    for each in files:
        assert strays(each.name, each.read_bytes()) == [], each.name


def test_exports_overviews_and_letters_hold_none(folder, tmp_path):
    path = register_path(folder, practice=False)
    out = tmp_path / "uit"
    out.mkdir()
    write_signals(signals_in(path), out / "s.json", replace=False, forms=tuple(SignalForm))
    (one,) = questions_in(path)
    letter_written(path, one.question, out, reply=one.replies[0])
    counted = counted_in(folder)
    made = cleaned_overview(counted, widened(TODAY, TODAY), today=TODAY)
    files = files_of(for_documents(made, counted, about=made.overview.rows), out)
    files |= {each: each.read_bytes() for each in out.iterdir()}
    for form in (Format.PDF, Format.MARKDOWN, Format.HTML):
        document = signal_report(admitted(signals_in(path)[0]))
        files[out / f"signaal.{form}"] = rendered(document, form)

    assert len(files) == 13
    assert any(SAID in data.decode("utf-8", "replace") for data in files.values())
    for each, data in files.items():
        assert strays(each.name, data) == [], each.name


def test_the_marks_are_really_looked_for(folder):
    (beraad,) = folder.glob("*.beraad")
    assert strays(beraad.name, beraad.read_bytes())


KILLED = """
import os, signal, sys
from pathlib import Path
from beraad.publishing import judging

def die(self, target):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[2] == "replace":
    Path.replace = die
else:
    real, left = judging.Register.write, [int(sys.argv[2])]
    def write(*arguments):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return real(*arguments)
    judging.Register.write = write
judging.take_over(Path(sys.argv[1]))
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
@pytest.mark.parametrize("when", ["0", "1", "replace"])
def test_a_kill_while_judgements_of_before_are_taken_over_loses_and_doubles_none(folder, when):
    path = register_path(folder, practice=False)
    (title,) = {line.title for line in signal_lines(path)}
    (signal,) = signals_in(path)
    with Register.open(path) as register:
        other = replace(signal.content, bottleneck="Iets anders", what="Iets anders.")
        third = replace(other, bottleneck="Nog iets", what="Nog iets.")
        for number, content in enumerate((other, third)):
            register.put(replace(signal, id=f"s{number}", content=content, steps=()))
    (folder / FILE_NAME).write_text(
        f'[{{"een": "{title}", "ander": "Iets anders", "zelfde": true}},'
        f' {{"een": "{title}", "ander": "Nog iets", "zelfde": false}}]',
        encoding="utf-8",
    )
    with start_python(KILLED, path, when) as process:
        process.communicate()
    assert process.returncode == -signals_of_the_system.SIGKILL
    assert (folder / FILE_NAME).exists()

    found = judgements_in(path, signal_lines(path))
    assert {(one.second, one.same) for one in found} == {("Iets anders", True), ("Nog iets", False)}
    with Register.open(path) as register:
        assert len(register.events(EventKind.JUDGED)) == 2
    judged(path, Judgement(title, "Iets anders", same=False))
    assert not any(one.same for one in judgements_in(path, signal_lines(path)))
