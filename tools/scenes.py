"""Every screen of Beraad, and how to get there in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QWidget,
)

from beraad.errors import Solvable
from beraad.group.state import Show
from beraad.phases.behaviours import Label, behaviours_in
from beraad.phases.rondes import PHASES
from beraad.records import Id, Layer, PhaseKey, SignalStatus, StepKind, new_id
from beraad.records.anatomy import Address
from beraad.store.places import register_path
from beraad.store.register_lines import signal_lines
from beraad.training.case_writing import written_case
from beraad.training.exercise import Exercise, whole
from beraad.training.observing.attempt import take_along
from beraad.training.observing.observation import ObservationFile
from beraad.training.observing.portfolio import Entry, Part, Setting
from beraad.training.observing.pulse import Answer, Pulse, statements
from beraad.training.observing.rating import Rating
from beraad.training.observing.scripted import scripted
from beraad.training.own_cases import take_in
from beraad.training.practice import load, practice_cases
from beraad.ui.counting.overview_screen import OverviewScreen
from beraad.ui.counting.patterns_screen import PatternsScreen
from beraad.ui.documents import Documents
from beraad.ui.group.group_screen import GroupScreen
from beraad.ui.lessons.archive_screen import ArchiveScreen
from beraad.ui.lessons.writing_screen import LessonScreen
from beraad.ui.main_window import MainWindow
from beraad.ui.marking.marker import Marker
from beraad.ui.observing.back_screen import LookingBackScreen
from beraad.ui.observing.portfolio_screen import PortfolioScreen
from beraad.ui.observing.pulse_screen import PulseScreen
from beraad.ui.observing.rating_screen import RatingScreen
from beraad.ui.observing.screen import ObservingScreen
from beraad.ui.practising.case_form_screen import CaseFormScreen
from beraad.ui.practising.example_screen import ExampleScreen
from beraad.ui.publishing.screen import PublishScreen
from beraad.ui.review.screen import ReportScreen
from beraad.ui.rondes.consideration_page import ConsiderationCard
from beraad.ui.rondes.listening_help import ListeningHelp
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.rondes.since_panel import AgreementRow, AnswerCard, LettersField, SincePanel
from beraad.ui.signals.life_screen import SignalLifeScreen
from beraad.ui.signals.register_screen import RegisterScreen
from beraad.ui.widgets.below import below
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.text_field import TextField
from tools.invented.day import NOW
from tools.invented.talks import TALKS
from tools.keeping_scenes import begin_keeping, keeping_scenes
from tools.keys import press, type_in
from tools.scene import Before, Scene
from tools.waiting import wait_until

_CASE = "voorschot-in-de-zoekperiode"
_ANSWERED = 700
"""Milliseconds until what was typed has been looked up."""
_NAMES_TO_CLEAN = "schuldhulp-na-een-fraudeschuld"
_TO_LISTEN_TO = Path(__file__).parent / "invented" / "practice"


def begin(window: MainWindow, before: Before) -> None:
    """Do what comes before a scene. The folder has been filled already."""
    match before:
        case Before.EMPTY_FOLDER | Before.FULL_FOLDER:
            return
        case Before.KEPT_FOLDER | Before.NEW_VAULT | Before.LOCKED_FOLDER:
            begin_keeping(window, before)
        case Before.NEW_TALK:
            window.new()
        case Before.TEAM_BEFORE:
            _begin_again(window)
        case Before.WRITTEN_TALK:
            _practise(window, _CASE)
        case Before.TALK_WITH_NAMES:
            _practise(window, _NAMES_TO_CLEAN)
        case Before.TALK_TO_LISTEN_TO:
            window.practise(whole(practice_cases(_TO_LISTEN_TO)[0]))
        case Before.LATE_TALK:
            _practise(window, _CASE)
            _run_late(window)


def end(window: MainWindow) -> None:
    """Close the window and forget its keys: what lies outside every vault would go by those."""
    window.close()
    window._desk.lock()  # noqa: SLF001
    window.deleteLater()


def _begin_again(window: MainWindow) -> None:
    """A new beraad of a team that had one before."""
    window.new()
    team = window.findChild(TextField, "opening.team")
    team.setFocus()
    type_in(team, TALKS[0].team)
    press(team, Qt.Key.Key_Escape)
    window.findChild(TextField, "opening.title").setFocus()


def _open_again(window: MainWindow) -> SincePanel:
    """The opening, once it is known what stands open for the team."""
    _go_to(PhaseKey.OPENING, window)
    panel = _talk(window).findChild(SincePanel)
    wait_until(lambda: not panel.is_looking, panel)
    return panel


def _look_back(window: MainWindow) -> None:
    """Another team, and the first of each that can be looked back on was answered."""
    _talk(window).findChild(FieldPage).editor.edit(Address("opening", "team"), TALKS[1].team)
    panel = _open_again(window)
    for kind in (AnswerCard, AgreementRow):
        first = panel.findChild(kind)
        if first is not None:
            first.findChild(LettersField).take_focus()
            type_in(window.focusWidget(), "d")


def _tell_back(window: MainWindow) -> None:
    """The terugkoppeling of the first signal with an answer."""
    folder = window._desk.folder  # noqa: SLF001
    lines = signal_lines(register_path(folder, practice=False))
    answered = next(line for line in lines if line.status is SignalStatus.ANSWERED)
    window.ways.show_letter(answered.id, window.banner)


def _practise(window: MainWindow, name: str) -> None:
    window.practise(whole(next(case for case in practice_cases() if case.name == name)))


def _talk(window: MainWindow) -> SessionScreen:
    window.beraad.show_session()
    talk = window.findChild(SessionScreen)
    talk.close_top()
    return talk


def _go_to(phase: PhaseKey, window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(phase)
    _wait_for_marks(talk)


def _look_at(phase: PhaseKey, window: MainWindow) -> None:
    """A ronde; the dialogue with the afwegingen shown."""
    reveal = _talk(window).reveal
    if phase is PhaseKey.DIALOGUE:
        reveal.everything(_talk(window).findChild(FieldPage).editor.session)
    else:
        reveal.nothing()
    _go_to(phase, window)


def _wait_for_marks(talk: SessionScreen) -> None:
    """Let the beraad be read, so that a picture does not depend on how fast that went."""
    marker = talk.findChild(Marker)
    wait_until(lambda: marker.is_idle, marker)


def _show_reason(window: MainWindow) -> None:
    """A ronde in which names were written, with the cursor in the second mark."""
    _go_to(PhaseKey.CASE, window)
    talk = _talk(window)
    for _ in range(2):
        press(talk, Qt.Key.Key_F8)


def _open_card(window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.CONSIDERATION)
    talk.findChild(ConsiderationCard).set_open(opened=True)


def _group_window(window: MainWindow) -> QWidget:
    return window.findChild(GroupScreen).window


def _count(window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.CLARIFICATION)
    counts = talk.findChild(ListeningHelp)
    counts.set_unfolded(True)
    QApplication.processEvents()
    around = counts.parentWidget()
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    around.ensureWidgetVisible(counts)


def _look_for(words: str, window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.CASE)
    press(talk, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_in(talk.findChild(QLineEdit, "find"), words)
    QTest.qWait(_ANSWERED)


def _type_slips(window: MainWindow) -> None:
    window.beraad.show_session()
    window.beraad.show_slips()


def _hand_round(window: MainWindow) -> None:
    window.beraad.show_session()
    window.beraad.show_passing()


def _show_group(phase: PhaseKey, window: MainWindow) -> None:
    """What the group sees; on a laptop without a beamer it is a window beside."""
    _go_to(phase, window)
    window.findChild(GroupScreen).toggle()


def _show_revealed(phase: PhaseKey, window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.CONSIDERATION)
    talk.findChild(QPushButton, "reveal").click()
    talk.findChild(QPushButton, "reveal-all-the-same").click()
    _show_group(phase, window)


def _show_suggestions(window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.PERSPECTIVES)
    field = next(f for f in talk.findChildren(TextField, "values.name") if f.isVisible())
    field.setFocus()
    press(field, Qt.Key.Key_Down)


def _show_problem(window: MainWindow) -> None:
    talk = _talk(window)
    talk.go_to(PhaseKey.CASE)
    window.banner.show_problem(
        Solvable(
            "Bewaren lukt niet: de schijf is vol.",
            kept="Alles wat je typte staat nog in dit venster.",
            way_out="Maak ruimte, of bewaar het beraad ergens anders.",
        ),
        way_out="Bewaar elders …",
    )


_UNTIL_CALM = 300
"""Milliseconds in which a page is made anew after a decision."""


def _read_again(window: MainWindow) -> ReportScreen:
    """The verslag as it is before anybody decided: what was decided is taken back."""
    _documents(window).show_report()
    screen = window.findChildren(ReportScreen)[-1]
    places = screen.findChild(QListView, "findings")
    back, more = (screen.findChild(QPushButton, name) for name in ("take-back", "show-decided"))
    for place in reversed(range(places.model().rowCount())):
        places.setCurrentIndex(places.model().index(place))
        if not back.isHidden():
            back.click()
            if "bekijken" in more.text():
                more.click()
    more.click()
    places.setCurrentIndex(places.model().index(0))
    QTest.qWait(_UNTIL_CALM)
    return screen


def _read_first(window: MainWindow) -> None:
    _read_again(window)


def _press(name: str, window: MainWindow) -> None:
    """Read again, and press a button of that screen."""
    _read_again(window).findChild(QPushButton, name).click()


def _documents(window: MainWindow) -> Documents:
    if window.documents is None:
        raise RuntimeError("no beraad is open")
    return window.documents


def _show_report(window: MainWindow) -> None:
    _documents(window).show_report()


def _read_layer(layer: Layer, window: MainWindow) -> None:
    _documents(window).show_review(layer)


def _write_lesson(window: MainWindow) -> None:
    """With something in it that is still to be decided about."""
    editor = window._workspace.editor  # noqa: SLF001
    told = f"{editor.session.lesson.situation} Een vader van 43 jaar."
    editor.edit(Address("lesson", "situation"), told)
    _documents(window).show_lesson()


def _write_signal(window: MainWindow) -> None:
    _documents(window).show_signal()


def _publish(layer: Layer, window: MainWindow) -> None:
    _documents(window).show_publishing(layer)


def _make(window: MainWindow) -> None:
    """Make the werkverslag, and wait until it was read back."""
    _publish(Layer.WORK, window)
    screen = window.findChildren(PublishScreen)[-1]
    screen.folder.mkdir(parents=True, exist_ok=True)
    screen.make()
    told = screen.banner, screen.findChild(QWidget, "result")
    wait_until(lambda: not all(each.isHidden() for each in told), screen)


def _run_late(window: MainWindow) -> None:
    """Let a talk take too long, with the clock running."""
    talk = _talk(window)
    talk.go_to(PhaseKey.PERSPECTIVES)
    editor = talk.findChild(FieldPage).editor
    editor.spend(PhaseKey.DILEMMA, 43 * 60)
    editor.spend(PhaseKey.PERSPECTIVES, 17 * 60)
    talk.clock.toggle()


def _show_ways(window: MainWindow) -> None:
    press(_talk(window), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)


def _show_group_clock(window: MainWindow) -> None:
    window.findChild(GroupScreen).show(Show.CLOCK)


def _in_sight(window: MainWindow, kind: type[QWidget]) -> QWidget:
    """The screen that is shown now; the one before it may not be gone yet."""
    return next(screen for screen in window.findChildren(kind) if screen.isVisible())


def _take_proposals(window: MainWindow) -> None:
    _documents(window).show_lesson()
    screen = _in_sight(window, LessonScreen)
    for take in screen.findChildren(QPushButton, QRegularExpression("take-.*")):
        take.click()
    QTest.qWait(_ANSWERED)
    screen.findChild(QScrollArea).verticalScrollBar().setValue(0)


def _show_approval(window: MainWindow) -> None:
    _take_proposals(window)
    screen = _in_sight(window, LessonScreen)
    bar = screen.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())


def _find_lessons(window: MainWindow) -> None:
    window.ways.show_lessons()
    screen = _in_sight(window, ArchiveScreen)
    screen.findChild(QLineEdit, "find-lessons").setText("vertrouwen")
    QTest.qWait(_ANSWERED)


def _until_counted(screen: QWidget) -> None:
    """Wait until the beraden have been read: what is told of them then is the screen."""
    told = screen.findChild(QLabel, "told")
    wait_until(lambda: not told.text().startswith("Een ogenblik"), screen)


def _overview(window: MainWindow) -> None:
    window.ways.show_overview()
    _until_counted(_in_sight(window, OverviewScreen))


def _ask(window: MainWindow) -> None:
    window.ways.show_question_about("Wachttijd zonder inkomen")


def _patterns(window: MainWindow) -> None:
    window.ways.show_patterns()
    _until_counted(_in_sight(window, PatternsScreen))


def _live_signal(name: str, window: MainWindow) -> None:
    """A signal of the register, by one of the buttons on its card."""
    window.ways.show_signals()
    _in_sight(window, RegisterScreen).findChild(QPushButton, name).click()


def _erase_signal(window: MainWindow) -> None:
    """What is asked before a signal is erased."""
    _live_signal("read-signal", window)
    _visible(_in_sight(window, SignalLifeScreen), QPushButton, "erase-signal").click()


def _new_signal(window: MainWindow) -> None:
    window.ways.show_signals()
    _in_sight(window, RegisterScreen).findChild(QPushButton, "new-signal").click()


def _answer_signal(window: MainWindow) -> None:
    """A signal to which no answer came yet, where there is one."""
    lines = signal_lines(register_path(window._desk.folder, practice=False))  # noqa: SLF001
    waits = (line for line in lines if line.status is SignalStatus.PASSED_ON)
    window.ways.show_signal(next(waits, lines[0]).id, StepKind.ANSWERED)


def _read_lesson(window: MainWindow) -> None:
    window.ways.show_lessons()
    _in_sight(window, ArchiveScreen).findChild(QPushButton, "read").click()


def _signal_scenes() -> Iterator[Scene]:
    yield Scene("signalen", Before.FULL_FOLDER, lambda window: window.ways.show_signals())
    yield Scene("terugkoppeling", Before.FULL_FOLDER, _tell_back)
    yield Scene("signaal-leven", Before.FULL_FOLDER, partial(_live_signal, "read-signal"))
    yield Scene("signaal-stap", Before.FULL_FOLDER, partial(_live_signal, "next-step"))
    yield Scene("signaal-antwoord", Before.FULL_FOLDER, _answer_signal)
    yield Scene("signaal-wissen", Before.FULL_FOLDER, _erase_signal)
    yield Scene("signaal-nieuw", Before.FULL_FOLDER, _new_signal)
    yield Scene("routekaart", Before.FULL_FOLDER, lambda window: window.ways.show_routes())
    yield Scene("overzicht", Before.FULL_FOLDER, _overview)
    yield Scene("patronen", Before.FULL_FOLDER, _patterns)
    yield Scene("vragen-aan-teams", Before.FULL_FOLDER, _ask)


def _compare(window: MainWindow) -> None:
    """Ronde 2 of an oefening as a group wrote it down, beside that of its case."""
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.DILEMMA))
    editor = window.beraad.workspace.editor
    editor.edit(Address("dilemma", "moral_question"), "Moet ik alles opschrijven wat ik hoor?")
    for option, text in (
        (editor.session.option_a, "Ik noteer het en vertel haar dat."),
        (editor.session.option_b, "Ik noteer het niet en vraag na wat er geldt."),
    ):
        editor.edit(Address("options", "text", option.id), text)
    window.beraad.show_comparing()


def _observe_nothing_yet(window: MainWindow) -> None:
    case = practice_cases()[1]
    window.ways.observe(whole(case))


def _observe(window: MainWindow) -> None:
    """Ronde 3 as an observer wrote it down, with the sentences of the example of that case."""
    case = practice_cases()[0]
    window.ways.observe(whole(case))
    screen = _in_sight(window, ObservingScreen)
    seen = next(one for one in case.coaching.seen if one.place == PhaseKey.CLARIFICATION)
    screen.go_to(PhaseKey.CLARIFICATION)
    screen.take_focus()
    for behaviour in behaviours_in(seen.place):
        if behaviour.key in seen.labels:
            label = list(Label).index(seen.labels[behaviour.key]) + 1
            type_in(window.focusWidget(), f"{label}")
    for kind, count in seen.tally.items():
        type_in(window.focusWidget(), kind[0] * count)
    QApplication.processEvents()
    for moment in seen.moments:
        screen.clock.turn_to(_seconds(moment.at))
        _visible(screen, TextField, "moment-text").insert_pasted(moment.what)
        _visible(screen, QPushButton, f"moment-{moment.step.name.lower()}").click()
    for number, text in enumerate(seen.heard, start=1):
        _visible(screen, TextField, f"heard-{number}").insert_pasted(text)
    screen.take_focus()


def _visible(inside: QWidget, kind: type[QWidget], name: str) -> QWidget:
    return next(
        each for each in below(inside, kind) if each.objectName() == name and each.isVisible()
    )


def _seconds(at: str) -> int:
    minutes, seconds = at.split(":")
    return 60 * int(minutes) + int(seconds)


def _practised(window: MainWindow) -> None:
    """An oefening from ronde 3, with a clock that ran and a way back to ronde 2."""
    case = practice_cases()[0]
    window.practise(Exercise(case=case, name=case.name, first=PhaseKey.CLARIFICATION))
    talk, editor = window.beraad.screen, window.beraad.workspace.editor
    for phase, minutes in (
        (PhaseKey.CLARIFICATION, 6),
        (PhaseKey.PERSPECTIVES, 9),
        (PhaseKey.CLARIFICATION, 2),
        (PhaseKey.PERSPECTIVES, 6),
        (PhaseKey.ALTERNATIVES, 3),
        (PhaseKey.CONSIDERATION, 9),
        (PhaseKey.DIALOGUE, 4),
        (PhaseKey.CONCLUSION, 6),
    ):
        talk.go_to(phase)
        editor.spend(phase, minutes * 60)


def _look_back_on_time(window: MainWindow) -> None:
    _practised(window)
    window.beraad.show_time()


def _look_back_oneself(window: MainWindow) -> None:
    _practised(window)
    window.beraad.show_looking_back()


def _look_back_together(window: MainWindow) -> None:
    """What who led and an observer saw, with what is taken along half written."""
    _practised(window)
    window.beraad.show_looking_back()
    screen = _in_sight(window, LookingBackScreen)
    screen.take_focus()
    type_in(window.focusWidget(), "1132")
    _visible(screen, TextField, "own-trots").insert_pasted("Iedereen heeft eerst geschreven.")
    _visible(screen, QPushButton, "lock-own").click()
    QApplication.processEvents()  # A banner stands there once the window had its turn.
    anyhow = (each for each in below(screen.banner, QPushButton) if each.isVisible())
    next(anyhow).click()
    case = practice_cases()[0]
    sheet = ObservationFile.begin(_folder_of(window), case, today=NOW.date())
    for seen in case.coaching.seen:
        for key, label in seen.labels.items():
            sheet.label(seen.place, key, label)
        for moment in seen.moments:
            sheet.add_moment(seen.place, moment)
    screen.bring(sheet.path)
    _visible(screen, TextField, "takeaway-behoud").insert_pasted("Ik liet een stilte staan.")
    sheet.take_away()


def _remind(window: MainWindow) -> None:
    _practise(window, _CASE)
    take_along(_folder_of(window), practice_cases()[0].coaching.takeaway, Id(""))
    window.new()


def _rate(window: MainWindow) -> None:
    """The first lines of a scripted beraad, one of them marked."""
    window.ways.show_rating()
    type_in(window.focusWidget(), "nnnhnn")


def _rate_together(window: MainWindow) -> None:
    """One's own sheet beside the key and beside that of another rater."""
    piece = scripted()[1]
    window.ways.show_rating()
    screen = _in_sight(window, RatingScreen)
    screen.show_piece(piece)
    folder = window._desk.folder  # noqa: SLF001
    mine = Rating.of(folder, piece)
    if mine.is_done:
        mine.begin_anew()
        mine = Rating.of(folder, piece)
    for number in piece.slips[1:]:
        mine.notice(number, noticed=True)
    for (phase, key), label in piece.key.items():
        mine.label(phase, key, label)
    mine.finish()
    with TemporaryDirectory() as home:
        other = Rating.of(Path(home), piece)
        for number, (phase, key) in enumerate(piece.key):
            other.label(phase, key, piece.key[phase, key] if number % 3 else Label.FAIR)
        copy = other.write_copy(Path(home))
        screen.show_piece(piece)
        screen.bring(copy)


