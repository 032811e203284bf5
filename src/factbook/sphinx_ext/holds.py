"""What a page holds further down, said in the tag that its text begins with: style sheets lay it out by that.

A browser that draws a long page in steps would otherwise lay it out anew, under the reader's eyes, as soon as it meets
the first of them.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

#: What is met in the HTML of a page, by the class that its first section gets.
_KINDS = {
    "holds-ledger": re.compile(r'class="ledger["\s]'),
    "holds-notes": re.compile(r'class="source-note["\s]'),
}
_SECTION = re.compile(r'<section(?: class="(?P<classes>[^"]*)")?')
#: After everything that writes into the text of a page.
_LAST = 900


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _say, priority=_LAST)


def _say(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    body = context.get("body", "")
    held = [kind for kind, met in _KINDS.items() if met.search(body)]
    if held:
        context["body"] = _SECTION.sub(lambda tag: _with(tag, held), body, count=1)


def _with(tag: re.Match[str], classes: list[str]) -> str:
    return f'<section class="{" ".join(filter(None, (tag["classes"], *classes)))}"'
