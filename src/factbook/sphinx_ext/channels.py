"""``{channels}``: what is read back in each channel of the site. How many statements are is filled in at the end."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from factbook.checks.channels.counted import CELL
from factbook.interface.catalogue import Catalogue
from factbook.sphinx_ext import language

_OF = "channels.of."


def setup(app: Sphinx) -> None:
    app.add_directive("channels", ChannelsDirective)


class ChannelsDirective(SphinxDirective):
    """The table of channels, in the order of the catalogue."""

    def run(self) -> list[nodes.Node]:
        return [nodes.raw("", table(language.words(self.env.app)), format="html")]


def table(words: Catalogue) -> str:
    """The channels as a table of the page, its counts empty."""
    name, compared, statements = words.under("channels.heading").values()
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in (name, compared))
    head += f'<th scope="col" class="statements">{escape(statements)}</th>'
    known = dict.fromkeys(key.removeprefix(_OF).split(".")[0] for key in words.strings if key.startswith(_OF))
    rows = "".join(
        f'<tr><th scope="row">{escape(words(f"{_OF}{key}.name"))}</th><td>{escape(words(f"{_OF}{key}.compared"))}</td>'
        f"{CELL.format(name=key, count='')}</tr>"
        for key in known
    )
    return (
        f'<div class="pst-scrollable-table-container"><table class="table channels" '
        f'aria-label="{escape(words("channels.table"))}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
