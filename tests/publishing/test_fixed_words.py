"""A word that had to be gone may stand where a document says it by itself, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean, clean_signal
from beraad.publishing.proving import write_proven
from beraad.publishing.removed import Left, LeftBehind, Removed
from beraad.records import KnownWord, Layer, new_id
from beraad.report.blocks import Paragraph, Run
from beraad.report.compose import fixed_words, signal_report, work_report
from beraad.report.formats import Format
from beraad.report.house.style import House
from beraad.report.plain import plain_text
from tests.builders import filled_session
from tests.report.reading import texts_in

OWN = ("Maatwerk", "Afspraken", "Werkverslag", "inwoner", "Perspectieven")


def without(word):
    """A beraad in which this word was written, and has to go."""
    session = filled_session()
    return replace(
        session,
        known_words=(KnownWord(id=new_id(), word=word),),
        case=replace(session.case, situation=f"Toen ging het over {word}."),
        signal=replace(session.signal, what=f"Het gaat over {word}."),
    )


def written(document, session, folder, form=Format.MARKDOWN):
    removed = Removed(session=session, lexicon=None, layer=Layer.WORK)
    removed.require_gone(document)
    return write_proven(document, [form], folder, words=removed.words)


@pytest.mark.parametrize("word", OWN)
@pytest.mark.parametrize("form", [Format.PDF, Format.DOCX, Format.MARKDOWN])
def test_a_word_the_document_says_itself_stops_nothing(word, form, tmp_path):
    session = without(word)
    for number, document in enumerate(
        (work_report(clean(session)), signal_report(clean_signal(session)))
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert written(document, session, folder, form).paths


@pytest.mark.parametrize("word", ["Maatwerk", "Afspraken"])
def test_it_may_not_stand_there_once_more(word, tmp_path):
    session = without(word)
    document = work_report(clean(session))
    slipped = replace(
        document, blocks=(*document.blocks, Paragraph((Run(f"Toen kwam {word} ter sprake."),)))
    )

    with pytest.raises(Solvable, match=f"“(?i:{word})”"):
        written(slipped, session, tmp_path)


def test_it_is_told_that_a_word_is_also_the_documents_own(tmp_path):
    session = without("maatwerk")

    checked = written(work_report(clean(session)), session, tmp_path).checked

    assert checked.own == 1
    assert "vast woord van dit document" in checked.sentence


def test_nobodys_words_are_among_the_documents_own():
    report, signal = clean(filled_session()), clean_signal(filled_session())
    for cleaned, document in ((report, work_report(report)), (signal, signal_report(signal))):
        own = plain_text(fixed_words(document))
        sentences = [text for text in texts_in(cleaned) if len(text.split()) > 2]

        assert sentences
        assert [text for text in sentences if text in own] == []


@pytest.mark.parametrize("place", ["stem", "title", "subject"])
def test_a_word_that_had_to_go_is_found_in_whatever_a_document_says_of_itself(place):
    session = without("Zwaluwhof")
    document = work_report(clean(session))
    removed = Removed(session=session, lexicon=None, layer=Layer.WORK)
    assert not removed.left_in(document)

    named = replace(document, **{place: f"{getattr(document, place)} Zwaluwhof"})

    assert [left.word for left in removed.left_in(named)] == ["Zwaluwhof"]


def said_everywhere(word):
    """A beraad of which casus and signal hold a word that no sign finds."""
    session = without(word)
    return replace(session, known_words=())


@pytest.mark.parametrize(
    ("layer", "elsewhere"), [(Layer.WORK, Layer.SIGNAL), (Layer.SIGNAL, Layer.WORK)]
)
def test_where_it_still_stands_is_told_of_this_document_alone(monkeypatch, layer, elsewhere):
    monkeypatch.setattr(
        "beraad.publishing.removed.leaks",
        lambda text, *_, **__: ("appelmoes",) if "appelmoes" in text else (),
    )
    session = said_everywhere("appelmoes")
    document = work_report(clean(session))

    def places(which):
        (left,) = Removed(session=session, lexicon=None, layer=which).left_in(document)
        return set(left.places)

    assert places(layer)
    assert places(layer).isdisjoint(places(elsewhere))


@pytest.mark.parametrize(("count", "told"), [(3, ""), (4, "; en nog 1."), (9, "; en nog 6.")])
def test_of_many_words_the_others_are_counted(count, told):
    left = tuple(Left(f"woord {number}", ()) for number in range(count))

    happened = LeftBehind(left, Layer.WORK).happened

    assert happened.count("woord") == 3
    assert happened.endswith(told or "woord 2”.")


def test_a_word_of_the_letterhead_is_told_to_be_one(tmp_path):
    session = without("Boswijk")
    document = replace(work_report(clean(session)), house=House(name="Gemeente Boswijk"))

    checked = written(document, session, tmp_path).checked

    assert checked.own == 1
    assert "een vast woord van dit document" in checked.sentence
