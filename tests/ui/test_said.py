"""What the group's window says about what is out of sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QApplication, QLabel

from beraad.group.view import (
    Act,
    GroupView,
    Horns,
    Letters,
    Line,
    MoralQuestion,
    Passage,
    Row,
    Table,
)
from beraad.ui.beamer.look import LEAST
from beraad.ui.beamer.window import GroupWindow
from beraad.ui.beamer.words import Chip, Words
from beraad.ui.theme.palette import LIGHT

ACTS = tuple(
    Act(letter=letter, text="Ik beloof het nu.", harms=("Wie wacht, wacht langer. " * 3,))
    for letter in "AB"
)
ROWS = tuple(
    Row(table=Table.PERSPECTIVES, cells=(f"Buur {each}", "rust", "Wacht even.", Letters(("A",))))
    for each in range(12)
)
VIEWS = {
    "passages": (Passage(title="Toen", text="Hij belde. " * 90), Passage(title="Nu", text="Stil.")),
    "horns": (Passage(title="", text="Mag dit? " * 70), Horns(acts=ACTS)),
    "rows": (Row(table=Table.PERSPECTIVES, cells=("Wie", "Waarde", "Norm", ""), head=True), *ROWS),
    "lines": tuple(Line(mark=mark, text="Ik bel hem. " * 5, letter=True) for mark in "ABCDEFGH"),
}
SAID = {
    (False, False): "",
    (True, False): "↑ hierboven staat meer",
    (False, True): "↓ hieronder staat meer",
    (True, True): "↑ ↓ er staat meer",
}
"""What is said when something is out of sight above, and when something is below."""


@pytest.fixture
def window(qtbot, look):
    made = GroupWindow()
    qtbot.addWidget(made)
    made.set_look(LIGHT, percent=100)
    made.resize(1920, 1080)
    with qtbot.waitExposed(made):
        made.show()
    return made


def out_of_sight(window):
    """Whether a line of text or a tile is out of sight above, and whether one is below."""
    viewport = window._page._said._area.viewport()
    tops, ends = [0.0], [0.0]
    for each in window._page._said._ground.findChildren(QLabel):
        place = each.mapTo(viewport, QPoint()).y()
        lines = [QRectF(each.rect())]
        if isinstance(each, Words):
            laid = each._in_place() if each.text() else []
            lines = [one.lineAt(at).rect() for one in laid for at in range(one.lineCount())]
            whole = [place + line.top() >= 0 for line in lines]
            whole = [
                seen and place + line.bottom() <= viewport.height()
                for seen, line in zip(whole, lines, strict=True)
            ]
            chip = each._beside
            if whole and isinstance(chip, Chip):
                assert chip.is_painted == (whole[0] and chip.begins_in_sight())
                whole[0] = chip.is_painted
            assert each.lines_in_sight == sum(whole)
        tops += [place + line.top() for line in lines]
        ends += [place + line.bottom() for line in lines]
    return min(tops) < 0, max(ends) > viewport.height()


@pytest.mark.parametrize("height", range(541, 900, 23))
@pytest.mark.parametrize("blocks", VIEWS.values(), ids=VIEWS)
def test_what_is_out_of_sight_is_said_and_nothing_else(window, blocks, height):
    window.resize(960, height)  # The width alone says how large everything is.
    window.show_view(GroupView(step="Ronde 2 · Dilemma", question="Wat?", blocks=blocks))
    QApplication.processEvents()
    said = window._page._said
    bar = said._area.verticalScrollBar()

    for place in (0, 1, 9, 60, bar.maximum() - 9, bar.maximum()):
        bar.setValue(place)
        QApplication.processEvents()
        assert said._more.text() == SAID[out_of_sight(window)], place


def test_it_is_not_said_of_what_stood_there_before(window):
    window.show_view(GroupView(step="1", question="Wat?", blocks=VIEWS["passages"] * 3))
    QApplication.processEvents()
    assert "hieronder" in window._page._said._more.text()

    window.show_view(GroupView(step="2", question="Wat?", blocks=VIEWS["lines"][:2]))
    QApplication.processEvents()

    assert not window._page._said._more.text()


MATRIX = (
    Row(table=Table.MATRIX, cells=("Waarde", Letters(("A",)), Letters(("C",))), head=True),
    *(Row(table=Table.MATRIX, cells=(f"waarde {each}", "✓", "")) for each in range(20)),
    *(Passage(title="Zelfde keuze", text="Hij wacht.") for _ in range(20)),
)


def heads_in_sight(window):
    """The words and letters of a table's heads that can be seen whole."""
    page = window._page
    found = [each for each in page.findChildren(QLabel) if each.text() in {"Waarde", "◆ A", "C"}]
    places = [each.mapTo(page, QPoint()).y() for each in found if each.isVisible()]
    area = page._said.geometry()
    return sum(area.top() <= place < area.bottom() for place in places)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("room", [(1920, 1080), (1366, 768)])
