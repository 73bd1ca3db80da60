from __future__ import annotations

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from beraad.errors import Solvable
from beraad.privacy.clean import clean
from beraad.report.compose import work_report
from beraad.ui.publishing.printing import print_document, put_on_paper
from tests.builders import filled_session

DOCUMENT = work_report(clean(filled_session()))


def nothing(text, *, own):
    return ()


def test_what_is_printed_is_the_whole_document_on_a4(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))

    put_on_paper(DOCUMENT, printer)

    pages = pypdf.PdfReader(tmp_path / "papier.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert 4 <= len(pages) <= 14
    assert "bestaanszekerheid" in text
    assert "Over dit verslag" in text


def test_nothing_is_printed_in_which_a_word_is_left(qapp, monkeypatch):
    def never(self):
        raise AssertionError

    monkeypatch.setattr(QPrintDialog, "exec", never)
    with pytest.raises(Solvable):
        print_document(DOCUMENT, leaks=lambda text, *, own: ("iets",), above=None)


def test_who_thinks_better_of_it_prints_nothing(qapp, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: 0)

    assert not print_document(DOCUMENT, leaks=nothing, above=None)
