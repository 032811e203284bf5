"""The running text of a page: what the book itself says, apart from what it prints as its sources do."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

#: Classes of parts that print what sources print, and elements that no reader reads.
_AS_PRINTED = frozenset({"source-note", "citation", "ledger", "what-if", "highlight", "editions"})
_UNREAD = frozenset({"code", "pre", "script", "style", "svg", "template"})


def texts(article: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Every text of a page, with the element that it stands in."""
    for element in article.iter():
        if isinstance(element.tag, str):
            yield element, element.text or ""
            for child in element:
                yield element, child.tail or ""


def is_as_printed(element: HtmlElement, language: str | None = None) -> bool:
    """Whether what stands in an element is printed as a source prints it, unread, or marked as of ``language``."""
    return any(
        (language and one.get("lang") == language)
        or one.tag in _UNREAD
        or not _AS_PRINTED.isdisjoint((one.get("class") or "").split())
        for one in (element, *element.iterancestors("*"))
        if one.tag != "html"
    )
