"""Write ``CODES.md``, the list of all codes: ``python -m factbook.problem_codes``, or ``make codes``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from factbook import problem_codes
from factbook.checker.documents import codes
from factbook.checker.documents.codes import Code

FILE = Path(__file__).parents[3] / "CODES.md"
#: The title of each catalogue by language, and what stands above the first.
_TITLES = {
    "en": ("Codes of problems in a book", "Codes of findings in a document"),
    "ko": ("책에서 나오는 문제 코드", "문서에서 나오는 지적 코드"),
}
_HEAD = "<!-- Made by: make codes. Change src/factbook/problem_codes and checker/documents/codes instead. -->\n"


def page() -> str:
    """Return the Markdown of the list."""
    return "\n".join([_HEAD, *(line for language in _TITLES for line in _of(language))])


def _of(language: str) -> Iterator[str]:
    for title, known in zip(_TITLES[language], (problem_codes.CODES, codes.CODES), strict=True):
        yield f"# {title}\n"
        yield from _table(known[language], codes.WORDS[language])


def _table(known: Mapping[str, Code], words: Mapping[str, str]) -> Iterator[str]:
    yield f"| {words['code']} | {words['meaning']} | {words['advice']} |\n|---|---|---|"
    yield from (f"| `{code}` | {told.meaning} | {told.advice} |" for code, told in sorted(known.items()))
    yield ""


if __name__ == "__main__":
    FILE.write_text(page(), "utf-8")
