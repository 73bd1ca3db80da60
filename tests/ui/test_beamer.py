from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from beraad.group.bounds import MORE, WAITING
from beraad.group.state import Show
from beraad.records import Consideration, PhaseKey, Progress, new_id
from beraad.records.anatomy import Address
from beraad.ui.beamer import words as words_module
from beraad.ui.beamer.look import group_look
from beraad.ui.beamer.projector import Place
from beraad.ui.beamer.screens import Screens, Spot, other_spot
from beraad.ui.beamer.words import Words, count_lines, line_height
from beraad.ui.group import group_screen
from beraad.ui.group.group_menu import open_group_menu
from beraad.ui.group.group_screen import GroupScreen
from beraad.ui.settings import Settings
from beraad.ui.theme.palette import DARK, LIGHT, ThemeChoice
from tests.builders import filled_session

LAPTOP = Spot("laptop", (0, 0, 1366, 768))
BEAMER = Spot("beamer", (1366, 0, 1920, 1080))
MIRROR = Spot("spiegel", (0, 0, 1366, 768))
MARKER = "zonnebloem"


class FakeScreens(QObject):
    """Screens that come and go when a test says so; windows go where they are put."""

    changed = Signal()
    moved = Signal()

    def __init__(self, *spots):
        super().__init__()
        self.there = list(spots)
        self.on = {}

    def spots(self):
        return tuple(self.there)

    def spot_of(self, window):
        name = self.on.get(window, LAPTOP.name)
        return next((spot for spot in self.there if spot.name == name), None)

    def fill(self, window, spot):
        self.on[window] = spot.name
        window.setGeometry(*spot.area)
        window.show()

    def bring(self, window, spot):
        self.on[window] = spot.name
        window.showNormal()
        self.moved.emit()

    def follow(self, window):
        pass

    def drag(self, window, spot):
        self.on[window] = spot.name
        self.moved.emit()

    def plug(self, spot):
        self.there.append(spot)
        self.changed.emit()

    def unplug(self, spot):
        self.there.remove(spot)
        self.changed.emit()


@pytest.fixture
def group_of(screen_of, look, qtbot, tmp_path):
    made = []

    def make(session=None, *spots, phase=PhaseKey.CASE):
        session = session or filled_session()
        screen = screen_of(replace(session, progress=Progress(phase=phase)))
        group = GroupScreen(
            screen._workspace,
            screen.clock,
            screen.reveal,
            laptop=screen,
            look=look,
            settings=Settings(tmp_path / "i.ini"),
            screens=FakeScreens(*(spots or (LAPTOP, BEAMER))),
        )
        group.told.connect(screen.show_group)
        group.told.connect(lambda text, sign: told.append((text, sign)))
        told = group.heard = []
        group.warned = []
        group.over = []
        group.covered.connect(group.over.append)
        group.exposed.connect(group.warned.append)
        group.exposed.connect(screen.banner.show_problem)
        group.covered.connect(screen.banner.solve)
        group.screen = screen
        made.append(group)
        return group

    yield make
    for group in made:
        group.close()


def labels(group):
    """Everything with text in the group's window, also what has to be scrolled to."""
    for _ in range(3):
        QApplication.processEvents()
    found = group.window.findChildren(QLabel)
    return [each for each in found if each.isVisibleTo(group.window)]


def shown(group):
    return [each.text() for each in labels(group)]


def seen(group):
    return " ".join(shown(group))


def screens(group):
    return group.projector._screens


def activate(window):
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def press(widget, keys):
    QTest.keySequence(widget, QKeySequence(keys))


@pytest.mark.parametrize(
    ("spots", "laptop", "expected"),
    [
        ((LAPTOP,), LAPTOP, None),
        ((LAPTOP, BEAMER), LAPTOP, BEAMER),
        ((LAPTOP, BEAMER), BEAMER, LAPTOP),
        ((LAPTOP, MIRROR), LAPTOP, None),
        ((LAPTOP, MIRROR, BEAMER), LAPTOP, BEAMER),
        ((LAPTOP, BEAMER), None, None),
    ],
)
def test_the_groups_screen_is_one_on_which_the_laptop_cannot_be_seen(spots, laptop, expected):
    assert other_spot(spots, laptop) is expected


def test_the_first_time_it_is_on_the_right_screen(group_of):
    group = group_of()
    group.toggle()

    assert group.projector.place is Place.BEAMER
    assert screens(group).on[group.window] == BEAMER.name
    assert group.window.isVisible()
    assert "Ronde 1 · Casus" in shown(group)


