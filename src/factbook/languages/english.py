"""English figures: USD 2.4 billion, 26.0%, 15 September 2022, 86 papers, about 24 staff, at least 200 patients."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.languages import symbols
from factbook.languages.digits import NUMBER, last_digit, show, without_idle_zeros
from factbook.languages.language import CURRENCIES, Found, MoneyWords, Noun
from factbook.languages.reading import Reader
from factbook.languages.scanning import Scanner
from factbook.languages.vocabulary import Vocabulary
from factbook.quantities.amounts import Amount, Qualifier, quantize

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SCALES = {
    "quadrillion": Decimal(10) ** 15,
    "trillion": Decimal(10) ** 12,
    "billion": Decimal(10) ** 9,
    "million": Decimal(10) ** 6,
}
_HEDGES = {
    Qualifier.NONE: "{0}",
    Qualifier.ABOUT: "about {0}",
    Qualifier.AT_LEAST: "at least {0}",
    Qualifier.AT_MOST: "at most {0}",
}
#: The scales in which money is said, the largest first.
_MONEY_SCALES = tuple((name, _SCALES[name]) for name in ("trillion", "billion", "million"))
_SHORT = {
    Decimal(10) ** 12: "trillion tln trn tn tr T t",
    Decimal(10) ** 9: "billion bln bil bn Bn BN B b",
    Decimal(10) ** 6: "million mln mil mn Mn MN MM mm M m",
    Decimal(10) ** 3: "thousand K k",
}
_PER_DOLLAR = (
    r"(?:/|per[  ]|to the[  ]|to[  ]|a[  ])[  ]?(?:1[  ])?(?:USD|US dollar|U\.S\. dollar|dollar|\$1?)(?![A-Za-z])"
)
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"

VOCABULARY = Vocabulary(
    multipliers={"hundred": Decimal(100)},
    scales={**_SCALES, "thousand": Decimal(1000), "crore": Decimal(10) ** 7, "lakh": Decimal(10) ** 5},
    short_scales={word: power for power, words in _SHORT.items() for word in words.split()},
    currency_before={"W": "KRW", "Won": "KRW", "Rs.": "INR", "Rs": "INR"},
    currency_after={
        "US dollars": "USD",
        "U.S. dollars": "USD",
        "dollars": "USD",
        "dollar": "USD",
        "Korean won": "KRW",
        "South Korean won": "KRW",
        "won": "KRW",
        "Won": "KRW",
        "pounds": "GBP",
        "pound": "GBP",
        "euros": "EUR",
        "euro": "EUR",
        "yen": "JPY",
        "yuan": "CNY",
        "renminbi": "CNY",
        "rupees": "INR",
    },
    percent=("percent", "per cent"),
    points=("percentage points", "percentage point", "percentage-point"),
    rate_patterns=(
        rf"(?:KRW|₩|W)[  ]?(?P<number>{NUMBER})[  ]?{_PER_DOLLAR}",
        rf"(?P<number>{NUMBER})[  ](?:(?:South )?Korean )?(?:won|KRW)[  ]?{_PER_DOLLAR}",
        rf"(?:USD[  ]?1|US\$[  ]?1|\$1|1[  ]USD)[  ]?=[  ]?(?:KRW|₩|W)[  ]?(?P<number>{NUMBER})",
        rf"(?:USD[  ]?1|US\$[  ]?1|\$1|1[  ]USD)[  ]?=[  ]?(?P<number>{NUMBER})[  ]?(?:won|KRW)",
    ),
    hedges_before={
        **dict.fromkeys(
            ("about", "around", "approximately", "approx.", "some", "roughly", "nearly", "almost", "circa"),
            Qualifier.ABOUT,
        ),
        **dict.fromkeys(
            ("at least", "over", "more than", "above", "exceeding", "in excess of", "upwards of", "surpassing"),
            Qualifier.AT_LEAST,
        ),
        **dict.fromkeys(
            ("at most", "up to", "under", "less than", "fewer than", "below", "no more than", "as much as"),
            Qualifier.AT_MOST,
        ),
    },
    hedges_after={"or more": Qualifier.AT_LEAST, "or less": Qualifier.AT_MOST, "or fewer": Qualifier.AT_MOST},
    calendar=(
        rf"(?P<day>[0-9]{{1,2}})[  ]{_MONTH}[  ](?P<year>(?:19|20|21)[0-9]{{2}})(?![0-9])",
        rf"{_MONTH}[  ](?P<day>[0-9]{{1,2}}),[  ]?(?P<year>(?:19|20|21)[0-9]{{2}})(?![0-9])",
        rf"{_MONTH}[  ](?P<year>(?:19|20|21)[0-9]{{2}})(?![0-9])",
    ),
    months={name: number for number, name in enumerate(_MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
    | {"Sept": 9},
)


class English:
    """Says and reads figures in English."""

    code = "en"
    money = MoneyWords(_MONEY_SCALES, {unit: unit for unit in CURRENCIES}, _HEDGES)

    def __init__(self) -> None:
        self._scanner = Scanner((VOCABULARY, symbols.VOCABULARY))
        self._reader = Reader(self._scanner, lambda noun: (noun.en_many, noun.en_one))

    def say(self, amount: Amount, noun: Noun | None = None) -> str:
        """``amount`` in English, with the plural or singular of ``noun`` behind the digits of a count."""
        return _HEDGES[amount.qualifier].format(_figure(amount, noun))

    def read(self, text: str, unit: str | None = None, noun: Noun | None = None) -> Amount:
        """The one amount that is all of ``text``; raises ``ValueError`` where it is not one."""
        return self._reader.read(text, unit, noun)

    def scan(self, text: str) -> Iterator[Found]:
        """Every figure of ``text`` that is written the English way."""
        return self._scanner.scan(text)


def _figure(amount: Amount, noun: Noun | None) -> str:
    digits = show(amount.value, amount.ulp)
    match amount.unit:
        case unit if unit in CURRENCIES:
            return f"{unit} {_scaled(amount)}"
        case "percent":
            return f"{digits}%"
        case "pp":
            return f"{digits} percentage point{'' if digits == '1' else 's'}"
        case "krw-per-usd":
            return f"KRW {digits} per USD"
        case "number":
            return digits
        case "year" | "month" | "date":
            return _calendar(int(amount.value), amount.unit)
    if noun is None:
        raise ValueError(f"«{amount.unit}» is said with a noun: give its English singular and plural")
    return f"{digits} {noun.en_one if digits == '1' else noun.en_many}".rstrip()


def _calendar(value: int, unit: str) -> str:
    if unit == "year":
        return str(value)
    if unit == "month":
        return f"{_MONTHS[value % 100 - 1]} {value // 100}"
    return f"{value % 100} {_MONTHS[value // 100 % 100 - 1]} {value // 10000}"


def _scaled(amount: Amount) -> str:
    """Digits and million, billion or trillion: the largest that fits, and none finer than the last digit printed."""
    ulp = amount.ulp or min(last_digit(amount.value), Decimal(1))
    value = quantize(amount.value, ulp)
    name, power = _scale(abs(value), ulp)
    if not name:
        return show(value, min(ulp, Decimal(1)))
    unit_of_digit = min(ulp / power if amount.ulp else last_digit(value / power), Decimal(1))
    return f"{without_idle_zeros(show(value / power, unit_of_digit))} {name}"


def _scale(value: Decimal, ulp: Decimal) -> tuple[str, Decimal]:
    """The largest scale within ``value``, or the smallest that is not finer than ``ulp``."""
    scales = _MONEY_SCALES[::-1]
    fitting = [scale for scale in scales if scale[1] <= value]
    if fitting and fitting[-1][1] >= ulp:
        return fitting[-1]
    coarser = [scale for scale in scales if scale[1] >= ulp and scale[1] > value]
    if (fitting or ulp >= scales[0][1]) and coarser:
        return coarser[0]
    return fitting[-1] if fitting else ("", Decimal(1))
