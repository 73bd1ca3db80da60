"""Erasing a signal from the register: what goes and what stays, before anything happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.errors import Solvable
from beraad.publishing.erasing import Going, Role, Why, erase_signal, going
from beraad.records import Id
from beraad.store.copies.emptying import Emptied
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.widgets.around import scroll_to
from beraad.ui.widgets.choice_field import CheckField, SegmentField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, goes_and_stays, label, signed_lines, told_in

_WHYS = tuple((why, why.value) for why in Why)
_ROLES = tuple((role, role.value) for role in Role)
_TITLE = "Wissen uit het register"
_NO_WAY_BACK = (
    "Wissen kun je niet terugdraaien, ook een ander niet. Zolang er geen antwoord is, kun je een "
    "signaal ook intrekken: dan blijven de woorden en de reden staan."
)


class EraseCard(QFrame):
    """`chosen` carries why and by whom, once somebody said so and is sure; `put_away` asks not."""

    chosen = Signal(object, object)
    put_away = Signal()

    def __init__(self, about: Going) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setObjectName("erase-card")
        self.setAccessibleName(f"{_TITLE}: {about.title}")
        self._why: Why | None = None
        self._role = Role.FACILITATOR
        self._sure = False
        inside = column(self, spacing=10)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(label(_TITLE, role="strong", heads=True))
        goes = signed_lines("Dit wordt gewist", about.goes, "×")
        stays = signed_lines("Dit blijft, of heeft Beraad niet in de hand", about.stays, "–")
        inside.addWidget(goes_and_stays(goes, stays))
        if about.owing:
            inside.addWidget(told_in("hint", about.owing))
        for said, choices, name, answer in (
            ("Waarom?", _WHYS, "erase-why", self._on_why),
            ("Wie wist het?", _ROLES, "erase-role", self._on_role),
        ):
            inside.addWidget(label(said, role="small"))
            field = SegmentField(choices, name=said)
            field.setObjectName(name)
            field.edited.connect(answer)
            if choices is _ROLES:
                field.show_value(self._role)
            inside.addWidget(field)
        inside.addWidget(label("Reden en rol komen in het logboek van deze laptop.", role="small"))
        check = CheckField("Ik heb gekeken. Niemand heeft dit signaal nog nodig.")
        check.setObjectName("erase-sure")
        check.edited.connect(self._on_sure)
        inside.addWidget(check)
        inside.addWidget(label(_NO_WAY_BACK, role="small"))
        ways = FlowLayout()
        self._not = button("Niet wissen", name="erase-not")
        self._not.clicked.connect(self.put_away)
        self._do = button("Wis dit signaal", kind="primary", name="erase")
        self._do.setEnabled(False)
        self._do.clicked.connect(self._on_do)
        ways.addWidget(self._not)
        ways.addWidget(self._do)
        inside.addLayout(ways)

    def take_focus(self) -> None:
        """Put the focus on the way that changes nothing, in sight as soon as all has its place."""
        self._not.setFocus()
        QTimer.singleShot(0, self, self._come_in_sight)

    @Slot()
    def _come_in_sight(self) -> None:
        scroll_to(self._not)

    @Slot(object)
    def _on_why(self, why: Why) -> None:
        self._why = why
        self._show()

    @Slot(object)
    def _on_role(self, role: Role) -> None:
        self._role = role

    @Slot(object)
    def _on_sure(self, sure: bool) -> None:  # noqa: FBT001
        self._sure = sure
        self._show()

    def _show(self) -> None:
        self._do.setEnabled(self._sure and self._why is not None)

    @Slot()
    def _on_do(self) -> None:
        self._do.setEnabled(False)
        self._not.setEnabled(False)
        self.chosen.emit(self._why, self._role)


class SignalErasing(QObject):
    """Erases one signal beside the window; `erased` tells what came of it, `failed` why not."""

    erased = Signal(object)
    failed = Signal(object)

    def __init__(
        self, signal_id: Id, path: Path, parent: QObject, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(parent)
        self._id = signal_id
        self._path = path
        self._now = now
        self._job = OneAtATime(self)
        self._job.done.connect(self.erased)
        self._job.failed.connect(self.failed)

    def card(self) -> EraseCard | None:
        """What is asked before it; None, and told as `failed`, when the signal is not there."""
        try:
            made = EraseCard(going(self._id, self._path))
        except Solvable as problem:
            self.failed.emit(problem)
            return None
        made.chosen.connect(self._on_chosen)
        return made

    def settle(self) -> None:
        """Wait for what is being erased."""
        self._job.settle()

    @Slot(object, object)
    def _on_chosen(self, why: Why, role: Role) -> None:
        signal_id, path, now = self._id, self._path, self._now()

        def work(asker: Asker) -> Emptied:
            del asker  # Half erased is not erased: it goes on to its end.
            return erase_signal(signal_id, path, why=why, role=role, now=now)

        self._job.start(work)
