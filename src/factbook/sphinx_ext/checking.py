"""The page that checks documents, in a book that is built with Python for browsers (``factbook build --checker``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from factbook.checker.documents.readers import READERS
from factbook.checker.documents.readers.kinds import ALIASES
from factbook.checks.policy import CHECK_PAGE
from factbook.sphinx_ext import language
from factbook.theme import packing

#: The version of what the page loads, or nothing in a book without the page.
CHECKER = "factbook_checker"
#: The words that its script needs, under ``check`` in the catalogue.
_WORDS = (
    *(
        "loading",
        "starting",
        "checking",
        "done",
        "results",
        "nothing",
        "bad-rate",
        "failed",
        "fault",
        "pasted",
        "unreadable",
    ),
    *("error", "warning", "quotes", "claims", "consistent", "inconsistent", "undecided", "save-html", "save-json"),
)


def setup(app: Sphinx) -> None:
    app.add_config_value(CHECKER, "", "html", [str])
    app.connect("html-collect-pages", _page)
    app.connect("html-page-context", _offer)


def _page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if not app.config.factbook_checker:
        return
    words = language.words(app)
    context = {
        "title": words("check.title"),
        "kinds": ",".join((*READERS, *ALIASES)),
        "script_words": {name: words(f"check.{name}") for name in _WORDS},
        "parts": ",".join(f"../_static/{packing.file_of(part)}" for part in packing.PARTS),
    }
    yield CHECK_PAGE, context, "check.html"


def _offer(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give the foot of each page whether there is a page that checks."""
    context["checks"] = app.config.factbook_checker
