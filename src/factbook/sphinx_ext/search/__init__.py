"""Search by section: what Sphinx's own index is fed with, and the words that its page speaks."""

from __future__ import annotations

from sphinx.application import Sphinx

from factbook.interface.catalogue import LANGUAGES
from factbook.sphinx_ext.search import builder, language


def setup(app: Sphinx) -> None:
    for code in LANGUAGES:
        app.add_search_language(language.of(code))
    app.add_builder(builder.Builder, override=True)
