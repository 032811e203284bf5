"""Where the figures of a claim stand in the text of its document."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checker.sentences import Claim

#: How far behind the beginning of a claim its figures are looked for, in characters.
_REACH = 400

Span = tuple[int, int]


def of(claim: Claim, text: str) -> Iterator[tuple[str, Span]]:
    """The part that each figure plays, and its place: those of a sentence are placed in it, those of a table in all."""
    first = min((figure.start for _, figure in claim.amounts), default=0)
    for by in (claim.start - first, 0):
        if all(text[figure.start + by : figure.end + by] == figure.text for _, figure in claim.amounts):
            yield from ((role, (figure.start + by, figure.end + by)) for role, figure in claim.amounts)
            return
    for role, figure in claim.amounts:
        place = text.find(figure.text, claim.start, claim.start + _REACH)
        if place >= 0:
            yield role, (place, place + len(figure.text))
