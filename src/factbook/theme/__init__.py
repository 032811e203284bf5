"""The look of a book, on sphinx-book-theme: templates, stylesheets, scripts, and words of the theme that Sphinx lacks.

What a report looks like beyond that (its icon) stands in ``book/report``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
STATIC = _FOLDER / "static"
TEMPLATES = _FOLDER / "templates"
#: A gettext catalogue for each language in which Sphinx and its themes lack words: ``ko.po``.
WORDS = _FOLDER / "words"

#: The stylesheets of every page in the order of the cascade; pages that no language's build makes have ``root.css``.
SHEETS = (
    *("book.css", "page.css", "blocks.css", "figures.css", "tables.css", "codebook.css", "notes.css", "running.css"),
    *("search.css", "rate.css", "beside.css", "number.css", "edition.css", "cite.css", "check.css", "icons.css"),
)
#: The stylesheet of a printed page, after all others.
PRINTED = "print.css"
#: The modules of the scripts, and those of them that pages load, each bundled with all that it imports.
SCRIPTS = _FOLDER / "scripts"
LOADED = ("before-paint.js", "book.js", "check.js", "copy.js", "edition.js", "ledger.js", "root.js", "search.js")
#: The script of the worker that checks documents, which :mod:`factbook.theme.packing` publishes with all that it needs.
WORKER = "check-worker.js"
#: The script of every page; templates name the others.
SCRIPT = "book.js"

#: What sphinx-book-theme is asked for.
OPTIONS: dict[str, Any] = {
    "use_fullscreen_button": False,
    # It needs a script; the foot of the page has a link.
    "back_to_top_button": False,
    "navbar_persistent": [],
    "primary_sidebar_end": [],
    # It would link to sources that are not copied.
    "use_download_button": False,
    "show_toc_level": 2,
    "article_header_end": ["rate", "language-switch", "article-header-buttons"],
    "footer_content_items": ["page-dates", "run-chapter", "page-footer"],
}
