"""Whether a finished document still holds a word that was taken out of the beraad."""

from __future__ import annotations

from collections.abc import Callable

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.taken_out import gone_everywhere, gone_in_places, still_told, told_by
from beraad.records import Session
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
