"""A row as whoever reviews it needs it: what it says, what it was like when it was reviewed, where to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factbook.data.layout import Layout
from factbook.data.reviews.model import Item, Key, Review, digest
from factbook.data.reviews.register import register
from factbook.data.reviews.rows import as_reviewed, items


def shown(layout: Layout, keys: Iterable[Key]) -> Iterator[str]:
    """One text of several lines for each of ``keys``. Raises :class:`ProblemError` where a table cannot be read."""
    known, reviews = items(layout), register(layout.package)
    addresses = {key: item.cells.get("url", "") for (_, key), item in known.items()}
    for key in keys:
        yield "\n".join(_lines(layout, key, known.get(key), reviews.get(key), addresses))


def _lines(
    layout: Layout, key: Key, item: Item | None, review: Review | None, addresses: dict[str, str]
) -> Iterator[str]:
    yield "/".join(key) + (f"  ({item.file}:{item.line})" if item else "  (gone)")
    before = as_reviewed(layout, review) if review and item and review.digest != digest(item.cells) else None
    for column, text in (item.cells if item else {}).items():
        was = f"    (reviewed: {before.get(column, '')})" if before and before.get(column, "") != text else ""
        if text or was:
            yield f"    {column}: {text}{was}"
    for source in item.cells.get("source", "").split() if item else ():
        yield f"    look at: {addresses.get(source) or source}"
    if review is None:
        yield "    never reviewed"
    else:
        state = "as it stands" if item and review.digest == digest(item.cells) else "before it changed"
        yield f"    reviewed on {review.reviewed_on}, compared with {review.compared_with}, {state}"
