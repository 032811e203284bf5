"""The blocks of a built page: its headings, paragraphs, lists, tables and figures, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from factbook.export.inlines import Place, left_out, runs
from factbook.export.model import Block, Box, Cell, Figure, Heading, Items, Listing, Paragraph, Runs, Table

_INLINE = frozenset({"a", "abbr", "b", "br", "code", "data", "em", "i", "kbd", "span", "strong", "sub", "sup", "time"})
#: Controls of the page, code of cells, and the sources of passages, which the list of references has.
_DROPPED = frozenset(
    {"cell_input", "above-input", "chart-controls", "chart-files", "source-note", "toctree-wrapper", "ledger-tools"}
)
_SVG = "{http://www.w3.org/2000/svg}svg"


def blocks(element: HtmlElement, place: Place) -> Iterator[Block]:
    """The blocks inside an element."""
    loose: list[HtmlElement] = []
    for child in element:
        if left_out(child) or _is_dropped(child):
            continue
        if child.tag in _INLINE:
            loose.append(child)
            continue
        yield from _paragraph_of(loose, place)
        loose = []
        yield from _block(child, place)
    yield from _paragraph_of(loose, place)


def _is_dropped(element: HtmlElement) -> bool:
    """Code that the page shows as something to type is kept."""
    classes = frozenset((element.get("class") or "").split())
    hidden = not _DROPPED.isdisjoint(classes)
    return hidden and not ("cell_input" in classes and element.getparent().tag == "div" and _is_shown(element))


def _is_shown(element: HtmlElement) -> bool:
    around = (element.getparent().get("class") or "").split()
    return not any(name.startswith("tag_") for name in around)


def _paragraph_of(loose: Iterable[HtmlElement], place: Place) -> Iterator[Paragraph]:
    found = tuple(run for element in loose for run in runs(_wrapped(element), place))
    if found:
        yield Paragraph(found)


def _wrapped(element: HtmlElement) -> HtmlElement:
    """An inline element alone in a paragraph, without the words behind it."""
    around = etree.Element("p")
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    around.append(copy)
    return around


def _block(element: HtmlElement, place: Place) -> Iterator[Block]:
    classes = (element.get("class") or "").split()
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            yield _heading(element, place)
        case "p":
            if found := runs(element, place):
                yield Paragraph(found)
        case "ul" | "ol":
            items = (tuple(_item(item, place)) for item in element.xpath("./li"))
            yield Items(element.tag == "ol", tuple(filter(None, items)))
        case "pre":
            yield Listing(element.text_content().rstrip("\n"))
        case "table":
            yield table(element, place)
        case "figure":
            yield from _figure(element, place)
        case "dt":
            yield Paragraph(runs(element, place), "term", place.anchor(element.get("id", "")))
        case "dd":
            yield from (_as(block, "meaning") for block in blocks(element, place))
        case _ if "admonition" in classes:
            yield _box(element, classes, place)
        case _ if "citation" in classes:
            yield Paragraph(_entry(element, place), "entry", place.anchor(element.get("id", "")))
        case _ if "sd-card-title" in classes:
            yield Paragraph(tuple(replace(run, strong=True) for run in runs(element, place)), "key")
        case _ if not _has_blocks(element):
            if found := runs(element, place):
                yield Paragraph(found)
        case _:
            yield from blocks(element, place)


def _has_blocks(element: HtmlElement) -> bool:
    return any(isinstance(child.tag, str) and child.tag not in _INLINE for child in element)


def _as(block: Block, style: str) -> Block:
    return replace(block, style=style) if isinstance(block, Paragraph) else block


def _heading(element: HtmlElement, place: Place) -> Heading:
    section = next(element.iterancestors("section"), element)
    identifier = section.get("id", "")
    return Heading(int(element.tag[1]), runs(element, place), place.anchor(identifier), place.href(f"#{identifier}"))


def _item(element: HtmlElement, place: Place) -> Iterator[Block]:
    """An item of a list: words of its own, then what else it holds."""
    if not _has_blocks(element):
        yield Paragraph(runs(element, place))
    else:
        yield from blocks(element, place)


def _box(element: HtmlElement, classes: list[str], place: Place) -> Box:
    titles = element.xpath('./*[contains(@class, "admonition-title")]')
    title = runs(titles[0], place) if titles else ()
    kind = next((name for name in classes if name != "admonition"), "")
    for found in titles:
        element.remove(found)
    return Box(kind, title, tuple(blocks(element, place)))


def _entry(element: HtmlElement, place: Place) -> Runs:
    """A source of the list of references, without the number that nothing cites it by."""
    return tuple(run for part in element.xpath("./p") for run in runs(part, place))


def table(element: HtmlElement, place: Place) -> Table:
    """A table of a page."""
    captions = element.xpath("./caption")
    caption = runs(captions[0], place) if captions else ()
    head = tuple(_row(row, place) for row in element.xpath("./thead/tr"))
    body = tuple(_row(row, place) for row in element.xpath("./tbody/tr | ./tr"))
    return Table(place.anchor(element.get("id", "")), element.get("aria-label", ""), caption, head, body)


def _row(row: HtmlElement, place: Place) -> tuple[Cell, ...]:
    return tuple(
        Cell(runs(cell, place), cell.tag == "th", place.anchor(cell.get("id") or ""))
        for cell in row.xpath("./th | ./td")
    )


def _figure(element: HtmlElement, place: Place) -> Iterator[Block]:
    charts = element.xpath(".//*[@data-chart]")
    if not charts:
        yield from blocks(element, place)
        return
    chart = charts[0]
    view = chart.xpath(".//*[@role='img']")[0]
    caption = [run for part in element.xpath("./figcaption/p") for run in runs(part, place)]
    legend = [run for part in element.xpath(".//*[@class='legend']") for run in runs(part, place)]
    yield Figure(
        anchor=place.anchor(element.get("id", "")),
        file=chart.get("data-chart"),
        label=element.xpath("string(./figcaption//*[@class='caption-number'])").strip(),
        caption=tuple(caption),
        legend=tuple(legend),
        alternative=view.get("aria-label"),
        svg=view.get("data-svg", ""),
        data=table(chart.xpath(".//table")[0], place),
    )
