"""Who speaks in a chat or in minutes: a name before a colon, at the beginning of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.vocabulary import (
    OPTION_WORDS,
    PARTICLES,
    RELATIONS,
    TITLES,
)
from beraad.privacy.find import Certainty, Find, FindKind
from beraad.privacy.signs.names.scan import mark_name
from beraad.privacy.text.page import Page
from beraad.privacy.text.sought import sought

_TIME = r"(?:\[?(?:\d{1,2}[-/]\d{1,2}[-/]\d{2,4},? )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\]?[ ,-]{0,3})?"
_SPEAKER = sought(
    rf"(?<![^\n])[ \t>*-]{{0,4}}{_TIME}"
    r"(?P<name>[^\W\d_][\w'-]{0,20}\.?(?: [^\W\d_][\w'-]{0,20}\.?){0,3}) ?:(?= ?[^\s/])",
    ":(?= ?[^\\s/])",
    back=110,
    over=r"^\n",
)
_TIMED = sought(
    r"(?<![^\n])[ \t>*-]{0,4}\[?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\]?[ ,-]{0,3}"
    r"(?P<name>[^\W\d_][\w'-]{1,20}\.?(?: [^\W\d_][\w'-]{0,20}\.?){0,2}) ?:(?= ?[^\s/])",
    ":(?= ?[^\\s/])",
    back=60,
    over=r"^\n",
)
_BEFORE_A_TIME = sought(
    r"(?<![^\n])(?P<name>[^\W\d_][\w'-]{1,20}(?: [^\W\d_][\w'-]{0,20}){0,1}),? "
    r"\[?\d{1,2}[:.]\d\d\]?"
    r"(?=[ :])",
    r"[:.](?<=[0-9].)[0-9]{2}",
    back=50,
    over=r"^\n",
)
_OFTEN = 2
_HEADS = frozenset({"let", "wens", "min", "re", "fw", "fwd", "ps", "nb", "cc", "bcc", "van", "aan"})
_LETTERS = frozenset("hijklmnoprstuwyz")
"""Letters that stand for somebody who speaks: no choice, and neither "vraag" nor "antwoord"."""
_NOBODY = OPTION_WORDS | RELATIONS | TITLES | _HEADS


def speakers(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    """Yield whoever begins more than one line: "Bas: Roos komt niet meer"."""
    lines = [(match.span("name"), words_of(match["name"])) for match in _lines(page)]
    times = Counter(words for _, words in lines)
    for (start, last), spoken in lines:
        end, words = _without_work(page, start, last, spoken, lexicon)
        if times[spoken] >= _OFTEN and _is_somebody(words, lexicon):
            yield mark_name(
                page,
                FindKind.PERSON,
                start,
                end,
                cores=tuple(word for word in words if word not in PARTICLES) or words,
                certainty=Certainty.CERTAIN,
                reason="begint vaker een regel, zoals wie spreekt",
            )


def timed_speakers(page: Page, lexicon: Lexicon) -> Iterator[Find]:
    """Yield who speaks at a told time in a chat, before or behind it: "[09:41] pronk: hij zit",
    "mo 15:46 dat is"; a name that is a word only asks.
    """
    before, behind = (tuple(pattern.finditer(page.cased)) for pattern in (_TIMED, _BEFORE_A_TIME))
    behind = behind if len(behind) >= _OFTEN else ()
    talk = len(before) >= _OFTEN or len(behind) >= _OFTEN
    for match in (*before, *behind):
        words = words_of(match["name"])
        if not _NOBODY.isdisjoint(words):
            continue
        plain = any(word in lexicon.never or word in lexicon.allowed for word in words)
        listed = words[0] in lexicon.given or words[0] in lexicon.surnames
        word = lexicon.is_word(words[0]) and not (talk and listed)
        asks = plain or word or not _is_somebody(words, lexicon)
        if len(words) > 1 and asks and lexicon.is_word(words[-1]):
            continue
        yield mark_name(
            page,
            FindKind.PERSON,
            *match.span("name"),
            cores=tuple(word for word in words if word not in PARTICLES) or words,
            certainty=Certainty.POSSIBLE if asks else Certainty.CERTAIN,
            reason="spreekt in een chat",
            asks=asks,
        )


def _without_work(
    page: Page, start: int, end: int, words: tuple[str, ...], lexicon: Lexicon
) -> tuple[int, tuple[str, ...]]:
    """Where a speaker ends without what they are of, and the words: "Anouk Wijkteam"."""
    while len(words) > 1 and words[-1] in lexicon.allowed and not lexicon.is_name(words[-1]):
        cut = page.cased.rfind(" ", start, end)
        if cut < 0 or words_of(page.cased[cut:end]) != words[-1:]:
            break
        end, words = cut, words[:-1]
    return end, words


def _lines(page: Page) -> Sequence[re.Match[str]]:
    return tuple(_SPEAKER.finditer(page.cased))


def _is_somebody(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether this is called so rather than a heading: a name of the lists, or no Dutch word."""
    if not _NOBODY.isdisjoint(words):
        return False
    first = words[0]
    if first in lexicon.given or first in lexicon.surnames:
        return True
    if len(first) == 1:
        return len(words) == 1 and first in _LETTERS
    return not (lexicon.is_word(first) or first in lexicon.allowed)
