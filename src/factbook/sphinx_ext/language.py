"""One configuration for every language: the folder of the chapters says which one is built."""

from __future__ import annotations

from pathlib import Path

import pydata_sphinx_theme
import sphinx_book_theme
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.config import Config

from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES, Catalogue


def setup(app: Sphinx) -> None:
    _speak(app)
    app.connect("config-inited", _words, priority=100)


def of(app: Sphinx) -> str:
    """The language of the book being built: the name of its folder where that is a language, else the setting."""
    folder = Path(app.srcdir).name
    return folder if folder in LANGUAGES else str(app.config.language)


def words(app: Sphinx) -> Catalogue:
    """The strings of the language being built."""
    return catalogue.of(of(app))


def _speak(app: Sphinx) -> None:
    """Loads the catalogues of Sphinx and its themes anew where `jupyter-book build` has loaded another language's.

    Sphinx reads them before any extension is set up, so a plain `jupyter-book build book/ko` with the one
    configuration of the book would otherwise speak English.
    """
    if app.config.language == of(app):
        return
    app.config.language = of(app)
    locale.translators.clear()
    app._init_i18n()
    app.add_message_catalog("sphinx", str(Path(pydata_sphinx_theme.__file__).parent / "locale"))
    app.add_message_catalog(
        "booktheme", str(Path(sphinx_book_theme.__file__).parent / "theme" / "sphinx_book_theme" / "static" / "locales")
    )


def _words(app: Sphinx, config: Config) -> None:
    """Settings that are words, from the catalogue."""
    say = words(app)
    config.html_title = config.project = say("site.name")
    config.nb_code_prompt_show = say("sphinx.code-show")
    config.nb_code_prompt_hide = say("sphinx.code-hide")
    config.html_theme_options = {**config.html_theme_options, "search_bar_text": say("sphinx.search")}
    # Sphinx looks for the words of its scripts from the working directory, unlike those of its pages.
    config.locale_dirs = [str((Path(app.srcdir) / folder).resolve()) for folder in config.locale_dirs]
