"""What in a text may identify somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.find import Find
from beraad.privacy.finding.generations import with_generation
from beraad.privacy.finding.overlap import settle
from beraad.privacy.finding.plainly import plainly
from beraad.privacy.finding.sure import sure_in
from beraad.privacy.instead.fitting import that_fits
from beraad.privacy.signs.known.everyday import may_be_a_word, weighed
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.own_team import without_own_team
from beraad.privacy.signs.known.somebody_else import of_somebody_else
from beraad.privacy.signs.names.choice_letters import NO_LETTER, ChoiceLetters
from beraad.privacy.signs.names.echoes import echoes
from beraad.privacy.signs.names.glued import glued
from beraad.privacy.signs.names.heard import Heard
from beraad.privacy.signs.names.listed_as import names_in_order, signatures
from beraad.privacy.signs.names.scan import names
from beraad.privacy.signs.names.speakers import speakers, timed_speakers
from beraad.privacy.signs.names.tokens import Token, tokens
from beraad.privacy.signs.places.addresses import addresses
from beraad.privacy.signs.places.forms import columns, form_fields
from beraad.privacy.signs.places.organisations import organisations
from beraad.privacy.signs.places.rows import rows
from beraad.privacy.signs.places.seated import seated
from beraad.privacy.signs.places.sites import lands, sure_addresses, workplaces
from beraad.privacy.signs.places.towns import listed
from beraad.privacy.signs.structured.case_number import case_numbers
from beraad.privacy.signs.structured.life_date import life_dates
from beraad.privacy.signs.telling import telling
from beraad.privacy.signs.telling.ages import ages, decided_ages
from beraad.privacy.signs.telling.brands import brands
from beraad.privacy.signs.unexplained import unexplained
from beraad.privacy.signs.unexplained.long_numbers import numbers_of_somebody
from beraad.privacy.text.page import Page
from beraad.privacy.text.progress import GoesOn, Steps, always
from beraad.privacy.text.sought import first_digits
from beraad.privacy.text.stretches import stretches

_SMALLEST_AGE = 11


def find(
    text: str, known: KnownNames, lexicon: Lexicon | None = None, *, goes_on: GoesOn = always
) -> tuple[Find, ...]:
    """Return what may identify somebody, in order and without overlap.

    Each find is exact (`text[find.start:find.end] == find.text`) and cuts no grapheme. The time
    taken is linear in the length of the text. Raises Stopped when `goes_on` says no.
    """
    return settle(text, candidates([text], known, lexicon, goes_on=goes_on)[text])


def candidates(
    texts: Iterable[str],
    known: KnownNames,
    lexicon: Lexicon | None = None,
    *,
    goes_on: GoesOn = always,
) -> Mapping[str, tuple[Find, ...]]:
    """Return by text what every finder points at; finds may overlap.

    The texts are one document: what is a name in one of them is a name in all. Known names and
    numbers are read first, the rest only in what these leave. A long text is read in stretches;
    `goes_on` is asked after each of them. Raises Stopped when it says no.
    """
    lexicon = lexicon or shipped()
    distinct = tuple(dict.fromkeys(texts))
    steps = Steps(goes_on, total=2 * sum(map(len, distinct)))
    readings = {text: read(text, known, lexicon, steps) for text in distinct}
    heard = heard_in(readings.values(), known, lexicon)
    return {text: reading.among(heard, lexicon, steps) for text, reading in readings.items()}


def _tells(age: int) -> bool:
    """Whether an age is looked for everywhere; a smaller number stands in too many places."""
    return age >= _SMALLEST_AGE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """One text, read by itself: whatever is found in it before the other texts are known."""

    parts: tuple[_Part, ...]

    def among(self, heard: Heard, lexicon: Lexicon, steps: Steps) -> tuple[Find, ...]:
        """What every finder points at in a document in which these names were heard."""
        return tuple(find for part in self.parts for find in part.finds(heard, lexicon, steps))


def read(text: str, known: KnownNames, lexicon: Lexicon, steps: Steps) -> ReadText:
    """Read one text by itself. Raises Stopped when the steps do not go on."""
    return ReadText(parts=tuple(_parts(text, known, lexicon, steps)))


def heard_in(readings: Iterable[ReadText], known: KnownNames, lexicon: Lexicon) -> Heard:
    """The names of the document that these texts are together."""
    parts = [part for reading in readings for part in reading.parts]
    named = (find for part in parts for find in part.named)
    aged = frozenset(int(find.key.rpartition(":")[2]) for part in parts for find in part.aged)
    return replace(Heard.of(named, known, lexicon), ages=frozenset(filter(_tells, aged)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A stretch of a text of which the names and numbers were read.

    Attributes:
        page: the stretch without what is sure.
        words: the words on it.
    """

    page: Page
    words: tuple[Token, ...]
    sure: tuple[Find, ...]
    named: tuple[Find, ...]
    aged: tuple[Find, ...]
    branded: tuple[Find, ...]

    def finds(self, heard: Heard, lexicon: Lexicon, steps: Steps) -> Iterator[Find]:
        """Everything found here, now that the names of the whole document are known."""
        text, offset = self.page.original, self.page.start
        seen = plainly(self.words, offset, lexicon)
        for one in self._finds(heard, lexicon):
            yield seen(that_fits(with_generation(one, text, offset), text, offset))
        steps.done(len(self.page.original))

    def _finds(self, heard: Heard, lexicon: Lexicon) -> Iterator[Find]:
        yield from self.sure
        yield from (heard.settled(find, lexicon) for find in self.named)
        free = tuple(_free(self.words, self.named, self.page.start))
        yield from echoes(self.page, free, heard, lexicon)
        yield from self.aged
        yield from self.branded
        yield from decided_ages(self.page, self.words, heard.ages)
        yield from telling(self.page, self.words)
        yield from unexplained(self.page)


