"""The ledger: every number of the book, and every relation among them, as lines of a page and as a table to download.

Pure: facts and judgements in, lines out. Where a number is used is filled in by the Sphinx extension, which alone
knows the pages.
"""

from factbook.provenance.ledger.formulas import formula
from factbook.provenance.ledger.lines import Line, compared, headings, lines
from factbook.provenance.ledger.parts import DERIVED, RATES, RELATIONS, part_of, parts
from factbook.provenance.ledger.table import rows

__all__ = [
    "DERIVED",
    "RATES",
    "RELATIONS",
    "Line",
    "compared",
    "formula",
    "headings",
    "lines",
    "part_of",
    "parts",
    "rows",
]
