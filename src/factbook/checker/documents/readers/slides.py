"""Presentations (.pptx): the text of each slide, its tables, drawings and notes, at the number of the slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from xml.etree.ElementTree import Element

from factbook.checker.documents.model import Block, InTable, Note, Notice, Part, Place, Unit
from factbook.checker.documents.readers.collecting import Paragraph
from factbook.checker.documents.readers.packages import Package, Relation, child, children, name_of, value, whole

_TITLES = frozenset(("title", "ctrTitle"))


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each paragraph as a block, in the order of the slides."""
    package = Package(path, data)
    main = package.main_part()
    relations = package.relations(main)
    tables, hidden = count(), list[str]()
    for number, listed in enumerate(children(package.xml(main), "sldIdLst"), 1):
        part = relations[_relation(listed)].target
        root = package.xml(part)
        if value(root, "show") in ("0", "false"):
            hidden.append(str(number))
        yield from _slide(root, package.relations(part), Place(Unit.SLIDE, number), tables)
        yield from _beside(package, part, number, tables)
    if hidden:
        yield Note(Notice.HIDDEN_SLIDE, ", ".join(hidden), len(hidden))


def _relation(element: Element) -> str:
    return next((text for key, text in element.attrib.items() if key.endswith("}id")), "")


def _beside(package: Package, part: str, number: int, tables: count[int]) -> Iterator[Block]:
    """Diagrams, comments and speaker notes of a slide, which are parts of their own."""
    for relation in package.relations(part).values():
        kind = relation.kind.rpartition("/")[2]
        told = {"diagramData": Part.BODY, "comments": Part.COMMENT, "notesSlide": Part.SPEAKER}.get(kind)
        root = package.optional(relation.target) if told is not None else None
        if told is None or root is None:
            continue
        place = Place(Unit.SLIDE, number, told)
        yield from _slide(root, package.relations(relation.target), place, tables)
        for text in (one for one in root.iter() if name_of(one) == "text"):  # comments of PowerPoint before 2019
            yield Block(" ".join((text.text or "").split()), place)


def _slide(
    element: Element, relations: Mapping[str, Relation], place: Place, tables: count[int], *, heading: bool = False
) -> Iterator[Block]:
    """The paragraphs and tables that an element holds."""
    for item in element:
        name = name_of(item)
        if name == "p":
            yield _paragraph(item, relations, place, heading=heading)
        elif name == "tbl":
            yield from _table(item, relations, place, next(tables))
        elif name == "sp":
            kind = value(child(item, "nvSpPr", "nvPr", "ph"), "type")
            if kind != "sldNum":
                yield from _slide(item, relations, place, tables, heading=kind in _TITLES)
        elif name != "Fallback":
            yield from _slide(item, relations, place, tables, heading=heading)


def _paragraph(
    element: Element, relations: Mapping[str, Relation], place: Place, cell: InTable | None = None, *, heading: bool
) -> Block:
    paragraph = Paragraph()
    for run in element:
        if name_of(run) == "br":
            paragraph.add(" ")
        link = child(run, "rPr", "hlinkClick")
        target = relations.get(_relation(link)) if link is not None else None
        if target is not None and target.is_external:
            paragraph.open_link(target.target)
        text = child(run, "t")
        paragraph.add((text.text or "") if text is not None else "")
        if target is not None and target.is_external:
            paragraph.close_link()
    return paragraph.block(place, cell, heading=heading)


def _table(table: Element, relations: Mapping[str, Relation], place: Place, number: int) -> Iterator[Block]:
    for row_number, row in enumerate(one for one in table if name_of(one) == "tr"):
        for column, cell in enumerate(one for one in row if name_of(one) == "tc"):
            if value(cell, "hMerge") == "1" or value(cell, "vMerge") == "1":
                continue
            spans = [min(100, max(1, whole(value(cell, name), 1))) for name in ("rowSpan", "gridSpan")]
            within = InTable(number, row_number, column, *spans)
            for paragraph in children(cell, "txBody"):
                if name_of(paragraph) == "p":
                    yield _paragraph(paragraph, relations, place, within, heading=False)
