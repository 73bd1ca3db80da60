"""How many chose something is asked about too where nobody is the subject, or almost all are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.instead.replacing import put
from beraad.privacy.review.gate import Gate
from beraad.records import Decision, Option, Session, Verdict, new_id
from tests.privacy.said_together import said_together

HERE = ("ergotherapeut", "wmo-consulent", "wijkverpleegkundige", "bewindvoerder")

TOLD = (
    ("Er is door één van ons gekozen voor de traplift.", "Er is gekozen voor de traplift."),
    (
        "Verhuizen werd ook door één gekozen, om te delen.",
        "Verhuizen werd ook gekozen, om te delen.",
    ),
    ("Ruilen werd door vier van ons gekozen.", "Ruilen werd gekozen."),
    ("Er is door één deelnemer gekozen voor A", "Er is gekozen voor A"),
    ("A is door één persoon gekozen", "A is gekozen"),
    ("Traplift werd gekozen door één van ons", "Traplift werd gekozen"),
    ("Er werd door een enkeling gekozen voor A", "Er werd gekozen voor A"),
    ("Er werd één keer gekozen voor de traplift", "Er werd gekozen voor de traplift"),
    ("A werd één keer gekozen, D vier keer", "A werd gekozen, D ook"),
    (
        "Er werd vooral gekozen voor ruilen, en één keer voor de traplift",
        "Er werd vooral gekozen voor ruilen, en ook voor de traplift",
    ),
    ("Voor de traplift koos er maar eentje", "Voor de traplift werd ook gekozen"),
    ("Op één persoon na waren we het eens", "Op enkelen na waren we het eens"),
    ("Het merendeel koos voor ruilen", "Er werd gekozen voor ruilen"),
    ("Bijna iedereen koos voor ruilen", "Er werd gekozen voor ruilen"),
    ("Er werd unaniem gekozen voor ruilen", "Er werd gekozen voor ruilen"),
    ("Alle zes vonden we dit", "Samen vonden we dit"),
    ("alle zes willen we niet dat hij valt", "samen willen we niet dat hij valt"),
    ("Met zijn zessen waren we het eens", "Samen waren we het eens"),
    (
        "We kozen, de een om de buren, de ander om de regels, de derde om het geld",
        "We kozen, om verschillende redenen",
    ),
    ("Door twee van ons werd voor ruilen gekozen.", "Er werd voor ruilen gekozen."),
    ("De traplift is maar door één van de zes gekozen.", "De traplift is gekozen."),
    ("Ruilen werd door de meesten gekozen.", "Ruilen werd gekozen."),
    ("Verhuizen werd door niemand gekozen.", "Verhuizen werd besproken."),
    ("Dat punt werd door één collega ingebracht.", "Dat punt werd ingebracht."),
    ("Er is twee keer voor verhuizen gekozen.", "Er is voor verhuizen gekozen."),
    ("Voor ruilen kozen bijna alle collega's.", "Voor ruilen werd ook gekozen."),
    ("Voor verhuizen koos niemand.", "Voor verhuizen werd minder gekozen."),
    ("Er koos maar één voor de traplift.", "Er werd ook gekozen voor de traplift."),
    ("Niemand koos voor de traplift.", "Er werd gesproken over de traplift."),
    ("Iedereen koos voor ruilen.", "Er werd gekozen voor ruilen."),
    ("Een enkeling vond dat te snel.", "Iemand vond dat te snel."),
    ("De meerderheid vond dat wij moesten wachten.", "Een deel vond dat wij moesten wachten."),
    ("De meesten wilden ruilen.", "Enkelen wilden ruilen."),
    ("Op twee collega's na waren we voor.", "Op enkelen na waren we voor."),
    ("Behalve één persoon wilden we ruilen.", "Op enkelen na wilden we ruilen."),
    ("Met z'n vijven kozen we voor ruilen.", "Samen kozen we voor ruilen."),
    ("We kozen unaniem voor ruilen.", "We kozen samen voor ruilen."),
    ("Het was unaniem.", "Het was duidelijk."),
    ("We waren unaniem.", "We waren het eens."),
    ("Dat was een unanieme keuze.", "Dat was een gezamenlijke keuze."),
    ("Stuk voor stuk vonden we dit eerlijk.", "Samen vonden we dit eerlijk."),
    ("We willen alle zes dat hij blijft.", "We willen samen dat hij blijft."),
    ("Alle vijf wilden het anders.", "We wilden het anders."),
    ("Met één uitzondering waren we het eens.", "Grotendeels waren we het eens."),
    ("Eén vond het te snel.", "Iemand vond het te snel."),
    ("Er werd door iedereen op één na gekozen voor ruilen.", "Er werd gekozen voor ruilen."),
    ("Verhuizen is door de helft van ons afgewezen.", "Verhuizen is afgewezen."),
    (
        "Voor ruilen waren er vijf, voor de traplift was er één.",
        "Voor ruilen werd ook gekozen, voor de traplift werd ook gekozen.",
    ),
    ("De keuze was niet unaniem.", "De keuze was verdeeld."),
    ("We zaten met z'n allen op één lijn.", "We zaten samen op één lijn."),
    ("De traplift kreeg één stem.", "De traplift werd ook gekozen."),
    ("Eén kaart zei verhuizen.", "Een andere kaart zei verhuizen."),
    ("Een minderheid hield vast aan verhuizen.", "Een deel hield vast aan verhuizen."),
    ("Nagenoeg iedereen was het eens.", "Een deel was het eens."),
    ("We waren het met zijn zessen eens.", "We waren het samen eens."),
    ("Ik heb ze vaker opgehaald.", "Een deelnemer heeft ze vaker opgehaald."),
)

OTHERS = (
    "De vergunning werd door één van de buren aangevraagd.",
    "De brief is door twee mensen getekend.",
    "Er is twee keer gebeld.",
    "Er werd drie keer een afspraak gemist.",
    "De meeste buren vonden het goed.",
    "Het merendeel van de bewoners wil blijven.",
    "Wij zaten met zijn zessen aan tafel.",
    "Alle zes brieven zijn verstuurd.",
    "De raad besloot unaniem tot sluiting.",
    "Zij wonen met zijn vieren in twee kamers.",
    "Het is door de meeste gemeenten ingevoerd.",
    "Hij koos één keer voor een andere route.",
    "De helft van het geld is op.",
    "Mevrouw wilde op één kamer na alles houden.",
    "Eén ding wilde zij niet.",
    "Een vraag was of hij dit wilde.",
    "Zij is door twee artsen onderzocht.",
    "De traplift werd door de gemeente afgewezen.",
    "Hij werd één keer opgenomen.",
    "De meeste mensen vinden een traplift lelijk.",
    "Alle drie de dochters willen helpen.",
    "Met zijn drieën dragen de zonen haar naar boven.",
    "Ze koos er zelf voor.",
    "De een komt om te eten, de ander om te praten.",
    "Er is gekozen voor ruilen.",
    "Iedereen hoorde dat hij boos was.",
    "Ik heb de brief gelezen.",
)


def beraad(text: str, field: str) -> Session:
    session = said_together(text, field, HERE)
    options = tuple(Option(id=new_id(), text=f"Weg {number}", short="") for number in range(4))
    return replace(session, options=options)


def asked(text: str, field: str) -> list[str]:
    gate = Gate.of(beraad(text, field))
    return [one.text for one in gate.pointed_out(text) if gate.is_open(one)]


@pytest.mark.parametrize(
    "field", ["dialogue.minority_view", "dialogue.same_choice_other_reason", "look_back.method"]
)
@pytest.mark.parametrize(("text", "said"), TOLD)
def test_a_choice_is_told_without_a_count(text: str, said: str, field: str) -> None:
    gate = Gate.of(beraad(text, field))

    assert asked(text, field)
    assert put(text, gate.pointed_out(text), gate.replacement) == said


@pytest.mark.parametrize(("text", "said"), TOLD)
def test_what_is_proposed_counts_nobody(text: str, said: str) -> None:
    assert not [one for one in asked(said, "dialogue.shared") if one.casefold() != "enkelen"]
    assert text != said


@pytest.mark.parametrize("field", ["dialogue.shared", "conclusion.answer", "look_back.method"])
@pytest.mark.parametrize("text", OTHERS)
def test_what_counts_something_else_is_left_alone(text: str, field: str) -> None:
    assert asked(text, field) == []


@pytest.mark.parametrize("field", ["dialogue.core_difference", "conclusion.answer"])
def test_who_keeps_it_gets_no_promise(field: str) -> None:
    text = "Er is door één van ons gekozen voor de traplift."
    session = beraad(text, field)
    gate = Gate.of(session)
    (one,) = (one for one in gate.shown(text) if gate.is_open(one))

    def decided(verdict: Verdict) -> bool:
        wish = Decision(id=new_id(), key=one.key, verdict=verdict, replacement=one.generalised)
        return clean(replace(session, decisions=(wish,))).may_be_told_by

    assert decided(Verdict.KEEP)
    assert not decided(Verdict.REPLACE)