def test_with_one_screen_it_is_a_window_to_share(group_of):
    group = group_of(None, LAPTOP)
    group.toggle()

    assert group.projector.place is Place.WINDOW
    assert group.window.isVisible()
    assert not group.window.isFullScreen()


def test_pulling_the_cable_hides_it_and_plugging_in_brings_it_back(group_of):
    group = group_of()
    group.toggle()

    screens(group).unplug(BEAMER)
    assert group.projector.place is Place.UNPLUGGED
    assert not group.window.isVisible()
    assert group.screen.isVisible()
    assert group.heard[-1] == ("beamer losgekoppeld", "los")

    screens(group).plug(BEAMER)
    assert group.projector.place is Place.BEAMER
    assert group.window.isVisible()
    assert screens(group).on[group.window] == BEAMER.name


def test_another_beamer_does_as_well(group_of):
    other = Spot("zaal", (1366, 0, 1280, 720))
    group = group_of()
    group.toggle()
    screens(group).unplug(BEAMER)

    screens(group).plug(other)

    assert screens(group).on[group.window] == other.name
    assert group.window.width() == 1280


def test_another_resolution_is_filled_again(group_of):
    group = group_of()
    group.toggle()
    screens(group).there = [LAPTOP, Spot("beamer", (1366, 0, 1280, 800))]

    screens(group).changed.emit()

    assert (group.window.width(), group.window.height()) == (1280, 800)


@pytest.mark.parametrize("left", [[BEAMER], [Spot("laptop", BEAMER.area), BEAMER]])
def test_the_laptops_own_window_never_lands_where_the_group_looks(group_of, left):
    """The lid is closed, or the screens are made to show the same."""
    group = group_of()
    group.toggle()
    screens(group).there = left

    screens(group).changed.emit()

    assert group.screen.isMinimized()
    assert group.window.isVisible()
    group.toggle()
    assert not group.screen.isMinimized()
    assert group.screen.isVisible()


def test_the_laptops_window_comes_back_when_its_screen_does(group_of):
    group = group_of()
    group.toggle()
    screens(group).unplug(LAPTOP)
    screens(group).on[group.screen] = BEAMER.name

    screens(group).plug(LAPTOP)

    assert screens(group).on[group.screen] == LAPTOP.name
    assert not group.screen.isMinimized()


@pytest.mark.parametrize("is_on", [False, True])
def test_mirrored_screens_are_told_on_the_laptop_once_and_again(group_of, is_on):
    group = group_of(None, LAPTOP, MIRROR)
    if is_on:
        group.toggle()
    group.tell()
    group.tell()

    assert group.heard[-1][1] == "spiegelt"
    footer = group.screen.findChild(QPushButton, "group")
    assert footer.text().endswith(", spiegelt")
    assert footer.property("tone") == "open"
    settle(group)
    [problem] = group.warned
    assert "notities" in problem.happened

    screens(group).unplug(MIRROR)
    assert group.heard[-1][1] == ""
    screens(group).plug(MIRROR)
    settle(group)
    assert len(group.warned) == 2


def test_screens_side_by_side_are_no_mirror(group_of):
    group = group_of()
    group.toggle()

    assert group.warned == []
    assert {sign for _, sign in group.heard} == {""}


def test_a_laptop_that_is_brought_to_the_beamer_is_told(group_of):
    group = group_of()
    group.toggle()

    screens(group).drag(group.screen, BEAMER)
    assert group.heard[-1] == ("rondescherm, laptop in beeld", "laptop in beeld")
    settle(group)
    assert len(group.warned) == 1
    assert not group.screen.banner.isHidden()

    press(group.screen, "Ctrl+Shift+B")
    assert screens(group).on == {group.window: BEAMER.name, group.screen: LAPTOP.name}
    assert group.heard[-1][1] == ""
    assert group.screen.banner.isHidden()


def settle(group):
    """All windows have found their place: what waits for that happens now."""
    assert group._alarm.isActive()
    group._alarm.stop()
    group._alarm.timeout.emit()


def test_what_is_over_before_the_windows_found_their_place_is_no_alarm(group_of):
    group = group_of()
    group.toggle()

    screens(group).drag(group.screen, BEAMER)
    assert group.heard[-1][1] == "laptop in beeld"
    screens(group).drag(group.screen, LAPTOP)

    assert not group._alarm.isActive()
    assert group.warned == group.over == []


