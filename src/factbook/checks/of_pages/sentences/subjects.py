"""A number is said of what it is about: the names beside it are those of its label, and in the order of the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from lxml.html import HtmlElement

from factbook.checks.of_pages.sentences.times import is_in, taken
from factbook.checks.statements import Mark, Statement
from factbook.facts import Entry, Facts, claims
from factbook.facts.names import Name, Names, shown, strangers
from factbook.facts.state import State
from factbook.languages.mentioning import Mention
from factbook.search import terms

_Numbers = list[tuple[Mark, Entry]]
_Wrong = tuple[str, str, str]
#: By how many characters the words of two labels must stand nearer to the other's number, to be called exchanged.
_NEARER = 4
#: Words that begin with so many letters alike are one word in two forms.
_ALIKE = 5
#: Words of so many Latin letters, and fewer, are articles and prepositions.
_SHORT = 3
_ADVICE = "say the number that this is about, or mend the words, in every language"


def wrong(said: Statement, data: State, language: str, names: Names) -> Iterator[_Wrong]:
    """What is wrong in a sentence, what was expected, and what to do."""
    known = data.facts
    numbers = [(mark, entry) for mark in said.marks if (entry := known.entries.get(mark.fact or ""))]
    # What is claimed of several numbers may name any of them; the numbers that are said are of what is named.
    about = [entry for _, entry in numbers] or [
        entry
        for one in said.claims
        if one.claim in data.claims
        for entry in claims.about(data.claims[one.claim], known, data.judgements)
    ]
    if about:
        mentioned = [one for one in names.mentioned(said.text, language) if not _is_within(one, said)]
        yield from _of_others(about, mentioned, known, language, names)
        for head in said.heads:
            yield from _of_others(about, list(names.mentioned(head, language)), known, language, names)
        yield from _absent(said, numbers, language, names)
        yield from _exchanged(said, numbers, known, language)


def _is_within(one: Mention[Name], said: Statement) -> bool:
    """Whether a name stands in a number or a citation, which have words of their own."""
    return is_in(one.start, taken(said))


def _of_others(
    numbers: list[Entry], mentioned: list[Mention[Name]], known: Facts, language: str, names: Names
) -> Iterator[_Wrong]:
    """Names of which none is that of a number, where the numbers have names of that kind."""
    own = {name for entry in numbers for name in _about(entry, known, names)}
    for found, right in strangers({one.of for one in mentioned}, own):
        whose = next(entry for entry in numbers if not right.isdisjoint(_about(entry, known, names)))
        yield (
            f"it names {shown(found, language)} beside {whose.id}",
            f"{shown(right, language)}, as the label of that number does: «{whose.label[language]}»",
            _ADVICE,
        )


def _absent(said: Statement, numbers: _Numbers, language: str, names: Names) -> Iterator[_Wrong]:
    """Numbers of something that the whole section does not name, in its text or by a source."""
    for entry in {entry.id: entry for _, entry in numbers}.values():
        needed = {name for name in names.of(entry) if not name.implied}
        if needed and needed.isdisjoint(_named_in(said.section, language, names)):
            yield (
                f"{entry.id} is said where nothing names {shown(needed, language)}",
                f"a section that names what the number is about: «{entry.label[language]}»",
                _ADVICE,
            )


@lru_cache(maxsize=64)
def _named_in(section: HtmlElement, language: str, names: Names) -> frozenset[Name]:
    return frozenset(one.of for one in names.mentioned(" ".join(section.itertext()), language))


def _about(entry: Entry, known: Facts, names: Names) -> frozenset[Name]:
    """What a number is about; one that is computed is also in the currencies of what it is computed from."""
    operands = (known.entries.get(operand) for operand in getattr(entry, "operands", ()))
    units = (names.by_unit(operand.unit.key) for operand in operands if operand)
    return names.of(entry).union(*units)


def _exchanged(said: Statement, numbers: _Numbers, known: Facts, language: str) -> Iterator[_Wrong]:
    """Two numbers of a unit, each of which stands beside the words of the other's label."""
    alone = [one for one in numbers if not one[0].part and one[1].id not in known.converted_from]
    for (mark, entry), (other_mark, other) in combinations(alone, 2):
        if entry.id == other.id or entry.unit.key != other.unit.key:
            continue
        first, second = _words(entry.label[language]), _words(other.label[language])
        apart = _without(first, second), _without(second, first)
        places = [_nearest(said, at, of) for at in (mark, other_mark) for of in apart]
        if None in places:  # The words of one of them do not stand in the sentence.
            continue
        own, other_own = places[0] + places[3], places[1] + places[2]  # type: ignore[operator]
        if other_own + _NEARER < own:
            yield (
                f"{entry.id} and {other.id} have changed places",
                f"«{entry.label[language]}» beside the one, «{other.label[language]}» beside the other",
                "exchange the numbers, or the words, in every language",
            )


@lru_cache(maxsize=4096)
def _words(label: str) -> frozenset[str]:
    """The stems of a label's words; figures and the shortest words say nothing of what it is about."""
    return frozenset(
        token.terms[-1]
        for token in terms.of(label)
        if not token.terms[0].startswith("#") and (len(token.terms[0]) > _SHORT or not token.terms[0].isascii())
    )


@lru_cache(maxsize=512)
def _tokens(text: str) -> tuple[terms.Token, ...]:
    return tuple(terms.of(text))


def _without(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """``words`` without ``others`` and their like: define, definition."""
    beginnings = {word[:_ALIKE] for word in others}
    return frozenset(word for word in words if word[:_ALIKE] not in beginnings)


def _nearest(said: Statement, mark: Mark, words: frozenset[str]) -> int | None:
    """How many characters lie between a number and the nearest of ``words``; nothing where none is there."""
    distances = [
        min(abs(token.start - mark.end), abs(mark.start - token.end))
        for token in _tokens(said.text)
        if not words.isdisjoint(token.terms)
    ]
    return min(distances, default=None)
