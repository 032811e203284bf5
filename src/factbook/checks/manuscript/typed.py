"""Numbers typed into the text of a chapter, in digits, in other characters or spelled out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

from factbook.checks.manuscript import numerals, own
from factbook.checks.manuscript.excuses import Excuse, Excuses
from factbook.checks.manuscript.reading import FILLED, Text
from factbook.languages import claiming
from factbook.problems import Problem

#: What stands before a bare year in English; after any other word, four digits are a number of things.
_BEFORE_YEAR = re.compile(
    r"(?:^|[^\w\s]|’s|s’|\b(?:after|although|and|as|before|between|both|by|during|early|except|for|from|in|into|late"
    r"|mid|or|puts|since|that|the|this|a|through|throughout|to|until|while"
    r"|(?<!total )(?<!number )(?<!sum )(?<!out )of))\s*$",
    re.IGNORECASE,
)
_HANGUL_BEFORE = re.compile(r"[가-힣]\s*$")
_RANGE_AFTER = re.compile(r"\s?[~–-]\s?\d")
_LATIN = re.compile(r"[A-Za-z]")
#: Roman numerals: of two letters and more where they cannot be an abbreviation, of one before a Korean counter.
_ROMAN = re.compile(
    r"(?<![A-Za-z0-9.-])(?:(?=[IVX]{2,}(?!\w))(?:X{0,3}(?:IX|IV|V?I{0,3}))|"
    r"(?=[IVXLCDM]{4,}(?!\w))M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
    r"|[IVX]{1,4}(?=\s?(?:장|절|부|상|급|단계|형|기)))(?![A-Za-z0-9])"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_SCALES = "hundred|thousand|million|billion|trillion"
_AFTER = rf"{_SCALES}|percentage points?|per ?cent|dollars|won|times|fold"
#: A figure in words: digits of a number system with a scale, a currency or a percentage, or tens and ones.
_SPELLED = re.compile(
    rf"\b(?:(?:{_TENS})[\s-](?:{_ONES})|(?:{_ONES}|{_TENS}|{_TEENS}|a)[\s-](?:{_AFTER})|{_TENS}|{_TEENS}|dozens?)\b"
    r"|(?<![가-힣])[영공일이삼사오육칠팔구십백천]+[만억조](?:\s?[영공일이삼사오육칠팔구십백천]+[만억조]?)*(?=\s|[^가-힣]|$|달러|원|명|건|편|개|의|에|이|을|은)"
    r"|(?<![가-힣])[일이삼사오육칠팔구십백천]+\s?(?:퍼센트|프로|달러|배(?=\s|[^가-힣]|$|로|의|가|나))"
    r"|(?<![가-힣])[일이삼사오육칠팔구]?[십백천][일이삼사오육칠팔구십백천]*\s?(?:명|원|건|편|곳)(?=\s|[^가-힣]|$|[은이을의에으])",
    re.IGNORECASE,
)
#: Numerals of Chinese characters, with the formal ones of cheques.
_HANJA = frozenset("〇一二三四五六七八九十百千萬万億亿兆壹貳參兩")


def check(
    text: Text, excuses: Excuses, years: Container[int], chapter: str, language: str, shown: str
) -> Iterator[Problem]:
    """Yield a problem for each number of ``text`` that nothing excuses, and for what claims something of numbers.

    ``years`` are those that the data and the bibliography know; ``shown`` is the file of ``chapter``.
    """
    written = text.text.replace("\n", " ")
    found = [*_found(written, excuses, years), *_claimed(written, excuses, chapter, language)]
    for start, code, found_here, advice in sorted(found):
        yield Problem(
            code,
            shown,
            f"{found_here}, in «{_around(text.text, start)}»",
            "numbers that come from data/: no figure is typed into a chapter",
            advice,
            text.line_of(start),
        )


_CLAIM = 'add a line to data/claims.csv and write {eval}`claim("id", "your words")`, or choose words that claim nothing'
_Found = tuple[int, str, str, str]
_SAY = f'say it with {{eval}}`say("…")`, or declare the name it belongs to under [names] of {own.FILE}'


def _found(text: str, excuses: Excuses, years: Container[int]) -> Iterator[_Found]:
    spans = list(excuses.spans(text))
    for numeral in numerals.find(text):
        start, end = numeral.digits
        if any(low <= start and end <= high for low, high, _ in spans):
            continue
        if numeral.amount is None and not numeral.text.isascii():
            yield numeral.start, "manuscript.other-digits", f"«{numeral.text}» is a number in other characters", _SAY
            continue
        before, after = text[: numeral.start], text[numeral.end :]
        excuse = numeral.amount and excuses.calendar(numeral.amount.unit, before, numeral.text, after)
        if excuse is Excuse.YEAR and numeral.text.isdecimal() and _counts(before, after):
            excuse = None
        if excuse is None:
            yield numeral.start, "manuscript.typed", f"«{numeral.text}» is typed", _SAY
        elif excuse is Excuse.YEAR and numeral.amount and int(numeral.amount.value) not in years:
            advice = "look the year up; if it is right, add the fact or the source that it belongs to"
            yield (
                numeral.start,
                "manuscript.unknown-year",
                f"no row of data/ and no source is of the year {numeral.text}",
                advice,
            )
    for match in _ROMAN.finditer(text):
        if match[0]:
            yield match.start(), "manuscript.other-digits", f"«{match[0]}» is a Roman numeral", _SAY
    for match in _SPELLED.finditer(text):
        yield match.start(), "manuscript.spelled", f"«{match[0]}» is a figure spelled out", _SAY
    for place, character in enumerate(text):
        if character in _HANJA:
            name = unicodedata.name(character, "")
            yield place, "manuscript.other-digits", f"«{character}» ({name}) is a number in other characters", _SAY


def _claimed(text: str, excuses: Excuses, chapter: str, language: str) -> Iterator[_Found]:
    """Number words anywhere; superlatives and verdicts where a chapter speaks of the market, not of the book."""
    spans = [(low, high) for low, high, _ in excuses.spans(text)]
    spans += [match.span() for match in _SPELLED.finditer(text)]
    for start, words in claiming.typed(text, language):
        if not any(low <= start < high for low, high in spans):
            yield start, "manuscript.number-word", f"«{words}» is a number in words", _CLAIM
    for start, words in claiming.judged(text, language) if chapter not in own.at_hand().about_the_book else ():
        if not any(low <= start < high for low, high in spans):
            yield start, "manuscript.judged", f"«{words}» judges numbers", _CLAIM


def _counts(before: str, after: str) -> bool:
    """Whether bare digits after a word are a number of things: there were 2030, a total of 2030, 모두 2030."""
    if _HANGUL_BEFORE.search(before):
        return not _RANGE_AFTER.match(after)
    return bool(_LATIN.search(before[-2:])) and not _BEFORE_YEAR.search(before)


def _around(text: str, start: int) -> str:
    return " ".join(text[max(0, start - 30) : start + 40].replace(FILLED, "…").split())
