"""How the columns of a table share its width: by their words, and the same in every format."""

from __future__ import annotations

import re

from factbook.export.model import BREAK, Cell, Table
from factbook.languages.characters import width

#: Letters in a row of a table that is as wide as the text of a page, and how many are lost around the words of a cell.
_ROW, _AROUND = 113, 4


#: Where a line may break: at blanks, and behind hyphens, which the names of numbers consist of.
_BREAKS = re.compile(r"\s+|(?<=-)")


def lines(cell: Cell) -> list[str]:
    """Return the text of a cell as it was broken in lines."""
    return "".join(run.text for run in cell.runs).split(BREAK)


def shares(table: Table) -> tuple[float, ...]:
    """Return the part of the width that each column gets; together they are 1.

    Each column has room for its longest word as long as all of these fit, and none gets more than its longest line
    needs (CSS 2.2, 17.5.2.2, on automatic widths). What is left goes where most is written, which makes rows tall.
    """
    rows = [[lines(cell) for cell in row] for row in (*table.head, *table.body)]
    columns = [[line for row in rows if column < len(row) for line in row[column]] for column in range(table.width)]
    words = [[word for line in column for word in _BREAKS.split(line)] for column in columns]
    needed = [_AROUND + max(map(width, column), default=0) for column in words]
    wanted = [min(_ROW, _AROUND + max(map(width, column))) for column in columns]
    given = [float(min(need, want)) for need, want in zip(needed, wanted, strict=True)]
    written = [sum(map(width, column)) for column in columns]
    for _ in columns:
        growing = [place for place, want in enumerate(wanted) if given[place] < want]
        left, all_written = _ROW - sum(given), sum(written[place] for place in growing)
        if left <= 0 or not all_written:
            break
        for place in growing:
            given[place] = min(wanted[place], given[place] + left * written[place] / all_written)
    return tuple(one / sum(given) for one in given)
