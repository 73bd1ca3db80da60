"""What the finders say about a whole beraad, whatever anybody decides about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.dutch.placeholders import standing
from beraad.privacy.find import Find
from beraad.privacy.finding.again import Texts
from beraad.privacy.finding.bearers import told_apart
from beraad.privacy.finding.finding import find
from beraad.privacy.finding.overlap import settle
from beraad.privacy.instead.numbering import numbered
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.known.who_fields import WhoFields, asking_who
from beraad.privacy.signs.telling.beside_choices import BesideChoices
from beraad.privacy.signs.telling.those_present import ThosePresent
from beraad.privacy.text.progress import GoesOn, always
from beraad.records import Id, KnownWord, Participant, Session
from beraad.remembering import with_the_beraad

_REMEMBERED = 2
"""The beraad in the window, and what of it is near the group's screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything that what is found depends on; no decision is among it.

    Attributes:
        texts: every text that may go out, once.
        beside: what of it stands with choices, and is of one person.
        present: who was there, and what of it the group said together.
        who: which of these texts answer who.
        session: the beraad itself; two that ask the same get the same answer.
        goes_on: told how far the reading is; the answer does not depend on it.
    """

    texts: tuple[str, ...]
    participants: tuple[Participant, ...]
    known_words: tuple[KnownWord, ...]
    identity: Id
    year: int
    team: str
    beside: BesideChoices = field(repr=False)
    present: ThosePresent = field(repr=False)
    who: WhoFields = field(repr=False)
    lexicon: Lexicon = field(repr=False)
    session: Session = field(compare=False, repr=False)
    goes_on: GoesOn = field(default=always, compare=False, repr=False)

    @property
    def size(self) -> int:
        """How many characters there are to read."""
        return sum(map(len, self.texts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the finders pointed at in the texts of a beraad.

    Attributes:
        found: by text: every find; finds may overlap.
        visible: by text: the finds without overlap, as they are when nobody keeps anything.
        suggestions: by key of a find: the replacement it has in this whole document.
        generalised: by key of a find: the generalisations of its mentions.
        lexicon: the words it was read with.
    """

    known: KnownNames
    lexicon: Lexicon
    found: Mapping[str, tuple[Find, ...]]
    visible: Mapping[str, tuple[Find, ...]]
    suggestions: Mapping[str, str]
    generalised: Mapping[str, frozenset[str]]


def asked_about(
    session: Session, texts: tuple[str, ...], lexicon: Lexicon, goes_on: GoesOn = always
) -> Asked:
    """What the finders are asked about a beraad."""
    return Asked(
        texts=texts,
        participants=session.participants,
        known_words=session.known_words,
        identity=session.id,
        year=session.opening.held_on.year,
        team=session.opening.team,
        beside=BesideChoices.of(session),
        present=ThosePresent.of(session),
        who=WhoFields(asking_who(session)),
        lexicon=lexicon,
        session=session,
        goes_on=goes_on,
    )


_texts = Texts()
_remembered: tuple[tuple[Asked, Reading], ...] = ()
"""The last answers, the very last first."""


@with_the_beraad
def _forget() -> None:
    global _remembered  # noqa: PLW0603 - see `read`
    _remembered = ()
    _texts.forget()


def read(asked: Asked) -> Reading:
    """Let every finder read what is new, and remember the last answers.

    A decision costs little, and a key only the text it was typed in; marks, group's screen and
    review share what was read. Raises Stopped when the reading is not wanted any more.
    """
    global _remembered  # noqa: PLW0603 - one assignment, so that threads see all of it or nothing
    reading = next((reading for before, reading in _remembered if before == asked), None)
    if reading is None:
        known = KnownNames.of(asked.session)
        alone = _texts.candidates(asked.texts, known, asked.lexicon, asked.goes_on)
        beside = {
            text: (*finds, *asked.beside.finds(text, asked.lexicon))
            for text, finds in alone.items()
        }
        found = {
            text: asked.who.told(
                text, (*finds, *asked.present.finds(text, finds)), known, asked.lexicon
            )
            for text, finds in beside.items()
        }
        reading = gathered(known, asked.lexicon, found)
    others = (pair for pair in _remembered if pair[0] != asked)
    _remembered = ((asked, reading), *others)[:_REMEMBERED]
    return reading


def gathered(known: KnownNames, lexicon: Lexicon, found: Mapping[str, tuple[Find, ...]]) -> Reading:
    """What every finder said about every text, as one document."""
    found = told_apart(found)
    visible = {text: settle(text, finds) for text, finds in found.items()}
    return Reading(
        known=known,
        lexicon=lexicon,
        found=found,
        visible=visible,
        suggestions=_suggestions(known, lexicon, found, visible),
        generalised=_generalised(found),
    )


def _suggestions(
    known: KnownNames,
    lexicon: Lexicon,
    found: Mapping[str, tuple[Find, ...]],
    visible: Mapping[str, tuple[Find, ...]],
) -> dict[str, str]:
    """The suggestion for every key. Depends on what is found only, never on a decision."""
    shown = [one for finds in visible.values() for one in finds]
    hidden = [one for finds in found.values() for one in finds]
    wishes = {one.suggestion for one in hidden}
    unsafe = {wish for wish in wishes if not all(one.asks for one in find(wish, known, lexicon))}
    return numbered(shown, hidden, unsafe=unsafe, standing=_standing(known, found))


def _standing(known: KnownNames, texts: Iterable[str]) -> Mapping[str, frozenset[int]]:
    """By label: the numbers of replacements that somebody wrote in the texts, or wished."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for text in (*texts, *known.wishes):
        if "[" in text:
            for label, number in standing(text):
                numbers[label].add(number)
    return {label: frozenset(some) for label, some in numbers.items()}


def _generalised(found: Mapping[str, tuple[Find, ...]]) -> dict[str, frozenset[str]]:
    """The generalisations under each key; the mentions of one thing differ in grammar only."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for finds in found.values():
        for one in finds:
            if one.generalised:
                forms[one.key].add(one.generalised)
    return {key: frozenset(words) for key, words in forms.items()}
