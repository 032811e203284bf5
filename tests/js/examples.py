"""Examples of what scripts and Python must both compute; ``python -m tests.js.examples`` writes them to one file.

``node --test`` reads the file, and a test compares it with what Python would write now.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from factbook import languages
from factbook.checks.channels.scripts import RATES, Following
from factbook.interface.catalogue import LANGUAGES
from factbook.languages.digits import show
from factbook.quantities.amounts import Amount, Qualifier
from factbook.search import rules, terms
from factbook.sphinx_ext.rate import money_words

FILE = Path(__file__).with_name("examples.json")
#: Amounts of each language that are drawn, beside those at the edges of a scale or a half.
_DRAWN = 200
_EDGES = (("0", "1", ""), ("99999.5", "1", ""), ("999950000000", "100000000", ""), ("0.005", "0.01", ""))
_DOLLARS = ("0.6", "26", "600000000", "2400000000", "1234567.89", "999999999999")
_DIGITS = ("0", "100", "1220", "1350.5", "1165.8016", "1130.455", "999999.995", "0.5")
_TEXTS = (
    "시장에서만은 성장하였습니다만 전문의는 뇌를 의료의 성장율 커졌습니다 늘어나는 낮춘 됐다 입니까 AI를 FDA의",
    "2조 9,280억 원 2조9280억 7320 억원 12만3,456원 0.50% 26 per cent 1,2345 3.14.15 2019 만에 5bnx 1천186억2천만",
    "HeartFlow’s in-silico studies of ageing hospitals, generalizations; skies, dying, flies, yes, oed, yyy",
    "e\u0301\u00a0½ ﬁ \u3000ㄱㄴ 가 \U0001f600 12345678901234567890123 백만 십억 7,320억7,320억",
    "디지털 트윈은 시장을 키웠지만, 의료기기의 가격까지도 낮추었다고 합니다.",
    "USD 2.4 billion (KRW 2.298 trillion), up 26.0 percent a year from $0.6bn",
)


def written() -> str:
    """The file: rules and words as the pages have them, then each kind of example, one a line."""
    kinds = {
        "rules": [json.loads(rules.load().script())],
        "money": [{language: json.loads(money_words(language)) for language in LANGUAGES}],
        "stems": [{word: stem for text in _TEXTS for word, stem in _stems(text)}],
        "said": list(_said()),
        "converted": list(_converted()),
        "digits": [[value, show(Decimal(value), _last(Decimal(value)))] for value in _DIGITS],
        "terms": [[text, [[*_places(text, t.start, t.end), list(t.terms)] for t in terms.of(text)]] for text in _TEXTS],
    }
    lines = (f'"{kind}": [\n{_listed(examples)}\n]' for kind, examples in kinds.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _listed(examples: list[Any]) -> str:
    return ",\n".join(json.dumps(one, ensure_ascii=False) for one in examples)


def _said() -> Iterator[list[str]]:
    """Amounts in won: language, value, unit of the last digit, qualifier, in words."""
    chance = random.Random(1220)
    for language in LANGUAGES:
        for value, ulp, qualifier in (*_EDGES, *_drawn(chance)):
            amount = Amount(Decimal(value), "KRW", Decimal(ulp), Qualifier(qualifier))
            yield [language, value, ulp, qualifier, languages.of(language).say(amount)]


def _drawn(chance: random.Random) -> Iterator[tuple[str, str, str]]:
    for _ in range(_DRAWN):
        digits = chance.choice([5, chance.randrange(1, 10 ** chance.randint(1, 12))])
        value = Decimal(digits).scaleb(chance.randint(-4, 8))
        ulp = Decimal(1).scaleb(chance.randint(-3, 12))
        yield f"{value:f}", f"{ulp:f}", chance.choice(list(Qualifier)).value


def _converted() -> Iterator[list[str]]:
    """Dollars in won: language, dollars, rate, unit of the last digit, in words."""
    for language in LANGUAGES:
        for dollars in _DOLLARS:
            for rate in ("1220", *RATES):
                for ulp in ("1", "10000", "100000000"):
                    amount = Following(Decimal(dollars), Decimal(ulp), Qualifier.NONE, "")
                    yield [language, dollars, rate, ulp, amount.said(Decimal(rate), language)]


def _last(value: Decimal) -> Decimal:
    """The unit of the last digit that is shown of a rate: two places, or as many as it has."""
    return max(Decimal("0.01"), Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))))


def _stems(text: str) -> Iterator[tuple[str, str]]:
    """The English words of a text with their stems: the stemmer in the browser is Sphinx's, not the book's."""
    for token in terms.of(text):
        word = token.terms[0]
        if word.isascii() and not word.startswith("#"):
            yield word, token.terms[-1]


def _places(text: str, *positions: int) -> list[int]:
    """Positions in a text as JavaScript counts them: in units of UTF-16."""
    return [len(text[:position].encode("utf-16-le")) // 2 for position in positions]


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
