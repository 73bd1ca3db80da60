from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from functools import partial

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean, clean_signal, forbidden_words, leaks
from beraad.report.compose import signal_report, work_report
from beraad.report.export import Format, export, rendered
from beraad.report.plain import plain_text
from beraad.report.proof import verify
from beraad.report.proving import prove
from tests.builders import filled_session


@pytest.fixture
def document():
    return work_report(clean(filled_session()))


@pytest.fixture
def signal_document():
    return signal_report(clean_signal(filled_session()))


def nothing_leaks(text, *, own):
    return ()


def files_in(folder):
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("form", Format)
def test_every_format_has_a_renderer(signal_document, form):
    assert rendered(signal_document, form)


def test_every_format_that_was_asked_for_is_written_once(document, tmp_path):
    result = export(
        document, [Format.PDF, Format.MARKDOWN, Format.PDF], tmp_path, leaks=nothing_leaks
    )

    assert [path.suffix for path in result.paths] == [".pdf", ".md"]
    assert {path.stem for path in result.paths} == {document.stem}
    assert all(path.read_bytes() == made for path, made in result.files.items())
    assert sorted(files_in(tmp_path)) == sorted(path.name for path in result.paths)


def test_a_signal_becomes_data(signal_document, tmp_path):
    (path,) = export(signal_document, [Format.JSON], tmp_path, leaks=nothing_leaks).paths

    assert json.loads(path.read_text("utf-8"))["signalen"][0]["niveau"] == "wet"


def test_a_werkverslag_does_not_become_data(document, tmp_path):
    with pytest.raises(Solvable, match="bestaat niet als JSON"):
        export(document, [Format.MARKDOWN, Format.JSON], tmp_path, leaks=nothing_leaks)

    assert files_in(tmp_path) == []


@pytest.mark.parametrize("place", ["text", "name"])
def test_nothing_is_written_when_something_had_to_be_gone(document, tmp_path, place):
    looked_for = "jongerenwerker" if place == "text" else document.stem

    with pytest.raises(Solvable) as caught:
        export(
            document,
            [Format.MARKDOWN],
            tmp_path,
            leaks=lambda text, *, own: [looked_for] if looked_for in text else [],
        )

    assert looked_for not in str(caught.value)
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
    ((path, made),) = export(
        document, [form], tmp_path, leaks=partial(leaks, session=named)
    ).files.items()

    assert {"Anneke", "Gülşen Öztürk"} <= set(forbidden_words(named))
    assert verify(path, document, made, forbidden_words(named)).holds
    for name in ("Gülşen", "Öztürk", "Anneke", "Łukasz", "Wiśniewski"):
        assert name not in plain_text(document)


def test_a_name_that_slips_past_the_gate_stops_the_export(tmp_path, document):
    session = filled_session()
    slipped = replace(document, title="Anneke de Vries")
    named = replace(session, case=replace(session.case, situation="Anneke de Vries belde."))

    with pytest.raises(Solvable):
        export(slipped, [Format.PDF], tmp_path, leaks=partial(leaks, session=named))
    assert files_in(tmp_path) == []


def test_files_that_hold_stay_where_they_are(document, tmp_path):
    result = export(document, [Format.PDF, Format.MARKDOWN], tmp_path, leaks=nothing_leaks)
    prove(document, result, ["Anneke"])

    assert len(files_in(tmp_path)) == 2


def test_files_with_a_word_that_had_to_be_gone_are_taken_away(document, tmp_path):
    result = export(document, [Format.PDF, Format.MARKDOWN], tmp_path, leaks=nothing_leaks)

    with pytest.raises(Solvable, match="de tekst") as caught:
        prove(document, result, ["jongerenwerker"])
    assert "jongerenwerker" not in str(caught.value)
    assert files_in(tmp_path) == []


def test_a_file_that_was_not_written_whole_is_taken_away(document, tmp_path):
    result = export(document, [Format.PDF, Format.MARKDOWN], tmp_path, leaks=nothing_leaks)
    result.paths[0].write_bytes(b"half")

    with pytest.raises(Solvable, match="niet heel"):
        prove(document, result, [])
    assert files_in(tmp_path) == [result.paths[1].name]


def test_the_former_export_stays_beside_the_new_one(document, tmp_path):
    first = export(document, [Format.MARKDOWN], tmp_path, leaks=nothing_leaks)
    second = export(document, [Format.MARKDOWN], tmp_path, leaks=nothing_leaks)
    third = export(document, [Format.MARKDOWN], tmp_path, leaks=nothing_leaks, replace=True)

    assert second.paths[0].stem == f"{first.paths[0].stem} (2)"
    assert third.paths == first.paths


def test_reportlab_is_loaded_for_a_pdf_only():
    script = (
        "import sys; import beraad.report.export, beraad.report.compose, beraad.report.markdown, "
        "beraad.report.json; print([m for m in sys.modules if m.startswith('reportlab')])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )

    assert answer.stdout == "[]\n"
