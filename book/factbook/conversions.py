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

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from factbook.amounts import quantize
from factbook.facts import REPORT_RATE, Entry, Facts

_WON, _DOLLARS = "KRW", "USD"


def dollars_behind(facts: Facts) -> Mapping[str, Entry]:
    """The dollar amounts behind the won amounts that follow the reader's rate, by the id of the won amount."""
    return MappingProxyType({won.id: dollars for won, dollars in _candidates(facts) if _converts(facts, won, dollars)})


def _candidates(facts: Facts) -> Iterator[tuple[Entry, Entry]]:
    """Each won amount that may be a conversion, and its dollars."""
    for fact in facts.facts.values():
        if fact.pair is not None:
            yield facts[fact.pair], fact
    for derived in facts.derived.values():
        if derived.operation == "convert" and derived.operands[1] == REPORT_RATE:
            yield derived, facts[derived.operands[0]]


def _converts(facts: Facts, won: Entry, dollars: Entry) -> bool:
    """Whether the dollars give the won as printed, at the report's rate."""
    if (won.unit.key, dollars.unit.key) != (_WON, _DOLLARS) or REPORT_RATE not in facts.entries:
        return False
    return quantize(dollars.value * facts[REPORT_RATE].value, won.amount.ulp) == won.amount.value