def _fill_in_a_case(window: MainWindow) -> None:
    """A case of one's own, with one ronde half filled."""
    folder = window._desk.folder  # noqa: SLF001
    session = load(practice_cases()[0], now=NOW, held_on=NOW.date())
    with TemporaryDirectory() as home:
        path = Path(home) / "een-eigen-casus.casus"
        path.write_text(written_case(session, today=NOW.date()), "utf-8")
        case = take_in(path, folder, today=NOW.date())
    window.ways.show_case_form(case)
    screen = _in_sight(window, CaseFormScreen)
    field = _visible(screen, TextField, "dilemma-leerdoel")
    if not field.toPlainText():
        field.insert_pasted("Van een verwijt aan de regel naar de eigen twijfel.")
    screen.hand_over()


def _fill_in_an_example(window: MainWindow) -> None:
    """The observation that goes along with a case of one's own."""
    _fill_in_a_case(window)
    screen = _in_sight(window, CaseFormScreen)
    screen.findChild(QPushButton, "fill-example").click()
    _in_sight(window, ExampleScreen).go_to("dilemma")


def _take_pulse(window: MainWindow) -> None:
    """A pulse of two days; of the last statement too few answered to show anything."""
    window.ways.show_pulse()
    screen = _in_sight(window, PulseScreen)
    home = window._desk.folder / "pols"  # noqa: SLF001
    home.mkdir(parents=True, exist_ok=True)
    pulse = Pulse.begin(home, "Team Jongeren", today=NOW.date())
    for number, each in enumerate(statements()):
        for day, counts in (
            (NOW.date() - timedelta(days=70), "yyppnn"),
            (NOW.date(), "yyyypn"),
        ):
            for sign in counts if number < len(statements()) - 1 else "yyp":
                answer = {"y": Answer.YES, "p": Answer.PARTLY, "n": Answer.NO}[sign]
                pulse.count(day, each.key, answer)
    for day in (NOW.date() - timedelta(days=70), NOW.date()):
        pulse.finish(day)
    screen.open(pulse.path)


