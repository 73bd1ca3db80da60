"""What a word and its neighbours look like, in the words that the tagger was taught with."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.remembering import Remembered
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
_WIDE = 3
"""How many words before and behind a word are seen."""
_FAR = 5
_RARE = 9
_LONGEST_KNOWN = 7
_SHORTEST_HEAD, _SHORTEST_TAIL = 4, 6
_KINDS = (
    (TITLES, "t"), (RELATIONS, "r"), (CALLED, "c"), (OF_PEOPLE, "v"), (STATES, "z"),
    (ARTICLES, "l"), (PARTICLES, "f"), (NAMES_FOLLOW, "k"),
)  # fmt: skip


_TOLD_BY_LISTS = frozenset("wWgsp?")
_PLAIN_KINDS = Remembered[str, str](
    lambda kind: "".join(sign for sign in kind if sign in _TOLD_BY_LISTS)
)
"""Of the kind of a word only what the longest lists say of it."""


def features(spot: Spot) -> list[str]:
    """Return what can be seen of a word; names of features are only for the model."""
    words, place, lexicon = spot
    kinds, steps = lexicon.remembered(_kind_of), lexicon.common
    token, core = words[place], words[place].core
    back, ahead = _reach(words, place)
    first, last = max(0, place - back), min(len(words) - 1, place + ahead)
    around = range(place - _WIDE, place + _WIDE + 1)
    cores = [words[at].core if first <= at <= last else _EDGE for at in around]
    kept = [words[at] if 0 <= at < len(words) else None for at in around]
    b3, b2, b1, _, a1, a2, a3 = cores
    k3, k2, k1, kind, n1, n2, n3 = [kinds[one.core] if one else _EDGE for one in kept]
    inside = [
        _EDGE if core == _EDGE else kind
        for core, kind in zip(cores, (k3, k2, k1, kind, n1, n2, n3), strict=True)
    ]
    i3, i2, i1, _, j1, j2, j3 = inside
    shape = _shape(token)
    before, after = kept[_WIDE - 1], kept[_WIDE + 1]
    shape_before = _shape(before) if before and b1 != _EDGE else _EDGE
    shape_after = _shape(after) if after and a1 != _EDGE else _EDGE
    gap = _gap(token.gap) if before else _EDGE
    gap_after = _gap(after.gap) if after else _EDGE
    step = steps.get(core, _RARE)
    opening = words[first].core if back else _EDGE
    return [
        f"s{shape}",
        f"k{kind}",
        f"r{step}{shape}",
        f"kr{kind}.{step}",
        f"sk{shape}{kind}",
        f"kb{shape}{k1}",
        f"ka{shape}{n1}",
        f"kbka{shape}{k1}.{n1}",
        f"kkb{kind}.{i1}",
        f"kka{kind}.{j1}",
        f"b{b1}",
        f"a{a1}",
        f"bk{b1}.{kind}",
        f"ak{a1}.{kind}",
        f"bs{b1}.{shape}",
        f"as{a1}.{shape}",
        f"br{b1}.{step}",
        f"ar{a1}.{step}",
        f"ba{b1}.{a1}",
        f"bn{b1}.{j1}",
        f"in{i1}.{a1}",
        f"g{gap}{shape}",
        f"h{gap_after}{shape}",
        f"gh{gap}{gap_after}{k1}{n1}",
        f"hg{gap}{gap_after}{shape}{step}",
        f"w{core}",
        f"e{core[-3:]}{'' if kind else '?'}",
        f"e4{core[-4:]}",
        f"f{core[-2:]}.{shape}",
        f"p{core[:3]}",
        f"n{min(len(core), _LONGEST_KNOWN)}.{kind}",
        f"p5{core[:5]}",
        f"e6{core[-6:]}",
        f"m2{core[2:6]}",
        f"ek{core[-2:]}.{_PLAIN_KINDS[kind]}.{len(core)}",
        f"bb{b2}.{b1}",
        f"aa{a1}.{a2}",
        f"b2{b2}",
        f"a2{a2}",
        f"b3{b3}",
        f"a3{a3}",
        f"kbb{i2}.{i1}.{kind}",
        f"kaa{j1}.{j2}.{kind}",
        f"k3{i3}.{i2}.{i1}",
        f"j3{j1}.{j2}.{j3}",
        f"sss{shape_before}{shape}{shape_after}",
        f"o{opening}.{min(back, _WIDE)}",
        f"p{min(back, 4)}.{min(ahead, 4)}.{shape}",
        f"pk{min(back, 3)}.{min(ahead, 3)}.{kind}",
        f"pr{min(back, 2)}.{min(ahead, 2)}.{step}.{gap}{gap_after}",
    ]


def _reach(words: Sequence[Token], place: int) -> tuple[int, int]:
    """How many words stand before and behind this one in its sentence, up to some."""
    back = 0
    while back < _FAR and place > back and not words[place - back].opens:
        back += 1
    ahead, last = 0, len(words) - 1
    while ahead < _FAR and place + ahead < last and not words[place + ahead + 1].opens:
        ahead += 1
    return back, ahead


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
