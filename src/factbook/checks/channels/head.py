"""What pages say of themselves to programs: citation tags, Dublin Core, Open Graph and JSON-LD, read back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml.html import HtmlElement

from factbook.checks.channels import files
from factbook.checks.channels.reading import Readings
from factbook.checks.pages import parsed
from factbook.checks.policy import MADE_PAGES
from factbook.citations.works import TITLE_PAGE
from factbook.data import cutoff
from factbook.data.layout import Layout
from factbook.editions import records
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

_ADVICE = "mend what writes the head of the page"
_TITLES = ("citation_title", "DC.title", "og:title")
_AUTHORS = ("citation_author", "DC.creator")


@dataclass(frozen=True)
class _Known:
    """What the files at the root of the book say of it."""

    released: str
    versions: Mapping[str, str]
    cutoff: str
    years: str
    labels: Mapping[str, Mapping[str, str]]


def check(layout: Layout, folder: Path) -> Readings:
    known = _known(layout)
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.html")):
            if path.stem not in MADE_PAGES:
                yield from _page(path, language, known)


def _known(layout: Layout) -> _Known:
    citation = yaml.load((layout.root / "CITATION.cff").read_text("utf-8"), Loader=yaml.BaseLoader)
    rows = [row for name in ("facts", "exchange_rates") for row in files.rows(layout.package.files[name])]
    years = [int(row[column]) for row in rows for column in ("year", "period_end") if row.get(column)]
    labels = {row["id"]: {code: row[f"label_{code}"] for code in LANGUAGES} for row in rows if "id" in row}
    until = cutoff.read(layout.config).isoformat()
    edition = records.NAME.fullmatch(layout.edition)
    versions = {
        code: catalogue.of(code)("citing.edition", **edition.groupdict()) if edition else citation["version"]
        for code in LANGUAGES
    }
    return _Known(citation["date-released"], versions, until, f"{min(years)}/{max(years)}", labels)


def _page(path: Path, language: str, known: _Known) -> Readings:
    root = parsed(path.read_bytes())
    shown = f"{language}/{path.name}"
    # The title page is cited under the title of the book.
    title = catalogue.of(language)("site.name") if path.stem == TITLE_PAGE else _heading(root)
    for what, found, wanted in (*_tags(root, title, language, known), *_graphs(root, language, known)):
        given = f"{what} is «{found}»"
        yield None if found == wanted else Problem("channel.head", shown, given, f"«{wanted}»", _ADVICE)


def _tags(root: HtmlElement, title: str, language: str, known: _Known) -> Iterator[tuple[str, str, str]]:
    """Each tag, what it says, what it must say."""
    tags = {tag.get("name") or tag.get("property"): tag.get("content", "") for tag in root.xpath("//head/meta")}
    if "citation_title" not in tags:
        return
    author = catalogue.of(language)("citing.author")
    for name in _TITLES:
        if name in tags and _folded(title) != _folded(tags[name]):
            yield name, tags[name], title
    yield from ((name, tags.get(name, ""), author) for name in _AUTHORS)
    yield "citation_publication_date", tags.get("citation_publication_date", ""), known.released.replace("-", "/")
    yield "DC.date", tags.get("DC.date", ""), known.released
    yield "citation_language", tags.get("citation_language", ""), language
    yield "DC.language", tags.get("DC.language", ""), language
    described = tags.get("description", "")
    for name in ("citation_abstract", "DC.description", "og:description"):
        yield name, tags.get(name, ""), described


def _folded(title: str) -> str:
    return re.sub(r"\s+", " ", title).strip()


def _heading(root: HtmlElement) -> str:
    """The heading of the page without its number and its link."""
    for heading in root.xpath("//article//h1"):
        return "".join(heading.xpath("./text() | ./*[not(self::a) and not(contains(@class, 'number'))]//text()"))
    return ""


def _graphs(root: HtmlElement, language: str, known: _Known) -> Iterator[tuple[str, str, str]]:
    canonical = "".join(root.xpath("//head/link[@rel='canonical']/@href"))
    for script in root.xpath("//script[@type='application/ld+json']"):
        nodes = json.loads(script.text)["@graph"]
        for node in nodes:
            yield from _node(node, language, known)
        addresses = [node["url"] for node in nodes if node["@type"] in ("Report", "Chapter")]
        if canonical and addresses:
            yield "url of the page", addresses[-1], canonical


def _node(node: Mapping[str, Any], language: str, known: _Known) -> Iterator[tuple[str, str, str]]:
    name = f"of {node.get('@type')} «{node.get('name', '')}»"
    yield f"datePublished {name}", node.get("datePublished", ""), known.released
    yield f"inLanguage {name}", node.get("inLanguage", ""), language
    yield f"version {name}", node.get("version", ""), known.versions[language]
    if "contentReferenceTime" in node:
        yield f"contentReferenceTime {name}", node["contentReferenceTime"], known.cutoff
    authors = ", ".join(str(one.get("name", one.get("familyName"))) for one in node.get("author", ()))
    yield f"author {name}", authors, catalogue.of(language)("citing.author")
    if "temporalCoverage" in node:
        yield f"temporalCoverage {name}", node["temporalCoverage"], known.years
    yield from _within(node, language, known, name)
    for variable in node.get("variableMeasured", ()) if "@id" in node else ():
        fact = variable.get("@id", "").partition("#")[2]
        if fact in known.labels:
            yield f"the variable {fact}", variable["name"], known.labels[fact][language]


def _within(value: Any, language: str, known: _Known, name: str) -> Iterator[tuple[str, str, str]]:
    """What the nodes within a node say of dates, version, language and authors: nothing, or what the book says."""
    if isinstance(value, list):
        for one in value:
            yield from _within(one, language, known, name)
    for key, own in value.items() if isinstance(value, Mapping) else ():
        if key.startswith("date"):
            yield f"{key} within the node {name}", str(own), known.released
        elif key == "version":
            yield f"{key} within the node {name}", str(own), known.versions[language]
        elif key in ("creator", "publisher"):
            people = own if isinstance(own, list) else [own]
            found = ", ".join(str(one.get("name", one.get("familyName"))) for one in people)
            yield f"{key} {name}", found, catalogue.of(language)("citing.author")
        else:
            yield from _within(own, language, known, name)
