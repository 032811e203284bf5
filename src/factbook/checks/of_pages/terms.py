"""One word a concept: no page uses a word that ``terms.csv`` avoids, and every term is explained once and used.

A link from the first use of a term leads to what that term means, not to another's meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from factbook.checks import running
from factbook.checks.pages import Page, Site, text_of
from factbook.facts import terms
from factbook.facts.terms import Term, Terms
from factbook.problems import Problem, ProblemError


def check(site: Site) -> Iterator[Problem]:
    package = site.layout.package
    try:
        known = terms.load(package)
    except ProblemError:
        # The check of the data says why.
        return
    yield from site.on_each_page("terms", lambda page: [*_avoided(page, known), *_misled(page, known)])
    for language, pages in site.pages.items():
        linked = {link.get("href").partition("#")[2] for page in pages.values() for link in _links(page)}
        explained = [anchor for page in pages.values() for anchor in page.anchors]
        file = site.layout.shown(package.files[terms.TABLE]) if terms.TABLE in package.files else ""
        for term in known:
            yield from _kept(term, language, file, linked, explained.count(term.label))


def _avoided(page: Page, known: Terms) -> Iterator[Problem]:
    for element, text in running.texts(page.article):
        for mention in known.avoided(text, page.language):
            if not running.is_as_printed(element):
                yield page.problem(
                    "page.term",
                    f"«{text[mention.start : mention.end]}» is another word for a term, "
                    f"in «{' '.join(text.split())[:60]}»",
                    f"«{mention.of.forms[page.language][0]}»",
                    f"write the term, or take the word out of avoided_{page.language} in {terms.TABLE}.csv",
                    element,
                )


def _misled(page: Page, known: Terms) -> Iterator[Problem]:
    for link in _links(page):
        label, words = link.get("href").partition("#")[2], text_of(link)
        if label not in {mention.of.label for mention in known.mentioned(words, page.language)}:
            found = f"«{words}» leads to #{label}"
            yield page.problem("page.term-link", found, "the meaning of the term that it names", "build again", link)


def _kept(term: Term, language: str, file: str, linked: set[str], explained: int) -> Iterator[Problem]:
    if explained != 1:
        found = f"the term «{term.key}» is explained {explained} times in the pages of «{language}»"
        yield Problem("data.term", file, found, "one explanation", "show the list once, with the directive {terms}")
    elif term.label not in linked:
        found = f"no page of «{language}» uses the term «{term.forms[language][0]}» in a paragraph"
        yield Problem("data.term-unused", file, found, "a term that readers meet", "use it, or delete its row")


def _links(page: Page) -> list[HtmlElement]:
    return list(page.article.xpath(f'//a[contains(@href, "#{terms.ADDRESS}")]'))
