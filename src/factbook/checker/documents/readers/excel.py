"""Workbooks of Excel (.xlsx): every sheet as it is shown, its comments and the boxes drawn on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import count
from pathlib import Path
from xml.etree.ElementTree import Element

from factbook.checker.documents.model import Block, Note, Notice, Part
from factbook.checker.documents.readers.number_formats import BUILT_IN, GENERAL, shown
from factbook.checker.documents.readers.packages import Package, Relation, child, children, name_of, value
from factbook.checker.documents.readers.sheets import MOST_CELLS, Places, SheetCell, blocks, letters, position


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each cell as a block, at its address; formulas as the results that the file stores."""
    package = Package(path, data)
    main = package.main_part()
    book = package.xml(main)
    relations = package.relations(main)
    reader = _Reader(package, relations, value(child(book, "workbookPr"), "date1904") in ("1", "true"))
    tables = count()
    for sheet in children(book, "sheets"):
        name, part = value(sheet, "name") or "", relations.get(_relation(sheet))
        if part is None or part.target not in package.names or not part.kind.endswith("/worksheet"):
            continue
        if value(sheet, "state") in ("hidden", "veryHidden"):
            yield Note(Notice.HIDDEN_SHEET, name)
        yield from reader.sheet(name, part.target, tables)
    if reader.without_value:
        yield Note(Notice.NO_VALUES, number=reader.without_value)


def _relation(element: Element) -> str:
    """The id of what an element refers to, which has a namespace, unlike the element's own id."""
    return next((text for key, text in element.attrib.items() if key.endswith("}id")), "")


class _Reader:
    """The sheets of a workbook, which share their words and their formats."""

    def __init__(self, package: Package, relations: Mapping[str, Relation], from_1904: bool) -> None:
        self._package, self._from_1904 = package, from_1904
        parts = {one.kind.rpartition("/")[2]: one.target for one in relations.values()}
        self._words = [_text(one) for one in self._optional(parts.get("sharedStrings"))]
        self._formats = _formats(self._optional(parts.get("styles")))
        self.without_value = 0

    def _optional(self, part: str | None) -> Element | Sequence[Element]:
        root = self._package.optional(part) if part else None
        return () if root is None else root

    def sheet(self, name: str, part: str, tables: count[int]) -> Iterator[Block | Note]:
        """The cells of a sheet, which of its rows and columns are hidden, then what is written beside the cells."""
        root = self._package.xml(part)
        relations = self._package.relations(part)
        yield from blocks(self._cells(root, relations), Places(name), tables)
        yield from _hidden(name, root)
        for relation in relations.values():
            if relation.kind.endswith("/comments"):
                yield from _comments(self._package.xml(relation.target), Places(name))
            elif relation.kind.endswith("/drawing"):
                yield from _boxes(self._package.xml(relation.target), Places(name))

    def _cells(self, root: Element, relations: Mapping[str, Relation]) -> Iterator[SheetCell]:
        spans = dict(_spans(root))
        addresses = {
            value(one, "ref"): relations[_relation(one)].target
            for one in children(root, "hyperlinks")
            if _relation(one) in relations
        }
        row_number, seen = -1, 0
        for row in children(root, "sheetData"):
            told = value(row, "r")
            row_number = int(told) - 1 if told and told.isdecimal() else row_number + 1
            column = -1
            for cell in row:
                reference = value(cell, "r")
                column = position(reference)[1] if reference else column + 1
                seen += 1
                if seen > MOST_CELLS:
                    return
                height, width = spans.get((row_number, column), (1, 1))
                yield SheetCell(row_number, column, self._shown(cell), height, width, addresses.get(reference, ""))

    def _shown(self, cell: Element) -> str:
        kind, stored = value(cell, "t") or "n", child(cell, "v")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return _text(inline) if inline is not None else ""
        text = (stored.text or "") if stored is not None else ""
        if not text:
            self.without_value += child(cell, "f") is not None
            return ""
        if kind == "s":
            return self._words[int(text)]
        if kind != "n":
            return text
        style = value(cell, "s") or "0"
        code = self._formats[int(style)] if style.isdecimal() and int(style) < len(self._formats) else GENERAL
        try:
            return shown(Decimal(text), code, from_1904=self._from_1904)
        except InvalidOperation:
            return text


def _formats(styles: Element | Sequence[Element]) -> list[str]:
    """The code of the number format of each style of cells."""
    parts = {name_of(one): one for one in styles}
    own = {value(one, "numFmtId"): value(one, "formatCode") or GENERAL for one in parts.get("numFmts", ())}
    ids = [value(one, "numFmtId") or "0" for one in parts.get("cellXfs", ())]
    return [own.get(one) or BUILT_IN.get(int(one) if one.isdecimal() else 0, GENERAL) for one in ids]


def _text(item: Element) -> str:
    """The runs of a text, without the readings that stand over it."""
    if name_of(item) == "rPh":
        return ""
    own = item.text or "" if name_of(item) == "t" else ""
    return own + "".join(_text(one) for one in item)


def _spans(root: Element) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for merged in children(root, "mergeCells"):
        first, _, last = (value(merged, "ref") or "").partition(":")
        (row, column), (low, right) = position(first), position(last or first)
        yield (row, column), (min(low - row + 1, 1000), min(right - column + 1, 1000))


def _hidden(sheet: str, root: Element) -> Iterator[Note]:
    rows = [value(row, "r") or "" for row in children(root, "sheetData") if value(row, "hidden") in ("1", "true")]
    if rows:
        yield Note(Notice.HIDDEN_ROWS, f"{sheet}!{', '.join(rows[:20])}", len(rows))
    columns = [
        letters(number - 1)
        for one in children(root, "cols")
        if value(one, "hidden") in ("1", "true")
        for number in range(int(value(one, "min") or 1), min(int(value(one, "max") or 1), 100) + 1)
    ]
    if columns:
        yield Note(Notice.HIDDEN_COLUMNS, f"{sheet}!{', '.join(columns[:20])}", len(columns))


def _comments(root: Element, places: Places) -> Iterator[Block]:
    for comment in children(root, "commentList"):
        row, column = position(value(comment, "ref") or "")
        yield Block(" ".join(_text(comment).split()), places.of(row, column, Part.COMMENT))


def _boxes(root: Element, places: Places) -> Iterator[Block]:
    """The paragraphs of the shapes on a sheet, each at the cell under its corner."""
    for anchor in root:
        corner = children(anchor, "from")
        told = {name_of(one): int(one.text or 0) for one in corner if name_of(one) in ("row", "col")}
        place = places.of(told.get("row", 0), told.get("col", 0), Part.BOX)
        for body in (one for one in anchor.iter() if name_of(one) == "txBody"):
            for paragraph in body:
                yield Block(" ".join(_text(paragraph).split()), place)
