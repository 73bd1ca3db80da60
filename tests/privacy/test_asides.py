"""What is left around what was taken out: asides without content, and what hung on a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.editing.decisions import asides_decided
from beraad.privacy.clean import clean
from beraad.privacy.instead.asides import empty_asides, said_once, without_empty_asides
from beraad.privacy.review.survey import Asides, asides
from tests.builders import filled_session


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("De inwoner (geboren op [geboortedatum], BSN [BSN]) vraagt.", "De inwoner vraagt."),
        ("Zij belde ([telefoonnummer]).", "Zij belde."),
        ("Met [persoon 1] (tel. [telefoonnummer 2] en [e-mailadres]) gesproken.",
         "Met [persoon 1] gesproken."),
        ("Zijn auto, kenteken [kenteken], is verkocht.", "Zijn auto is verkocht."),
        ("Zijn auto, [kenteken], verkoopt hij. Dan loopt hij.",
         "Zijn auto verkoopt hij. Dan loopt hij."),
        ("Hij gaf naam, [telefoonnummer], adres en werk.", "Hij gaf naam, adres en werk."),
        ("Naam, [telefoonnummer], adres, werk.", "Naam, adres, werk."),
        ("De klantmanager (met [persoon 1]) belt.", "De klantmanager (met [persoon 1]) belt."),
        ("Op [datum], [datum], en later.", "Op [datum], [datum], en later."),
        ("Jan, [persoon 1], [persoon 2] en ik.", "Jan, [persoon 1], [persoon 2] en ik."),
        ("Zie ([bijlage]) en (niets).", "Zie ([bijlage]) en (niets)."),
        ("Hij is gemeld (zaak [zaaknummer], spoed).", "Hij is gemeld (zaak [zaaknummer], spoed)."),
        ("Zij woont (adres: een straat, [adres]) alleen.", "Zij woont alleen."),
        ("Geen haken.", "Geen haken."),
    ],
)  # fmt: skip
def test_only_what_says_nothing_goes(text, left):
    assert without_empty_asides(text) == left
    assert bool(list(empty_asides(text))) == (left != text)


def test_a_label_is_not_said_twice():
    assert said_once("Zijn BSN [BSN] ligt hier.") == "Zijn [BSN] ligt hier."


def test_they_stay_when_a_person_says_so_for_all_of_them():
    session = filled_session()
    told = "De jongere (geboren op 3-4-2004, BSN 123456782) vraagt hulp. Hij belt (06-12345678)."
    session = replace(session, case=replace(session.case, situation=told))
    kept = asides_decided(session, stay=True)

    assert asides(session, counts=lambda _: True) == Asides(
        ("(geboren op [geboortedatum], [BSN])", "([telefoonnummer])"), stay=False
    )
    assert asides(kept, counts=lambda _: True).stay
    assert clean(kept).case.situation == (
        "De jongere (geboren op een datum die is weggehaald) vraagt hulp. "
        "Hij belt (een telefoonnummer)."
    )
    assert asides_decided(kept, stay=False).decisions == session.decisions
    assert clean(kept).open_count == clean(session).open_count


def test_it_goes_on_the_way_out_of_a_beraad():
    session = filled_session()
    told = "De jongere (geboren op 3-4-2004, BSN 123456782) vraagt hulp."
    session = replace(session, case=replace(session.case, situation=told))

    assert clean(session).case.situation == "De jongere vraagt hulp."


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("Łukasz's plan is goed.", "Het plan van een deelnemer is goed."),
        ("Het is Anneke's mening.", "Het is de mening van de inbrenger."),
        ("Wij volgen Bram's nieuwe voorstel.", "Wij volgen het nieuwe voorstel van een deelnemer."),
        ("Dat is Bram's zaak.", "Dat is de zaak van een deelnemer."),
        ("Zo was Bram's aanpak.", "Zo was aanpak van een deelnemer."),
    ],
)
def test_nothing_hangs_on_what_stands_in_the_place_of_a_name(told, left):
    session = filled_session()
    session = replace(session, case=replace(session.case, situation=told))

    assert clean(session).case.situation == left
