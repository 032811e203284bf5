"""Every form of a work's citation together, as the page offers them, and the files of whole lists of works."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from factbook.citations import bibtex, csl, formatted, ris
from factbook.citations.accessed import READER, slots
from factbook.citations.formatted import Style
from factbook.citations.model import Work

#: The file types of a list of works, each by the function that writes it.
FILES = {"bib": bibtex.dump, "ris": ris.dump, "json": csl.dump}

Forms = dict[str, str]
Former = Callable[[Work], Forms]


def files(name: str, works: Iterable[Work]) -> dict[str, str]:
    """``NAME.bib``, ``NAME.ris`` and ``NAME.json`` of the works, in their order."""
    listed = tuple(works)
    return {f"{name}.{ending}": dump(listed) for ending, dump in FILES.items()}


def of(work: Work) -> Forms:
    """A work in every style, as HTML whose text is the plain form, and in every format.

    The reader's day of access is left open (:mod:`.accessed`).
    """
    seen = replace(work, accessed=READER)
    return {
        **{style.value: slots(formatted.reference(seen, style).html) for style in Style},
        "bibtex": slots(bibtex.dump([seen])),
        "ris": slots(ris.dump([seen])),
        "csl": slots(csl.dump([seen])),
    }


@contextmanager
def stored(path: Path) -> Iterator[Former]:
    """:func:`of` for works that were not formatted the last time; the file at ``path`` keeps what is made.

    A processor takes some hundredths of a second for each work, which over a whole book is long.
    """
    try:
        known = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        known = {}
    used: dict[str, Forms] = {}
    made_by = formatted.fingerprint()

    def form_of(work: Work) -> Forms:
        key = sha256(f"{made_by}{work!r}".encode()).hexdigest()
        used[key] = known.get(key) or of(work)
        return used[key]

    yield form_of
    path.write_text(json.dumps(used, ensure_ascii=False), "utf-8")


def script(name: str, value: Mapping[str, Any]) -> str:
    """A classic script that puts ``value`` into ``window.factbook.NAME``, so that it loads from a disk too."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"(window.factbook??={{}}).{name}={text};\n"
