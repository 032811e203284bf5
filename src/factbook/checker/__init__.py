"""Figures in anyone's documents: found, recomputed and judged. It needs no book, and nothing that one is built with.

>>> from factbook.checker import check_text
>>> report = check_text("The market grew from USD 2.0 billion in 2019 to USD 4.0 billion in 2021, by 26.0% a year.")
>>> [(finding.code, finding.stated) for finding in report.findings]
[('growth-annual', '26.0%')]
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.checker.sentences import Claim, Finding, Report, Severity, Verdict, check_text

if TYPE_CHECKING:
    from factbook.checker.documents import CheckedDocument

__all__ = ["Claim", "Finding", "Report", "Severity", "Verdict", "check_file", "check_text"]


def check_file(path: str | Path, *, rate: Decimal | None = None, lang: str | None = None) -> CheckedDocument:
    """The document at ``path``, what was found in it, or in ``failure`` why it cannot be read.

    ``rate`` is won per dollar and overrules the rates that the text states; ``lang`` is the language of the messages.
    """
    # The readers of file formats take longer to import than a text to be checked.
    from factbook.checker.documents import check_paths

    return next(check_paths([Path(path)], rate=rate, lang=lang))
