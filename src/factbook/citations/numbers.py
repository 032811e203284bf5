"""The citation of one number: with its unit, whoever produced it first, then where it was read, then this book.

A number that a source takes from someone else is theirs: «Frost & Sullivan (2019), cited in …». Who that is stands in
``data/forecasts.csv`` beside the facts of each forecast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from factbook.citations import short
from factbook.citations.as_of import as_of
from factbook.citations.formatted import Formatted
from factbook.citations.model import Work
from factbook.facts import Derived, Entry, Fact, Facts
from factbook.facts.model import BOOK
from factbook.facts.producers import Producer, printed
from factbook.interface import catalogue
from factbook.interface.catalogue import Catalogue
from factbook.phrasing.saying import Sayer

#: Stands for the place of the book from which the number is copied; see :func:`place`.
PLACE = "⟨place⟩"
_PRESS = "press"


@dataclass(frozen=True, slots=True)
class NumberCitation:
    """A sentence that begins with a number, ``said``, and the keys of the sources in it, the original one first.

    ``number`` is the id of the number, or of a relation for what its formula gives.
    """

    number: str
    said: Formatted
    sentence: Formatted
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Citer:
    """Cites the numbers that ``sayer`` says, from ``sources`` by key and ``producers`` by fact."""

    sayer: Sayer
    sources: Mapping[str, Work]
    producers: Mapping[str, Producer]

    @property
    def facts(self) -> Facts:
        return self.sayer.facts

    def all(self) -> Iterator[NumberCitation]:
        """Every number, then what every relation gives, in the order of the data."""
        for number in self.facts.entries:
            yield self.cite(number)
        for relation in self.sayer.judgements:
            yield self.recomputed(relation)

    def cite(self, number: str) -> NumberCitation:
        """Raises :class:`~factbook.facts.UnknownFact`."""
        entry = self.facts[number]
        keys = self._keys_of([entry])
        return self._cited(
            number,
            self._form(entry),
            self.sayer.say(number).text,
            entry.label[self.sayer.language],
            keys,
            source=self._join([self._short(self.sources[key]) for key in self._read(entry, keys)]),
            producer=self._producer(entry),
        )

    def recomputed(self, relation: str) -> NumberCitation:
        """What a relation's formula gives, which is ours, from all that it is computed from and held against."""
        judgement = self.sayer.judgements[relation]
        operands = [self.facts[name] for name in judgement.relation.operands if name in self.facts.entries]
        keys = self._keys_of([*operands, judgement.claim])
        label = self._words("explanation.recomputed", label=judgement.claim.label[self.sayer.language])
        return self._cited(
            relation,
            "computed" if keys else "counted",
            self.sayer.recomputed(relation).text,
            label,
            keys,
            source=self._join([self._short(self.sources[key]) for key in keys]),
        )

    def _cited(
        self, number: str, form: str, said: str, label: str, keys: tuple[str, ...], **parts: Formatted
    ) -> NumberCitation:
        shown = _plain(said)
        sentence = self._say(f"number.{form}", number=shown, label=_plain(label), place=_plain(PLACE), **parts)
        return NumberCitation(number, shown, sentence, keys)

    @property
    def _words(self) -> Catalogue:
        return catalogue.of(self.sayer.language)

    def _keys_of(self, entries: Iterable[Entry]) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(key for entry in entries for fact in self._printed(entry) for key in self._keys(fact))
        )

    def _form(self, entry: Entry) -> str:
        if isinstance(entry, Derived) or entry.said_by == BOOK:
            return "computed" if any(self._keys(fact) for fact in self._printed(entry)) else "counted"
        if self._original(entry):
            return "second-hand"
        return "press" if entry.said_by == _PRESS else "printed"

    def _printed(self, entry: Entry) -> tuple[Fact, ...]:
        return printed([entry.id], self.facts)

    def _read(self, entry: Entry, keys: tuple[str, ...]) -> tuple[str, ...]:
        """The sources in which a number was read, without those that are cited through them."""
        return (entry.source,) if isinstance(entry, Fact) and entry.source in self.sources else keys

    def _keys(self, fact: Fact) -> tuple[str, ...]:
        """The original source, where the bibliography has it, then the one in which the number was read."""
        producer = self._original(fact)
        original = [key for key, work in self.sources.items() if producer and _made(work, producer)]
        return (*original, fact.source) if fact.source in self.sources else tuple(original)

    def _original(self, entry: Entry) -> Producer | None:
        """Who produced a number, if not the source in which it was read."""
        producer = self.producers.get(entry.id)
        if producer is None or not isinstance(entry, Fact) or entry.source not in self.sources:
            return None
        authors = {name.whole for name in self.sources[entry.source].authors}
        return producer if producer.is_quoted_by(authors) else None

    def _producer(self, entry: Entry) -> Formatted:
        producer = self._original(entry)
        if producer is None:
            return _plain("")
        name = producer.names[self.sayer.language]
        if not producer.year:
            return _plain(name)
        return self._say("number.short", authors=_plain(name), year=_plain(producer.year))

    def _short(self, work: Work) -> Formatted:
        """A source by authors and year, as in a sentence, linked to where it is found."""
        authors, year = short.people(work, self._words), short.year(work, self._words)
        said = self._say("number.short", authors=_plain(authors), year=_plain(year))
        return Formatted(said.text, f'<a href="{escape(work.link)}">{said.html}</a>') if work.link else said

    def _join(self, parts: list[Formatted]) -> Formatted:
        between = self._words("citing.number.and")
        return Formatted(between.join(part.text for part in parts), between.join(part.html for part in parts))

    def _say(self, key: str, **parts: Formatted) -> Formatted:
        return say(self.sayer.language, key, **parts)


def say(language: str, key: str, **parts: Formatted) -> Formatted:
    """A template of the catalogue under ``citing``, filled in both forms."""
    template = catalogue.of(language)(f"citing.{key}")
    return Formatted(
        template.format(**{name: part.text for name, part in parts.items()}),
        escape(template, quote=False).format(**{name: part.html for name, part in parts.items()}),
    )


def place(work: Work) -> Formatted:
    """A place of the book as the end of a number's citation: what takes the place of :data:`PLACE`."""
    edition = catalogue.of(work.language)("citing.edition-named", edition=work.edition or work.version)
    link = Formatted(work.address, f'<a href="{escape(work.address)}">{escape(work.address, quote=False)}</a>')
    if known := as_of(work.cutoff, work.language):
        link = say(work.language, "number.as-of", as_of=_plain(known), address=link)
    parts = {"book": _plain(work.container or work.title), "edition": _plain(edition), "address": link}
    if not work.container:
        return say(work.language, "number.book", **parts)
    if work.genre:
        return say(work.language, "number.figure", title=_plain(work.genre), **parts)
    return say(work.language, "number.place", title=_plain(work.title), **parts)


def _made(work: Work, producer: Producer) -> bool:
    """Whether a source is the producer's own study of that year."""
    names = {name.whole for name in work.authors}
    return bool(names & set(producer.names.values())) and str(work.issued.year if work.issued else "") == producer.year


def _plain(text: str) -> Formatted:
    return Formatted(text, escape(text, quote=False))