def test_an_alarm_that_is_over_is_taken_back(group_of, monkeypatch):
    said = []
    monkeypatch.setattr(group_screen, "announce", lambda _, text: said.append(text))
    group = group_of()
    group.toggle()
    screens(group).drag(group.screen, BEAMER)
    settle(group)

    screens(group).drag(group.screen, LAPTOP)

    assert group.over == group.warned
    assert said == ["De groep ziet je laptop niet meer."]


def test_turning_the_groups_page_is_said_on_the_laptop(group_of, monkeypatch):
    said = []
    monkeypatch.setattr(group_screen, "announce", lambda _, text: said.append(text))
    group = group_of()
    press(group.screen, "Ctrl+Shift+PgDown")
    group.toggle()
    more = [True, False, True, False]
    monkeypatch.setattr(group.window, "scroll_pages", lambda _: more.pop(0))
    for keys in ("Ctrl+Shift+PgDown", "Ctrl+Shift+PgDown", "Ctrl+Shift+PgUp", "Ctrl+Shift+PgUp"):
        press(group.screen, keys)

    assert said == [
        "Het groepsscherm is uit.",
        "Groepsscherm: verder naar onder.",
        "Het groepsscherm staat al onderaan.",
        "Groepsscherm: terug naar boven.",
        "Het groepsscherm staat al bovenaan.",
    ]


def test_one_key_swaps_the_screens(group_of):
    group = group_of()
    group.toggle()

    press(group.screen, "Ctrl+Shift+B")
    assert screens(group).on == {group.window: LAPTOP.name, group.screen: BEAMER.name}
    press(group.screen, "Ctrl+Shift+B")
    assert screens(group).on == {group.window: BEAMER.name, group.screen: LAPTOP.name}
    assert group.warned == []


@pytest.mark.parametrize("from_window", [False, True])
def test_every_key_works_from_both_windows(group_of, from_window):
    group = group_of()
    press(group.screen, "Ctrl+B")
    assert group.projector.is_on
    owner = group.window if from_window else group.screen
    activate(owner)
    press(owner, "Ctrl+.")
    assert group.state.blank
    press(owner, "Ctrl+,")
    assert group.state.frozen
    press(owner, "Ctrl+B")
    assert not group.projector.is_on


def test_blank_is_black_and_told_on_the_laptop(group_of):
    group = group_of()
    group.toggle()
    group.toggle_blank()

    image = group.window.grab().toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 16)
        for y in range(0, image.height(), 16)
    }
    assert colours == {"#000000"}
    assert group.heard[-1] == ("rondescherm, zwart", "zwart")
    footer = group.screen.findChild(QPushButton, "group")
    assert footer.text() == "Groepsscherm: rondescherm, zwart"
    group.screen.resize(960, 700)
    assert footer.text() == "Scherm: zwart"
    assert footer.accessibleName() == "Groepsscherm, rondescherm, zwart"

    group.toggle_blank()
    assert group.heard[-1] == ("rondescherm", "")
    assert "Ronde 1 · Casus" in shown(group)


def test_a_frozen_screen_stays_as_it_is_until_it_is_let_go(group_of, qtbot):
    group = group_of()
    group.toggle()
    before = shown(group)
    group.toggle_frozen()
    group.screen.go_to(PhaseKey.DIALOGUE)
    group.show(Show.DILEMMA)
    qtbot.waitUntil(lambda: not group._timer.isActive() and group._composer._beside.is_idle)

    assert shown(group) == before
    assert group.heard[-1] == ("alleen het dilemma, bevroren", "bevroren")
    group.toggle_frozen()
    assert "Het dilemma" in shown(group)


def test_what_nobody_sees_is_not_frozen(group_of):
    group = group_of()
    press(group.screen, "Ctrl+,")
    assert not group.state.frozen

    group.toggle()
    assert group.heard[-1] == ("rondescherm", "")
    assert "Ronde 1 · Casus" in shown(group)


def test_the_menu_freezes_only_what_is_seen_and_always_lets_go(group_of, qtbot):
    group = group_of()
    for put_on, is_offered in ((False, False), (True, True)):
        assert group.projector.is_on is put_on
        assert freezing(group, qtbot).isEnabled() is is_offered
        group.toggle()
    group.toggle()
    group.toggle_frozen()
    group.toggle()
    assert group.heard[-1] == ("uit, bevroren", "")
    lets_go = freezing(group, qtbot)
    assert lets_go.isEnabled()
    lets_go.trigger()
    assert group.heard[-1] == ("uit", "")


