"""Ronde 4: a value is general, short and positive; no rule, no fact, no interest, no norm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.listening.hint import Hint, Rule
from beraad.listening.words import listed, phrases, plain, words_in
from beraad.phases.course import Course
from beraad.phases.perspectives import NORM, VALUE
from beraad.records import Id, PhaseKey, Session

_MOST_WORDS = 5
_AMOUNT = re.compile(r"\d|[€%]")

_SAYS = {
    Rule.RULE_AS_VALUE: (
        "Dit klinkt als een regel. Een waarde is waarom die regel er is.",
        "Wat wil deze regel beschermen?",
    ),
    Rule.FACT_AS_VALUE: (
        "Dit klinkt als een feit. Een waarde is een woord voor wat telt.",
        "Wat maakt dit belangrijk, en voor wie?",
    ),
    Rule.INTEREST_AS_VALUE: (
        "Dit klinkt als een belang: iets wat iemand wil of nodig heeft.",
        "Waarom telt dat? Welke waarde zit daaronder?",
    ),
    Rule.NORM_AS_VALUE: (
        "Dit klinkt als een norm: wat je hoort te doen.",
        "Vanwege welke waarde hoort dat zo?",
    ),
    Rule.LONG_VALUE: (
        f"Een waarde past meestal in een paar woorden; dit zijn er meer dan {_MOST_WORDS}.",
        "Welk ene woord zou de groep kiezen?",
    ),
}


def in_values(session: Session) -> Iterator[Hint]:
    """Values that are something else, and norms that are still a value."""
    for value in session.values:
        if rule := _kind(value.name):
            reason, question = _SAYS[rule]
            yield Hint(
                rule=rule,
                phase=PhaseKey.PERSPECTIVES,
                address=VALUE.address(value.id),
                reason=reason,
                question=question,
            )
    names = {plain(value.name) for value in session.values}
    for norm in session.norms:
        if _is_still_a_value(norm.text, names):
            yield _value_as_norm(norm.id, Course.of(session).asks_norm)


def _kind(name: str) -> Rule | None:
    """What a value is instead; None when it may well be a value."""
    said, words = plain(name), words_in(name)
    if _is_rule(words):
        return Rule.RULE_AS_VALUE
    if phrases("norm_in_waarde").search(said):
        return Rule.NORM_AS_VALUE
    if said in listed("belang") or phrases("belang_in_waarde").search(said):
        return Rule.INTEREST_AS_VALUE
    if _AMOUNT.search(said) or _is_sentence(words):
        return Rule.FACT_AS_VALUE
    return Rule.LONG_VALUE if len(words) > _MOST_WORDS else None


def _is_rule(words: tuple[str, ...]) -> bool:
    endings = tuple(listed("regel_einde"))
    return any(word in listed("regel") or word.endswith(endings) for word in words)


def _is_sentence(words: tuple[str, ...]) -> bool:
    verbs, begins = listed("feit_werkwoord"), listed("feit_begin")
    first = words[:1]
    return not verbs.isdisjoint(first if begins.isdisjoint(first) else words)


def _is_still_a_value(norm: str, names: set[str]) -> bool:
    said = plain(norm).rstrip(".")
    return bool(said) and (len(words_in(said)) == 1 or said in names)


def _value_as_norm(norm: Id, question: str) -> Hint:
    return Hint(
        rule=Rule.VALUE_AS_NORM,
        phase=PhaseKey.PERSPECTIVES,
        address=NORM.address(norm),
        reason="Dit is nog een waarde. Een norm zegt wat je dan hoort te doen.",
        question=question,
    )
