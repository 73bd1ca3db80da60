from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.listening import Rule, hints_in
from beraad.phases.suggestions import load
from beraad.records import (
    ArgumentKind,
    Norm,
    PhaseKey,
    Presence,
    Stakeholder,
    Value,
    new_id,
)
from tests.editing.support import blank

WHO = Stakeholder(id=new_id(), name="de inwoner")
VALUES = (
    *(each.name for each in load(None).lists["waarden"].items),
    "",
    "het belang van het kind",
    "zelf kunnen kiezen",
    "mee kunnen doen",
    "gezien worden",
    "erbij horen",
    "er mogen zijn",
    "gelijke behandeling",
    "goed werk leveren",
    "gezag",
    "rust",
    "wederkerigheid",
    "regelmaat",
    "gewetensvrijheid",
    "vrije wil",
    "doen wat kan",
    "zorg voor wie die vraagt",
    "recht op eigen keuzes",
)
NO_VALUES = (
    ("artikel 18", Rule.RULE_AS_VALUE),
    ("Participatiewet", Rule.RULE_AS_VALUE),
    ("de wet", Rule.RULE_AS_VALUE),
    ("de beleidsregel giften", Rule.RULE_AS_VALUE),
    ("volgens het protocol", Rule.RULE_AS_VALUE),
    ("art. 35", Rule.RULE_AS_VALUE),
    ("moet op tijd betalen", Rule.NORM_AS_VALUE),
    ("je hoort eerlijk te zijn", Rule.NORM_AS_VALUE),
    ("wil dat het stopt", Rule.INTEREST_AS_VALUE),
    ("krijgt haar geld", Rule.INTEREST_AS_VALUE),
    ("belang bij een snelle betaling", Rule.INTEREST_AS_VALUE),
    ("geld", Rule.INTEREST_AS_VALUE),
    ("Een woning", Rule.INTEREST_AS_VALUE),
    ("hij heeft drie kinderen", Rule.FACT_AS_VALUE),
    ("is ziek", Rule.FACT_AS_VALUE),
    ("zijn huur is niet betaald", Rule.FACT_AS_VALUE),
    ("de school kost veel", Rule.FACT_AS_VALUE),
    ("€ 400", Rule.FACT_AS_VALUE),
    ("20% korting", Rule.FACT_AS_VALUE),
    ("drie maanden zonder iemand tot last te zijn", Rule.LONG_VALUE),
)
NORMS = (
    "",
    "Zorg dat iemand elke maand de vaste lasten kan betalen.",
    "Je moet kunnen aannemen wat familie geeft.",
    "Help altijd.",
    "Doe in hetzelfde geval hetzelfde.",
)
STILL_VALUES = ("respect", "Eerlijkheid.", "goede zorg")
RESIDENTS = (
    "de inwoner",
    "Inwoner",
    "de moeder",
    "de inwoner: de jongere zelf",
    "zijn zoon",
    "het gezin",
    "mevrouw",
)
OTHERS = ("de inbrenger", "beleid en college", "andere inwoners", "de ketenpartner", "inwonersraad")


def with_value(name):
    return replace(
        blank(),
        stakeholders=(WHO,),
        values=(Value(id=new_id(), stakeholder_id=WHO.id, name=name),),
    )


def with_norms(*norms):
    session = with_value("goede zorg")
    made = (replace(norm, value_id=session.values[0].id) for norm in norms)
    return replace(session, norms=tuple(made))


def with_people(*people):
    made = (each if isinstance(each, Stakeholder) else named(each) for each in people)
    return replace(blank(), stakeholders=tuple(made))


def named(name, **more):
    return Stakeholder(id=new_id(), name=name, **more)


def norm(text, **more):
    return Norm(id=new_id(), value_id=new_id(), text=text, **more)


def rules(session):
    return {hint.rule for hint in hints_in(session, PhaseKey.PERSPECTIVES)}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_left_alone(name):
    assert rules(with_value(name)) == set()


@pytest.mark.parametrize(("name", "rule"), NO_VALUES)
def test_what_is_no_value(name, rule):
    session = with_value(name)
    [hint] = hints_in(session, PhaseKey.PERSPECTIVES)

    assert hint.rule is rule
    assert hint.address.item == session.values[0].id


@pytest.mark.parametrize("text", NORMS)
def test_a_norm_is_left_alone(text):
    assert rules(with_norms(norm(text))) == set()


@pytest.mark.parametrize("text", STILL_VALUES)
def test_a_norm_that_is_still_a_value(text):
    assert rules(with_norms(norm(text))) == {Rule.VALUE_AS_NORM}


@pytest.mark.parametrize("name", RESIDENTS)
def test_the_resident_is_there(name):
    assert rules(with_people(name, "de inbrenger")) == set()


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_is_the_resident(name):
    assert rules(with_people(name, "de inbrenger")) == {Rule.NO_RESIDENT}


def test_a_table_that_is_just_begun_is_left_alone():
    assert rules(with_people("de inbrenger")) == set()
    assert rules(with_people("de inwoner", "de inbrenger", "")) == set()


@pytest.mark.parametrize(
    "third",
    [named("de kinderen", presence=Presence.EMPTY_CHAIR), named("lege stoel: de kinderen")],
    ids=["by presence", "by name"],
)
def test_somebody_sits_on_the_empty_chair(third):
    assert rules(with_people("de inwoner", "de inbrenger", third)) == set()


def test_nobody_sits_on_the_empty_chair():
    session = with_people("de inwoner", "de inbrenger", "beleid en college")
    [hint] = hints_in(session, PhaseKey.PERSPECTIVES)

    assert hint.rule is Rule.NO_EMPTY_CHAIR
    assert hint.address is None


def test_only_legal_arguments():
    legal = [norm(f"Volg regel {n} op.", argument=ArgumentKind.LEGAL) for n in (1, 2)]
    moral = norm("Laat niemand zonder eten.")

    assert rules(with_norms(*legal)) == {Rule.ONLY_LEGAL}
    assert rules(with_norms(*legal, moral)) == set()
    assert rules(with_norms(legal[0])) == set()
