"""One text in every place of a document where text of people can stand."""

from __future__ import annotations

from beraad.privacy.clean import clean
from beraad.report.blocks import (
    Bullets,
    Callout,
    Document,
    Facts,
    Furniture,
    Heading,
    Look,
    Mark,
    Matrix,
    OptionList,
    OptionPair,
    OptionPanel,
    Paragraph,
    Quote,
    RowGroup,
    Run,
    Table,
    Voices,
    WritingLines,
)
from beraad.report.charts import Bar, Bars, Lane, RouteMap, Series, Span, Station, Timeline
from tests.builders import filled_session


def blocks_with(text):
    """Every kind of block, with the text in each of its places."""
    piece, loud, soft = Run(text), Run(text, Look.STRONG), Run(text, Look.MUTED)
    panel = OptionPanel("A", ((piece,), (soft,)), text, ((piece,),))
    row = (((piece,),), ((loud,),))
    return (
        Heading(1, text),
        Paragraph((piece,)),
        Paragraph((loud, Run(" "), soft), leads=True),
        Bullets(((piece,), (Mark("A"), Run(" "), piece))),
        Quote(text, ((piece,), (piece,))),
        Callout(text, (loud,), (Paragraph((piece,)), Bullets(((piece,),)))),
        Facts(((text, ((piece,), (piece,))),)),
        OptionPair(panel, OptionPanel("B", ((piece,),), text, ((piece,), (soft,)))),
        OptionList((OptionPanel("C", ((piece,), (soft,)), "", ((piece,),)),)),
        Voices("A", text, (((piece,), (piece,)),)),
        WritingLines(((text, 2), (text, 1))),
        Matrix(text, ("A", "C"), ((text, frozenset("A")), (text, frozenset("AC"))), text),
        Bars("Rij", (Series("aantal"),), (Bar(text, (3,)), Bar(text, said=text or "-")), text),
        Timeline("Rij", "Tijd", (Lane(text, (Span(0, 2),), text),), ((0, "0"), (4, "4")), text),
        RouteMap((Station(text, text),), (Station(text, text),), (Station(text, text),), text),
        Table((text, text, text), (RowGroup(((piece,), (soft,)), (row, row)),), (0.4, 0.3, 0.3)),
    )


def everywhere(text, *, blocks=None):
    """A document with the text in all its furniture and in these blocks, by default all."""
    return Document(
        source=clean(filled_session()),
        title=text,
        furniture=Furniture(kicker=text, standfirst=text, foot=text),
        blocks=blocks_with(text) if blocks is None else blocks,
    )
