"""JupyterLab's way to the chapters' files: a chapter opens as a notebook and is saved without being rewritten."""

from __future__ import annotations

from typing import Any

import nbformat
from jupytext import AsyncTextFileContentsManager
from nbformat import NotebookNode

from factbook.notebook import round_trip
from factbook.notebook.round_trip import Cell

_CHAPTER = ".md"
#: Without one JupyterLab asks which kernel to start.
_KERNEL = {"name": "python3", "display_name": "Python 3"}
Model = dict[str, Any]


class ChapterContentsManager(AsyncTextFileContentsManager):  # type: ignore[misc]
    """Jupytext's contents manager, except that chapters are read and saved by :mod:`factbook.notebook.round_trip`."""

    async def get(
        self,
        path: str,
        content: bool = True,
        type: str | None = None,  # noqa: A002
        format: str | None = None,  # noqa: A002
        require_hash: bool = False,
        **more: Any,
    ) -> Model:
        """The model of a file or folder; that of a chapter is a notebook unless its text is asked for."""
        if type not in (None, "notebook") or not await self._is_chapter(path):
            model: Model = await super().get(path, content, type, format, require_hash=require_hash, **more)
            return model
        model = await self._file(path, content, require_hash)
        model["type"] = "notebook"
        if content:
            model["content"] = notebook(model["content"])
            model["format"], model["mimetype"] = "json", None
        return model

    async def save(self, model: Model, path: str = "") -> Model:
        """Saves a model; of a chapter, only what was edited."""
        if model["type"] != "notebook" or not await self._is_chapter(path):
            saved: Model = await super().save(model, path)
            return saved
        before = (await self._file(path))["content"]
        after = round_trip.saved(before, cells(nbformat.from_dict(model["content"])))
        if after != before:
            await super().save({"type": "file", "format": "text", "content": after}, path)
        return await self.get(path, content=False)

    async def _is_chapter(self, path: str) -> bool:
        return path.endswith(_CHAPTER) and bool(await self.file_exists(path))

    async def _file(self, path: str, content: bool = True, require_hash: bool = False) -> Model:
        """The model of a chapter as the text that it is, every end of a line as it stands."""
        model: Model = await super().get(
            path, content, type="file", format="text" if content else None, require_hash=require_hash
        )
        return model


def notebook(text: str) -> NotebookNode:
    """The chapter ``text`` as a notebook that has not been run."""
    document = round_trip.read(text)
    made: NotebookNode = nbformat.v4.new_notebook(metadata={"kernelspec": _KERNEL, **document.metadata})
    for cell in (segment.cell for segment in document.segments):
        new = getattr(nbformat.v4, f"new_{cell.kind}_cell")
        made["cells"].append(new(cell.source, metadata=dict(cell.metadata)))
    return made


def cells(saved: NotebookNode) -> list[Cell]:
    """The cells of a notebook as JupyterLab sends them."""
    return [Cell(cell["cell_type"], _text(cell["source"]), cell["metadata"]) for cell in saved["cells"]]


def _text(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)
