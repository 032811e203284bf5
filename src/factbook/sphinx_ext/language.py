"""One configuration for every language: the folder of the chapters says which one is built."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

import pydata_sphinx_theme
import sphinx_book_theme
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.config import Config

from factbook import report, theme
from factbook.data import layout
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES, Catalogue

#: The name by which Sphinx knows the catalogue of its pages.
_SPHINX = ("general", "sphinx")


def setup(app: Sphinx) -> None:
    report.work_on(layout.find(Path(app.srcdir)).root)
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
    """Gives Sphinx and its themes the words of the language, with those of :mod:`factbook.theme` before their own.

    Their catalogues are loaded anew where `jupyter-book build` has loaded another language's: Sphinx reads them before
    any extension is set up, so a plain `jupyter-book build book/ko` with the one configuration of the book would
    otherwise speak English.
    """
    if app.config.language != of(app):
        app.config.language = of(app)
        locale.translators.clear()
        app._init_i18n()
        app.add_message_catalog("sphinx", str(Path(pydata_sphinx_theme.__file__).parent / "locale"))
        folder = Path(sphinx_book_theme.__file__).parent / "theme" / "sphinx_book_theme" / "static" / "locales"
        app.add_message_catalog("booktheme", str(folder))
    if (own := theme.WORDS / f"{of(app)}.po").exists():
        app.translator = locale.translators[_SPHINX] = _before(own, app.translator)


def _before(catalogue: Path, others: NullTranslations) -> GNUTranslations:
    """The words of a gettext catalogue, and of ``others`` where it has none; no compiled file is left behind."""
    compiled = BytesIO()
    with catalogue.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    words = GNUTranslations(compiled)
    words.add_fallback(others)
    return words


def _words(app: Sphinx, config: Config) -> None:
    """Settings that are words, from the catalogue."""
    say = words(app)
    config.html_title = config.project = say("site.name")
    config.nb_code_prompt_show = say("sphinx.code-show")
    config.nb_code_prompt_hide = say("sphinx.code-hide")
    config.html_theme_options = {**config.html_theme_options, "search_bar_text": say("sphinx.search")}
