"""What the heads of rows and columns make of their numbers: years, roles, sections, details."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.model import Figure, Kind
from factbook.checker.tables.cues import WORDS
from factbook.checker.tables.model import Head, Role
from factbook.checker.tables.numbers import Number

_FULL_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHORT_YEARS = re.compile(r"['’]?(?<![0-9])([0-9]{2})년?\s?[~∼–-]\s?['’]?([0-9]{2})(?![0-9])")
#: A year without its century at the head of a column: ’24, '24.6월, 24년 예산.
_SHORT_YEAR = re.compile(r"^(?:FY\s?)?['’‘]([0-9]{2})(?![0-9])|^([0-9]{2})년|^FY\s?([0-9]{2})(?![0-9])")
_RANGE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})년?\s?[~∼–/-]\s?['’]?([0-9]{2})(?![0-9])")
_NUMERAL = re.compile(r"^(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]+\.\s)")
_NUMBERED = re.compile(r"^(?:[0-9]{1,2}[.)]\s|[(（][0-9]{1,2}[)）])")
_DETAIL = re.compile(r"[-–—·ㆍ▪◦]\s?(?=[^\d\s])")
_ONLY_PERCENT = re.compile(r"[(（]?\s*(?:%|percent|per cent)\s*[)）]?", re.IGNORECASE)
_ROLES = (
    *("flow", "cumulative", "adjusted", "annual", "share", "growth", "change", "average", "part", "opening", "closing"),
    *("total", "result", "price", "other"),
)
#: Cues that are roles under another name: what came in and went out makes a sum; numbers of another kind make none.
_ROLES_OF = {"flow": Role.TOTAL, "cumulative": Role.OTHER, "adjusted": Role.OTHER}
#: A head longer than this is a sentence, whose words say nothing of what it heads; in characters.
_LONGEST_HEAD = 80
_HUNDRED = Decimal(100)


def head(label: str) -> Head:
    """What a head says. A head with both a year and a word for a change is the change."""
    bare = re.sub(r"\s+", " ", label).strip()
    words = _NUMBERED.sub("", _NUMERAL.sub("", bare)).strip(" .") or bare
    short = re.sub(r"[(（\[][^)）\]]*[)）\]]", "", words).strip() or words
    cue = next((cue for cue in _ROLES if WORDS.has(cue, words) or WORDS.has(cue, short)), "plain")
    if len(short) > _LONGEST_HEAD:
        cue = "plain"
    role = _ROLES_OF.get(cue) or Role(cue)
    years = tuple(int(year) for year in _FULL_YEAR.findall(bare))
    if len(years) == 1 and role is Role.ANNUAL and (span := _RANGE.search(bare)):
        years = (years[0], years[0] // 100 * 100 + int(span[2]))
    if not years and (pair := _SHORT_YEARS.search(bare)):
        years = tuple(2000 + int(year) for year in pair.groups())
    elif not years and (one := _SHORT_YEAR.search(bare)):
        years = (2000 + int(one[1] or one[2] or one[3]),)
    return Head(bare, years, role, period=WORDS.has("period", bare))


def rates_behind_changes(heads: Sequence[Head]) -> Iterator[Head]:
    """A column of which the head is «%» and nothing else is the rate of the change before it, where there is one."""
    for before, one in zip((None, *heads), heads, strict=False):
        rate = before is not None and before.role is Role.CHANGE and _ONLY_PERCENT.fullmatch(one.label)
        yield replace(one, role=Role.GROWTH) if rate else one


def with_details(heads: Sequence[Head]) -> list[Head]:
    """Row heads of which those that begin with a dash, or with «1.» under «Ⅰ.», are details of the row above."""
    details = [_DETAIL.match(one.label) is not None for one in heads]
    numbered = [_NUMBERED.match(one.label) is not None for one in heads]
    if any(_NUMERAL.match(one.label) for one in heads):
        details = [one or other for one, other in zip(details, numbered, strict=True)]
    if all(details) or not any(details):
        return list(heads)
    return [
        replace(one, role=Role.PART if one.role in (Role.PLAIN, Role.RESULT) else one.role, detail=detail)
        if detail
        else one
        for one, detail in zip(heads, details, strict=True)
    ]


def sections(heads: Sequence[Head], numbers: Sequence[Sequence[Number | None]]) -> tuple[Head, ...]:
    """Row heads with the number of their section: a row of words alone opens the next one; numbers alone are a sum."""
    section = 0
    result: list[Head] = []
    for one, line in zip(heads, numbers, strict=True):
        section += not any(line)
        unnamed = not one.label and any(line) and any(map(any, numbers[: len(result)]))
        result.append(replace(one, section=section, role=Role.TOTAL if unnamed else one.role))
    return tuple(result)


def with_wholes(heads: tuple[Head, ...], figures: Sequence[Sequence[Figure | None]]) -> tuple[Head, ...]:
    """Row heads of which one is a total where a column of percentages makes a hundred in it and by all others."""
    for column in range(len(figures[0]) if figures else 0):
        percents = {
            row: one.amount.value
            for row, line in enumerate(figures)
            if (one := line[column]) is not None and one.kind is Kind.PERCENT and heads[row].role is not Role.PART
        }
        wholes = [row for row, value in percents.items() if value == _HUNDRED]
        parts = sum((value for row, value in percents.items() if row not in wholes), Decimal(0))
        if len(wholes) == 1 and len(percents) > 2 and abs(parts - _HUNDRED) < 1 and heads[wholes[0]].role is Role.PLAIN:
            return tuple(replace(one, role=Role.TOTAL) if row == wholes[0] else one for row, one in enumerate(heads))
    return heads