def test_the_heads_of_a_table_stay_as_long_as_something_of_it_is_in_sight(window, room, percent):
    window.resize(*room)
    window.set_look(LIGHT, percent=percent)
    window.show_view(GroupView(step="Ronde 7 · Dialoog", question="Wat?", blocks=MATRIX))
    QApplication.processEvents()
    assert heads_in_sight(window) == 3

    window.scroll_pages(1.4)
    QApplication.processEvents()
    assert heads_in_sight(window) == 3

    bar = window._page._said._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert heads_in_sight(window) == 0


def test_a_long_word_in_a_table_gets_smaller_letters_before_it_is_broken(window):
    window.set_look(LIGHT, percent=150)
    cells = ("rechtsgelijkheid", "bestaanszekerheid", "Wacht even.", Letters(("A",)))
    row = Row(table=Table.PERSPECTIVES, cells=cells)
    window.show_view(GroupView(step="Ronde 4", question="Wat?", blocks=(row,)))
    QApplication.processEvents()

    found = [each for each in window.findChildren(Words) if each.text() in cells[:2]]
    assert len(found) == 2
    assert [each.lines_in_sight for each in found] == [1, 1]
    assert min(each._font.pixelSize() for each in found) >= LEAST


def test_turning_pages_shows_every_row_whole_once_and_loses_none(window):
    rows = tuple(
        Row(table=Table.WEIGHINGS, cells=(f"waarde {each}", "Wie wacht. " * (5 + each % 4), ""))
        for each in range(12)
    )
    window.show_view(GroupView(step="Ronde 6", question="Wat?", blocks=rows))
    QApplication.processEvents()
    said = window._page._said
    bar, high = said._area.verticalScrollBar(), said._area.viewport().height()

    seen = []
    for way in (0.8, -0.8):
        whole = set()
        for _ in range(20):
            places = [
                each.mapTo(said._ground, QPoint()).y() - bar.value() for each in said._widgets
            ]
            ends = [
                place + each.height() for place, each in zip(places, said._widgets, strict=True)
            ]
            whole |= {
                number
                for number, (place, end) in enumerate(zip(places, ends, strict=True))
                if place >= 0 and end <= high
            }
            assert min(map(abs, places)) == 0 or bar.value() == bar.maximum()
            window.scroll_pages(way)
        seen.append(whole)

    assert seen == [set(range(12)), set(range(12))]
    assert bar.value() == 0


REVEALED = (
    Row(table=Table.WEIGHINGS, cells=("Waarde", "Wie of wat", "Zo beperken"), head=True),
    *(
        Row(
            table=Table.WEIGHINGS,
            cells=(f"waarde {each}", "Wie wacht en lang wacht. " * 3, "Vooraf zeggen wat. " * 2),
            chosen=Line(mark="B", text="eerst bellen", letter=True),
        )
        for each in range(6)
    ),
)
QUESTION = "Moet ik onaangekondigd op huisbezoek, of mag ik wachten tot zij zelf belt en ja zegt?"


def painted(window, kind):
    ground = window._page._said._ground
    return [each for each in ground.findChildren(kind) if each.isVisible()]


@pytest.mark.parametrize("height", range(541, 900, 7))
def test_a_letter_and_its_words_come_and_go_together(window, height):
    window.resize(960, height)
    window.show_view(GroupView(step="Ronde 6", question="Wat?", blocks=REVEALED))
    QApplication.processEvents()

    chips = painted(window, Chip)
    words = [each for each in painted(window, Words) if each.text() == "eerst bellen"]
    assert [each.is_painted for each in chips] == [bool(each.lines_in_sight) for each in words]


