"""What goes in the slots of a genre: names and places of people who do not exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from string import ascii_uppercase

from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.dutch.vocabulary import SMALL_NAMES
from tools.gate import numbers

_PARTICLES = (
    "van", "de", "van de", "van der", "van den", "ter", "ten", "van 't", "el", "den", "in 't",
)  # fmt: skip
_ONSETS = (
    "b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "sj",
    "st", "t", "tj", "v", "w", "z", "zw", "ts", "kh", "y",
)  # fmt: skip
_HEARTS = ("a", "e", "i", "o", "u", "aa", "ee", "ie", "oe", "ou", "ij", "ia", "io", "ey")
_TAILS = (
    "", "", "n", "r", "s", "l", "m", "k", "t", "sma", "stra", "inga", "ou", "ski", "li",
    "sh", "tje",
)  # fmt: skip
_STREETS = (
    "straat", "laan", "weg", "plein", "hof", "pad", "kade", "singel", "dijk", "steeg", "gracht",
)  # fmt: skip
_BARE = ("Achter de Hoven", "De Ketelaar", "It Skûlplak", "Lange Voren", "De Meent", "Op de Brink")
_FIRMS = ("Zorg", "Wonen", "Bewind", "Begeleiding", "Thuis", "Advies", "Opvang", "Schuldhulp")
_FORMS = ("BV", "", "VOF", "Groep", "& Zn.", "Partners")
_SCHOOLS = ("De Regenput", "de Kring", "Het Kompas", "'t Palet", "de Wierde", "De Zevensprong")
_SIDES = ("Noord", "Zuid", "Oost", "West", "Oud", "Nieuw")
_COLOURS = ("Gouden", "Blauwe", "Rode", "Vergulde", "Oude", "Kleine", "Witte", "Zwarte")
_CLOSE = ("mamma", "ome", "tante", "dikke", "kleine", "rooie", "dj", "baas")
_NICKNAMES = ("Dikke", "Kleine", "Lange", "Rooie", "Ome", "Gekke", "Zwarte")
_TRAITS = (
    "de enige tandarts van het dorp", "Eritrese", "Jehova's getuige", "schizofreen", "imam",
    "een tweeling", "epilepsie", "voormalig wethouder", "€ 17.384,22", "1.247 euro",
)  # fmt: skip
_RARE = 0.7
_NO_NAME = frozenset({"ik", "hij", "zij", "ze", "we", "wij", "jij", "je", "men"})


@dataclass(frozen=True)
class Slots:
    """The lists that slots are filled from.

    Attributes:
        plain: names that are no word, by sort.
        words: names that are an ordinary word as well, by sort.
        nouns: words that stand in no list of names.
        rare: those of them that are not common.
        small: words that are hardly ever a name.
        made_up: which share of the names stands in no list at all.
    """

    plain: Mapping[str, Sequence[str]]
    words: Mapping[str, Sequence[str]]
    nouns: Sequence[str]
    rare: Sequence[str]
    towns: Sequence[str]
    small: Sequence[str]
    made_up: float = 0.15
    nouns_as_names: float = 0.03
    words_as_names: float = 0.3
    small_as_names: float = 0.05

    @classmethod
    def of(cls, lexicon: Lexicon | None = None) -> Slots:
        """The slots filled from a lexicon."""
        lexicon = lexicon or shipped()
        spare = lexicon.never | lexicon.allowed
        sorts = {"given": lexicon.given, "surname": lexicon.surnames}
        kept = {
            sort: [one for one in sorted(names - spare) if one.isalpha() and len(one) > 2]
            for sort, names in sorts.items()
        }
        nouns = [
            word
            for word in sorted(lexicon.words - spare)
            if 3 < len(word) < 8 and word.isalpha() and not lexicon.is_listed(word)
        ]
        return cls(
            plain={
                sort: [one for one in some if one not in lexicon.words]
                for sort, some in kept.items()
            },
            words={
                sort: [one for one in some if one in lexicon.words] for sort, some in kept.items()
            },
            nouns=nouns,
            rare=[word for word in nouns if lexicon.common.get(word, 9) > 3],
            small=sorted(SMALL_NAMES),
            towns=[one for one in sorted(lexicon.places) if len(one) > 3],
        )

    def fill(self, slot: str, chance: Random) -> tuple[str, str]:
        """A text for a slot, and its label."""
        label, make = _SLOTS[slot]
        return make(self, chance), label

    def name(self, sort: str, chance: Random) -> str:
        """One name: from the lists, a word, or made up."""
        lot = chance.random()
        if lot < self.made_up:
            return _made_up(chance).capitalize()
        if lot < self.made_up + self.nouns_as_names:
            return chance.choice(self.nouns).capitalize()
        if lot > 1 - self.small_as_names:
            return chance.choice(self.small).capitalize()
        words = lot < self.made_up + self.nouns_as_names + self.words_as_names
        return chance.choice((self.words if words else self.plain)[sort]).capitalize()

    def noun(self, chance: Random) -> str:
        """A word that stands in no list of names."""
        return chance.choice(self.nouns)

    def rare_noun(self, chance: Random) -> str:
        """A word that stands in no list of names and is not common, as most that are a name."""
        return chance.choice(self.rare if chance.random() < _RARE else self.nouns)


def _made_up(chance: Random) -> str:
    sounds = [chance.choice(_ONSETS) + chance.choice(_HEARTS) for _ in range(chance.randint(1, 3))]
    made = "".join(sounds) + chance.choice(_TAILS)
    return f"{made}a" if made in _NO_NAME or len(made) < 3 else made


def _given(slots: Slots, chance: Random) -> str:
    name = slots.name("given", chance)
    return f"{name}-{slots.name('given', chance)}" if chance.random() < 0.04 else name


def _surname(slots: Slots, chance: Random) -> str:
    name = slots.name("surname", chance)
    if chance.random() < 0.3:
        name = f"{chance.choice(_PARTICLES)} {name}"
    return f"{name}-{slots.name('surname', chance)}" if chance.random() < 0.05 else name


def _titled(slots: Slots, chance: Random) -> str:
    """A surname behind a form of address; its tussenvoegsel may have a capital there."""
    name = _surname(slots, chance)
    return name[0].upper() + name[1:] if chance.random() < 0.3 else name


def _whole(slots: Slots, chance: Random) -> str:
    return f"{_given(slots, chance)} {_surname(slots, chance)}"


def _initials(slots: Slots, chance: Random) -> str:
    letters = ".".join(chance.choice(ascii_uppercase) for _ in range(chance.randint(1, 3)))
    return f"{letters}. {_surname(slots, chance)}"


def _initial(_: Slots, chance: Random) -> str:
    return f"{chance.choice('BDEFGHJKLMNPRSTVWZ')}."


def _reversed(slots: Slots, chance: Random) -> str:
    first = _given(slots, chance) if chance.random() < 0.5 else _initial(slots, chance)
    surname = _surname(slots, chance)
    return f"{surname[0].upper()}{surname[1:]}, {first}"


def _nickname(slots: Slots, chance: Random) -> str:
    return f"{chance.choice(_NICKNAMES)} {slots.name('given', chance)}"


def _street(slots: Slots, chance: Random) -> str:
    lot = chance.random()
    if lot < 0.15:
        return chance.choice(_BARE)
    first = slots.noun(chance) if lot < 0.5 else slots.name("surname", chance).lower()
    return f"{first}{chance.choice(_STREETS)}".capitalize()


def _address(slots: Slots, chance: Random) -> str:
    lead = chance.choice(("", "", "", "nr. ", "nummer "))
    return f"{_street(slots, chance)} {lead}{numbers.house(chance)}"


def _town(slots: Slots, chance: Random) -> str:
    return " ".join(part.capitalize() for part in chance.choice(slots.towns).split())


def _any_quarter(slots: Slots, chance: Random) -> str:
    """A quarter by any build: a word, a far place, a side of a town."""
    lot = chance.random()
    if lot < 0.3:
        return _quarter(slots, chance)
    if lot < 0.5:
        return f"{chance.choice(_SIDES)}-{_town(slots, chance).split()[0]}"
    if lot < 0.6:
        return f"{chance.choice(('Centrum', 'Stad', 'Dorp'))}-{chance.choice(_SIDES)}"
    if lot < 0.8:
        return f"{chance.choice(('', 'de ', 'het '))}{slots.rare_noun(chance).capitalize()}"
    return _made_up(chance).capitalize() + chance.choice(("", "eiland", "veld", "dam", "berg"))


def _spot(slots: Slots, chance: Random) -> str:
    """What a flat, a boat, a camping or a car park is called."""
    lot = chance.random()
    noun = slots.rare_noun(chance).capitalize()
    if lot < 0.5:
        return f"{chance.choice(('De', 'Het', 'de', 'het', ''))} {noun}".strip()
    if lot < 0.7:
        return slots.noun(chance).capitalize() + chance.choice(
            ("hof", "rust", "zicht", "flat", "park")
        )
    return slots.name(chance.choice(("given", "surname")), chance)


def _any_company(slots: Slots, chance: Random) -> str:
    """A firm, a café, a home by any build, without a word that says what it is."""
    noun = slots.rare_noun(chance).capitalize()
    article = chance.choice(("De", "Het", "de", "het", "t"))
    ending = chance.choice(("forte", "state", "staete", "oord", "hoeve", "plus"))
    surname = slots.name("surname", chance)
    sounds = _made_up(chance).capitalize()
    forms = (
        f"{article} {noun}", f"{article} {noun}", f"De {chance.choice(_COLOURS)} {noun}",
        f"de {chance.choice(_COLOURS)} {noun}", noun, noun, surname,
        surname + chance.choice((" & Zn.", " Groenten", "s")),
        f"{sounds} {_made_up(chance).capitalize()}", sounds, f"{noun}{ending}",
    )  # fmt: skip
    return chance.choice(forms)


def _called(slots: Slots, chance: Random) -> str:
    """What people call somebody."""
    lot = chance.random()
    if lot < 0.3:
        return f"de {chance.choice(_NICKNAMES).lower()}"
    if lot < 0.5:
        return chance.choice(_NICKNAMES)
    if lot < 0.75:
        return f"{chance.choice(_CLOSE)} {slots.name('given', chance)}"
    return f"de {slots.rare_noun(chance)}"


def _shouted(slots: Slots, chance: Random) -> str:
    name = slots.name(chance.choice(("given", "surname")), chance)
    lead = chance.choice(("", "", "", "VAN ", "TEN ", "DE "))
    return lead + name.upper()


def _two_letters(_: Slots, chance: Random) -> str:
    return "".join(chance.choice(ascii_uppercase) for _ in range(2))


def _quarter(slots: Slots, chance: Random) -> str:
    if chance.random() < 0.6:
        return f"{slots.noun(chance)}{chance.choice(('buurt', 'wijk', 'kwartier'))}".capitalize()
    return f"{chance.choice(('de', 'De', 'het'))} {slots.noun(chance).capitalize()}"


def _mail(slots: Slots, chance: Random) -> str:
    name = chance.choice(slots.plain["given"])
    site = chance.choice(("voorbeeld.nl", "example.com", "post.example"))
    joined = chance.choice((".", "_", ""))
    return numbers.written(f"{name}{joined}##\0{site}", chance).replace("\0", "@")


def _handle(slots: Slots, chance: Random) -> str:
    name = chance.choice(slots.plain["given"])
    form = chance.choice(("\0{}##", "{}__##", "xx_{}", "{}19##", "{}.###", "{}#_#"))
    return numbers.written(form.format(name), chance).replace("\0", "@")


def _company(slots: Slots, chance: Random) -> str:
    noun, firm, form = slots.noun(chance).capitalize(), chance.choice(_FIRMS), chance.choice(_FORMS)
    return chance.choice(
        (
            f"{noun} {firm}", f"{firm} Op Maat {form}".strip(), f"De {noun}", f"Het {noun}huis",
            f"{slots.name('surname', chance)} {form}".strip(), f"{noun}{firm.lower()}",
            f"{_made_up(chance).capitalize()}{firm.lower()}",
        )
    )  # fmt: skip


def _school(slots: Slots, chance: Random) -> str:
    named = f"de {slots.noun(chance).capitalize()}", f"{slots.name('surname', chance)}college"
    return chance.choice((*_SCHOOLS, *named))


def _plain_word(slots: Slots, chance: Random) -> str:
    """A word that is somebody's name as well, meant as a word."""
    return chance.choice(slots.words[chance.choice(("given", "surname"))])


