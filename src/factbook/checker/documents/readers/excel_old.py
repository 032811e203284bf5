"""Workbooks of Excel before 2007 (.xls), through xlrd."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import xlrd

from factbook.checker.documents.model import Block, Cause, Note, Notice, UnreadableDocument
from factbook.checker.documents.readers.number_formats import GENERAL, shown
from factbook.checker.documents.readers.sheets import MOST_CELLS, Places, SheetCell, blocks, letters


class _Silent:
    """Takes what xlrd writes about odd files, which is not for whoever checks one."""

    def write(self, text: str) -> int:
        return len(text)


def read(path: Path, data: bytes) -> Iterator[Block | Note]:
    """Each cell as a block, at its address; formulas as the results that the file stores."""
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=_Silent())
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise UnreadableDocument(path, Cause.PROTECTED) from error
        raise
    tables = count()
    for sheet in book.sheets():
        if sheet.visibility:
            yield Note(Notice.HIDDEN_SHEET, sheet.name)
        yield from blocks(_cells(book, sheet), Places(sheet.name), tables)
        rows = [str(row + 1) for row, info in sorted(sheet.rowinfo_map.items()) if info.hidden]
        columns = [letters(column) for column, info in sorted(sheet.colinfo_map.items()) if info.hidden]
        if rows:
            yield Note(Notice.HIDDEN_ROWS, f"{sheet.name}!{', '.join(rows[:20])}", len(rows))
        if columns:
            yield Note(Notice.HIDDEN_COLUMNS, f"{sheet.name}!{', '.join(columns[:20])}", len(columns))


def _cells(book: Any, sheet: Any) -> Iterator[SheetCell]:
    spans = {(top, left): (low - top, right - left) for top, low, left, right in sheet.merged_cells}
    addresses = {(one.frowx, one.fcolx): one.url_or_path for one in sheet.hyperlink_list if one.type == "url"}
    seen = 0
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            seen += 1
            if seen > MOST_CELLS:
                return
            text = _shown(book, sheet.cell(row, column))
            height, width = spans.get((row, column), (1, 1))
            yield SheetCell(row, column, text, height, width, _address(addresses.get((row, column))))


def _address(told: str | bytes | None) -> str:
    return told.decode("utf-8", "replace") if isinstance(told, bytes) else told or ""


def _shown(book: Any, cell: Any) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype not in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return ""
    known = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    code = known.format_str if known is not None else GENERAL
    return shown(Decimal(repr(cell.value)), code, from_1904=bool(book.datemode))
