"""The way of a table: numbers with heads and units, claims, judgements, words; and the text held against its tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factbook import languages
from factbook.checker.sentences.checking import Judged, reported
from factbook.checker.sentences.judge import computed as computed_rule
from factbook.checker.sentences.judge import conversions as conversion_rule
from factbook.checker.sentences.layout import language_of
from factbook.checker.sentences.model import Computed, Figure
from factbook.checker.tables.find.averages import averages
from factbook.checker.tables.find.changes import changes, rates_of_change
from factbook.checker.tables.find.conversions import conversions
from factbook.checker.tables.find.defined import defined
from factbook.checker.tables.find.entries import entries
from factbook.checker.tables.find.groups import groups
from factbook.checker.tables.find.indices import indices
from factbook.checker.tables.find.mentioned_growth import mentioned_growth
from factbook.checker.tables.find.mentioned_parts import mentioned_parts
from factbook.checker.tables.find.mentioned_shares import mentioned_shares
from factbook.checker.tables.find.mentions import mentions, outside
from factbook.checker.tables.find.ranks import ranks
from factbook.checker.tables.find.relations import relations
from factbook.checker.tables.find.results import results
from factbook.checker.tables.find.running import running
from factbook.checker.tables.find.scores import scores
from factbook.checker.tables.find.shares import shares
from factbook.checker.tables.find.sums import sums
from factbook.checker.tables.find.totals import totals
from factbook.checker.tables.heads import sheet_of
from factbook.checker.tables.model import Grid, Sheet, TableReport, Tally

#: Of a table without heads or numbers.
EMPTY = Sheet((), (), ())
_FINDERS = (
    *(totals, results, shares, changes, rates_of_change, defined, scores, averages, sums, relations, indices, ranks),
    running,
)


def check_tables(text: str, grids: Sequence[Grid], *, lang: str | None = None) -> TableReport:
    """What the tables of a document claim, and what does not hold. ``text`` is the document that cells are placed in.

    ``lang`` is the language of the messages, found from the text where it is ``None``; raises ``ValueError`` for a
    language without wording.
    """
    language = languages.of(lang or language_of(text)).code
    sheets = [sheet_of(grid) or EMPTY for grid in grids]
    judged = [[*_judged(sheet), *_of_groups(grid)] for grid, sheet in zip(grids, sheets, strict=True)]
    tables = [(sheet, each) for sheet, each in zip(sheets, judged, strict=True) if sheet is not EMPTY or each]
    known = entries(sheets)
    said = list(outside(text, grids)) if sheets else []
    told = [*mentions(said, known), *mentioned_growth(said, known), *mentioned_shares(said, sheets)]
    told += mentioned_parts(said, sheets)
    against = [Judged(0, claim, verdict) for claim in told if (verdict := computed_rule.judge(claim))]
    tally = _tally([sheet for sheet, _ in tables], [each for _, each in tables], against)
    report = reported([*(one for each in judged for one in each), *against], text, language)
    return TableReport(report.claims, report.findings, tally)


def _judged(sheet: Sheet) -> Iterator[Judged]:
    """Every claim of a sheet read by rows and by columns; of the same numbers only the first that is made."""
    named = places(sheet)
    seen: set[frozenset[int]] = set()
    for side in (sheet, sheet.transposed()):
        for claim in (claim for finder in _FINDERS for claim in finder(side)):
            key = frozenset((claim.stated.start, *(figure.start for _, figure in claim.operands)))
            claim = _told(claim, named)
            verdict = computed_rule.judge(claim)
            if key not in seen and verdict is not None:
                seen.add(key)
                yield Judged(0, claim, verdict)
        pairs = list(conversions(side))
        for pair, verdict in zip(pairs, conversion_rule.judge(pairs, [sheet.rate] * len(pairs)), strict=True):
            yield Judged(0, pair, verdict)


def _of_groups(grid: Grid) -> Iterator[Judged]:
    for claim, words in groups(grid):
        if verdict := computed_rule.judge(replace(claim, words=words)):
            yield Judged(0, replace(claim, words=words), verdict)


def _told(claim: Computed, named: Mapping[int, str]) -> Computed:
    """A claim with the heads of its number, and the unit in which it is printed."""
    printed = Decimal(1).scaleb(-len(re.sub(r"[^0-9.]", "", claim.stated.text).partition(".")[2]))
    scale = claim.stated.amount.ulp / printed if claim.stated.amount.ulp else Decimal(1)
    return replace(claim, words=named[claim.stated.start], scale=scale)


def places(sheet: Sheet) -> dict[int, str]:
    """Each number of a sheet, by where it stands, with the heads of its row and column: 합계, 2023: 2,337."""
    return {
        figure.start: f"{', '.join(label for label in (row.label, column.label) if label)}: {figure.text}"
        for row, line in zip(sheet.rows, sheet.figures, strict=True)
        for column, figure in zip(sheet.columns, line, strict=True)
        if figure is not None
    }


def _tally(sheets: Sequence[Sheet], judged: Sequence[Sequence[Judged]], against: Sequence[Judged]) -> Tally:
    """What was read, what was checked and what was not."""
    kinds: Counter[str] = Counter()
    used: set[int] = set()
    for one in [*(one for each in judged for one in each), *against]:
        kinds[one.statement.kind if isinstance(one.statement, Computed) else "conversion"] += 1
        used.update(figure.start for figure in _figures(one))
    numbers = [figure.start for sheet in sheets for line in sheet.figures for figure in line if figure is not None]
    return Tally(
        tables=len(sheets),
        checked=sum(bool(each) for each in judged),
        unitless=sum(
            not each and sheet.unitless == sum(one is not None for line in sheet.figures for one in line)
            for sheet, each in zip(sheets, judged, strict=True)
        ),
        unused=len(set(numbers) - used),
        claims=tuple(sorted(kinds.items())),
    )


def _figures(one: Judged) -> Iterator[Figure]:
    if isinstance(one.statement, Computed):
        yield from (figure for _, figure in one.statement.operands)
        yield one.statement.stated
    else:
        yield from (getattr(one.statement, name) for name in ("left", "right"))
