"""The report for people, in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factbook.checker.documents import places
from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.messages import CATALOGUES, Catalogue
from factbook.checker.quotes import Outcome, telling
from factbook.checker.tables import Tally


def render(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """A paragraph a document, three lines a finding, a line of totals."""
    words = CATALOGUES[language]
    for one in checked:
        if one.failure is not None:
            yield f"{one.path}: {words.unreadable}: {one.failure.reason(language)}"
            yield f"    → {one.failure.advice(language)}"
            continue
        yield f"{one.path}: {verdict(one, words)}"
        if one.tally.tables:
            yield f"  {_tables(one.tally, words)}"
        yield from (f"  {words.note.format(text=words.of_note(note))}" for note in one.notes)
        for finding in one.report.findings:
            place = places.said(one, finding.start, words, finding.text)
            yield f"  {place}: {words.severities[finding.severity]} [{finding.code}]"
            yield f"    «{finding.text}»"
            yield f"    {finding.message}"
        if one.quotes:
            yield f"  {telling.summary(one.quotes, language)}"
        for quote in (quote for quote in one.quotes if quote.outcome is not Outcome.SAME):
            place = places.said(one, quote.quote.start, words)
            yield f"  {place}: [{quote.outcome}] {telling.message(quote, language)}"
    yield words.summary.format(
        documents=len(checked),
        claims=sum(len(one.report.claims) for one in checked),
        findings=sum(len(one.report.findings) for one in checked),
        unreadable=sum(one.failure is not None for one in checked),
    )


def verdict(one: CheckedDocument, words: Catalogue) -> str:
    """What was found in a document that was read, in a few words."""
    claims, findings = len(one.report.claims), len(one.report.findings)
    nothing = words.quoted if one.quotes else words.unchecked
    said = words.findings if findings else words.consistent if claims else nothing
    return said.format(claims=claims, findings=findings)


def summary(one: CheckedDocument, words: Catalogue, language: str) -> Iterator[str]:
    """What is said of a whole document: verdict, tables and quotes; nothing of one that could not be read."""
    if one.failure is None:
        yield verdict(one, words)
        if one.tally.tables:
            yield _tables(one.tally, words)
        if one.quotes:
            yield telling.summary(one.quotes, language)


def _tables(tally: Tally, words: Catalogue) -> str:
    """What was read in tables, what was checked and what was not, in one line."""
    kinds = ", ".join(words.kinds[kind].format(number=number) for kind, number in tally.claims)
    parts = [
        words.tables.format(tables=tally.tables, checked=tally.checked, kinds=f" ({kinds})" if kinds else ""),
        words.without_unit.format(number=tally.unitless) if tally.unitless else "",
        words.unused.format(number=tally.unused) if tally.unused else "",
    ]
    return "; ".join(part for part in parts if part)
