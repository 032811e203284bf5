"""Two builds of the same sources give the same bytes, the first one in a new folder too."""

from __future__ import annotations

from pathlib import Path

from myst_nb.sphinx_ext import add_global_html_resources
from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", _style_sheets_before_pages)


def _style_sheets_before_pages(app: Sphinx) -> None:
    """A page names its style sheets by a digest of what they hold; MyST-NB would write its own after the pages."""
    Path(app.outdir, "_static").mkdir(parents=True, exist_ok=True)
    add_global_html_resources(app, None)
