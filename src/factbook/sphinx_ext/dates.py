"""When a page and the data last changed, said at its foot in the reader's words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from factbook import languages
from factbook.data import history
from factbook.data.history import History
from factbook.sphinx_ext import editions, kept, language


def setup(app: Sphinx) -> None:
    app.connect("env-get-updated", _redated)
    app.connect("html-page-context", _describe)


@kept.once
def of_book(app: Sphinx) -> History:
    """The history of the book that is being built."""
    return history.read(editions.book(app))


def _moments(app: Sphinx, page: str) -> dict[str, datetime]:
    """What has changed when, of the text of a page and of the data; what is not known is left out."""
    known = {"text": of_book(app).chapter(language.of(app), page), "data": of_book(app).data}
    return {what: moment for what, moment in known.items() if moment}


def _redated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages whose dates are not what they were when they were last written."""
    now = {page: _moments(app, page) for page in env.found_docs}
    was = kept.replaced(env, "factbook_dates", now) or {}
    return [page for page in sorted(now) if now[page] != was.get(page)]


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Gives the template the days of a page of the book."""
    moments = _moments(app, pagename) if pagename in app.env.found_docs else {}
    here = language.of(app)
    context["dates"] = {
        what: f'<time datetime="{moment:%Y-%m-%d}">{languages.day(here, moment)}</time>'
        for what, moment in moments.items()
    }
