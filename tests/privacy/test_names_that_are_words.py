"""Participants called by a plain word, in small letters: where somebody stands, they are asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.phases.wording import NO_NAME
from beraad.privacy.clean import clean, names_kept
from beraad.privacy.review.survey import survey
from beraad.records import Agreement, Consideration, Decision, Verdict, new_id
from tests.privacy.invented import beraad, keep

NAMES = (
    "Mark Gulden",
    "Wil Jansen",
    "Zomer Bakker",
    "Sterre Vos",
    "Dag Hammer",
    "Roos de Wit",
)


def with_agreement(role, *texts):
    told = beraad(*texts, names=NAMES)
    return replace(told, agreements=(Agreement(id=new_id(), what="bellen", role=role),))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mark zet zijn naam onder iets wat niet klopt", "mark"),
        ("ik doe mark tekort", "mark"),
        ("wil moet liegen in haar dossier", "wil"),
        ("dan is zomer haar baan kwijt", "zomer"),
        ("sterre wordt boos", "sterre"),
        ("voor dag is het te zwaar", "dag"),
        ("omdat wil dan alleen staat", "wil"),
        ("dat wil meegaat", "wil"),
        ("dat wil niet meegaat naar het gesprek", "wil"),
        ("omdat wil het niet aandurft", "wil"),
        ("ik bel wil vanavond", "wil"),
        ("wij doen zomer tekort", "zomer"),
        ("als zomer haar baan verliest", "zomer"),
        ("dat dag langskomt", "dag"),
        ("dag moet kiezen", "dag"),
        ("de zorg voor dag valt weg", "dag"),
        ("op mark wachten", "mark"),
        ("wij laten roos in de steek", "roos"),
        ("hierdoor voelt sterre zich alleen", "sterre"),
        ("mark, die dat al doet", "mark"),
    ],
)
def test_who_stands_where_somebody_stands_is_asked_and_not_left(text, name):
    asked = [one for one in survey(beraad(text, names=NAMES)).open if one.text == name]
    assert asked
    assert not any(one.rather_stays for one in asked)


@pytest.mark.parametrize(
    "text",
    [
        "ik wil meegaan",
        "de dag",
        "een roos",
        "dat wil zeggen dat het niet kan",
        "dat wil niemand",
        "dan is het zomer",
        "van de zomer gaat ze weg",
        "wie wil moet zich melden",
        "iedere dag belt ze",
    ],
)
def test_the_plain_word_is_not_asked_about(text):
    assert not survey(beraad(text, names=NAMES)).open


@pytest.mark.parametrize(
    "text",
    [
        "de inwoner wil weg",
        "of ze erbij wil zijn",
        "het gebeurde elke keer weer dag en nacht",
        "zoals moeder wil",
        "dag na dag",
        "voor dag en dauw",
    ],
)
def test_what_reads_as_a_word_is_left_by_the_proposal(text):
    asked = survey(beraad(text, names=NAMES)).open
    assert all(one.rather_stays for one in asked)


@pytest.mark.parametrize(
    ("role", "people"),
    [
        ("mark", 1),
        ("zomer", 1),
        ("sterre", 1),
        ("roos", 1),
        ("wil", 1),
        ("dag", 1),
        ("roos en dag", 2),
        ("wil en roos", 2),
        ("wil, dag", 2),
        ("zomer van de wijk", 1),
        ("wil (jurist)", 1),
    ],
)
def test_a_name_that_answers_who_is_asked_and_not_left(role, people):
    asked = survey(with_agreement(role)).open
    assert len(asked) == people
    assert not any(one.rather_stays for one in asked)
    assert not any(one.everyday for one in asked)


@pytest.mark.parametrize("role", ["zomer", "wil"])
def test_so_it_is_in_van_wie_of_an_afweging(role):
    told = beraad(names=NAMES)
    weighed = Consideration(
        id=new_id(), participant_id=told.participants[0].id, needs="raad", needs_from=role
    )
    told = replace(told, considerations=(weighed,))
    assert [(one.text, one.rather_stays) for one in survey(told).open] == [(role, False)]


def test_what_was_decided_where_it_answers_who_says_nothing_of_the_word():
    told = with_agreement("zomer", "de hele zomer door")
    asked = survey(told).open
    taken = Decision(id=new_id(), key=asked[0].key, verdict=Verdict.REPLACE)
    cleaned = clean(replace(told, decisions=(taken,)))
    assert cleaned.agreements[0].role == "een deelnemer"
    assert cleaned.case.situation == "de hele zomer door"


@pytest.mark.parametrize("role", ["wethouder", "imker", "sekswerker", "dominee"])
def test_nobody_is_told_by_a_bare_placeholder_where_it_answers_who(role):
    told = with_agreement(role, f"de {role} blijft erbij")
    for _ in range(6):
        if not (asked := survey(told).open):
            break
        taken = Decision(
            id=new_id(),
            key=asked[0].key,
            verdict=Verdict.REPLACE,
            replacement=asked[0].generalised,
        )
        told = replace(told, decisions=(*told.decisions, taken))
    cleaned = clean(told)
    assert role not in cleaned.agreements[0].role
    assert "[" not in cleaned.agreements[0].role
    assert "[" not in cleaned.case.situation


def test_a_name_that_somebody_left_is_no_name_that_is_gone():
    told = beraad("mark zet zijn naam eronder", names=NAMES)
    key = survey(told).open[0].key
    left = replace(told, decisions=(keep(key),))
    assert clean(left).names_left
    assert names_kept(left) == ("mark",)
    assert not clean(told).names_left


def test_a_word_that_is_no_name_was_not_left_as_one():
    told = beraad("de inwoner wil weg", "mark zet zijn naam eronder", names=NAMES)
    decisions = tuple(
        replace(keep(one.key), reason=NO_NAME if one.text == "mark" else "gewoon")
        for one in survey(told).open
    )
    assert not clean(replace(told, decisions=decisions)).names_left
