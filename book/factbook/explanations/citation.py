"""A number with its citation, to be copied into someone else's document: as text, and as HTML for word processors."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from factbook.catalogue import Catalogue
from factbook.explanations.provenance import Producer, Source
from factbook.saying import Said, join, plain

#: What only the page knows on which a number is copied: the number as it stands there, its section, its address.
_NUMBER, _SECTION, _ADDRESS = (Said(name, name) for name in ("{number}", "{section}", "{address}"))


def citation(
    label: str,
    origins: Iterable[tuple[Producer | None, Source]],
    by_book: bool,
    formula: Said | None,
    words: Catalogue,
) -> Said:
    """The number, what it is, its original sources first, then this book.

    ``by_book`` tells a number that this book works out of those sources, ``formula`` how it is computed, if it is.
    ``{number}``, ``{section}`` and ``{address}`` are left to be filled in where it is copied.
    """
    named = [_original(producer, source, words) for producer, source in origins]
    original = join("; ".join(f"{{{position}}}" for position in range(len(named))), *named)
    if formula is not None:
        original = join(words("explanation.cite.computed"), formula, original)
    elif by_book:
        original = join(words("explanation.cite.by-book"), original)
    book = Said(words("site.name"), f"<cite>{escape(words('site.name'))}</cite>")
    return join(words("explanation.cite.number"), _NUMBER, plain(label), original, book, _SECTION, _ADDRESS)


def _original(producer: Producer | None, source: Source, words: Catalogue) -> Said:
    """A source, after whoever made the number that it quotes."""
    cited = join(
        words("explanation.cite.source"),
        plain(source.people),
        plain(source.year),
        Said(source.title, f"<cite>{escape(source.title)}</cite>"),
        Said(source.address, f'<a href="{escape(source.address)}">{escape(source.address, quote=False)}</a>'),
    )
    if producer is None or not producer.quoted:
        return cited
    return join(words("explanation.cite.quoted"), plain(producer.name), cited)
