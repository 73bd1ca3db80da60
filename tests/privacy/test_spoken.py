"""What stands for a number reads as Dutch in a document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.instead.spoken import spoken
from tests.builders import filled_session


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("van zijn rekening [rekeningnummer]. Hij", "van zijn rekening. Hij"),
        ("Hij mailt vanaf [e-mailadres].", "Hij mailt vanaf een e-mailadres."),
        ("terugvordering (een deelnemer, [telefoonnummer])", "terugvordering (een deelnemer)"),
        ("zijn [telefoonnummer] werkt niet", "zijn telefoonnummer werkt niet"),
        ("aan de [adres] woont", "aan het adres woont"),
        ("het [postcode] klopt niet", "de postcode klopt niet"),
        ("dat [postcode] klopt niet", "die postcode klopt niet"),
        ("onze [zaaknummer]", "ons zaaknummer"),
        ("[BSN] klopte niet.", "Een BSN klopte niet."),
        ("Gebeld. [telefoonnummer] is nieuw.", "Gebeld. Een telefoonnummer is nieuw."),
        ("geboren op [geboortedatum]", "geboren op een datum die is weggehaald"),
        ("[adres 1], niet [adres 2]", "Een adres, niet een ander adres"),
        ("bel [BSN 1] of [BSN 2]", "bel een BSN of een ander BSN"),
        ("de auto [kenteken] staat er", "de auto staat er"),
        ("dossier [zaaknummer] is zoek", "dossier is zoek"),
        ("[naam] en [kenmerk] blijven", "[naam] en [kenmerk] blijven"),
        ("een [eigen] woord", "een [eigen] woord"),
        ("geen haakjes", "geen haakjes"),
    ],
)  # fmt: skip
def test_a_number_is_said_as_a_thing(text, said):
    assert spoken(text) == said


@given(
    st.lists(st.sampled_from(["[BSN]", "de ", "[adres 2]", ", ", "(", ")", "rekening ", ". ", "x"]))
)
def test_once_said_it_stays(parts):
    said = spoken("".join(parts))

    assert spoken(said) == said
    assert "[" not in said


def test_no_document_shows_brackets_for_a_number():
    session = filled_session()
    typed = "Rekening NL91 ABNA 0417 1643 00, bel 06-12345678 of mail a.b@voorbeeld.nl."
    session = replace(
        session,
        case=replace(session.case, situation=typed),
        signal=replace(session.signal, what=typed),
    )
    said = "Rekening, bel een telefoonnummer of mail een e-mailadres."

    assert clean(session).case.situation == said
    assert clean_signal(session).content.what == said


def test_behind_an_initial_no_sentence_begins():
    assert spoken("meneer A. [BSN]") == "meneer A. een BSN"
    assert spoken("Dat is zo. [BSN]") == "Dat is zo. Een BSN"
