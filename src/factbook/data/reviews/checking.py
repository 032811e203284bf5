"""Rows that have changed, come or gone since they were reviewed."""

from __future__ import annotations

from collections.abc import Mapping

from factbook.data.layout import Layout
from factbook.data.reviews.model import BIBLIOGRAPHY, TABLE, Item, Key, Review, digest
from factbook.data.reviews.register import register
from factbook.data.reviews.rows import as_reviewed, items
from factbook.problems import Problem, ProblemError

_LONGEST = 80


def check(layout: Layout) -> list[Problem]:
    """One problem for each row that is not as it was reviewed, at its place.

    Nothing is found where the package has no reviews, nor where a table cannot be read: another check says why.
    """
    if TABLE not in layout.package.files:
        return []
    try:
        known = items(layout)
    except ProblemError:
        return []
    try:
        reviews = register(layout.package)
    except ProblemError as error:
        return list(error.problems)
    changed = [_unlike(layout, item, reviews.get(key)) for key, item in waiting(known, reviews).items()]
    return changed + [_gone(layout, review) for key, review in reviews.items() if key not in known]


def waiting(known: Mapping[Key, Item], reviews: Mapping[Key, Review]) -> dict[Key, Item]:
    """What has no review as it stands."""
    return {key: item for key, item in known.items() if key not in reviews or reviews[key].digest != digest(item.cells)}


def _unlike(layout: Layout, item: Item, review: Review | None) -> Problem:
    name = f"{item.table}/{item.row}"
    against = f"compare it with {_address(item)}, then run: factbook review {name} --compared-with source"
    if review is None:
        found = f"«{name}» was never reviewed"
        return Problem("review.new", item.file, found, "a review of every row", against, item.line)
    before = as_reviewed(layout, review)
    changes = (
        _changes(before, item.cells)
        if before is not None
        else "the history here does not have the row as it was reviewed"
    )
    return Problem(
        "review.changed",
        item.file,
        f"«{name}» has changed since it was reviewed on {review.reviewed_on}: {changes}",
        "the row as it was reviewed, or a new review",
        against,
        item.line,
        ", ".join(_changed(before, item.cells)) if before is not None else None,
    )


def _gone(layout: Layout, review: Review) -> Problem:
    name = f"{review.table}/{review.row}"
    file = layout.shown(layout.package.files[TABLE])
    return Problem(
        "review.gone",
        file,
        f"«{name}», reviewed on {review.reviewed_on}, is gone",
        "every row that was reviewed",
        f"put it back, or run: factbook review {name} --compared-with none",
        review.line,
    )


def _changed(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    return [name for name in dict.fromkeys((*before, *now)) if before.get(name, "") != now.get(name, "")]


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    return "; ".join(
        f"{name} «{_short(before.get(name, ''))}» → «{_short(now.get(name, ''))}»" for name in _changed(before, now)
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _address(item: Item) -> str:
    """Where whoever compares a row has to look."""
    if item.table == BIBLIOGRAPHY:
        return item.cells.get("url") or item.cells.get("doi") or "the source"
    if address := item.cells.get("seen_at"):
        return address
    return f"its source ({item.cells['source']})" if item.cells.get("source") else "what it is computed from"
