"""The way of a text: sentences, figures, statements, judgements, words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factbook import languages
from factbook.checker.sentences.explain import message, stated_text
from factbook.checker.sentences.figures import with_figures
from factbook.checker.sentences.find.conversions import conversions, without_translations
from factbook.checker.sentences.find.equals import equals
from factbook.checker.sentences.find.growths import growths
from factbook.checker.sentences.find.shares import shares
from factbook.checker.sentences.find.sums import is_stated, sums
from factbook.checker.sentences.judge import Judgement
from factbook.checker.sentences.judge import conversions as conversion_rule
from factbook.checker.sentences.judge import equals as equal_rule
from factbook.checker.sentences.judge import growths as growth_rule
from factbook.checker.sentences.judge import shares as share_rule
from factbook.checker.sentences.judge import sums as sum_rule
from factbook.checker.sentences.layout import Lines, language_of, sentences
from factbook.checker.sentences.model import (
    Claim,
    Conversion,
    Equal,
    Figure,
    Finding,
    Growth,
    Kind,
    Report,
    Sentence,
    Share,
    Statement,
    Sum,
)
from factbook.languages.characters import plain
from factbook.quantities.intervals import Interval


@dataclass(frozen=True, slots=True)
class _Judged:
    sentence: Sentence
    statement: Statement
    judgement: Judgement


def check_text(text: str, *, lang: str | None = None, rate: Decimal | None = None) -> Report:
    """What the figures of ``text`` claim, and what does not hold.

    ``lang`` is the language of the messages, found from the text where it is ``None``; ``rate`` is won per dollar and
    overrules the rates that the text states. Raises ``ValueError`` for a language without wording and for a rate that
    is not above zero. Decomposed and full-width characters are read as plain ones
    (:func:`factbook.languages.characters.plain`); positions count in the plain text.
    """
    text = plain(text)
    if rate is not None and not rate > 0:
        raise ValueError(f"a rate in won per dollar is above zero, not {rate}")
    language = languages.of(lang or language_of(text)).code
    read = _read(text, language == "ko")
    judged = _judge(read, Interval.point(rate) if rate is not None else None)
    lines = Lines(text)
    ordered = sorted(judged, key=lambda one: (one.sentence.start, _first(one.statement).start))
    return Report(
        tuple(_claim(one, text, lines) for one in ordered),
        tuple(_finding(one, text, lines, language) for one in ordered if one.judgement.problem is not None),
    )


def _read(text: str, korean: bool) -> list[Sentence]:
    """The sentences that hold figures or open a block, with the figures in them."""
    found = list(languages.scan(text))
    starts = [one.start for one in found]
    result = []
    for sentence in sentences(text):
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = [one for one in found[low:high] if one.end <= sentence.end]
        if inside:
            result.append(without_translations(with_figures(sentence, inside, korean)))
    return result


def _rates(read: Sequence[Sentence]) -> dict[int, Interval | None]:
    """For each paragraph the one exchange rate that it states, else the one that the whole text states."""
    stated: dict[int, dict[Decimal, Figure]] = {}
    for sentence in read:
        for figure in sentence.of_kind(Kind.RATE):
            if figure.amount.interval.low > 0:
                stated.setdefault(sentence.paragraph, {})[figure.amount.value] = figure
    everywhere = {value: figure for figures in stated.values() for value, figure in figures.items()}
    return {sentence.paragraph: _only(stated.get(sentence.paragraph, {})) or _only(everywhere) for sentence in read}


def _only(figures: dict[Decimal, Figure]) -> Interval | None:
    return next(iter(figures.values())).amount.interval if len(figures) == 1 else None


def _judge(read: Sequence[Sentence], given: Interval | None) -> list[_Judged]:
    pairs = [(sentence, pair) for sentence in read for pair in conversions(sentence)]
    stated = _rates(read)
    verdicts = conversion_rule.judge([pair for _, pair in pairs], [given or stated[one.paragraph] for one, _ in pairs])
    judged = [_Judged(sentence, pair, verdict) for (sentence, pair), verdict in zip(pairs, verdicts, strict=True)]
    previous = None
    for sentence in read:
        statements: list[Growth | Share | Sum] = [*growths(sentence, previous), *shares(sentence, previous)]
        for statement in [*statements, *sums(sentence)]:
            judgement = _rule(statement, sentence)
            if judgement is not None:
                judged.append(_Judged(sentence, statement, judgement))
        previous = sentence
    for sentence, pair in equals(read):
        judgement = equal_rule.judge(pair)
        if judgement is not None:
            judged.append(_Judged(sentence, pair, judgement))
    return judged


def _rule(statement: Growth | Share | Sum, sentence: Sentence) -> Judgement | None:
    match statement:
        case Growth():
            return growth_rule.judge(statement)
        case Share():
            return share_rule.judge(statement)
        case Sum():
            return sum_rule.judge(statement, stated_as_sum=is_stated(statement, sentence))


def amounts_of(statement: Statement) -> tuple[tuple[str, Figure], ...]:
    """The figures of a statement by the part they play in it."""
    match statement:
        case Conversion(left=left, right=right):
            return (("amount", left), ("converted", right))
        case Growth(start=start, end=end, rate=rate):
            return (("start", start), ("end", end), ("rate", rate))
        case Share(part=part, whole=whole, percent=percent):
            return (("part", part), ("whole", whole), ("percent", percent))
        case Sum(parts=parts, total=total):
            return (*(("part", part) for part in parts), ("total", total))
        case Equal(first=first, second=second):
            return (("first", first), ("second", second))


def _first(statement: Statement) -> Figure:
    return min((figure for _, figure in amounts_of(statement)), key=lambda figure: figure.start)


def _place(one: _Judged, text: str) -> tuple[int, str]:
    """Where the claim begins in the text, and the words from its first figure to its last."""
    figures = [figure for _, figure in amounts_of(one.statement)]
    start = one.sentence.start + min(figure.start for figure in figures)
    end = one.sentence.start + max(figure.end for figure in figures)
    return start, " ".join(text[start:end].split())


def _claim(one: _Judged, text: str, lines: Lines) -> Claim:
    start, words = _place(one, text)
    steps = one.statement.steps if isinstance(one.statement, Growth) else ()
    return Claim(
        kind=type(one.statement).__name__.lower(),
        text=words,
        start=start,
        line=lines.of(start),
        amounts=amounts_of(one.statement),
        verdict=one.judgement.verdict,
        years=steps[0] if steps else None,
    )


def _finding(one: _Judged, text: str, lines: Lines, language: str) -> Finding:
    problem = one.judgement.problem
    if problem is None:
        raise ValueError("a claim that holds makes no finding")
    start, words = _place(one, text)
    return Finding(
        code=problem.code,
        text=words,
        start=start,
        line=lines.of(start),
        message=message(problem, language),
        stated=stated_text(one.statement),
        expected=(problem.expected.low, problem.expected.high),
        severity=problem.severity,
    )
