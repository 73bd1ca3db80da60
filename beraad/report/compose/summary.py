"""What stands above the text: the status of the document, and the beraad in short."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.dates import full_date, week_label
from beraad.privacy.clean import CleanedSession
from beraad.records import Agreement, Conclusion, Recurrence
from beraad.report.blocks import Bullets, Callout, Furniture, Look, Mark, Paragraph, Run, Text
from beraad.report.compose.parts import Blocks, brief, detailed, labelled, one_line, words
from beraad.report.compose.standing import declaration

PRACTICE = "Oefening — verzonnen casus"
_MOST_AGREEMENTS = 4
_HORNS = 2
LONGEST_TITLE, LONGEST_TEAM = 85, 50
"""Most characters above the text; what is longer stands whole under "Over dit verslag"."""
_QUESTION, _LONG, _TOGETHER, _SHORT, _ROLE = 105, 180, 280, 72, 36
"""Most characters in the box, so that it never leaves the first page: of the moral question, of a
longer text, of all agreements together, of A, B and the signal, and of a role."""


def furniture(cleaned: CleanedSession) -> Furniture:
    """The status of the werkverslag, said before anything else."""
    return Furniture(
        notice=PRACTICE if cleaned.is_practice else "",
        kicker=" · ".join(
            part
            for part in (
                "Werkverslag moreel beraad",
                week_label(cleaned.week),
                brief(cleaned.team, LONGEST_TEAM),
            )
            if part
        ),
        standfirst=_status(cleaned),
        foot=_foot(cleaned),
    )


def in_short(cleaned: CleanedSession) -> Blocks:
    """The box "In het kort"; nothing as long as there is no more than the dilemma.

    It fits on the first page, also with long texts: those are cut, and say where the rest stands.
    """
    dialogue = cleaned.dialogue
    found = (
        *_line("Dit delen we", dialogue.shared),
        *_line("Hier verschillen we", dialogue.core_difference),
        *_line("Een ander geluid", dialogue.minority_view),
        *_agreements(cleaned.agreements),
        *_paragraph(labelled("Zien we dit vaker?", words(recurrence(cleaned)))),
        *_paragraph(labelled("Signaal", words(brief(cleaned.bottleneck, _SHORT)))),
    )
    question = _cut(cleaned.moral_question, _QUESTION, "Het dilemma", Look.STRONG)
    return (Callout("In het kort", question, (*_horns(cleaned), *found)),) if found else ()


def recurrence(cleaned: CleanedSession) -> str:
    """The answer to "Zien we dit vaker?" as a sentence; empty when it was not asked."""
    match cleaned.conclusion.recurrence:
        case Recurrence.UNASKED:
            return ""
        case Recurrence.NO:
            return "Nee, dit zien we niet vaker."
        case Recurrence.UNKNOWN:
            return "We weten niet of dit vaker voorkomt."
        case Recurrence.YES:
            count = cleaned.conclusion.recurrence_count
            return f"Ja, ongeveer {count} keer." if count else "Ja, dit zien we vaker."


def _horns(cleaned: CleanedSession) -> Iterator[Paragraph]:
    """A and B in a few words, unless one of them is still empty."""
    acts = [
        (mark, one_line(option.short) or one_line(option.text))
        for mark, option in cleaned.lettered_options[:_HORNS]
    ]
    if all(act for _, act in acts):
        for mark, act in acts:
            text = words(brief(act, _SHORT))
            yield Paragraph((Mark(mark), Run(" "), *text), leads=mark == "A")


def _line(label: str, text: str) -> Iterator[Paragraph]:
    return _paragraph(labelled(label, _cut(text, _LONG, "Dialoog")))


def _paragraph(text: Text) -> Iterator[Paragraph]:
    if text:
        yield Paragraph(text)


def _cut(text: str, limit: int, more: str, look: Look = Look.PLAIN) -> Text:
    """The first sentences of a text, and under which heading the rest stands."""
    said = brief(text, limit)
    if said == one_line(text):
        return words(said, look)
    return (*words(said, look), Run(f" (meer onder {more})", Look.MUTED))


def _agreements(agreements: tuple[Agreement, ...]) -> Iterator[Paragraph | Bullets]:
    made = [one for one in agreements if one.what.strip() or one.role.strip() or one.due]
    named = made if len(made) <= _MOST_AGREEMENTS else made[: _MOST_AGREEMENTS - 1]
    room = _TOGETHER // max(min(len(made), _MOST_AGREEMENTS), 1)
    shown = tuple(_agreement(one, room) for one in named)
    if rest := len(made) - len(named):
        shown = (*shown, words(f"en nog {rest}: zie Afspraken"))
    if len(shown) == 1:
        yield Paragraph(labelled("Afgesproken", shown[0]))
    elif shown:
        yield Paragraph((Run("Afgesproken:", Look.STRONG),), leads=True)
        yield Bullets(shown)
    if again := min((one.look_back for one in agreements if one.look_back), default=None):
        yield Paragraph(words(f"We kijken terug op {full_date(again)}."))


def _agreement(agreement: Agreement, room: int) -> Text:
    """An agreement on one line: what, and between brackets who and by when."""
    due = full_date(agreement.due) if agreement.due else ""
    role = brief(agreement.role, _ROLE)
    return detailed(words(brief(agreement.what, room)), ("wie", role), ("voor", due))


def _status(cleaned: CleanedSession) -> str:
    agreed = _agreed(cleaned.conclusion)
    return (
        "In dit verslag staat wat de deelnemers hebben afgewogen. Het is geen besluit en geen "
        f"oordeel over personen. {declaration(cleaned.reviewed)}. {agreed}"
    )


def _foot(cleaned: CleanedSession) -> str:
    """What every page says on one line: no decision, and until when it is kept."""
    conclusion = cleaned.conclusion
    parts = (
        PRACTICE if cleaned.is_practice else "",
        "Geen besluit",
        f"bewaren tot {full_date(conclusion.keep_until)}" if conclusion.keep_until else "",
    )
    return " · ".join(part for part in parts if part)


def _agreed(conclusion: Conclusion) -> str:
    if not conclusion.case_owner_agrees:
        return "Concept: de inbrenger is nog niet akkoord."
    day = conclusion.case_owner_agreed_on
    since = f" sinds {full_date(day)}" if day else ""
    return f"De inbrenger heeft dit verslag gelezen en is akkoord{since}."
