"""The text of a page as passages: a paragraph, a cell, a heading, a label, each with what marks its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from factbook.checks.coverage import rules
from factbook.checks.coverage.rules import Rule, Span

#: Elements that do not break the text they stand in.
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "label", "mark", "q"),
        *("s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr"),
    }
)
#: Elements whose text no reader sees.
_UNSEEN = frozenset({"script", "style", "template"})
#: Stands where a code begins and ends: its digits and words do not continue those of the sentence.
_APART = "\u200b"
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is read in one go. ``markable`` is false where HTML has no way to mark a number in it."""

    text: str
    marks: tuple[Span, ...]
    element: HtmlElement
    markable: bool = True


def of(article: HtmlElement) -> Iterator[Passage]:
    """Every passage of running text in ``article``, its tables and pictures included."""
    reading = _Reading(article)
    reading.enter(article, None, article)
    reading.close()
    yield from reading.passages


def of_label(text: str, element: HtmlElement) -> Passage:
    """A text that is no content of an element: an attribute, a string of a chart. The element's place may excuse it."""
    for above in (element, *element.iterancestors()):
        if rule := rules.of_place(above):
            return Passage(text, (Span(0, len(text), rule, above),), element, markable=False)
    return Passage(text, (), element, markable=False)


class _Reading:
    """Walks an article and cuts it into passages at every element that is not inline."""

    def __init__(self, article: HtmlElement) -> None:
        self.passages: list[Passage] = []
        self._text = ""
        self._marks: list[Span] = []
        self._element = article

    def enter(self, element: HtmlElement, rule: Rule | None, place: HtmlElement) -> None:
        """Reads an element and all in it; ``place`` is the innermost one around it whose ``rule`` holds here."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            return
        breaks, around = element.tag not in _INLINE, self._element
        if own := rules.of_place(element):
            rule, place = own, element
        apart = _APART if own is rules.CODE and not breaks else ""
        if breaks:
            self.close()
            self._element = element
        self._text += apart
        self._add(element.text, rule, place)
        for child in element:
            self.enter(child, rule, place)
            self._add(child.tail, rule, place)
        self._text += apart
        if breaks:
            self.close()
            self._element = around

    def close(self) -> None:
        """Ends the passage that is being read."""
        if self._text.strip():
            self.passages.append(Passage(self._text, tuple(self._marks), self._element, not _in_picture(self._element)))
        self._text, self._marks = "", []

    def _add(self, text: str | None, rule: Rule | None, place: HtmlElement) -> None:
        """Adds text with its blanks folded, marked where a rule holds."""
        folded = _BLANKS.sub(" ", text or "")
        if folded.startswith(" ") and self._text.endswith(" "):
            folded = folded[1:]
        start, end = len(self._text), len(self._text) + len(folded)
        self._text += folded
        if rule is None or start == end:
            return
        if self._marks and self._marks[-1].place is place and self._marks[-1].end == start:
            start = self._marks.pop().start
        self._marks.append(Span(start, end, rule, place))


def _in_picture(element: HtmlElement) -> bool:
    return element.tag == "svg" or any(above.tag == "svg" for above in element.iterancestors())
