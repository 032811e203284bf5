"""``factbook lab``: JupyterLab on the chapters as notebooks, set up for them whatever a reader's own settings are."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from factbook.citations import identity
from factbook.data.layout import Layout
from factbook.data.package import FOLDER_VARIABLE
from factbook.phrasing.ledger_link import BASE_VARIABLE
from factbook.problems import Problem, ProblemError

#: What JupyterLab needs for the chapters, and what for.
NEEDED = {
    "jupyterlab": "JupyterLab itself",
    "jupytext": "opens chapters (.md) as notebooks",
    "jupyterlab_myst": "shows MyST and the numbers in sentences",
    "ipykernel": "runs the chapters",
}
#: Holds ``labconfig/``, by which chapters open as notebooks at a double click, and the configuration by which they are
#: saved as :mod:`.contents` does.
SETTINGS = Path(__file__).parent
_SETTINGS_VARIABLE = "JUPYTER_CONFIG_PATH"


def run(layout: Layout, arguments: Sequence[str] = ()) -> int:
    """Runs JupyterLab on the chapters until it is stopped. Raises :class:`ProblemError` naming what is missing."""
    require()
    command = [sys.executable, "-m", "jupyterlab", *arguments, str(layout.root / "book")]
    try:
        return subprocess.run(command, env=environment(layout, os.environ), check=False).returncode
    except KeyboardInterrupt:
        return 0


def require() -> None:
    """Raises :class:`ProblemError` where a package that JupyterLab needs for the chapters is missing."""
    missing = {name: why for name, why in NEEDED.items() if importlib.util.find_spec(name) is None}
    if missing:
        raise ProblemError(
            Problem(
                "lab.missing",
                sys.prefix,
                f"the package {name} is not installed ({why})",
                "everything that requirements.txt names",
                "run: python -m pip install --requirement requirements.txt",
            )
            for name, why in missing.items()
        )


def environment(layout: Layout, outer: Mapping[str, str]) -> dict[str, str]:
    """The variables that JupyterLab and its kernels run under: the book's settings, the book's data."""
    settings = os.pathsep.join(filter(None, [str(SETTINGS), outer.get(_SETTINGS_VARIABLE)]))
    return {
        **outer,
        _SETTINGS_VARIABLE: settings,
        FOLDER_VARIABLE: str(layout.package.folder),
        BASE_VARIABLE: identity.read(layout.root).base,
    }
