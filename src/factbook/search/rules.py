"""The rules of ``rules.toml`` spelt out: every ending with what it becomes, after what, and how much must be left."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FIRST, _LAST = 0xAC00, 0xD7A3
#: Final consonants by the number that Unicode gives them in a syllable.
_FINALS = {"n": 4, "l": 8, "m": 16, "b": 17, "past": 20}
_LIQUID = 8
#: Vowels that grow together with the 어 or 아 of a past or a linked form, by number: 지어 → 져, 추어 → 춰, 오아 → 와.
_GROWN = {20: 6, 13: 14, 8: 9, 18: 4, 11: 10}
_HA, _HAE = "하", "해"


@dataclass(frozen=True, slots=True)
class Ending:
    """What is taken off the end of a word.

    ``becomes`` is put in its place; ``after`` says what the syllable before must end in (``any``, ``consonant``,
    ``vowel``, or ``liquid``: a vowel or ㄹ); ``least`` is how many syllables must stand before it.
    """

    written: str
    becomes: str
    after: str
    least: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What both sides of the search know of words and figures."""

    endings: tuple[Ending, ...]
    powers: Mapping[str, int]
    percent: tuple[str, ...]
    particles: tuple[str, ...]
    idle: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]

    def script(self) -> str:
        """The rules as JSON: endings as one line each, in an order that no run of the program changes."""
        return json.dumps(
            {
                "endings": ["|".join((e.written, e.becomes, e.after, str(e.least))) for e in self.endings],
                "powers": dict(self.powers),
                "percent": list(self.percent),
                "particles": list(self.particles),
                "idle": list(self.idle),
                "synonyms": [list(group) for group in self.synonyms],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


@cache
def load() -> Rules:
    """The rules of every language: a Korean page holds English names, an English one Korean sources."""
    data = tomllib.loads(files("factbook").joinpath("search", "rules.toml").read_text("utf-8"))
    endings = dict.fromkeys(_endings(data))
    particles = data["particles"]
    return Rules(
        tuple(sorted(endings, key=lambda e: (e.written, e.after, -e.least, e.becomes))),
        data["figures"],
        tuple(sorted(data["percent"]["words"], key=lambda word: (-len(word), word))),
        tuple(sorted({word for kind in ("any", "consonant", "vowel", "liquid") for word in particles[kind]})),
        tuple(sorted({word for words in data["idle"].values() for word in words})),
        tuple(map(tuple, data["synonyms"]["groups"])),
    )


def ends_in(syllable: str, after: str) -> bool:
    """Whether a syllable ends as ``after`` asks."""
    if after == "any":
        return True
    final = (ord(syllable) - _FIRST) % 28 if _is_syllable(syllable) else 0
    return {"consonant": final > 0, "vowel": final == 0, "liquid": final in (0, _LIQUID)}[after]


def _is_syllable(letter: str) -> bool:
    return _FIRST <= ord(letter) <= _LAST


def _endings(data: Mapping[str, Any]) -> Iterator[Ending]:
    particles = data["particles"]
    for after in ("any", "consonant", "vowel", "liquid"):
        for word in particles[after]:
            yield Ending(word, "", after, 1 if word in particles["short"] else 2)
    for word in data["copula"]["endings"]:
        yield Ending(word, "", "any", 1 if len(word) > 1 else 2)
    verbs = data["verbs"]
    for stem in verbs["light"]:
        for form in _forms(stem, verbs):
            yield Ending(form, "", "any", 1 if len(form) > 1 else 2)
    for stem in verbs["stems"]:
        for form in _forms(stem, verbs):
            yield Ending(form, stem, "any", 1)
    for word in verbs["consonant"]:
        yield Ending(word, "", "consonant", 1)
    for wrong, right in data["spellings"].items():
        yield Ending(wrong, right, "any", 2)


def _forms(stem: str, verbs: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Every form of a verb whose stem ends in the vowel of ``stem``'s last syllable."""
    head, last = stem[:-1], stem[-1]
    for ending in verbs["plain"]:
        yield stem + ending
    for name in ("n", "l", "m", "b"):
        for ending in verbs[name]:
            yield head + _with_final(last, _FINALS[name]) + ending
    grown = _grown(last)
    for ending in verbs["past"]:
        yield head + _with_final(grown, _FINALS["past"]) + ending
    for ending in verbs["linked"]:
        if grown != last:
            yield head + grown + ending


def _with_final(syllable: str, final: int) -> str:
    return chr(ord(syllable) + final)


def _grown(syllable: str) -> str:
    """A syllable that has grown together with 어 or 아: 지 → 져. 하 becomes 해; where nothing changes, itself."""
    if syllable == _HA:
        return _HAE
    number = ord(syllable) - _FIRST
    initial, vowel = divmod(number // 28, 21)
    return chr(_FIRST + (initial * 21 + _GROWN.get(vowel, vowel)) * 28)
