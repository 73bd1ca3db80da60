"""A function in another word, and a stance in another turn, are asked about where they stand."""

from __future__ import annotations

import pytest

from beraad.privacy.instead.replacing import put
from beraad.privacy.review.gate import Gate
from beraad.privacy.signs.telling.other_names import also_called, works_at
from tests.privacy.said_together import asked_of, said_together

HERE = (
    "ergotherapeut",
    "wijkverpleegkundige",
    "manager woonzorg",
    "bewindvoerder",
    "juridisch medewerker bezwaar en beroep",
    "toezichthouder handhaving",
    "straatcoach",
    "intern begeleider school",
    "wethouder",
)
OTHERS_HERE = ("wmo-consulent", "psycholoog", "woonbegeleider")

SIDES = (
    ("De manager gaat daar niet in mee maar houdt het niet tegen.", "De manager"),
    ("De bewindvoerder houdt het niet tegen.", "De bewindvoerder"),
    ("We zijn het eens, behalve wat de bewindvoerder betreft.", "de bewindvoerder"),
    ("We doen het, met tegenzin van de manager.", "de manager"),
    ("Iedereen behalve de leidinggevende.", "de leidinggevende"),
    ("De jurist is het er niet mee eens.", "De jurist"),
    ("De jurist bleef als laatste bij wachten.", "De jurist"),
    ("De jurist vroeg door.", "De jurist"),
    ("De jurist wilde weten of het mag.", "De jurist"),
    ("Luister naar de ergotherapeut, die had gelijk.", "de ergotherapeut"),
    ("Dat de manager van mening veranderde.", "de manager"),
    ("Handhaving keek naar de hond en de straat naar de man.", "Handhaving"),
    ("Handhaving keek naar de hond en de straat naar de man.", "de straat"),
    ("De straat keek weg en school zat ertussen.", "school"),
    ("Nuchter blijven dat was voor de straat huishoudgeld.", "de straat"),
    ("Vanuit handhaving klinkt dat een dier eerst zorg nodig heeft.", "Vanuit handhaving"),
    ("De politiek wil een rem houden en anderen niet.", "De politiek"),
    ("De jurist legt zich erbij neer.", "De jurist"),
    ("De manager stemt in.", "De manager"),
    ("De bewindvoerder gaat er niet in mee, want het geld is op.", "De bewindvoerder"),
    ("Bewind wilde het niet.", "Bewind"),
    ("De thuiszorg vond dat te vroeg.", "De thuiszorg"),
    ("Wat de manager betreft hoeft dit niet.", "de manager"),
    ("We deden het onder protest van de bewindvoerder.", "de bewindvoerder"),
    ("De manager, die het anders zag, zweeg.", "De manager"),
    ("Vanuit de politiek kwam de vraag om een rem.", "Vanuit de politiek"),
    ("De politiek zag er niets in.", "De politiek"),
    ("De bestuurder koos voor sluiten.", "De bestuurder"),
    ("Het onderwijs koos voor rust.", "Het onderwijs"),
    ("Dat betekende voor school een plek minder.", "school"),
    ("Het bestuur wilde een rem.", "Het bestuur"),
    ("De handhaver gaf toe.", "De handhaver"),
    ("De manager trekt aan de rem.", "De manager"),
    ("De bewindvoerder geeft hier geen ruimte voor.", "De bewindvoerder"),
    ("De ergo blijft erbij dat trainen beter is.", "De ergo"),
    ("Vooral de wijkverpleging maakte zich zorgen.", "de wijkverpleging"),
    ("Bij de ergotherapie leefde een ander gevoel.", "de ergotherapie"),
    ("Als het aan de bewindvoerder lag, deden we niets.", "de bewindvoerder"),
    ("Van school kwam de vraag om rust.", "school"),
)

OF_NOBODY_HERE = (
    "De politiek wil bezuinigen.",
    "De school wil hem schorsen.",
    "De ergotherapeut is het er niet mee eens.",
    "De jurist is het er niet mee eens.",
    "De jurist wilde weten of het mag.",
    "De handhaver wilde ruimen.",
    "Handhaving keek naar de straat.",
    "De manager gaat daar niet in mee maar houdt het niet tegen.",
    "Luister naar de ergotherapeut, die had gelijk.",
    "Iedereen behalve de leidinggevende.",
    "Vanuit handhaving klinkt dat een dier eerst zorg nodig heeft.",
)

