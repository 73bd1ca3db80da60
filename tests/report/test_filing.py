"""The facts under which a document is filed: beside it, and in every form the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import page
import pikepdf
import pytest
from lxml import etree

from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.publishing.proving import write_proven
from beraad.report.compose import lesson_report, signal_report, stamped, work_report
from beraad.report.edition import Edition
from beraad.report.filing import filing
from beraad.report.formats import Format, format_of, rendered
from beraad.report.house.style import House
from tests.builders import a_lesson, filled_session
from tests.report.everywhere import everywhere
from tests.report.hostile import HOSTILE_TEXTS

MARK = Edition(number=2, final=True, made_on=date(2026, 11, 20))
WORK = stamped(work_report(clean(filled_session())), MARK)
MDTO = "{https://www.nationaalarchief.nl/mdto}"
ORDER = (
    *("identificatie", "naam", "aggregatieniveau", "classificatie", "trefwoord", "omschrijving"),
    *("raadpleeglocatie", "dekkingInTijd", "dekkingInRuimte", "taal", "event", "waardering"),
    *("bewaartermijn", "informatiecategorie", "isOnderdeelVan", "bevatOnderdeel"),
    *("heeftRepresentatie", "aanvullendeMetagegevens", "gerelateerdInformatieobject"),
    *("archiefvormer", "betrokkene", "activiteit", "beperkingGebruik"),
)
"""As in the schema of the Nationaal Archief, version 1.0.1."""
NEEDED = {"identificatie", "naam", "waardering", "archiefvormer", "beperkingGebruik"}


def beside(document):
    return etree.fromstring(rendered(document, Format.MDTO))


def texts(tree, name):
    return [e.text for e in tree.iter(f"{MDTO}{name}")]


@pytest.mark.parametrize(
    "document",
    [
        WORK,
        signal_report(clean_signal(filled_session())),
        lesson_report(clean_lesson(replace(filled_session(), lesson=a_lesson()))),
        *(everywhere(text) for text in HOSTILE_TEXTS.values()),
    ],
)
def test_the_file_beside_it_has_what_the_schema_asks_in_its_order(document):
    (whole,) = beside(document)
    names = [e.tag.removeprefix(MDTO) for e in whole]

    assert [name for name in ORDER if name in names] == list(dict.fromkeys(names))
    assert set(names) >= NEEDED


def test_it_says_kind_version_keep_until_and_for_whom():
    tree = beside(replace(WORK, house=House(name="Gemeente Duinwijk")))

    assert texts(tree, "naam") == ["Voorschot in de zoekperiode"]
    assert "Werkverslag moreel beraad" in texts(tree, "begripLabel")
    assert "Versie: versie 2" in texts(tree, "omschrijving")
    assert texts(tree, "termijnEinddatum") == ["2027-05-01"]
    assert texts(tree, "eventTijd") == ["2026-11-20"]
    assert "Vertrouwelijk" in texts(tree, "begripLabel")
    assert "Gemeente Duinwijk" in texts(tree, "verwijzingNaam")


def test_without_a_day_to_keep_it_until_none_is_made_up():
    signal = signal_report(clean_signal(filled_session()))

    assert texts(beside(signal), "termijnEinddatum") == []
    assert filing(signal).keep_until is None


def test_a_pdf_says_the_same_and_keeps_its_rules():
    data = rendered(WORK, Format.PDF)
    with pikepdf.open(BytesIO(data)) as pdf:
        told = pdf.Root.Metadata.read_bytes().decode()

    assert "<filing:Soort>Werkverslag moreel beraad</filing:Soort>" in told
    assert "<filing:BewarenTot>2027-05-01</filing:BewarenTot>" in told
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


def test_it_is_written_beside_the_document_and_read_back(tmp_path):
    proven = write_proven(WORK, (Format.MARKDOWN, Format.MDTO), tmp_path, words=("Anneke",))

    assert [path.name for path in proven.paths] == [
        f"{WORK.stem}.md",
        f"{WORK.stem}.mdto.xml",
    ]


def test_a_file_is_known_by_its_name():
    assert format_of("een.verslag.mdto.xml") is Format.MDTO
    assert format_of("verslag.PDF") is Format.PDF
    with pytest.raises(ValueError, match="xml"):
        format_of("iets.xml")
