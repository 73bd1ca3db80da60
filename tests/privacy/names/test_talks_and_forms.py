"""Talks, tables and forms put names at places of their own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from tests.privacy.asking import KNOWN, asked, replaced


def kinds(text):
    return {one.text: one.kind for one in find(text, KNOWN)}


def test_whoever_begins_more_than_one_line_speaks():
    text = "Bas: Roos komt niet meer\nWil: hoezo niet\nBas: geen idee\nWil: dan bel ik"
    assert replaced(text).count("Bas") == 2
    assert replaced(text).count("Wil") == 2


def test_a_speaker_may_have_a_time_before_the_name():
    text = "[10:02] anneke vd z: kan niet\n[10:05] said: ok\n[10:06] anneke vd z: morgen"
    assert replaced(text).count("anneke vd z") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Vraag: wie belt?\nAntwoord: wij.\nVraag: wanneer?\nAntwoord: morgen.",
        "Voor: rust\nTegen: duur\nVoor: eerlijk\nTegen: traag",
        "Ronde 1: kort\nRonde 1: langer",
    ],
)
def test_a_heading_that_comes_back_is_nobody(text):
    assert replaced(text) == []


def test_a_speaker_whose_name_is_a_word_is_asked_about_elsewhere():
    text = "Mei: ik ga\nJort: goed\nMei: tot zo\nJort: ok. Mei is er straks ook"
    assert "Mei" in asked(text) or replaced(text).count("Mei") == 3


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Werkgever: Zandbergen Loonwerk\n", "Zandbergen Loonwerk", FindKind.ORGANISATION),
        ("School: De Kring\n", "De Kring", FindKind.SCHOOL),
        ("Verwijzer: Grootjans\n", "Grootjans", FindKind.PERSON),
    ],
)
def test_what_stands_behind_a_label_is_of_its_kind(text, value, kind):
    assert value in replaced(text)
    assert kinds(text)[value] is kind


@pytest.mark.parametrize(
    "text", ["Werkgever: onbekend\n", "School: Geen\n", "Naam: nvt\n", "Moeder: de moeder zelf\n"]
)
def test_a_label_without_a_name_says_nothing(text):
    assert replaced(text) == []


def test_cells_are_what_the_head_of_their_column_says():
    text = "Kind | School | Zorg\nFayen | De Kring | PGB\nJurre | Balans | geen"
    assert kinds(text)["De Kring"] is FindKind.SCHOOL
    assert kinds(text)["Balans"] is FindKind.SCHOOL
    assert "PGB" not in kinds(text)
    assert "geen" not in kinds(text)


def test_tabs_part_cells():
    text = "clientnr\tnaam\tstatus\n100284\tTjeerdsma W\tloopt\n100317\tWit, de\tnieuw"
    assert replaced(text) == ["100284", "Tjeerdsma W", "100317", "Wit, de"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MvdB opent de vergadering, LvR zwijgt.", "LvR"),
        ("RJ: niet onze taak", "RJ"),
        ("is k. al bij jou?", "k"),
        ("wie gaat er? vraag Mei eens", "Mei"),
        ("ik kom net bij Wil vandaan", "Wil"),
        ("- Trees: sleutel halen", "Trees"),
        ("buurman op 43a hoort alles", "43a"),
        ("Beste Buiger,\ndank je", "Buiger"),
        ("meester Nagi op de Wierde belt", "de Wierde"),
        ("het loopt al sinds 061001 zo", "061001"),
        ("zegt dat de Groot haar heeft uitgelachen", "de Groot"),
        ("Het dossier van Van 't Hof is zoek.", "Van 't Hof"),
        ("ik heb lex gebeld en die komt", "lex"),
        ("gea is ziek zegt mees", "mees"),
        ("toen Jans Oude Luttikhuis gewond raakte", "Jans Oude Luttikhuis"),
        ("mevrouw Tahiri (Tahiri jr) belde", "Tahiri jr"),
        ("bellen of eerst Wil?", "Wil"),
        ("advocaat: mr. ooft, morgen", "ooft"),
    ],
)
def test_a_name_goes_out_where_its_place_makes_it_sure(text, name):
    assert name in replaced(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("zij belde, of eerst wil.", "wil"),
        ("(AB + MvD) gingen erheen", "AB"),
    ],
)
def test_an_everyday_word_in_the_place_of_a_name_is_asked(text, name):
    assert any(name.rstrip(".") == one.rstrip(".") for one in asked(text))


@pytest.mark.parametrize(
    "text",
    [
        "In mei gaan wij verder, en in Mei 2026 ook.",
        "Wil iemand notuleren? De dag is lang.",
        "De Raad beslist, de Koning niet meer.",
        "de groot van de groep",
        "Dag 3, week 4 en Punt 5 van de agenda.",
    ],
)
def test_everyday_words_elsewhere_stay(text):
    assert replaced(text) in ([], ["de Koning"], ["Koning"])
    assert "de" not in replaced(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("huisuitzetting Dotterbloem 9. Dan", "Dotterbloem 9"),
        ("naar de flat 214; voor vrijdag", "214"),
        ("buren op nummer 18: weg", "18"),
        ("gezin op Kanaal Zz 41, vier kinderen", "Kanaal Zz 41"),
        ("hij woont aan de Watermolen honderdtwaalf en wacht", "Watermolen honderdtwaalf"),
    ],
)
def test_an_address_needs_no_word_for_a_street(text, place):
    assert place in replaced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zie Groep 7 en Bijlage 3.",
        "In Psalm 23 staat het.",
        "Vanaf Januari 2026.",
        "Lees Artikel 8.",
    ],
)
def test_a_capital_before_a_number_is_not_always_an_address(text):
    assert replaced(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sleutel ligt op 't heechhout 2.", "heechhout"),
        ("zit met haar bij karakter in ede", "karakter"),
        ("schuld bij tele voordeel (oud)", "voordeel"),
        ("spreekuur lombok, morgen", "lombok"),
    ],
)
def test_without_capitals_places_and_firms_are_asked(text, name):
    assert any(name in one for one in [*asked(text), *replaced(text)])


@pytest.mark.parametrize(
    "text",
    [
        "hij zit bij elkaar",
        "zij werkt bij voorkeur thuis",
        "dat is bekend bij ons.",
        "team zorg is er",
    ],
)
def test_words_behind_bij_and_team_stay(text):
    assert find(text, KNOWN) == ()


def test_questions_leave_no_small_words_behind():
    assert asked("Wie bel je: Liesbeth en Jaimy gaan samen") == []


def test_a_street_does_not_begin_with_who_lives_there():
    text = "Het gaat om Ton Hulshof op de Berkenkade 7 en verder niets."
    assert replaced(text) == ["Ton Hulshof", "Berkenkade 7"]


def test_a_name_before_the_word_that_it_also_is():
    assert replaced("Wil wil niet meer komen.") == ["Wil"]


def test_a_word_under_the_head_of_numbers_is_read_as_any_word():
    text = "naam | dossiernr\nAli Kaya | ligt bij Hatice Demir\nJan Vos | 2024-118"
    assert {"Ali Kaya", "Jan Vos", "2024-118"} <= set(replaced(text))


HEADS = ("naam", "school", "dossiernr", "zaak", "tel", "code", "bsn", "huisnr", "adres", "plaats",
         "wijk", "werkgever", "leeftijd", "opmerking")  # fmt: skip
CELLS = ("Ali Kaya", "ali kaya", "De Brug", "nog niet", "2024-118", "12", "-", "", "Kerkstraat 4",
         "zie Hatice", "06 12345678", "x", "n.b.", "Wil")  # fmt: skip


@given(
    st.lists(st.sampled_from(HEADS), min_size=2, max_size=5),
    st.lists(st.lists(st.sampled_from(CELLS), min_size=2, max_size=5), min_size=1, max_size=4),
    st.sampled_from((" | ", "\t", "; ")),
)
@settings(deadline=None)
def test_every_table_can_be_read(heads, rows, between):
    text = "\n".join(between.join(row) for row in (heads, *rows))
    for one in find(text, KNOWN):
        assert text[one.start : one.end] == one.text
