"""Every name by which chapters and figures call something, looked up before anything is built.

Ids of numbers and relations, figures, tables, sources, labels, chapters, words of figures: what the text of the book
names and the data, the bibliography, the chapters and the strings do not have. Nothing is run, so a name that code
computes is left to the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checks.policy import MADE_PAGES
from factbook.checks.references import known, pages, uncited, words
from factbook.checks.references.known import Kind, Named
from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Gathering, Problem
from factbook.translations import chapters
from factbook.translations.model import Chapter


def check(layout: Layout) -> list[Problem]:
    """Every name that leads to nothing, in the order of files and lines."""
    there = known.read(layout)
    found: list[Problem] = []
    shown: dict[Kind, set[str]] = {Kind.FIGURE: set(), Kind.TABLE: set()}
    every: set[str] = set()
    cited: set[str] = set()
    for language in LANGUAGES:
        read = _chapters(layout, language)
        written = [one for chapter in read.values() for one in pages.named(chapter)]
        named = [one for one in written if isinstance(one, Named)]
        found += [one for one in written if isinstance(one, Problem)]
        found += there.of_language(pages.labels(read), read).problems(named)
        found += pages.unlisted(read, layout.shown(layout.bibliography))
        every.update(chapters.names_in(layout, language))
        found += (_taken(chapter) for name, chapter in read.items() if name in MADE_PAGES)
        for kind, names in shown.items():
            names.update(one.name for one in named if one.kind is kind)
        cited.update(one.name for one in named if one.kind is Kind.SOURCE)
    found += there.of_language(frozenset(), every).problems(_listed(layout))
    found += uncited.check(layout, cited)
    found += words.check(layout, there, shown[Kind.FIGURE], shown[Kind.TABLE])
    return sorted(dict.fromkeys(found), key=lambda problem: (problem.file, problem.line or 0))


def _chapters(layout: Layout, language: str) -> dict[str, Chapter]:
    """The chapters of a language; one that cannot be read is a problem of parity already."""
    read: dict[str, Chapter] = {}
    for name in chapters.names_in(layout, language):
        with Gathering().item():
            read[name] = chapters.of(layout, name, language)
    return read


def _taken(chapter: Chapter) -> Problem:
    found, advice = "a page that is made without a chapter has this name", "rename the chapter in every language"
    return Problem("references.taken", chapter.shown, found, "a name of its own", advice)


def _listed(layout: Layout) -> Iterator[Named]:
    """The chapters that the table of contents names, where it can be read."""
    if names := chapters.listed(layout):
        lines = layout.toc.read_text("utf-8").splitlines()
        for name in names:
            entry = re.compile(rf"\W*(?:file|root): *[\"']?{re.escape(name)}\b")
            line = next((number for number, text in enumerate(lines, 1) if entry.match(text)), 1)
            yield Named(Kind.CHAPTER, name, layout.shown(layout.toc), line)
