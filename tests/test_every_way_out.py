"""Every place where words leave the program is known here, with what lets nothing private through.

A module that begins to write, print, copy, register or show to others fails the first test until
somebody says here what guards it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import CleanedSession, CleanedSignal, admitted, clean, clean_signal
from beraad.privacy.leaving.lesson import CleanedLesson, clean_lesson
from beraad.privacy.leaving.overview import CleanedOverview
from beraad.privacy.leaving.seal import Sealed
from beraad.publishing.registering import registered
from beraad.records import CaseAccount, Id, RegisteredSignal, SignalContent
from beraad.report.blocks import Document
from beraad.report.compose import lesson_report, signal_report, work_report
from beraad.report.formats import Format, rendered
from beraad.report.json import render_signals
from tests.builders import a_lesson, empty_session
from tests.steps import answered

ROOM = Path(__file__).parents[1] / "beraad"
TODAY = date(2026, 12, 3)

CALLS = frozenset(
    {
        *("write_text", "write_bytes", "writestr", "fdopen", "copyfile", "copy2", "hardlink_to"),
        *("write_all", "write_proven", "write_forms", "write_signals", "dump", "backup"),
        *("clipboard", "setMimeData", "setDocName", "print_", "openUrl"),
        *("put_lesson", "show_view", "setWindowTitle"),
    }
)
"""Calls by which words reach a file, the clipboard, a printer, the register or others' eyes."""

WRITING = "beraad.report.files"
"""Whoever takes `write` from here writes a file; the name alone says too little."""

GATE = "only takes what came through the gate, with nothing open"
OWN = "the user's own file, for this user alone"
ASKED = "what the user copied, with hints that no history keeps it"
NO_WORDS = "holds no text of a beraad"
INVENTED = "of an oefening, where everything is invented"
KNOWN: dict[str, dict[str, str]] = {
    "cli/__init__.py": {"write_signals": GATE},
    "cli/exporting.py": {"write_signals": GATE},
    "cli/forms.py": {"write_forms": GATE},
    "cli/seeking.py": {"fdopen": "what somebody asked to see of themselves, told to be read first"},
    "cli/routes.py": {"write_forms": NO_WORDS},
    "publishing/making.py": {"write_proven": GATE},
    "publishing/overviewing.py": {"write_all": GATE},
    "publishing/proving.py": {"write_all": GATE},
    "publishing/registering.py": {"put_lesson": GATE, "write_all": GATE},
    "publishing/taking_out.py": {"put_lesson": "what stood there, with less in it"},
    "ui/lessons/approval.py": {"put_lesson": GATE},
    "training/course/opening.py": {"write_all": NO_WORDS},
    "report/files.py": dict.fromkeys(("fdopen", "hardlink_to", "copyfile", "write_all"), GATE),
    "report/forms/writing.py": {"write_all": GATE},
    "report/zipped.py": {"writestr": GATE},
    "ui/clipboard/guard.py": {"clipboard": ASKED},
    "ui/clipboard/hints.py": {"clipboard": ASKED, "setMimeData": ASKED},
    "ui/clipboard/pasted.py": {"clipboard": "reads only"},
    "ui/forms/screen.py": {
        "write_forms": GATE,
        **dict.fromkeys(("setWindowTitle",), NO_WORDS),
    },
    "ui/routes/screen.py": dict.fromkeys(("write", "write_forms", "setWindowTitle"), NO_WORDS),
    "ui/asking/screen.py": dict.fromkeys(("setWindowTitle",), NO_WORDS),
    "ui/counting/overview_screen.py": dict.fromkeys(("setWindowTitle",), NO_WORDS),
    "ui/counting/patterns_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/lessons/reading_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/review/document_screen.py": {"write_proven": GATE},
    "ui/publishing/printing.py": {"print_": GATE, "setDocName": GATE, "setWindowTitle": NO_WORDS},
    "ui/showing_in_system.py": {"openUrl": NO_WORDS},
    "ui/signals/letter_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/signals/register_screen.py": {
        "write_signals": GATE,
        **dict.fromkeys(("setWindowTitle",), NO_WORDS),
    },
    "ui/beamer/window.py": {"show_view": GATE, "setWindowTitle": NO_WORDS},
    "ui/group/group_screen.py": {"show_view": GATE},
    "store/driver.py": {"backup": OWN, "copyfile": OWN},
    "store/vault/opening.py": {"write_bytes": "keys only, sealed"},
    "store/vault/lines.py": dict.fromkeys(("fdopen", "write_bytes"), "sealed, each under its key"),
    "store/holder.py": {"dump": NO_WORDS, "fdopen": NO_WORDS},
    "store/rescue.py": {"fdopen": OWN},
    "ui/spelling/word_list.py": {"fdopen": OWN},
    "ui/help/window.py": {"setWindowTitle": NO_WORDS},
    "ui/preferences/screen.py": {"setWindowTitle": NO_WORDS},
    "ui/review/screen.py": {"setWindowTitle": NO_WORDS},
    "ui/lessons/writing_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/signals/writing_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/signals/life_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/signals/new_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/publishing/screen.py": {"setWindowTitle": NO_WORDS},
    "ui/forms/typing.py": {"setWindowTitle": NO_WORDS},
    "ui/lessons/archive_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/practising/choosing_screen.py": dict.fromkeys(("setWindowTitle",), NO_WORDS),
    "ui/practising/comparing_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/rondes/screen.py": {"setWindowTitle": NO_WORDS},
    "ui/rondes/slips.py": {"setWindowTitle": NO_WORDS},
    "ui/rondes/passing.py": {"setWindowTitle": NO_WORDS},
    "ui/start/screen.py": {"setWindowTitle": NO_WORDS},
    "ui/handing/give_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/handing/take_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/seeking/log_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/seeking/seek_screen.py": {
        "fdopen": "what somebody asked to see of themselves, told to be read first",
        "setWindowTitle": NO_WORDS,
    },
    "store/handing/packing.py": {"writestr": "sealed before it is on any disk"},
    "ui/start/aside_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/start/doing.py": dict.fromkeys(("setWindowTitle",), NO_WORDS),
    "ui/copies/restore_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/erasing/term_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/announce.py": {"setWindowTitle": NO_WORDS},
    "ui/leaving.py": {"setWindowTitle": NO_WORDS},
    "ui/practice_title.py": {"setWindowTitle": NO_WORDS},
    "ui/vault/unlock_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/vault/setup_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/vault/paper_page.py": dict.fromkeys(("setDocName", "setWindowTitle"), NO_WORDS),
    "ui/vault/curtain.py": {"setWindowTitle": NO_WORDS},
    "ui/vault/cover.py": {"setWindowTitle": NO_WORDS},
    "publishing/agenda.py": {"write": GATE},
    "publishing/asking.py": {"write": GATE},
    "publishing/exchanging.py": {"write": GATE},
    "cli/course.py": {"write": NO_WORDS},
    "store/whole_file.py": {"write_bytes": OWN},
    "store/vault/kept.py": {"write_bytes": "keys, sealed themselves"},
    "training/own_cases.py": {"write": INVENTED},
    "training/exercise.py": {"write": INVENTED},
    "training/own_file.py": {"write": INVENTED},
    "training/observing/attempt.py": {"write": INVENTED},
    "training/observing/looking_back.py": {"write": INVENTED},
    "training/observing/notebook.py": {"write": INVENTED},
    "training/observing/portfolio.py": {"write": "the trainee's own file, sealed"},
    "ui/observing/screen.py": {"setWindowTitle": NO_WORDS},
    "ui/observing/back_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/observing/time_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/observing/pulse_screen.py": {"setWindowTitle": NO_WORDS},
    "ui/observing/rating_screen.py": dict.fromkeys(("setWindowTitle",), NO_WORDS),
    "ui/observing/portfolio_screen.py": {
        "write": "what the trainee takes along of themselves",
        **dict.fromkeys(("setWindowTitle",), NO_WORDS),
    },
    "ui/practising/bringing_in.py": {"write": NO_WORDS},
    "ui/practising/case_form_screen.py": dict.fromkeys(("setWindowTitle",), NO_WORDS),
}


