"""Units of a table: what «(단위: 억원, %)», «매출(백만달러)», "USD million" or "in thousands" say of its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

#: Powers of ten by the words that name them, whatever the language.
_SCALES: Mapping[str, int] = {
    "천": 3, "만": 4, "십만": 5, "백만": 6, "천만": 7, "억": 8, "십억": 9, "백억": 10, "천억": 11, "조": 12,
    "thousand": 3, "thousands": 3, "k": 3, "'000": 3, "’000": 3, "000s": 3, "000": 3,
    "million": 6, "millions": 6, "mn": 6, "mil": 6, "m": 6, "mm": 6, "billion": 9, "billions": 9, "bn": 9, "b": 9,
    "trillion": 12, "trillions": 12, "tn": 12, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "cr": 7,
}  # fmt: skip
_CURRENCIES: Mapping[str, str] = {
    "원": "KRW", "won": "KRW", "krw": "KRW", "₩": "KRW",
    "달러": "USD", "불": "USD", "미달러": "USD", "usd": "USD", "us$": "USD", "$": "USD", "dollars": "USD",
    "us dollars": "USD", "u.s. dollars": "USD",
    "유로": "EUR", "eur": "EUR", "€": "EUR", "euros": "EUR", "euro": "EUR",
    "파운드": "GBP", "gbp": "GBP", "£": "GBP", "pounds": "GBP", "엔": "JPY", "jpy": "JPY", "yen": "JPY", "¥": "JPY",
    "위안": "CNY", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "inr": "INR", "₹": "INR", "rs": "INR", "rs.": "INR",
    "rupees": "INR", "루피": "INR", "chf": "CHF", "hkd": "HKD", "sgd": "SGD", "aud": "AUD", "cad": "CAD",
}  # fmt: skip
_COUNTERS = (
    "명|건|곳|개소|개사|개|대|편|회|병상|가구|세대|종|사|톤|인|쌍|점|권|호|회선"
    "|patients|people|persons|cases|units|tonnes"
)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SIGNS = {word: code for word, code in _CURRENCIES.items() if not word[-1].isalpha() and word[-1] != "."}
_WORDS = {word: code for word, code in _CURRENCIES.items() if word not in _SIGNS}
_NOT_IN_WORD = r"(?<![A-Za-z0-9가-힣.,])"
_END = r"(?![A-Za-z0-9])"
_CURRENCY = rf"{_any(_SIGNS)}|(?:{_any(_WORDS)}){_END}(?![가-힣])"
_UNIT = re.compile(
    rf"(?P<basis>\bbps?\b|basis points|베이시스)"
    rf"|(?P<points>%p{_END}|%\s?포인트|percentage points|\bpp\b|\bppt?s?\b)"
    rf"|(?P<percent>%|\bpercent\b|\bper cent\b|퍼센트)"
    rf"|{_NOT_IN_WORD}(?P<scale_a>{_any(_SCALES)})?\s?(?:of |in )?(?P<currency_a>{_CURRENCY})"
    rf"(?:\s?(?:in )?(?P<scale_b>{_any(_SCALES)}){_END})?"
    rf"|{_NOT_IN_WORD}(?P<scale_c>천|만|십만|백만)?\s?(?P<counter>{_COUNTERS}){_END}(?![가-힣])"
    rf"|\bin (?P<scale_d>{_any(_SCALES)}){_END}(?!\s(?:of\s)?(?:{_CURRENCY}))"
    rf"|{_NOT_IN_WORD}(?P<scale_e>thousands|millions|billions){_END}"
    rf"|^\s*(?P<scale_f>{_any([word for word in _SCALES if len(word) > 1 or not word.isascii()])})\s*$",
    re.IGNORECASE,
)
_UNIT_LINE = re.compile(r"(?:단위|\bunits?)\s*[:：]?\s*(?P<units>[^)）\]>〉]{1,60})", re.IGNORECASE)
_LETTERS = re.compile("[A-Za-z가-힣]")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number of a table counts, and by how much it is multiplied: 억원 is ``Unit("KRW", 10**8)``.

    One that is not ``stated`` is the same for all numbers of a table of which nothing else is known.
    """

    name: str
    scale: Decimal = Decimal(1)
    stated: bool = True

    @property
    def is_percent(self) -> bool:
        return self.name in ("percent", "pp")


PERCENT = Unit("percent")
POINTS = Unit("pp")
NUMBER = Unit("number")
#: Of a number whose unit is not named, or named by words that are not known here (GWh, ha).
UNSTATED = Unit("number", stated=False)


def units_in(text: str) -> list[Unit]:
    """Every unit that ``text`` names, in order; an amount (5억원) names none."""
    return [_unit(match) for match in _UNIT.finditer(text)]


def unknown_units(line: str) -> bool:
    """Whether a unit line such as «(단위: ha, %)» names a unit that is not known here."""
    named = _UNIT_LINE.search(line)
    return named is not None and any(
        _LETTERS.search(part) and not units_in(part.strip()) for part in re.split(r"[,/·;]", named["units"])
    )


def without_units(text: str) -> str:
    """``text`` without units, years and brackets, to compare what two heads are about."""
    return re.sub(r"(?:19|20)[0-9]{2}년?|[\s()（）\[\],]+", " ", _UNIT.sub(" ", text)).strip().lower()


def _unit(match: re.Match[str]) -> Unit:
    if match["basis"]:
        return Unit("pp", Decimal("0.01"))
    if match["points"]:
        return POINTS
    if match["percent"]:
        return PERCENT
    words = [match[name] for name in ("scale_a", "scale_b", "scale_c", "scale_d", "scale_e", "scale_f") if match[name]]
    scale = Decimal(10) ** sum(_SCALES[word.lower()] for word in words)
    if match["currency_a"]:
        return Unit(_CURRENCIES[match["currency_a"].lower()], scale)
    return Unit((match["counter"] or "number").lower(), scale)
