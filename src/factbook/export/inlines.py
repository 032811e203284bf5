"""The words inside a block of a built page, as runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement

from factbook.export.model import BREAK, Run, Runs

#: Parts of a page that lead, hide or are operated, and say nothing.
_LEFT_OUT = frozenset({"headerlink", "heading-links", "visually-hidden", "fn-bracket", "sd-stretched-link"})
_CONTROLS = frozenset({"script", "style", "form", "button", "select", "input", "svg"})
#: Parts of a table's cell that the page sets on a line of their own.
_OWN_LINE = frozenset({"ledger-note", "used", "codebook-rule", "caption-line"})
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its absolute ``address``, and that of the folder of its language."""

    address: str
    folder: str

    def anchor(self, identifier: str) -> str:
        """The anchor, unique in a book, of an id of this page."""
        return self.target(f"#{identifier}") if identifier else ""

    def href(self, link: str) -> str:
        """The absolute address of a link."""
        return urljoin(self.address, link)

    def target(self, link: str) -> str:
        """The anchor of a link to a page of the same language; empty for any other."""
        page, fragment = urldefrag(self.href(link))
        inside = page.removeprefix(self.folder)
        if inside == page or not inside.endswith(".html") or "/" in inside:
            return ""
        name = inside.removesuffix(".html")
        return f"{name}-{fragment}" if fragment else name


def left_out(element: HtmlElement) -> bool:
    """Whether an element is no text of the document: a comment, a control, a link to the heading itself."""
    return (
        not isinstance(element.tag, str)
        or element.tag in _CONTROLS
        or not _LEFT_OUT.isdisjoint((element.get("class") or "").split())
    )


def runs(element: HtmlElement, place: Place) -> Runs:
    """The words of an element, blanks folded across runs, none at either end."""
    return _trimmed(_merged(_inside(element, Run(""), place)))


def _inside(element: HtmlElement, style: Run, place: Place) -> Iterator[Run]:
    if element.text:
        yield replace(style, text=_BLANKS.sub(" ", element.text))
    for child in element:
        if not left_out(child):
            if child.tag == "br" or _starts_line(child):
                yield Run(BREAK)
            yield from _inside(child, _styled(child, style, place), place)
        if child.tail:
            yield replace(style, text=_BLANKS.sub(" ", child.tail))


def _starts_line(element: HtmlElement) -> bool:
    classes = (element.get("class") or "").split()
    own = element.tag in {"p", "div", "li"} or not _OWN_LINE.isdisjoint(classes)
    return own and (element.getprevious() is not None or bool((element.getparent().text or "").strip()))


def _styled(element: HtmlElement, style: Run, place: Place) -> Run:
    language = element.get("lang") or style.language
    style = replace(style, language=language) if language != style.language else style
    match element.tag:
        case "strong" | "b":
            return replace(style, strong=True)
        case "em" | "i":
            return replace(style, emphasis=True)
        case "code" | "kbd":
            return replace(style, code=True)
        case "a" if element.get("href"):
            link = element.get("href")
            return replace(style, href=place.href(link), target=place.target(link))
        case "data":
            named = element.get("data-fact") or element.get("data-relation") or ""
            return replace(style, fact=named, part=element.get("data-part", ""), value=element.get("value", ""))
    return style


def _merged(pieces: Iterator[Run]) -> list[Run]:
    """Folds blanks and joins neighbours of one appearance; numbers stay apart."""
    found: list[Run] = []
    for piece in pieces:
        if piece.text == BREAK:
            if found and found[-1].text != BREAK:
                found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
                found.append(piece)
            continue
        text = piece.text
        if not found or found[-1].text.endswith((" ", BREAK)):
            text = text.lstrip(" ")
        if not text:
            continue
        if found and found[-1].text != BREAK and replace(found[-1], text="") == replace(piece, text=""):
            found[-1] = replace(piece, text=found[-1].text + text)
        else:
            found.append(replace(piece, text=text))
    return found


def _trimmed(found: list[Run]) -> Runs:
    while found and not found[-1].text.strip():
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(run for run in found if run.text)
