"""Every number on a page can be opened; what is then told of it is held to what pages are: its numbers, its links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import lxml.html
from lxml.html import HtmlElement

from factbook.checks.of_pages import links, numbers
from factbook.checks.pages import Page, Site, text_of
from factbook.problems import Problem
from factbook.provenance import explanations

_BUILD = "build the site again from the data"
#: A number or a relation, and which part of it: an end of its range, say.
_Named = tuple[str, str]


@dataclass(frozen=True)
class Explained(Page):
    """The explanations of one language, read as a page of one section a number."""

    told: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def root(self) -> HtmlElement:
        sections = (f'<section id="{name}">{html}</section>' for name, html in self.told["numbers"].items())
        return lxml.html.fromstring(f"<html><body>{''.join(sections)}</body></html>")

    @cached_property
    def told_in(self) -> frozenset[_Named]:
        """The numbers and parts that are told under their own heading."""
        return frozenset(
            named
            for element in self.root.xpath("//section//data")
            if (named := _named(element))[0] == next(element.iterancestors("section")).get("id")
        )


def check(site: Site) -> Iterator[Problem]:
    for language, pages in site.pages.items():
        path = site.folders[language] / explanations.FILE
        shown = site.layout.shown(path)
        try:
            told = explanations.read(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            yield Problem("page.explanation", shown, f"it cannot be read: {error}", "a file of explanations", _BUILD)
            continue
        explained = Explained(path, language, path.stem, shown, told)
        yield from site.on_page("explanations", explained, numbers.against(site.layout.package))
        yield from links.on_pages(site, [explained])
        for page in pages.values():
            yield from _unexplained(page, explained)


def _unexplained(page: Page, explained: Explained) -> Iterator[Problem]:
    """The numbers of a page of which nothing is told when they are opened."""
    missing = {
        _named(element): element for element in page.root.xpath("//a//data") if _named(element) not in explained.told_in
    }
    for (name, part), element in missing.items():
        what = f"nothing is told of «{text_of(element)}» ({name}{f', {part}' if part else ''}) when it is opened"
        yield page.problem(
            "page.explanation", what, f"an explanation in {explained.shown} that shows it", _BUILD, element
        )


def _named(element: HtmlElement) -> _Named:
    return element.get("data-fact") or element.get("data-relation") or "", element.get("data-part", "")
