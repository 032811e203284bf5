"""Finding figures in running text: one grammar, the words of whatever languages it is given.

A figure is blocks of digits × multiplier × scale (1천186억2천만, 1조 535 십억, 2,343 trillion), the currency before,
after or missing; or a percentage; or a day of the calendar. Every expression is anchored and none nests repetition, so
the time is proportional to the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from factbook.languages.blocks import MOST_DIGITS, SPACE, Blocks
from factbook.languages.digits import NUMBER, parse
from factbook.languages.language import Found, is_year
from factbook.languages.vocabulary import Vocabulary, alternatives, merge
from factbook.quantities.amounts import Amount, Qualifier

T = TypeVar("T")
#: How far before a figure its hedge may begin, in characters.
_HEDGE_REACH = 24
#: No figure begins further before its first digit than this, in characters: its longest part is a month or a currency.
_LEAD = 40
_DIGIT = re.compile("[0-9]")
#: A year without its century. After it stands «year» or no word at all, and the mark before it opens no quotation:
#: ‘24억’, ‘26.0%’, ‘29’ and ‘86 papers’ quote a figure.
_SHORT_YEAR = (
    r"['’‘‛][0-9]{2}(?=년)"
    r"|(?:’|['‘‛](?![^'‘’\n]{0,40}['’](?![0-9])))[0-9]{2}(?=[^\w.,%％’']|[.,](?![0-9])|$)"
)


class Scanner:
    """Finds the figures that the vocabularies can spell."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        words = merge(vocabularies)
        self._words = words
        months = alternatives(words.months)
        before = alternatives(words.currency_before)
        rate = "|".join(words.rate_patterns).replace("(?P<number>", "(?:") or "(?!)"
        self._anchor = re.compile(
            rf"(?P<rate>(?<![0-9.,])(?:{rate}))|(?P<month>(?<![A-Za-z])(?:{months}))"
            rf"|(?P<short_year>{_SHORT_YEAR})"
            rf"|(?:(?P<currency>(?<![A-Za-z])(?:{before})){SPACE}?)?"
            rf"(?P<sign>(?<![\w.,)%’~–-])[-−–△])?(?:(?P<inner>{before}){SPACE}?)?"
            rf"(?P<number>(?<![0-9])(?<![0-9][.,])(?:{NUMBER}))"
        )
        after, currency_end = alternatives(words.currency_after), f"(?!{words.currency_end or '(?!)'})"
        self._after = re.compile(rf"(?:(?P<joined>{after})|{SPACE}(?P<apart>{after}){currency_end})")
        self._blocks = Blocks(words, self._after)
        self._percent = re.compile(
            rf"{SPACE}?-?(?:(?P<points>{alternatives(words.points)})|{alternatives(words.percent)})"
        )
        self._rates = tuple(re.compile(pattern) for pattern in words.rate_patterns)
        self._calendar = tuple(re.compile(pattern) for pattern in words.calendar)
        self._year_after = re.compile("|".join(words.year_after) or "(?!)")
        self._hedge_before = re.compile(
            rf"(?<![A-Za-z])(?P<hedge>{alternatives(words.hedges_before)}){SPACE}?$", re.IGNORECASE
        )
        # Most figures have none, and their last letter tells so at once.
        self._hedge_ends = frozenset(word[-1].lower() for word in words.hedges_before)
        self._hedge_after = re.compile(rf"{SPACE}?(?P<hedge>{alternatives(words.hedges_after)})", re.IGNORECASE)

    def scan(self, text: str) -> Iterator[Found]:
        """Every figure of ``text``, in order, without overlap."""
        position = 0
        while digit := _DIGIT.search(text, position):
            match = self._anchor.search(text, max(position, digit.start() - _LEAD))
            if match is None:
                return
            found = self._figure(text, match)
            if found is not None:
                yield found if found.outer_start >= position else replace(found, outer_start=found.start)
            position = match.end() if found is None else found.outer_end

    def _figure(self, text: str, match: re.Match[str]) -> Found | None:
        if match["month"]:
            return self._date(text, match.start())
        if match["short_year"]:
            return _found(
                text, match.start(), match.end(), Amount(Decimal(2000 + int(match["short_year"][1:])), "year")
            )
        if match["rate"]:
            return self._rate(text, match.start())
        if len(match["number"]) > MOST_DIGITS:
            return None
        dated = None if match["currency"] else self._date(text, match.start())
        return dated or self._quantity(text, match)

    def _date(self, text: str, start: int) -> Found | None:
        for pattern in self._calendar:
            if match := pattern.match(text, start):
                amount = _calendar_amount(match, self._words.months)
                if amount:
                    return self._hedged(text, start, match.end(), amount, scaled=False)
        return None

    def _rate(self, text: str, start: int) -> Found | None:
        for pattern in self._rates:
            match = pattern.match(text, start)
            if match and len(match["number"]) <= MOST_DIGITS:
                value, ulp = parse(match["number"])
                return self._hedged(text, start, match.end(), Amount(value, "krw-per-usd", ulp), scaled=False)
        return None

    def _quantity(self, text: str, match: re.Match[str]) -> Found:
        before = match["currency"] or match["inner"]
        block = self._blocks.read(text, match.start("number"), short=bool(before))
        value = -block.value if match["sign"] else block.value
        end, unit, ulp = block.end, "number", block.ulp
        scaled = block.scaled
        if before:
            unit = _word(self._words.currency_before, before)
            end = self._skip_same_currency(text, end, unit)
        elif currency := self._after.match(text, end):
            unit = self._currency_after(currency)
            end = currency.end()
        elif not scaled and (percent := self._percent.match(text, end)):
            unit = "pp" if percent["points"] else "percent"
            end = percent.end()
        elif not scaled and _looks_like_year(match, value):
            unit, ulp = "year", Decimal(0)
            if suffix := self._year_after.match(text, end):
                end = suffix.end()
        return self._hedged(text, match.start(), end, Amount(value, unit, ulp), scaled=scaled)

    def _skip_same_currency(self, text: str, end: int, unit: str) -> int:
        """₩5조 원 names the currency twice."""
        currency = self._after.match(text, end)
        return currency.end() if currency and self._currency_after(currency) == unit else end

    def _currency_after(self, match: re.Match[str]) -> str:
        return _word(self._words.currency_after, match["joined"] or match["apart"])

    def _hedged(self, text: str, start: int, end: int, amount: Amount, *, scaled: bool) -> Found:
        outer_start, outer_end, qualifier = start, end, Qualifier.NONE
        reach = max(0, start - _HEDGE_REACH)
        near = text[reach:start]
        if near.rstrip()[-1:].lower() in self._hedge_ends and (before := self._hedge_before.search(near)):
            outer_start, qualifier = reach + before.start(), _word(self._words.hedges_before, before["hedge"])
        if after := self._hedge_after.match(text, end):
            outer_end, qualifier = after.end(), _word(self._words.hedges_after, after["hedge"])
        hedged = Amount(amount.value, amount.unit, amount.ulp, qualifier)
        return Found(start, end, outer_start, outer_end, text[start:end], hedged, scaled)


def _found(text: str, start: int, end: int, amount: Amount) -> Found:
    return Found(start, end, start, end, text[start:end], amount)


def _word(table: Mapping[str, T], written: str) -> T:
    """The entry for a word as written: its spaces and its case may differ from the table's."""
    plain = written.replace("\u00a0", " ")
    return table[plain] if plain in table else table[plain.lower()]


def _looks_like_year(match: re.Match[str], value: Decimal) -> bool:
    digits = match["number"]
    return len(digits) == 4 and digits.isdigit() and is_year(value) and not match["sign"]


def _calendar_amount(match: re.Match[str], months: Mapping[str, int]) -> Amount | None:
    """A month as 202212, a day as 20220915; ``None`` where the calendar has no such month or day."""
    groups = match.groupdict()
    written = groups["month"]
    if written not in months and not written.isdigit():
        return None
    month = months[written] if written in months else int(written)
    day = int(groups["day"]) if groups.get("day") else None
    if not (1 <= month <= 12 and (day is None or 1 <= day <= 31)):
        return None
    value = int(groups["year"]) * 100 + month
    return Amount(Decimal(value), "month") if day is None else Amount(Decimal(value * 100 + day), "date")
