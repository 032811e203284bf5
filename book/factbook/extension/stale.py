"""No page is stale: where one chapter changes, every page is written again, and a removed chapter's page is deleted.

Sphinx writes only the pages whose own text has changed. But every page lists the titles of all chapters, and the ledger
where each number is used.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    changed: set[str] = set()
    made: set[str] = set()

    def note_removed(app: Sphinx, env: BuildEnvironment, new: set[str], old: set[str], removed: set[str]) -> list[str]:
        changed.update(removed)
        return []

    def note_read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        changed.update(docnames)

    def write_all(app: Sphinx, env: BuildEnvironment) -> list[str]:
        return sorted(env.found_docs) if changed else []

    def note_made(app: Sphinx, name: str, template: str, context: dict[str, Any], tree: nodes.document | None) -> None:
        made.add(name)

    def sweep(app: Sphinx, exception: Exception | None) -> None:
        # A build that reads nothing anew writes no pages, not even those that are made of all others.
        if exception is None and changed and app.builder.format == "html":
            delete_pages_but(made | app.env.found_docs, Path(app.outdir))

    app.connect("env-get-outdated", note_removed)
    app.connect("env-before-read-docs", note_read)
    app.connect("env-get-updated", write_all)
    app.connect("html-page-context", note_made)
    app.connect("build-finished", sweep)


def delete_pages_but(kept: set[str], folder: Path) -> None:
    """Deletes the pages of ``folder`` whose names are not ``kept``."""
    for page in folder.glob("*.html"):
        if page.stem not in kept:
            page.unlink()
