"""Counts as amounts: 312명, 1,500 hospitals, and a bare number that its percentage ties to them (900 (60%))."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.figures import CUES, in_context
from factbook.checker.sentences.fraction_words import IN_WORDS
from factbook.checker.sentences.model import Figure, Kind, Sentence
from factbook.quantities.amounts import Amount

_WITH_PERCENT = re.compile(r"[ ]?[(（\[][ ]?[0-9.]+[ ]?(?:%|percent|per cent)|,? or [0-9.]+[ ]?(?:%|percent)")
_OVER = re.compile(r"[ ]?/[ ]?|[ ](?:out )?of (?:the |all |its |their )?")
#: Words for people, who may be parts of one whole.
_PEOPLE = frozenset(
    {
        "people", "men", "women", "children", "boys", "girls", "males", "females", "adults", "persons", "patients",
        "participants", "respondents", "employees", "staff", "students", "workers", "subjects",
    }
)  # fmt: skip


def counted(sentence: Sentence, least: int = 2) -> Sentence | None:
    """The sentence with its counts as amounts, in units of what is counted; ``None`` where there are too few."""
    figures: list[Figure] = []
    unit, counts = "", 0
    waiting: list[int] = []
    figures_ahead = {one.start: other for one, other in itertools.pairwise(sentence.figures)}
    for figure in sentence.figures:
        if figure.kind is Kind.NUMBER:
            found = CUES.match("counted", sentence.text, figure.end)
            if found is not None:
                unit = _noun(found[0])
                counts += 1
                for index in waiting:
                    figures[index] = _count(sentence, figures[index], unit, figures[index].end)
                waiting.clear()
                figure = _count(sentence, figure, unit, found.end())
            elif _of_a_count(sentence, figures_ahead.get(figure.start), figure):
                counts += 1
                waiting.append(len(figures))
            elif waiting and waiting[-1] == len(figures) - 1:
                counts += 1
                unit = unit or "number"
                for index in waiting:
                    figures[index] = _count(sentence, figures[index], unit, figures[index].end)
                waiting.clear()
                figure = _count(sentence, figure, unit, figure.end)
            elif unit and (_WITH_PERCENT.match(sentence.text, figure.end) or _is_set_off(sentence, figure)):
                counts += 1
                figure = _count(sentence, figure, unit, figure.end)
        figures.append(figure)
    return in_context(sentence, figures) if counts >= least else None


def _of_a_count(sentence: Sentence, following: Figure | None, figure: Figure) -> bool:
    """Whether a bare number is a part of the count behind it: 288 of 600 participants, 288/600 patients."""
    if following is None or not _OVER.fullmatch(sentence.text[figure.end : following.start]):
        return False
    behind = sentence.text[following.end : following.end + 24]
    return CUES.begins("counted", behind) or _WITH_PERCENT.match(behind) is not None or behind.startswith(")")


def _is_set_off(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number stands alone between brackets or commas by a fraction: half (200), one in five, 40,"""
    before, behind = sentence.text[: figure.start][-2:], sentence.text[figure.end : figure.end + 1]
    alone = (before[-1:] == "(" and behind == ")") or (before == ", " and behind == ",")
    return alone and IN_WORDS.search(sentence.text) is not None


def is_count(figure: Figure) -> bool:
    """Whether an amount is a count, by its unit: a noun, where money has a code in capitals."""
    return figure.kind is Kind.MONEY and not figure.amount.unit.isupper()


def _noun(words: str) -> str:
    """What is counted: the last of the words behind the digits."""
    noun = words.strip().lstrip("여").split(" ")[-1].strip("-")
    return "people" if noun.isascii() and noun in _PEOPLE else noun


def _count(sentence: Sentence, figure: Figure, noun: str, end: int) -> Figure:
    """A whole number of things is exact; one with a scale (3만, 1.2 million) is as exact as its last digit."""
    amount = figure.amount
    ulp = Decimal(0) if amount.ulp == 1 else amount.ulp
    return replace(
        figure,
        kind=Kind.MONEY,
        end=end,
        text=sentence.text[figure.start : end],
        amount=Amount(amount.value, noun, ulp, amount.qualifier),
    )
