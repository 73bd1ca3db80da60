from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.finding.finding import candidates
from beraad.privacy.finding.outgoing import outgoing
from beraad.privacy.finding.reading import Reading, gathered
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import (
    CaseAccount,
    Decision,
    Id,
    KnownWord,
    Part,
    Participant,
    Session,
    Verdict,
    blank_session,
    new_id,
)

HELD_ON = date(2026, 11, 18)


def beraad(
    *texts: str,
    names: tuple[str, ...] = (),
    words: tuple[str | tuple[str, str], ...] = (),
    decisions: tuple[Decision, ...] = (),
) -> Session:
    """A beraad with up to three texts in ronde 1; of the names nobody has a part of their own."""
    situation, hot_moment, friction = (*texts, "", "", "")[:3]
    session = blank_session(now=datetime(2026, 11, 18, 13, 3, tzinfo=UTC), held_on=HELD_ON)
    return replace(
        session,
        id=Id("0" * 32),
        participants=tuple(participant(name, number) for number, name in enumerate(names)),
        known_words=tuple(_word(word) for word in words),
        decisions=decisions,
        case=CaseAccount(situation=situation, hot_moment=hot_moment, friction=friction),
    )


def participant(name: str, number: int = 0, part: Part = Part.PARTICIPANT) -> Participant:
    return Participant(id=Id(f"{number:032x}"), name=name, role="consulent", part=part)


def keep(key: str) -> Decision:
    return Decision(id=new_id(), key=key, verdict=Verdict.KEEP, reason="staat op de gevel")


def instead(key: str, replacement: str) -> Decision:
    return Decision(id=new_id(), key=key, verdict=Verdict.REPLACE, replacement=replacement)


def _word(word: str | tuple[str, str]) -> KnownWord:
    text, replacement = word if isinstance(word, tuple) else (word, "")
    return KnownWord(id=new_id(), word=text, replacement=replacement)


def texts_of(session: Session) -> tuple[str, ...]:
    """Every different text of a beraad that may go out, in the order of the rondes."""
    return tuple(dict.fromkeys(text for _, text in outgoing(session) if text))


def read_afresh(session: Session) -> Reading:
    """What the finders say when nothing of this beraad was read before."""
    known = KnownNames.of(session)
    return gathered(known, shipped(), candidates(texts_of(session), known))
