"""The register of reviews, read."""

from __future__ import annotations

import re
from datetime import date

from factbook.data.package import Package, Row
from factbook.data.reviews.model import COMPARED_WITH, TABLE, Key, Review
from factbook.problems import Gathering

_DIGEST = re.compile(r"[0-9a-f]{16}")


def register(package: Package) -> dict[Key, Review]:
    """Every review by what it is of; none where the package has no table of them. Raises :class:`ProblemError`."""
    if TABLE not in package.files:
        return {}
    gathering = Gathering()
    found: dict[Key, Review] = {}
    for row in package.rows(TABLE):
        with gathering.item():
            review = _review(row)
            if review.key in found:
                raise row.problem(
                    "review.twice", "row", f"{row['table']}/{row['row']} stands twice", "every row once", "delete one"
                )
            found[review.key] = review
    gathering.raise_if_any()
    return found


def _review(row: Row) -> Review:
    try:
        day = date.fromisoformat(row["reviewed_on"])
    except ValueError:
        raise row.problem("review.date", "reviewed_on", f"«{row['reviewed_on']}»", "a day such as 2026-11-27") from None
    if row["compared_with"] not in COMPARED_WITH:
        raise row.problem(
            "review.compared", "compared_with", f"«{row['compared_with']}»", f"one of {', '.join(COMPARED_WITH)}"
        )
    if not _DIGEST.fullmatch(row["digest"]):
        raise row.problem(
            "review.digest", "digest", f"«{row['digest']}»", "16 hexadecimal digits", "run: factbook review"
        )
    return Review(row["table"], row["row"], row["digest"], day, row["compared_with"], row.line)