def _parts(text: str, known: KnownNames, lexicon: Lexicon, steps: Steps) -> Iterator[_Part]:
    reaching: tuple[Find, ...] = ()
    for stretch in stretches(text):
        whole = stretch.page(known.year)
        sure = _weighed(sure_in(stretch, known), whole, known, lexicon)
        here = (*reaching, *(find for find in sure if not find.asks))
        page = whole.without((*here, *sure))
        numbered = settle(text, _numbered(without_own_team(page, known.team, lexicon)))
        page = without_own_team(page.without((*here, *numbered)), known.team, lexicon)
        branded = tuple(brands(page))
        page = page.without(branded)
        letters = ChoiceLetters.on(page, known.letters, lexicon)
        plain = (*letters.plain, *glued(page.cased, lexicon))
        page = page.with_signs(plain, NO_LETTER) if plain else page
        words = tokens(page)
        named = settle(text, (*numbered, *letters.weighed(_named(page, words, lexicon))))
        aged = tuple(ages(page, words))
        yield _Part(page=page, words=words, sure=sure, named=named, aged=aged, branded=branded)
        reaching = tuple(find for find in here if find.end > stretch.end)
        steps.done(len(stretch))


def _weighed(
    sure: Sequence[Find], page: Page, known: KnownNames, lexicon: Lexicon
) -> tuple[Find, ...]:
    """What is sure; a known name by what stands around it: an everyday word, or somebody else's."""
    if any(may_be_a_word(find, lexicon) for find in sure):
        sure = tuple(weighed(sure, page, lexicon))
    return tuple(of_somebody_else(sure, page, known))


def _numbered(page: Page) -> Iterator[Find]:
    """What holds a number; read first, so that names are read as they are once it is replaced."""
    yield from case_numbers(page)
    yield from life_dates(page)
    yield from numbers_of_somebody(page)
    yield from addresses(page)


def _named(page: Page, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Find]:
    yield from organisations(page, words, lexicon)
    yield from listed(page, words, lexicon)
    yield from names(page, words, lexicon)
    yield from rows(page, words, lexicon)
    yield from speakers(page, lexicon)
    yield from timed_speakers(page, lexicon)
    yield from names_in_order(page)
    yield from signatures(page, lexicon)
    yield from seated(page, lexicon)
    yield from lands(page, words, lexicon)
    yield from workplaces(page, words, lexicon)
    yield from form_fields(page, lexicon)
    yield from columns(page, lexicon)
    if first_digits(page.lower):
        yield from sure_addresses(page, lexicon)


def _free(words: Sequence[Token], finds: Sequence[Find], offset: int) -> Iterator[Token]:
    """The words in which nothing was found yet; a find that only asks leaves its words free."""
    taken = iter(find for find in finds if not find.asks)
    find = next(taken, None)
    for word in words:
        while find and find.end <= word.start + offset:
            find = next(taken, None)
        if not find or find.start >= word.end + offset:
            yield word
