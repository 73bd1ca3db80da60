"""Ronde 2: one short question about one's own acting, and two acts without blame.

The rules for a good question are those of the Dutch national programme Dialoog en Ethiek.
"""

from __future__ import annotations

from collections.abc import Iterator

from beraad.listening.hint import Hint, Rule
from beraad.listening.words import listed, pairs, phrases, plain, words_in
from beraad.phases.dilemma import MORAL_QUESTION, OPTION_TEXT
from beraad.records import Option, PhaseKey, Session

_MOST_WORDS = 15
_ENOUGH_TO_JUDGE = 4


def in_dilemma(session: Session) -> Iterator[Hint]:
    """What stands out in the moral question, A and B."""
    yield from _about_question(session.dilemma.moral_question)
    for option in (session.option_a, session.option_b):
        yield from _about_option(option, session.letter(option.id))


def _about_question(question: str) -> Iterator[Hint]:
    words = words_in(question)
    if begins := phrases("naar_de_uitvoering").match(" ".join(words)):
        yield _on_question(
            Rule.HOW_QUESTION,
            f"“{begins[0].capitalize()}” vraagt naar de aanpak, niet naar wat goed is.",
            "Hoe wordt de vraag als je begint met: Mag ik … ?",
        )
    if len(words) < _ENOUGH_TO_JUDGE:
        return
    if blames(question):
        yield _on_question(
            Rule.BLAME,
            "Hier lijkt een verwijt in te zitten. Dan gaat het gesprek over een ander.",
            "Waar twijfel jij zelf over?",
        )
    if "," in question:
        yield _on_question(
            Rule.COMMA,
            "Er staat een komma in. Vaak zijn het dan twee vragen, of stuurt de vraag al.",
            "Wat is de ene vraag die overblijft?",
        )
    if len(words) > _MOST_WORDS:
        yield _on_question(
            Rule.LONG_QUESTION,
            f"De vraag telt {len(words)} woorden. Een korte vraag houdt iedereen vast.",
            f"Lukt het in {_MOST_WORDS} woorden of minder?",
        )
    if not listed("eigen_handelen").intersection(words):
        yield _on_question(
            Rule.NOT_OWN_ACTING,
            "“Ik” komt in de vraag niet voor. Een morele vraag gaat over wat je zelf doet.",
            "Wat moest jij op dat moment doen of laten?",
        )


def _about_option(option: Option, letter: str) -> Iterator[Hint]:
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
            reason=f"{letter} staat nog niet in de ik-vorm. Kiezen kun je alleen wat je zelf doet.",
            question="Wat doe jij dan? Begin met: Ik …",
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