def called(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(attr=name) | ast.Name(id=name) if name in CALLS:
                    yield name
                case _:
                    pass
        elif isinstance(node, ast.ImportFrom) and node.module == WRITING:
            yield from (each.name for each in node.names if each.name == "write")


def test_nothing_leaves_by_a_way_that_is_not_known_here():
    found = {
        str(path.relative_to(ROOM)): names
        for path in ROOM.rglob("*.py")
        if (names := set(called(ast.parse(path.read_text("utf-8")))))
    }

    assert {where: set(ways) for where, ways in KNOWN.items()} == found


def test_a_new_way_would_be_seen():
    assert list(called(ast.parse("QApplication.clipboard().setText(text)"))) == ["clipboard"]
    assert list(called(ast.parse("path.write_text(text)"))) == ["write_text"]
    assert list(called(ast.parse("from beraad.report.files import write"))) == ["write"]


@pytest.mark.parametrize("kind", [CleanedSession, CleanedSignal, CleanedLesson, CleanedOverview])
def test_what_a_writer_takes_cannot_be_made_outside_the_gate(kind):
    assert issubclass(kind, Sealed)
    with pytest.raises(TypeError):
        kind()


def test_every_writer_takes_sealed_things_only():
    (signals,) = get_args(get_type_hints(render_signals)["signals"])
    assert signals is CleanedSignal
    assert get_type_hints(registered)["cleaned"] is CleanedSignal
    assert get_type_hints(rendered)["document"] is Document
    with pytest.raises(TypeError):
        Document(title="", subject="", stem="", blocks=(), source=empty_session())


OPEN = "Zij is 52 jaar."
UNDECIDED = replace(
    empty_session(),
    case=CaseAccount(situation=OPEN),
    signal=SignalContent(what=OPEN),
    lesson=a_lesson(situation=OPEN),
)
LATER = RegisteredSignal(
    id=Id("een"),
    content=SignalContent(what="Wachten."),
    team="Team",
    week="2026-W47",
    registered_on=TODAY,
    steps=answered("Bel mevrouw Jansen."),
)


def ways() -> Iterable[object]:
    """Every writer, given something about which nobody decided."""
    documents = (
        work_report(clean(UNDECIDED)),
        lesson_report(clean_lesson(UNDECIDED)),
        signal_report(clean_signal(UNDECIDED)),
        signal_report(admitted(LATER)),
    )
    for number, document in enumerate(documents):
        for form in Format:
            yield pytest.param(lambda d=document, f=form: rendered(d, f), id=f"{number}-{form}")
    for signal in (clean_signal(UNDECIDED), admitted(LATER)):
        yield lambda s=signal: render_signals([s])
        yield lambda s=signal: registered(s, identity=Id("x"), today=TODAY)


@pytest.mark.parametrize("way", list(ways()))
def test_no_writer_takes_what_nobody_decided_about(way):
    with pytest.raises(Solvable, match="nog open"):
        way()


def test_no_name_of_a_file_says_anything_that_was_typed():
    typed = replace(
        UNDECIDED, opening=replace(UNDECIDED.opening, title="Jansen", team="Team Jansen")
    )
    for document in (
        work_report(clean(typed)),
        lesson_report(clean_lesson(typed)),
        signal_report(clean_signal(typed)),
    ):
        assert "Jansen" not in document.stem
