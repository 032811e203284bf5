"""Running text is in the script of its language: a Korean name on an English page is romanised, or marked as Korean.

Where a page prints what a source prints (the list of sources, notes on them, the ledger, code), it keeps its script.
"""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks import running
from factbook.checks.pages import Page, Site
from factbook.languages.letters import LETTERS
from factbook.problems import Problem


def check(site: Site) -> Iterator[Problem]:
    yield from site.on_each_page("scripts", _on)


def _on(page: Page) -> Iterator[Problem]:
    for language, letters in LETTERS.items():
        if language == page.language:
            continue
        for element, text in running.texts(page.article):
            if (found := letters.search(text)) and not running.is_as_printed(element, language):
                yield page.problem(
                    "page.script",
                    f"«{found[0]}» stands in the text, in «{' '.join(text.split())[:60]}»",
                    "names as the language of the page writes them",
                    f'romanise the name (a source has author_{page.language}), or mark a title with lang="{language}"',
                    element,
                )
