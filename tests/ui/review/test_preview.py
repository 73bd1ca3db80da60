"""The document on the screen, from the same blocks as on paper."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextBlock, QTextCursor

from beraad.privacy.clean import clean
from beraad.report.compose import short_report, work_report
from beraad.ui.review.preview import preview
from beraad.ui.theme.palette import LIGHT
from beraad.ui.theme.scale import scale_for
from tests.builders import filled_session

SCALE = scale_for(system_pixels=13, percent=100)


def framed(block: QTextBlock):
    return QTextCursor(block).currentFrame() is not block.document().rootFrame()


@pytest.mark.parametrize("report", [work_report, short_report])
def test_a_heading_stands_off_the_box_or_the_table_above_it(qapp, report):
    shown = preview(report(clean(filled_session())), LIGHT, SCALE)
    shown.setTextWidth(760)
    place = shown.documentLayout().blockBoundingRect
    after = []
    block = shown.begin().next()
    while block.isValid():
        if block.blockFormat().headingLevel() == 2 and framed(block.previous()):
            after.append(place(block).top() - place(block.previous()).bottom())
        block = block.next()

    assert len(after) > 1
    assert min(after) >= SCALE.px(24)
