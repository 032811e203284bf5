"""A number is hedged by its own words: «about», «at least» and their like are not typed beside it a second time."""

from __future__ import annotations

from collections.abc import Iterator

from factbook import languages
from factbook.checks.statements import Mark, Statement
from factbook.languages.comparing import Comparing

#: Letters on either side in which a hedge may stand.
_NEAR = 24
#: Stands for the words of a claim, which are computed.
_APART = "·"
_ADVICE = "delete the word: the number says it itself, as qualifier in data/facts.csv has it; or claim it with claim("


def wrong(said: Statement, language: str, words: Comparing) -> Iterator[tuple[str, str, str]]:
    """What is wrong in a sentence, what was expected, and what to do."""
    text = said.text
    for claimed in said.claims:
        text = text[: claimed.start] + _APART * (claimed.end - claimed.start) + text[claimed.end :]
    for mark in said.marks:
        typed = [word for word in _around(text, mark, language) if word not in words.no_hedges]
        if typed:
            found = f"«{' '.join(typed)}» is typed beside {mark.fact or mark.relation}"
            yield found, "no hedge but the number’s own", _ADVICE


def _around(text: str, mark: Mark, language: str) -> Iterator[str]:
    """The hedges that a figure would have in the place of the number, whatever that is."""
    before, after = text[max(0, mark.start - _NEAR) : mark.start], text[mark.end : mark.end + _NEAR]
    for probe, figure in ((f"{before}1", len(before)), (f"1{after}", 0)):
        for found in languages.of(language).scan(probe):
            if found.start == figure:
                hedge = probe[found.outer_start : found.start] + probe[found.end : found.outer_end]
                yield from filter(None, [hedge.strip()])
