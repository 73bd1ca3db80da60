"""De opening: wie er zijn, wat voor casus, en wat jullie afspreken."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.editing.operations import with_all_whole
from beraad.phases import opening
from beraad.phases.becoming import what_goes_along, why_not
from beraad.phases.plan_words import about_plan
from beraad.records import AGREEMENTS, Id, Participant, Session, Setting, new_id
from beraad.records.anatomy import place_of
from beraad.ui.rondes.same_again import SameAgain
from beraad.ui.rondes.since_panel import SincePanel
from beraad.ui.settings import LONGEST, SHORTEST
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.column_heads import ColumnHeads
from beraad.ui.widgets.completion import Completion
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import PLACE, FieldMaker, with_label
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import column, label, line, row, title_above
from beraad.ui.widgets.record_list import RecordList, RecordRow
from beraad.ui.widgets.usual_lengths import UsualLengths


class OpeningPage(FieldPage):
    """Everything here can be filled in later and changed at any time.

    `practice_wished` gives a kader that makes an oefening of a beraad in which something stands.
    """

    practice_wished = Signal(object)

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self.layout_.addWidget(self.bound(opening.TITLE, role="large").labelled())
        first = row(spacing=16)
        maker.room.adapt(first, self)
        team = self.bound(opening.TEAM)
        Completion(team.widget, maker.earlier.teams)
        first.addWidget(team.labelled(), 1)
        first.addWidget(self.bound(opening.HELD_ON, needed=True).labelled())
        self.layout_.addLayout(first)
        self._since = SincePanel(maker)
        self.layout_.addWidget(self._since)
        self.layout_.addWidget(line())
        setting = self.bound(opening.SETTING, segmented=True)
        self._setting = setting.widget
        self._setting.wished.connect(self.practice_wished)
        self.layout_.addWidget(setting.labelled())
        self.layout_.addWidget(self._time())
        self._about_plan = label(role="muted")
        self._about_plan.setObjectName("about-plan")
        self.layout_.addWidget(self._about_plan)
        self.layout_.addWidget(self.bound(opening.CLARIFICATION_FIRST).widget)
        self.layout_.addWidget(line())
        self._build_people()
        self.layout_.addWidget(line())
        self.layout_.addWidget(title_above("Wat jullie vooraf afspreken"))
        self._agreements: dict[str, QWidget] = {}
        for field in (opening.CONFIDENTIALITY, opening.REPORT_CONTENT, opening.FIRST_READER):
            agreement = self.bound(field)
            self._agreements[field.name] = agreement.widget
            self.layout_.addWidget(agreement.labelled())
        self._agreed: QWidget = self.bound(opening.AGREED).widget
        self.layout_.addWidget(self._agreed)
        self._build_whole()
        more = Fold("Meer over dit beraad")
        more.inside.addWidget(self.bound(opening.CASE_STATE, segmented=True).labelled())
        more.inside.addWidget(self.bound(opening.PURPOSE).labelled())
        more.set_unfolded(True)
        self.layout_.addWidget(more)
        self.layout_.addStretch(1)

    def _time(self) -> QWidget:
        box = Folding()
        box.setAccessibleName(opening.MINUTES.label)
        inside = row(box, spacing=6)
        self._plans = UsualLengths(inside)
        self._plans.chosen.connect(self._on_plan)
        own = self.bound(opening.MINUTES, least=SHORTEST, most=LONGEST, unit="minuten")
        inside.addWidget(own.widget)
        inside.addStretch(1)
        return with_label(opening.MINUTES.label, box)

    def _build_people(self) -> None:
        self.layout_.addWidget(title_above("Wie zijn er?"))
        self.layout_.addWidget(label(opening.NAMES_PROMISE, role="muted"))
        people = RecordList(
            self.editor,
            "participants",
            lambda item: ParticipantRow(self.maker, item),
            lambda: Participant(id=new_id()),
            add_label="deelnemer",
            thing="deelnemer",
            divided=False,
        )
        empty = label("Nog niemand. Zet er in elk geval de inbrenger bij.", role="muted")
        people.say_when_empty(empty.text())
        people.emptied.connect(empty.setVisible)
        people.emptied.connect(self._show_heads)
        people.ask_about_names()
        self._people = people
        self.layout_.addWidget(empty)
        self._lists.append((people, "participants"))
        self._again = SameAgain(self.maker)
        self._again.serve(self)
        self._again.taken.connect(self._on_taken)
        self._again.declined.connect(people.add)
        self.layout_.addWidget(self._again)
        self._heads = ColumnHeads([field.label for field in opening.PARTICIPANT_COLUMNS])
        self._heads.setObjectName("heads-participants")
        self.maker.room.changed.connect(self._show_heads)
        under = column(spacing=4)
        under.addWidget(self._heads)
        under.addWidget(people)
        self.layout_.addLayout(under)
        self.layout_.addWidget(self.bound(opening.MANAGER, segmented=True).labelled())

    def show_session(self, session: Session) -> None:
        super().show_session(session)
        self._since.show_session(session)
        self._again.show_session(session)
        self._plans.show_length(session.opening.minutes)
        about = " ".join(about_plan(session))
        self._about_plan.setText(about)
        self._about_plan.setVisible(bool(about))
        self._show_whole(session)
        self._setting.offer({setting: why_not(session, setting) for setting in Setting})
        usual = self.maker.usual()
        self._setting.ask_first(each for each in Setting if what_goes_along(session, each, usual))

    @Slot()
    def _show_heads(self) -> None:
        """Above the first row, where fields stand side by side."""
        rows = self._people.rows
        self._heads.setVisible(bool(rows) and not self.maker.room.narrow)
        self._heads.stand_above([bound.widget for bound in rows[0].fields] if rows else ())

    def begin_with_people(self) -> None:
        """Put the cursor where who is there is written down."""
        rows = self._people.rows
        if rows:
            rows[0].take_focus()
        else:
            self._people.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_whole(self) -> None:
        self._whole = CheckField(opening.WHOLE.label)
        self._whole.setObjectName("opening.whole_by")
        self._whole.setProperty(PLACE, place_of(opening.WHOLE.address()))
        self._whole.edited.connect(self._on_whole)
        self._about_whole = label(role="muted")
        self._about_whole.setObjectName("about-whole")
        self.layout_.addWidget(self._whole)
        self.layout_.addWidget(self._about_whole)

    def _show_whole(self, session: Session) -> None:
        self._whole.show_value(session.stands_whole)
        self._whole.setEnabled(bool(session.participants))
        about = opening.about_whole(session)
        self._about_whole.setText(about)
        self._whole.setAccessibleDescription(about)

    @Slot(object)
    def _on_whole(self, agreed: bool) -> None:  # noqa: FBT001
        today = self.maker.today()
        self.editor.change(partial(with_all_whole, agreed=agreed, today=today))

    @Slot()
    def _on_taken(self) -> None:
        """Go on with the first agreement that is not there yet; then only the yes is left."""
        opened = self.editor.session.opening
        missing = (name for name in AGREEMENTS if not getattr(opened, name).strip())
        (self._agreements.get(next(missing, "")) or self._agreed).setFocus()

    @Slot(int)
    def _on_plan(self, minutes: int) -> None:
        self.editor.edit(opening.MINUTES.address(), minutes)


class ParticipantRow(RecordRow):
    """Somebody in the room, by role."""

    def __init__(self, maker: FieldMaker, item: Id) -> None:
        super().__init__(item)
        self.fields = [maker.bound(field, item) for field in opening.PARTICIPANT_COLUMNS]
        role, name, part, employment = self.fields
        Completion(role.widget, maker.earlier.roles)
        inside = row(self, spacing=8)
        maker.room.adapt(inside, self)
        inside.addWidget(role.widget, 3)
        inside.addWidget(name.widget, 3)
        inside.addWidget(part.widget)
        inside.addWidget(employment.widget)
