"""The check of one document in a page of a site, for the worker that runs it (``theme/scripts/check-worker.js``)."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

from factbook.checker import quotes
from factbook.checker.documents import filtering
from factbook.checker.documents.checking import check_paths
from factbook.checker.documents.forms import page, programs, text
from factbook.checker.documents.messages import CATALOGUES

_book = cache(quotes.load)


def check(path: str, rate: str, language: str, numbers: str) -> str:
    """Return as JSON what is told of the document at ``path``.

    ``json`` and ``html`` are the reports that ``factbook check --format`` writes, ``lines`` what it says of the whole
    document. ``rate`` is won per dollar, or nothing; ``numbers`` is the file of the book that documents quote.
    """
    held_to = Decimal(rate) if rate else None
    found = filtering.all_of(list(check_paths([Path(path)], rate=held_to, book=_book(numbers))), (), ())
    return json.dumps(
        {
            "json": "\n".join(programs.render(found, language)),
            "html": "\n".join(page.render(found, language)),
            "lines": [line for one in found for line in text.summary(one, CATALOGUES[language], language)],
        }
    )
