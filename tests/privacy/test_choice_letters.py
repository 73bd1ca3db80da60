"""The letter of an option is nobody's initial, in a beraad that has that option."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.review.gate import Gate
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import Option, Part, Participant, new_id
from tests.builders import filled_session

SEVEN = frozenset("ABCDEFG")
KNOWN = KnownNames.named(year=2026, letters=SEVEN)

TEXTS = (
    "G. gewoon vragen, en daarna C. proefrit",
    "C, en daarna D. Niet A.",
    "Eerst B. Dan C. Wij kiezen F.",
    "optie B, dan C. niet G",
    "A. of B. maakt niet uit",
    "E. bellen",
    "Het wordt G. gewoon doen",
    "Met B. kan ik leven, met A. niet.",
    "Twee voor C, één voor D. F. niet.",
    "1. C. eerst bellen 2. D. daarna schrijven",
    "G. Beschikking intrekken en dan B. Samen bellen.",
    "We doen E. want dat helpt, G. is te duur.",
    "Liever D. laten zitten.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_letter_of_a_choice_is_never_an_initial(text):
    assert not [one.text for one in find(text, KNOWN) if one.kind is FindKind.PERSON]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A. Jansen belde.", "A. Jansen"),
        ("Gisteren kwam C. de Vries langs.", "C. de Vries"),
        ("Mevrouw A. belde.", "A"),
        ("Toen kwam H. binnen.", "H"),
        ("Dat zei Marieke B. ook.", "Marieke B"),
        ("Ook aanwezig was Kowalczyk, A.", "Kowalczyk, A"),
        ("Hij belde J.A. Jansen.", "J.A. Jansen"),
    ],
)
def test_a_name_behind_or_before_a_letter_still_goes(text, name):
    found = [one for one in find(text, KNOWN) if not one.asks]

    assert any(one.text.startswith(name.split(",")[0]) for one in found), found


@pytest.mark.parametrize("text", ["Gisteren kwam A. Bakker langs.", "Vraag B. Winter maar."])
def test_a_letter_before_a_word_that_is_a_name_too_is_asked(text):
    found = [one for one in find(text, KNOWN) if one.kind is FindKind.PERSON]

    assert found
    assert all(one.asks for one in found)


def test_a_letter_that_no_option_has_is_read_as_before():
    assert find("Het wordt G. gewoon doen", KnownNames.named(letters=frozenset("ABC")))


@pytest.mark.parametrize("section", ["conclusion.answer", "dialogue.shared", "agreements.what"])
def test_a_beraad_keeps_the_letters_of_its_choices(section):
    session = filled_session()
    options = tuple(Option(id=new_id(), text=f"Weg {number}", short="") for number in range(7))
    text = "G. gewoon vragen, en daarna C. proefrit"
    name, field = section.split(".")
    record = getattr(session, name)
    if isinstance(record, tuple):
        told = (replace(record[0], **{field: text}), *record[1:])
    else:
        told = replace(record, **{field: text})
    people = (*session.participants, Participant(id=new_id(), name="C", part=Part.PARTICIPANT))
    gate = Gate.of(replace(session, options=options, participants=people, **{name: told}))

    assert gate.cleaned(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Ergo schoof van A naar B, afdelingshoofd koos B.",
        "aandachtsfunctionaris schoof van A naar D",
    ],
)
def test_words_around_a_choice_are_no_names(text):
    assert not [one.text for one in find(text, KNOWN) if one.kind is FindKind.PERSON]


@pytest.mark.parametrize("letters", [frozenset(), SEVEN])
@pytest.mark.parametrize("surname", ["Dijkhuis", "Kuipers", "Bakker", "de Vries", "Winter"])
@pytest.mark.parametrize("first", ["T", "H", "D"])
def test_two_of_one_surname_keep_their_own_initials(letters, surname, first):
    text = f"{first}. {surname} en A. {surname} belden allebei."
    found = find(text, KnownNames.named(year=2026, letters=letters))

    assert [(one.text, one.asks) for one in found] == [
        (f"{first}. {surname}", False),
        (f"A. {surname}", False),
    ]
    assert {one.kind for one in found} == {FindKind.PERSON}


def test_two_of_one_surname_are_two_people():
    session = filled_session()
    text = "T. Dijkhuis en A. Dijkhuis tekenden allebei."
    told = replace(session.dialogue, shared=text)
    gate = Gate.of(replace(session, dialogue=told))

    left = gate.cleaned(text)
    assert "Dijkhuis" not in left
    assert "A." not in left
    assert len(set(re.findall(r"\[persoon \d+\]", left))) == 2


@pytest.mark.parametrize("letters", ["K.D.", "K.D", "J.T.", "A.D.", "B.N."])
@pytest.mark.parametrize("behind", ["", ", 34 jaar", " en haar kind.", "\nZij belde."])
def test_no_letter_of_initials_stays(letters, behind):
    text = f"Het gaat om inwoner {letters}{behind}"
    session = filled_session()
    left = Gate.of(replace(session, dialogue=replace(session.dialogue, shared=text))).cleaned(text)

    assert not re.search(r"\b[A-Z]\b", left.removeprefix("Het")), left
    assert "]. en" not in left
    assert "].," not in left
