"""What stands above the text: the status of the document, and the beraad in short."""

from __future__ import annotations

from beraad.phases.dates import full_date, week_label
from beraad.privacy.clean import CleanedSession
from beraad.records import Agreement, Recurrence
from beraad.report.blocks import Bullets, Callout, Furniture, Look, Paragraph, Run, Text
from beraad.report.compose.parts import Blocks, brief, capital, labelled, one_line, words
from beraad.report.compose.standing import declaration

PRACTICE = "Oefening — verzonnen casus"
_MOST_AGREEMENTS = 4


def furniture(cleaned: CleanedSession) -> Furniture:
    """The status of the werkverslag, said before anything else."""
    return Furniture(
        notice=PRACTICE if cleaned.is_practice else "",
        kicker=" · ".join(
            part
            for part in (
                "Werkverslag moreel beraad",
                week_label(cleaned.week),
                one_line(cleaned.team),
            )
            if part
        ),
        standfirst=_status(cleaned),
        foot=_foot(cleaned),
    )


def in_short(cleaned: CleanedSession) -> Blocks:
    """The box "In het kort"; nothing as long as there is no more than the question."""
    dialogue = cleaned.dialogue
    question = words(cleaned.moral_question, Look.STRONG)
    lines = (
        labelled("Dit delen we", words(brief(dialogue.shared))),
        labelled("Hier verschillen we", words(brief(dialogue.core_difference))),
        labelled("Wie anders koos", words(brief(dialogue.minority_view))),
    )
    blocks = (
        *(Paragraph(line) for line in lines if line),
        *_agreements(cleaned.agreements),
        *_recurrence(cleaned),
    )
    return (Callout("In het kort", question, blocks),) if blocks else ()


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


def _agreements(agreements: tuple[Agreement, ...]) -> tuple[Paragraph | Bullets, ...]:
    lines = tuple(line for line in map(_agreement, agreements) if line)
    again = min((one.look_back for one in agreements if one.look_back), default=None)
    back = (Paragraph(words(f"We kijken terug op {full_date(again)}.")),) if again else ()
    if len(lines) <= 1:
        return (*(Paragraph(labelled("Afgesproken", line)) for line in lines), *back)
    shown = lines[:_MOST_AGREEMENTS]
    if rest := len(lines) - len(shown):
        shown = (*shown, words(f"en nog {rest}: zie Afspraken"))
    label = Paragraph((Run("Afgesproken:", Look.STRONG),), leads=True)
    return (label, Bullets(shown), *back)


def _agreement(agreement: Agreement) -> Text:
    """An agreement on one line: what, and between brackets who and by when."""
    due = f"voor {full_date(agreement.due)}" if agreement.due else ""
    details = ", ".join(part for part in (one_line(agreement.role), due) if part)
    what = words(one_line(agreement.what).removesuffix("."))
    if not what or not details:
        return what or words(capital(details))
    return (*what, Run(f" ({details})", Look.MUTED))


def _recurrence(cleaned: CleanedSession) -> tuple[Paragraph, ...]:
    line = labelled("Zien we dit vaker?", words(recurrence(cleaned)))
    return (Paragraph(line),) if line else ()


def _status(cleaned: CleanedSession) -> str:
    agreed = (
        "De inbrenger heeft dit verslag gelezen en is akkoord."
        if cleaned.conclusion.case_owner_agrees
        else "Concept: de inbrenger is nog niet akkoord."
    )
    return (
        "Dit verslag geeft een gezamenlijke overweging weer. Het is geen besluit en geen oordeel "
        f"over personen. {declaration(cleaned.reviewed)}. {agreed}"
    )


def _foot(cleaned: CleanedSession) -> str:
    conclusion = cleaned.conclusion
    parts = [PRACTICE] if cleaned.is_practice else []
    if conclusion.keep_until:
        parts.append(f"Bewaren tot {full_date(conclusion.keep_until)}")
    if recipients := one_line(conclusion.recipients).removesuffix("."):
        parts.append(f"voor {recipients[:1].lower()}{recipients[1:]}")
    return " · ".join(parts or ["Werkverslag moreel beraad", "geen besluit"])