def _portfolio(window: MainWindow) -> None:
    """A portfolio with an oefening, a real beraad and a few words."""
    window.ways.show_portfolio()
    screen = _in_sight(window, PortfolioScreen)
    if _is_seen(screen, "add-entry"):
        return
    _visible(screen, QLineEdit, "portfolio-words").setText("vier losse woorden")
    _visible(screen, QPushButton, "open-portfolio").click()
    wait_until(lambda: _is_seen(screen, "add-entry"), screen)
    if _is_seen(screen, "entry-away"):
        return
    takeaway = practice_cases()[0].coaching.takeaway
    for setting, part, phases, taken in (
        (Setting.REAL, Part.TOOK_PART, (), None),
        (Setting.PRACTICE, Part.LED, (PhaseKey.DILEMMA, PhaseKey.CLARIFICATION), takeaway),
    ):
        entry = Entry(
            id=new_id(),
            month="2026-11",
            setting=setting,
            part=part,
            phases=phases,
            takeaway=taken,
        )
        screen.add(entry)


def _is_seen(inside: QWidget, name: str) -> bool:
    return any(each.objectName() == name for each in below(inside, QPushButton) if each.isVisible())


def _folder_of(window: MainWindow) -> Path:
    """The folder of the beraden, while an oefening is open."""
    return window.beraad.workspace.path.parent.parent


