"""No markup is left over in what the reader sees: stray ``**`` (CommonMark does not close bold before a Korean
particle), a role that was not read, a placeholder that was not filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.problems import Problem
from factbook.site.pages import Page, Site

_LEFT = re.compile(r"\*\*|\{[a-z:-]+\}`|`\{|\{[a-z0-9]+(?:-[a-z0-9]+)+\}|:{3,}|\x00|�")
_LITERAL = frozenset({"code", "pre", "script", "style", "kbd", "samp"})


def check(site: Site) -> Iterator[Problem]:
    yield from site.on_each_page("leftovers", _on)


def _on(page: Page) -> Iterator[Problem]:
    for element in page.article.iter():
        if not isinstance(element.tag, str) or _is_literal(element):
            continue
        texts = [element.text or "", *(child.tail or "" for child in element)]
        for text in texts:
            for left in _LEFT.finditer(text):
                around = text[max(0, left.start() - 30) : left.end() + 30].strip()
                advice = "close bold before a Korean particle with a blank line of thought: rephrase; or mend the role"
                yield page.problem(
                    "leftover", f"«{left.group()}» is left over in «{around}»", "text without markup", advice, element
                )


def _is_literal(element: object) -> bool:
    return element.tag in _LITERAL or any(above.tag in _LITERAL for above in element.iterancestors())  # type: ignore[attr-defined]
