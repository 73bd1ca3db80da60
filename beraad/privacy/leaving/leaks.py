"""Whether a finished document still holds a word that was taken out of the beraad."""

from __future__ import annotations

from collections.abc import Callable

from beraad.phases.wording import SAYS_NO_NAME
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find, FindKind
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.taken_out import gone_everywhere, gone_in_places, still_told, told_by
from beraad.records import Decision, Session, Verdict
from beraad.records.anatomy import Address


def forbidden_words(session: Session, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """Return, literally and in alphabetical order, what must not be found in a finished file.

    Left out is what a search without regard to capitals cannot tell from other words: names that
    are also ordinary words, numbers of a few digits, and what stays somewhere by a decision.
    `leaks` looks for those with more care.
    """
    return tuple(sorted(gone_everywhere(Gate.of(session, lexicon))))


def words_in_places(
    session: Session,
    lexicon: Lexicon | None = None,
    *,
    counts: Callable[[Address], bool] = lambda _: True,
) -> tuple[str, ...]:
    """Return what went only where it pointed to somebody, at the addresses that count.

    Words of every day, days and ages: none of these is among the `forbidden_words`.
    """
    gate = Gate.of(session, lexicon)
    return gone_in_places(gate, (text for address, text in gate.passages if counts(address)))


def mentions_removed(
    session: Session,
    lexicon: Lexicon | None = None,
    *,
    counts: Callable[[Address], bool] = lambda _: True,
) -> int:
    """Return at how many places something was taken out, at the addresses that count."""
    return Gate.of(session, lexicon).removed(counts)


def names_kept(
    session: Session,
    lexicon: Lexicon | None = None,
    *,
    counts: Callable[[Address], bool] = lambda _: True,
) -> tuple[str, ...]:
    """Return the names of people that somebody decided to leave, at the addresses that count.

    In the order of the rondes, each once; not what reads as a plain word, or was said to be one.
    """
    return kept_by(Gate.of(session, lexicon), counts)


def kept_by(gate: Gate, counts: Callable[[Address], bool]) -> tuple[str, ...]:
    """The same of a beraad that was read."""
    kept = (
        one.text
        for address, text in gate.passages
        if counts(address)
        for one in gate.shown(text)
        if _names_somebody(one) and _is_kept(gate.decision(one))
    )
    return tuple(dict.fromkeys(kept))


def _names_somebody(find: Find) -> bool:
    """Whether this is a name rather than a plain word."""
    if find.kind is FindKind.PARTICIPANT:
        return not find.rather_stays
    return find.kind is FindKind.PERSON and not find.everyday


def _is_kept(decision: Decision | None) -> bool:
    if decision is None or decision.verdict is not Verdict.KEEP:
        return False
    return decision.reason.strip() not in SAYS_NO_NAME


def left_elsewhere(
    text: str,
    session: Session,
    lexicon: Lexicon | None = None,
    *,
    own: str = "",
    counts: Callable[[Address], bool] = lambda _: True,
) -> tuple[str, ...]:
    """Return which of the `words_in_places` a finished document says in another place."""
    words = words_in_places(session, lexicon, counts=counts)
    return still_told(words, text, Gate.of(session, lexicon).lexicon, own=own)


def leaks(
    text: str, session: Session, lexicon: Lexicon | None = None, *, own: str = ""
) -> tuple[str, ...]:
    """Return which of the words taken out of a beraad still occur in a finished document.

    Case, diacritics, line breaks and the signs between words make no difference. A name that is
    also an ordinary word, or only initials, counts when it is written with the same capitals.
    `own` is what the document says by itself, such as its headings: a word that stands there may
    stand in the document as often as it does there, and not once more.
    """
    return told_by(Gate.of(session, lexicon), text, own=own)
