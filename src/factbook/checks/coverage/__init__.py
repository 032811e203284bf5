"""Every number of the built pages, and what accounts for it: a fact of the book, or a declared rule that excuses it.

A page is read into passages (``passages``, ``pictures``) and the numbers of a passage are found (``numerals``). Each is
accounted for (``accounts``) by the mark it stands in, by reading it back (``readings``), or by a rule (``rules``).
"""

from factbook.checks.coverage.accounts import NAME, Number, numbers
from factbook.checks.coverage.tally import summary

__all__ = ["NAME", "Number", "numbers", "summary"]
