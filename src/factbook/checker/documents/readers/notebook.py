"""Jupyter notebooks: the prose of their Markdown cells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from factbook.checker.documents.model import Block, Place, Unit
from factbook.checker.documents.readers.markdown import prose
from factbook.checker.documents.readers.plain import decoded


def read(path: Path, data: bytes) -> Iterator[Block]:
    """Each Markdown cell as a block, at the number of its cell."""
    for number, cell in enumerate(json.loads(decoded(path, data))["cells"], 1):
        if cell["cell_type"] == "markdown":
            source = cell["source"]
            yield Block(prose(source if isinstance(source, str) else "".join(source)), Place(Unit.CELL, number))
