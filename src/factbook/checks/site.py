"""Every check that the built pages must pass before they are published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from factbook.checks import coverage, pages
from factbook.checks.memory import Memory
from factbook.checks.of_pages import ALONE, CHECKS
from factbook.checks.pages import Site
from factbook.data.layout import Layout
from factbook.problems import Problem

#: What is remembered of the pages from one command to the next, in the working folder.
KEPT = "pages.pickle"
#: So many pages are looked at sooner than another process is told to.
_FEW = 1
_NOTHING: Mapping[str, Future[Memory]] = MappingProxyType({})
#: Of each language whose pages another process looks at, what it will have found on them.
Looked = Mapping[str, Future[Memory]]


def look_beside(layout: Layout, folders: Mapping[str, Path], memory: Memory, other: Executor) -> Looked:
    """Has the pages of languages but the first looked at by the ``other``, where more than a few are not remembered."""
    site = pages.read(layout, folders, memory)
    _, *rest = folders
    new = Counter(page.language for page in site if not site.remembers(coverage.NAME, page))
    return {
        language: other.submit(_look_alone, layout, language, folders[language])
        for language in rest
        if new[language] > _FEW
    }


def check(
    layout: Layout, folders: Mapping[str, Path], tell: Callable[[str], None], memory: Memory, looked: Looked = _NOTHING
) -> list[Problem]:
    """Every problem of the built pages; tells how many numbers they hold and what accounts for them.

    With the ``memory`` of an earlier check, or what is ``looked`` at beside, only other pages are looked at anew.
    """
    site = pages.read(layout, folders, memory)
    if looked:
        # What the other process looks at meanwhile is not to be looked at here.
        _look(replace(site, pages={name: those for name, those in site.pages.items() if name not in looked}))
        for found in looked.values():
            memory.add(found.result())
    problems = [problem for run in CHECKS.values() for problem in run(site)]
    tell(coverage.summary(coverage.numbers(site)))
    memory.keep(layout.work / KEPT)
    return problems


def _look_alone(layout: Layout, language: str, folder: Path) -> Memory:
    site = pages.read(layout, {language: folder}, Memory())
    _look(site)
    return site.memory


def _look(site: Site) -> None:
    """Remembers what is found on each page by itself: the greater part of a check."""
    for name in ALONE:
        list(CHECKS[name](site))
    list(coverage.numbers(site))
