"""The look of the pages: the templates, stylesheets and scripts of :mod:`factbook.theme`, before a report's own."""

from __future__ import annotations

import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from factbook import theme
from factbook.sphinx_ext import editions
from factbook.theme import bundling

#: Before Sphinx reads the names of stylesheets and scripts.
_EARLY = 100


def setup(app: Sphinx) -> None:
    app.connect("config-inited", _dress, priority=_EARLY)
    app.connect("builder-inited", _bundle_scripts)


def _dress(app: Sphinx, config: Config) -> None:
    config.templates_path = [str(theme.TEMPLATES), *config.templates_path]
    config.html_static_path = [str(theme.STATIC), *config.html_static_path]
    sheets = [*theme.SHEETS, *config.html_css_files, (theme.PRINTED, {"media": "print"})]
    config.html_css_files = sheets
    config.html_js_files = [(theme.SCRIPT, {"defer": "defer"}), *config.html_js_files]
    config.html_theme_options = {**config.html_theme_options, **theme.OPTIONS}
    config.html_favicon = os.path.relpath(editions.book(app).icon, app.srcdir)


def _bundle_scripts(app: Sphinx) -> None:
    """Write the bundled scripts before the pages, which name them by a hash of their contents."""
    folder = Path(app.outdir, "_static")
    folder.mkdir(parents=True, exist_ok=True)
    for name in theme.LOADED:
        (folder / name).write_text(bundling.bundled(theme.SCRIPTS / name), "utf-8")