def _scenes_around() -> Iterator[Scene]:
    """What is shown while no beraad is open."""
    yield Scene("start-leeg", Before.EMPTY_FOLDER, MainWindow.show_start)
    yield Scene("oefenen", Before.EMPTY_FOLDER, lambda window: window.ways.show_practice())
    yield Scene("meekijken-leeg", Before.EMPTY_FOLDER, _observe_nothing_yet)
    yield Scene("meekijken", Before.EMPTY_FOLDER, _observe)
    yield Scene("pols-leeg", Before.EMPTY_FOLDER, lambda window: window.ways.show_pulse())
    yield Scene("pols", Before.EMPTY_FOLDER, _take_pulse)
    yield Scene("casus-maken", Before.EMPTY_FOLDER, _fill_in_a_case)
    yield Scene("voorbeeld-maken", Before.EMPTY_FOLDER, _fill_in_an_example)
    yield Scene("portfolio-leeg", Before.EMPTY_FOLDER, lambda window: window.ways.show_portfolio())
    yield Scene("portfolio", Before.EMPTY_FOLDER, _portfolio)
    yield Scene("samen-kijken", Before.EMPTY_FOLDER, _rate)
    yield Scene("samen-kijken-naast-elkaar", Before.EMPTY_FOLDER, _rate_together)
    yield Scene("jij-eerst", Before.EMPTY_FOLDER, _look_back_oneself)
    yield Scene("terugkijken", Before.EMPTY_FOLDER, _look_back_together)
    yield Scene("zo-liep-de-tijd", Before.EMPTY_FOLDER, _look_back_on_time)
    yield Scene("probeerpunt", Before.EMPTY_FOLDER, _remind)
    yield Scene("start", Before.FULL_FOLDER, MainWindow.show_start)
    yield Scene("instellingen", Before.FULL_FOLDER, MainWindow.show_settings)
    yield Scene("formulieren-leeg", Before.FULL_FOLDER, lambda window: window.ways.show_forms())
    yield from _signal_scenes()
    yield Scene("lessen-leeg", Before.EMPTY_FOLDER, lambda window: window.ways.show_lessons())
    yield Scene("lessen", Before.FULL_FOLDER, lambda window: window.ways.show_lessons())
    yield Scene("lessen-zoeken", Before.FULL_FOLDER, _find_lessons)
    yield Scene("les-lezen", Before.FULL_FOLDER, _read_lesson)
    yield from keeping_scenes()


