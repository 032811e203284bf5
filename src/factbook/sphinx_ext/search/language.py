"""The book's languages for Sphinx's search: how words are split and stemmed, and the same rules for the browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import sphinx.search
from sphinx.search import SearchLanguage

from factbook.interface import catalogue
from factbook.search import rules, terms

_STEMMERS = Path(sphinx.search.__file__).parent / "minified-js"


class BookLanguage(SearchLanguage):
    """Korean, English and figures in one: pages of either language hold words of both."""

    def split(self, input: str) -> list[str]:  # noqa: A002 - Sphinx names it
        """The words and figures of a text."""
        return [input[token.start : token.end] for token in terms.of(input)]

    def stem(self, word: str) -> str:
        """A word without its endings, a figure as its value."""
        tokens = list(terms.of(word))
        if not tokens:
            return word
        last = tokens[0].terms
        return last[0] if last[0].startswith("#") else last[-1]

    def word_filter(self, word: str) -> bool:
        """Whether a word is indexed: whatever holds a term."""
        return bool(word)


@cache
def of(code: str) -> type[BookLanguage]:
    """The search language of a language of the book."""
    return type(
        f"Book{code.title()}",
        (BookLanguage,),
        {"lang": code, "language_name": catalogue.of(code)("site.language"), "js_stemmer_code": _script()},
    )


def _script() -> str:
    """What the browser needs of this module: Sphinx's own stemmer of English, and the rules."""
    stemmer = "".join((_STEMMERS / name).read_text("utf-8") for name in ("base-stemmer.js", "porter-stemmer.js"))
    return (
        "(() => {\n"
        f"var BaseStemmer, PorterStemmer;\n{stemmer}\n"
        "const factbook = (window.factbook ??= {});\n"
        "factbook.SearchStemmer = PorterStemmer;\n"
        f"factbook.searchRules = {rules.load().script()};\n"
        "})();"
    )
