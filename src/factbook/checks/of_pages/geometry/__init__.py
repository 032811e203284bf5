"""Figures by geometry: the marks of each drawn figure, read through its axes, are the numbers that they stand for.

The picture is read as it stands on the page (``drawn``), its axes by their words (``scales``), and each figure compared
with the tables by a function of its own, in ``book/report/geometry``, which shares nothing with the module that draws
it. A figure without one is an error.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import lxml.html

from factbook import report
from factbook.checks.of_pages.geometry import drawn, live, words
from factbook.checks.of_pages.geometry.told import Told, Wrong
from factbook.checks.pages import Page, Site
from factbook.facts import state
from factbook.facts.state import State
from factbook.figures.files import shown
from factbook.problems import Problem

_HERE = "book/report/geometry"
_ADVICE = f"mend the figure; where its form has changed, mend what it is compared with in {_HERE}"


def check(site: Site) -> Iterator[Problem]:
    data = state.read(site.layout.package)
    yield from site.on_each_page("geometry", lambda page: _on(page, data))


def _on(page: Page, data: State) -> Iterator[Problem]:
    for told in read(page.path.read_text("utf-8"), page.name, page.language, data):
        for what, found, wanted in wrong(told):
            yield page.problem("page.geometry", f"«{told.figure.name}», {what}: {found}", wanted, _ADVICE)


def read(html: str, page: str, language: str, data: State) -> Iterator[Told]:
    """Every figure of a page, with what it is compared with."""
    specs = lxml.html.fromstring(html).xpath("//*[@data-chart]//script[@class='chart-spec']")
    for figure, spec in zip(shown(html, page, language), specs, strict=True):
        yield Told(figure, drawn.read(figure.picture), data, json.loads(spec.text))


def wrong(told: Told) -> list[Wrong]:
    """What is wrong with a figure; a picture of another form than is known is wrong too."""
    figures = report.module("geometry")
    compare = figures.FIGURES.get(told.figure.name)
    if compare is None:
        return [("the whole", "nothing compares its marks with its numbers", f"a function of {_HERE}")]
    try:
        return [*compare(told), *words.check(told), *live.check(told, figures.AT_RATES.get(told.figure.name))]
    except (ArithmeticError, LookupError, StopIteration, ValueError) as error:
        return [("its form", f"{type(error).__name__}: {error}", "the marks, axes and words that it is known to have")]
