"""What goes in the slots of a genre: names, addresses and numbers of people who do not exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from string import ascii_uppercase

from beraad.privacy.dutch.lexicon import Lexicon, shipped

_PARTICLES = (
    "van",
    "de",
    "van de",
    "van der",
    "van den",
    "ter",
    "ten",
    "van 't",
    "el",
    "den",
    "in 't",
)
_ONSETS = (
    "b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "sj", "st",
    "t", "tj", "v", "w", "z", "zw", "ts", "kh", "y",
)  # fmt: skip
_HEARTS = ("a", "e", "i", "o", "u", "aa", "ee", "ie", "oe", "ou", "ij", "ia", "io", "ey")
_TAILS = (
    "",
    "",
    "n",
    "r",
    "s",
    "l",
    "m",
    "k",
    "t",
    "sma",
    "stra",
    "inga",
    "ou",
    "ski",
    "li",
    "sh",
    "tje",
)
_STREETS = (
    "straat",
    "laan",
    "weg",
    "plein",
    "hof",
    "pad",
    "kade",
    "singel",
    "dijk",
    "steeg",
    "gracht",
)
_BARE = (
    "Achter de Hoven",
    "De Ketelaar",
    "It Skûlplak",
    "Lange Voren",
    "De Meent",
    "Onder de Linden",
)
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_KINDS = ("Zorg", "Wonen", "Bewind", "Begeleiding", "Thuis", "Advies", "Opvang", "Schuldhulp")
_FIRMS = ("BV", "", "VOF", "Groep", "& Zn.", "Partners")
_SCHOOLS = (
    "De Regenput",
    "de Kring",
    "Het Kompas",
    "De Vlinderboom",
    "'t Palet",
    "de Wierde",
    "De Zevensprong",
)
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
    "negentien", "twintig", "eenentwintig", "vierendertig", "achtenveertig", "drieënvijftig", "zeventig",
)  # fmt: skip
_SIGNS = "bcdfghjklmnprstvwxz"


@dataclass(frozen=True)
class Slots:
    """The lists that slots are filled from.

    Attributes:
        plain: names that are no word, by sort.
        words: names that are an ordinary word as well, by sort.
        nouns: words that stand in no list of names.
    """

    plain: Mapping[str, Sequence[str]]
    words: Mapping[str, Sequence[str]]
    nouns: Sequence[str]
    towns: Sequence[str]
    share_of_words: float = 0.3
    share_made_up: float = 0.15
    share_of_nouns: float = 0.03

    @classmethod
    def of(cls, lexicon: Lexicon | None = None) -> Slots:
        """The slots filled from a lexicon."""
        lexicon = lexicon or shipped()
        sorts = {"given": lexicon.given, "surname": lexicon.surnames}
        spare = lexicon.never | lexicon.allowed
        kept = {
            sort: [
                name
                for name in sorted(names)
                if name.isalpha() and len(name) > 2 and name not in spare
            ]
            for sort, names in sorts.items()
        }
        return cls(
            plain={
                sort: [one for one in names if one not in lexicon.words]
                for sort, names in kept.items()
            },
            words={
                sort: [one for one in names if one in lexicon.words] for sort, names in kept.items()
            },
            nouns=[
                word
                for word in sorted(lexicon.words)
                if 3 < len(word) < 8
                and word.isalpha()
                and not lexicon.is_listed(word)
                and word not in spare
            ],
            towns=[one for one in sorted(lexicon.places) if len(one) > 3],
        )

    def fill(self, slot: str, chance: Random) -> tuple[str, str]:
        """A text for a slot, and its label."""
        label, make = _SLOTS[slot]
        return make(self, chance), label

    def name(self, sort: str, chance: Random) -> str:
        """One name: from the lists, a word, or made up."""
        lot = chance.random()
        if lot < self.share_made_up:
            return _made_up(chance).capitalize()
        if lot < self.share_made_up + self.share_of_nouns:
            return chance.choice(self.nouns).capitalize()
        words = lot < self.share_made_up + self.share_of_nouns + self.share_of_words
        return chance.choice((self.words if words else self.plain)[sort]).capitalize()


def _made_up(chance: Random) -> str:
    sounds = [chance.choice(_ONSETS) + chance.choice(_HEARTS) for _ in range(chance.randint(1, 3))]
    return "".join(sounds) + chance.choice(_TAILS)


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
    return f"{_surname(slots, chance)}, {first}".capitalize().replace(
        f", {first.lower()}", f", {first}"
    )


def _nickname(slots: Slots, chance: Random) -> str:
    how = chance.choice(("Dikke", "Kleine", "Lange", "Rooie", "Ome", "Gekke", "Zwarte"))
    return f"{how} {slots.name('given', chance)}"


def _digits(chance: Random, count: int) -> str:
    return "".join(str(chance.randint(0, 9)) for _ in range(count))


def _street(slots: Slots, chance: Random) -> str:
    lot = chance.random()
    if lot < 0.15:
        return chance.choice(_BARE)
    first = chance.choice(slots.nouns) if lot < 0.5 else slots.name("surname", chance).lower()
    return f"{first}{chance.choice(_STREETS)}".capitalize()


def _number(chance: Random) -> str:
    return f"{chance.randint(1, 320)}{chance.choice(('', '', '', 'a', ' B', '-2', ' hs', 'bis'))}"


def _address(slots: Slots, chance: Random) -> str:
    lead = chance.choice(("", "", "", "nr. ", "nummer "))
    return f"{_street(slots, chance)} {lead}{_number(chance)}"


def _postcode(_: Slots, chance: Random) -> str:
    letters = chance.choice(ascii_uppercase) + chance.choice("ABCDEFGHJKLMNPRTVWXZ")
    return f"{chance.randint(1000, 9999)}{chance.choice((' ', '', ' '))}{letters}"


def _town(slots: Slots, chance: Random) -> str:
    return " ".join(part.capitalize() for part in chance.choice(slots.towns).split())


def _quarter(slots: Slots, chance: Random) -> str:
    if chance.random() < 0.6:
        return f"{chance.choice(slots.nouns)}{chance.choice(('buurt', 'wijk', 'kwartier'))}".capitalize()
    return f"{chance.choice(('de', 'De', 'het'))} {chance.choice(slots.nouns).capitalize()}"


def _date(_: Slots, chance: Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1940, 2026)
    name = _MONTHS[month - 1]
    return chance.choice(
        (
            f"{day}-{month}-{year}", f"{day:02}-{month:02}-{year}", f"{day}/{month}/{year % 100:02}",
            f"{day} {name} {year}", f"{day} {name}", f"{day} {name[:3]} '{year % 100:02}",
            f"{day}-{_ROMAN[month - 1]}-{year}", f"{year}-{month:02}-{day:02}", f"{day:02}{month:02}{year % 100:02}",
            f"{day}.{month}.{year}", f"{day:02}.{month:02}.{year % 100:02}",
        )
    )  # fmt: skip


def _birth_year(_: Slots, chance: Random) -> str:
    year = chance.randint(1935, 2015)
    return chance.choice((str(year), str(year), f"'{year % 100:02}"))


def _age(_: Slots, chance: Random) -> str:
    return str(chance.randint(3, 95)) if chance.random() < 0.7 else chance.choice(_TEENS)


def _bsn(_: Slots, chance: Random) -> str:
    digits = _digits(chance, 9)
    return chance.choice(
        (
            digits,
            digits,
            f"{digits[:3]} {digits[3:6]} {digits[6:]}",
            f"{digits[:4]}.{digits[4:6]}.{digits[6:]}",
        )
    )


def _account(_: Slots, chance: Random) -> str:
    bank = chance.choice(("INGB", "RABO", "ABNA", "SNSB", "TRIO"))
    digits = _digits(chance, 10)
    solid = f"NL{_digits(chance, 2)}{bank}{digits}"
    return chance.choice(
        (solid, " ".join(solid[at : at + 4] for at in range(0, len(solid), 4)), solid.lower())
    )


def _phone(_: Slots, chance: Random) -> str:
    mobile = f"06{chance.choice(('-', ' ', ''))}{_digits(chance, 8)}"
    area = f"0{chance.randint(10, 79)}{_digits(chance, 1)}{chance.choice(('-', ' '))}{_digits(chance, 6)}"
    world = f"+31 6 {_digits(chance, 8)}"
    foreign = f"+{chance.choice((32, 48, 49, 90, 212))} {_digits(chance, 3)} {_digits(chance, 6)}"
    return chance.choice(
        (
            mobile,
            mobile,
            area,
            world,
            foreign,
            "06 " + " ".join(_digits(chance, 2) for _ in range(4)),
        )
    )


def _mail(slots: Slots, chance: Random) -> str:
    name = chance.choice(slots.plain["given"])
    return f"{name}{chance.choice(('.', '_', ''))}{_digits(chance, 2)}@{chance.choice(('voorbeeld.nl', 'example.com', 'post.example'))}"


def _handle(slots: Slots, chance: Random) -> str:
    name = chance.choice(slots.plain["given"])
    return chance.choice(
        (
            f"@{name}{_digits(chance, 2)}",
            f"{name}__{_digits(chance, 2)}",
            f"xx_{name}",
            f"{name}{chance.randint(1960, 2012)}",
            f"{name}.{_digits(chance, 3)}",
        )
    )


def _plate(_: Slots, chance: Random) -> str:
    pick = lambda count: "".join(chance.choice(_SIGNS) for _ in range(count)).upper()
    return chance.choice(
        (
            f"{_digits(chance, 2)}-{pick(3)}-{_digits(chance, 1)}", f"{pick(2)}-{_digits(chance, 3)}-{pick(1)}",
            f"{pick(1)}-{_digits(chance, 3)}-{pick(2)}", f"{pick(2)}{_digits(chance, 3)}{pick(1)}",
            f"{pick(2)} {_digits(chance, 3)} {pick(1)}", f"{pick(2)} {_digits(chance, 1)}{pick(1)} {_digits(chance, 3)}",
        )
    )  # fmt: skip


def _case(_: Slots, chance: Random) -> str:
    year = chance.randint(2015, 2026)
    pick = lambda count: "".join(chance.choice(ascii_uppercase) for _ in range(count))
    return chance.choice(
        (
            f"C/{chance.randint(1, 18):02}/{_digits(chance, 6)} / JE RK {year % 100}-{_digits(chance, 3)}",
            f"{chance.randint(1, 18):02}/{_digits(chance, 6)}-{year % 100}", f"{year}-{_digits(chance, 6)}",
            f"Z{year % 100}-{_digits(chance, 5)}", f"{_digits(chance, 3)}-{_digits(chance, 2)}-{pick(1)}",
            f"{pick(2)}{_digits(chance, 1)}{pick(1)}{_digits(chance, 1)}{pick(1)}{_digits(chance, 3)}",
            f"{_digits(chance, 4)}.{_digits(chance, 4)}.{_digits(chance, 4)}", _digits(chance, 8),
            f"V{_digits(chance, 9)}", f"WMO/{year}/{_digits(chance, 4)}", f"{_digits(chance, 10)}",
            f"ECLI:NL:RBGEL:{year}:{_digits(chance, 4)}", f"SV {_digits(chance, 4)} {_digits(chance, 4)}",
        )
    )  # fmt: skip


def _company(slots: Slots, chance: Random) -> str:
    noun, kind = chance.choice(slots.nouns).capitalize(), chance.choice(_KINDS)
    return chance.choice(
        (
            f"{noun} {kind}", f"{kind} Op Maat {chance.choice(_FIRMS)}".strip(), f"{slots.name('surname', chance)} {chance.choice(_FIRMS)}".strip(),
            f"De {noun}", f"{_made_up(chance).capitalize()}{kind.lower()}", f"{noun}{kind.lower()}", f"Het {noun}huis",
        )
    )  # fmt: skip


def _school(slots: Slots, chance: Random) -> str:
    return chance.choice(
        (
            *_SCHOOLS,
            f"de {chance.choice(slots.nouns).capitalize()}",
            f"{slots.name('surname', chance)}college",
        )
    )


def _telling(_: Slots, chance: Random) -> str:
    return chance.choice(
        (
            "de enige tandarts van het dorp", "Eritrese", "Jehova's getuige", "schizofreen", "imam",
            "een tweeling", "epilepsie", "voormalig wethouder", "€ 17.384,22", "1.247 euro",
        )
    )  # fmt: skip


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
    "huisnummer": ("ADRES", lambda _, chance: _number(chance)),
    "postcode": ("POSTCODE", _postcode),
    "plaats": ("PLAATS", _town),
    "wijk": ("WIJK", _quarter),
    "datum": ("DATUM", _date),
    "geboortejaar": ("DATUM", _birth_year),
    "leeftijd": ("LEEFTIJD", _age),
    "bsn": ("BSN", _bsn),
    "iban": ("IBAN", _account),
    "telefoon": ("TELEFOON", _phone),
    "mail": ("EMAIL", _mail),
    "account": ("SOCIAL", _handle),
    "kenteken": ("KENTEKEN", _plate),
    "zaak": ("ZAAKNUMMER", _case),
    "organisatie": ("ORGANISATIE", _company),
    "school": ("SCHOOL", _school),
    "bijzonder": ("QUASI", _telling),
}