WORK = (
    "De manager gaat mee naar het gesprek.",
    "De manager houdt de wachtlijst tegen het licht.",
    "De bewindvoerder houdt de post bij.",
    "We bespreken dit met de jurist, die belt terug.",
    "De kinderen gaan naar school.",
    "Hij leeft op straat en dat is zwaar.",
    "Handhaving belt de eigenaar.",
    "Met toestemming van de manager bellen we.",
    "We leggen het voor aan de politiek.",
    "Met handhaving spreken we af wie komt.",
    "De politiek beslist hierover.",
    "De school belt als hij er niet is.",
)


@pytest.mark.parametrize("field", ["conclusion.answer", "dialogue.core_difference"])
@pytest.mark.parametrize(("text", "place"), SIDES)
def test_a_side_of_somebody_here_is_asked(text: str, place: str, field: str) -> None:
    assert any(place in one for one in asked_of(text, field, HERE))


@pytest.mark.parametrize("field", ["conclusion.answer", "dialogue.core_difference"])
@pytest.mark.parametrize("text", OF_NOBODY_HERE)
def test_of_who_is_not_here_it_may_be_said(text: str, field: str) -> None:
    assert asked_of(text, field, OTHERS_HERE) == []


@pytest.mark.parametrize("field", ["conclusion.answer", "agreements.what"])
@pytest.mark.parametrize("text", WORK)
def test_what_is_done_is_left_alone(text: str, field: str) -> None:
    assert asked_of(text, field, HERE) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("moe (jurist), blij (ergo)", "moe (een deelnemer), blij (een deelnemer)"),
        (
            "Een ander geluid: vanuit handhaving klinkt dat het eerder kan.",
            "Een ander geluid: vanuit een andere hoek klinkt dat het eerder kan.",
        ),
    ],
)
def test_what_is_proposed_fits_the_sentence(text: str, said: str) -> None:
    gate = Gate.of(said_together(text, "look_back.check_out", HERE))

    assert put(text, gate.pointed_out(text), gate.replacement) == said


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        ("brief sturen, al was hij tegen", "brief sturen, zoals afgesproken"),
        ("brief sturen; wilde liever verhuizen", "brief sturen; zoals afgesproken"),
        ("brief sturen, hoewel zij tegen was", "brief sturen, zoals afgesproken"),
        ("brief sturen, ook al vond hij het te vroeg", "brief sturen, zoals afgesproken"),
        ("brief sturen. Had liever gewacht.", "brief sturen. Zoals afgesproken."),
        ("brief sturen (was eerst tegen)", "brief sturen (zoals afgesproken)"),
        ("brief sturen, maar ziet er niets in", "brief sturen, zoals afgesproken"),
        ("brief sturen, ondanks haar twijfels", "brief sturen, zoals afgesproken"),
        ("brief sturen, is het er niet mee eens", "brief sturen, zoals afgesproken"),
        ("brief sturen, tegen beter weten in", "brief sturen, zoals afgesproken"),
        ("brief sturen (zelf niet overtuigd)", "brief sturen (zoals afgesproken)"),
        ("brief sturen, al zag zij meer in bellen", "brief sturen, zoals afgesproken"),
        ("brief sturen; blijft bij haar standpunt", "brief sturen; zoals afgesproken"),
        ("brief sturen, terwijl hij liever wilde wachten", "brief sturen, zoals afgesproken"),
    ],
)
def test_what_an_agreement_says_of_its_keeper_is_asked(agreed: str, said: str) -> None:
    gate = Gate.of(said_together(agreed, "agreements.what", HERE))

    assert any(gate.is_open(one) for one in gate.pointed_out(agreed))
    assert put(agreed, gate.pointed_out(agreed), gate.replacement) == said


@pytest.mark.parametrize(
    "agreed",
    [
        "brief sturen, al is het laat",
        "belt de moeder en vraagt of zij liever thuis wil praten",
        "brief sturen; de inwoner wilde liever een gesprek",
        "brief sturen en is bereikbaar voor vragen",
        "zoekt uit of er bezwaar mogelijk is, en heeft de stukken",
        "vraagt na wat de buren vonden",
        "vraagt het na, want zij is ziek",
        "belt de corporatie; heeft daar een contactpersoon",
        "regelt vervoer, ook als hij liever loopt",
    ],
)
def test_what_an_agreement_says_of_the_work_is_left_alone(agreed: str) -> None:
    assert asked_of(agreed, "agreements.what", HERE) == []


def test_a_function_has_other_names() -> None:
    assert also_called(["juridisch medewerker"]) == {"jurist"}
    assert "therapie" not in works_at("psycholoog")
    assert "psychologie" in works_at("psycholoog")
