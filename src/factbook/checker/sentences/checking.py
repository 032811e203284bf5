"""The way of a text: sentences, figures, statements, judgements, words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factbook import languages
from factbook.checker.sentences.closure import closed, typed
from factbook.checker.sentences.counts import counted, is_count
from factbook.checker.sentences.explain import message, stated_text
from factbook.checker.sentences.figures import with_figures
from factbook.checker.sentences.find.averages import averages, averages_a_head
from factbook.checker.sentences.find.conversions import conversions, without_translations
from factbook.checker.sentences.find.elapsed import elapsed
from factbook.checker.sentences.find.equals import equals
from factbook.checker.sentences.find.fractions import fractions, fractions_of_amounts
from factbook.checker.sentences.find.growths import growths
from factbook.checker.sentences.find.multiples import multiples
from factbook.checker.sentences.find.parts import parts
from factbook.checker.sentences.find.points import points
from factbook.checker.sentences.find.ranges import range_growths
from factbook.checker.sentences.find.ratios import ratios
from factbook.checker.sentences.find.remainders import remainders, remaining_shares
from factbook.checker.sentences.find.repeats import repeats
from factbook.checker.sentences.find.shares import shares
from factbook.checker.sentences.find.sums import is_stated, sums
from factbook.checker.sentences.find.wholes import wholes
from factbook.checker.sentences.judge import Judgement
from factbook.checker.sentences.judge import computed as computed_rule
from factbook.checker.sentences.judge import conversions as conversion_rule
from factbook.checker.sentences.judge import equals as equal_rule
from factbook.checker.sentences.judge import growths as growth_rule
from factbook.checker.sentences.judge import shares as share_rule
from factbook.checker.sentences.judge import sums as sum_rule
from factbook.checker.sentences.layout import Lines, language_of, sentences
from factbook.checker.sentences.model import (
    Claim,
    Computed,
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
from factbook.checker.sentences.unit_words import NUMBER_WORD
from factbook.languages.characters import plain
from factbook.quantities.intervals import Interval

#: A formula between dollar signs ($10^{12}$): what it holds is no money.
_MATHEMATICS = re.compile(r"\$[^$\n]{0,120}?(?:\^|_\{|\\[A-Za-z])[^$\n]{0,200}?\$")


#: How much of the text to either side of a sentence may say that it named all shares, in characters.
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with its verdict. Its figures are placed from ``offset`` on in the text."""

    offset: int
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
    told = _read(text, language == "ko", in_words=True)
    judged = _judge(text, told, Interval.point(rate) if rate is not None else None)
    return reported(judged, text, language)


def reported(judged: Sequence[Judged], text: str, language: str) -> Report:
    """The claims and findings of what was judged, in the order of the text, worded in ``language``."""
    lines = Lines(text)
    ordered = sorted(judged, key=lambda one: (one.offset, _first(one.statement).start))
    return Report(
        tuple(_claim(one, text, lines) for one in ordered),
        tuple(_finding(one, text, lines, language) for one in ordered if one.judgement.problem is not None),
    )


def sentences_with_figures(text: str) -> list[Sentence]:
    """The sentences of ``text`` that hold figures, with the figures in them."""
    return _read(text, language_of(text) == "ko")


def _read(text: str, korean: bool, in_words: bool = False) -> list[Sentence]:
    """The sentences that hold figures, with the figures in them, and where ``in_words`` those with numbers in words."""
    found = list(languages.scan(_MATHEMATICS.sub(lambda formula: " " * len(formula[0]), text)))
    starts = [one.start for one in found]
    result = []
    for sentence in sentences(text):
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = [one for one in found[low:high] if one.end <= sentence.end]
        if inside:
            result.append(without_translations(with_figures(sentence, inside, korean)))
        elif in_words and NUMBER_WORD.search(sentence.text):
            result.append(sentence)
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


def _judge(text: str, told: Sequence[Sentence], given: Interval | None) -> list[Judged]:
    """The judgements on what sentences state; ``told`` holds those with numbers in words too."""
    read = [one for one in told if one.figures]
    pairs = [(sentence, pair) for sentence in read for pair in conversions(sentence)]
    stated = _rates(read)
    verdicts = conversion_rule.judge([pair for _, pair in pairs], [given or stated[one.paragraph] for one, _ in pairs])
    judged = [Judged(sentence.start, pair, verdict) for (sentence, pair), verdict in zip(pairs, verdicts, strict=True)]
    previous = None
    counts_before = None
    views: dict[int, Sentence] = {}
    for sentence in read:
        counts = counted(sentence, least=1)
        around = _around(text, sentence)
        for view, statement in _statements(sentence, previous, counts, counts_before, around):
            judgement = _rule(statement, view)
            if judgement is not None:
                judged.append(Judged(sentence.start, statement, judgement))
        if previous is not None:
            for pair in repeats(sentence, counts, previous, counts_before):
                judged.append(Judged(sentence.start, pair, equal_rule.judge(pair)))
        views[sentence.start] = counts or sentence
        previous, counts_before = sentence, counts
    judged += _closed(text, [views.get(one.start, one) for one in told], judged)
    for sentence, pair in equals(read):
        judgement = equal_rule.judge(pair)
        if judgement is not None:
            judged.append(Judged(sentence.start, pair, judgement))
    return judged


