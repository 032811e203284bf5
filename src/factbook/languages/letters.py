"""The letters of each language whose readers write no other: whoever reads another language need not know them."""

from __future__ import annotations

import re
from collections.abc import Mapping

LETTERS: Mapping[str, re.Pattern[str]] = {"ko": re.compile(r"[가-힣]+")}
