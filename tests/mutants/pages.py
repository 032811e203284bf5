"""Mutants of the built pages: a rendered amount altered, or a figure typed into the text of a chapter.

A rendered amount is altered as a page is that was not built again, or was touched by hand. A typed figure stands on the
page as it would had it been typed into the chapter, and is looked for by the checks that every built page must pass.
Text that no one types (numbers of sections and figures, citations) is not altered, nor is the ledger: it has no prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from factbook.checks.of_pages import coverage, numbers, prose, sources, twins
from factbook.checks.pages import Page, Site, nearest_heading
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing.saying import LEDGER

from .model import dice, digits_altered, each_kind, replaced, with_digit

#: What finds a mutant on a page, those that are quickest first.
CHECKS = (numbers.check, sources.check, twins.check, coverage.check, prose.check)
#: The pages hold thousands of each kind; so many of them are tried.
MOST_OF_A_KIND = 150
_DIGIT = re.compile(r"[0-9]")
#: A unit of a rendered amount and what it is mistaken for, a language a table; the first that is found is replaced.
_UNITS = {
    "ko": "조→억 억→만 만→억 달러→원 원→달러 파운드→달러 %p→% %→%p 년→월 월→년 편→명 명→건 건→편 개→명 "
    "곳→명 종→건 단계→건 일→월 배→% 가지→건 시간→일 분→시간 쪽→건",
    "en": "trillion→billion billion→million million→billion USD→KRW KRW→USD GBP→USD %→pp patients→papers "
    "papers→studies studies→papers twins→papers days→years years→days",
}
#: Figures that someone might type into a sentence, a language a table.
_TYPED = {
    "ko": ("37%", "12억 원", "5,400만 달러", "1,234", "48편", "2.5배"),
    "en": ("37%", "KRW 1.2 billion", "USD 54 million", "1,234", "48 papers", "2.5 times"),
}
#: Elements whose text no one types into a chapter.
_MADE = "ancestor-or-self::*[self::data or self::time or self::script or self::style or self::svg or self::sup or" + (
    " contains(concat(' ', @class, ' '), ' bibtex-citation ') or contains(@class, 'caption-number') or"
    " contains(@class, 'section-number') or contains(@class, 'citation') or contains(@class, 'twin') or"
    " contains(@class, 'headerlink') or contains(@class, 'reference internal') or contains(@class, 'csl-entry')]"
)


@dataclass(frozen=True, slots=True)
class PageMutant:
    """An element of a page whose text, tail or attribute (``slot``) reads ``new`` in the place of ``old``."""

    kind: str
    language: str
    name: str
    place: str
    path: str
    slot: str
    old: str
    new: str

    @property
    def change(self) -> str:
        return replaced(self.old, self.new)


class Pages:
    """The built pages, altered in memory and put back after each trial."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def mutants(self) -> Iterator[PageMutant]:
        every = (
            mutant
            for page in self._site
            if page.name != LEDGER
            for mutant in (*rendered_mutants(page), *typed_mutants(page))
        )
        yield from each_kind(every, MOST_OF_A_KIND, seed=0)

    def caught_by(self, mutant: PageMutant) -> str | None:
        page = self._site.pages[mutant.language][mutant.name]
        twins_of = {language: {mutant.name: self._site.pages[language][mutant.name]} for language in LANGUAGES}
        alone = Site(self._site.layout, twins_of, self._site.folders)
        element = page.root.getroottree().xpath(mutant.path)[0]
        put(element, mutant.slot, mutant.new)
        try:
            return next((problem.code for check in CHECKS for problem in check(alone)), None)
        finally:
            put(element, mutant.slot, mutant.old)


def put(element: HtmlElement, slot: str, text: str) -> None:
    if slot in ("text", "tail"):
        setattr(element, slot, text)
    else:
        element.set(slot, text)


def mutant_of(kind: str, page: Page, element: HtmlElement, slot: str, old: str, new: str) -> PageMutant:
    place = f"{page.shown}:{element.sourceline} (in «{nearest_heading(element)}»)"
    path = page.root.getroottree().getpath(element)
    return PageMutant(kind, page.language, page.name, place, path, slot, old, new)


def rendered_mutants(page: Page) -> Iterator[PageMutant]:
    """Each amount with another digit, another unit, another number's id, another value."""
    amounts = page.article.xpath(".//data[@data-fact or @data-relation]")
    for position, element in enumerate(amounts):
        text = element.text or ""
        chance = dice(page.shown, position)
        if places := [found.start() for found in _DIGIT.finditer(text)]:
            altered = with_digit(text, chance.choice(places), page.shown, position)
            yield mutant_of("rendered amount: digit", page, element, "text", text, altered)
        if other := _with_another_unit(text, page.language):
            yield mutant_of("rendered amount: unit", page, element, "text", text, other)
        value = element.get("value")
        altered = chance.choice(list(digits_altered(value, page.shown, position)))
        yield mutant_of("rendered amount: value", page, element, "value", value, altered)
        slot = "data-fact" if element.get("data-fact") else "data-relation"
        ids = sorted({one.get(slot) for one in amounts if one.get(slot)} - {element.get(slot)})
        if ids:
            yield mutant_of("rendered amount: id", page, element, slot, element.get(slot), chance.choice(ids))


def _with_another_unit(text: str, language: str) -> str | None:
    for unit, other in (pair.split("→") for pair in _UNITS[language].split()):
        if unit in text:
            return text.replace(unit, other, 1)
    return None


def typed_mutants(page: Page) -> Iterator[PageMutant]:
    """Each typed digit altered, and a figure typed into each block of text."""
    for position, block in enumerate(prose.blocks(page.article)):
        typed = dice(page.shown, position).choice(_TYPED[page.language])
        places = [place for place in _typed_text(block) if place[2].strip()]
        for element, slot, text in places[:1]:
            words = text.rstrip()
            yield mutant_of("typed: figure added", page, element, slot, text, f"{words} {typed} {text[len(words) :]}")
        for element, slot, text in places:
            for altered in digits_altered(text, page.shown, position):
                yield mutant_of("typed: digit altered", page, element, slot, text, altered)


def _typed_text(block: HtmlElement) -> Iterator[tuple[HtmlElement, str, str]]:
    """The texts of a block that someone typed: the element, its text or its tail, and what stands there."""
    for element in block.iter():
        if not isinstance(element.tag, str):
            continue
        if element.text and not element.xpath(_MADE):
            yield element, "text", element.text
        if element is not block and element.tail and not element.getparent().xpath(_MADE):
            yield element, "tail", element.tail
