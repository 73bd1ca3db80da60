from __future__ import annotations

import pytest

from beraad.ui.beamer.look import CLOCK, LARGE, LEAST, SMALL, TEXT, TITLE, group_look
from beraad.ui.theme.palette import LIGHT
from beraad.ui.theme.scale import GROUP_TEXT_SIZES


@pytest.mark.parametrize("percent", GROUP_TEXT_SIZES)
@pytest.mark.parametrize("room", [(1920, 1080), (3840, 2160), (1280, 720), (1024, 768)])
def test_letters_can_be_read_from_eight_metres_at_every_size(percent, room):
    width, height = room
    look = group_look(LIGHT, width=width, height=height, percent=percent)
    # A screen that is not so wide shows the same page, in proportion, on a part of its height.
    lines = min(height, width * 1080 / 1920)

    for size in (SMALL, TEXT, LARGE, TITLE, CLOCK, LEAST):
        assert look.font(size).pixelSize() >= round(36 * lines / 1080)
