"""Which won amounts are dollars converted at the report's rate. These, and no others, follow the rate of the reader.

A won amount is such a conversion where

- a source prints it as the other side of a dollar amount (``pair`` in ``facts.csv``), and the dollars times the
  report's rate give it to the last digit printed; or
- this book converts it: a formula ``convert`` of dollars at ``report-rate``.

All others stay as they are. What a source gives in won only (the value of a company, a market in a Korean article) has
no dollars behind it; what is converted at the average of a year says that rate itself. What the printed digits allow
(``data-part``) and what a relation gives (``data-relation``) are about the print, so they stay too.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from factbook.facts.collection import Facts
from factbook.facts.model import REPORT_RATE, Entry
from factbook.quantities.amounts import quantize

_WON, _DOLLARS = "KRW", "USD"


def dollars_behind(facts: Facts) -> Mapping[str, Entry]:
    """The dollar amounts behind the won amounts that follow the reader's rate, by the id of the won amount."""
    behind = ((name, dollars_of(facts[name], facts)) for name in facts.converted_from)
    return MappingProxyType({name: dollars for name, dollars in behind if dollars is not None})


def dollars_of(won: Entry, facts: Facts) -> Entry | None:
    """The dollar amount behind one won amount, if that follows the reader's rate."""
    origin = facts.converted_from.get(won.id)
    return facts[origin] if origin is not None and _converts(facts, won, facts[origin]) else None


def _converts(facts: Facts, won: Entry, dollars: Entry) -> bool:
    """Whether the dollars give the won as printed, at the report's rate."""
    if (won.unit.key, dollars.unit.key) != (_WON, _DOLLARS) or REPORT_RATE not in facts.entries:
        return False
    return quantize(dollars.value * facts[REPORT_RATE].value, won.amount.ulp) == won.amount.value
