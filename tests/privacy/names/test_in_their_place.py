"""Small words that name somebody or some place by where they stand; what is certain goes out."""

import pytest

from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def left_standing(text, name):
    """The letters and digits of a name that are neither taken out nor asked about."""
    seen = {place for one in find(text, KNOWN) for place in range(one.start, one.end)}
    begin = text.index(name)
    places = range(begin, begin + len(name))
    return "".join(text[place] for place in places if place not in seen).replace(" ", "")


def out(text):
    return [one.text for one in find(text, KNOWN) if not one.asks]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vriend dag, die rijdt", "dag"),
        ("zij woont bij haar moeder wil.", "wil"),
        ("wil en anita komen", "wil"),
        ("ouders (ad en tonnie) weten", "ad"),
        ("mei en fatima belden", "mei"),
        ("omdat bas hem slaat", "bas"),
        ("als dag haar belt", "dag"),
        ("de opvolger is mei lan wong", "mei lan wong"),
        ("Mei Ling belt", "Mei Ling"),
        ("we spraken gerrit oud, hij wil niet", "oud"),
        ("[10:12] slager: ja", "slager"),
        ("[10:12] Dag: ja", "Dag"),
        ("wil 09:12 ok\nbas 09:14 nee", "wil"),
        ("Kunnen jullie bellen?\n\nDag", "Dag"),
        ("tot morgen\nmei", "mei"),
        ("Ik hoor het graag.\n\nK.", "K"),
        ("kan niet komen xx joy", "joy"),
        ("verslag mvd. daarna", "mvd"),
        ("besproken met rvt.", "rvt"),
        ("(k.l.p.) akkoord", "k.l.p"),
        ("wie\twat\nkvd\tbelt", "kvd"),
        ("naam\ttel\nLieve\t-", "Lieve"),
        ("Roepnaam: Pim\nGeboren in Ede", "Pim"),
    ],
)
def test_a_small_word_where_a_name_stands_is_never_silent(text, name):
    assert left_standing(text, name) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ze staan al weken op camping de kievit.", "kievit"),
        ("hij slaapt in flat de wachter, 3 hoog", "wachter"),
        ("wonen op landgoed zonnehoeve", "zonnehoeve"),
        ("ze zit op locatie de linde.", "linde"),
        ("woonwagenkamp het zand, achter", "zand"),
        ("ligt met zijn schip aan de zaanoever", "zaanoever"),
        ("slaapt in een tent achter de molenwiek.", "molenwiek"),
        ("ze woont aan de oude werf.", "oude werf"),
        ("opgegroeid aan het spui", "spui"),
        ("een gezin uit de hoeksteen", "hoeksteen"),
        ("sociaal team de beemden (west)", "beemden"),
        ("ze werkt bij de gele kikker.", "gele kikker"),
        ("dagbesteding bij het groene hart, twee", "groene hart"),
        ("begeleid vanuit de kompasroos in", "kompasroos"),
        ("ligt al een week in het amphia", "amphia"),
        ("intake bij de hoop", "hoop"),
        ("bij die kerk, dorpskerk de brug dacht ik", "brug"),
        ("fam. Demir – Wulp 14", "Wulp 14"),
        ("wonende Kiekendief 3-12, ging", "Kiekendief 3-12"),
        ("melding: grutto 9, ruzie", "grutto 9"),
        ("ik woon distelvink 8 in", "distelvink 8"),
        ("havenkade 3 unit 12", "unit 12"),
        ("verblijft in het rietland, team oost, vechtstee", "vechtstee"),
        ("bekend bij iriszorg en de boei, en hier", "boei"),
        ("hij ligt in st. jansdal", "jansdal"),
        ("op locatie heuvelrug, groep 3", "heuvelrug"),
        ("overlegd met bea (vizierplus)", "vizierplus"),
        ("gebeld met jo van de waaier, zij komt", "waaier"),
        ("ze woont aan de lange weide.", "lange weide"),
    ],
)
def test_a_small_place_is_never_silent(text, name):
    assert left_standing(text, name) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("geboren drie mei negentientachtig", "drie mei negentientachtig"),
        ("geb tweeduizendelf", "tweeduizendelf"),
        ("sinds 4-11-'79 hier", "4-11-'79"),
        ("zaak tweeduizendvijfentwintig streepje nul een acht drie", "nul een acht drie"),
        ("bij besluit van 4 mei 2025 is", "4 mei 2025"),
        ("hof, van 't, t.j.\tafgesloten", "hof, van 't, t.j."),
        ("de psycholoog (visser) zegt", "visser"),
        ("kinderarts (bakker, utrecht)", "bakker"),
        ("dhr wu belt", "wu"),
        ("de Jeugdbescherming Meander belt", "Jeugdbescherming Meander"),
        ("overleg met Woongroep Zuid", "Woongroep Zuid"),
        ("bij GGZ Rijnmond", "GGZ Rijnmond"),
        ("in de Martinikerk", "Martinikerk"),
        ("onze zaak LEE 26/1093 dient in assen.", "assen"),
        ("Zij zegt dat Storm belde", "Storm"),
        ("zij woont in almere poort", "almere poort"),
        ("Aanslagnummer 8163.94.207.H.56.0112", "H.56.0112"),
        ("bel 0 6 1 2 3 4 5 6 7 8 even", "0 6 1 2 3 4 5 6 7 8"),
        ("de gemeente wierdemeerland besloot", "wierdemeerland"),
        ("huisbezoek 14/10, daarna", "14/10"),
    ],
)
def test_what_is_certain_by_its_place_goes_out(text, name):
    assert any(name in one for one in out(text))


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("14.10 u. TB-verzoek", "u"),
        ("steekt haar dr nek uit", "nek"),
        ("tromp onderzoekt, chantal praat.", "praat"),
        ("Van Fatou weet ik dat", "Van"),
        ("Van Jellema begreep ik dat", "Van"),
        ("Zuster Bea van Buurtzorg komt", "van"),
        ("Zij spreekt Twi en Urdu", "Twi"),
        ("m.v.g. F. van der Bij", "m.v.g"),
        ("T.n.v. S.J. Bleeker", "T.n.v"),
        ("in zn begrafenispak kwam hij", "begrafenispak"),
        ("noodnr: onbekend", "noodnr"),
        ("mo 15:50 2871904416", "15:50"),
        ("In de Kamerbrief staat", "Kamerbrief"),
    ],
)
def test_what_is_no_part_of_a_name_stays(text, standing):
    begin = text.index(standing)
    places = set(range(begin, begin + len(standing)))
    touched = [one.text for one in find(text, KNOWN) if places & set(range(one.start, one.end))]
    assert [one for one in touched if one in out(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "hij woont op de camping en werkt bij de gemeente",
        "ze ligt in het ziekenhuis en daarna in de kliniek",
        "hij is geen vriend, wil niet praten en gaat weg",
        "BEL MIJ OVER DE BRIEF, HET TEAM MOET BESLISSEN",
        "soort\taantal\tbedrag\nbrieven\t112\t84.300",
        "de huur 611 en de premie 140",
        "het gaat om 15 en 17 brieven, niet om kinderen",
        "van het team de helft, en bij de bakker de rest",
        "ik kan niet en wil niet, zij ook niet",
    ],
)
def test_the_same_places_hold_ordinary_words(text):
    assert out(text) == []
