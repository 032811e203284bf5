"""Notebooks to download: every computed number says what it says on its page, in the same order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html

from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem


def check(layout: Layout, folder: Path) -> Iterator[Problem]:
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.ipynb")):
            notebook = json.loads(path.read_text("utf-8"))
            yield from _outputs(f"{language}/{path.name}", notebook)


def _outputs(shown: str, notebook: dict[str, Any]) -> Iterator[Problem]:
    """The plain form of each result says what its marked form says."""
    for bundle in _bundles(notebook):
        plain, html = _text(bundle.get("text/plain", "")), bundle.get("text/html")
        if html is None or "data-chart" in _text(html) or "<table" in _text(html):
            continue
        marked = _folded(lxml.html.fromstring(f"<p>{_text(html)}</p>").text_content())
        if _folded(plain).strip("'\"") != marked:
            found = f"the plain form says «{plain}» where the marked one says «{marked}»"
            yield Problem("channel.notebook", shown, found, "the same number", "mend what writes notebooks")


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
