"""One participant in ronde 7: what they chose first, and whether that changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from beraad.phases import dialogue
from beraad.records import Consideration, Id, Session
from beraad.ui.hearing.words import spoken
from beraad.ui.widgets.fields import BoundField, FieldMaker
from beraad.ui.widgets.option_field import OptionField, option_label
from beraad.ui.widgets.parts import button, column, label, row


class Revision(QWidget):
    """A line that says what stands; the options come only when somebody changed.

    So no click that went astray chooses for somebody.
    """

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__()
        self.setObjectName("revision")
        self._editor = maker.editor
        self._item = item
        self._who = ""
        self._stands = label()
        self._open = button("Is veranderd …", kind="link", name="change-choice")
        self._open.clicked.connect(self._on_open)
        self._back = button("Toch de eerste keuze", kind="link", name="first-choice")
        self._back.clicked.connect(self._on_back)
        self._now = OptionField("Kiest nu")
        self._now.edited.connect(self._on_chosen)
        self._because: BoundField = maker.bound(dialogue.REVISED_BECAUSE, item)
        inside = column(self, spacing=4)
        beside = row(spacing=12)
        beside.addWidget(self._stands, 1)
        beside.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(beside)
        inside.addWidget(self._now)
        inside.addWidget(self._because.widget)
        self._now.hide()

    def show_session(self, session: Session, mine: Consideration) -> None:
        """Show the choice before and after the dialogue."""
        weighing = [person.id for person in session.participants if person.weighs]
        number = weighing.index(mine.participant_id) + 1 if mine.participant_id in weighing else 0
        who = f"Deelnemer {number}"
        first = option_label(session.options, mine.choice_id) if mine.choice_id else ""
        revised = mine.revised_choice_id
        now = option_label(session.options, revised) if revised else ""
        self._stands.setText(f"{who}: eerst {first}, nu {now}" if now else f"{who}: {first}")
        chosen = [each for each in session.options if each.id in {mine.choice_id, revised}]
        wholes = (f"{session.letter(each.id)}: {each.text.strip()}" for each in chosen)
        self._stands.setToolTip("\n".join(wholes))
        self._who = who
        self._say()
        self._back.setVisible(revised is not None)
        self._now.show_options(session.options, without=mine.choice_id)
        self._now.show_value(revised)
        self._because.show(session)
        self._because.widget.setVisible(revised is not None)

    @Slot()
    def _on_open(self) -> None:
        self._unfold(wanted=self._now.isHidden())
        if not self._now.isHidden():
            self._now.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self._unfold(wanted=False)
        self._choose(None)
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_chosen(self, option: Id | None) -> None:
        if option is not None:
            self._choose(option)
        self._unfold(wanted=False)
        self._because.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, option: Id | None) -> None:
        considerations = self._editor.session.considerations
        mine = next(one for one in considerations if one.id == self._item)
        self._editor.weigh(mine.participant_id, "revised_choice_id", option)

    def _unfold(self, *, wanted: bool) -> None:
        self._now.setVisible(wanted)
        self._open.setText("Toch niet" if wanted else "Is veranderd …")
        self._say()

    def _say(self) -> None:
        for each in (self._open, self._back):
            each.setAccessibleName(f"{spoken(each.text())}, {self._who}")
