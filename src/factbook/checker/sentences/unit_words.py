"""Words that name units, in any language: lengths of time, people, currencies; numbers in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factbook.checker.sentences.number_words import ENGLISH_WORDS, KOREAN_WORDS

#: What a sentence without digits may hold that computes: a number, a fraction or a multiple in words.
NUMBER_WORD = re.compile(
    rf"\b(?:{ENGLISH_WORDS}|dozen|half|third|quarter|doubled|tripled|halved)\b"
    rf"|(?<![가-힣])(?:{KOREAN_WORDS})[ ]|절반|갑절|분의",
    re.IGNORECASE,
)
#: Days in words.
DAYS: Mapping[str, int] = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "열흘": 10, "보름": 15,
}  # fmt: skip
#: Units of time by name, each with the expression of its words.
TIME_UNITS = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("month", "month|달|개월"),
        ("week", "week|주"),
        ("quarter", "quarter|분기"),
        ("year", "year|년|해"),
        ("hour", "hour|시간"),
        ("minute", "minute|분"),
        ("second", "second|초"),
        ("night", "night|박"),
        ("day", "day|일"),
    )
)
#: Ages by decade, which count nothing.
AGES = frozenset({"10", "20", "30", "40", "50", "60", "70", "80", "90"})
PEOPLE_WORDS = frozenset({"명", "사람", "인", "people", "persons"})
#: Currencies that a stated rate names.
CURRENCIES: Mapping[str, str] = {
    "pound": "GBP", "dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "franc": "CHF", "won": "KRW",
    "rupee": "INR", "달러": "USD", "유로": "EUR", "엔": "JPY", "위안": "CNY", "파운드": "GBP", "프랑": "CHF",
}  # fmt: skip
