"""Notebooks to download: every computed number says what it says on its page, in the same order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
from lxml.html import HtmlElement

from factbook.checks.channels.reading import Readings
from factbook.checks.pages import parsed
from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

#: The id that an expression asks for, and the attributes that say what was said.
_ID = re.compile(r"""["']([a-z0-9][a-z0-9.-]*)["']""")
_NAMING = ("data-fact", "data-relation", "data-claim", "data-year-of")


def check(layout: Layout, folder: Path) -> Readings:
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.ipynb")):
            notebook = json.loads(path.read_text("utf-8"))
            shown = f"{language}/{path.name}"
            yield from _outputs(shown, notebook)
            yield from _said(shown, notebook, path.with_suffix(".html"))


def _outputs(shown: str, notebook: dict[str, Any]) -> Readings:
    """The plain form of each result says what its marked form says."""
    for bundle in _bundles(notebook):
        plain, html = _text(bundle.get("text/plain", "")), bundle.get("text/html")
        if html is None or "data-chart" in _text(html) or "<table" in _text(html):
            continue
        marked = _folded(lxml.html.fromstring(f"<p>{_text(html)}</p>").text_content())
        if _folded(plain).strip("'\"") != marked:
            found = f"the plain form says «{plain}» where the marked one says «{marked}»"
            yield Problem("channel.notebook", shown, found, "the same number", "mend what writes notebooks")
        else:
            yield None


def _said(shown: str, notebook: dict[str, Any], page: Path) -> Readings:
    """Each number in a sentence is the one that its expression asks for, and says what it says on the page."""
    on_page = {_number(element) for element in parsed(page.read_bytes()).iter("data")}
    for cell in notebook["cells"]:
        for said in cell["metadata"].get("user_expressions", ()):
            told = lxml.html.fromstring(f"<p>{_text(said['result']['data'].get('text/html', ''))}</p>")
            asked = _ID.search(said["expression"])
            names = {name for of in _NAMING for name in told.xpath(f".//@{of}")}
            if asked and names and asked[1] not in names:
                found = f"{said['expression']} says {', '.join(sorted(names))}"
                yield Problem("channel.notebook", shown, found, asked[1], "mend what writes notebooks")
            for element in told.iter("data"):
                if _number(element) not in on_page:
                    found = f"{said['expression']} says «{element.text_content()}»"
                    yield Problem("channel.notebook", shown, found, "what the page says", "mend what writes notebooks")


def _number(element: HtmlElement) -> tuple[str, str, str, str]:
    """A marked number: what it is, which part, its value, its words."""
    name = element.get("data-fact") or element.get("data-relation") or ""
    return name, element.get("data-part", ""), element.get("value", ""), _folded(element.text_content())


def _bundles(node: Any) -> Iterator[dict[str, Any]]:
    """Every result anywhere in a notebook: a mapping from media types to what they say."""
    if isinstance(node, dict):
        if "text/plain" in node:
            yield node
        for value in node.values():
            yield from _bundles(value)
    elif isinstance(node, list):
        for value in node:
            yield from _bundles(value)


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
