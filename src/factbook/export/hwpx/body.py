"""The text of a HWPX file, block by block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from factbook.export import pictures, volumes, widths
from factbook.export.hwpx import fields
from factbook.export.hwpx.looks import Looks
from factbook.export.model import (
    BREAK,
    Block,
    Box,
    Cell,
    Document,
    Figure,
    Heading,
    Items,
    Listing,
    Paragraph,
    Run,
    Runs,
    Table,
    Volume,
    text_of,
)
from factbook.interface import catalogue
from factbook.languages import characters

#: The width of the text in points, and in the unit of the format (7,200 to the inch): A4 between margins of 20 mm.
_WIDTH = 170 / 25.4 * 72
_UNITS = 100
#: A pixel of a picture in that unit.
_PIXEL = 75
#: The height of a line of a table's cell, and how many letters surely stand in a row of a table of the whole width.
_LINE, _LETTERS = 1500, 90
#: Headings of the contents: down to this level.
_LISTED = 2


class Body:
    """Appends the parts of a volume to ``file``, an open document of python-hwpx."""

    def __init__(self, file: Any, volume: Volume) -> None:
        self._file = file
        self._volume = volume
        self._words = catalogue.of(volume.language)
        self._looks = Looks(file)
        self._marked: set[str] = set()

    def cover(self) -> None:
        """Appends the first page."""
        cover = self._volume.cover
        if cover.book != cover.title:
            self._line((Run(cover.book),), look="quiet")
        self._line((Run(cover.title),), look="title")
        self._line((Run(cover.authors),))
        for line in cover.lines:
            self._line((Run(line),))
        self._line((Run(cover.address, href=cover.address),))

    def contents(self) -> None:
        """Appends the contents on a page of their own: links, each with the number of its page once Hancom counts."""
        self._line((Run(self._words("export.contents")),), look="title", fresh=True)
        for heading in self._volume.headings:
            if heading.level <= _LISTED:
                line = self._line((Run(text_of(heading.runs), href=heading.address),))
                line.element.set("paraPrIDRef", self._looks.entry(heading.level - 1))
                fields.append_page_of(line.element, fields.name(heading.anchor), self._looks.of(Run(""), ""))

    def chapter(self, document: Document) -> None:
        """Appends a chapter on a page of its own, and the sources that it cites."""
        for place, block in enumerate(document.blocks):
            self._block(block, 0, fresh=not place)
        if document.references:
            self._heading_line((Run(self._words("export.references")),), 2)
        for source in document.references:
            before, address, after = source.text.partition(source.address) if source.address else (source.text, "", "")
            self._line((Run(before), Run(address, href=address), Run(after)), anchor=source.anchor)

    def _blocks(self, blocks: Iterable[Block], depth: int) -> None:
        for block in blocks:
            self._block(block, depth)

    def _block(self, block: Block, depth: int, *, fresh: bool = False) -> None:
        match block:
            case Heading():
                self._heading_line(block.runs, block.level, block.anchor, fresh=fresh)
                self._line((Run(block.address, href=block.address),), look="quiet")
            case Paragraph():
                self._line(block.runs, anchor=block.anchor, depth=depth)
            case Listing():
                self._line(_lines(block.text), depth=depth + 1)
            case Items():
                for place, item in enumerate(block.items, 1):
                    self._item(item, f"{place}. " if block.ordered else "• ", depth)
            case Box():
                self._line(block.title, look="strong", depth=depth + 1)
                self._blocks(block.blocks, depth + 1)
            case Table():
                self._table(block, block.caption or (Run(block.name),))
            case Figure():
                self._figure(block)

    def _item(self, item: tuple[Block, ...], marker: str, depth: int) -> None:
        first, *rest = item
        if isinstance(first, Paragraph):
            self._line((Run(marker), *first.runs), depth=depth + 1)
        else:
            self._block(first, depth + 1)
        self._blocks(rest, depth + 1)

    def _heading_line(self, runs: Runs, level: int, anchor: str = "", *, fresh: bool = False) -> None:
        line = self._file.add_heading("", level=level)
        line.element.set("pageBreak", "1" if fresh else "0")
        for empty in line.element.findall(f"{fields.PARAGRAPH}run"):
            line.element.remove(empty)
        if anchor:
            line.element.set("id", fields.name(anchor))
        self._mark(line, anchor)
        self._fill(line, runs, f"heading-{min(level, 3)}")

    def _line(self, runs: Runs, look: str = "", anchor: str = "", depth: int = 0, *, fresh: bool = False) -> Any:
        line = self._file.add_paragraph("", inherit_style=False, include_run=False)
        line.element.set("paraPrIDRef", self._looks.indented(depth))
        line.element.set("pageBreak", "1" if fresh else "0")
        self._mark(line, anchor)
        self._fill(line, runs, look)
        return line

    def _mark(self, line: Any, anchor: str) -> None:
        if anchor and anchor not in self._marked:
            self._marked.add(anchor)
            line.add_bookmark(anchor)

    def _fill(self, line: Any, runs: Runs, look: str) -> None:
        for run in runs:
            if run.text == BREAK:
                made = line.add_run("", char_pr_id_ref=self._looks.of(run, look))
                text = made.element.find(f"{fields.PARAGRAPH}t")
                if text is None:
                    text = etree.SubElement(made.element, f"{fields.PARAGRAPH}t")
                etree.SubElement(text, f"{fields.PARAGRAPH}lineBreak")
            elif run.href:
                line.add_hyperlink(run.href, run.text, char_pr_id_ref=self._looks.of(run, look))
            elif run.text:
                line.add_run(run.text, char_pr_id_ref=self._looks.of(run, look))

    def _table(self, table: Table, caption: Runs) -> None:
        if not table.width:
            return
        self._line(caption, look="caption", anchor=table.anchor)
        rows = (*table.head, *table.body)
        made = self._file.add_table(len(rows), table.width, width=round(_WIDTH * _UNITS))
        made.element.set("repeatHeader", "1" if table.head else "0")
        shares, whole = widths.shares(table), 0
        for row, line in zip(rows, made.rows, strict=True):
            height = _LINE * max(map(_lines_of, row, shares), default=1)
            for cell, box, share in zip(row, line.cells, shares, strict=False):
                self._cell(cell, box, heads=row in table.head)
                box.set_size(width=round(share * _WIDTH * _UNITS), height=height)
            whole += height
        made.element.find(f"{fields.PARAGRAPH}sz").set("height", str(whole))

    def _cell(self, cell: Cell, box: Any, *, heads: bool) -> None:
        box.element.set("header", "1" if heads else "0")
        if cell.heads:
            box.element.set("borderFillIDRef", self._looks.shade)
        line = box.paragraphs[0]
        for empty in line.element.findall(f"{fields.PARAGRAPH}run"):
            line.element.remove(empty)
        line.element.set("paraPrIDRef", self._looks.tight)
        self._mark(line, cell.anchor)
        self._fill(line, cell.runs or (Run(" "),), "cell")

    def _figure(self, figure: Figure) -> None:
        drawn = pictures.png(figure.svg, _WIDTH)
        made = self._file.add_picture(
            drawn.image,
            "png",
            width=round(drawn.width * _UNITS),
            height=round(drawn.height * _UNITS),
            inherit_style=False,
        )
        made.element.find(f"{fields.PARAGRAPH}shapeComment").text = figure.alternative
        _show_whole(made.element, *drawn.pixels)
        self._line(figure.caption, look="caption", anchor=figure.anchor)
        if figure.legend:
            self._line(figure.legend, look="quiet")
        self._table(figure.data, (Run(volumes.data_caption(figure, self._volume.language)),))


def _show_whole(picture: Any, width: int, height: int) -> None:
    """Says how many pixels a picture has, and that all of them are shown: the library takes its size in the text."""
    right, bottom = str(width * _PIXEL), str(height * _PIXEL)
    picture.find(f"{fields.PARAGRAPH}imgClip").attrib.update({"right": right, "bottom": bottom})
    picture.find(f"{fields.PARAGRAPH}imgDim").attrib.update({"dimwidth": right, "dimheight": bottom})


def _lines(text: str) -> Runs:
    """Lines to type, each on a line of its own."""
    found = [run for line in text.split("\n") for run in (Run(line, code=True), Run(BREAK))]
    return tuple(found[:-1])


def _lines_of(cell: Cell, share: float) -> int:
    """How many lines a cell takes at most, where its column has that part of the whole width."""
    room = max(1, int(share * _LETTERS))
    return sum(max(1, -(-characters.width(line) // room)) for line in widths.lines(cell))
