"""Where each number is used: collected as pages are read, shown on the ledger page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from factbook.sphinx_ext import kept, navigation

_NUMBER = re.compile(r'data-(?:fact|relation)="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Use:
    """A number stands in the section ``anchor``, headed ``title``, of the page ``docname``."""

    number: str
    docname: str
    anchor: str
    title: str


def setup(app: Sphinx) -> None:
    app.add_env_collector(UsesCollector)


def of(env: BuildEnvironment) -> dict[str, list[Use]]:
    """The uses of every page, by page."""
    return UsesCollector.of(env)


def by_number(env: BuildEnvironment) -> dict[str, list[Use]]:
    """Each number's sections, in the order of the table of contents, each once."""
    found: dict[str, dict[Use, None]] = {}
    order = {docname: position for position, docname in enumerate(navigation.order(env))}
    for docname in sorted(of(env), key=lambda name: (order.get(name, -1), name)):
        for use in of(env)[docname]:
            found.setdefault(use.number, {})[use] = None
    return {number: list(uses) for number, uses in found.items()}


class UsesCollector(kept.ByPage[list[Use]]):
    """Keeps, for each page, which numbers it shows and in which section."""

    name = "factbook_uses"

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        docname = app.env.docname
        self.of(app.env)[docname] = list(dict.fromkeys(_uses_in(doctree, docname)))


def numbers_in(html: str) -> list[str]:
    """The ids of the numbers and relations that a piece of HTML says, in order."""
    return _NUMBER.findall(html)


def _uses_in(doctree: nodes.document, docname: str) -> Iterator[Use]:
    for raw in doctree.findall(nodes.raw):
        for number in numbers_in(raw.astext()):
            section = _section_of(raw)
            if section is not None and section["ids"]:
                yield Use(number, docname, section["ids"][0], section[0].astext())


def _section_of(node: nodes.Node) -> nodes.section | None:
    while node is not None:
        if isinstance(node, nodes.section):
            return node
        node = node.parent
    return None