def _scenes() -> Iterator[Scene]:
    yield from _scenes_around()
    yield Scene("opening-zelfde-mensen", Before.TEAM_BEFORE, _open_again)
    yield Scene("sinds-vorige-keer", Before.TEAM_BEFORE, _look_back)
    for ending, before in (("-leeg", Before.NEW_TALK), ("", Before.WRITTEN_TALK)):
        yield Scene(f"opening{ending}", before, partial(_go_to, PhaseKey.OPENING))
        for number, phase in enumerate(PHASES, start=1):
            yield Scene(f"ronde-{number}{ending}", before, partial(_look_at, phase.key))
    yield Scene("ronde-6-kaart", Before.WRITTEN_TALK, _open_card)
    yield Scene("zoeken", Before.WRITTEN_TALK, partial(_look_for, "voorschot"))
    yield Scene("rondgeven", Before.WRITTEN_TALK, _hand_round)
    yield Scene("briefjes", Before.TALK_TO_LISTEN_TO, _type_slips)
    for number, phase in enumerate(PHASES[:6], start=1):
        go = partial(_go_to, phase.key)
        yield Scene(f"luisterhulp-{number}", Before.TALK_TO_LISTEN_TO, go)
    yield Scene("luisterhulp", Before.TALK_TO_LISTEN_TO, _count)
    for number, phase in enumerate(PHASES, start=1):
        show = partial(_show_group, phase.key)
        yield Scene(f"beamer-{number}", Before.WRITTEN_TALK, show, _group_window)
    show = partial(_show_revealed, PhaseKey.DIALOGUE)
    yield Scene("beamer-7-onthuld", Before.WRITTEN_TALK, show, _group_window)
    yield Scene("formulieren", Before.WRITTEN_TALK, lambda window: window.beraad.show_forms())
    yield Scene("invoeren", Before.WRITTEN_TALK, lambda window: window.beraad.show_typing())
    yield Scene("suggesties", Before.WRITTEN_TALK, _show_suggestions)
    yield Scene("melding", Before.WRITTEN_TALK, _show_problem)
    yield Scene("uitloop", Before.LATE_TALK, lambda window: window.beraad.show_session())
    yield Scene("uitloop-wegen", Before.LATE_TALK, _show_ways)
    yield Scene("beamer-klok", Before.LATE_TALK, _show_group_clock, _group_window)
    yield Scene("merken", Before.TALK_WITH_NAMES, _show_reason)
    yield Scene("verslag-beslist", Before.TALK_WITH_NAMES, _show_report)
    yield Scene("document-maken", Before.TALK_WITH_NAMES, partial(_publish, Layer.WORK))
    yield Scene("document-gemaakt", Before.TALK_WITH_NAMES, _make)
    yield Scene("verslag", Before.TALK_WITH_NAMES, _read_first)
    yield Scene("verslag-waarom", Before.TALK_WITH_NAMES, partial(_press, "leave"))
    yield Scene("verslag-document", Before.TALK_WITH_NAMES, partial(_press, "leaf-document"))
    yield Scene("verslag-afronden", Before.TALK_WITH_NAMES, partial(_press, "leaf-afronden"))
    yield Scene("signaal", Before.TALK_WITH_NAMES, _write_signal)
    yield Scene("signaal-nalezen", Before.TALK_WITH_NAMES, partial(_read_layer, Layer.SIGNAL))
    yield Scene("leerverslag", Before.TALK_WITH_NAMES, _write_lesson)
    yield Scene("leerverslag-voorstellen", Before.TALK_WITH_NAMES, _take_proposals)
    yield Scene("leerverslag-goedkeuren", Before.TALK_WITH_NAMES, _show_approval)
    yield Scene("leerverslag-nalezen", Before.TALK_WITH_NAMES, partial(_read_layer, Layer.LEARNING))
    yield Scene("zo-kan-het-ook", Before.EMPTY_FOLDER, _compare)
    yield Scene("hulp", Before.EMPTY_FOLDER, lambda window: window.ways.show_help())


SCENES: tuple[Scene, ...] = tuple(_scenes())
