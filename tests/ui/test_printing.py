from __future__ import annotations

import os
from datetime import date

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from beraad.editing.autosave import Kept
from beraad.errors import Solvable
from beraad.privacy.clean import clean
from beraad.publishing.making import Wish, making
from beraad.records import Layer
from beraad.records.anatomy import Address
from beraad.report.compose import work_report
from beraad.report.house.style import OURS
from beraad.ui.publishing import printing
from beraad.ui.publishing.printing import print_document, put_on_paper
from beraad.ui.widgets.print_file import for_this_user
from tests.builders import filled_session

DOCUMENT = work_report(clean(filled_session()))


def test_what_is_printed_is_the_whole_document_on_a4(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))

    put_on_paper(DOCUMENT, printer)

    pages = pypdf.PdfReader(tmp_path / "papier.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert 4 <= len(pages) <= 14
    assert "bestaanszekerheid" in text
    assert "Over dit verslag" in text


@pytest.fixture
def workspace(workspace_of):
    return workspace_of(filled_session())


def made(session):
    return making(session, None, Wish(layer=Layer.WORK), today=date(2026, 12, 1), house=OURS)


def test_nothing_is_printed_in_which_a_place_is_open(workspace, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: pytest.fail("asked for a printer"))
    workspace.editor.edit(Address("case", "situation"), "Zij is 52 jaar.")

    with pytest.raises(Solvable):
        print_document(made(workspace.editor.session), workspace, above=None)

    assert workspace.editor.session.versions == ()


def test_who_thinks_better_of_it_prints_nothing_and_uses_no_number(workspace, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: 0)

    assert not print_document(made(workspace.editor.session), workspace, above=None)

    assert workspace.editor.session.versions == ()


def test_the_number_is_kept_before_anything_goes_to_the_printer(workspace, monkeypatch):
    kept = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: QPrintDialog.DialogCode.Accepted)
    monkeypatch.setattr(
        printing,
        "put_on_paper",
        lambda document, printer: kept.append((workspace.save_state, workspace.editor.session)),
    )

    assert print_document(made(workspace.editor.session), workspace, above=None)

    [(state, session)] = kept
    assert isinstance(state, Kept)
    assert [version.number for version in session.versions] == [1]


@pytest.mark.skipif(os.name != "posix", reason="rights of files are told otherwise")
@pytest.mark.parametrize("there", [True, False])
def test_what_is_printed_to_a_file_is_for_this_user_alone(qapp, tmp_path, there):
    path = tmp_path / "Beraad.pdf"
    if there:
        path.write_bytes(b"eerder")
        path.chmod(0o644)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    before = os.umask(0)
    try:
        with for_this_user(printer) as file:
            assert path.stat().st_mode & 0o777 == 0o600
            put_on_paper(DOCUMENT, printer)
    finally:
        os.umask(before)

    assert file == path
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes().startswith(b"%PDF")


def test_what_goes_to_paper_is_no_file(qapp):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName("")
    with for_this_user(printer) as file:
        assert file is None