def _closed(text: str, views: Sequence[Sentence], judged: Sequence[Judged]) -> list[Judged]:
    """What figures close by arithmetic, in a sentence and then with the one before it, that no other rule has told."""
    known = {place for one in judged for place in _results(one)}
    figures = [typed(view) for view in views]
    found: list[Judged] = []
    for index, view in enumerate(views):
        firsts = [index]
        if index and views[index - 1].paragraph == view.paragraph:
            firsts.append(index - 1)
        for first in firsts:
            inside = slice(first, index + 1)
            for offset, claim in list(closed(views[inside], figures[inside], text, known)):
                judgement = equal_rule.judge(claim) if isinstance(claim, Equal) else computed_rule.judge(claim)
                if judgement is not None:
                    one = Judged(offset, claim, judgement)
                    found.append(one)
                    known.update(_results(one))
    return found


def _results(one: Judged) -> Iterator[int]:
    """The places of the figures that a claim computes: all of them, where it is a sum or does not hold."""
    figures = amounts_of(one.statement)
    if not isinstance(one.statement, Sum) and one.judgement.problem is None:
        figures = figures[-1:]
    yield from (one.offset + figure.start for _, figure in figures)


def _around(text: str, sentence: Sentence) -> tuple[str, str]:
    """The text of the paragraph close before a sentence and close behind it."""
    before = text[max(0, sentence.start - _AROUND) : sentence.start].split("\n\n")[-1]
    return before, text[sentence.end : sentence.end + _AROUND].split("\n\n")[0]


def _statements(
    sentence: Sentence,
    previous: Sentence | None,
    view: Sentence | None,
    view_before: Sentence | None,
    around: tuple[str, str],
) -> Iterator[tuple[Sentence, Growth | Share | Sum | Computed]]:
    """What a sentence states of its amounts, then of its counts, each with the sentence as it was read.

    ``view`` is the sentence with its counts as amounts, ``view_before`` that of the sentence before it; ``around``
    holds what stands before and behind the sentence.
    """
    claims: list[Growth | Share | Sum | Computed] = [*growths(sentence, previous), *shares(sentence, previous)]
    claims += [*sums(sentence), *multiples(sentence), *points(sentence), *averages(sentence, previous)]
    claims += [*fractions_of_amounts(sentence), *range_growths(sentence)]
    claims += [*remainders(sentence), *remaining_shares(sentence), *wholes(sentence, *around)]
    claims += [*elapsed(sentence, previous), *ratios(sentence, view), *parts(sentence, view)]
    yield from ((sentence, claim) for claim in claims)
    if view is not None:
        of_counts: list[Growth | Share | Sum | Computed] = list(fractions(view))
        told = {one.percent.start for one in of_counts if isinstance(one, Share)}
        of_counts += [one for one in shares(view, view_before) if one.percent.start not in told]
        of_counts += [*growths(view, view_before), *sums(view), *multiples(view), *averages(view, view_before)]
        of_counts += [*remainders(view), *range_growths(view)]
        yield from ((view, claim) for claim in averages_a_head(view))
        for claim in of_counts:
            if all(is_count(figure) for _, figure in amounts_of(claim) if figure.kind is Kind.MONEY):
                yield view, claim


def _rule(statement: Growth | Share | Sum | Computed, sentence: Sentence) -> Judgement | None:
    match statement:
        case Growth():
            return growth_rule.judge(statement)
        case Share():
            return share_rule.judge(statement)
        case Computed():
            return computed_rule.judge(statement)
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
        case Computed(operands=operands, stated=stated):
            return (*operands, ("stated", stated))


def _first(statement: Statement) -> Figure:
    return min((figure for _, figure in amounts_of(statement)), key=lambda figure: figure.start)


def _place(one: Judged, text: str) -> tuple[int, str]:
    """Where the claim begins in the text, and the words from its first figure to its last."""
    if isinstance(one.statement, Computed) and one.statement.words:
        return one.offset + one.statement.stated.start, one.statement.words
    figures = [figure for _, figure in amounts_of(one.statement)]
    start = one.offset + min(figure.start for figure in figures)
    end = one.offset + max(figure.end for figure in figures)
    return start, " ".join(text[start:end].split())


def _claim(one: Judged, text: str, lines: Lines) -> Claim:
    start, words = _place(one, text)
    steps = one.statement.steps if isinstance(one.statement, Growth) else ()
    return Claim(
        kind=one.statement.kind if isinstance(one.statement, Computed) else type(one.statement).__name__.lower(),
        text=words,
        start=start,
        line=lines.of(start),
        amounts=amounts_of(one.statement),
        verdict=one.judgement.verdict,
        years=steps[0] if steps else None,
    )


def _finding(one: Judged, text: str, lines: Lines, language: str) -> Finding:
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
