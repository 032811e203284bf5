"""The day up to which the book looked at its sources, for the head of each page in the reader's words."""

from __future__ import annotations

from datetime import date
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from factbook.data import cutoff
from factbook.phrasing import tables
from factbook.sphinx_ext import editions, kept, language


def setup(app: Sphinx) -> None:
    # Every page says the day, so all are written again when it moves. Unquoted in YAML it is a date.
    app.add_config_value(cutoff.SETTING, "", "html", [str, date])
    app.connect("html-page-context", _describe)


@kept.once
def _day(app: Sphinx) -> date:
    return cutoff.read(editions.book(app).config)


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the template the day, on a page of the book."""
    own = pagename in app.env.found_docs
    context["cutoff"] = tables.date(_day(app).isoformat(), language.of(app)).html if own else ""
