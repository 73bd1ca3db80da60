"""An age as an age group: "in de dertig", "een tiener"."""

from __future__ import annotations

from enum import StrEnum

_YOUNG, _TEEN, _ADULT, _TWENTIES, _OLD, _OLDEST = 4, 12, 18, 23, 60, 80
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig")


class AgeForm(StrEnum):
    """How an age stands in its sentence."""

    STATED = "stated"
    """ "zij is 34 jaar", "een man, 34". """
    BRACKETED = "bracketed"
    """ "Sterre (15)". """
    BEHIND_VAN = "behind_van"
    """ "een kind van 3". """
    BEFORE_NOUN = "before_noun"
    """ "de 34-jarige vrouw". """
    BEFORE_NEUTER = "before_neuter"
    """ "een 15-jarig meisje". """
    NOUN = "noun"
    """ "de 34-jarige belde". """
    PLURAL = "plural"
    """ "drie 16-jarigen". """


_WORDS = {
    AgeForm.STATED: ("een heel jong kind", "een kind", "een tiener"),
    AgeForm.BRACKETED: ("heel jong kind", "kind", "tiener"),
    AgeForm.BEHIND_VAN: ("onder de vier", "onder de twaalf", "onder de achttien"),
    AgeForm.BEFORE_NOUN: (
        "heel jonge", "jonge", "minderjarige", "jongvolwassen", "volwassen", "oudere",
    ),
    AgeForm.BEFORE_NEUTER: (
        "heel jong", "jong", "minderjarig", "jongvolwassen", "volwassen", "ouder",
    ),
    AgeForm.NOUN: ("peuter", "jongere", "jongere", "jongvolwassene", "volwassene", "oudere"),
    AgeForm.PLURAL: (
        "peuters", "kinderen", "jongeren", "jongvolwassenen", "volwassenen", "ouderen",
    ),
}  # fmt: skip


def age_group(age: int, form: AgeForm) -> str:
    """The group that an age belongs to, in words that fit its sentence."""
    words = _WORDS[form]
    place = sum(age >= limit for limit in (_YOUNG, _TEEN, _ADULT, _TWENTIES, _OLD))
    return words[place] if place < len(words) else _tens(age)


def _tens(age: int) -> str:
    if age < _TWENTIES:
        return "rond de twintig"
    return "boven de tachtig" if age >= _OLDEST else f"in de {_TENS[age // 10]}"
