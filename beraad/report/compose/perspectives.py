"""Ronde 4: what is at stake for whom.

What the norm of somebody at the table pleads for is not said: that would say what they chose.
"""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.wording import (
    ARGUMENT_LABELS,
    NORM_SOURCE_LABELS,
    PLEA_LABELS,
    PRESENCE_LABELS,
    SOURCE_LABELS,
)
from beraad.privacy.clean import CleanedSession
from beraad.records import (
    ArgumentKind,
    Norm,
    NormSource,
    Plea,
    Presence,
    Stakeholder,
    Value,
)
from beraad.report.blocks import (
    ABOVE,
    Cell,
    Look,
    Mark,
    RowGroup,
    Run,
    Text,
)
from beraad.report.compose.parts import Blocks, cell, note, one_line, section
from beraad.report.compose.tables import table

_COLUMNS = ("Perspectief", "Waarde", "Norm", "Pleit voor")
_WIDTHS = (0.23, 0.26, 0.37, 0.14)


def perspectives(cleaned: CleanedSession) -> Blocks:
    """The table of perspectives, values and norms."""
    groups = (_group(cleaned, stakeholder) for stakeholder in cleaned.stakeholders)
    return section("Perspectieven, waarden en normen", table(_COLUMNS, _WIDTHS, groups))


def _group(cleaned: CleanedSession, stakeholder: Stakeholder) -> RowGroup:
    values = cleaned.values_of(stakeholder.id)
    rows = tuple(row for value in values for row in _rows(cleaned, value) if any(row))
    return RowGroup(_who(stakeholder, has_rows=bool(rows)), rows or (((), (), ()),))


def _who(stakeholder: Stakeholder, *, has_rows: bool) -> Cell:
    name = cell(stakeholder.name, Look.STRONG)
    if not name and not has_rows:
        return ()
    chair = PRESENCE_LABELS[Presence.EMPTY_CHAIR]
    empty = chair if stakeholder.presence is Presence.EMPTY_CHAIR else ""
    return (*name, *note(empty, SOURCE_LABELS[stakeholder.source]))


def _rows(cleaned: CleanedSession, value: Value) -> Iterator[tuple[Cell | None, Cell, Cell]]:
    norms = [norm for norm in cleaned.norms_of(value.id) if one_line(norm.text)]
    shown = _value(value)
    if not norms:
        yield shown, (), ()
    for number, norm in enumerate(norms):
        plea = (_plea(norm.plea),) if cleaned.may_tell_plea_of(value) else ()
        yield ABOVE if number else shown, _norm(norm), plea


def _value(value: Value) -> Cell:
    name = cell(value.name, Look.STRONG if value.core else Look.PLAIN)
    clashes = note("kernwaarde die botst") if value.core and name else ()
    return (*name, *cell(value.meaning, Look.MUTED), *clashes)


def _norm(norm: Norm) -> Cell:
    source = "" if norm.source is NormSource.UNKNOWN else NORM_SOURCE_LABELS[norm.source]
    moral = norm.argument is ArgumentKind.MORAL
    argument = "" if moral else f"{ARGUMENT_LABELS[norm.argument]} argument"
    return (*cell(norm.text), *note(source, argument))


def _plea(plea: Plea) -> Text:
    match plea:
        case Plea.A:
            return (Mark("A"),)
        case Plea.B:
            return (Mark("B"),)
        case Plea.BOTH:
            return (Mark("A"), Run(" "), Mark("B"))
        case Plea.UNCLEAR:
            return (Run(PLEA_LABELS[plea], Look.MUTED),)
