"""Mutants of sentences: words beside a number that are those of another, on the built pages of one language.

A year, a name, a direction or a source is replaced by another where it stands for a number, or a hedge is typed before
it, as it would be in both languages alike, so that no comparison of the two finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from factbook.checks.of_pages import claimed, sentences
from factbook.checks.pages import Page, Site, text_of
from factbook.checks.statements import Statement, statements
from factbook.facts import names, state
from factbook.facts.names import Names

from .model import dice, each_kind
from .pages import PageMutant, mutant_of, put

#: What finds a mutant of a sentence.
CHECKS = (sentences.check, claimed.check)
#: So many of each kind are tried.
MOST_OF_A_KIND = 100
#: A verb stands so near to the second number.
_NEAR = 6
_YEAR = re.compile(r"(?<!\d)20[0-3]\d(?=년(?!판)|(?![\d년]| edition))")
#: Words that turn a sentence of two numbers round, a language a table.
_TURNED = {
    "ko": (
        ("커질", "작아질"), ("커진", "작아진"), ("낮습", "높습"),
        ("큽니", "작습니"), ("늘었", "줄었"), ("줄었", "늘었"),
    ),
    "en": (
        ("rises from", "falls from"), ("falls from", "rises from"), ("grow from", "fall from"),
        ("grows from", "falls from"), ("more than the", "less than the"), ("shorter", "longer"),
    ),
}  # fmt: skip

_HEDGE = {"ko": "약", "en": "about"}
#: By so many letters the text before a number is known again.
_BEFORE = 8
#: Parts of a number that are no end of a range.
_PLAIN = ("", "recomputed")


class Sentences:
    """The sentences of the built pages, altered in memory and put back after each trial."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._names = names.load(site.layout.package)
        self._facts = state.read(site.layout.package).facts

    def mutants(self) -> Iterator[PageMutant]:
        every = (mutant for page in self._site for said in statements(page) for mutant in self._of(page, said))
        yield from each_kind(every, MOST_OF_A_KIND, seed=0)

    def caught_by(self, mutant: PageMutant) -> str | None:
        page = self._site.pages[mutant.language][mutant.name]
        alone = Site(self._site.layout, {mutant.language: {mutant.name: page}}, self._site.folders)
        element = page.root.getroottree().xpath(mutant.path)[0]
        put(element, mutant.slot, mutant.new)
        try:
            return next(
                (problem.code for check in CHECKS for problem in check(alone) if problem.file == page.shown), None
            )
        finally:
            put(element, mutant.slot, mutant.old)

    def _of(self, page: Page, said: Statement) -> Iterator[PageMutant]:
        if not said.marks:
            return
        for element, slot, text in _texts(said.element):
            yield from self._years(page, said, element, slot, text)
            yield from self._exchanged_names(page, said, element, slot, text)
            yield from _turned(page, said, element, slot, text)
            yield from _hedged(page, said, element, slot, text)
        yield from _sources(page, said)
        yield from self._heads(page, said)

    def _years(self, page: Page, said: Statement, element: HtmlElement, slot: str, text: str) -> Iterator[PageMutant]:
        own = {
            year for mark in said.marks if (entry := self._facts.entries.get(mark.fact or "")) for year in entry.years
        }
        for match in _YEAR.finditer(text):
            if int(match[0]) in own and _is_in(said, text, *match.span()):
                other = str(int(match[0]) + dice(text, match.start()).choice((-7, -3, 4, 9)))
                altered = text[: match.start()] + other + text[match.end() :]
                yield mutant_of("sentence: year", page, element, slot, text, altered)

    def _heads(self, page: Page, said: Statement) -> Iterator[PageMutant]:
        """The head of the row or the column of a number in a table, with a year or a name of another."""
        entries = [entry for mark in said.marks if (entry := self._facts.entries.get(mark.fact or ""))]
        years = {str(year) for entry in entries for year in entry.years}
        own = {name for entry in entries for name in self._names.of(entry)}
        for head in said.head_cells:
            for element, slot, text in _texts(head):
                for match in _YEAR.finditer(text):
                    if match[0] in years and len(_YEAR.findall(text_of(head))) == 1:
                        other = str(int(match[0]) + dice(text, match.start()).choice((-7, -3, 4, 9)))
                        altered = text[: match.start()] + other + text[match.end() :]
                        yield mutant_of("head: year", page, element, slot, text, altered)
                for one in self._names.mentioned(text, page.language):
                    kinds = [other.of.kind for other in self._names.mentioned(text_of(head), page.language)]
                    alone = one.of in own and not one.of.implied and kinds.count(one.of.kind) == 1
                    if alone and (word := _another(one.of, self._names, page.language)):
                        altered = text[: one.start] + word + text[one.end :]
                        yield mutant_of("head: name", page, element, slot, text, altered)

    def _exchanged_names(
        self, page: Page, said: Statement, element: HtmlElement, slot: str, text: str
    ) -> Iterator[PageMutant]:
        numbers = [entry for mark in said.marks if (entry := self._facts.entries.get(mark.fact or ""))]
        own = {name for entry in numbers for name in self._names.of(entry)}
        kinds = [name.kind for name in own]
        every = [one.of for one in self._names.mentioned(said.text, page.language)]
        for one in self._names.mentioned(text, page.language):
            alone = [name.kind for name in every].count(one.of.kind) == 1
            alone = alone and kinds.count(one.of.kind) == 1
            alone = alone and not one.of.implied and _is_in(said, text, one.start, one.end)
            if one.of in own and alone and (other := _another(one.of, self._names, page.language)):
                altered = text[: one.start] + other + text[one.end :]
                yield mutant_of("sentence: name", page, element, slot, text, altered)


