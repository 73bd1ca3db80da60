from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from beraad.group.compose import view_of
from beraad.group.state import GroupState
from beraad.group.view import GroupView, Passage, Row, Table
from beraad.records import Option, PhaseKey, Progress, new_id
from beraad.ui.beamer.look import LEAST
from beraad.ui.beamer.window import GroupWindow
from beraad.ui.beamer.words import Chip, Words, line_height
from beraad.ui.theme.palette import LIGHT
from tests.editing.support import blank

SHORT = ("nee", "regeling", "pauze", "nakijken", "ernaast", "fonds", "niets doen")
LONG = tuple(f"{each} en dan samen met de inwoner kijken wat er verder nodig is" for each in SHORT)


MIDDLING = (
    "Ik geef vandaag een voorschot en leg vast waarom dat mag",
    "Ik houd me aan de zoekperiode en verwijs naar de opvang",
    "Samen nu al alle papieren klaarzetten voor de eerste dag",
    "Als team een vaste lijn afspreken voor wie geen plek heeft",
    "Afwachten of het werk toch nog op tijd komt deze maand",
    "De jongerenwerker gaat mee naar de vriend en naar thuis",
    "Het noodfonds vragen om eten en reiskosten te betalen",
)
LENGTHY = (
    f"{MIDDLING[0]}, ook al vraagt het team van mij dat ik de vier weken afwacht.",
    *MIDDLING[1:5],
    f"{MIDDLING[5]} om te vragen of er daar nog vier weken een bed is.",
    MIDDLING[6],
)


@pytest.fixture
def window(qtbot, look):
    made = GroupWindow()
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.set_look(LIGHT, percent=100)
    with qtbot.waitExposed(made):
        made.show()
    return made


def choosing(texts, question="Mag ik dit nu al beloven?"):
    session = blank()
    named = tuple(
        replace(option, text=text) for option, text in zip(session.options, texts, strict=False)
    )
    more = tuple(Option(id=new_id(), text=text) for text in texts[2:])
    session = replace(
        session,
        options=(*named, *more),
        dilemma=replace(session.dilemma, moral_question=question),
        progress=Progress(phase=PhaseKey.CONSIDERATION),
    )
    return view_of(session, GroupState())


def in_sight(window, kind):
    """What of this kind is wholly to be seen, apart from the head."""
    area = window._page._said._area
    low = area.viewport().height()
    found = (each for each in area.findChildren(kind) if each.isVisible())
    return [
        each
        for each in found
        if each.mapTo(area.viewport(), QPoint()).y() >= 0
        and each.mapTo(area.viewport(), each.rect().bottomLeft()).y() <= low
    ]


@pytest.mark.parametrize("texts", [SHORT[:2], SHORT, LONG, tuple("woord " * 60 for _ in SHORT)])
def test_every_option_and_the_sentence_are_in_sight(window, texts):
    window.show_view(choosing(texts))
    QApplication.processEvents()

    tiles = [each.text().split()[-1] for each in in_sight(window, Chip)]
    words = [each.text() for each in in_sight(window, Words)]
    assert sorted(tiles) == list("ABCDEFG")[: len(texts)]
    assert any(each.startswith("Ik kies") for each in words)
    assert window._page._said._area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("texts", "percent"), [(MIDDLING, 75), (MIDDLING, 100), (MIDDLING, 150), (LENGTHY, 100)]
)
@pytest.mark.parametrize("room", [(1920, 1080), (1366, 768), (1280, 720), (1024, 768)])
def test_all_that_can_be_chosen_can_be_read_whole(window, room, texts, percent):
    """Under a moral question of two lines."""
    window.resize(*room)
    window.set_look(LIGHT, percent=percent)
    question = "Mag ik dit nu al beloven aan een jongere die zonder eten zit en die nog wacht?"
    window.show_view(choosing(texts, question))
    QApplication.processEvents()

    read = [each for each in in_sight(window, Words) if each.text() in texts]
    assert [each.text() for each in read] == list(texts)
    laid = [sum(part.lineCount() for part in each._in_place()) for each in read]
    assert [each.lines_in_sight for each in read] == laid
    least = round(LEAST * min(room[0] / 1920, room[1] / 1080))
    assert min(each._font.pixelSize() for each in read) >= least
    starters = [line for each in in_sight(window, Words) for line in each.text().split("\n")]
    assert any("Wat ik daarvoor nodig heb, en van wie: …" in line for line in starters)


