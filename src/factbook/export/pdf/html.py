"""A volume as the HTML that is set in pages.

An item of a list begins with its words, not with a paragraph, and a link holds text only: anything else inside them
breaks rules 7.2-20 and 7.18.5 of PDF/UA-1.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from factbook.export import pictures, volumes, widths
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

#: Within a word of Hangul, its figures and its particle no line may break: the setting has no ``keep-all``. U+2060 is
#: gone in what is copied.
_WITHIN = re.compile(r"(?<=[가-힣])(?=[\w%])|(?<=[\w%)\]’”])(?=[가-힣])")
_JOINER = "\u2060"
#: Headings of the contents: down to this level.
_LISTED = 2


def page_of(volume: Volume, style: str) -> str:
    """Return the whole volume as one HTML page."""
    words, anchors = catalogue.of(volume.language), volume.anchors
    return (
        f'<!DOCTYPE html><html lang="{volume.language}"><head><meta charset="utf-8">'
        f"<title>{escape(volume.cover.title)}</title>"
        f'<meta name="author" content="{escape(volume.cover.authors)}">'
        f'<meta name="description" content="{escape(volume.cover.book)}"><style>{style}</style></head><body>'
        f"{_cover(volume)}{_contents(volume, words('export.contents'))}"
        f"{''.join(_chapter(one, anchors) for one in volume.chapters)}</body></html>"
    )


def _cover(volume: Volume) -> str:
    cover = volume.cover
    lines = "".join(f"<p>{_words(line)}</p>" for line in cover.lines)
    around = f'<p class="around">{_words(cover.book)}</p>' if cover.book != cover.title else ""
    return (
        f'<section class="cover">{around}<p class="title{"" if around else " alone"}">{_words(cover.title)}</p>'
        f'<p class="authors">{_words(cover.authors)}</p><div class="lines">{lines}'
        f'<p><a href="{escape(cover.address)}">{escape(cover.address)}</a></p></div></section>'
    )


def _contents(volume: Volume, title: str) -> str:
    lines = "".join(
        f'<p class="to-{heading.level}"><a href="#{heading.anchor}">{_words(text_of(heading.runs))}</a></p>'
        for heading in volume.headings
        if heading.level <= _LISTED
    )
    return f'<nav class="contents"><p class="contents-title">{escape(title)}</p>{lines}</nav>'


def _words(text: str) -> str:
    return escape(_WITHIN.sub(_JOINER, text))


def _chapter(document: Document, anchors: frozenset[str]) -> str:
    inner = _Blocks(document.language, anchors)
    return (
        f'<article id="{document.name}">{inner.all(document.blocks)}{inner.references(document.references)}</article>'
    )


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Writes blocks in a language; ``anchors`` are what links can lead to."""

    language: str
    anchors: frozenset[str]

    def all(self, blocks: Iterable[Block]) -> str:
        return "\n".join(map(self._block, blocks))

    def references(self, cited: tuple[Reference, ...]) -> str:
        if not cited:
            return ""
        title = catalogue.of(self.language)("export.references")
        lines = "".join(f'<p class="entry" id="{one.anchor}">{_source(one)}</p>' for one in cited)
        return f'<section class="references"><h2>{_words(title)}</h2>{lines}</section>'

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return f"<p{_named('id', block.anchor)}{_named('class', block.style)}>{self._runs(block.runs)}</p>"
            case Listing():
                return f"<pre>{escape(block.text)}</pre>"
            case Items():
                return self._items(block)
            case Box():
                title = f'<p class="box-title">{self._runs(block.title)}</p>'
                return f'<div class="box {block.kind}">{title}{self.all(block.blocks)}</div>'
            case Table():
                return self._table(block, self._runs(block.caption) or _words(block.name))
            case Figure():
                return self._figure(block)

    def _heading(self, heading: Heading) -> str:
        level = f"h{heading.level}"
        link = f'<a href="{escape(heading.address)}">{escape(heading.address)}</a>'
        return f'<{level} id="{heading.anchor}">{self._runs(heading.runs)}</{level}><p class="address">{link}</p>'

    def _items(self, items: Items) -> str:
        tag = "ol" if items.ordered else "ul"
        return f"<{tag}>{''.join(f'<li>{self._item(item)}</li>' for item in items.items)}</{tag}>"

    def _item(self, blocks: tuple[Block, ...]) -> str:
        return "".join(
            (f"<br>{self._runs(block.runs)}" if place else self._runs(block.runs))
            if isinstance(block, Paragraph)
            else self._block(block)
            for place, block in enumerate(blocks)
        )

    def _table(self, table: Table, caption: str) -> str:
        head = "".join(self._row(row, "col") for row in table.head)
        body = "".join(self._row(row, "row") for row in table.body)
        wide = ' class="wide"' if table.width > 4 else ""
        columns = "".join(f'<col style="width: {share:.2%}">' for share in widths.shares(table))
        return (
            f"<table{_named('id', table.anchor)}{wide}><caption>{caption}</caption>"
            f"<colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{body}</tbody></table>"
        )

    def _row(self, row: tuple[Cell, ...], scope: str) -> str:
        return f"<tr>{''.join(self._cell(cell, scope) for cell in row)}</tr>"

    def _cell(self, cell: Cell, scope: str) -> str:
        identifier = _named("id", cell.anchor)
        words = self._runs(cell.runs, narrow=True)
        return f'<th scope="{scope}"{identifier}>{words}</th>' if cell.heads else f"<td{identifier}>{words}</td>"

    def _figure(self, figure: Figure) -> str:
        picture = base64.b64encode(pictures.standalone(figure.svg).encode()).decode()
        data = self._table(figure.data, _words(volumes.data_caption(figure, self.language)))
        legend = f'<p class="legend">{self._runs(figure.legend)}</p>' if figure.legend else ""
        return (
            f'<div class="figure"{_named("id", figure.anchor)}>'
            f'<img src="data:image/svg+xml;base64,{picture}" alt="{escape(figure.alternative)}">'
            f'<p class="caption">{self._runs(figure.caption)}</p>{legend}</div>{data}'
        )

    def _runs(self, runs: Runs, *, narrow: bool = False) -> str:
        before = ["", *(run.text[-1:] for run in runs)]
        return "".join(self._run(run, last, narrow=narrow) for run, last in zip(runs, before, strict=False))

    def _run(self, run: Run, before: str, *, narrow: bool) -> str:
        if run.text == BREAK:
            return "<br>"
        joined = _JOINER if _WITHIN.search(before + run.text[:1]) else ""
        text = joined + _words(run.text)
        if run.fact and not narrow:
            # A number is read as one, by people and by programs: it stands on one line where there is room.
            text = text.replace(" ", f" {_JOINER}")
        classes = " ".join(name for name in ("strong", "emphasis", "code") if getattr(run, name))
        looks = f"{_named('class', classes)}{_named('lang', run.language)}"
        if run.href:
            inside = run.target in self.anchors and not run.fact
            return f'<a href="{escape(f"#{run.target}" if inside else run.href)}"{looks}>{text}</a>'
        # Where only the blank at the end of a text has no room, WeasyPrint would break the line behind its first word.
        words = text.removesuffix(" ")
        return f"<span{looks}>{words}</span>{text[len(words) :]}" if looks or words != text else text


def _source(source: Reference) -> str:
    """The words of a source, its address linked."""
    if not source.address:
        return _words(source.text)
    before, _, after = source.text.partition(source.address)
    address = escape(source.address)
    return f'{_words(before)}<a href="{address}">{address}</a>{_words(after)}'


def _named(attribute: str, value: str) -> str:
    return f' {attribute}="{escape(value)}"' if value else ""