HORNS = tuple(
    Line(mark=mark, text=text, letter=True)
    for mark, text in (("A", "alles verrekenen"), ("B", "gemiddelde gebruiken"))
)
NORM = "Zorg dat iemand elke maand de vaste lasten kan betalen, ook als het werk wisselt."
PERSPECTIVES = (
    Row(table=Table.PERSPECTIVES, cells=("Perspectief", "Waarde", "Norm", ""), head=True),
    *(
        Row(
            table=Table.PERSPECTIVES,
            cells=("de moeder zelf", "bestaanszekerheid", NORM, Letters(("A", "B"))),
        )
        for _ in range(6)
    ),
)
ANSWERS = (
    Row(table=Table.ANSWERS, cells=("Vraag", "Antwoord"), head=True),
    *(
        Row(table=Table.ANSWERS, cells=("Wat weet zij zelf van deze regel?", f"{NORM} {NORM}"))
        for _ in range(4)
    ),
)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("room", [(1920, 1080), (1366, 768)])
@pytest.mark.parametrize(
    ("blocks", "about"),
    [
        (REVEALED, MoralQuestion(text=QUESTION)),
        (PERSPECTIVES, MoralQuestion(text=QUESTION, options=HORNS)),
        (ANSWERS, None),
    ],
    ids=["revealed", "perspectives", "answers"],
)
def test_a_table_has_a_whole_row_under_heads_that_stay(window, room, percent, blocks, about):
    window.resize(*room)
    window.set_look(LIGHT, percent=percent)
    view = GroupView(
        step="Ronde 6", question="Wat vind jij hier goed?", moral_question=about, blocks=blocks
    )
    window.show_view(view)
    QApplication.processEvents()
    said = window._page._said

    for _ in range(4):
        high = said._area.viewport().height()
        here = said._area.verticalScrollBar().value()
        places = [(each.y() - here, each.y() - here + each.height()) for each in said._widgets]
        assert any(top >= 0 and end <= high for top, end in places)
        assert said._pinned is not None
        assert said._pinned.isVisible()
        window.scroll_pages(0.8)
        QApplication.processEvents()
    for asked in (each for each in window.findChildren(Words) if each.text() == QUESTION):
        assert asked.lines_in_sight == sum(each.lineCount() for each in asked._in_place())


AGREED = (
    Passage(title="Antwoord voor nu", text="Wij wachten een week en bellen dan. " * 8),
    Row(table=Table.AGREEMENTS, cells=("We spreken af", "Rol", "Wanneer"), head=True),
    *(
        Row(table=Table.AGREEMENTS, cells=(f"Afspraak {each}", "consulent", "1 mei 2026"))
        for each in range(20)
    ),
)


@pytest.mark.parametrize("room", [(1920, 1080), (1366, 768)])
def test_heads_stay_with_a_table_that_something_stands_above(window, room):
    window.resize(*room)
    window.show_view(GroupView(step="Ronde 8", question="Wat?", blocks=AGREED[:1]))
    window.show_view(GroupView(step="Ronde 8", question="Wat?", blocks=AGREED))
    QApplication.processEvents()
    said = window._page._said
    bar = said._area.verticalScrollBar()

    def in_sight(text):
        return [
            each
            for each in said.findChildren(Words)
            if each.text() == text and each.isVisible() and each.lines_in_sight
        ]

    QApplication.processEvents()
    assert in_sight("Afspraak 19")  # The newest.
    bar.setValue(0)
    QApplication.processEvents()
    assert len(in_sight("We spreken af")) == 1
    seen = set()
    for _ in range(8):
        here = {each for each in range(20) if in_sight(f"Afspraak {each}")}
        seen |= here
        assert len(in_sight("We spreken af")) == bool(here)
        window.scroll_pages(0.8)
        QApplication.processEvents()
    assert seen == set(range(20))

    bar.setValue(0)
    QApplication.processEvents()
    assert len(in_sight("We spreken af")) == 1
    assert in_sight("Antwoord voor nu")


LISTS = (
    *MATRIX[:4],
    Passage(title="Zelfde keuze", text=""),
    *(Line(mark=mark, text="rust en trouw", letter=True) for mark in "ABCDEFG"),
    Passage(title="Wat ziet iemand?", text=""),
    *(Line(mark=mark, text="rust en trouw", letter=True) for mark in "ABCDEFG"),
)


@pytest.mark.parametrize("height", range(560, 800, 17))
def test_a_heading_stays_with_what_it_is_above(window, height):
    window.resize(960, height)
    window.show_view(GroupView(step="Ronde 7 · Dialoog", question="Wat?", blocks=LISTS))
    QApplication.processEvents()
    said = window._page._said

    for _ in range(6):
        heading = next(each for each in painted(window, Words) if each.text() == "Wat ziet iemand?")
        first = painted(window, Chip)[-7]
        if heading.lines_in_sight:
            assert first.is_painted
        if not said._is_in_table(said._heads):
            lines = [each for each in painted(window, Words) if each.lines_in_sight]
            titles = {"Zelfde keuze", "Wat ziet iemand?"}
            assert said._title.text() in titles or lines[0].text() in titles
        window.scroll_pages(0.8)
        QApplication.processEvents()
