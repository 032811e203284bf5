"""The links of a DOCX file (ECMA-376, 17.16.22): their words, and the addresses that the parts beside it name."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def links(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the words of each link and its address, in reading order; links within the file have none."""
    with zipfile.ZipFile(path) as packed:
        body = etree.fromstring(packed.read("word/document.xml"))
        related = etree.fromstring(packed.read("word/_rels/document.xml.rels"))
    addresses = {one.get("Id"): one.get("Target") for one in related}
    for link in body.iter(f"{_WORD}hyperlink"):
        words = "".join(text.text or "" for text in link.iter(f"{_WORD}t"))
        yield words, addresses.get(link.get(_ID), "")
