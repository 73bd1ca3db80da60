"""The signaal: what a rule or a process does to people, without a case or persons."""

from __future__ import annotations

from beraad.phases.dates import full_date, week_label
from beraad.phases.wording import SIGNAL_LEVEL_LABELS, SIGNAL_STATUS_LABELS
from beraad.privacy.clean import CleanedSignal
from beraad.records import SignalStatus
from beraad.report.blocks import (
    Callout,
    Document,
    Furniture,
    Heading,
    Look,
    Paragraph,
    WritingLines,
)
from beraad.report.compose.parts import Blocks, cell, facts, labelled, one_line, section, words
from beraad.report.compose.summary import PRACTICE

_STANDFIRST = (
    "Dit signaal gaat over wat een regel of werkwijze doet, niet over één casus of één persoon. "
    "Het komt voort uit een moreel beraad en is gepseudonimiseerd."
)


_ANSWER: Blocks = (
    Heading(1, "Antwoord"),
    WritingLines(
        (
            ("Wij doen dit, of wij doen niets, want", 3),
            ("Het ligt nu bij", 1),
            ("Rol en datum", 1),
        )
    ),
)
"""Where who answers can write; once there is an answer, that stands here."""


def signal_report(cleaned: CleanedSignal) -> Document:
    """The signaal as a document for who can do something about it."""
    content = cleaned.content
    return Document(
        source=cleaned,
        title=one_line(content.bottleneck) or "Structureel signaal",
        subject="Structureel signaal uit moreel beraad",
        stem=cleaned.stem,
        furniture=_furniture(cleaned),
        blocks=(
            *_question(cleaned),
            *facts(
                ("Wat er gebeurt", content.what),
                ("Regel of werkwijze", content.process),
                ("Waar het zit", SIGNAL_LEVEL_LABELS[content.level] if content.level else ""),
                ("Wat het doet met inwoners", content.effect),
                ("Hoe vaak", content.frequency),
                ("Sinds wanneer", content.since),
                ("Wie het ziet", content.seen_by),
                ("Maatwerk: wat is geprobeerd", content.custom_tried),
                ("Waarom niet genoeg", content.custom_falls_short),
            ),
            *(_answer(cleaned) or _ANSWER),
        ),
        is_short=True,
    )


def _furniture(cleaned: CleanedSignal) -> Furniture:
    content = cleaned.content
    kicker = ("Structureel signaal", week_label(cleaned.week), one_line(cleaned.team))
    due = f"antwoord voor {full_date(content.answer_due)}" if content.answer_due else ""
    notice = PRACTICE if cleaned.is_practice else ""
    foot = (notice, "Structureel signaal", due)
    return Furniture(
        notice=notice,
        kicker=" · ".join(part for part in kicker if part),
        standfirst=_STANDFIRST,
        foot=" · ".join(part for part in foot if part),
    )


def _question(cleaned: CleanedSignal) -> Blocks:
    """The ask, to whom, before when and who reports back, before anything else."""
    content = cleaned.content
    due = full_date(content.answer_due) if content.answer_due else ""
    asked = cell(content.wish, Look.STRONG)
    lines = (
        *asked[1:],
        *(
            labelled(label, words(said), Look.MUTED)
            for label, said in (
                ("Aan", content.recipient),
                ("Van", content.sender_role),
                ("Antwoord voor", due),
                ("Wie koppelt terug", content.reports_back),
            )
        ),
    )
    told = tuple(Paragraph(line) for line in lines if line)
    lead = asked[0] if asked else ()
    return (Callout("Wij vragen", lead, told),) if lead or told else ()


def _answer(cleaned: CleanedSignal) -> Blocks:
    is_draft = cleaned.status is SignalStatus.DRAFT
    return section(
        "Wat ermee is gedaan",
        facts(
            ("Status", "" if is_draft else SIGNAL_STATUS_LABELS[cleaned.status]),
            ("Antwoord", cleaned.answer),
            ("Beantwoord op", full_date(cleaned.answered_on) if cleaned.answered_on else ""),
        ),
    )
