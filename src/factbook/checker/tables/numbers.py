"""The number of a cell: 1,240 · △320 · (7,150) · 26.0% · 1,022¹⁾ · 1,97,162.03; an empty cell or n/a holds none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?"
_NUMBER = re.compile(
    rf"\s*(?P<open>[(（])?\s*(?P<sign>[-−–△▲▼▽+])?\s*(?P<before>US\$|[$₩£€¥₹])?\s*(?P<inner>[-−–])?"
    rf"(?P<digits>{_DIGITS})\s*(?P<after>%p|%|[가-힣]{{1,4}}|[A-Za-z$€£]{{1,8}})?\s*(?P<close>[)）])?"
    r"(?:\s*(?:[0-9]{1,2}\)|\[[0-9a-z]{1,2}\]|[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹]+⁾?))?\s*"
)
_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)[0-9]{2}(?:년|년도|E|A|F|P|\([EAFP]\))?")
#: Signs for a fall in Korean accounts; ▲ is one for a rise in tables of changes.
_NEGATIVE = frozenset("-−–△▲▼▽")


@dataclass(frozen=True, slots=True)
class Number:
    """A value with the unit of its last digit, both as printed; ``unit`` is the words beside the digits.

    ``rises`` and ``falls`` tell a triangle that points up or down, where a table has both.
    """

    value: Decimal
    ulp: Decimal
    unit: str
    bracketed: bool
    rises: bool
    falls: bool


def number_in(text: str) -> Number | None:
    """Return the number that is all of ``text``, or ``None``. A bare year is none; see :func:`is_year`."""
    match = _NUMBER.fullmatch(text)
    if match is None or bool(match["open"]) != bool(match["close"]) or len(match["digits"]) > 30:
        return None
    digits = match["digits"].replace(",", "")
    value = Decimal(digits)
    ulp = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    if match["sign"] in _NEGATIVE or match["inner"]:
        value = -value
    return Number(
        value,
        ulp,
        (match["before"] or "") + (match["after"] or ""),
        bool(match["open"]),
        rises=match["sign"] in ("▲", "△"),
        falls=match["sign"] in ("▼", "▽"),
    )


def is_year(text: str) -> bool:
    """Whether a cell is a calendar year: 2019, 2019년, FY2019, 2025E."""
    return _YEAR.fullmatch(text.strip()) is not None
