"""What a page says of itself and its twin: the other language's address, for readers and for search engines."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from factbook import catalogue
from factbook.catalogue import LANGUAGES
from factbook.extension import language


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _describe)


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Gives the templates the page's addresses in every language."""
    here = language.of(app)
    has_twin = pagename in app.env.found_docs
    page = f"{pagename if has_twin else app.config.root_doc}.html"
    up = "../" * (pagename.count("/") + 1)
    context["twins"] = [
        {
            "language": code,
            "href": f"{up}{code}/{page}",
            "title": catalogue.of(code)("site.switch"),
            "name": catalogue.of(code)("site.language"),
        }
        for code in LANGUAGES
    ]
    context["here"] = here
    context["words"] = catalogue.of(here)
