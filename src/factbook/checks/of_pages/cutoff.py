"""Every page of the book says the day of its configuration as the one up to which it looked at its sources."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.pages import Site
from factbook.data import cutoff
from factbook.problems import Problem, ProblemError


def check(site: Site) -> Iterator[Problem]:
    """That the words say the day that they carry, :mod:`factbook.checks.of_pages.dates` looks at."""
    config = site.layout.config
    try:
        day = cutoff.read(config, site.layout.shown(config)).isoformat()
    except ProblemError as error:
        yield from error.problems
        return
    for page in site:
        carried = page.root.xpath("//*[contains(concat(' ', @class, ' '), ' page-cutoff ')]//time/@datetime")
        if carried != [day]:
            yield page.problem(
                "page.cutoff",
                f"the head of the page says {', '.join(carried) or 'no day'} as the cut-off",
                f"{day}, once, as {config.name} has it",
                "build again",
            )
