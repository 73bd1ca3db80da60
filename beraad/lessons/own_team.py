"""What in a leerverslag is called as the team of the beraad is: by that others find the team."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.phases import lesson as texts
from beraad.privacy.dutch.folding import fold
from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.records import Session

_WORD = re.compile(r"[^\W\d_]+")
_GROUP = re.compile(r"\w*teams?|afdeling|dienst|loket|cluster|unit|bureau|stadsdeel|gebied")
_PLACE = re.compile(
    r"(?:noord|zuid|oost|west)(?:oost|west)?(?:rand|wijk|zijde|kant|hoek|plein|dorp|stad|end?)?"
    r"|\w{3,}(?:rand|wijk|buurt|hof|veld|dorp|kwartier|poort|berg|burg|oord|polder|haven|stad)"
    r"|centrum|binnenstad"
)
"""What a part of a town is called: also without a capital nothing else is meant."""
_NO_PLACE = frozenset({"werkveld", "krachtenveld"})
_OPENS = re.compile(r"(?:^|[.!?…:\n])[\s“\"'‘(]*$")
_SHORTEST = 3


def named(session: Session, lexicon: Lexicon | None = None) -> Iterator[str]:
    """Each district, place or name of the team that stands in the leerverslag, as a sentence.

    An ordinary word in the name of a team, such as "inkomen", is of everybody, unless a capital
    within a sentence tells that the name is meant.
    """
    lexicon = lexicon or shipped()
    own = {
        word
        for word in _WORD.findall(fold(session.opening.team).lower)
        if len(word) >= _SHORTEST and not _GROUP.fullmatch(word)
    }
    if not own:
        return
    for field in texts.FIELDS:
        text = str(getattr(session.lesson, field.name))
        for match in _WORD.finditer(text):
            word = fold(match[0]).lower
            if word in own and _is_called(word, match, lexicon):
                yield (
                    f"Onder “{field.label}” staat “{match[0]}”, en zo heet jullie team: "
                    "schrijf de zin zonder."
                )
                break


def _is_called(word: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    if _PLACE.fullmatch(word) and word not in _NO_PLACE:
        return True
    if not lexicon.is_word(word):
        return word not in lexicon.allowed
    opens = _OPENS.search(match.string[: match.start()])
    return match[0].istitle() and not opens
