"""Numbers of a spreadsheet as it shows them: by the format codes of ECMA-376 (part 1, 18.8.30 and 18.8.31).

A reader sees ``62.0%`` where the file holds 0.62; what is checked is what is seen.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

GENERAL = "General"
#: Codes that files name by number only.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "yyyy-mm-dd",
    16: "mm-dd", 17: "yyyy-mm", 22: "yyyy-mm-dd", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0", 42: "#,##0;-#,##0", 43: "#,##0.00;-#,##0.00",
    44: "#,##0.00;-#,##0.00", **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
}  # fmt: skip
#: A program computes with 15 digits, and shows no more than 11 of a number without a format.
_COMPUTED, _SHOWN = Context(prec=15, rounding=ROUND_HALF_UP), Context(prec=11, rounding=ROUND_HALF_UP)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|(?P<bare>.)'
)
_DATE = re.compile(r"[yd]|m(?!\w*\])", re.IGNORECASE)
_DIGITS = frozenset("0#?,.")


def shown(value: Decimal, code: str, *, from_1904: bool = False) -> str:
    """The text of a number with the format ``code``; with an unknown one, its digits."""
    value = _COMPUTED.plus(value)
    tokens = _tokens(_section(code, value))
    bare = "".join(text for text, is_bare in tokens if is_bare)
    if code.lower() == "general" or not tokens or "@" in bare:
        return _plain(value)
    if _DATE.search(bare) and not _DIGITS & set(bare) - set(".,"):
        return _date(value, tokens, from_1904)
    if "/" in bare or "e+" in bare.lower() or "e-" in bare.lower() or not {"0", "#", "?"} & set(bare):
        return _plain(value) if {"0", "#", "?"} & set(bare) else "".join(text for text, _ in tokens)
    return _number(value, tokens, bare, has_sign=";" not in code)


def _section(code: str, value: Decimal) -> str:
    """The part of a code for positive numbers, negative ones or zero."""
    parts = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    if value < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if value == 0 and len(parts) > 2 and parts[2].strip() else parts[0]


def _tokens(section: str) -> list[tuple[str, bool]]:
    """The text of a section in pieces, each with whether it is a sign of the format."""
    found: list[tuple[str, bool]] = []
    for match in _TOKEN.finditer(section):
        if match["bare"] is not None:
            found.append((match["bare"], True))
        else:
            found.append((match["quoted"] or match["escaped"] or match["currency"] or "", False))
    return found


def _number(value: Decimal, tokens: list[tuple[str, bool]], bare: str, *, has_sign: bool) -> str:
    digits = re.search(r"[0#?][0#?,.]*", bare)
    pattern = digits[0] if digits else "0"
    whole, _, rest = pattern.partition(".")
    scaled = len(pattern) - len(pattern.rstrip(","))
    places = sum(sign in "0#?" for sign in rest)
    amount = abs(value) * (100 if "%" in bare else 1) / Decimal(1000) ** scaled
    text = f"{amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):{',' if ',' in whole.rstrip(',') else ''}f}"
    if places and "#" in rest:
        kept = rest.count("0")
        text = re.sub(rf"(\.\d{{{kept}}}\d*?)0+$", r"\1", text).rstrip(".")
    written, is_set = [], False
    for sign, is_bare in tokens:
        if is_bare and sign in _DIGITS:
            written.append("" if is_set else text)
            is_set = True
        else:
            written.append(sign)
    minus = "-" if value < 0 and has_sign else ""
    return (minus + "".join(written)).strip()


def _plain(value: Decimal) -> str:
    text = f"{_SHOWN.plus(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(value: Decimal, tokens: list[tuple[str, bool]], from_1904: bool) -> str:
    """A day counted from the end of 1899 (with 1900 as a leap year, which it was not), or from 1904."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    if not 0 <= value < 2_958_466:
        return _plain(value)
    day = start + timedelta(days=int(value))
    code = "".join(text if is_bare else "".join(f"\0{letter}" for letter in text) for text, is_bare in tokens)

    def part(match: re.Match[str]) -> str:
        sign, length = match[0][0].lower(), len(match[0])
        if sign in "ye":
            return f"{day.year:04}" if length > 2 or sign == "e" else f"{day.year % 100:02}"
        if sign in "md":
            number = day.month if sign == "m" else day.day
            return f"{number:02}" if length == 2 else str(number)
        return ""

    text = re.sub(r"(?<!\0)(?:y+|m+|d+|[hs]+|e)", part, code, flags=re.IGNORECASE)
    return re.sub(r"(?<!\0):|AM/PM", "", text).replace("\0", "").strip()
