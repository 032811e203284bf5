"""Fractions in words, in any language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

#: Each in percent.
WORDS: Mapping[str, Decimal] = {
    "절반": Decimal(50), "3분의 1": Decimal(100) / 3, "3분의 2": Decimal(200) / 3, "4분의 1": Decimal(25),
    "4분의 3": Decimal(75), "5분의 1": Decimal(20),
    "half": Decimal(50), "a third": Decimal(100) / 3, "one third": Decimal(100) / 3, "one-third": Decimal(100) / 3,
    "two thirds": Decimal(200) / 3, "two-thirds": Decimal(200) / 3, "a quarter": Decimal(25),
    "one in four": Decimal(25), "three quarters": Decimal(75), "three-quarters": Decimal(75), "a fifth": Decimal(20),
    "one in five": Decimal(20), "one in three": Decimal(100) / 3, "one in ten": Decimal(10), "a tenth": Decimal(10),
}  # fmt: skip
IN_WORDS = re.compile(
    "|".join(
        rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
        for word in sorted(WORDS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)
