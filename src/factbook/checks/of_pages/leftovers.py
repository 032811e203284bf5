"""No markup is left over in what the reader sees or hears: stray ``**`` (CommonMark does not close bold before a Korean
particle), a role that was not read, a placeholder that was not filled, HTML in a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checks.pages import Page, Site
from factbook.problems import Problem

_LEFT = re.compile(r"\*\*|\{[a-z:-]+\}`|`\{|\{[a-z0-9]+(?:-[a-z0-9]+)+\}|:{3,}|\x00|�")
_LABELS = ("aria-label", "title", "alt", "placeholder")
_TAG = re.compile(r"</?[a-z][^>]*>?")
_LITERAL = frozenset({"code", "pre", "script", "style", "kbd", "samp"})


def check(site: Site) -> Iterator[Problem]:
    yield from site.on_each_page("leftovers", _on)


def _on(page: Page) -> Iterator[Problem]:
    literal = {within for element in page.article.iter(*_LITERAL) for within in element.iter()}
    for element in page.article.iter():
        if not isinstance(element.tag, str):
            continue
        for name in _LABELS:
            label = element.get(name, "")
            if tag := _TAG.search(label):
                yield page.problem(
                    "page.leftover",
                    f"the {name} of <{element.tag}> has markup: «{label[: tag.end()]}»",
                    "a label is plain text",
                    "take it from the words of the heading or caption, without what is linked beside them",
                    element,
                )
        if element in literal:
            continue
        texts = [element.text or "", *(child.tail or "" for child in element)]
        for text in texts:
            for left in _LEFT.finditer(text):
                around = text[max(0, left.start() - 30) : left.end() + 30].strip()
                advice = "bold cannot end directly before a Korean particle: rephrase; or mend the role"
                yield page.problem(
                    "page.leftover",
                    f"«{left.group()}» is left over in «{around}»",
                    "text without markup",
                    advice,
                    element,
                )
