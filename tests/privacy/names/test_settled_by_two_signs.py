"""What one sign only asks about goes out where another says that it is a name."""

import pytest

from tests.privacy.asking import replaced


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vanmorgen gebeld met mevr lam. zij wil geen hulp", "lam"),
        ("ruzie met haar stiefvader mees, hij is weg", "mees"),
        ("Melder: Hr. Winter, bovenbuur", "Winter"),
        ("gebeld met mw dag over de huur", "dag"),
        ("aanwezig: fatima, lex, wilma en een stagiaire", "lex"),
    ],
)
def test_a_word_that_stands_as_a_name_goes_behind_what_announces_one(text, name):
    assert name in replaced(text)


def test_a_word_that_is_somebody_elsewhere_goes_where_it_stands_as_a_name():
    assert "storm" in replaced("mevrouw storm belde. doet open: storm, 29, en haar zus")


def test_a_word_that_is_somebody_elsewhere_stays_where_it_is_a_word():
    assert replaced("mevrouw storm belde. er is storm op komst.").count("storm") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Geen wet van Meden en Perzen.",
        "Twijfel is Winst.",
        "Mw solliciteert bij een bakker.",
        "Wij vragen HR om advies, en HR Advies belt.",
        "Al sinds Maart wachten wij.",
    ],
)
def test_an_ordinary_word_behind_such_a_word_stays(text):
    assert replaced(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("zij is bereikb. na 22u op haar mobiel nummer", "bereikb"),
        ("uitkering per maart stopgez, schuld bij de bank blijft", "stopgez"),
        ("Binnengek. oproep over een woning", "Binnengek"),
        ("De commissie kiest het Utrechts Stappenplan.", "Utrechts"),
        ("Met vriendelijke groet,\nAdviseur Sociaal Domein\n", "Adviseur"),
        ("Naam\tAdres\nYildiz, Can\tzwerft\n", "zwerft"),
        ("Aan: wethouder en bestuurssecr.\nOnderwerp: huur", "wethouder"),
        ("hij mag niet binnen 500 m. van Daphne komen", "m."),
        ("gebeld om 02.40u. jeroen was boos", "u."),
        ("het rollenspel o.l.v. Tjerk was goed", "o.l.v"),
        ("Ha Cem, zie onder.", "Ha"),
        ("Dag Bas, zie onder.", "Dag"),
    ],
)
def test_what_is_no_name_stays_beside_one(text, word):
    assert not any(word in one for one in replaced(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("melder: dhr bos\nHoarnewei 118\n", "Hoarnewei 118"),
        ("fam. haddou – roerdomp 8 hs\n", "roerdomp 8 hs"),
        ("hij slaapt in opvang de zeester. het bevalt", "de zeester"),
    ],
)
def test_where_somebody_is_goes_when_its_words_tell(text, place):
    assert any(place in one for one in replaced(text))


@pytest.mark.parametrize("text", ["- ilyas 12, sara 10\n", "- agendapunt 3\n", "- toilet 4\n"])
def test_a_word_with_a_number_that_is_no_house_stays(text):
    assert not any(any(map(str.isdecimal, one)) for one in replaced(text))


def test_a_speaker_goes_without_what_they_are_of():
    text = "Anouk Wijkteam: ik bel wel\nHenk: goed\nAnouk Wijkteam: tot zo"
    assert replaced(text).count("Anouk") == 2


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("huurder van groenewoud & zn is weg", "groenewoud & zn"),
        ("hij werkt via agriflex zuid en slaapt daar", "agriflex zuid"),
    ],
)
def test_a_firm_that_says_so_goes(text, part):
    assert part in replaced(text)


def test_a_part_of_town_behind_an_ordinary_word_is_only_asked():
    assert replaced("team jeugd noord is vol") == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Kinderen: Ilyas (2010), Sara en de baby", "2010"),
        ("1\tdjenna\t2014\thouder: haar vader", "2014"),
        ("zijn vrouw overleed in november 2022 en sindsdien slaapt hij slecht", "november 2022"),
        ("vragen? bel Gerlof, toestel 2218", "2218"),
        ("zaak ligt klaar onder 24/ovl/0713", "24/ovl/0713"),
        ("hij stuurt berichten als mensrob_83", "mensrob_83"),
        ("klacht k-0312 is gegrond", "k-0312"),
    ],
)
def test_a_number_that_its_place_makes_sure_goes(text, part):
    assert part in replaced(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("de nieuwe wet geldt sinds maart 2019 in het hele land", "maart 2019"),
        ("wij spreken elkaar weer in mei 2026", "mei 2026"),
        ("de handreiking moreel beraad (2019) helpt", "2019"),
        ("fase b1-route duurt een jaar", "b1-route"),
        ("het bestand is versleuteld met AES-256", "AES-256"),
        ("kies waarde_en_schade in de lijst", "waarde_en_schade"),
        ("compared with the others, with 150 more", "with"),
    ],
)
def test_a_number_of_everybody_is_at_most_asked(text, part):
    assert not any(part in one for one in replaced(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sprak met Willeke Hoop, van de voedselbank.", "Willeke Hoop"),
        ("De huurders van Stadlander Oost zijn boos.", "Stadlander Oost"),
        ("Y: hij wil niet\nEllen: waarom\nY: te ver", "Y"),
        ("man opgepakt 22/8, zit vast", "22/8"),
        ("hij is sinds maart '24 alleen", "maart '24"),
        ("Naam\tWpl\nYildiz, Can\tKampen\n", "Kampen"),
    ],
)
def test_what_its_place_makes_whole_or_sure_goes(text, name):
    assert name in replaced(text)


def test_a_letter_of_a_choice_or_a_question_speaks_for_nobody():
    assert replaced("V: wat nu\nA: wachten\nV: hoe lang\nA: kort") == []
