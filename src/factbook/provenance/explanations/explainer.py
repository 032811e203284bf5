"""One explanation for each number and each relation of the book, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from factbook.citations import short
from factbook.citations.model import Work
from factbook.facts import REPORT_RATE, Derived, Entry, Fact
from factbook.facts.producers import Producer, printed
from factbook.facts.relations import Judgement
from factbook.interface import catalogue
from factbook.interface.catalogue import Catalogue
from factbook.phrasing.said import Said, join, plain
from factbook.phrasing.saying import LEDGER, Sayer
from factbook.provenance.ledger import compared, formula

#: Operations over an amount and a rate.
_CONVERSIONS = frozenset({"convert", "in-usd"})


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is told of the number or relation ``id``: HTML under a heading."""

    id: str
    html: str


@dataclass(frozen=True)
class Explainer:
    """Explains the numbers of ``sayer``. ``places`` are the addresses of sources in the book's own list, by key."""

    sayer: Sayer
    sources: Mapping[str, Work]
    places: Mapping[str, str]
    made_by: Mapping[str, Producer]

    def all(self) -> Iterator[Explanation]:
        """Every number, then every relation, in the order of the data."""
        for entry in self.sayer.facts.entries.values():
            yield self._number(entry)
        for judgement in self.sayer.judgements.values():
            yield self._relation(judgement)

    @property
    def _words(self) -> Catalogue:
        return catalogue.of(self.sayer.language)

    def _number(self, entry: Entry) -> Explanation:
        computed = formula(entry.operation, entry.operands, self.sayer) if isinstance(entry, Derived) else None
        facts = printed([entry.id], self.sayer.facts)
        rows = {
            "says": self._says(entry),
            "source": self._cited(facts),
            "printed": _as_printed(entry, self._words) if isinstance(entry, Fact) else "",
            "compared": escape(compared(entry.review, self.sayer.language)) if isinstance(entry, Fact) else "",
            "formula": computed.html if computed else "",
            "rate": self._rate(entry),
            "allowed" if isinstance(entry, Fact) else "allowed-computed": self._allowed(entry),
        }
        label, note = entry.label[self.sayer.language], entry.note[self.sayer.language]
        return Explanation(entry.id, self._html(entry.id, label, self.sayer.say(entry.id).html, note, rows))

    def _relation(self, judgement: Judgement) -> Explanation:
        relation, claim = judgement.relation, judgement.claim
        computed = formula(relation.operation, relation.operands, self.sayer)
        verdict = join("{0} ({1})", self.sayer.verdict(relation.id), self.sayer.margin(relation.id))
        facts = printed([*relation.operands, claim.id], self.sayer.facts)
        label = self._words("explanation.recomputed", label=claim.label[self.sayer.language])
        rows = {
            "says": escape(self._words("said-by.book")),
            "formula": computed.html,
            "source": self._cited(facts),
            "allowed-computed": self.sayer.recomputed_range(relation.id).html,
            "claim": self.sayer.say(claim.id, alone=True).html,
            "misfit": self.sayer.misfit(relation.id).html,
            "verdict": verdict.html,
        }
        value = self.sayer.recomputed(relation.id).html
        return Explanation(relation.id, self._html(relation.id, label, value, relation.note[self.sayer.language], rows))

    def _html(self, number: str, label: str, value: str, note: str, rows: Mapping[str, str]) -> str:
        told = "".join(
            f"<div><dt>{escape(self._words(f'explanation.{key}'))}</dt><dd>{row}</dd></div>"
            for key, row in rows.items()
            if row
        )
        noted = f'<p class="explained-note">{escape(note, quote=False)}</p>' if note else ""
        row = f'<a href="{LEDGER}.html#{number}">{escape(self._words("explanation.row"))}</a>'
        return (
            f'<h2>{escape(label, quote=False)}</h2><p class="explained-value">{_own(value, number)}</p>{noted}'
            f'<dl>{_own(told, number)}</dl><p class="explained-row">{row}</p>'
        )

    def _says(self, entry: Entry) -> str:
        if isinstance(entry, Derived):
            return escape(self._words("said-by.book"))
        who = self._words(f"said-by.{entry.said_by}")
        producer = self.made_by.get(entry.id)
        if producer is not None and isinstance(entry, Fact):
            name = producer.names[self.sayer.language]
            quoted = producer.is_quoted_by({name.whole for name in self.sources[entry.source].authors})
            who = self._words("explanation.quoted", producer=name, who=who) if quoted else name
        return escape(who, quote=False)

    def _cited(self, facts: Iterable[Fact]) -> str:
        """The short citations of the sources of ``facts``, each linked to its place in the list of sources."""
        sources = dict.fromkeys(fact.source for fact in facts)
        return "; ".join(self._short(self.sources[key]) for key in sources)

    def _short(self, source: Work) -> str:
        cited = escape(f"{short.people(source, self._words)}, {short.year(source, self._words)}", quote=False)
        place = self.places.get(source.key)
        return f'<a href="{escape(place)}">{cited}</a>' if place else cited

    def _allowed(self, entry: Entry) -> str:
        exact = entry.interval.low == entry.interval.high == entry.amount.value
        return "" if exact else self.sayer.allowed(entry.id).html

    def _rate(self, entry: Entry) -> str:
        """The rate at which an amount was converted: by this book, or by the report."""
        if isinstance(entry, Derived):
            rate = entry.operands[1] if entry.operation in _CONVERSIONS else None
        else:
            rate = REPORT_RATE if REPORT_RATE in self._converted_with.get(entry.id, ()) else None
        if rate is None:
            return ""
        label = plain(self.sayer.facts[rate].label[self.sayer.language])
        return join("{0} ({1})", self.sayer.say(rate, alone=True), label).html

    @cached_property
    def _converted_with(self) -> Mapping[str, set[str]]:
        """What each number agrees with when it is taken for a conversion, by its id."""
        with_what: dict[str, set[str]] = {}
        for judgement in self.sayer.judgements.values():
            if judgement.relation.operation in _CONVERSIONS and judgement.holds:
                with_what.setdefault(judgement.claim.id, set()).update(judgement.relation.operands)
        return with_what


def _as_printed(fact: Fact, words: Catalogue) -> str:
    text = Said(fact.as_printed, f'<span lang="{fact.printed_lang}">{escape(fact.as_printed, quote=False)}</span>')
    return join(words("explanation.as-printed"), text, plain(fact.locator)).html


def _own(html: str, number: str) -> str:
    """The numbers of an explanation without the links to the row that it explains itself."""
    link = rf'<a class="fact(?: long)?" href="{LEDGER}\.html#{re.escape(number)}">(<data .*?</data>)</a>'
    return re.sub(link, r"\1", html)
