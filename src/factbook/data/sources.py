"""The sources of the book, from its one bibliography."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from pybtex.bibtex.utils import split_name_list
from pybtex.database import BibliographyData, BibliographyDataError, Entry, Person, parse_string
from pybtex.scanner import PybtexSyntaxError

from factbook.data.package import AUTHOR_IN
from factbook.problems import Problem, ProblemError


def read(path: Path, shown: str) -> BibliographyData:
    """Every source by key. Raises :class:`ProblemError` for a file that is not BibTeX, or a key that stands twice."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _problem(shown, str(error), None) from None
    return parsed(text, shown)


# Half a dozen checks read the same bibliography; none of them changes it.
@lru_cache(maxsize=4)
def parsed(text: str, shown: str) -> BibliographyData:
    """Every source by key in the text of the file ``shown``. Raises :class:`ProblemError` as :func:`read` does."""
    try:
        return parse_string(text, bib_format="bibtex")
    except PybtexSyntaxError as error:
        raise _problem(shown, str(error), error.lineno) from None
    except BibliographyDataError as error:
        raise _problem(shown, str(error), None) from None


def lines(text: str) -> dict[str, int]:
    """The line in which each entry of a bibliography begins, by its key."""
    begins = re.finditer(r"^@\w+\s*\{\s*([^,\s]+)", text, re.MULTILINE)
    return {match[1]: text.count("\n", 0, match.start()) + 1 for match in begins}


def authors(entry: Entry, language: str) -> list[Person]:
    """The authors as a page in ``language`` names them: by ``author_LANGUAGE``, where a source has it."""
    named = entry.fields.get(f"{AUTHOR_IN}{language}")
    return [Person(name) for name in split_name_list(named)] if named else entry.persons.get("author", [])


def _problem(shown: str, found: str, line: int | None) -> ProblemError:
    expected = "a UTF-8 BibTeX file in which every key stands once"
    return ProblemError([Problem("data.bibliography", shown, found, expected, "", line)])