def freezing(group, qtbot):
    menu = open_group_menu(group, group.screen)
    qtbot.addWidget(menu)
    return next(each for each in menu.actions() if each.text().startswith("Bevriezen"))


def test_a_screen_that_will_be_black_says_so_while_it_is_off(group_of):
    group = group_of()
    press(group.screen, "Ctrl+.")
    assert group.heard[-1] == ("uit, zwart", "")
    group.toggle()
    assert group.heard[-1] == ("rondescherm, zwart", "zwart")


def test_a_frozen_screen_does_not_follow_what_is_written(group_of, qtbot):
    group = group_of()
    group.toggle()
    group.toggle_frozen()
    write(group, "situation", "Iemand belde en vroeg om hulp. ")
    assert group._timer.isActive()
    qtbot.waitUntil(lambda: not group._timer.isActive() and group._composer._beside.is_idle)

    assert "om hulp" not in seen(group)


def test_it_grows_as_words_are_finished(group_of, qtbot):
    group = group_of()
    group.toggle()
    write(group, "situation", "Iemand belde en")
    qtbot.waitUntil(lambda: group._timer.interval() == group_screen._IN_A_WORD)
    assert "Iemand belde en" not in seen(group)

    write(group, "situation", "Iemand belde en vroeg ")
    qtbot.waitUntil(lambda: "Iemand belde en vroeg" in seen(group))
    write(group, "situation", "Iemand belde en vroeg om hulp")
    qtbot.waitUntil(lambda: "om hulp" in seen(group))


def write(group, field, text):
    group.screen._editor.edit(Address("case", field), text)


def test_what_stays_the_same_is_not_made_again(group_of, qtbot):
    group = group_of()
    group.toggle()
    label = next(each for each in labels(group) if each.text() == "Wat wringt")
    write(group, "situation", "Heel iets anders.")
    qtbot.waitUntil(lambda: "Heel iets anders." in seen(group))

    assert label in labels(group)


def test_while_it_is_off_a_key_costs_nothing(group_of, monkeypatch):
    group = group_of()
    monkeypatch.setattr(group, "_show_now", lambda: pytest.fail("the group sees nothing"))
    write(group, "situation", "Iets. ")
    assert not group._timer.isActive()


def test_nothing_private_is_in_any_widget_of_the_window(group_of, qtbot):
    session = filled_session()
    group = group_of(session, phase=PhaseKey.CONSIDERATION)
    group.toggle()
    editor = group.screen._editor
    editor.write_note(PhaseKey.CONSIDERATION, MARKER)
    editor.add("parked", type(session.parked[0])(id=new_id(), phase=PhaseKey.CASE, text=MARKER))
    for person in session.participants[:4]:
        editor.weigh(person.id, "value", MARKER)
    for show in Show:
        group.show(show)
        for phase in PhaseKey:
            group.screen.go_to(phase)
            group._show_now()
            assert MARKER not in seen(group)
            for each in group.window.findChildren(QWidget):
                assert MARKER not in each.accessibleName() + each.toolTip()


def test_what_is_private_changes_no_pixel_of_the_window(group_of, qtbot):
    session = filled_session()
    group = group_of(session, phase=PhaseKey.CONSIDERATION)
    group.toggle()
    before = pixels(group)
    assert before[1] != before[2]

    editor = group.screen._editor
    for phase in PhaseKey:
        editor.write_note(phase, MARKER)
    editor.add("parked", type(session.parked[0])(id=new_id(), phase=PhaseKey.CASE, text=MARKER))
    slips = group.screen.slips()
    qtbot.addWidget(slips)
    slips.show()
    for person in session.participants[:4]:
        editor.weigh(person.id, "value", MARKER)
    group.screen.show_ways()

    assert pixels(group) == before


def pixels(group):
    """Every ronde as it is painted for the group, and the matrix."""
    painted = []
    for phase in PhaseKey:
        group.screen.go_to(phase)
        group._show_now()
        QApplication.processEvents()
        painted.append(group.window.grab().toImage())
    group.show(Show.MATRIX)
    painted.append(group.window.grab().toImage())
    group.show(Show.RONDE)
    return painted