def _drawn(make: Callable[[Random], str]) -> Callable[[Slots, Random], str]:
    return lambda _, chance: make(chance)


_SLOTS: Mapping[str, tuple[str, Callable[[Slots, Random], str]]] = {
    "voornaam": ("PERSOON", _given),
    "achternaam": ("PERSOON", _surname),
    "titelnaam": ("PERSOON", _titled),
    "naam": ("PERSOON", _whole),
    "voorletters": ("PERSOON", _initials),
    "letter": ("PERSOON", _initial),
    "omgekeerd": ("PERSOON", _reversed),
    "bijnaam": ("PERSOON", _nickname),
    "straat": ("ADRES", _street),
    "adres": ("ADRES", _address),
    "huisnummer": ("ADRES", _drawn(numbers.house)),
    "postcode": ("POSTCODE", _drawn(numbers.postcode)),
    "plaats": ("PLAATS", _town),
    "wijk": ("WIJK", _quarter),
    "datum": ("DATUM", _drawn(numbers.date)),
    "geboortejaar": ("DATUM", _drawn(numbers.birth_year)),
    "leeftijd": ("LEEFTIJD", _drawn(numbers.age)),
    "bsn": ("BSN", _drawn(numbers.bsn)),
    "iban": ("IBAN", _drawn(numbers.account)),
    "telefoon": ("TELEFOON", _drawn(numbers.phone)),
    "mail": ("EMAIL", _mail),
    "account": ("SOCIAL", _handle),
    "kenteken": ("KENTEKEN", _drawn(numbers.plate)),
    "zaak": ("ZAAKNUMMER", _drawn(numbers.case)),
    "organisatie": ("ORGANISATIE", _company),
    "school": ("SCHOOL", _school),
    "bijzonder": ("QUASI", lambda _, chance: chance.choice(_TRAITS)),
    "bedrijf": ("ORGANISATIE", _any_company),
    "buurt": ("WIJK", _any_quarter),
    "plek": ("ADRES", _spot),
    "roepnaam": ("PERSOON", _called),
    "schreeuw": ("PERSOON", _shouted),
    "tweeletters": ("PERSOON", _two_letters),
    "klein": ("PERSOON", lambda slots, chance: chance.choice(slots.small).capitalize()),
    "gewoon": ("", _plain_word),
    "getal": ("", lambda _, chance: str(chance.randint(2, 40))),
}
