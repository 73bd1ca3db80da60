"""Words that decide how a text is read, in comparable form: no capitals, no diacritics.

They are kept as text in `data/`: words with white space between them, remarks behind a `#`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_TRAIT_COLUMNS = 4
_WITH_A_CAPITAL = frozenset({"afkomst", "geloof"})


def _words(name: str) -> frozenset[str]:
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


def _lines(name: str) -> frozenset[tuple[str, ...]]:
    """The lines of a list, each as its words."""
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(tuple(words) for line in lines if (words := line.partition("#")[0].split()))


SAYINGS = _lines("sayings")
"""Fixed expressions with a name in it that points to nobody: "jan modaal"."""

PARTICLES = _words("particles")
"""Tussenvoegsels; alone they never point to anybody."""

LEADING_PARTICLES = PARTICLES - _words("particles_and_given_names")
"""Tussenvoegsels that are no first name, so that a name may begin with its surname."""

CALLED_PARTICLES = frozenset({"ben", "do", "lo"})
"""Of these, the ones that a Dutch person is called by and nothing else: "Ben belde"."""

PARTICLE_FORMS: Mapping[str, tuple[str, ...]] = {
    "den": ("de",), "der": ("de",), "d": ("de",), "v": ("van",), "vd": ("van", "de"),
    "vdr": ("van", "de"), "vh": ("van", "het"), "t": ("het",),
}  # fmt: skip
"""Shortened or confused tussenvoegsels, and what each stands for."""

CUT_PARTICLES = frozenset(
    {
        "vd", "vh", "vt", "vde", "vder", "vden", "vdr", "dr", "od", "oh", "ot", "ad", "ah", "ud",
        "uh", "id", "ih",
    }
)  # fmt: skip
"""Two words that are one tussenvoegsel cut short, with a full stop or a slash: "v.d.", "o/d"."""

TITLES = _words("titles")
"""Forms of address; they go with the name they stand before."""

NOT_NAMES = _words("not_names")
"""Words that people put in the field for a name and that are no part of one."""

ABBREVIATIONS = _words("abbreviations")
"""Abbreviations of the social domain that initials without stops must not be taken for."""

ORGANISATION_ENDINGS = tuple(sorted(_words("organisation_endings")))
"""Endings of words in names of teams, places and organisations rather than people."""

COMPOUND_HEADS = _words("compound_heads")
"""Words that get stuck to a name: "Jansendossier", "casusFatima"."""

ORDINARY_WORDS = _words("ordinary_words")
"""Words of everyday Dutch that are also somebody's name."""

TWO_LETTER_WORDS = _words("two_letter_words")
"""Words and units that may follow a year or an amount: "2015 is", "1500 kg"."""

NOT_ON_PLATES = _words("not_on_plates")
"""Letters between dashes and digits that make no licence plate: "3-mei-87", "1-op-100"."""

RELATIONS = _words("relations")
"""Words for somebody whose name may follow: "zoon", "buurvrouw"."""

_MORE_THAN_ONE = frozenset(
    {"bgz", "buren", "echtpaar", "fam", "familie", "gezin", "iber", "intern", "kennis"}
)
"""What a name may follow without saying who one person is, or that is more often something else."""

PERSONS = (RELATIONS | _words("persons")) - _MORE_THAN_ONE
"""Words for one person, of the family, by work or for the gemeente: who may have an age."""

STRONG_TITLES = TITLES - {"meester", "juf", "ing", "ir", "heer"}
"""Forms of address that are nothing else."""

CALLED_BY_MEN = _words("called_by_men")
"""First names that hardly any woman has."""

CALLED_BY_WOMEN = _words("called_by_women")
"""First names that hardly any man has."""

CALLED_NOTHING = _words("called_nothing")
"""Words that stand where a name may stand and point to nobody: "zit op de bank"."""

DE_SURNAMES = _words("de_surnames")
"""Surnames behind "de" that are ordinary words: "de Groot"."""

DOTTED = _words("dotted")
"""Letters with full stops that are nobody's initials: "o.a."."""

SAID_ALOUD = _words("said_aloud")
"""What is said for a sign or a heading when somebody dictates."""

NUMBERED = _words("numbered")
"""Words with a number behind them that are no address: "groep 7"."""

