from __future__ import annotations

import re

import pytest

from tools.windows.guide import for_administrators, without_links


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "staat in [beveiliging.md](beveiliging.md).",
            "staat in beveiliging.md (bij de broncode).",
        ),
        (
            "het [register](gemeente.md#voor-een-dpia) en",
            "het register (gemeente.md bij de broncode) en",
        ),
        ("in [SECURITY.md](../SECURITY.md)", "in SECURITY.md (bij de broncode)"),
        ("een [stuk](#op-linux)", "een [stuk](#op-linux)"),
        ("de [site](https://beraad.invalid/a.md)", "de [site](https://beraad.invalid/a.md)"),
        ("[teams, sinds wanneer] (kort)", "[teams, sinds wanneer] (kort)"),
    ],
)
def test_a_page_that_does_not_go_along_is_no_link(said, told):
    assert without_links(said) == told


def test_the_page_in_a_package_links_to_nothing_that_is_not_in_it():
    page = for_administrators().decode()

    targets = re.findall(r"\]\(([^)]+)\)", page)
    assert targets
    assert [each for each in targets if not each.startswith(("#", "https://"))] == []
