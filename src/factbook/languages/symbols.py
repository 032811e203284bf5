"""What is written the same way in every language: currency codes and signs, the percent sign, ISO dates."""

from __future__ import annotations

from factbook.languages.vocabulary import Vocabulary
from factbook.quantities.amounts import Qualifier

_CODES = ("USD", "KRW", "GBP", "EUR", "JPY", "CNY", "HKD", "AUD", "CAD", "SGD", "TWD", "INR", "CHF")
_SIGNS = {
    "USD": ("US$", "US $", "U.S.$", "U$", "$", "＄"),
    "KRW": ("₩", "￦"),
    "GBP": ("£",),
    "EUR": ("€",),
    "JPY": ("¥", "￥"),
    "CNY": ("RMB", "CN¥"),
    "HKD": ("HK$",),
    "AUD": ("A$", "AU$"),
    "CAD": ("C$", "CA$"),
    "SGD": ("S$",),
    "TWD": ("NT$",),
    "INR": ("₹",),
}

VOCABULARY = Vocabulary(
    currency_before={code: code for code in _CODES} | {sign: code for code, signs in _SIGNS.items() for sign in signs},
    currency_after={code: code for code in _CODES} | {"US$": "USD", "$": "USD", "€": "EUR", "RMB": "CNY"},
    percent=("%", "％"),
    points=("%p", "%P", "%pt", "%-points", "%-point", "pp", "ppt"),
    hedges_before={
        "≈": Qualifier.ABOUT,
        "~": Qualifier.ABOUT,
        "≥": Qualifier.AT_LEAST,
        ">": Qualifier.AT_LEAST,
        "≤": Qualifier.AT_MOST,
        "<": Qualifier.AT_MOST,
    },
    calendar=(r"(?P<year>(?:19|20|21)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9])",),
)
