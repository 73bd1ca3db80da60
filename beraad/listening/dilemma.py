"""Ronde 2: one short question about one's own acting, and two acts without blame.

The rules for a good question are those of the Dutch national programme Dialoog en Ethiek.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from beraad.listening.hint import Hint, Rule
from beraad.listening.words import listed, pairs, phrases, plain, words_in
from beraad.phases.course import Course
from beraad.phases.dilemma import MORAL_QUESTION, OPTION_TEXT
from beraad.records import Option, PhaseKey, Session

_MOST_WORDS = 15
_MOST_WORDS_OF_A_CHOICE = 20
"""The help proposes "Mag ik … , of moet ik … ?", which takes some words more."""
_OR = re.compile(r",\s+of\b", re.IGNORECASE)
_ENOUGH_TO_JUDGE = 4
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """What is said of a question or an act that is not about those who ask.

    Attributes:
        person: who they are, to themselves.
        question: what such a question is about.
        asked: what leads to such a question, and `begins` how it may begin.
        acts: what leads to such an act.
    """

    person: str
    question: str
    asked: str
    begins: str
    acts: str


_OF_ONE = _Own(
    person="ik",
    question="Een morele vraag gaat over wat je zelf doet.",
    asked="Wat moest jij op dat moment doen of laten?",
    begins="Mag ik … ?",
    acts="Wat doe jij dan? Begin met: Ik …",
)
_OF_THE_MUNICIPALITY = _Own(
    person="wij",
    question="Een beleidsvraag gaat over wat we er zelf mee bedoelen.",
    asked="Wat kiezen wij hier als gemeente?",
    begins="Wat bedoelen we hier met … ?",
    acts="Wat doen wij dan? Begin met: Wij …",
)


def in_dilemma(session: Session) -> Iterator[Hint]:
    """What stands out in the moral question, A and B."""
    own = _OF_THE_MUNICIPALITY if Course.of(session).is_policy else _OF_ONE
    yield from _about_question(session.dilemma.moral_question, own)
    for option in (session.option_a, session.option_b):
        yield from _about_option(option, session.letter(option.id), own)


def _about_question(question: str, own: _Own) -> Iterator[Hint]:
    words = words_in(question)
    if found := phrases("naar_de_uitvoering").match(" ".join(words)):
        yield _on_question(
            Rule.HOW_QUESTION,
            f"“{found[0].capitalize()}” vraagt naar de aanpak, niet naar wat goed is.",
            f"Hoe wordt de vraag als je begint met: {own.begins}",
        )
    if len(words) < _ENOUGH_TO_JUDGE:
        return
    if blames(question):
        yield _on_question(
            Rule.BLAME,
            "Hier lijkt een verwijt in te zitten. Dan gaat het gesprek over een ander.",
            "Waar twijfel jij zelf over?",
        )
    beside = _OR.split(question)
    if len(beside) > _TWO or any("," in part for part in beside):
        yield _on_question(
            Rule.COMMA,
            "Er staat een komma in. Vaak zijn het dan twee vragen, of stuurt de vraag al.",
            "Wat is de ene vraag die overblijft?",
        )
    most = _MOST_WORDS_OF_A_CHOICE if "of" in words else _MOST_WORDS
    if len(words) > most:
        yield _on_question(
            Rule.LONG_QUESTION,
            f"De vraag telt {len(words)} woorden. Een korte vraag houdt iedereen vast.",
            f"Lukt het in {most} woorden of minder?",
        )
    if not listed("eigen_handelen").intersection(words):
        yield _on_question(
            Rule.NOT_OWN_ACTING,
            f"“{own.person.capitalize()}” komt in de vraag niet voor. {own.question}",
            own.asked,
        )


def _about_option(option: Option, letter: str, own: _Own) -> Iterator[Hint]:
    address = OPTION_TEXT.address(option.id)
    words = words_in(option.text)
    if len(words) < _ENOUGH_TO_JUDGE - 1:
        return
    if blames(option.text):
        yield Hint(
            rule=Rule.BLAME,
            phase=PhaseKey.DILEMMA,
            address=address,
            reason=f"In {letter} lijkt een verwijt te zitten. Dan is de kant snel gekozen.",
            question="Wat zou je doen als niemand schuld had?",
        )
    if not listed("eigen_handelen").intersection(words):
        yield Hint(
            rule=Rule.OPTION_NOT_OWN_ACT,
            phase=PhaseKey.DILEMMA,
            address=address,
            reason=f"{letter} staat nog niet in de {own.person}-vorm. Kiezen kun je alleen wat je "
            "zelf doet.",
            question=own.acts,
        )


def blames(text: str) -> bool:
    """Whether a text puts the blame on somebody."""
    said = plain(text)
    return bool(phrases("verwijt").search(said) or pairs("verwijt_wie", "verwijt_wat").search(said))


def _on_question(rule: Rule, reason: str, question: str) -> Hint:
    return Hint(
        rule=rule,
        phase=PhaseKey.DILEMMA,
        address=MORAL_QUESTION.address(),
        reason=reason,
        question=question,
    )