def reveal(group, qtbot):
    """Show them, though some have not written."""
    for name in ("reveal", "reveal-all-the-same"):
        button = group.screen.findChild(QPushButton, name)
        if button.isVisible():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_onthul_shows_everything_at_once_and_can_be_taken_back(group_of, qtbot):
    group = group_of(phase=PhaseKey.CONSIDERATION)
    group.toggle()
    assert any("Ik kies: …" in each for each in shown(group))

    reveal(group, qtbot)
    values = {one.value.strip() for one in group.session.considerations if not one.abstains}
    assert values <= set(shown(group))

    late = Consideration(id=new_id(), participant_id=group.session.participants[5].id, value=MARKER)
    group.screen._editor.add("considerations", late)
    group._show_now()
    assert MARKER not in seen(group)
    reveal(group, qtbot)
    assert MARKER in seen(group)

    qtbot.mouseClick(group.screen.findChild(QPushButton, "unreveal"), Qt.MouseButton.LeftButton)
    assert not values & set(shown(group))


def test_all_text_is_at_least_28_points_on_a_beamer_of_1080_lines(group_of):
    group = group_of(phase=PhaseKey.PERSPECTIVES)
    group.toggle()
    dots = group.window.logicalDpiY()
    sizes = [each._font.pixelSize() * 72 / dots for each in labels(group)]
    assert sizes
    assert min(sizes) >= 28


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut(group_of, percent):
    """Every text is as high as its lines and ends within the window; the rest is scrolled to."""
    group = group_of()
    group._settings.group_percent = percent
    group.screen.reveal.everything(group.session)
    group.dress()
    group.toggle()
    for phase in PhaseKey:
        group.screen.go_to(phase)
        group._show_now()
        for each in labels(group):
            right = each.mapTo(group.window, each.rect().topRight()).x()
            assert right < group.window.width(), (phase, each.text())
            if isinstance(each, Words) and each.text():
                lines = count_lines(each.text(), each._font, each.width())
                assert each.height() >= lines * line_height(each._font), (phase, each.text())


def test_what_does_not_fit_is_told_and_can_be_scrolled_to(group_of):
    group = group_of(phase=PhaseKey.PERSPECTIVES)
    group._settings.group_percent = 200
    group.dress()
    group.toggle()
    assert "↓ hieronder staat meer" in shown(group)
    for _ in range(40):
        press(group.screen, "Ctrl+Shift+PgDown")
    assert "↑ hierboven staat meer" in shown(group)


def test_text_size_and_colours_are_its_own(group_of, look, tmp_path):
    group = group_of()
    group.toggle()
    laptop = look.percent
    activate(group.window)
    press(group.window, "Ctrl++")
    assert Settings(tmp_path / "i.ini").group_percent == 115
    assert look.percent == laptop

    assert group.palette is LIGHT
    group.choose_theme(ThemeChoice.DARK)
    assert group.palette is DARK
    assert look.palette is LIGHT
    assert group.window.grab().toImage().pixelColor(2, 2).name() == DARK.paper


@pytest.mark.parametrize("keys", ["Ctrl++", "Ctrl+Shift++", "Ctrl+Shift+="])
def test_a_key_that_writes_both_plus_and_equals_makes_text_larger(group_of, tmp_path, keys):
    group = group_of()
    group.toggle()
    wanted = QKeySequence(keys)
    [shortcut] = [s for s in group.window.findChildren(QShortcut) if s.key() == wanted]

    shortcut.activatedAmbiguously.emit()

    assert Settings(tmp_path / "i.ini").group_percent == 115


def test_the_menu_chooses_what_the_group_sees(group_of, qtbot):
    group = group_of(phase=PhaseKey.PERSPECTIVES)
    menu = open_group_menu(group, group.screen.findChild(QPushButton, "group"))
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    actions["Alleen de perspectieven"].trigger()
    assert group.projector.is_on
    assert group.state.show is Show.PERSPECTIVES
    questions = actions["Vraag op het scherm"].menu().actions()
    questions[-1].trigger()
    assert questions[-1].text() in shown(group)


def test_the_clock_is_shown_once_it_runs(group_of):
    group = group_of()
    group.toggle()
    assert "nog 8 min" not in shown(group)
    group._clock.toggle()
    assert "nog 8 min" in shown(group)
    group.show(Show.CLOCK)
    assert "nog 8 min" in shown(group)
    group._clock.toggle()


def test_the_clock_of_the_group_follows_without_a_word_of_haste(group_of):
    group = group_of()
    group.toggle()
    group._workspace.editor.spend(PhaseKey.CASE, 9 * 60 + 30)
    group._clock.tick()
    assert "+2 min" in shown(group)

    press(group.screen, "Alt++")

    assert "+1 min" in shown(group)
    assert "bijna om" not in seen(group)


