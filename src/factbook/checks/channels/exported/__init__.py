"""Files to take away (PDF, DOCX, HWPX): every number of a page stands in each, linked to its own row of the ledger."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

from lxml.etree import LxmlError
from pikepdf import PdfError
from sphinx_external_toc.parsing import parse_toc_yaml

from factbook.checks.channels.reading import Readings
from factbook.checks.pages import parsed
from factbook.data.layout import Layout
from factbook.export import FORMATS
from factbook.export.volumes import BOOK
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

#: What reads the links of a file, by its format.
READERS: Mapping[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    kind: import_module(f"factbook.checks.channels.exported.{kind}").links for kind in FORMATS
}
#: What readers raise where a file is damaged.
_UNREADABLE = (OSError, ValueError, LookupError, AttributeError, BadZipFile, PdfError, LxmlError)
_ADVICE = "export again: factbook build --exports"
#: What lines of a page break anywhere, and what keeps the syllables of a word together on one.
_BLANKS = re.compile(r"[\s\u2060]+")
_ROW = re.compile(r"/(?P<language>\w+)/numbers\.html#(?P<row>.+)$")


class Number(NamedTuple):
    """A number as it is printed, without blanks, and the row of the ledger that it leads to."""

    text: str
    row: str


def check(layout: Layout, folder: Path) -> Readings:
    """One reading for each number of each exported file."""
    for language in LANGUAGES:
        files = [path for kind in FORMATS for path in sorted((folder / language).glob(f"*.{kind}"))]
        due = _chapters(layout, folder / language) if files else {}
        rows = {number.row for chapter in due.values() for number in chapter}
        for path in files:
            shown = f"{language}/{path.name}"
            pages = due.values() if path.stem == BOOK else [due.get(path.stem, Counter())]
            try:
                found = Counter(one for one in _of_file(path, language) if one.row in rows)
            except _UNREADABLE as error:
                yield Problem("channel.exported", shown, f"cannot be read: {error}", "a whole file", _ADVICE)
                continue
            yield from _compared(shown, sum(pages, Counter[Number]()), found)


def size(layout: Layout, folder: Path) -> int:
    """How many numbers the exported files of a site have, once there are all: each chapter, and the book of all."""
    chapters = (one for language in LANGUAGES for one in _chapters(layout, folder / language).values())
    return 2 * len(FORMATS) * sum(one.total() for one in chapters)


def _chapters(layout: Layout, folder: Path) -> dict[str, Counter[Number]]:
    return {name: _of_page(folder / f"{name}.html") for name in parse_toc_yaml(layout.toc)}


def _compared(shown: str, due: Counter[Number], found: Counter[Number]) -> Readings:
    yield from (None for _ in range((due & found).total()))
    for number in due - found:
        said = f"no «{number.text}» that leads to {number.row}"
        yield Problem("channel.exported", shown, said, "every number of the page", _ADVICE)
    # What a row is called leads to it, too, and is no number of it.
    texts = {number.text for number in due}
    for number in (one for one in found - due if one.text in texts):
        said = f"«{number.text}» leads to {number.row}"
        yield Problem("channel.exported", shown, said, "the numbers of the page, and no others", _ADVICE)


def _of_file(path: Path, language: str) -> Iterator[Number]:
    for text, address in READERS[path.suffix[1:]](path):
        row = _ROW.search(address)
        if row and row["language"] == language:
            yield Number(_BLANKS.sub("", text), row["row"])


def _of_page(path: Path) -> Counter[Number]:
    """The numbers of a page, each with the row that its link leads to."""
    found: Counter[Number] = Counter()
    for number in parsed(path.read_bytes()).xpath('//article[contains(@class, "bd-article")]//data'):
        link = next(number.iterancestors("a"), None)
        if link is not None:
            row = link.get("href").partition("#")[2]
            found[Number(_BLANKS.sub("", number.text_content()), row)] += 1
    return found
