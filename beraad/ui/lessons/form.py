"""The form of a leerverslag: its fields, three questions to check, and the approval."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal

from beraad.editing.decisions import decided
from beraad.lessons.copied import copied
from beraad.phases import lesson
from beraad.phases.dates import full_date
from beraad.privacy.review.survey import Finding
from beraad.records import RegisteredLesson, Session, Verdict
from beraad.records.anatomy import Address, read
from beraad.ui.lessons.lesson_field import LessonField
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.parts import button, column, label, panel

_LINES = {"situation": 3, "considerations": 3, "lesson": 2, "dilemma": 2, "value_conflict": 2}


class LessonForm(FieldPage):
    """Everything about one leerverslag. What somebody else decided about a word counts here too."""

    approval_wished = Signal()

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self._lines: list[LessonField] = []
        for field in lesson.FIELDS:
            looks = {"least_lines": _LINES[field.name]} if field.name in _LINES else {}
            if field is lesson.TITLE:
                looks = {"role": "large"}
            bound = self.bound(field, **looks)
            shown = LessonField(bound, leave_out=lesson.LEAVE_OUT[field.name])
            address = field.address()
            shown.taken.connect(partial(self.editor.edit, address))
            shown.kept.connect(self._on_kept)
            shown.rewritten.connect(partial(self._on_rewritten, address))
            self._lines.append(shown)
            self.layout_.addWidget(shown)
        self._build_approval()

    def show_proposals(self, offered: Mapping[str, str], session: Session) -> None:
        """Offer what the beraad has for the fields that are still empty."""
        for shown in self._lines:
            written = read(session, Address("lesson", shown.name))
            shown.show_proposal(offered.get(shown.name, ""), written=written)

    def show_copied(self, case: str, session: Session) -> None:
        """Point out with each field what still tells the case itself (`lessons.copied.told`)."""
        for shown in self._lines:
            written = read(session, Address("lesson", shown.name))
            shown.show_copied(copied(written, case))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show with each field what in it may identify somebody, unless it may stay."""
        open_or_out = [one for one in findings if not _may_stay(one)]
        for shown in self._lines:
            here = Address("lesson", shown.name)
            shown.show_findings(
                one for one in open_or_out if any(place.address == here for place in one.places)
            )

    def show_standing(
        self, session: Session, undone: tuple[str, ...], kept: RegisteredLesson | None
    ) -> None:
        """Say what is still `undone`, or who approved it as it stands here, and when."""
        self._approve.setEnabled(not undone and kept is None and not session.is_practice)
        if session.is_practice:
            self._standing.setText("Een oefening komt nooit tussen de echte leerverslagen.")
        elif kept is not None:
            self._standing.setText(_approval(kept))
        elif undone:
            self._standing.setText("Voor je goedkeurt: " + " ".join(undone))
        else:
            self._standing.setText("Klaar om goed te keuren. Daarna vinden anderen het terug.")

    def _build_approval(self) -> None:
        card = panel("card")
        inside = column(card, spacing=10)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.addWidget(label("Goedkeuren voor het archief", role="heading"))
        for field in lesson.CHECKS:
            inside.addWidget(self.bound(field).widget)
        inside.addWidget(self.bound(lesson.APPROVED_BY).labelled())
        self._standing = label(role="muted")
        self._standing.setObjectName("standing")
        inside.addWidget(self._standing)
        self._approve = button("Goedkeuren", kind="primary", name="approve")
        self._approve.clicked.connect(self.approval_wished)
        inside.addWidget(self._approve, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addWidget(card)

    def _on_kept(self, key: str, reason: str) -> None:
        self.editor.change(partial(decided, key=key, verdict=Verdict.KEEP, reason=reason))

    def _on_rewritten(self, address: Address, finding: Finding, instead: str) -> None:
        """Write this in every place of the find in this field, as far as it still stands there."""
        written: str = read(self.editor.session, address)
        for place in reversed([one for one in finding.places if one.address == address]):
            if written[place.start : place.end].casefold() == finding.text.casefold():
                written = f"{written[: place.start]}{instead}{written[place.end :]}"
        self.editor.edit(address, written)


def _approval(kept: RegisteredLesson) -> str:
    day = f" op {full_date(kept.content.approved_on)}" if kept.content.approved_on else ""
    return f"Goedgekeurd{day} door {kept.content.approved_by}. Het staat in het archief."


def _may_stay(finding: Finding) -> bool:
    return finding.decision is not None and finding.decision.verdict is Verdict.KEEP
