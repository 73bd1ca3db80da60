"""Whether a finished document still holds a word that was taken out of the beraad."""

from __future__ import annotations

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.taken_out import is_ordinary, taken_out, told_by
from beraad.records import Session


def forbidden_words(session: Session, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """Return, literally and in alphabetical order, what must not be found in a finished file.

    Left out is what a search without regard to capitals cannot tell from other words: names that
    are also ordinary words, numbers of a few digits, and what stays somewhere by a decision.
    `leaks` looks for those with more care.
    """
    gate = Gate.of(session, lexicon)
    sought = (find for find in taken_out(gate) if not is_ordinary(find, gate.lexicon))
    return tuple(sorted({find.text for find in sought}))


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
