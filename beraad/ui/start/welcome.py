"""What somebody sees who has no beraad yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, row, title_above

_STAYS = (
    "Alles blijft op deze laptop",
    "Beraad maakt uit zichzelf geen verbinding. Wat je opschrijft, staat in je eigen bestand.",
)
_PROMISES = (
    (
        Icon.GUIDE,
        "Acht rondes, stap voor stap",
        "Per ronde zie je wat je vraagt, wat je opschrijft en hoeveel tijd er is.",
    ),
    (Icon.PRIVATE, *_STAYS),
    (
        Icon.REPORT,
        "Een verslag dat je kunt delen",
        "Namen gaan eruit, en jij leest na voordat er iets naar buiten gaat.",
    ),
)
_MEETS = (
    "Je beraden blijven op deze laptop",
    (
        "Wat je opschrijft, staat in je eigen bestand. Bij begin en einde voegt Beraad alleen het "
        "register met signalen samen met dat van de gemeente: dat koos je bij Instellingen."
    ),
)


class Welcome(QFrame):
    """What the program does, with a filled oefencasus one click away."""

    practice_wished = Signal()
    help_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, spacing=14)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.addWidget(label("Welkom", role="heading"))
        for sign, title, text in _PROMISES:
            drawing = label(wrap=False)
            put_icon(drawing, sign, Role.Link)
            texts = column(spacing=2)
            heading, under = title_above(title), label(text, role="muted")
            if sign is Icon.PRIVATE:
                self._promise = heading, under
            texts.addWidget(heading)
            texts.addWidget(under)
            line = row(spacing=16)
            line.addWidget(drawing, alignment=Qt.AlignmentFlag.AlignTop)
            line.addLayout(texts, 1)
            inside.addLayout(line)
        look_round = button("Kijk rond in een gevulde oefening", name="first-practice")
        look_round.clicked.connect(self.practice_wished)
        manual = button("Lees de handleiding", kind="link", name="manual")
        manual.clicked.connect(self.help_wished)
        ways = row(spacing=16)
        ways.addWidget(look_round)
        ways.addWidget(manual)
        ways.addStretch(1)
        inside.addWidget(folding(ways))

    def show_meeting(self, *, unasked: bool) -> None:
        """Promise what is so, also when the register of the municipality is met unasked."""
        for said, text in zip(self._promise, _MEETS if unasked else _STAYS, strict=True):
            said.setText(text)
