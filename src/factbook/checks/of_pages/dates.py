"""The days that the frame of a page says, such as when it last changed, read as the days that they carry."""

from __future__ import annotations

from collections.abc import Iterator

from factbook import languages
from factbook.checks.pages import Page, Site, text_of
from factbook.problems import Problem


def check(site: Site) -> Iterator[Problem]:
    """Dates within the article are accounted for with its other numbers (:mod:`factbook.checks.coverage`)."""
    yield from site.on_each_page("dates", _on)


def _on(page: Page) -> Iterator[Problem]:
    for day in page.root.xpath("//time[not(ancestor::article)]"):
        said, carried = text_of(day), day.get("datetime", "")
        try:
            read = f"{languages.of(page.language).read(said, unit='date').value}"
        except ValueError:
            read = ""
        if read != carried.replace("-", ""):
            yield page.problem(
                "page.date",
                f"«{said}» stands for {carried or 'no day'}",
                "the day that its <time> carries",
                "build again",
                day,
            )
