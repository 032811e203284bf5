"""A page is read again when something that it was made from has changed: a number, a relation, a table, the code.

Sphinx sees to the chapter's own file. What the chapter's kernel looked at of the data is noted
(:mod:`factbook.notebook.reads`) and compared before the next build; code and words may bear on every page.
"""

from __future__ import annotations

import os
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import factbook
from factbook.data import layout, package
from factbook.facts import state
from factbook.facts.state import State
from factbook.notebook import reads
from factbook.notebook.reads import Read
from factbook.sphinx_ext import kept

#: The files of the code, its words and schemas.
_CODE = frozenset({".py", ".toml", ".json"})
#: What every number is made of, besides its row.
_UNITS = Read(reads.TABLE, "units")


def setup(app: Sphinx) -> None:
    app.add_env_collector(ReadsCollector)
    app.connect("source-read", _note_reads)


def depend_on_everything(env: BuildEnvironment) -> None:
    """The page being read is read again when anything in the data changes."""
    found = package.find(Path(env.srcdir))
    for path in found.files.values():
        env.note_dependency(str(path))
    _depend_on_code(env)


def _depend_on_code(env: BuildEnvironment) -> None:
    book = layout.find(Path(env.srcdir))
    folders = (Path(factbook.__file__).parent, book.report)
    code = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in _CODE)
    for path in (book.package.folder / package.DESCRIPTOR, *code):
        env.note_dependency(str(path))


def _file(app: Sphinx) -> Path:
    return Path(app.doctreedir, "reads.txt")


def _note_reads(app: Sphinx, docname: str, source: list[str]) -> None:
    """The kernel of the chapter that is about to be read notes what it reads."""
    _file(app).unlink(missing_ok=True)
    os.environ[reads.VARIABLE] = str(_file(app))


def outdated(env: BuildEnvironment, now: State) -> list[str]:
    """The pages that would read something else ``now`` than they did."""
    return sorted(docname for docname in ReadsCollector.of(env) if differing(env, docname, now))


def differing(env: BuildEnvironment, docname: str, other: State) -> frozenset[Read]:
    """What a page has read that would be something else in an ``other`` state of the data."""
    noted = ReadsCollector.of(env).get(docname, {})
    return frozenset(read for read, found in noted.items() if reads.digest(read, other) != found)


class ReadsCollector(kept.ByPage[dict[Read, str]]):
    """Keeps, for each page, what it read of the data and a digest of what it found."""

    name = "factbook_reads"

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        if noted := reads.noted_in(_file(app)):
            now = _now(app)
            self.of(app.env)[app.env.docname] = {read: reads.digest(read, now) for read in sorted({*noted, _UNITS})}
            _depend_on_code(app.env)

    def get_outdated_docs(
        self, app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
    ) -> list[str]:
        return outdated(env, _now(app))


@kept.once
def _now(app: Sphinx) -> State:
    return state.read(package.find(Path(app.srcdir)))
