"""What a PDF cannot show is told before it is made, with the word and its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.report.boxed import Boxed, boxed_words, told_boxes
from beraad.report.compose import work_report
from beraad.report.formats import Format, unprintable
from tests.builders import filled_session


def telling(text):
    session = filled_session()
    return work_report(clean(replace(session, dialogue=replace(session.dialogue, shared=text))))


@pytest.mark.parametrize("word", ["مرحبا", "שלום", "漢字", "😔"])
def test_another_script_and_an_emoji_are_told_with_their_place(word):
    document = telling(f"Zij zei {word} tegen ons.")

    assert boxed_words(document) == (Boxed(word, "In het kort"), Boxed(word, "Dialoog"))
    assert f"“{word}” bij Dialoog" in told_boxes(boxed_words(document))
    assert "Word, ODT en de webpagina tonen ze wel" in told_boxes(boxed_words(document))


@pytest.mark.parametrize(
    "text",
    ["Zoë’s ‘nee’ – €\u00a0450 … één à twee", "Çelik, Wiśniewska, Đorđe", "привет, καλημέρα"],
)
def test_what_our_typeface_has_is_not_told(text):
    assert boxed_words(telling(text)) == ()
    assert told_boxes(()) == ""


def test_many_are_counted():
    told = told_boxes(boxed_words(telling("漢 字 문 자 אב")))

    assert ", en nog 7." in told


def test_nothing_becomes_a_box_that_was_not_told():
    document = telling("Een ⟹ pijl, een ☎ en ½ uur, x ≤ y, ☐ en ✓, 漢字.")
    told = "".join(one.word for one in boxed_words(document))

    assert set(unprintable(document, Format.PDF)) <= set(told)
