"""What a page holds further down, said in the tag that its text begins with: style sheets lay it out by that.

A browser that draws a long page in steps would otherwise lay it out anew, under the reader's eyes, as soon as it meets
the first of them.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx

#: The classes of what is met, in the HTML of its node, by the class that the page's section gets.
_KINDS = {
    "holds-ledger": re.compile(r'class="ledger["\s]'),
    "holds-notes": re.compile(r'class="source-note["\s]'),
}
#: After everything that writes tables and notes into a page.
_LAST = 900


def setup(app: Sphinx) -> None:
    app.connect("doctree-resolved", _say, priority=_LAST)


def _say(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    section = next(iter(doctree.findall(nodes.section)), None)
    if section is None:
        return
    written = [str(node) for node in doctree.findall(nodes.raw)]
    section["classes"] += [kind for kind, met in _KINDS.items() if any(map(met.search, written))]
