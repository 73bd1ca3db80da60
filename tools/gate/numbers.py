"""Numbers of people who do not exist, in the forms in which people write them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from string import ascii_uppercase

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_IN_WORDS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
    "negentien", "twintig", "eenentwintig", "vierendertig", "achtenveertig", "drieënvijftig",
)  # fmt: skip
_ON_PLATES = "BDFGHJKLNPRSTVXZ"


def written(form: str, chance: Random) -> str:
    """A form filled in: `#` is a digit, `@` a capital, `%` a letter of a licence plate."""
    signs = {"#": "0123456789", "@": ascii_uppercase, "%": _ON_PLATES}
    return "".join(chance.choice(signs[sign]) if sign in signs else sign for sign in form)


def one_of(*forms: str) -> Callable[[Random], str]:
    """Makes a number in one of these forms."""
    return lambda chance: written(chance.choice(forms), chance)


bsn = one_of("#########", "#########", "### ### ###", "####.##.###", "###-###-###")
account = one_of(
    "NL##INGB##########", "NL## RABO #### #### ##", "nl##abna##########", "NL##TRIO ##########"
)
phone = one_of(
    "06-########", "06########", "06 ########", "06 ## ## ## ##", "+31 6 ########", "0#1#-######",
    "0#2 #######", "+48 ### ### ###", "0049 ### ######", "06-## ## ## ##",
)  # fmt: skip
postcode = one_of("1### %%", "3###%%", "9### %%")
plate = one_of(
    "##-%%%-#", "%%-###-%", "%-###-%%", "%%###%", "%% ### %", "%%%-##-%", "#-%%%-##", "%% #%% ##",
    "PO %%####",
)  # fmt: skip
case = one_of(
    "C/0#/###### / JE RK 2#-###", "0#/######-2#", "202#-######", "Z2#-#####", "###-##-@",
    "@@#@#@###",
    "####.####.####", "########", "V#########", "WMO/202#/####", "##########", "SV #### ####",
    "ECLI:NL:RBGEL:202#:####", "@-####-##", "202#.###.###", "JZ-####/##",
)  # fmt: skip
house = one_of("#", "##", "1##", "##a", "## B", "#-2", "## hs", "#bis")


def date(chance: Random) -> str:
    """A day in one of the forms in which people write one."""
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1940, 2026)
    name, short = MONTHS[month - 1], year % 100
    return chance.choice(
        (
            f"{day}-{month}-{year}", f"{day:02}-{month:02}-{year}", f"{day}/{month}/{short:02}",
            f"{day} {name} {year}", f"{day} {name}", f"{day} {name[:3]} '{short:02}",
            f"{day}-{_ROMAN[month - 1]}-{year}", f"{year}-{month:02}-{day:02}",
            f"{day}.{month}.{year}",
            f"{day:02}{month:02}{short:02}", f"{day:02}.{month:02}.{short:02}",
        )
    )  # fmt: skip


def birth_year(chance: Random) -> str:
    """The year in which somebody was born."""
    year = chance.randint(1935, 2015)
    return chance.choice((str(year), str(year), f"'{year % 100:02}"))


def age(chance: Random) -> str:
    """An age in digits or in a word."""
    digits = str(chance.randint(3, 95))
    return digits if chance.random() < 0.7 else chance.choice(_IN_WORDS)
