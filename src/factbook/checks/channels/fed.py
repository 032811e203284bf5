"""What the feed of changes tells: pages that are there, under their own titles, and numbers as they were and are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from factbook.checks.channels import files
from factbook.checks.channels.reading import Readings
from factbook.checks.pages import parsed
from factbook.data.layout import Layout
from factbook.editions import records
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

FILE = "changes.atom"
_ATOM = {"a": "http://www.w3.org/2005/Atom"}
_ADVICE = "mend what writes the feed"
#: The part of the feed that tells of the data.
_NUMBERS = "changes-numbers"


def check(layout: Layout, folder: Path) -> Readings:
    if layout.edition:
        return
    for language in LANGUAGES:
        for what, found, wanted in _compared(layout, folder, language):
            file, given = f"{language}/{FILE}", f"{what}: «{found}»"
            yield None if found == wanted else Problem("channel.feed", file, given, f"«{wanted}»", _ADVICE)


def _compared(layout: Layout, folder: Path, language: str) -> Iterator[tuple[str, str, str]]:
    """What an entry says, what it says of it, and what it must say."""
    root = etree.fromstring((folder / language / FILE).read_bytes())
    entries = root.xpath("//a:entry", namespaces=_ATOM)
    moments = [_of(entry, "updated") for entry in entries]
    if moments:
        yield "the feed is of", "".join(root.xpath("/a:feed/a:updated/text()", namespaces=_ATOM)), max(moments)
    for entry in entries:
        address = _of(entry, "id")
        parts = urlsplit(address)
        linked = "".join(entry.xpath("a:link[@rel='alternate']/@href", namespaces=_ATOM))
        yield f"the link of {address}", linked, address
        # The site may lie in a folder of its host.
        page = next((p for p in (folder / parts.path.lstrip("/"), *_below(folder, parts.path)) if p.is_file()), None)
        if page is None:
            yield f"the page {parts.path}", "is not there", "a page of the site"
        elif parts.fragment == _NUMBERS:
            yield from _numbers(layout, folder, language, _of(entry, "summary"))
        elif folder / language in page.parents:
            yield from _page(page, entry)


def _below(folder: Path, path: str) -> Iterator[Path]:
    parts = path.strip("/").split("/")
    yield from (folder.joinpath(*parts[start:]) for start in range(1, len(parts)))


def _of(entry: etree._Element, name: str) -> str:
    return "".join(entry.xpath(f"a:{name}/text()", namespaces=_ATOM))


def _page(path: Path, entry: etree._Element) -> Iterator[tuple[str, str, str]]:
    root = parsed(path.read_bytes())
    yield f"the title of {path.name}", _of(entry, "title"), "".join(root.xpath("//meta[@name='DC.title']/@content"))
    told = "".join(root.xpath("//meta[@name='DC.description']/@content"))
    yield f"the summary of {path.name}", _of(entry, "summary"), told


def _numbers(layout: Layout, folder: Path, language: str, told: str) -> Iterator[tuple[str, str, str]]:
    """Each number that is not what it was in the newest edition is told, as it was and as it is."""
    editions = records.read(layout)
    if not editions:
        yield "what has changed since no edition", told, ""
        return
    before = _table(folder / "editions" / editions[-1].name / "data" / "numbers.csv")
    now = _table(folder / "data" / "numbers.csv")
    for name in sorted({*before, *now}):
        rows = [table[name] for table in (before, now) if name in table]
        has_changed = len(rows) == 1 or rows[0]["value"] != rows[1]["value"]
        if not has_changed or not rows[-1]["as_printed"]:
            continue
        said = (files.without_pair(row[f"said_{language}"]) for row in rows)
        for due in (rows[-1][f"label_{language}"], *said):
            yield f"what is told of «{name}»", due if due in told else told, due


def _table(path: Path) -> dict[str, files.Row]:
    return {row["id"]: row for row in files.rows(path)} if path.is_file() else {}
