"""Names in a list and under a letter, nicknames, and firms of small words."""

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from tests.privacy.asking import KNOWN, asked, replaced


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("oldenbeuving, g.h.\t1947", "oldenbeuving, g.h."),
        ("verslag: k.q. van der font\n", "k.q. van der font"),
        ("h. de j. stelt bewind voor", "h. de j."),
        ("hoogachtend, drs. w. pot\n", "w. pot"),
        ("pieternel v. dis, verpleegkundige", "pieternel v. dis"),
        ("kun je samira b vragen of het kan", "samira b"),
        ("Met vriendelijke groet,\nBuiger\n", "Buiger"),
        ("wij wachten af. Ad", "Ad"),
    ],
)
def test_a_name_in_a_list_or_under_a_letter_goes_out(text, name):
    assert name in replaced(text)


@pytest.mark.parametrize(
    "text",
    [
        "o.a. brieven en t.a.v. betaling",
        "d.m.v. overleg, i.v.m. ziekte",
        "met vriendelijke groet,\nhet team\n",
        "punt a. is klaar, b. nog niet",
    ],
)
def test_letters_of_nobody_stay(text):
    assert replaced(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("met vriendelijke groet,\nviegur barbier\nde weekjes", "de weekjes"),
        ("ze noemen hem de beer in het dorp", "de beer"),
        ("wil niet meer naar kind & kracht gaan", "kind & kracht"),
        ("de schulden bij budgetbeheer oost liggen daar", "budgetbeheer oost"),
        ("hij is weg sinds maart 2019", "maart 2019"),
        ("sinds augustus tweeduizend achttien", "augustus tweeduizend achttien"),
        ("sociaal team beek, woensdag", "beek"),
        ("haar apotheek de gaper levert niet", "de gaper"),
        ("zij schreef namens stichting kansrijk wonen", "kansrijk"),
    ],
)
def test_what_may_be_called_so_is_not_silent(text, name):
    assert any(name in one for one in [*asked(text), *replaced(text)])


@pytest.mark.parametrize(
    "text",
    [
        "Team Jongeren en team Schuldhulp werken samen.",
        "bij afspraak thuis",
        "de inwoner vindt de toon ongepast",
        "sinds januari 2015 geldt de wet",
        "hij noemt hem eerlijk, dat is alles wat telt voor haar",
    ],
)
def test_ordinary_words_in_these_places_stay(text):
    assert replaced(text) == []
    assert not [one for one in asked(text) if one not in ("eerlijk", "toon")]


def test_a_number_may_stand_in_more_than_one_cell():
    (one,) = find("IBAN NL91\tABNA\t0417164300 klopt", KNOWN)
    assert one.kind is FindKind.IBAN


def test_what_is_dictated_for_a_sign_belongs_to_no_name():
    assert replaced("hij is gebracht door marten punt") == ["marten"]
