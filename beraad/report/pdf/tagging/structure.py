"""Writing the structure tree into a PDF: which element holds which marks, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from beraad.report.pdf.tagging.annotations import Entry, Link, Spot, annotated, fillable
from beraad.report.pdf.tagging.lettering import Lettering
from beraad.report.pdf.tagging.tags import Kids, Mark, Structure, Tag


def write_structure(
    pdf: Pdf, structure: Structure, lettering: Callable[[], Lettering] | None
) -> None:
    """Add the tree of elements, and for each page the list from its marks to their elements.

    Raises ValueError when there is a field, and no face for what is typed in it.
    """
    pages = [page.obj for page in pdf.pages]
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    spots = structure.spots
    elements = {
        tag: pdf.make_indirect(_element(tag, kids, spots)) for tag, kids in structure.kids.items()
    }
    owners: list[Object] = []
    entries = [kid for kids in structure.kids.values() for kid in kids if isinstance(kid, Entry)]
    fields = iter(_fields(pdf, entries, lettering))
    for tag, kids in structure.kids.items():
        element = elements[tag]
        element.P = elements[tag.parent] if tag.parent else root
        held = Array(_kids(kids, elements, pages))
        for kid in kids:
            if isinstance(kid, Link) and kid.to in spots:
                made = annotated(pdf, kid, spots)
            elif isinstance(kid, Entry):
                made = next(fields)
            else:
                continue
            made.StructParent = len(pages) + len(owners)
            owners.append(element)
            held.append(Dictionary(Type=Name.OBJR, Pg=pages[kid.page], Obj=made))
        element.K = held
    root.K = next(iter(elements.values()))
    root.ParentTree = pdf.make_indirect(_parent_tree(structure, elements, pages, owners))
    root.ParentTreeNextKey = len(pages) + len(owners)
    for number, page in enumerate(pages):
        page.StructParents = number
        page.Tabs = Name.S
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _fields(
    pdf: Pdf, entries: list[Entry], lettering: Callable[[], Lettering] | None
) -> list[Object]:
    if not entries:
        return []
    if lettering is None:
        msg = "a field needs a face for what is typed in it"
        raise ValueError(msg)
    return fillable(pdf, entries, lettering())


def _element(tag: Tag, kids: Kids, spots: Mapping[str, Spot]) -> Dictionary:
    leads = any(isinstance(kid, Link) and kid.to in spots for kid in kids)
    kind = "Span" if tag.kind == "Link" and not leads else tag.kind
    element = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"))
    if tag.spoken:
        element.ActualText = String(tag.spoken)
    if tag.alternative:
        element.Alt = String(tag.alternative)
    if tag.bounds:
        element.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(tag.bounds))
    if tag.numbering:
        element.A = Dictionary(O=Name.List, ListNumbering=Name(f"/{tag.numbering}"))
    if tag.scope or tag.rows > 1:
        element.A = Dictionary(O=Name.Table)
        if tag.scope:
            element.A.Scope = Name(f"/{tag.scope}")
        if tag.rows > 1:
            element.A.RowSpan = tag.rows
    return element


def _kids(kids: Kids, elements: Mapping[Tag, Object], pages: list[Dictionary]) -> Iterator[Object]:
    for kid in kids:
        if isinstance(kid, Mark):
            yield Dictionary(Type=Name.MCR, Pg=pages[kid.page], MCID=kid.number)
        elif isinstance(kid, Tag):
            yield elements[kid]


def _parent_tree(
    structure: Structure,
    elements: Mapping[Tag, Object],
    pages: list[Dictionary],
    laid: list[Object],
) -> Dictionary:
    """By page the element of each mark, and after the pages that of each link and field."""
    owners: list[dict[int, Object]] = [{} for _ in pages]
    for tag, kids in structure.kids.items():
        for kid in kids:
            if isinstance(kid, Mark):
                owners[kid.page][kid.number] = elements[tag]
    numbers: list[int | Array | Object] = []
    for number, owned in enumerate(owners):
        numbers += (number, Array(owned[mark] for mark in sorted(owned)))
    for number, element in enumerate(laid, start=len(pages)):
        numbers += (number, element)
    return Dictionary(Nums=Array(numbers))
