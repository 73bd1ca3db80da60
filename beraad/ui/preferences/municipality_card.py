"""The register of the municipality: where it is, and whether to meet it unasked."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from beraad.errors import Solvable
from beraad.ui.announce import announce
from beraad.ui.municipality.meetings import Meetings
from beraad.ui.preferences.card import Card
from beraad.ui.preferences.given import given
from beraad.ui.settings import LONGEST_TEXT, Settings
from beraad.ui.theme.icons import Icon
from beraad.ui.theme.look import Look
from beraad.ui.widgets.around import scroll_to
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.folder_dialog import ask_file
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import button, column, label, row, set_look

_LIKE = "postgresql://laptop_01@register.gemeente.nl/beraad"
_NOTHING = "Zonder adres maakt Beraad geen enkele verbinding. Je beheerder kent het adres."
_KEPT = "Het adres is bewaard. Het wachtwoord bewaart Beraad nergens."
_AT_BEGIN = (
    "Bij het begin wacht samenvoegen op je wachtwoord: wat je typt, geldt tot je Beraad sluit. Wil "
    "je niets typen, laat je beheerder het dan klaarzetten in een bestand."
)
_SYSTEM = "wat het systeem vertrouwt"


class When(StrEnum):
    """When to meet the register."""

    ASKED = "asked"
    ALWAYS = "always"


class MunicipalityCard(Card):
    """What is typed counts when the field is left; an address that will not do is not kept."""

    def __init__(self, look: Look, room: PageWidth, settings: Settings, meetings: Meetings) -> None:
        super().__init__("Register van de gemeente", sign=Icon.SIGNAL, look=look, room=room)
        self._settings = settings
        self._meetings = meetings
        self._address = LineEdit()
        self._address.setObjectName("municipal-address")
        self._address.setMaxLength(LONGEST_TEXT)
        self._address.setAccessibleName("Adres van het register van de gemeente")
        self._address.setPlaceholderText(f"adres van je beheerder, zoals: {_LIKE}")
        self._address.setText(meetings.address_as_typed or settings.municipal_address)
        self._address.textEdited.connect(self._on_typing)
        self._address.editingFinished.connect(self._on_address)
        self._why = label(role="small")
        self._why.setObjectName("municipal-why")
        self._why.hide()
        self._password = LineEdit()
        self._password.setObjectName("municipal-password")
        self._password.setAccessibleName("Wachtwoord, tot je Beraad sluit")
        self._password.setPlaceholderText("geldt tot je Beraad sluit")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.textEdited.connect(meetings.type_password)
        when = SegmentField(
            ((When.ASKED, "Als ik het vraag"), (When.ALWAYS, "Ook bij begin en einde")),
            name="Wanneer samenvoegen",
        )
        when.setObjectName("municipal-when")
        when.show_value(When.ALWAYS if settings.municipal_always else When.ASKED)
        when.edited.connect(self._on_when)
        self._said = label(role="small")
        self._said.setObjectName("municipal-said")
        self._wants_sight = False  # Only once somebody did something here.
        self._in_sight = QTimer(self)  # It is laid out first.
        self._in_sight.setSingleShot(True)
        self._in_sight.setInterval(0)
        self._in_sight.timeout.connect(self._bring_in_sight)
        self.line("Adres", given(self._with_why(), settings, "gemeente/adres"))
        self.line("Certificaat", given(self._certificates(), settings, "gemeente/certificaat"))
        self.line("Wachtwoord", self._password)
        self.line("Samenvoegen", given(self._with_when(when), settings, "gemeente/vanzelf"))
        self.line("Verbinding", self._trying())
        self.inside.addWidget(self._said)
        meetings.tried.connect(self._on_tried)
        meetings.failed.connect(self._on_failed)
        meetings.stopped.connect(self._on_stopped)
        meetings.met.connect(self._on_stopped)
        self._show()
        self._tell(_KEPT if meetings.is_set else _NOTHING)
        self._on_address()

    def _with_why(self) -> QWidget:
        """The address, and under it what is wrong with it: there one looks."""
        box = QWidget()
        inside = column(box, spacing=2)
        inside.addWidget(self._address)
        inside.addWidget(self._why)
        return box

    def _with_when(self, when: QWidget) -> QWidget:
        """When to meet, and under it what that asks at the begin."""
        box = QWidget()
        inside = column(box, spacing=2)
        inside.addWidget(when)
        self._at_begin = label(_AT_BEGIN, role="small")
        self._at_begin.setObjectName("municipal-at-begin")
        inside.addWidget(self._at_begin)
        self._at_begin.setVisible(self._settings.municipal_always)
        return box

    def _certificates(self) -> QWidget:
        box = QWidget()
        inside = row(box, spacing=8)
        self._certificate = button("", kind="link", name="municipal-certificate")
        self._certificate.clicked.connect(self._on_certificate)
        self._usual = button("Weghalen", name="municipal-no-certificate")
        self._usual.clicked.connect(self._on_no_certificate)
        inside.addWidget(self._certificate, 1)
        inside.addWidget(self._usual)
        return box

    def _trying(self) -> QWidget:
        box = QWidget()
        inside = row(box, spacing=8)
        self._try = button("Proberen", name="municipal-try", described="Verbinding proberen")
        self._try.clicked.connect(self._on_try)
        self._stop = button("Stoppen", name="municipal-stop", described="Proberen stoppen")
        self._stop.clicked.connect(self._meetings.stop)
        inside.addWidget(self._try)
        inside.addWidget(self._stop)
        inside.addStretch(1)
        return box

    @Slot(str)
    def _on_typing(self, text: str) -> None:
        self._meetings.address_as_typed = text
        self._refuse("")

    @Slot()
    def _on_address(self) -> None:
        text = self._address.text().strip()
        if text == self._settings.municipal_address:
            self._meetings.address_as_typed = ""
            self._refuse("")
            return
        if text:
            from beraad.store.municipality.place import place_of

            try:
                place_of(text)
            except Solvable as problem:
                self._meetings.address_as_typed = text
                self._refuse(f"Niet bewaard. {problem.happened} {problem.way_out}")
                return
        self._meetings.address_as_typed = ""
        self._refuse("")
        self._settings.municipal_address = text
        self._show()
        self._tell(_KEPT if text else _NOTHING)

    def _refuse(self, why: str) -> None:
        """Mark the address and say why it will not do; an empty text says that it will."""
        if why != self._why.text():
            self._why.setText(why)
            self._address.setAccessibleDescription(why)
            set_look(self._address, "invalid", "true" if why else "")
            if why:
                announce(self._address, why)
        self._why.setVisible(bool(why))

    @Slot()
    def _on_certificate(self) -> None:
        kinds = "Certificaat (*.crt *.pem *.cer);;Alle bestanden (*)"
        chosen = ask_file(self, "Waarmee is de server ondertekend?", "", kinds)
        if chosen:
            self._settings.municipal_certificate = Path(chosen)
            self._show()

    @Slot()
    def _on_no_certificate(self) -> None:
        self._settings.municipal_certificate = None
        self._certificate.setFocus()
        self._show()

    @Slot(object)
    def _on_when(self, when: When) -> None:
        always = when is When.ALWAYS
        self._settings.municipal_always = always
        self._at_begin.setVisible(always)
        if always:
            announce(self, _AT_BEGIN)

    @Slot()
    def _on_try(self) -> None:
        self._wants_sight = True
        try:
            begun = self._meetings.try_out()
        except Solvable as problem:
            self._on_failed(problem)
            return
        self._show()
        self._tell("Proberen …" if begun else "Er is al een verbinding bezig.")

    @Slot(bool)
    def _on_tried(self, may_write: bool) -> None:  # noqa: FBT001
        self._show()
        rest = "" if may_write else " Deze login mag alleen lezen."
        self._tell(f"De verbinding werkt.{rest}")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        from beraad.store.municipality.secret import WrongPassword

        if isinstance(problem, WrongPassword):
            self._password.clear()
        self._show()
        self._tell(f"{problem.happened} {problem.way_out}")

    @Slot()
    def _on_stopped(self) -> None:
        self._show()
        self._tell("Klaar.")

    def _show(self) -> None:
        certificate = self._settings.municipal_certificate
        said = certificate.name if certificate else _SYSTEM
        self._certificate.setText(said)
        self._certificate.setAccessibleName(f"Certificaat kiezen, nu: {said}")
        self._usual.setVisible(certificate is not None)
        busy = self._meetings.runs
        self._try.setEnabled(self._meetings.is_set and not busy)
        self._stop.setVisible(busy)

    def _tell(self, text: str) -> None:
        if text != self._said.text():
            self._said.setText(text)
            announce(self, text)
            self._in_sight.start()

    @Slot()
    def _bring_in_sight(self) -> None:
        """What came of it stands under the button, which may be the last that is in sight."""
        if self._wants_sight:
            scroll_to(self._said)
