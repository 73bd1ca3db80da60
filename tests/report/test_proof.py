from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.report.compose import work_report
from beraad.report.export import Format, export
from beraad.report.proof import verify
from tests.builders import filled_session


def written(tmp_path, form, **changes):
    document = replace(work_report(clean(filled_session())), **changes)
    result = export(document, [form], tmp_path, leaks=lambda text, *, own: ())
    ((path, made),) = result.files.items()
    return path, document, made


@pytest.mark.parametrize("form", [Format.PDF, Format.MARKDOWN])
def test_a_clean_whole_file_holds(tmp_path, form):
    proof = verify(*written(tmp_path, form), ["Anneke", "de Vries", "Łukasz"])

    assert proof.holds


@pytest.mark.parametrize("form", [Format.PDF, Format.MARKDOWN])
@pytest.mark.parametrize(
    ("changes", "word", "place"),
    [
        ({"stem": "verslag Anneke"}, "anneke", "de naam van het bestand"),
        ({"title": "Gesprek (van) Łukasz"}, "ŁUKASZ", "de eigenschappen"),
        ({"subject": "Over Zoë"}, "Zoe\u0308", "de eigenschappen"),
        ({}, "kwaliteitsmedewerker", "de tekst"),
    ],
)
def test_a_word_is_found_wherever_it_stands(tmp_path, form, changes, word, place):
    proof = verify(*written(tmp_path, form, **changes), ["iets anders", word])

    assert place in proof.places
    assert not proof.holds


@pytest.mark.parametrize("title", ["Łukasz (nieuw)", "Zoë \\ (nieuw)", "Anneke"])
def test_the_properties_and_the_outline_in_the_file_itself_are_read(tmp_path, title):
    path, document, made = written(tmp_path, Format.PDF, title=title)
    innocent = replace(document, title="Voorschot")

    places = verify(path, innocent, made, [title.split()[0]]).places
    assert "de eigenschappen van het bestand" in places


def test_a_part_of_a_word_is_not_that_word(tmp_path):
    assert verify(*written(tmp_path, Format.MARKDOWN), ["jong", "eren", " ", ""]).holds


def test_a_file_that_is_not_what_was_made_does_not_hold(tmp_path):
    path, document, made = written(tmp_path, Format.MARKDOWN)
    path.write_bytes(made + b"!")

    proof = verify(path, document, made, [])
    assert not proof.intact
    assert not proof.holds
