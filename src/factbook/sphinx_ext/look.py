"""The look of the pages: the templates, stylesheets and scripts of :mod:`factbook.theme`, before a report's own."""

from __future__ import annotations

import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from factbook import theme
from factbook.data import layout

#: Before Sphinx reads the names of stylesheets and scripts.
_EARLY = 100


def setup(app: Sphinx) -> None:
    app.connect("config-inited", _dress, priority=_EARLY)


def _dress(app: Sphinx, config: Config) -> None:
    config.templates_path = [str(theme.TEMPLATES), *config.templates_path]
    config.html_static_path = [str(theme.STATIC), *config.html_static_path]
    sheets = [*theme.SHEETS, *config.html_css_files, (theme.PRINTED, {"media": "print"})]
    config.html_css_files = sheets
    config.html_js_files = [*((name, {"defer": "defer"}) for name in theme.SCRIPTS), *config.html_js_files]
    config.html_theme_options = {**config.html_theme_options, **theme.OPTIONS}
    config.html_favicon = os.path.relpath(layout.find(Path(app.srcdir)).icon, app.srcdir)
