"""Digits with their scales: 1천186억2천만, 1조 535 십억, 2,343 trillion, 2.5bn.

The unit of the last digit follows the house rule: in one block zeros count (1200억 ± 0.5억); in several, trailing zeros
of the last block are place-holders (9억2000만 is 9.2억 ± 0.05억).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factbook.languages.digits import NUMBER, last_digit, parse, plain
from factbook.languages.vocabulary import Vocabulary, alternatives

#: More digits than this are a code, not a figure.
MOST_DIGITS = 20
#: The spaces that may stand between digits and their unit.
SPACE = "[ \u00a0\u2009\u202f]"
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Scaled:
    """The value and the unit of the last digit in base units, and where the text of it ends."""

    end: int
    value: Decimal
    ulp: Decimal
    scaled: bool


class Blocks:
    """Reads an amount block by block, as long as each is smaller than the scale of the one before."""

    def __init__(self, words: Vocabulary, currency_after: re.Pattern[str]) -> None:
        self._words = words
        self._currency_after = currency_after
        multiplier, scale = alternatives(words.multipliers), alternatives(words.scales)
        end = f"(?!{words.scale_end or '(?!)'})"
        self._digits = re.compile(rf"{SPACE}?(?P<number>{NUMBER})")
        self._unit = re.compile(
            rf"(?:{SPACE}|-)?(?:(?P<multiplier>{multiplier}){SPACE}?(?P<both>{scale}){end}"
            rf"|(?P<alone>{multiplier}){end}|(?P<scale>{scale}){end})",
            re.IGNORECASE,
        )
        self._counter = re.compile(words.counter_after or "(?!)")
        self._short = re.compile(rf"{SPACE}?(?P<short>{alternatives(words.short_scales)})")

    def read(self, text: str, start: int, *, short: bool) -> Scaled:
        """The amount whose digits begin at ``start``; ``short`` scales ($2.5bn) are read where a currency stands by."""
        sum_so_far = _Sum()
        piece = self._piece(text, start)
        result: Scaled | None = None
        while piece is not None and sum_so_far.admits(piece):
            if piece.is_bare and result is not None and not self._closes(text, piece):
                break
            sum_so_far = sum_so_far.plus(piece)
            scaled = sum_so_far.scaled or (result is not None and result.scaled)
            result = Scaled(piece.end, plain(sum_so_far.value), plain(sum_so_far.ulp), scaled)
            if piece.is_bare or piece.ulp < 1:
                break
            piece = self._piece(text, piece.end)
        if result is None:
            raise ValueError(f"no digits stand at character {start}")
        return result if result.scaled else self._short_scale(text, result, short)

    def _piece(self, text: str, start: int) -> _Piece | None:
        number = self._digits.match(text, start)
        if number is None or len(number["number"]) > MOST_DIGITS:
            return None
        value, ulp = parse(number["number"])
        unit = self._unit.match(text, number.end())
        if unit is None:
            return _Piece(start, number.end(), value, ulp, _ONE, None)
        multiplier = self._words.multipliers[key] if (key := unit["multiplier"] or unit["alone"]) else _ONE
        scale = self._words.scales[key.lower()] if (key := unit["both"] or unit["scale"]) else None
        return _Piece(start, unit.end(), value, ulp, multiplier, scale)

    def _closes(self, text: str, piece: _Piece) -> bool:
        """Whether digits without a unit belong to the amount before them: 123만 4,567원, 1만 2,300명, 1천571."""
        if self._currency_after.match(text, piece.end) is not None or text[piece.start].isdigit():
            return True
        return self._counter.match(text, piece.end) is not None

    def _short_scale(self, text: str, bare: Scaled, currency_before: bool) -> Scaled:
        short = self._short.match(text, bare.end)
        if short and (currency_before or self._currency_after.match(text, short.end())):
            power = self._words.short_scales[short["short"]]
            return Scaled(short.end(), plain(bare.value * power), plain(bare.ulp * power), True)
        return bare


@dataclass(frozen=True, slots=True)
class _Piece:
    """Digits with what stands behind them: a multiplier (천), a scale (억), both (천억) or neither."""

    start: int
    end: int
    value: Decimal
    ulp: Decimal
    multiplier: Decimal
    scale: Decimal | None

    @property
    def is_bare(self) -> bool:
        return self.scale is None and self.multiplier == 1


@dataclass(frozen=True, slots=True)
class _Sum:
    """Blocks added so far. ``section`` waits for its scale (the 1천 of 1천571억); a ``limit`` of 0 is none."""

    done: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    limit: Decimal = Decimal(0)
    section_limit: Decimal = Decimal(0)
    blocks: int = 0
    ulp: Decimal = _ONE

    @property
    def value(self) -> Decimal:
        return self.done + self.section

    @property
    def scaled(self) -> bool:
        return self.blocks > 0 or self.section_limit > 0

    def admits(self, piece: _Piece) -> bool:
        part = piece.value * piece.multiplier
        if self.section_limit and part >= self.section_limit:
            return False
        return not self.limit or (self.section + part) * (piece.scale or _ONE) < self.limit

    def plus(self, piece: _Piece) -> _Sum:
        part, ulp = piece.value * piece.multiplier, piece.ulp * piece.multiplier
        if piece.scale is None:
            section = self.section + part
            limit = Decimal(0) if piece.is_bare else piece.multiplier
            return _Sum(self.done, section, self.limit, limit, self.blocks, self._placed(ulp, section, self.blocks))
        block = (self.section + part) * piece.scale
        return _Sum(
            self.done + block,
            limit=piece.scale,
            blocks=self.blocks + 1,
            ulp=self._placed(ulp * piece.scale, block, self.blocks),
        )

    def _placed(self, ulp: Decimal, block: Decimal, before: int) -> Decimal:
        """In the last of several blocks trailing zeros are place-holders."""
        return max(ulp, last_digit(block)) if before and block else ulp
