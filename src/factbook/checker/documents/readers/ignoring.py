"""Comments in Markdown by which an author excuses a finding in the paragraph that follows, with the reason.

``<!-- factbook-ignore share: the parts are rounded -->``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checker.documents.model import Ignored

_COMMENT = re.compile(
    r"<!--\s*factbook-ignore\s+(?P<codes>[a-z-]+(?:\s*,\s*[a-z-]+)*)\s*(?::\s*(?P<reason>.*?))?\s*-->", re.DOTALL
)


def read(text: str) -> Iterator[Ignored]:
    """Each code that a comment names, with the lines from the comment to the end of the next paragraph."""
    lines = text.split("\n")
    for comment in _COMMENT.finditer(text):
        first = text.count("\n", 0, comment.start()) + 1
        last = text.count("\n", 0, comment.end()) + 1
        rest = lines[last - 1].rpartition("-->")[2]
        if not rest.strip():
            while last < len(lines) and not lines[last].strip():
                last += 1
        while last < len(lines) and lines[last].strip():
            last += 1
        for code in comment["codes"].split(","):
            yield Ignored(first, last, code.strip(), (comment["reason"] or "").strip())
