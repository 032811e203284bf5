"""Tables of data on pages show every row that they are of, in its order, each with its own texts, numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from factbook.checks.pages import Page, Site, text_of
from factbook.data.package import DATE_FACT, Row, key_in
from factbook.facts import state
from factbook.facts.state import State
from factbook.problems import Problem

#: Columns that are the key of the row, or repeat a number that the row does not show.
_UNSHOWN = frozenset({"id", "key", DATE_FACT})
_ADVICE = "mend what shows the tables of data"
_CALL = re.compile(r'\btable\("([a-z-]+)"((?:,\s*\w+="[^"]*")*)\)')
_CHOSEN = re.compile(r'(\w+)="([^"]*)"')
_ID = re.compile(r"\{([a-z0-9][a-z0-9.-]*)\}")
#: Columns that name a row in words, the first that a table has.
_NAMES = ("name", "label", "text")


def check(site: Site) -> Iterator[Problem]:
    data = state.read(site.layout.package)
    for page in site:
        source = site.layout.chapters(page.language) / f"{page.name}.md"
        calls = _CALL.findall(source.read_text("utf-8")) if source.is_file() else []
        yield from _tables(page, calls, data)
        yield from _codebook(page, data)


def _tables(page: Page, calls: Sequence[tuple[str, str]], data: State) -> Iterator[Problem]:
    """Each table against the rows that its chapter asks for."""
    tables = page.article.xpath(".//table[contains(concat(' ', @class, ' '), ' data-table ')]")
    shown = [("".join(re.findall(r"\bfrom-([a-z-]+)", table.get("class"))), table) for table in tables]
    if [name for name, _ in shown] != [name for name, _ in calls]:
        found = f"it shows the tables {', '.join(name for name, _ in shown) or 'none'}"
        yield page.problem(
            "page.table", found, f"{', '.join(name for name, _ in calls) or 'none'}, as asked for", _ADVICE
        )
        return
    for (name, table), (_, chosen) in zip(shown, calls, strict=True):
        wanted = dict(_CHOSEN.findall(chosen))
        rows = [row for row in data.package.rows(name) if all(row[column] == text for column, text in wanted.items())]
        lines = table.xpath(".//tbody/tr")
        if len(lines) != len(rows):
            yield page.problem("page.table", f"«{name}» has {len(lines)} rows", f"{len(rows)}", _ADVICE, table)
            continue
        for line, row in zip(lines, rows, strict=True):
            yield from _row(page, name, line, row, data)


def _row(page: Page, name: str, line: HtmlElement, row: Row, data: State) -> Iterator[Problem]:
    """A line of a table against its row: what names it, its numbers, its dates."""
    text = text_of(line)
    for column in _NAMES:
        own = row.cells.get(f"{column}_{page.language}", "")
        if own:
            if not _ID.search(own) and " ".join(own.split()) not in text:
                yield page.problem("page.table", f"«{name}» says «{text[:60]}»", f"«{own}»", _ADVICE, line)
            break
    known = data.facts.entries
    direct = [value for column, value in row.cells.items() if column not in _UNSHOWN and value in known]
    within = {one for value in row.cells.values() for one in _ID.findall(value)}
    pairs = {pair for one in {*direct, *within} if (pair := getattr(known.get(one), "pair", None))}
    marked = line.xpath(".//data/@data-fact")
    if [one for one in marked if one in direct] != direct or set(marked) - {*direct, *within, *pairs}:
        found = f"the row «{text[:40]}» of «{name}» has {', '.join(marked) or 'no number'}"
        yield page.problem("page.table", found, ", ".join(direct) or "no number but those of its text", _ADVICE, line)
    dates = [value for value in (row.cells.get("date", ""), row.cells.get("said_on", "")) if value]
    if dates and not set(dates) <= set(line.xpath(".//time/@datetime")):
        yield page.problem(
            "page.table", f"the row «{text[:40]}» of «{name}» is dated otherwise", dates[0], _ADVICE, line
        )


def _codebook(page: Page, data: State) -> Iterator[Problem]:
    """The codebook has a line for every column of every table."""
    if page.name != "codebook":
        return
    tables = {table.get("aria-label", ""): table for table in page.article.iter("table")}
    titles: Mapping[str, list[str]] = {
        resource[key_in(page.language, "title")]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in data.package.descriptor["resources"]
    }
    for title, names in titles.items():
        table = next((one for label, one in tables.items() if f"«{title}»" in label or f"‘{title}’" in label), None)
        lines = [] if table is None else table.xpath(".//tbody/tr")
        firsts = [text_of(line)[:80] for line in lines]
        lost = [name for name, first in zip(names, firsts, strict=False) if not first.startswith(name)]
        if len(lines) != len(names) or lost:
            found = f"the columns of «{title}» are {len(lines)} lines" + (f", not of {lost[0]}" if lost else "")
            yield page.problem("page.codebook", found, f"{len(names)}: {', '.join(names[:4])} …", _ADVICE, table)
