"""The terms of a text: what its words and figures are looked for by. ``theme/scripts/search-terms.js`` does the same.

A word is its own first term; the stages of taking its endings off follow (시장에서는, 시장에서, 시장). A figure's first
term is its value, whatever it is written with: 7,320억, 7320억 and 732 billion are ``#732000000000``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from factbook.search import rules

#: How many endings one word may lose: 시장에서만은.
_STAGES = 3
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_TOKEN = re.compile(rf"(?P<figure>{_DIGITS})|(?P<korean>[가-힣]+)|(?P<latin>[A-Za-z\u00c0-\u024f]+)")
_NEXT_DIGITS = re.compile(rf"[ \u00a0]?(?P<digits>{_DIGITS})")
#: Behind a scale that stands apart: nothing Korean but a currency, so that «2019 만에» is no amount.
_APART = "(?![가-힣])|(?=원|달러|유로|엔|위안|파운드)"
#: More digits than this are a code.
_MOST_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Token:
    """A word or figure in a text, and its terms, the first of which stands for all of it."""

    start: int
    end: int
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Figure:
    """Digits read so far: what they are worth, in ``units`` of ten to the minus ``places``."""

    end: int
    units: int
    places: int
    power: int
    pieces: tuple[str, ...]


def of(text: str) -> Iterator[Token]:
    """Every token of ``text``, in order. Particles that stand alone and single letters are none."""
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        if match["figure"]:
            token = _figure(text, match)
            position = token.end
            yield token
        elif terms := _korean(match[0]) if match["korean"] else _latin(match[0]):
            yield Token(match.start(), match.end(), terms)


@cache
def _korean(word: str) -> tuple[str, ...]:
    if word in _particles():
        return ()
    stages = [word]
    while len(stages) <= _STAGES and (shorter := _without_ending(stages[-1])):
        stages.append(shorter)
    return tuple(dict.fromkeys(stages))


def _without_ending(word: str) -> str:
    """``word`` without the longest ending that it has, or nothing."""
    table = _endings()
    for length in range(min(len(word) - 1, _longest()), 0, -1):
        for ending in table.get(word[-length:], ()):
            left = word[:-length]
            if len(left) >= ending.least and rules.ends_in(left[-1], ending.after):
                return left + ending.becomes
    return ""


@cache
def _latin(word: str) -> tuple[str, ...]:
    plain = word.lower()
    if len(plain) < 2:
        return ()
    stem = _stemmer().stemWord(plain)
    return tuple(dict.fromkeys((plain, stem)))


def _figure(text: str, match: re.Match[str]) -> Token:
    figure = _scaled(text, match.end(), match["figure"])
    while figure.power and (digits := _NEXT_DIGITS.match(text, figure.end)):
        smaller = _scaled(text, digits.end(), digits["digits"])
        if not 0 < smaller.power < figure.power:
            break
        figure = _sum(figure, smaller)
    value = _plain(figure.units, figure.places)
    percent = _percent().match(text, figure.end)
    whole, end = (f"{value}%", percent.end()) if percent else (value, figure.end)
    terms = (whole, *figure.pieces, value) if percent else (value, *figure.pieces)
    return Token(match.start(), end, tuple(dict.fromkeys(f"#{term}" for term in terms)))


def _scaled(text: str, end: int, written: str) -> _Figure:
    """Digits and the scale behind them."""
    whole, _, decimals = written.replace(",", "").partition(".")
    digits, places = int(whole + decimals), len(decimals)
    bare = _plain(digits, places)
    scale = _scale().match(text, end)
    if scale is None or len(whole) > _MOST_DIGITS:
        return _Figure(end, digits, places, 0, ())
    power = rules.load().powers[scale["scale"].lower()]
    units = digits * 10**power
    return _Figure(scale.end(), units, places, power, (bare, _plain(units, places)))


def _sum(larger: _Figure, smaller: _Figure) -> _Figure:
    places = max(larger.places, smaller.places)
    units = larger.units * 10 ** (places - larger.places) + smaller.units * 10 ** (places - smaller.places)
    return _Figure(smaller.end, units, places, smaller.power, larger.pieces + smaller.pieces)


def _plain(units: int, places: int) -> str:
    """A decimal in plain digits, without idle zeros: 26.0 is 26."""
    digits = str(units).rjust(places + 1, "0")
    whole, decimals = (digits[:-places], digits[-places:].rstrip("0")) if places else (digits, "")
    return f"{whole}.{decimals}" if decimals else whole


@cache
def _endings() -> dict[str, list[rules.Ending]]:
    table: dict[str, list[rules.Ending]] = {}
    for ending in rules.load().endings:
        table.setdefault(ending.written, []).append(ending)
    return table


@cache
def _longest() -> int:
    return max(map(len, _endings()))


@cache
def _particles() -> frozenset[str]:
    return frozenset(rules.load().particles)


@cache
def _scale() -> re.Pattern[str]:
    words = sorted(rules.load().powers, key=lambda word: (-len(word), word))
    korean = "|".join(word for word in words if not word.isascii())
    latin = "|".join(word for word in words if word.isascii())
    return re.compile(
        rf"(?:[ \u00a0](?=(?:{korean})(?:{_APART}))|(?=[가-힣])|[ \u00a0-]?(?=[A-Za-z]))"
        rf"(?P<scale>{korean}|(?:{latin})(?![A-Za-z]))",
        re.IGNORECASE,
    )


@cache
def _percent() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in rules.load().percent)
    return re.compile(rf"[ \u00a0]?(?:{words})(?![A-Za-z])", re.IGNORECASE)


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("porter")
