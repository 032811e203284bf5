"""Citations that a reader copies of places and sources: each form names the same work, and no figure of another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from factbook.checks.channels import assigned, bibliographies
from factbook.checks.channels.bibliographies import Record
from factbook.checks.channels.reading import Readings
from factbook.checks.pages import parsed
from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

FILE = "citations.js"
_NUMBERS = "citations-numbers.js"
_ADVICE = "mend what writes this form of citation"
#: The forms of reference managers by the ending of their files, and those that are words.
_FORMATS = {"bibtex": "bib", "ris": "ris", "csl": "json"}
_STYLES = ("korean", "apa", "chicago")
#: What only the reader knows: the day of access.
_OPEN = re.compile(r"⟨\w+⟩")
_FIGURE = re.compile(r"\d+")
_LETTERS = re.compile(r"[\W_]+")
_HEADING = " or ".join(f"self::{name}" for name in ("h1", "h2", "h3", "h4", "figcaption", "caption"))
Wrong = tuple[str, str, str]


def check(layout: Layout, folder: Path) -> Readings:
    for language in LANGUAGES:
        written = {
            ending: read((folder / language / f"citations.{ending}").read_text("utf-8"))
            for ending, read in bibliographies.READERS.items()
        }
        pages: dict[str, HtmlElement] = {}
        places = assigned.value(folder / language / FILE, "citations")["places"]
        for (label, forms), records in zip(places.items(), _records(places.values()), strict=True):
            due = replace(records["bibtex"], title=forms["title"], address=_address(forms["place"]))
            wrong = [
                *_forms(forms, records, due),
                *_listed(written, due),
                *_place(forms["kind"], label, due, folder, pages),
            ]
            yield from (None for _ in forms)
            yield from _problems("channel.citations", f"{language}/{FILE}", label, wrong)
        sources = assigned.value(folder / language / _NUMBERS, "numberCitations")["sources"]
        wanted = bibliographies.bibliography(layout, language)
        shown = f"{language}/{_NUMBERS}"
        for key in sorted(sources.keys() ^ wanted.keys()):
            yield from _problems("channel.sources", shown, key, [("the source", "it is in one only", "every source")])
        for (key, forms), records in zip(sources.items(), _records(sources.values()), strict=True):
            yield from (None for _ in forms)
            if key in wanted:
                yield from _problems("channel.sources", shown, key, _forms(forms, records, wanted[key]))


def _records(works: Iterable[Mapping[str, str]]) -> Iterator[dict[str, Record]]:
    """What the formats of each work say it is, in their order; a file of all of them is read at once."""
    texts = {name: [_OPEN.sub("1", forms[name]) for forms in works] for name in _FORMATS}
    texts["csl"] = [json.dumps([one for text in texts["csl"] for one in json.loads(text)])]
    read = (bibliographies.READERS[ending]("\n".join(texts[name])).values() for name, ending in _FORMATS.items())
    for records in zip(*read, strict=True):
        yield dict(zip(_FORMATS, records, strict=True))


def _problems(code: str, file: str, name: str, wrong: Iterator[Wrong] | list[Wrong]) -> Readings:
    for what, found, due in wrong:
        yield Problem(code, file, f"«{name}», {what}: {found}", due, _ADVICE)


def _address(html: str) -> str:
    return "".join(lxml.html.fromstring(f"<p>{html}</p>").xpath(".//a/@href"))


def _forms(forms: Mapping[str, str], records: Mapping[str, Record], due: Record) -> Iterator[Wrong]:
    """Every form against what the work is."""
    for name, found in records.items():
        if found != due:
            yield name, f"{found}", f"{due}"
    known = {*_FIGURE.findall(_OPEN.sub("", forms["csl"])), *_FIGURE.findall("-".join(map(str, due.date)))}
    for style in _STYLES:
        text = lxml.html.fromstring(f"<p>{_OPEN.sub('', forms[style])}</p>").text_content()
        if _LETTERS.sub("", due.title).casefold() not in _LETTERS.sub("", text).casefold():
            yield style, f"«{text}»", f"«{due.title}» in it"
        if due.year and due.year not in text:
            yield style, f"«{text}»", f"{due.year} in it"
        for figure in _FIGURE.findall(text):
            if figure.lstrip("0") not in {one.lstrip("0") for one in known}:
                yield style, f"{figure}, in «{text}»", "figures of the work"


def _listed(written: Mapping[str, Mapping[str, Record]], due: Record) -> Iterator[Wrong]:
    """The files of all places have the same record."""
    for ending, records in written.items():
        if due not in records.values():
            yield f"citations.{ending}", "it lacks the work", f"{due}"


def _place(kind: str, label: str, due: Record, folder: Path, pages: dict[str, HtmlElement]) -> Iterator[Wrong]:
    """The address is that of a place of the site, which bears the title."""
    path, _, anchor = due.address.partition("#")
    page = "/".join(path.rsplit("/", 2)[-2:])
    if page not in pages and (folder / page).is_file():
        pages[page] = parsed((folder / page).read_bytes())
    if page not in pages or (anchor and not pages[page].xpath("//*[@id=$anchor]", anchor=anchor)):
        yield "the address", due.address, "a place of the site"
    elif kind != "book" and anchor:
        named = pages[page].xpath(f"//*[@id=$anchor]/descendant-or-self::*[{_HEADING}][1]", anchor=anchor)
        own = due.title.rpartition(": ")[2]
        if not named or _LETTERS.sub("", own) not in _LETTERS.sub("", named[0].text_content()):
            yield "the title", due.title, f"the heading or caption of {label}"
