"""Builds one language, in a process of its own."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from factbook import processes
from factbook.build import contents, kernels
from factbook.data.layout import Layout
from factbook.data.package import FOLDER_VARIABLE
from factbook.facts import state
from factbook.figures import drawing
from factbook.problems import ProblemError
from factbook.theme import packing

#: Variables that name the folders in which IPython and Jupyter write; by default they lie in the home folder.
_OWN_FOLDERS = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")


def run(layout: Layout, language: str, out: Path, doctrees: Path, warnings: Path, heard: Connection) -> None:
    """What the process does: builds, and sends what Sphinx says, or what the disk refused, to ``heard``."""
    # Kernels find the data wherever they run, and have what this process has read of them when it forks. Where it
    # cannot, the chapter that cannot either says why.
    os.environ[FOLDER_VARIABLE] = str(layout.package.folder)
    # Kernels and Jupyter keep their files beside the build: a home folder may be missing or read-only, and a profile in
    # it must not change what a chapter computes.
    os.environ.update({name: str(layout.work / f".jupyter-{language}") for name in _OWN_FOLDERS})
    with suppress(ProblemError):
        state.read(layout.package)
    try:
        with kernels.warm_kernels(), redirect_stdout(_Sent(heard)):
            processes.end_with_parent()
            drawing.draw_for_others()
            sys.exit(build(layout, language, out, doctrees, warnings))
    except OSError as error:
        heard.send(error)


def build(layout: Layout, language: str, out: Path, doctrees: Path, warnings: Path) -> int:
    """0 where Sphinx wrote the pages, whatever it warned of in the file ``warnings``.

    Raises :class:`OSError` where the disk does not let it.
    """
    from jupyter_book.sphinx import build_sphinx

    with warnings.open("w", encoding="utf-8") as stream, redirect_stderr(stream):
        try:
            result = build_sphinx(
                str(layout.chapters(language)),
                str(out),
                path_config=str(layout.config),
                noconfig=True,
                doctreedir=str(doctrees),
                confoverrides={
                    "language": language,
                    "external_toc_path": str(contents.of_language(layout, language, warnings.parent)),
                    "latex_individualpages": False,
                    "factbook_edition": layout.edition,
                    "factbook_checker": packing.version(layout.checker) if layout.checker else "",
                },
            )
        except OSError:
            raise
        except Exception as error:
            # Whatever a configuration makes Jupyter Book raise is for the reader to mend, in words.
            print(f"{layout.shown(layout.config)}: {error}", file=stream)
            return 1
    refused = getattr(result, "orig_exc", result)
    if isinstance(refused, OSError) and not isinstance(refused, FileNotFoundError):
        raise refused
    return int(result != 0)


class _Sent(io.TextIOBase):
    """A stream whose lines are sent away as they are written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._line = ""

    def write(self, text: str) -> int:
        self._line += text
        if text.endswith("\n"):
            self._connection.send(self._line)
            self._line = ""
        return len(text)
