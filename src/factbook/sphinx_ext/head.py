"""What a page says of itself: what it may load, what it is about, and where the other languages have it."""

from __future__ import annotations

from typing import Any

import lxml.html
from docutils import nodes
from sphinx.application import Sphinx

from factbook.checks import policy
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.sphinx_ext import language

#: The references to sources within an element.
CITATIONS = './/*[contains(concat(" ", @class, " "), " bibtex-citation ")]'


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _describe)


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Gives the templates the page's policy, its description and its addresses in every language."""
    here = language.of(app)
    words = catalogue.of(here)
    has_twin = pagename in app.env.found_docs or pagename == policy.CHECK_PAGE
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
    context["words"] = words
    context["policy"] = policy.of_page(pagename)
    context["description"] = description(context.get("body") or "") or words("site.describe")


def description(body: str) -> str:
    """A page's first paragraph without its citations: whole, so that every language describes the page by the same."""
    paragraph = next(iter(lxml.html.fromstring(body).xpath("//section/p")), None) if body.strip() else None
    if paragraph is None:
        return ""
    for citation in paragraph.xpath(CITATIONS):
        citation.drop_tree()
    return " ".join(paragraph.text_content().split())
