"""Columns of shares beside a column of amounts: each is its amount's part of the total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.checker.sentences.model import Computed, Figure, Kind
from factbook.checker.sentences.recompute import share, span, total
from factbook.checker.tables.find.kept import meant
from factbook.checker.tables.model import DERIVED, Role, Sheet


def shares(sheet: Sheet) -> Iterator[Computed]:
    """Each share of a column with its amount and the total, stated or added up."""
    for column, one in enumerate(sheet.columns):
        if not _holds_shares(sheet, column):
            continue
        base = _amounts(sheet, column, one.years)
        if base is not None:
            yield from meant(list(_of(sheet, column, base)))


def _holds_shares(sheet: Sheet, column: int) -> bool:
    """Whether a head says share, or a column of bare percentages makes a hundred in its total."""
    figures = sheet.column(column)
    if not figures or any(figure.kind is not Kind.PERCENT for _, figure in figures):
        return False
    role = sheet.columns[column].role
    hundred = any(sheet.rows[row].role is Role.TOTAL and figure.amount.value == 100 for row, figure in figures)
    return role is Role.SHARE or (role is Role.PLAIN and hundred)


def _amounts(sheet: Sheet, column: int, years: tuple[int, ...]) -> int | None:
    """The nearest column of amounts or counts, to the left before the right, of the same year where years are named."""
    fitting = [
        index
        for index, one in enumerate(sheet.columns)
        if one.role not in DERIVED
        and (not years or not one.years or one.years == years)
        and any(figure.kind is Kind.MONEY for _, figure in sheet.column(index))
    ]
    left = [index for index in fitting if index < column]
    return left[-1] if left else next(iter(fitting), None)


def _of(sheet: Sheet, column: int, base: int) -> Iterator[Computed]:
    amounts, percents = dict(sheet.column(base)), dict(sheet.column(column))
    wholes = [row for row in amounts if sheet.rows[row].role is Role.TOTAL]
    whole = next((row for row in wholes if row in percents and percents[row].amount.value == 100), None)
    whole = whole if whole is not None else (wholes[-1] if wholes else None)
    if whole is not None:
        for row, percent in percents.items():
            if row in amounts and row != whole:
                yield _claim(amounts[row], amounts[whole], percent)
        return
    rows = [row for row in percents if row in amounts and sheet.rows[row].role is not Role.PART]
    if len(rows) < 2 or abs(sum((percents[row].amount.value for row in rows), Decimal(0)) - 100) > 2:
        return
    parts = [amounts[row] for row in rows]
    summed = total([span(part.amount) for part in parts])
    if summed.low > 0 and len({part.amount.unit for part in parts}) == 1:
        for row in rows:
            expected = share(span(amounts[row].amount), summed)
            if expected is not None:
                words = f"{amounts[row].text} ÷ ({' + '.join(part.text for part in parts[:8])})"
                operands = (("part", amounts[row]),)
                allowed = percents[row].amount.interval
                yield Computed("share", "table-share", operands, percents[row], expected, allowed, words)


def _claim(part: Figure, whole: Figure, percent: Figure) -> Computed:
    expected = share(part.amount.interval, span(whole.amount))
    firm = expected is not None and part.amount.unit == whole.amount.unit
    return Computed(
        "share",
        "table-share",
        (("part", part), ("whole", whole)),
        percent,
        expected if expected is not None else percent.amount.interval,
        percent.amount.interval,
        f"{part.text} ÷ {whole.text}",
        firm,
    )
