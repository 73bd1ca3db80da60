from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.find import Certainty, FindKind
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.survey import survey
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import Part
from tests.privacy.invented import beraad, participant
from tests.privacy.sure import find


def found(text: str, *names: str) -> list[str]:
    return [one.text for one in find(text, KnownNames.named(names, year=2026))]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Fatima el Amrani", "Fatima el Amrani"),
        ("Fatima el Amrani", "Fatima"),
        ("Fatima el Amrani", "fatima"),
        ("Fatima el Amrani", "FATIMA EL AMRANI"),
        ("Fatima el Amrani", "Amrani"),
        ("Fatima el Amrani", "El Amrani"),
        ("Fatima el Amrani", "mevrouw El Amrani"),
        ("Fatima el Amrani", "mw. el amrani"),
        ("Fatima el Amrani", "Elamrani"),
        ("Fatima el Amrani", "F. el Amrani"),
        ("Fatima el Amrani", "F.Z. el Amrani"),
        ("Fatima el Amrani", "F el Amrani"),
        ("Fatima el Amrani", "F.A."),
        ("Fatima el Amrani", "F. A."),
        ("Fatima el Amrani", "F.e.A."),
        ("Fatima el Amrani", "FA"),
        ("Fatima el Amrani", "Fatima A."),
        ("Fatima el Amrani", "Amrani, Fatima"),
        ("Fatima el Amrani", "Fatima\nel Amrani"),
        ("Fatima el Amrani", "Fatima\u00a0el\u00a0Amrani"),
        ("Fatima el Amrani", "Fa\u200btima el Am\u00adrani"),
        ("Fatima el Amrani", "Fatima\tel  Amrani"),
        ("Willem van den Berg", "v.d. Berg"),
        ("Willem van den Berg", "vd Berg"),
        ("Willem van den Berg", "v/d Berg"),
        ("Willem van den Berg", "van de Berg"),
        ("Willem van den Berg", "de heer Van den Berg"),
        ("Willem van den Berg", "W. van der Berg"),
        ("van den Berg", "Berg"),
        ("Hans Jansen-de Vries", "Jansen-de Vries"),
        ("Hans Jansen-de Vries", "Hans Jansen"),
        ("Hans Jansen-de Vries", "Jansen – De Vries"),
        ("Hans Jansen", "Jansen-de Vries"),
        ("Jan de Vries", "Jan-Willem"),
        ("Jan de Vries", "Willem-Jan"),
        ("Jan-Willem Pot", "JanWillem"),
        ("Jan-Willem Pot", "Janwillem"),
        ("Elif Şahin", "Sahin"),
        ("Elif Sahin", "ŞAHİN"),
        ("José Núñez", "Jose Nunez"),
        ("José Núñez", unicodedata.normalize("NFD", "Núñez")),
        ("Łucja Wiśniewska", "Lucja Wisniewska"),
        ("Jürgen Groß", "GROSS"),
        ("Mary O'Brien", "O’Brien"),
        ("Mary O'Brien", "OBrien"),
        ("Mary O'Brien", "Brien"),
        ("Sofia D'Angelo", "d`Angelo"),
        ("Jan 't Hart", "’t Hart"),
        ("Jan Jansen", "Jans"),
        ("mevr. Karin Pot", "Karin"),
        ("Okafor, Ngozi", "Ngozi Okafor"),
        ("Johannes (Hans) Pot", "Hans"),
        ("D.", "D."),
        ("田中 太郎", "田中"),
        ("Фатіма Шевченко", "шевченко"),
    ],
)
def test_a_name_is_found_in_every_form(name, written):
    assert found(f"Toen zei {written} dat het klopt", name) == [written]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in januari", ["Jan de Vries"]),
        ("de van der den el al ten ter 't v.d.", ["Fatima el Amrani", "Jan van der Ven"]),
        ("fa, f.a. of Fa", ["Fatima el Amrani"]),
        ("de WW en de WMO", ["Willem Wit", "Wim Maria Okafor"]),
        ("vertellen en bestellen", ["Ellen Pot"]),
        ("een ellendige tijd", ["Ellen Pot"]),
        ("de bakkerij en de markten", ["Jan Bakker", "Mark Pot"]),
        ("Franse les in Frankrijk", ["Frans Pot"]),
        ("n.v.t. en onbekend", ["n.v.t.", "onbekend"]),
        ("de gespreksleider en de inbrenger", ["gespreksleider", "inbrenger"]),
        ("de een en de ander", ["Karin en Joep", "een collega"]),
        ("wintertijd en zomerregeling", ["Jan Winter", "Piet Zomer"]),
        ("niets", ["", " ", "-", "?", "van der"]),
    ],
)
def test_what_is_no_mention_of_a_name_stays(text, names):
    assert found(text, *names) == []


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Fatima's fiets", "Fatima"),
        ("Fatima’s fiets", "Fatima"),
        ("Hans' fiets", "Hans"),
        ("Jans fiets", "Jans"),
        ("de Fatima-casus", "Fatima"),
        ("(Fatima)", "Fatima"),
        ("Fatima2", "Fatima"),
        ("#FatimaHelpt", "Fatima"),
        ("het jansendossier", "jansen"),
        ("mevrouwJansen belt", "Jansen"),
        ("FatimaAmrani belt", "FatimaAmrani"),
        ("Jan. Vries", "Jan"),
    ],
)
def test_only_the_name_itself_is_taken(text, mention):
    assert found(text, "Fatima el Amrani", "Hans Pot", "Jan Jansen")[0] == mention


