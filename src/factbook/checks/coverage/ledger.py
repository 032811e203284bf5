"""What a row of the ledger page quotes from the data: words of a source, the place in it, a formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from factbook.chapter import Book
from factbook.checks.coverage import rules
from factbook.checks.coverage.rules import Rule, Span
from factbook.facts import Derived
from factbook.provenance import ledger

#: The texts that a row may hold, by its id.
Quotes = Mapping[str, tuple[tuple[str, Rule], ...]]


def quotes(book: Book) -> Quotes:
    """The quotations of every number and relation of the book."""
    found: dict[str, tuple[tuple[str, Rule], ...]] = {}
    for name, entry in book.facts.entries.items():
        if isinstance(entry, Derived):
            formula = ledger.formula(entry.operation, entry.operands, book.sayer).text
            found[name] = ((formula, rules.FORMULA),)
        else:
            found[name] = ((entry.as_printed, rules.AS_PRINTED), (entry.locator, rules.LOCATOR))
    for name, judgement in book.sayer.judgements.items():
        relation = judgement.relation
        found[name] = ((ledger.formula(relation.operation, relation.operands, book.sayer).text, rules.FORMULA),)
    return found


def quoted(text: str, element: HtmlElement, known: Quotes) -> Iterator[Span]:
    """Where ``text``, in a row of the ledger or the codebook, quotes what the data hold for the row."""
    for row in [above for above in (element, *element.iterancestors()) if above.tag == "tr"][:1]:
        for name in row.xpath(".//@id | ./@id"):
            for quote, rule in known.get(name, ()):
                start = text.find(quote) if quote else -1
                while start >= 0:
                    yield Span(start, start + len(quote), rule)
                    start = text.find(quote, start + len(quote))
