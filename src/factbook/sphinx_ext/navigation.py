"""The chapters in their order, and the list of them beside every page.

The theme's own list is resolved, rendered and read again for each page: in a book of 500 chapters that took nine tenths
of writing a page. This one is made once, and each page marks where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from factbook.sphinx_ext import kept


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page in the list: its heading as HTML, and the chapters that stand under it."""

    name: str
    title: str
    chapters: tuple[Chapter, ...]


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _list)


def order(env: BuildEnvironment) -> list[str]:
    """The names of all pages in the order of the table of contents, the book's first page first."""
    return list(_with_those_under(env, env.config.root_doc))


def _with_those_under(env: BuildEnvironment, name: str) -> Iterator[str]:
    yield name
    for under in env.toctree_includes.get(name, ()):
        yield from _with_those_under(env, under)


def _list(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    context["chapters"] = _chapters(app)


@kept.once
def _chapters(app: Sphinx) -> tuple[Chapter, ...]:
    """The chapters under the book's first page. Asked once all pages are read."""
    return _under(app, app.config.root_doc)


def _under(app: Sphinx, name: str) -> tuple[Chapter, ...]:
    names = app.env.toctree_includes.get(name, ())
    return tuple(Chapter(one, _title(app, one), _under(app, one)) for one in names)


def _title(app: Sphinx, name: str) -> str:
    return str(app.builder.render_partial(app.env.titles[name])["title"])  # type: ignore[attr-defined]
