"""What the processes of a build import, begun while the sources are checked."""

from __future__ import annotations

import os

from factbook import processes

#: What a kernel and the figures of a chapter import, most of the time that a chapter takes to start.
_OF_KERNELS = ("factbook.chapter", "factbook.figures.gallery", "ipykernel.debugger", "ipykernel.kernelapp")
#: What building a language and assembling the site import, most of the time that either takes to start.
_MODULES = (
    *_OF_KERNELS,
    "factbook.sphinx_ext",
    "factbook.build.assembly",
    "factbook.checks.site",
    "jupyter_book.sphinx",
    "myst_nb.sphinx_ext",
    "nbclient",
    "pygments.lexers.python",
    "sphinx.builders.html",
    "sphinx.ext.intersphinx",
    "sphinx.transforms.post_transforms.code",
    "sphinx_book_theme",
    "sphinx_comments",
    "sphinx_copybutton",
    "sphinx_design.extension",
    "sphinx_external_toc.events",
    "sphinxcontrib.bibtex",
)


def warm_up() -> None:
    """Begins to import what building a language needs."""
    # The debugger, which a kernel brings along, would say that it cannot step into frozen modules.
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    processes.warm_up(_MODULES)
    processes.collect_less()
