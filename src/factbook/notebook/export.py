"""A chapter as a notebook to download: executed, complete, the same bytes whenever the chapter is the same.

Pure: an executed notebook in, a notebook out. Numbers in sentences stand in the metadata of their cells as
``user_expressions``, where jupyterlab-myst keeps them, so that JupyterLab shows them before anything is run and
computes them anew when the cell is.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import nbformat
from nbformat import NotebookNode

from factbook.interface.catalogue import Catalogue
from factbook.phrasing.ledger_link import relinked

#: A number that was said: its expression, and what the kernel answered, by media type.
Answer = tuple[str, Mapping[str, str]]
#: Cells whose code a page hides behind a click; JupyterLab folds it.
_FOLDED = "hide-input"
_EVAL = re.compile(r"\{eval\}`([^`]+)`")
_KEPT = ("tags",)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a chapter and the ledger of its numbers are published, and the address of its licence.

    ``ledger`` is empty where the address leads nowhere.
    """

    address: str
    licence: str
    ledger: str


def complete(executed: NotebookNode, answers: Iterable[Answer], words: Catalogue, origin: Origin) -> NotebookNode:
    """The notebook to download: what it needs and where it comes from, then the chapter with its outputs.

    Captions become text of their own. ``answers`` are the numbers in sentences, in the order in which they were said.
    """
    waiting: dict[str, deque[Mapping[str, str]]] = {}
    for expression, answer in answers:
        waiting.setdefault(expression, deque()).append(answer)
    cells = [*_opening(words, origin), *_chapter(executed)]
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"
        if cell["cell_type"] == "markdown" and (said := list(_said(cell["source"], waiting))):
            cell["metadata"]["user_expressions"] = said
    for count, cell in enumerate((cell for cell in cells if cell["cell_type"] == "code"), 1):
        _count(cell, count)
    book: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    book["metadata"] = NotebookNode(kernelspec=_kernel(executed), language_info={"name": "python"})
    book = nbformat.from_dict(_elsewhere(book, origin.ledger))
    nbformat.validate(book)
    return book


def text_of(notebook: NotebookNode) -> str:
    """The file: keys in order, texts readable."""
    return str(nbformat.writes(notebook)) + "\n"


def expressions(source: str) -> list[str]:
    """The expressions that stand in the sentences of a Markdown cell, in order."""
    return _EVAL.findall(source)


def expressions_after(cells: Sequence[NotebookNode], executed: int) -> list[str]:
    """The expressions that stand between the code cell with the index ``executed`` and the next one.

    Those of its caption are among them; before the first code cell (−1) there are none to which there is an answer.
    """
    if executed < 0:
        return []
    text = takewhile(lambda cell: cell["cell_type"] != "code", cells[executed + 1 :])
    sources = [_caption(cells[executed]), *(cell["source"] for cell in text)]
    return [expression for source in sources for expression in expressions(source)]


def _caption(cell: NotebookNode) -> str:
    """The caption of the figure that a code cell makes; empty where it makes none."""
    return str(cell["metadata"].get("mystnb", {}).get("figure", {}).get("caption", ""))


def _opening(words: Catalogue, origin: Origin) -> Iterator[NotebookNode]:
    """What the notebook needs: told, and checked in the first cell that runs."""
    told = words("notebook.opening", origin=f"<{origin.address}>", licence=origin.licence)
    yield nbformat.v4.new_markdown_cell(told.strip())
    check = (
        "import importlib.util\n\n"
        'if importlib.util.find_spec("factbook") is None:\n'
        f'    raise ModuleNotFoundError("{words("notebook.no-package")}")'
    )
    yield nbformat.v4.new_code_cell(check, metadata={"jupyter": {"source_hidden": True}})


def _chapter(executed: NotebookNode) -> Iterator[NotebookNode]:
    """The cells of the chapter; the caption of a figure follows it."""
    for cell in deepcopy(executed["cells"]):
        metadata, caption = cell["metadata"], _caption(cell)
        cell["metadata"] = NotebookNode({name: metadata[name] for name in _KEPT if name in metadata})
        if _FOLDED in metadata.get("tags", ()):
            cell["metadata"]["jupyter"] = {"source_hidden": True}
        yield cell
        if caption:
            yield nbformat.v4.new_markdown_cell(caption.strip(), metadata={"tags": ["caption"]})


def _said(source: str, waiting: Mapping[str, deque[Mapping[str, str]]]) -> Iterator[dict[str, Any]]:
    """The numbers of a cell as jupyterlab-myst keeps them."""
    for expression in expressions(source):
        if not waiting.get(expression):
            continue  # it is told as an example, in code
        answer = waiting[expression].popleft()
        yield {"expression": expression, "result": {"status": "ok", "data": dict(answer), "metadata": {}}}


def _elsewhere(held: Any, ledger: str) -> Any:
    """All that a notebook holds, with numbers that lead to the published ledger: no page is beside it."""
    if isinstance(held, str):
        return relinked(held, ledger)
    if isinstance(held, Mapping):
        return {name: _elsewhere(value, ledger) for name, value in held.items()}
    return [_elsewhere(one, ledger) for one in held] if isinstance(held, list) else held


def _count(cell: NotebookNode, count: int) -> None:
    """Counts a cell by its place: how often a kernel has run before is nothing of the chapter's."""
    cell["execution_count"] = count
    for output in cell["outputs"]:
        if output["output_type"] == "execute_result":
            output["execution_count"] = count


def _kernel(executed: NotebookNode) -> dict[str, str]:
    kernel = executed["metadata"].get("kernelspec", {})
    return {"name": kernel.get("name", "python3"), "display_name": kernel.get("display_name", "Python 3")}
