"""What a word and its neighbours look like, in the words that the tagger was taught with."""

from __future__ import annotations

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.vocabulary import (
    ARTICLES,
    CALLED,
    NAMES_FOLLOW,
    OF_PEOPLE,
    PARTICLES,
    RELATIONS,
    STATES,
    TITLES,
)
from beraad.privacy.signs.names.seed import Spot
from beraad.privacy.signs.names.tokens import Token

_EDGE = "|"
_LONGEST_KNOWN = 7
_SHORTEST_HEAD, _SHORTEST_TAIL = 4, 6
_KINDS = (
    (TITLES, "t"), (RELATIONS, "r"), (CALLED, "c"), (OF_PEOPLE, "v"), (STATES, "z"),
    (ARTICLES, "l"), (PARTICLES, "f"), (NAMES_FOLLOW, "k"),
)  # fmt: skip


def features(spot: Spot) -> list[str]:
    """Return what can be seen of a word; names of features are only for the model."""
    words, place, lexicon = spot
    token = words[place]
    last = len(words) - 1
    before = words[place - 1] if place else None
    after = words[place + 1] if place < last else None
    opens, closes = token.opens or before is None, after is None or after.opens
    shape = _shape(token)
    kind = kind_of(token.core, lexicon)
    kind_before = _EDGE if before is None else kind_of(before.core, lexicon)
    kind_after = _EDGE if after is None else kind_of(after.core, lexicon)
    word_before = _EDGE if opens or before is None else before.core
    word_after = _EDGE if closes or after is None else after.core
    gap = _gap(token.gap) if before else _EDGE
    gap_after = _gap(after.gap) if after else _EDGE
    core = token.core
    seen = [
        f"s{shape}",
        f"k{kind}",
        f"sk{shape}{kind}",
        f"kb{shape}{kind_before}",
        f"ka{shape}{kind_after}",
        f"kbka{shape}{kind_before}.{kind_after}",
        f"kkb{kind}.{kind_before}",
        f"kka{kind}.{kind_after}",
        f"b{word_before}",
        f"a{word_after}",
        f"bk{word_before}.{kind}",
        f"ak{word_after}.{kind}",
        f"bs{word_before}.{shape}",
        f"as{word_after}.{shape}",
        f"ba{word_before}.{word_after}",
        f"g{gap}{shape}",
        f"h{gap_after}{shape}",
        f"gh{gap}{gap_after}{kind_before}{kind_after}",
        f"w{core}",
        f"e{core[-3:]}{'' if kind else '?'}",
        f"f{core[-2:]}.{shape}",
        f"n{min(len(core), _LONGEST_KNOWN)}.{kind}",
    ]
    if place > 1:
        earlier = words[place - 2]
        seen.append(
            f"bb{_EDGE if opens or (before and before.opens) else earlier.core}.{word_before}"
        )
        seen.append(f"kbb{kind_of(earlier.core, lexicon)}.{kind_before}")
    if place + 1 < last:
        later = words[place + 2]
        seen.append(f"aa{word_after}.{_EDGE if closes or later.opens else later.core}")
        seen.append(f"kaa{kind_after}.{kind_of(later.core, lexicon)}")
    return seen


def kind_of(core: str, lexicon: Lexicon) -> str:
    """Which lists hold a word, a letter for each; "?" for a word that none does."""
    return lexicon.remembered(_kind_of)[core]


def _kind_of(core: str, lexicon: Lexicon) -> str:
    if core.isdecimal():
        return "d"
    signs = [sign for words, sign in _KINDS if core in words]
    signs += ["1"] if len(core) == 1 else []
    signs += ["w"] if core in lexicon.words else []
    signs += ["g"] if core in lexicon.given else []
    signs += ["s"] if core in lexicon.surnames else []
    signs += ["p"] if core in lexicon.places else []
    signs += ["o"] if core in lexicon.proper or core in lexicon.organisations else []
    signs += ["n"] if core in lexicon.never else []
    signs += ["a"] if core in lexicon.allowed else []
    signs += ["m"] if core in lexicon.mostly else []
    if not signs:
        signs = ["W"] if lexicon.is_word(core) or _ends_as_a_word(core, lexicon) else ["?"]
    return "".join(signs)


def _ends_as_a_word(core: str, lexicon: Lexicon) -> bool:
    """Whether the last part of a word is a word: "kwaliteitsmedewerker"."""
    tails = range(_SHORTEST_HEAD, len(core) - _SHORTEST_TAIL + 1)
    return any(core[cut:] in lexicon.words for cut in tails)


def _shape(token: Token) -> str:
    if token.shouted:
        return "S"
    if token.capital:
        return "O" if token.opens else "C"
    if token.quiet:
        return "q" if token.opens else "u"
    return "l"


def _gap(gap: str) -> str:
    if gap == " ":
        return "_"
    if "\n" in gap:
        return "/"
    return next((sign for sign in ".,:(;-|\"'&+)" if sign in gap), "x")
