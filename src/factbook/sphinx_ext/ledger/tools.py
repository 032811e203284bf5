"""The directive ``{ledger-tools}``: what finds a row, and the link to the file that holds them all.

Without scripts only the link shows (tables.css); the tables are complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from factbook.interface.catalogue import Catalogue
from factbook.phrasing.saying import LEDGER, Sayer
from factbook.provenance import ledger
from factbook.provenance.publication import NUMBERS
from factbook.sphinx_ext import language
from factbook.sphinx_ext.ledger import opened


def setup(app: Sphinx) -> None:
    app.add_directive("ledger-tools", ToolsDirective)
    app.connect("html-page-context", _add_script)


class ToolsDirective(SphinxDirective):
    """Finding and choosing rows, and the download."""

    def run(self) -> list[nodes.Node]:
        return [nodes.raw("", html(opened.book(self.env.app).sayer, language.words(self.env.app)), format="html")]


def html(sayer: Sayer, words: Catalogue) -> str:
    """The tools as HTML, their words those of the book's language."""
    parts = ledger.parts(sayer)
    shown = {line.kind for part in parts for line in ledger.lines(part, sayer)}
    by_part = {part: words(f"ledger.part.{part}") for part in parts}
    by_kind = {kind: text for kind, text in words.under("ledger.kind").items() if kind in shown}
    say = {key: escape(text) for key, text in words.under("ledger.tools").items()}
    return (
        '<form class="ledger-tools">'
        f'<label>{say["find"]}<input type="search" name="find" autocomplete="off" spellcheck="false"></label>'
        f"{_choice('part', say, by_part)}{_choice('kind', say, by_kind)}"
        f'<button type="reset">{say["reset"]}</button>'
        f'<output aria-live="polite" data-shown="{say["shown"]}" data-none="{say["none"]}"></output></form>'
        f'<p class="ledger-download"><a href="../data/{NUMBERS["path"]}" download>{say["download"]}</a></p>'
    )


def _choice(name: str, say: Mapping[str, str], options: Mapping[str, str]) -> str:
    listed = "".join(f'<option value="{key}">{escape(text)}</option>' for key, text in options.items())
    return f'<label>{say[name]}<select name="{name}"><option value="">{say["all"]}</option>{listed}</select></label>'


def _add_script(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if pagename == LEDGER:
        app.add_js_file("ledger.js", loading_method="defer")
