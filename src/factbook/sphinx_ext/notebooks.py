"""A code cell that raises says in which line and why; cells to be opened are labelled in the book's words."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
#: nbclient's report of a failed cell: its source between two rules, then the traceback.
_FAILED_CELL = re.compile(
    r"executing the following cell:\s*-{5,}\n(?P<source>.*?)\n-{5,}\n(?P<traceback>.*)", re.DOTALL
)


def setup(app: Sphinx) -> None:
    app.add_node(HideCodeCellNode, override=True, html=(_open, _close))
    app.connect("config-inited", _speak_for_failed_cells)
    app.connect("doctree-read", _read)


def _open(translator: HTML5Translator, node: HideCodeCellNode) -> None:
    """A cell to be opened, labelled by its own words; MyST-NB adds a label in English only."""
    classes = " ".join(["admonition", "hide", *node["classes"]])
    show, hide = escape(node["prompt_show"]), escape(node["prompt_hide"])
    translator.body.append(
        f'<details class="{classes}"><summary><p class="collapsed admonition-title">{show}</p>'
        f'<p class="expanded admonition-title">{hide}</p></summary>'
    )


def _close(translator: HTML5Translator, node: HideCodeCellNode) -> None:
    translator.body.append("</details>")


def _speak_for_failed_cells(app: Sphinx, config: Config) -> None:
    """MyST-NB says only that a notebook failed; this module says where."""
    config.suppress_warnings = [*config.suppress_warnings, "mystnb.exec"]


def _read(app: Sphinx, doctree: nodes.document) -> None:
    execution = getattr(app.env, "nb_metadata", {}).get(app.env.docname, {}).get("exec_data")
    if not execution:
        return
    if not execution["succeeded"]:
        line, message = failure(_ANSI.sub("", execution["traceback"] or ""), Path(app.env.doc2path(app.env.docname)))
        location = (app.env.docname, line)
        logger.warning("a code cell raises: %s", message, location=location, type="factbook", subtype="cell")


def failure(report: str, chapter: Path) -> tuple[int | None, str]:
    """The line of the failed cell in its chapter, and the last line of the traceback."""
    last = next((line for line in reversed(report.strip().splitlines()) if line.strip()), "no reason was given")
    failed = _FAILED_CELL.search(report)
    if failed is None:
        return None, last
    first = failed["source"].strip().splitlines()[0] if failed["source"].strip() else ""
    lines = chapter.read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line == first), None), last
