"""A plain model of what a step does to a beraad, made of dicts and lists and of nothing else.

The model is told what was done *before* anybody looks at the program, so that it cannot copy what
the program makes of it. Where the walk presses something it does not know, the model takes over
what it finds.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from tools.soak.content import Content, differences

CHILDREN = {
    "options": ("harms", "option_id"),
    "stakeholders": ("values", "stakeholder_id"),
    "values": ("norms", "value_id"),
    "participants": ("considerations", "participant_id"),
}
"""What goes when a record goes, and by which field it hangs on it."""

_COME_ALONG = frozenset({
    "wordings+", "considerations+", "private_notes+", "dilemma.settled",
    "conclusion.case_owner_agrees", "conclusion.case_owner_agreed_on",
})  # fmt: skip
"""What the program does beside an edit: a row begins with its first word, a wording is kept, and
the yes of the inbrenger goes when what they read changed."""


@dataclass(frozen=True, slots=True)
class Anything:
    """Nobody knows what this does: a button that the walk found."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """This is no edit: going somewhere, another look, a screen that comes or goes."""


@dataclass(frozen=True, slots=True)
class Written:
    """A field gets another text.

    Attributes:
        record: which of the rows; None when the section has one record, or the row is not known.
        text: what stands there afterwards; None when only the place is known.
    """

    section: str
    field: str
    record: str | None
    before: str
    text: str | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An edit is taken back, or done again."""


Expected = Anything | Nothing | Written | TakenBack


def lost_against(
    expected: Expected, before: Content, after: Content, *, left: frozenset[str] = frozenset()
) -> str:
    """What is otherwise than this step should make it, by place; empty when all is well.

    `left` names fields with a date or number in them that begins to count when they are left.
    """
    aside = _COME_ALONG | left
    match expected:
        case Anything() | TakenBack():
            return ""
        case Nothing():
            return _told(differences(before, after) - aside)
        case Written(section=section, field=field, text=None):
            return _told(differences(before, after) - aside - {f"{section}.{field}"})
        case Written():
            return _against_written(expected, before, after, aside)


def _against_written(wish: Written, before: Content, after: Content, aside: frozenset[str]) -> str:
    place = f"{wish.section}.{wish.field}"
    elsewhere = _told(differences(before, after) - aside - {place})
    if elsewhere:
        return elsewhere
    for should in _possible(wish, before):
        if not differences(should, after) - aside:
            return ""
    begun = [each[wish.field] for each in _new_rows(wish.section, before, after)]
    return "" if begun == [wish.text] else place


def _possible(wish: Written, before: Content) -> list[Content]:
    """The beraden that this edit may lead to; more than one when it is not known which row."""
    section = before[wish.section]
    if isinstance(section, dict):
        return [_with(before, wish.section, None, wish.field, wish.text or "")]
    rows = [each for each in section if wish.record in {None, each["id"]}] or section
    return [
        _with(before, wish.section, each["id"], wish.field, wish.text or "")
        for each in rows
        if each[wish.field] == wish.before
    ]


def _with(content: Content, section: str, record: str | None, field: str, text: str) -> Content:
    made = dict(content)
    made[section] = deepcopy(content[section])
    if record is None:
        made[section][field] = text
    for each in made[section] if record is not None else ():
        if each["id"] == record:
            each[field] = text
    return made


def _new_rows(section: str, before: Content, after: Content) -> list[dict]:
    if isinstance(before[section], dict):
        return []
    known = {each["id"] for each in before[section]}
    return [each for each in after[section] if each["id"] not in known]


def _told(places: set[str]) -> str:
    return ", ".join(sorted(places))
