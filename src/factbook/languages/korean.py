"""Korean figures: 2조 9,280억 원, 26.0%, 2022년 9월 15일, 86편, 약 24명, 200명 이상."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factbook.languages import symbols
from factbook.languages.digits import NUMBER, last_digit, show
from factbook.languages.language import CURRENCIES, Found, MoneyWords, Noun
from factbook.languages.reading import Reader
from factbook.languages.scanning import Scanner
from factbook.languages.vocabulary import Vocabulary
from factbook.quantities.amounts import Amount, Qualifier, quantize

_CURRENCY_NAMES = {"USD": "달러", "KRW": "원", "GBP": "파운드", "EUR": "유로", "JPY": "엔", "CNY": "위안"}
_BLOCKS = (("경", Decimal(10) ** 16), ("조", Decimal(10) ** 12), ("억", Decimal(10) ** 8), ("만", Decimal(10) ** 4))
_HEDGES = {
    Qualifier.NONE: "{0}",
    Qualifier.ABOUT: "약 {0}",
    Qualifier.AT_LEAST: "{0} 이상",
    Qualifier.AT_MOST: "{0} 이하",
}

VOCABULARY = Vocabulary(
    multipliers={"천": Decimal(1000), "백": Decimal(100), "십": Decimal(10)},
    scales=dict(_BLOCKS),
    scale_end="[각항례직]",
    currency_after={
        "원화": "KRW",
        "원": "KRW",
        "달러": "USD",
        "불": "USD",
        "미국달러": "USD",
        "미국 달러": "USD",
        "미 달러": "USD",
        "파운드": "GBP",
        "유로": "EUR",
        "엔": "JPY",
        "위안": "CNY",
        "홍콩달러": "HKD",
        "호주달러": "AUD",
        "캐나다달러": "CAD",
        "싱가포르달러": "SGD",
        "루피": "INR",
    },
    currency_before={"원화": "KRW", "한화": "KRW", "미화": "USD"},
    currency_end="(?<=원)(?:[인자료천본형칙래장고리작소생심격활유]|전(?!후)|도체|가(?=[절구동격]| 절감))|(?<=불)[법만]",
    percent=("퍼센트", "프로"),
    points=("%포인트", "% 포인트", "％포인트", "퍼센트포인트", "퍼센트 포인트"),
    rate_patterns=(
        rf"(?:(?:USD|\$)?[  ]?1[  ]?)?(?:달러|불)(?:당|[  ]?=)[  ]?(?:약[  ]?)?(?P<number>{NUMBER})[  ]?원",
        rf"(?:\$|USD)[  ]?1[  ]?=[  ]?(?P<number>{NUMBER})[  ]?원",
        rf"환율(?:은|을|이)?[  ]?(?:약|평균|기준)?[  ]?(?P<number>{NUMBER})[  ]?원",
        rf"(?P<number>{NUMBER})[  ]?원[  ]?/[  ]?(?:달러|USD|\$)",
    ),
    hedges_before={
        "약": Qualifier.ABOUT,
        "대략": Qualifier.ABOUT,
        "최소": Qualifier.AT_LEAST,
        "최소한": Qualifier.AT_LEAST,
        "적어도": Qualifier.AT_LEAST,
        "최대": Qualifier.AT_MOST,
    },
    hedges_after={
        "이상": Qualifier.AT_LEAST,
        "초과": Qualifier.AT_LEAST,
        "넘는": Qualifier.AT_LEAST,
        "이 넘는": Qualifier.AT_LEAST,
        "가 넘는": Qualifier.AT_LEAST,
        "을 넘는": Qualifier.AT_LEAST,
        "를 넘는": Qualifier.AT_LEAST,
        "이 넘": Qualifier.AT_LEAST,
        "가 넘": Qualifier.AT_LEAST,
        "을 넘": Qualifier.AT_LEAST,
        "를 넘": Qualifier.AT_LEAST,
        "넘게": Qualifier.AT_LEAST,
        "이하": Qualifier.AT_MOST,
        "미만": Qualifier.AT_MOST,
        "가량": Qualifier.ABOUT,
        "정도": Qualifier.ABOUT,
        "안팎": Qualifier.ABOUT,
        "내외": Qualifier.ABOUT,
    },
    calendar=(
        r"(?P<year>(?:19|20|21)[0-9]{2})년[  ]?(?P<month>[0-9]{1,2})월[  ]?(?P<day>[0-9]{1,2})일",
        r"(?P<year>(?:19|20|21)[0-9]{2})년[  ]?(?P<month>[0-9]{1,2})월",
        r"(?P<year>(?:19|20|21)[0-9]{2})\.[ ]?(?P<month>[01]?[0-9])\.[ ]?(?P<day>[0-3]?[0-9])(?![0-9])",
    ),
    year_after=("년도", "년"),
    counter_after="[  ]?(?:여[  ]?)?(?:명|건|곳|가구|세대|개|대|마리|편|톤|병상|권|척|쌍)",
)


class Korean:
    """Says and reads figures in Korean."""

    code = "ko"
    money = MoneyWords(_BLOCKS, _CURRENCY_NAMES, _HEDGES)

    def __init__(self) -> None:
        self._scanner = Scanner((VOCABULARY, symbols.VOCABULARY))
        self._reader = Reader(self._scanner, lambda noun: (noun.ko,))

    def say(self, amount: Amount, noun: Noun | None = None) -> str:
        """``amount`` in Korean, with the counter of ``noun`` right behind the digits of a count."""
        return _HEDGES[amount.qualifier].format(_figure(amount, noun))

    def read(self, text: str, unit: str | None = None, noun: Noun | None = None) -> Amount:
        """The one amount that is all of ``text``; raises ``ValueError`` where it is not one."""
        return self._reader.read(text, unit, noun)

    def scan(self, text: str) -> Iterator[Found]:
        """Every figure of ``text`` that is written the Korean way."""
        return self._scanner.scan(text)


def _figure(amount: Amount, noun: Noun | None) -> str:
    digits = show(amount.value, amount.ulp)
    match amount.unit:
        case unit if unit in CURRENCIES:
            return _money(amount, _CURRENCY_NAMES[unit])
        case "percent":
            return f"{digits}%"
        case "pp":
            return f"{digits}%p"
        case "krw-per-usd":
            return f"달러당 {digits}원"
        case "number":
            return digits
        case "year" | "month" | "date":
            return _calendar(int(amount.value), amount.unit)
    if noun is None:
        raise ValueError(f"«{amount.unit}» is said with a noun: give its Korean counter")
    return f"{digits}{noun.ko}"


def _calendar(value: int, unit: str) -> str:
    if unit == "year":
        return f"{value}년"
    if unit == "month":
        return f"{value // 100}년 {value % 100}월"
    return f"{value // 10000}년 {value // 100 % 100}월 {value % 100}일"


def _money(amount: Amount, currency: str) -> str:
    """조·억·만 blocks, each grouped by commas, down to the last digit printed."""
    ulp = amount.ulp or min(last_digit(amount.value), Decimal(1))
    value = quantize(amount.value, ulp)
    sign, rest, blocks = "-" if value < 0 else "", abs(value), []
    for name, power in _BLOCKS:
        count, rest = rest // power, rest % power
        if count:
            blocks.append(f"{count:,f}{name}")
    if rest or not blocks:
        return sign + " ".join([*blocks, show(rest, min(ulp, Decimal(1)))]) + currency
    return f"{sign}{' '.join(blocks)} {currency}"
