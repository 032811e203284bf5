"""Counts as amounts: 312명, 1,500 hospitals, and bare numbers that their wording ties to one another or to a count."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factbook.checker.sentences.figures import CUES, in_context
from factbook.checker.sentences.fraction_words import IN_WORDS
from factbook.checker.sentences.model import Figure, Kind, Sentence
from factbook.quantities.amounts import Amount, Qualifier

_WITH_PERCENT = re.compile(r"[ ]?[(（\[][ ]?[0-9.]+[ ]?(?:%|percent|per cent)|,? or [0-9.]+[ ]?(?:%|percent)")
#: 72 completed follow-up (85%): what is counted did something, and the percentage tells so.
_THEN_PERCENT = re.compile(r"[ ][A-Za-z'’ -]{2,40}[(（][ ]?[0-9.]+[ ]?(?:%|percent|per cent)")
_OVER = re.compile(r"[ ]?/[ ]?|[ ](?:out )?of (?:the |all |its |their )?")
_OF_NUMBER = re.compile(r"[ ]?(?:(?:out )?of(?: the)?|/)[ ]?[0-9]")
_NUMBER_OF = re.compile(r"[0-9][ ]?(?:of(?: the)?|/)[ ]?$")
_BARE = re.compile(r"[0-9.,]+[만억천]?")
_TILDE = re.compile(r"[ ]?[~∼–-][ ]?")
_PERCENT_OF = re.compile(r"(?:%|percent|per cent) of ")
#: How far apart two bare numbers may stand, in characters, that a comparison ties together.
_COMPARED = 70
#: The unit of a count of people.
PEOPLE = "people"
#: Words for people, who may be parts of one whole.
_PEOPLE = frozenset(
    {
        "people", "men", "women", "children", "boys", "girls", "males", "females", "adults", "persons", "patients",
        "participants", "respondents", "employees", "staff", "students", "workers", "subjects", "nurses", "voters",
        "members", "volunteers", "pupils", "applicants", "doctors", "residents",
    }
)  # fmt: skip


def counted(sentence: Sentence, least: int = 2) -> Sentence | None:
    """The sentence with its counts as amounts, in units of what is counted; ``None`` where there are too few."""
    figures: list[Figure] = []
    counts = 0
    for figure, unit, end in _counts(sentence):
        if unit:
            counts += 1
            figure = _count(sentence, figure, unit, end)
        figures.append(figure)
    return in_context(sentence, _refined(figures)) if counts >= least else None


def _counts(sentence: Sentence) -> list[tuple[Figure, str, int]]:
    """Each figure with the noun that it counts, if any, and where the count ends."""
    text, figures = sentence.text, sentence.figures
    found = [CUES.match("counted", text, one.end) if one.kind is Kind.NUMBER else None for one in figures]
    units = [_noun(match[0]) if match else "" for match in found]
    _compare(text, figures, units)
    unit = ""
    for index in range(len(figures) - 1):
        if units[index + 1] and _shares_unit(text, figures[index], figures[index + 1]):
            units[index] = units[index + 1]
    for index, figure in enumerate(figures):
        if figure.kind is not Kind.NUMBER:
            continue
        if not units[index] and _of_a_count(text, figures, index):
            units[index] = next((one for one in units[index + 1 : index + 2] if one), unit or "number")
            units[index + 1] = units[index]
        elif not units[index] and unit and (_is_counted_again(text, figure) or _is_set_off(sentence, figure)):
            units[index] = unit
        unit = units[index] or unit
    return [
        (figure, unit, match.end() if match else figure.end)
        for figure, unit, match in zip(figures, units, found, strict=True)
    ]


def _is_proportion(text: str, left: Figure, right: Figure) -> bool:
    """Whether two numbers belong to proportions: 80 of 1,000 patients died, compared with 100 of 1,000."""
    return bool(_OF_NUMBER.match(text, right.end) or _NUMBER_OF.search(text, max(0, left.start - 16), left.start))


def _shares_unit(text: str, figure: Figure, following: Figure) -> bool:
    """Whether a number is the lower end of a range that ends in a count: 84만~88만 대."""
    gap = text[figure.end : following.start]
    bare = figure.kind is Kind.NUMBER or (figure.kind is Kind.MONEY and _BARE.fullmatch(figure.text) is not None)
    return bare and _TILDE.fullmatch(gap) is not None


def _compare(text: str, figures: Sequence[Figure], units: list[str]) -> None:
    """Give a unit to both of two numbers that a comparison ties: from 280 to 210, 1,840, compared with 1,600."""
    numbers = [index for index, one in enumerate(figures) if one.kind is Kind.NUMBER]
    for one, other in itertools.pairwise(numbers):
        left, right = figures[one], figures[other]
        gap = text[left.end : right.start]
        if len(gap) > _COMPARED or (units[one] and units[other]) or _is_proportion(text, left, right):
            continue
        plain = (units[one] or _is_plain(text, left)) and (units[other] or _is_plain(text, right))
        ranged = CUES.ends("from_before", text[max(0, left.start - 12) : left.start]) and CUES.fills("to_next", gap)
        if plain and (ranged or CUES.ends("compared_next", gap)):
            units[one] = units[other] = units[one] or units[other] or "number"


def _is_plain(text: str, figure: Figure) -> bool:
    """Whether a number stands alone, with neither a name before it nor a noun behind that is no count."""
    if any(letter.isalpha() for letter in figure.text):
        return True
    return CUES.begins("plain_number", text[figure.end : figure.end + 16] or ".")


def _of_a_count(text: str, figures: Sequence[Figure], index: int) -> bool:
    """Whether a bare number is a part of the count behind it: 288 of 600 participants, 288/600 patients."""
    if index + 1 >= len(figures) or figures[index + 1].kind is not Kind.NUMBER:
        return False
    following = figures[index + 1]
    if not _OVER.fullmatch(text[figures[index].end : following.start]):
        return False
    behind = text[following.end : following.end + 40]
    return CUES.begins("counted", behind) or _WITH_PERCENT.match(behind) is not None or behind.startswith(")")


def _is_counted_again(text: str, figure: Figure) -> bool:
    """Whether a bare number counts what an earlier one does: (60%), excluded 1,158 of them, the remaining 98."""
    if _WITH_PERCENT.match(text, figure.end) or _THEN_PERCENT.match(text, figure.end):
        return True
    # Of 742 participants, 398 received the drug and 434 placebo.
    did = CUES.begins("verb_after", text[figure.end : figure.end + 24])
    if (
        CUES.match("of_all", text, 0)
        and (did or text[: figure.start].endswith(" and "))
        and CUES.match("no_measure", text, figure.end)
    ):
        return True
    if CUES.begins("counts_again_after", text[figure.end : figure.end + 12]):
        return True
    # Where something remains, what stands before it was taken away, whatever happened to it: 300 withdrew.
    if CUES.begins("verb_after", text[figure.end : figure.end + 24]) and CUES.has("remains", text[figure.end :]):
        return True
    return CUES.ends("counts_again_before", text[max(0, figure.start - 24) : figure.start])


def _is_set_off(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number stands alone between brackets or commas by a fraction: half (200), one in five, 40,"""
    text = sentence.text
    before, behind = text[: figure.start][-5:], text[figure.end : figure.end + 12]
    alone = (before[-1:] == "(" and behind[:1] == ")") or (
        (before[-2:] == ", " or before[-4:] == " or ") and CUES.begins("set_off_after", behind)
    )
    return alone and (IN_WORDS.search(text) is not None or _PERCENT_OF.search(text) is not None)


def is_count(figure: Figure) -> bool:
    """Whether an amount is a count, by its unit: a noun, where money has a code in capitals."""
    return figure.kind is Kind.MONEY and not figure.amount.unit.isupper()


def _noun(words: str) -> str:
    """What is counted: the last of the words behind the digits."""
    noun = words.strip().lstrip("여").split(" ")[-1].strip("-")
    return PEOPLE if noun.isascii() and noun in _PEOPLE else noun


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


def _refined(figures: Sequence[Figure]) -> list[Figure]:
    """A round count (1만 명) beside one of more digits (1만 2,300명) is round by chance, and as exact."""
    result = []
    for figure in figures:
        amount = figure.amount
        if is_count(figure) and amount.ulp and abs(amount.value) < 10 * amount.ulp:
            others = [one.amount.ulp for one in figures if is_count(one) and one.amount.unit == amount.unit]
            if amount.qualifier is not Qualifier.ABOUT and min(others) * 10 <= amount.ulp:
                figure = replace(figure, amount=replace(amount, ulp=max(min(others), amount.ulp / 100)))
        result.append(figure)
    return result