def test_silent_writing_is_timed_only_while_the_clock_runs(group_of):
    group = group_of(phase=PhaseKey.CONSIDERATION)
    group.toggle()
    group._clock.toggle()
    assert "stil schrijven · nog 4 min" in seen(group)
    group._workspace.editor.spend(PhaseKey.CONSIDERATION, 90)
    group._clock.tick()
    assert "stil schrijven · nog 3 min" in seen(group)

    group._clock.toggle()
    group._clock.tick()

    assert "nog " in seen(group)
    assert "stil schrijven" not in seen(group)


def test_after_the_silent_writing_the_group_sees_what_is_left_for_the_round(group_of):
    group = group_of(phase=PhaseKey.CONSIDERATION)
    group.toggle()
    group._clock.toggle()

    group._workspace.editor.spend(PhaseKey.CONSIDERATION, 4 * 60)
    group._clock.tick()

    assert "nog 8 min" in seen(group)
    assert "stil schrijven" not in seen(group)
    group._clock.toggle()


@pytest.mark.parametrize(
    ("beside", "told"),
    [(None, "Dit is het groepsscherm, hier typ je niets."), (BEAMER, "De toetsen gaan weer naar")],
)
def test_who_types_where_the_group_looks_hears_it(group_of, monkeypatch, beside, told):
    said = []
    monkeypatch.setattr(group_screen, "announce", lambda _, text: said.append(text))
    group = group_of(None, LAPTOP, *[beside] * (beside is not None))
    group.toggle()
    assert said == ([] if beside else ["Het groepsscherm staat voor Beraad. Esc haalt het weg."])
    said.clear()

    QTest.keyClick(group.window, Qt.Key.Key_Shift)
    QTest.keyClick(group.window, Qt.Key.Key_PageDown)
    assert said == []
    QTest.keyClick(group.window, "w")

    assert len(said) == 1
    assert said[0].startswith(told)


def test_closing_its_window_switches_it_off(group_of):
    group = group_of()
    group.toggle()
    group.window.close()
    assert group.projector.place is Place.OFF
    assert group.heard[-1] == ("uit", "")


def test_the_real_screens_are_known(qapp, qtbot):
    screens = Screens()
    widget = QWidget()
    qtbot.addWidget(widget)
    (spot,) = screens.spots()
    assert screens.spot_of(widget) == spot
    with qtbot.waitSignal(screens.changed):
        qapp.primaryScreenChanged.emit(qapp.primaryScreen())
    screens.fill(widget, spot)
    assert widget.isFullScreen()
    screens.bring(widget, spot)
    assert not widget.isFullScreen()


def test_the_group_follows_after_the_key_and_only_what_is_new_is_made(group_of):
    group = group_of(phase=PhaseKey.PERSPECTIVES)
    group.toggle()
    before = labels(group)
    norm = group.session.norms[0]

    group.screen._editor.edit(Address("norms", "text", norm.id), "Doe iets anders. ")
    assert group._timer.isActive()

    group._show_now()
    new = [each for each in labels(group) if each not in before]
    assert "Doe iets anders." in [each.text() for each in new]
    assert len(new) <= 5, [each.text() for each in new]


def test_a_long_beraad_is_read_beside_the_window_and_what_stood_there_goes_at_once(group_of, qtbot):
    group = group_of()
    group.toggle()
    group.screen._workspace.editor.edit(
        Address("case", "situation"), "De inwoner belt en komt morgen. " * 1000 + MARKER
    )
    group.show(Show.DILEMMA)

    group.show(Show.RONDE)

    assert group.window._view == WAITING
    qtbot.waitUntil(lambda: MARKER in "".join(each.text() for each in labels(group)))
    assert any(each.text() == MORE for each in labels(group))


def test_a_word_without_an_end_is_counted_and_painted_once_for_each_width(look, qtbot, monkeypatch):
    laid_out = []

    class Counted(QTextLayout):
        def __init__(self, *what):
            super().__init__(*what)
            laid_out.append(what)

    monkeypatch.setattr(words_module, "QTextLayout", Counted)
    words = Words("a" * 4000, group_look(LIGHT, width=1920, height=1080, percent=100))
    qtbot.addWidget(words)

    for _ in range(3):
        words.resize(1600, words.heightForWidth(1600))
        words.heightForWidth(0)
        words.grab()

    assert len(laid_out) == 2
    words.setText("b" * 4000)
    words.grab()
    assert len(laid_out) == 3
    words.heightForWidth(1600)
    words.heightForWidth(800)
    assert len(laid_out) == 5
