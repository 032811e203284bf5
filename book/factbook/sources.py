"""The sources of the book, from its one bibliography."""

from __future__ import annotations

from pathlib import Path

from pybtex.database import BibliographyData, BibliographyDataError, parse_file, parse_string
from pybtex.scanner import PybtexSyntaxError

from factbook.problems import Problem, ProblemError


def read(path: Path, shown: str) -> BibliographyData:
    """Every source by key. Raises :class:`ProblemError` for a file that is not BibTeX, or a key that stands twice."""
    try:
        return parse_file(str(path), bib_format="bibtex", encoding="utf-8")
    except PybtexSyntaxError as error:
        raise _problem(shown, str(error), "BibTeX", error.lineno) from None
    except (BibliographyDataError, OSError, UnicodeDecodeError) as error:
        raise _problem(shown, str(error), "a UTF-8 BibTeX file in which every key stands once", None) from None


def parsed(text: str) -> BibliographyData:
    """Every source of a text by key. Raises :class:`ProblemError` for what is not BibTeX."""
    try:
        return parse_string(text, bib_format="bibtex")
    except (PybtexSyntaxError, BibliographyDataError) as error:
        raise _problem("a bibliography", str(error), "BibTeX", None) from None


def _problem(shown: str, found: str, expected: str, line: int | None) -> ProblemError:
    return ProblemError([Problem("data.bibliography", shown, found, expected, "", line)])
