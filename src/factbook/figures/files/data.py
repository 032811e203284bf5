"""A figure's table as CSV: the words of the page, and beside each number what a machine needs of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from factbook.figures.files.shown import Cell, Shown, origin_of
from factbook.interface import catalogue
from factbook.phrasing.saying import DIFFERENCE, DISTANCES

#: A number as the ledger's own table gives it: exact value, unit, all that its printed digits allow, id, source.
Line = Mapping[str, str]
#: What stands beside a column of numbers: exact value and unit, all that the printed digits allow, the id in the
#: ledger, and the key of the source in the bibliography or the formula by which the book computes it.
PARTS = ("value", "unit", "low", "high", "id", "origin")


def csv_of(figure: Shown, ledger: Mapping[str, Line]) -> str:
    """The table as CSV (RFC 4180), its numbers looked up in ``ledger`` by their ids.

    Its last column says which figure it is, so that a row that is copied takes its source along.
    """
    words = catalogue.of(figure.language)
    parts = [words(f"figure.csv.{part}") for part in PARTS]
    numeric = [any(row[column].number for row in figure.rows) for column in range(len(figure.headings))]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    head: list[str] = []
    for text, wide in zip(figure.headings, numeric, strict=True):
        head += [text, *(words("figure.csv.part", column=text, part=part) for part in parts if wide)]
    writer.writerow([*head, words("figure.csv.figure")])
    for row in figure.rows:
        cells: list[str] = []
        for cell, wide in zip(row, numeric, strict=True):
            cells += [cell.text, *(_parts(cell, ledger) if wide else ())]
        writer.writerow([*cells, origin_of(figure)])
    return stream.getvalue()


def _parts(cell: Cell, ledger: Mapping[str, Line]) -> tuple[str, ...]:
    if not cell.number:
        return ("",) * len(PARTS)
    line = ledger[cell.number]
    # How far two values lie apart has no bounds of its own.
    low, high = ("", "") if cell.part in DISTANCES else (line["low"], line["high"])
    return (cell.value, _unit(cell, line), low, high, cell.number, line.get("source") or line["formula"])


def _unit(cell: Cell, line: Line) -> str:
    return DIFFERENCE.get(line["unit"], line["unit"]) if cell.part in DISTANCES else line["unit"]
