"""The text of a DOCX file, block by block."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.run import Run as WordRun

from factbook.export import pictures, volumes, widths
from factbook.export.docx import parts, styles
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
    Reference,
    Run,
    Runs,
    Table,
    Volume,
    text_of,
)
from factbook.interface import catalogue

_LINK = RGBColor(0x0B, 0x53, 0x94)
#: Headings of the contents: down to this level.
_LISTED = 2
#: How far a level of lists or boxes stands in.
_STEP = Mm(6)


class Body:
    """Appends the parts of a volume to ``file``, an open python-docx document."""

    def __init__(self, file: Any, volume: Volume) -> None:
        self._file = file
        self._volume = volume
        self._anchors = volume.anchors
        self._marks = parts.Bookmarks()
        self._words = catalogue.of(volume.language)
        self._depth = 0

    def cover(self) -> None:
        """Appends the first page."""
        cover = self._volume.cover
        if cover.book != cover.title:
            styles.quiet(self._file.add_paragraph().add_run(cover.book), 12)
        self._file.add_paragraph(cover.title, style="Title")
        self._file.add_paragraph(cover.authors)
        for line in cover.lines:
            self._file.add_paragraph(line)
        self._runs(self._file.add_paragraph(), (Run(cover.address, href=cover.address),))
        self._file.add_page_break()

    def contents(self) -> None:
        """Appends the contents: linked lines, each with the page that Word finds when it updates fields."""
        self._file.add_paragraph(self._words("export.contents"), style="Title")
        for heading in self._volume.headings:
            if heading.level <= _LISTED:
                line = self._file.add_paragraph()
                line.paragraph_format.left_indent = _STEP * (heading.level - 1)
                line.paragraph_format.space_after = Pt(2)
                line.paragraph_format.tab_stops.add_tab_stop(Mm(170), 2, 1)
                link = parts.link_inside(line, heading.anchor)
                self._run(line, Run(text_of(heading.runs)), link)
                line.add_run("\t")
                parts.field(line, f"PAGEREF {parts.bookmark_name(heading.anchor)} \\h", "…")

    def chapter(self, document: Document) -> None:
        """Appends a chapter on a page of its own, and the sources that it cites."""
        self._file.add_page_break()
        self._blocks(document.blocks)
        self._references(document.references)

    def _references(self, cited: tuple[Reference, ...]) -> None:
        if cited:
            self._file.add_paragraph(self._words("export.references"), style="Heading 2")
        for source in cited:
            before, address, after = source.text.partition(source.address) if source.address else (source.text, "", "")
            line = self._file.add_paragraph()
            self._marks.mark(line, source.anchor)
            self._runs(line, tuple(filter(lambda run: run.text, (Run(before), Run(address, href=address), Run(after)))))

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block.runs, anchor=block.anchor)
            case Listing():
                self._paragraph((Run(block.text, code=True),))
            case Items():
                self._items(block)
            case Box():
                self._paragraph(tuple(block.title), bold=True)
                self._depth += 1
                self._blocks(block.blocks)
                self._depth -= 1
            case Table():
                self._table(block, block.caption or (Run(block.name),))
            case Figure():
                self._figure(block)

    def _heading(self, heading: Heading) -> None:
        line = self._file.add_paragraph(style=f"Heading {heading.level}")
        self._marks.mark(line, heading.anchor)
        self._runs(line, heading.runs)
        address = self._file.add_paragraph()
        self._runs(address, (Run(heading.address, href=heading.address),), size=7.5)

    def _paragraph(self, runs: Runs, style: str = "", anchor: str = "", *, bold: bool = False) -> None:
        line = self._file.add_paragraph(style=style or None)
        if self._depth and not style:
            line.paragraph_format.left_indent = _STEP * self._depth
        self._marks.mark(line, anchor)
        self._runs(line, runs, bold=bold)

    def _items(self, items: Items) -> None:
        style = "List Number" if items.ordered else "List Bullet"
        for place, item in enumerate(items.items, 1):
            for block in item:
                if isinstance(block, Paragraph) and block is item[0]:
                    # Numbers are written out: Word would go on counting from the list before.
                    runs = (Run(f"{place}. "), *block.runs) if items.ordered else block.runs
                    self._paragraph(runs, "" if items.ordered else style)
                else:
                    self._depth += 1
                    self._block(block)
                    self._depth -= 1

    def _table(self, table: Table, caption: Runs) -> None:
        if not table.width:
            return
        title = self._file.add_paragraph(style="Caption")
        self._marks.mark(title, table.anchor)
        self._runs(title, caption)
        made = self._file.add_table(0, table.width, style="Table Grid")
        made.autofit = False
        room = [Pt(share * styles.TEXT_WIDTH) for share in widths.shares(table)]
        for column, width in zip(made.columns, room, strict=True):
            column.width = width
        # Rows are appended as XML: to ask python-docx for each cell takes longer with each row.
        for row in (*table.head, *table.body):
            fresh = made.add_row()
            parts.whole(fresh)
            if row in table.head:
                parts.repeat(fresh)
            for cell, box, width in zip(row, fresh.cells, room, strict=False):
                box.width = width
                self._cell(cell, box, shaded=cell.heads)
        self._file.add_paragraph().paragraph_format.space_after = Pt(0)

    def _cell(self, cell: Cell, box: Any, *, shaded: bool) -> None:
        line = box.paragraphs[0]
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.line_spacing = 1.2
        self._marks.mark(line, cell.anchor)
        self._runs(line, cell.runs, size=8.5)
        if shaded:
            box._tc.get_or_add_tcPr().append(parts.element("w:shd", val="clear", color="auto", fill="EEF2F6"))

    def _figure(self, figure: Figure) -> None:
        drawn = pictures.png(figure.svg, styles.TEXT_WIDTH)
        line = self._file.add_paragraph()
        line.paragraph_format.keep_with_next = True
        self._marks.mark(line, figure.anchor)
        shape = line.add_run().add_picture(io.BytesIO(drawn.image), Pt(drawn.width), Pt(drawn.height))
        shape._inline.docPr.set("descr", figure.alternative)
        shape._inline.docPr.set("title", figure.label)
        parts.drawn_as_svg(shape, self._file.part, pictures.standalone(figure.svg))
        self._runs(self._file.add_paragraph(style="Caption"), figure.caption)
        if figure.legend:
            self._runs(self._file.add_paragraph(), figure.legend, size=8.5)
        self._table(figure.data, (Run(volumes.data_caption(figure, self._volume.language)),))

    def _runs(self, line: Any, runs: Runs, size: float = 0, *, bold: bool = False) -> None:
        for run in runs:
            link = None
            if run.href:
                inside = run.target in self._anchors and not run.fact
                link = parts.link_inside(line, run.target) if inside else parts.link_to(line, run.href)
            self._run(line, run, link, size, bold=bold)

    def _run(self, line: Any, run: Run, link: Any = None, size: float = 0, *, bold: bool = False) -> None:
        made = line.add_run() if link is None else WordRun(_inside(link), line)
        if run.text == BREAK:
            made.add_break()
            return
        made.text = run.text
        made.bold, made.italic = run.strong or bold or None, run.emphasis or None
        if size:
            made.font.size = Pt(size)
        if link is not None:
            made.font.color.rgb = _LINK
        if run.language:
            made._r.get_or_add_rPr().append(parts.element("w:lang", val=run.language, eastAsia=run.language))


def _inside(link: Any) -> Any:
    run = link.makeelement(qn("w:r"), {})
    link.append(run)
    return run