def _is_in(said: Statement, text: str, start: int, end: int) -> bool:
    """Whether a piece of a text of the block stands in this sentence of it, and nowhere else in it."""
    piece = " ".join(text[max(0, start - _NEAR) : end + _NEAR].split())
    return piece in said.text and text_of(said.element).count(piece) == 1


def _turned(page: Page, said: Statement, element: HtmlElement, slot: str, text: str) -> Iterator[PageMutant]:
    """The verb between or right behind two numbers, turned round."""
    ends = [mark.end for mark in said.marks]
    for word, other in _TURNED[page.language]:
        place = said.text.find(word)
        if (
            word in text
            and len(ends) > 1
            and (word.endswith("from") or any(0 <= place - end < _NEAR for end in ends[1:]))
        ):
            yield mutant_of("sentence: direction", page, element, slot, text, text.replace(word, other, 1))


def _hedged(page: Page, said: Statement, element: HtmlElement, slot: str, text: str) -> Iterator[PageMutant]:
    """A hedge before a number that stands behind this text."""
    before = " ".join(text.split())[-_BEFORE:]
    plain = [mark for mark in said.marks if mark.part in _PLAIN]
    stands_before_one = any(said.text[: mark.start].endswith(f"{before} ") for mark in plain)
    if stands_before_one and text.endswith((" ", "\n")) and len(before) == _BEFORE:
        yield mutant_of("sentence: hedge", page, element, slot, text, f"{text}{_HEDGE[page.language]} ")


def _another(name: names.Name, known: Names, language: str) -> str | None:
    """A word for another name of the kind."""
    others = [other.words[language][0] for other in known if other.kind == name.kind and other != name]
    return dice(name.key).choice(others) if others else None


def _sources(page: Page, said: Statement) -> Iterator[PageMutant]:
    cited = [link for link in said.element.iter("a") if "#source-" in link.get("href", "")]
    if len(cited) == 1 and len(said.citations) == 1:
        address = cited[0].get("href")
        yield mutant_of(
            "sentence: source", page, cited[0], "href", address, address.partition("#")[0] + "#source-philips2018"
        )


def _texts(block: HtmlElement) -> Iterator[tuple[HtmlElement, str, str]]:
    """The texts of a block that no number and no citation holds: the element, its text or its tail, what it says."""
    for element in block.iter():
        if not isinstance(element.tag, str):
            continue
        around = (element, *element.iterancestors("data", "a", "time"))
        made = any(one.tag in ("data", "a", "time", "svg") for one in around)
        if element.text and not made:
            yield element, "text", element.text
        if element.tail and element is not block and element.getparent().tag not in ("data", "a"):
            yield element, "tail", element.tail