@pytest.mark.parametrize("texts", [LONG, tuple("woord " * 60 for _ in SHORT)])
def test_what_was_composed_before_the_screen_was_known_fits_it_too(qtbot, texts):
    made = GroupWindow()
    qtbot.addWidget(made)
    made.set_look(LIGHT, percent=100)
    made.resize(1920, 1080)
    made.show_view(choosing(texts))
    with qtbot.waitExposed(made):
        made.show()

    qtbot.waitUntil(lambda: made._page._said._area.verticalScrollBar().maximum() == 0)
    qtbot.waitUntil(lambda: len(in_sight(made, Chip)) == len(texts))


def test_what_is_cut_takes_the_lines_that_there_is_room_for(window):
    window.resize(1920, 1200)
    window.show_view(choosing(tuple("woord " * 60 for _ in SHORT[:4])))
    QApplication.processEvents()

    cut = [each for each in in_sight(window, Words) if each.text().startswith("woord")]
    assert len(cut) == 4
    assert min(each.lines_in_sight for each in cut) >= 2
    assert all(each.text().endswith("woord …") for each in cut)
    view = window._page._said._area.viewport()
    low = max(each.mapTo(view, each.rect().bottomLeft()).y() for each in in_sight(window, Words))
    assert view.height() - low < 2 * line_height(cut[0]._font)


def test_nothing_is_smaller_than_can_be_read(window):
    window.show_view(choosing(LONG))
    QApplication.processEvents()
    assert min(each._font.pixelSize() for each in in_sight(window, Words)) >= LEAST


def test_few_options_stand_under_each_other_as_they_were_written(window):
    window.show_view(choosing(SHORT[:3]))
    QApplication.processEvents()
    assert len({each.x() for each in in_sight(window, Chip)}) == 1
    assert set(SHORT[:3]) <= {each.text() for each in in_sight(window, Words)}


def test_what_is_revealed_begins_at_the_top_after_paging(window, qtbot):
    long = tuple(Passage(title=str(n), text="Een zin die er staat.") for n in range(30))
    window.show_view(GroupView(step="Ronde 6", question="Wat?", blocks=long))
    bar = window._page._said._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    window.scroll_pages(2)
    assert bar.value() > 0

    rows = tuple(Row(table=Table.WEIGHINGS, cells=(f"waarde {n}", "", "")) for n in range(30))
    window.show_view(GroupView(step="Ronde 6", question="Wat?", blocks=rows))
    for _ in range(3):
        QApplication.processEvents()
    assert bar.value() == 0


def ink_at_the_edges(window):
    """How many pixels of text stand on the first or last line of pixels of what scrolls."""
    viewport = window._page._said._area.viewport()
    image = window.grab(QRect(viewport.mapTo(window, QPoint()), viewport.size())).toImage()
    edges = (0, image.height() - 1)
    return sum(
        image.pixelColor(x, y).lightness() < 120 for y in edges for x in range(0, image.width(), 2)
    )


@pytest.mark.parametrize("height", [1080, 1063, 1042, 1021])
def test_no_line_is_cut_through_its_letters_wherever_one_is(window, height):
    window.resize(1920, height)
    story = "\n".join(f"Regel {each}: gjpqy ÄÉHKL bleef staan" for each in range(40))
    window.show_view(
        GroupView(step="Ronde 1", question="Wat?", blocks=(Passage(title="", text=story),))
    )
    QApplication.processEvents()
    bar = window._page._said._area.verticalScrollBar()

    for place in (0, 7, 20, 33, bar.maximum() - 11, bar.maximum()):
        bar.setValue(place)
        QApplication.processEvents()
        assert ink_at_the_edges(window) == 0
        assert any(each.lines_in_sight for each in window.findChildren(Words))
