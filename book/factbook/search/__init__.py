"""What the book's search takes for a word, in Korean, in English and in figures.

The rules are data (``rules.toml``). :mod:`factbook.search.rules` spells them out as one table of endings;
:mod:`factbook.search.terms` applies the table where the index is built, ``_static/search-terms.js`` where a reader asks.
Both are given the same table, so the two sides differ in nothing but the loop around it, which a test compares.
"""
