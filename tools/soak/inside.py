"""The few places where the walk looks inside the program, instead of at its screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from beraad.records import Id, Session
from beraad.store.register import Register
from beraad.store.tables import REGISTER_SCHEMA
from beraad.ui.asking.screen import QuestionsScreen
from beraad.ui.group import group_screen
from beraad.ui.group.group_screen import GroupScreen
from beraad.ui.main_window import MainWindow
from beraad.ui.signals.life_screen import SignalLifeScreen
from beraad.ui.signals.new_screen import NewSignalScreen
from beraad.ui.signals.signal_card import SignalCard
from beraad.ui.start.practice_strip import MARK
from beraad.ui.workspace import Workspace


def workspace_of(window: MainWindow) -> Workspace | None:
    """The beraad that is open."""
    return window._workspace  # noqa: SLF001


def group_of(window: MainWindow) -> GroupScreen | None:
    """What steers the group's screen of the open beraad."""
    return window.beraad and window.beraad.group


def kept_apart(window: MainWindow) -> tuple[str, ...]:
    """What was written that belongs to no beraad, and is kept with the choices of the user."""
    settings = window._settings  # noqa: SLF001
    return (
        settings.team, settings.confidentiality, settings.report_content, settings.first_reader,
        settings.begins, settings.municipal_address, settings.pulse_team,
        window._meetings.address_as_typed,  # noqa: SLF001
    )  # fmt: skip


def told_to_go(window: MainWindow) -> str:
    """An address that will not do and is written nowhere, of which the window said that it goes."""
    meetings = window._meetings  # noqa: SLF001
    is_told = meetings.address_as_typed == meetings._told_address  # noqa: SLF001
    return meetings.address_as_typed if is_told else ""


def still_to_keep(window: MainWindow) -> tuple[str, ...]:
    """What was typed about a signal or a question and was not kept yet, in sight or not."""
    screen = window._stack.current  # noqa: SLF001
    match screen:
        case SignalLifeScreen():
            return screen._half.texts  # noqa: SLF001
        case NewSignalScreen():
            return tuple(screen._texts().values())  # noqa: SLF001
        case QuestionsScreen():
            form = screen._form  # noqa: SLF001
            return tuple(form.texts.values()) if form is not None else ()
        case _:
            return ()


def typed_in(register: Register) -> tuple[str, ...]:
    """Everything that was typed and stands in no step, signal or question yet."""
    with register._database.reading() as connection:  # noqa: SLF001
        return tuple(
            text for (text,) in connection.execute(select(REGISTER_SCHEMA.tables["drafts"].c.text))
        )


def register_of(window: MainWindow) -> Path:
    """Where the register lies."""
    return window._desk.register  # noqa: SLF001


def export_to(window: MainWindow, folder: Path) -> None:
    """Let documents go to this folder."""
    window._settings.export_folder = folder  # noqa: SLF001


def record_at(widget: QWidget) -> str | None:
    """The record that a field belongs to, by the row it stands in."""
    around: QWidget | None = widget
    while around is not None:
        item = getattr(around, "item", None)
        if isinstance(item, str):
            return item
        around = around.parentWidget()
    return None


def takes_one_line(field: QWidget) -> bool:
    """Whether Enter goes to the next field here."""
    return bool(getattr(field, "goes_on", True))


def signal_on(card: SignalCard) -> Id:
    """The signal that a card shows."""
    return card.line.id


def shows_practice_register(window: MainWindow) -> bool:
    """Whether the screen in sight is one of the oefenregister."""
    current = window._stack.current  # noqa: SLF001
    return current is not None and bool(current.property(MARK))


def shown_on(group: GroupScreen) -> Session | None:
    """The beraad as the group's screen last took it in."""
    return group._shown  # noqa: SLF001


def use_screens(made: type) -> None:
    """Let windows ask these screens instead of those of the computer."""
    group_screen.Screens = made  # type: ignore[misc,assignment]
