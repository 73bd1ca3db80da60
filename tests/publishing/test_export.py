"""From a document to files: every form that was asked for, or none."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean, clean_signal, forbidden_words, mentions_removed
from beraad.privacy.review.survey import survey
from beraad.publishing import proving
from beraad.publishing.proving import Checked, write_proven
from beraad.publishing.removed import Removed
from beraad.records import CaseAccount, Decision, Layer, Verdict, new_id
from beraad.report.compose import signal_report, work_report
from beraad.report.formats import Format, rendered
from beraad.report.plain import plain_text
from tests.builders import filled_session
from tests.report.reading import stray_places

TEXTS = tuple(form for form in Format if form is not Format.JSON)


@pytest.fixture
def document():
    return work_report(clean(filled_session()))


@pytest.fixture
def signal_document():
    return signal_report(clean_signal(filled_session()))


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


def removed(session, layer=Layer.WORK):
    return Removed(session=session, lexicon=None, layer=layer)


@pytest.mark.parametrize("form", Format)
def test_every_format_has_a_renderer(signal_document, form):
    assert rendered(signal_document, form)


def test_every_format_that_was_asked_for_is_written_once(document, tmp_path):
    asked = [Format.PDF, Format.MARKDOWN, Format.PDF]
    proven = write_proven(document, asked, tmp_path, words=())

    assert [path.suffix for path in proven.paths] == [".pdf", ".md"]
    assert {path.stem for path in proven.paths} == {document.stem}
    assert proven.paths[1].read_bytes() == rendered(document, Format.MARKDOWN)
    assert files_in(tmp_path) == sorted(path.name for path in proven.paths)


def test_a_signal_becomes_data(signal_document, tmp_path):
    (path,) = write_proven(signal_document, [Format.JSON], tmp_path, words=()).paths

    assert json.loads(path.read_text("utf-8"))["signalen"][0]["niveau"] == "wet"


def test_a_werkverslag_does_not_become_data(document, tmp_path):
    with pytest.raises(Solvable, match="bestaat niet als JSON"):
        write_proven(document, [Format.MARKDOWN, Format.JSON], tmp_path, words=())

    assert files_in(tmp_path) == []


@pytest.mark.parametrize("form", [Format.PDF, Format.MARKDOWN])
def test_a_name_in_the_text_is_in_no_file(tmp_path, form):
    session = filled_session()
    named = replace(
        session,
        opening=replace(session.opening, title="Gesprek van Gülşen Öztürk"),
        case=replace(session.case, situation="Anneke belde. Łukasz Wiśniewski’s collega niet."),
    )
    document = work_report(clean(named))
    words = forbidden_words(named)
    removed(named).require_gone(document)
    (path,) = write_proven(document, [form], tmp_path, words=words).paths

    assert {"Anneke", "Gülşen Öztürk"} <= set(words)
    assert stray_places(path, path.read_bytes(), words) == ()
    for name in ("Gülşen", "Öztürk", "Anneke", "Łukasz", "Wiśniewski"):
        assert name not in plain_text(document)


@pytest.mark.parametrize("field", ["title", "stem", "subject"])
def test_a_name_that_slips_past_the_gate_is_named_beside_the_text_too(document, field):
    session = filled_session()
    named = replace(session, case=replace(session.case, situation="Anneke de Vries belde."))

    with pytest.raises(Solvable, match="“Anneke de Vries”"):
        removed(named).require_gone(replace(document, **{field: "Anneke de Vries"}))


@pytest.fixture
def betraying(document, monkeypatch):
    """Lets one format put a name beside what the document says."""

    def betray(form):
        def rendering(asked, asked_form):
            data = rendered(asked, asked_form)
            if asked is not document or asked_form is not form:
                return data
            if form in {Format.MARKDOWN, Format.HTML}:
                return data + b"\n<!-- Anneke -->"
            return rendered(replace(asked, subject="Anneke"), form)

        monkeypatch.setattr(proving, "rendered", rendering)

    return betray


@pytest.mark.parametrize("form", TEXTS)
def test_a_word_that_only_a_file_says_costs_every_format_and_is_named(
    document, tmp_path, betraying, form
):
    betraying(form)
    with pytest.raises(Solvable) as told:
        write_proven(document, TEXTS, tmp_path, words=["Anneke", "Wies"])

    assert "“Anneke” in " in told.value.happened
    assert "Wies" not in str(told.value)
    assert "Er is niets geschreven" in told.value.kept
    assert told.value.way_out
    assert files_in(tmp_path) == []


def test_what_stood_there_stays_when_the_new_one_does_not_hold(document, tmp_path, betraying):
    former = write_proven(document, TEXTS, tmp_path, words=()).paths
    before = {path: path.read_bytes() for path in former}

    betraying(Format.PDF)
    with pytest.raises(Solvable):
        write_proven(document, TEXTS, tmp_path, words=["Anneke"], replace=True)

    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("form", TEXTS)
def test_a_word_that_a_kind_of_file_holds_by_itself_stops_nothing(document, tmp_path, form):
    codes = ["Font", "Title", "Page", "html", "body", "table", "style", "Normal", "Standard"]

    assert write_proven(document, [form], tmp_path, words=codes).paths


def test_the_former_export_stays_beside_the_new_one(document, tmp_path):
    first, second = (
        write_proven(document, [Format.MARKDOWN], tmp_path, words=()) for _ in range(2)
    )
    third = write_proven(document, [Format.MARKDOWN], tmp_path, words=(), replace=True)

    assert second.paths[0].stem == f"{first.paths[0].stem} (2)"
    assert third.paths == first.paths


@pytest.mark.parametrize("after", range(8))
def test_what_is_stopped_leaves_nothing(document, tmp_path, after):
    asked = iter([False] * after)

    def unwanted():
        return next(asked, True)

    proven = write_proven(
        document, [Format.MARKDOWN, Format.HTML], tmp_path, words=(), unwanted=unwanted
    )

    assert len(files_in(tmp_path)) == (0 if proven is None else 2)
    assert (proven is None) == (after < 5)


def test_reportlab_is_loaded_for_a_pdf_only():
    script = (
        "import sys; import beraad.publishing.making, beraad.report.compose, "
        "beraad.report.markdown, beraad.report.json; "
        "print([m for m in sys.modules if m.startswith('reportlab')])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )

    assert answer.stdout == "[]\n"


def test_what_was_checked_is_no_claim_about_what_was_decided():
    """An age that became more general is no word to look for in the file; still it had to go."""
    session = replace(
        filled_session(),
        participants=(),
        case=CaseAccount(situation="Een jongere van 19 slaapt bij vrienden."),
    )

    [age] = survey(session).open
    gone = Decision(id=new_id(), key=age.key, verdict=Verdict.REPLACE)
    session = replace(session, decisions=(gone,))
    words, mentions = len(forbidden_words(session)), mentions_removed(session)
    assert Checked(words=words, mentions=mentions).sentence == (
        "Gecontroleerd: op één plek is iets weggehaald of vervangen."
    )
