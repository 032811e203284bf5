"""The scripts of a page: files only, none waited for, none that the page has no use for."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

#: Scripts that themes and extensions add to every page, and what the book has instead.
UNUSED = {
    "_static/design-tabs.js": "no chapter has tabs",
    "_static/doctools.js": "there is no index of terms to unfold; it makes code out of text, which the policy forbids",
    "_static/sphinx_highlight.js": "the search leads to a section, and marks nothing on its page",
    "_static/translations.js": "words of the two above; those of the book's scripts stand in the pages",
}
#: After every extension has added its scripts.
_LAST = 990


def setup(app: Sphinx) -> None:
    # The theme loads it with Bootstrap's scripts, of which it uses the tooltips only; a title needs no script.
    app.add_js_file("scripts/pydata-sphinx-theme.js", priority=400)
    app.connect("html-page-context", _arrange, priority=_LAST)


def _arrange(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    kept = [script for script in context["script_files"] if _is_used(script)]
    for script in kept:
        # In the order of the page, after it is read; the policy allows no script within the page.
        script.attributes["defer"] = "defer"
    context["script_files"][:] = kept


def _is_used(script: Any) -> bool:
    return bool(script.filename) and str(script.filename) not in UNUSED
