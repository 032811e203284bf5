"""What the book's search takes for a word, in Korean, in English and in figures.

The rules are data (``rules.toml``). :mod:`factbook.search.rules` spells them out as one table of endings, which
:mod:`factbook.search.terms` applies where the index is built and ``theme/scripts/search-terms.js`` where a reader asks.
Both sides are given the same table; the loops around it are compared by tests.
"""