@pytest.mark.parametrize(
    ("text", "certainty", "reason"),
    [
        ("Fatima", Certainty.CERTAIN, "naam van een deelnemer"),
        ("fatima", Certainty.LIKELY, "naam van een deelnemer"),
        ("Roos", Certainty.CERTAIN, "naam van een deelnemer"),
        ("roos", Certainty.POSSIBLE, "ook een gewoon woord"),
        ("de boer", Certainty.POSSIBLE, "ook een gewoon woord"),
        ("mevrouw de boer", Certainty.LIKELY, "naam van een deelnemer"),
        ("roos de boer", Certainty.CERTAIN, "naam van een deelnemer"),
        ("FB", Certainty.LIKELY, "initialen van een deelnemer"),
        ("fatimadossier", Certainty.POSSIBLE, "naam vast aan een ander woord"),
    ],
)
def test_a_find_says_how_sure_it_is_and_why(text, certainty, reason):
    known = KnownNames.named(["Fatima Bos", "Roos de Boer"], year=2026)
    (one,) = find(text, known)
    assert (one.certainty, one.reason) == (certainty, reason)
    assert one.kind is FindKind.PARTICIPANT


def test_a_doubtful_mention_is_decided_apart_from_the_certain_ones():
    sure, doubtful = find("Roos plukt een roos", KnownNames.named(["Roos Pot"], year=2026))
    assert sure.key != doubtful.key
    assert sure.identity == doubtful.identity


def test_a_name_that_two_share_is_not_given_to_one_of_them():
    known = KnownNames.named(["Jan de Vries", "Piet de Vries"], year=2026)
    jan, shared, piet = find("Jan de Vries en De Vries en Piet", known)
    assert shared.suggestion == "een deelnemer"
    assert shared.reason == "naam van meer dan één deelnemer"
    assert len({jan.key, shared.key, piet.key}) == 3


def test_the_longest_name_tells_who_is_meant():
    known = KnownNames.named(["Jan de Vries", "Piet de Vries"], year=2026)
    (one,) = find("P. de Vries en verder", KnownNames.named(["Piet de Vries"], year=2026))
    assert one.text == "P. de Vries"
    assert [one.suggestion for one in find("Piet de Vries", known)] == ["deelnemer 2"]


def test_everyone_keeps_one_replacement_in_the_whole_document():
    session = beraad(
        "Fatima vroeg Ngozi iets.", "mevrouw Okafor zei: F.", "ngozi en el Amrani",
        names=("Fatima el Amrani", "Ngozi Okafor"),
    )  # fmt: skip
    gate = Gate.of(session)
    replacements = {one.text: gate.suggestions[one.key] for one in survey(session).findings}
    assert set(replacements.values()) == {"deelnemer 1", "deelnemer 2"}
    assert replacements["Fatima"] != replacements["Ngozi"]
    case = clean(session).case
    assert case.situation == "Een deelnemer vroeg een deelnemer iets."
    assert case.hot_moment == "een deelnemer zei: F."
    assert case.friction == "een deelnemer en een deelnemer"


def test_parts_in_the_talk_are_named_by_their_part():
    session = replace(
        beraad("Fatima, Hans en Jan."),
        participants=(
            participant("Fatima Pot", 1, Part.CASE_OWNER),
            participant("Hans Pot", 2, Part.FACILITATOR),
            participant("Jan Pot", 3, Part.OBSERVER),
        ),
    )
    assert clean(session).case.situation == "De inbrenger, de gespreksleider en een deelnemer."


def test_two_with_the_same_part_are_told_apart():
    session = replace(
        beraad("Fatima en Hans."),
        participants=(
            participant("Fatima Pot", 1, Part.CASE_OWNER),
            participant("Hans Bos", 2, Part.CASE_OWNER),
        ),
    )
    assert set(clean(session).case.situation[:-1].lower().split(" en ")) == {
        "inbrenger 1",
        "inbrenger 2",
    }


def numbers_of(session):
    gate = Gate.of(session)
    return [gate.suggestions[finding.key] for finding in survey(session).findings]


def test_numbers_follow_no_order_that_shows_elsewhere():
    names = tuple(f"Naam{letter}" for letter in "abcdefghijkl")
    text = " ".join(names)
    session = beraad(text, names=names)
    numbers = numbers_of(session)
    assert sorted(numbers) == sorted(f"deelnemer {number}" for number in range(1, 13))
    assert numbers != [f"deelnemer {number}" for number in range(1, 13)]
    turned = replace(session, participants=session.participants[::-1])
    assert numbers_of(turned) == numbers
