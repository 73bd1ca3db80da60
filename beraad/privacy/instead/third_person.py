"""What one person says of oneself, said of somebody: "ik bel haar" becomes "iemand belt haar"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_WORD = re.compile(r"(?<![\w’'-])(?:m['’]n|['’]?[^\W\d_][\w’'-]*)")
_I = frozenset({"ik", "'k", "’k"})
_MINE = frozenset({"mijn", "m'n", "m’n"})
_ME = frozenset({"mij", "me"})
_MYSELF = frozenset({"mezelf", "mijzelf"})
_JOINS = frozenset({"en", "of"})
_TE = frozenset({"te"})
_GOES_ON = frozenset({"maar", "want", "dus", *_JOINS})
_OPENS = frozenset({
    "aangezien", "als", "behalve", "dat", "die", "doordat", "hoe", "hoelang", "hoeveel",
    "hoewel", "indien", "mits", "nadat", "naarmate", "omdat", "opdat", "sinds", "tenzij",
    "terwijl", "toen", "tot", "totdat", "voor", "voordat", "waar", "waaraan", "waarbij",
    "waardoor", "waarin", "waarmee", "waarom", "waarop", "waarover", "waaruit", "waarvan",
    "waarvoor", "wanneer", "wat", "welke", "wie", "wiens", "zoals", "zodat", "zodra", "zolang",
})  # fmt: skip
"""After these the verb of a clause comes at its end; so does that of "voor ik bel"."""

_MAY_OPEN = frozenset({"als", "dat", "die", "sinds", "tot", "voor", "waar", "wat", "wie"})
_OF_PLACE = frozenset({"sinds", "tot", "voor"})
_WHO = frozenset({
    "ik", "jij", "je", "hij", "zij", "ze", "we", "wij", "jullie", "iemand", "niemand", "men", "er",
})  # fmt: skip
"""Who does something in a clause that such a word opens."""

_IS_SAID = {
    "ben": "is", "heb": "heeft", "ga": "gaat", "sta": "staat", "sla": "slaat", "doe": "doet",
    "zie": "ziet", "hou": "houdt", "rij": "rijdt", "snij": "snijdt", "glij": "glijdt",
    "vermij": "vermijdt", "besta": "bestaat", "versta": "verstaat", "ontsta": "ontstaat",
    "verga": "vergaat", "bega": "begaat", "onderga": "ondergaat", "doorsta": "doorstaat",
}  # fmt: skip
_STAYS = frozenset({
    "kan", "wil", "zal", "mag", "zou", "kon", "wou", "mocht", "moest", "wist", "dacht",
    "bracht", "kocht", "zocht", "was", "had", "deed", "ging", "zag", "gaf", "nam", "kwam",
    "liet", "liep", "hield", "viel", "sprak", "bleef", "schreef", "vond", "stond", "werd",
    "hielp", "trok", "koos", "verloor", "begon", "sloeg", "droeg", "vroeg", "riep", "sliep",
    "las", "at", "zat", "lag", "sloot", "bood", "loog", "genoot", "leed", "keek", "leek",
    "bleek", "vergat", "verliet", "begreep", "greep", "hing", "ving", "won", "dronk", "schrok",
    "trof", "zweeg", "overwoog", "bewoog", "kreeg", "besloot", "besprak", "herkende", "durfde",
})  # fmt: skip
"""The same of somebody as of oneself."""

_NO_VERB = frozenset({
    "aan", "al", "alleen", "alles", "als", "altijd", "anders", "bij", "binnen", "buiten",
    "daar", "dan", "dat", "de", "deze", "die", "dit", "door", "drie", "echt", "eens", "eerst",
    "eigenlijk", "er", "even", "gewoon", "goed", "graag", "haar", "heel", "hem", "hen", "het",
    "hier", "hij", "hoe", "hun", "ik", "in", "iets", "ja", "je", "jij", "juist", "kort", "lang",
    "later", "liever", "maar", "me", "mee", "meer", "men", "met", "mij", "mijn", "morgen", "na",
    "naar", "nee", "niemand", "niet", "niets", "nog", "nooit", "nou", "nu", "of", "om", "omdat",
    "onder", "ons", "ook", "op", "over", "samen", "soms", "straks", "te", "tegen", "ten",
    "terug", "toch", "toe", "toen", "tot", "tussen", "twee", "u", "uit", "vaak", "van",
    "vandaag", "vast", "veel", "vanuit", "volgens", "voor", "vooral", "want", "wat", "weer",
    "wel", "werkelijk", "wie", "wij", "zelf", "zich", "zij", "ze", "zo", "zonder", "en", "een",
    "elke", "iedere", "geen", "dus", "kind", "werk", "team", "punt", "recht", "feit", "mens",
    "hand", "kant", "moment",
})  # fmt: skip
"""What stands beside "ik" and does nothing, though it looks like a verb."""

_ALSO_DOES = frozenset({
    "bel", "beslis", "bespreek", "beloof", "bied", "blijf", "breng", "denk", "doe", "durf",
    "ga", "geef", "haal", "heb", "help", "hoop", "houd", "kies", "kijk", "kom", "laat", "leg",
    "let", "lees", "luister", "maak", "mail", "meld", "neem", "noem", "onderzoek", "overleg",
    "praat", "probeer", "regel", "schrijf", "spreek", "stel", "stuur", "verlaag", "verdeel",
    "vertel", "vind", "volg", "vraag", "wacht", "werk", "wil", "zeg", "zet", "zie", "zoek",
    "zorg",
})  # fmt: skip
"""What somebody does besides: "ik bel haar en vraag hoe het gaat"."""

_WORKS_WITH = re.compile(
    r".*(?:docent|leraar|lerares|jurist|consulent|manager|coach|werker|begeleider|adviseur|arts"
    r"|medewerker|ambtenaar|mentor|leider|regisseur|coördinator|collega)"
)
_SOMEBODY, _AGAIN = "iemand", "die"


class Said(NamedTuple):
    """What is said of somebody at a place where one spoke of oneself."""

    start: int
    end: int
    instead: str


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def third_person(text: str, is_word: Callable[[str], bool]) -> Iterator[Said]:
    """Yield what to say instead, in order; nothing where nobody speaks of themselves.

    `is_word` tells verbs from other words: what somebody does is a word too, as "belt" is.
    """
    tokens = [_Token(one[0].casefold(), *one.span()) for one in _WORD.finditer(text)]
    if not any(one.text in _I | _MINE | _ME | _MYSELF for one in tokens):
        return
    told = _Telling(text, tokens, is_word)
    yield from sorted(told.all())


class _Telling:
    """One text, told of somebody."""

    def __init__(self, text: str, tokens: Sequence[_Token], is_word: Callable[[str], bool]) -> None:
        self._text = text
        self._tokens = tokens
        self._is_word = is_word
        self._done: set[int] = set()

    def all(self) -> Iterator[Said]:
        named = speaks = False
        for place, token in enumerate(self._tokens):
            if token.text in _I:
                yield from self._subject(place, named=named, speaks=speaks)
                speaks = speaks or not self._opens(place - 1)
                named = True
            elif token.text in _MINE:
                yield self._said(place, self._of_mine(place, named=named))
                named = True
            elif token.text in _MYSELF:
                yield self._said(place, "zichzelf")
            elif token.text in _ME:
                yield self._said(place, self._object(place, named=named))
                named = True
            elif speaks and self._also_does(place):
                yield from self._verb(place)

    def _subject(self, place: int, *, named: bool, speaks: bool) -> Iterator[Said]:
        again = named and not self._is_beside(place - 1, _JOINS)
        who = _AGAIN if again else _SOMEBODY
        if self._opens(place - 1):
            yield self._said(place, who)
            yield from self._verb(self._last_verb(place))
            return
        if self._is_joined(place - 1) and self._does(place - 1):
            yield from self._verb(place - 1)
            yield self._said(place, who)
            return
        verb = place + 1
        if not (self._is_joined(place) and self._does(verb)):
            verb = place + 2 if self._is_joined(place + 1) and self._does(place + 2) else -1
        if verb == place + 1 and speaks and self._is_beside(place - 1, _JOINS):
            self._done.add(verb)
            start, end = self._tokens[place].start, self._tokens[verb].end
            yield Said(start, end, self._of_somebody(self._tokens[verb].text))
            return
        yield self._said(place, who)
        yield from self._verb(verb)

    def _also_does(self, place: int) -> bool:
        """Whether a second verb goes with who was named before: "en vraag hoe het gaat"."""
        if self._tokens[place].text not in _ALSO_DOES or not self._is_beside(place - 1, _JOINS):
            return False
        return not (self._is_joined(place) and self._tokens[place + 1].text in _I)

    def _verb(self, place: int) -> Iterator[Said]:
        if place < 0 or place in self._done:
            return
        self._done.add(place)
        verb = self._tokens[place].text
        if (said := self._of_somebody(verb)) != verb:
            yield self._said(place, said)

    def _of_mine(self, place: int, *, named: bool) -> str:
        """Whose it is; of somebody one works with, that there is one: "een docent"."""
        behind = self._tokens[place + 1].text if self._is_joined(place) else ""
        if not named and _WORKS_WITH.fullmatch(behind):
            return "een"
        return "zijn of haar" if named else "iemands"

    def _object(self, place: int, *, named: bool) -> str:
        """Who it is done to: the same one that does it, or another."""
        if any(self._tokens[one].text in _I for one in self._clause(place)):
            before = self._tokens[place - 1].text if place else ""
            return "zichzelf" if before in {"aan", "bij", "van"} else "zich"
        return "diegene" if named else _SOMEBODY

    def _clause(self, place: int) -> Iterator[int]:
        """The words around this one, up to a comma or a word that opens a clause."""
        first = last = place
        while first and self._is_joined(first - 1) and not self._begins(first):
            first -= 1
        while self._is_joined(last) and not self._begins(last + 1):
            last += 1
        return iter(range(first, last + 1))

    def _begins(self, place: int) -> bool:
        word = self._tokens[place].text
        return word in _GOES_ON | (_OPENS - _OF_PLACE) or self._opens_before(place)

    def _opens_before(self, place: int) -> bool:
        """Whether a clause opens with this word: "als ik dat doe" holds one, not two."""
        word = self._tokens[place].text
        if word not in _MAY_OPEN:
            return word in _OPENS
        if word == "dat" and self._is_joined(place - 1) and self._does(place - 1):
            # "als ik van hen hoor dat dit mag": what is heard is told in a clause of its own.
            return True
        return self._is_joined(place) and self._tokens[place + 1].text in _WHO

    def _last_verb(self, place: int) -> int:
        """Where the verb of a clause stands that ends with it; -1 when it is not known."""
        last = place
        while self._is_joined(last) and not self._opens_before(last + 1):
            last += 1
            if self._tokens[last].text in _STAYS | {*_IS_SAID, "moet"}:
                return last
            if self._is_beside(last + 1, _TE) and self._does(last):
                return last
        joins = (one for one in range(place + 1, last + 1) if self._tokens[one].text in _GOES_ON)
        last = next(joins, last + 1) - 1
        return last if last > place and self._does(last) else -1

    def _opens(self, place: int) -> bool:
        return place >= 0 and self._is_joined(place) and self._tokens[place].text in _OPENS

    def _is_beside(self, place: int, words: frozenset[str]) -> bool:
        return place >= 0 and self._is_joined(place) and self._tokens[place].text in words

    def _is_joined(self, place: int) -> bool:
        """Whether only space stands between this word and the next."""
        if not 0 <= place < len(self._tokens) - 1:
            return False
        between = self._text[self._tokens[place].end : self._tokens[place + 1].start]
        return between.isspace() and "\n" not in between

    def _does(self, place: int) -> bool:
        """Whether the word here says what oneself does, or did."""
        word = self._tokens[place].text
        if word in _NO_VERB or word in _OPENS:
            return False
        if word in _STAYS or word in _IS_SAID:
            return True
        if word.endswith(("t", "de", "te")):
            return self._is_word(word)
        return self._is_word(f"{word}t")

    @staticmethod
    def _of_somebody(verb: str) -> str:
        if verb in _IS_SAID:
            return _IS_SAID[verb]
        return verb if verb in _STAYS or verb.endswith(("t", "de", "te")) else f"{verb}t"

    def _said(self, place: int, instead: str) -> Said:
        token = self._tokens[place]
        return Said(token.start, token.end, instead)
