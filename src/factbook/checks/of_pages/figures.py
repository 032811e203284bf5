"""Every figure of a page has its files, they open as what they are, and their numbers are the facts that they name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from factbook.checks.pages import Page, Site
from factbook.facts import Fact, Facts, state
from factbook.facts.relations import Judgement
from factbook.figures import fonts
from factbook.figures.files import FOLDER, KINDS, PARTS, SIGNATURE, Cell, Shown, file_of, shown, svg_of
from factbook.interface import catalogue
from factbook.phrasing.saying import DISTANCES, value_of
from factbook.problems import Problem
from factbook.quantities.intervals import Interval

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class _Numbers:
    """What the files are held to: the facts and the judgements, not what the pages say of them."""

    facts: Facts
    judgements: Mapping[str, Judgement]

    def value(self, cell: Cell) -> str:
        """The value that a cell must give; nothing where the book has no such number."""
        if entry := self.facts.entries.get(cell.number):
            return value_of(entry.value)
        judgement = self.judgements.get(cell.number)
        if judgement is None:
            return ""
        values = {"recomputed": judgement.value, "misfit": abs(judgement.misfit), "margin": abs(judgement.margin)}
        return value_of(values[cell.part]) if cell.part in values else ""

    def origin(self, cell: Cell) -> str:
        """The source of a printed number, the formula of any other."""
        entry = self.facts.entries.get(cell.number)
        if isinstance(entry, Fact):
            return entry.source
        computed = entry or self.judgements[cell.number].relation
        return f"{computed.operation}({', '.join(computed.operands)})"

    def unit(self, cell: Cell) -> str:
        """The unit of a number; percentages lie percentage points apart, and years so many years."""
        entry = self.facts.entries.get(cell.number) or self.judgements[cell.number].claim
        apart = {"percent": "pp", "year": "years"} if cell.part in DISTANCES else {}
        return apart.get(entry.unit.key, entry.unit.key)

    def ends(self, cell: Cell) -> tuple[str, str]:
        """The bounds that a cell must give; none for a distance between two values."""
        if cell.part in DISTANCES:
            return "", ""
        entry = self.facts.entries.get(cell.number)
        interval: Interval = entry.interval if entry else self.judgements[cell.number].allowed
        low, high = (value_of(end) if end.is_finite() else "" for end in (interval.low, interval.high))
        return low, high


def check(site: Site) -> Iterator[Problem]:
    data = state.read(site.layout.package)
    numbers = _Numbers(data.facts, data.judgements)
    expected: set[Path] = set()
    for page in site:
        for figure in site.on_page("figures", page, _shown):
            files = [page.path.parent / file_of(figure.name, page.language, kind) for kind in KINDS]
            expected.update(files)
            yield from _links(page, figure)
            yield from _files(page, figure, files, numbers)
    for folder in site.folders.values():
        for path in sorted(set(folder.glob(f"{FOLDER}/*")) - expected):
            yield Problem("page.figure-left", site.layout.shown(path), "a file of a figure that no page shows", "none")


def _shown(page: Page) -> Iterator[Shown]:
    yield from shown(page.path.read_text("utf-8"), page.name, page.language)


def _links(page: Page, figure: Shown) -> Iterator[Problem]:
    linked = set(page.root.xpath("//a[@download]/@href"))
    for kind in KINDS:
        if (href := file_of(figure.name, page.language, kind)) not in linked:
            yield page.problem("page.figure-link", f"«{figure.name}» offers no {kind.upper()}", f"a link to {href}")


def _files(page: Page, figure: Shown, files: list[Path], numbers: _Numbers) -> Iterator[Problem]:
    missing = [path.name for path in files if not path.is_file()]
    if missing:
        yield page.problem(
            "page.figure-file", f"«{figure.name}» lacks {', '.join(missing)}", "its files beside the page"
        )
        return
    data, picture, pixels = files
    yield from _data(page, figure, data, numbers)
    yield from _picture(page, figure, picture)
    if not pixels.read_bytes().startswith(SIGNATURE):
        yield page.problem("page.figure-png", f"{pixels.name} is no PNG", "a file that opens as PNG")


def _picture(page: Page, figure: Shown, path: Path) -> Iterator[Problem]:
    """The picture is the page's, under its title and over its source, in letters that every machine draws alike."""
    try:
        root = etree.fromstring(path.read_bytes())
    except etree.XMLSyntaxError as error:
        yield page.problem("page.figure-svg", f"{path.name} is no SVG: {error}", "a file that opens as SVG")
        return
    wanted, found = _texts(etree.fromstring(figure.picture.encode())), _texts(root)
    unsaid = sorted(wanted - found)
    for text in unsaid:
        yield page.problem("page.figure-svg", f"{path.name} does not say «{text}»", "what the page's picture says")
    if not unsaid and path.read_text("utf-8") != svg_of(figure):
        yield page.problem("page.figure-svg", f"{path.name} is another picture", f"the page's, under «{figure.title}»")
    for letter in sorted(set().union(*found) - fonts.letters()):
        yield page.problem(
            "page.figure-letter",
            f"{path.name} says «{letter}» (U+{ord(letter):04X})",
            f"letters that the font of the figures has ({fonts.FILE.name}), so that every machine draws the same",
            advice="use another, or add it to what «make font» keeps",
        )


def _texts(root: etree._Element) -> set[str]:
    return {"".join(map(str, text.itertext())) for text in root.iter(f"{_SVG}text")}


def _data(page: Page, figure: Shown, path: Path, numbers: _Numbers) -> Iterator[Problem]:
    """Row by row the page's table, each number beside it as the facts have it."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    for row, cells in zip_longest(rows, figure.rows, fillvalue=None):
        if row is None or cells is None:
            yield page.problem(
                "page.figure-csv", f"{path.name} has {len(rows)} rows", f"{len(figure.rows)}, as on the page"
            )
            return
        for heading, cell in zip(figure.headings, cells, strict=True):
            for column, found, wanted in _compared(page.language, heading, cell, row, numbers):
                if found != wanted:
                    yield page.problem("page.figure-csv", f"{path.name}: «{column}» is «{found}»", f"«{wanted}»")


def _compared(
    language: str, heading: str, cell: Cell, row: Mapping[str, str], numbers: _Numbers
) -> Iterator[tuple[str, str | None, str]]:
    """A cell's columns: heading, what the file has, what it must have."""
    yield heading, row.get(heading), cell.text
    if not cell.number:
        return
    words = catalogue.of(language)
    low, high = numbers.ends(cell)
    wanted = {
        "value": numbers.value(cell),
        "unit": numbers.unit(cell),
        "low": low,
        "high": high,
        "id": cell.number,
        "origin": numbers.origin(cell),
    }
    for part in PARTS:
        column = words("figure.csv.part", column=heading, part=words(f"figure.csv.{part}"))
        yield column, row.get(column), wanted[part]
