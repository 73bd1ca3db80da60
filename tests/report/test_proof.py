from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.report.compose import work_report
from beraad.report.formats import Format, rendered
from tests.builders import filled_session
from tests.report.reading import stray_places


def looked_through(tmp_path, form, words, **changes):
    document = replace(work_report(clean(filled_session())), **changes)
    return stray_places(tmp_path / f"{document.stem}.{form}", rendered(document, form), words)


PROPERTIES = "de eigenschappen van het bestand"


@pytest.mark.parametrize("form", [Format.PDF, Format.MARKDOWN])
def test_in_a_clean_file_nothing_is_found(tmp_path, form):
    assert looked_through(tmp_path, form, ["Anneke", "de Vries", "Łukasz"]) == ()


@pytest.mark.parametrize(
    ("form", "changes", "word", "place"),
    [
        (Format.PDF, {"stem": "verslag Anneke"}, "anneke", "de naam van het bestand"),
        (Format.MARKDOWN, {"stem": "verslag Anneke"}, "anneke", "de naam van het bestand"),
        (
            Format.PDF,
            {"title": "Gesprek (van) Łukasz"},
            "ŁUKASZ",
            "de eigenschappen van het bestand",
        ),
        (Format.PDF, {"subject": "Over Zoë"}, "Zoe\u0308", PROPERTIES),
        (Format.PDF, {}, "kwaliteitsmedewerker", "de tekst in het bestand"),
        (Format.MARKDOWN, {}, "kwaliteitsmedewerker", "het bestand"),
    ],
)
def test_a_word_is_found_wherever_it_stands(tmp_path, form, changes, word, place):
    assert place in looked_through(tmp_path, form, ["iets anders", word], **changes)


@pytest.mark.parametrize("title", ["Łukasz (nieuw)", "Zoë \\ (nieuw)", "Anneke"])
def test_the_properties_and_the_outline_in_the_file_itself_are_read(tmp_path, title):
    places = looked_through(tmp_path, Format.PDF, [title.split()[0]], title=title)

    assert PROPERTIES in places


def test_a_part_of_a_word_is_not_that_word(tmp_path):
    assert looked_through(tmp_path, Format.MARKDOWN, ["jong", "eren", " ", ""]) == ()
