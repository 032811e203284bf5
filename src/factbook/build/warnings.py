"""Sphinx's warnings as problems: where, what, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from factbook.data.layout import Layout
from factbook.problems import Problem

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_WARNING = re.compile(
    r"^(?:(?P<file>(?:[A-Za-z]:)?[^:\n]+?)(?::(?P<line>\d*))?: )?(?:WARNING|ERROR|CRITICAL): "
    r"(?P<message>.*?)(?: \[(?P<code>[\w.-]+)\](?: \[[\w.-]+\])?)?$"
)
#: What to do about each kind of warning, by the code of its problem: that of Sphinx, or the first part of it.
_ADVICE = {
    "book.mystnb.eval": 'write a call of a name that a cell above defines, such as {eval}`say("id")`',
    "book.etoc": "name a chapter of book/ko and book/en in _toc.yml, or take the line out",
    "book.factbook.cell": "run the chapter in JupyterLab to see the whole traceback",
    "book.factbook.label": "give the heading a label, the same in every language",
    "book.ref": "a label stands as (label)= before a heading, or as name: of a figure",
    "book.myst": "a label stands as (label)= before a heading, or as name: of a figure",
    "book.bibtex": "add the source to book/references.bib",
    "book.docutils": "mend the markup at this line",
}
#: Every other warning: which one, its message says.
_OTHER = "book.sphinx"

#: What a kernel answers to an id that nothing has: a subclass of :class:`factbook.problems.UnknownNameError`.
_UNKNOWN = re.compile(r"Unknown\w+: ")
_LOOK_UP = "look the id up on the ledger page, or add the number to data/facts.csv"


def read(text: str, layout: Layout) -> list[Problem]:
    """The warnings of a build, each once."""
    return list(dict.fromkeys(_read(_ANSI.sub("", text), layout)))


def _read(text: str, layout: Layout) -> Iterator[Problem]:
    for block in _blocks(text):
        found = _WARNING.match(block[0])
        if found is None:
            yield Problem("book.build", layout.shown(layout.root / "book"), "\n".join(block), "a build without a word")
            continue
        message = "\n".join([found["message"], *block[1:]])
        given = found["code"] or ("bibtex" if "bibtex" in message else "")
        code = _code(given)
        if given and code == _OTHER:
            message += f" [{given}]"
        file = layout.shown(Path(found["file"])) if found["file"] else "book"
        line = int(found["line"]) if found["line"] else None
        yield Problem(code, file, message, "a build without warnings", _advice(code, message), line)


def _blocks(text: str) -> Iterator[list[str]]:
    """The lines of each warning: one that begins a warning, and those that follow it."""
    block: list[str] = []
    for line in filter(str.strip, text.splitlines()):
        if block and _WARNING.match(line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _code(given: str) -> str:
    """The code of a problem for the one that Sphinx gives a warning."""
    return next((code for one in (given, given.split(".")[0]) if (code := f"book.{one}") in _ADVICE), _OTHER)


def _advice(code: str, message: str) -> str:
    return _LOOK_UP if _UNKNOWN.match(message) else _ADVICE.get(code, "")
