"""No page is stale: where something changes that pages share, all are written again; a removed chapter's is deleted.

Sphinx writes only the pages whose own text has changed. But every page lists the titles of all chapters, names the
sections and figures that it refers to by their titles and numbers, and holds words and rates from the data; the ledger
tells where each number is used; citations lead to what still stands as it was frozen.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import factbook
from factbook.data import package
from factbook.sphinx_ext import editions, kept, uses


def setup(app: Sphinx) -> None:
    made: set[str] = set()
    written: set[str] = set()

    def note_made(app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None) -> None:
        made.add(name)
        if tree is not None:
            written.add(name)

    def sweep(app: Sphinx, exception: Exception | None) -> None:
        # A build that finds nothing changed writes no pages, not even those that are made of all others.
        if exception is None and written and app.builder.format == "html":
            delete_pages_but(made | app.env.found_docs, Path(app.outdir))

    app.connect("env-get-updated", _pages_that_share)
    app.connect("html-page-context", note_made)
    app.connect("build-finished", sweep)


def _pages_that_share(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Every page, where what pages share is not as it was when they were last written."""
    now = digest(app)
    was = kept.replaced(env, "factbook_shared", now)
    return sorted(env.found_docs) if now != was else []


def digest(app: Sphinx) -> str:
    """A digest of all that a page may hold beside its own text."""
    summed = sha256(repr(list(_of_chapters(app.env))).encode())
    summed.update(editions.fingerprint(app).encode())
    for file in sorted(_files(app)):
        summed.update(f"{file.name} ".encode() + file.read_bytes())
    return summed.hexdigest()


def _of_chapters(env: BuildEnvironment) -> Iterator[object]:
    """Titles, tables of contents, labels, numbers of sections and figures, citations, uses of numbers."""
    for by_page in (env.titles, env.tocs):
        yield sorted((docname, node.pformat()) for docname, node in by_page.items())
    yield sorted(env.toctree_includes.items())
    yield sorted(env.toc_secnumbers.items())
    yield sorted(env.toc_fignumbers.items())
    standard = env.get_domain("std")
    yield sorted((*standard.labels.items(), *standard.anonlabels.items()))  # type: ignore[attr-defined]
    cited = env.get_domain("cite").citations  # type: ignore[attr-defined]
    yield sorted((one.citation_id, one.formatted_entry.label, str(one.bibliography_key)) for one in cited)
    yield sorted(uses.of(env).items())


def _files(app: Sphinx) -> Iterator[Path]:
    """The data, the sources, the code and its words, and the look of the pages."""
    found = package.find(Path(app.srcdir))
    yield found.folder / package.DESCRIPTOR
    yield from found.files.values()
    config = app.config
    yield from (Path(app.srcdir, name) for name in config.bibtex_bibfiles)
    own = (*config.html_static_path, *config.templates_path, editions.book(app).report)
    for folder in {*(Path(app.srcdir, name) for name in own), Path(factbook.__file__).parent}:
        yield from (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def delete_pages_but(kept: set[str], folder: Path) -> None:
    """Deletes the pages of ``folder`` whose names are not ``kept``."""
    for page in folder.glob("*.html"):
        if page.stem not in kept:
            page.unlink()
