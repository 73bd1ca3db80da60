"""A real beraad that becomes an oefening by its kader, or an oefening that becomes a real one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from beraad.errors import Solvable
from beraad.phases.becoming import AGREED, what_goes_along, why_not
from beraad.phases.opening import SETTING
from beraad.phases.phrasing import capital, listed
from beraad.records import Session, Setting
from beraad.ui.desk import Desk
from beraad.ui.widgets.banner import Banner
from beraad.ui.workspace import Workspace

_NOW_REAL = (
    "Met dit kader is dit een echt beraad, en geen oefening meer. Het ligt nu {where}. Je kunt het "
    "niet meer bewaren als casus."
)
_NOT_REAL_YET = Solvable(
    "Zolang je kluis dicht is, wordt dit geen echt beraad: het zou zonder slot liggen.",
    kept="Het is nog een oefening.",
    way_out="Ontgrendel eerst de kluis.",
)
_NOW_PRACTICE = (
    "Met dit kader is dit nu een oefening, en geen echt beraad meer. Het bestand ligt nu bij de "
    "oefeningen{where}. Schrijf alleen op wat verzonnen is, en haal weg wat er al van echte mensen "
    "staat."
)
_ASKED = (
    "Wordt dit een oefening? Dan is het geen echt beraad meer, en telt het nergens mee. {along}"
)


class OtherKader(QObject):
    """Says what one open beraad is now, and asks before a real one in which something stands
    becomes an oefening.
    """

    def __init__(
        self,
        workspace: Workspace,
        banner: Banner,
        desk: Desk,
        parent: QObject,
        *,
        usual: Callable[[], Mapping[str, str]],
    ) -> None:
        """`usual` gives the texts that stand ready in a new beraad."""
        super().__init__(parent)
        self._usual = usual
        self._workspace = workspace
        self._banner = banner
        self._desk = desk
        self._practises = workspace.editor.session.is_practice
        workspace.session_changed.connect(self._on_session)

    @Slot(object)
    def ask(self, setting: Setting) -> None:
        """Ask whether a real beraad becomes an oefening, saying what goes along and where it lies.

        What was written while the question stood, is asked about anew; or it may not become one.
        Where nothing stands any more, there is nothing to ask.
        """
        session = self._workspace.editor.session
        refused = why_not(session, setting)
        if refused:
            self._banner.show_problem(Solvable(refused, kept="Het is nog een echt beraad."))
            return
        along = what_goes_along(session, setting, self._usual())
        if not along:
            self._workspace.editor.edit(SETTING.address(), setting)
            return
        deed = partial(self._become, setting, along)
        self._banner.ask(self._question(along), way_out="Ja, maak een oefening", deed=deed)

    def _become(self, setting: Setting, along: tuple[str, ...]) -> None:
        session = self._workspace.editor.session
        if why_not(session, setting) or along != what_goes_along(session, setting, self._usual()):
            self.ask(setting)
        else:
            self._workspace.editor.edit(SETTING.address(), setting)

    def _question(self, along: tuple[str, ...]) -> str:
        """What changes, for who has to say whether it may."""
        go = "gaan" if len(along) > 1 or along[-1:] == (AGREED,) else "gaat"
        said = f"{capital(listed(along))} {go} mee."
        lies = self._desk.outside("Een oefening ligt", "haar")
        return _ASKED.format(along=f"{said} {lies}".rstrip())

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        if not session.is_practice and self._practises and self._desk.is_locked:
            QTimer.singleShot(0, self, self._stay_an_oefening)
        elif session.is_practice != self._practises:
            self._practises = session.is_practice
            # What was asked before was asked of what it is no more.
            self._banner.show_message(self._told())

    def _told(self) -> str:
        vault = self._desk.has_vault
        if self._practises:
            return _NOW_PRACTICE.format(where=", buiten de kluis" if vault else "")
        return _NOW_REAL.format(where="in de kluis" if vault else "bij je beraden")

    @Slot()
    def _stay_an_oefening(self) -> None:
        """Take a real kader back: what is real lies under the key of the vault, that is shut."""
        editor = self._workspace.editor
        if not editor.session.is_practice:
            editor.edit(SETTING.address(), Setting.PRACTICE)
            self._banner.show_problem(_NOT_REAL_YET)
