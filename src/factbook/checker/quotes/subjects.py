"""Whether a sentence that quotes a number is about another one: «the United States market», and the world's number.

Only what is plain is told: the sentence has every word that sets the name of another number of that unit apart from
this number's, and none of the words that set this one apart from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factbook import languages
from factbook.checker.quotes.published import Published
from factbook.checker.sentences.layout import language_of

_WORD = re.compile(r"[A-Za-z][A-Za-z-]+|[가-힣]+")
#: Words of names that say nothing of what a number is about, by their beginning.
_NOTHING = frozenset(
    {
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "its", "of", "on", "or", "per", "that", "the", "to"),
        *("with", "year", "annual", "forecast", "연간", "그", "및", "또는", "대한", "전망"),
    }
)
#: A Latin word and its other forms begin alike; a Korean word has its particle behind it.
_ALIKE = 5
#: A longer sentence, in characters, is a table that was read as one.
_LONGEST = 250


def is_of_another(sentence: str, meant: Published, numbers: Mapping[str, Published]) -> bool:
    """Whether the words of a sentence are those of another number than the one ``meant``."""
    if len(sentence) > _LONGEST:
        return False
    said, figures = _words(sentence), {one.amount.value for one in languages.scan(sentence)}
    # A line of a page may break within a word.
    language = language_of(sentence)
    unbroken = re.sub(r"\s+", "", sentence).lower()
    return any(
        _names(said, unbroken, meant.label[language], other.label[language])
        for other in numbers.values()
        if other.id != meant.id
        and {language} <= meant.label.keys() & other.label.keys()
        and other.unit == meant.unit
        and other.years == meant.years
        # A sentence that says both numbers is about both.
        and other.value not in figures
    )


def _names(said: frozenset[str], unbroken: str, own: str, others: str) -> bool:
    mine, its = _words(own), _words(others)
    apart, its_apart = _without(mine, its), _without(its, mine)
    return (
        bool(apart and its_apart)
        and all(_has(said, word) for word in its_apart)
        and not any(word in unbroken or _has(said, word) for word in apart)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in map(str.lower, _WORD.findall(text)) if word not in _NOTHING)


def _without(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not _has(others, word))


def _has(words: frozenset[str], word: str) -> bool:
    """Whether one of ``words`` is a form of ``word``."""
    return any(
        one.startswith(word) or (one.isascii() and len(word) > _ALIKE and one[:_ALIKE] == word[:_ALIKE])
        for one in words
    )