NOBODY_IS_WITH = _words("nobody_is_with")
"""Words behind "bij" or behind a kind of office that name neither: "zit bij elkaar"."""

BEFORE_CARE = _words("before_care")
"""Words before "wonen" or "zorg" that make no name of it: "begeleid wonen"."""

NO_LETTERS = _words("no_letters")
"""Short words before a colon or a plus that are nobody's letters."""

NO_SITES = _words("no_sites")
"""Words for where somebody is that name no place in particular: "woont op de camping"."""

OPTION_WORDS = _words("option_words")
"""Words before a letter that is no initial: "optie A."."""

NAMES_FOLLOW = _words("names_follow")
"""Words behind which an unknown word is likely a name."""

LARGE_PARTICLES = _words("large_particles")
"""Tussenvoegsels that say so when they have a capital."""

CALLED = _words("called")
"""Words that announce a name: "heet", "genaamd"."""

SAID_BY_ANYBODY = _words("said_by_anybody")
"""What everybody at the table may say of themselves: "mijn tijd", "de moed"."""

OF_PEOPLE = _words("of_people")
"""Verbs that follow a person: "belt", "woont"."""

SMALL_NAMES = _words("small_names")
"""Words that are hardly ever a name, and yet somebody is called so: "wil", "mei", "week"."""

DONE = re.compile(
    r"(?:af|aan|op|uit|in|mee|over|door|voor|na|toe|bij)ge[a-z]{2,}(?:d|t|en)"
    r"|ge(?:beld|sproken|maild|vraagd|sloten|stopt|regeld|weest)"
)
"""What was done, behind a thing that has no name there: "met de thuiszorg afgesproken"."""

STATES = _words("states")
"""How people are, behind "is": "boos", "zwanger"."""

ARTICLES = _words("articles")
"""Words before a thing rather than before a name."""

ORGANISATION_TRIGGERS = _words("organisation_triggers")
"""Kinds of organisations, of which the name may follow."""

SCHOOL_TRIGGERS = _words("school_triggers")
"""Kinds of schools, of which the name may follow."""

AMBIGUOUS_TOWNS = _words("ambiguous_towns")
"""Towns that are ordinary words too, and still the town behind "in" without an article."""

STREETS_OF_NO_NAME = _words("streets_of_no_name")
"""Words that end like the name of a street and name none: "winkelstraat"."""

STREET_ENDINGS = tuple(sorted(_words("street_endings")))
"""How names of streets end."""

NEIGHBOURHOOD_ENDINGS = ("buurt", "wijk", "kwartier")
"""How names of neighbourhoods end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """Rare traits of one kind.

    Attributes:
        reason: why they tell something, in Dutch.
        general: what is less telling; empty when nothing is.
        behind_article: the same behind a word such as "de" or "haar".
    """

    reason: str
    general: str
    behind_article: str


@cache
def form_labels() -> Mapping[str, frozenset[str]]:
    """What stands before a value in a form, by the kind of find that the value is."""
    lines = (_DATA / "form_labels.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(":", 1) for line in lines if not line.startswith("#"))
    return {kind: frozenset(labels.split()) for kind, labels in rows}


@cache
def traits() -> Mapping[str, tuple[tuple[tuple[str, ...], Trait], ...]]:
    """Rare traits that somebody may be known by: by first word, all words and what they tell."""
    found: defaultdict[str, tuple[tuple[tuple[str, ...], Trait], ...]] = defaultdict(tuple)
    for reason, general, behind_article, forms in _trait_rows():
        trait = Trait(
            reason=reason,
            general=general.strip("-"),
            behind_article=behind_article.strip("-"),
        )
        for form in forms.split():
            words = tuple(part.replace("'s", "") for part in form.split("_"))
            found[words[0]] += ((words, trait),)
    return dict(found)


def origins_and_beliefs() -> frozenset[str]:
    """Words that have a capital because they tell an origin or a belief."""
    rows = (forms for reason, _, _, forms in _trait_rows() if reason in _WITH_A_CAPITAL)
    return frozenset(form for forms in rows for form in forms.split() if form.isalpha())


def _trait_rows() -> Iterator[tuple[str, ...]]:
    for line in (_DATA / "details.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield tuple(part.strip() for part in line.split(" | ", _TRAIT_COLUMNS - 1))
