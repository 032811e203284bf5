"""The HTML builder with an index of sections in place of Sphinx's index of pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.search import IndexBuilder

from factbook.phrasing.saying import Sayer
from factbook.search import index
from factbook.search.index import Section
from factbook.sphinx_ext import language, navigation
from factbook.sphinx_ext.ledger import opened
from factbook.sphinx_ext.search import reading


class SectionIndex(IndexBuilder):
    """Sphinx's index, fed section by section. It keeps the sections; the terms are made of them when it is written."""

    def __init__(self, env: BuildEnvironment, lang: str, options: dict[str, str], scoring: str, sayer: Sayer) -> None:
        super().__init__(env, lang, options, scoring)
        self._sayer = sayer
        self._sections: dict[str, list[Section]] = {}

    def load(self, stream: IO[str], format: Any) -> None:  # noqa: A002 - Sphinx names it
        """Takes up an index that was written before. Raises ``ValueError`` for one of another make."""
        frozen = format.load(stream)
        try:
            if frozen["envversion"] != self.env.version:
                raise ValueError("the index is of another version")
            self._sections = index.thaw(frozen)
        except (KeyError, TypeError) as error:
            raise ValueError("the index is of another make") from error

    def prune(self, docnames: Iterable[str]) -> None:
        """Keeps the pages ``docnames`` only."""
        kept = set(docnames)
        self._sections = {name: sections for name, sections in self._sections.items() if name in kept}

    def feed(self, docname: str, filename: str, title: str, doctree: nodes.document) -> None:
        """Takes the sections of a page, in place of those it had."""
        self._sections[docname] = reading.sections(doctree)

    def freeze(self) -> dict[str, Any]:
        """The index as data, pages in the order of the table of contents."""
        order = {name: place for place, name in enumerate(navigation.order(self.env))}
        pages = dict(sorted(self._sections.items(), key=lambda item: (order.get(item[0], -1), item[0])))
        said = {number for sections in pages.values() for section in sections for number in section.numbers}
        return {
            "envversion": self.env.version,
            "titles": [
                sections[0].parents[0] if sections[0].parents else sections[0].heading for sections in pages.values()
            ],
            **index.freeze(pages, labels(self._sayer, said)),
        }


def labels(sayer: Sayer, numbers: Iterable[str]) -> dict[str, str]:
    """What a number is and what it says, by its id: «2025년 세계 시장 규모: 24억 달러». Relations have none."""
    entries = sayer.facts.entries
    return {
        number: f"{entries[number].label[sayer.language]}: {sayer.say(number, alone=True).text}"
        for number in sorted(numbers)
        if number in entries
    }


class Script:
    """The index as a script, which loads from a disk too: Sphinx's own form, with Korean as it is and no blanks."""

    PREFIX, SUFFIX = "Search.setIndex(", ");\n"

    def dump(self, data: Any, stream: IO[str]) -> None:
        stream.write(f"{self.PREFIX}{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}{self.SUFFIX}")

    def load(self, stream: IO[str]) -> Any:
        """Raises ``ValueError`` where it is no index."""
        return json.loads(stream.read().removeprefix(self.PREFIX).removesuffix(self.SUFFIX))


class Builder(StandaloneHTMLBuilder):
    """The HTML builder of the book."""

    indexer_format = Script()

    def load_indexer(self, docnames: Iterable[str]) -> None:
        """Called where Sphinx has just made its own indexer, which this replaces."""
        code = language.of(self.app)
        options, scorer = self.config.html_search_options, self.config.html_search_scorer
        self.indexer = SectionIndex(self.env, code, options, scorer, opened.book(self.app).sayer)
        super().load_indexer(docnames)
