"""The page that checks documents holds them to the numbers that are published beside it."""

from __future__ import annotations

import base64
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from factbook.data.layout import Layout
from factbook.problems import Problem

_SHOWN, _NUMBERS = "_static/check-numbers.js", "data/numbers.json"


def check(layout: Layout, folder: Path) -> Iterator[Problem]:
    script = folder / _SHOWN
    if not script.exists():
        return
    packed = re.search(r'numbers="([^"]*)"', script.read_text("utf-8"))
    if packed is None or gzip.decompress(base64.b64decode(packed[1])) != (folder / _NUMBERS).read_bytes():
        yield Problem(
            "channel.quotes", _SHOWN, "it holds other numbers", f"those of {_NUMBERS}", "build the site again"
        )
