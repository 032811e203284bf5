"""Internal faults: errors of the program itself, as opposed to problems of an input.

A report of each goes to a file; whoever met it reads one line.
"""

from __future__ import annotations

import os
import platform
import shlex
import sys
import tempfile
import traceback
from importlib import metadata
from pathlib import Path


def report(error: BaseException) -> str:
    """Write a report of ``error`` to a file of its own and return one line: what happened, where it is, what to do.

    Where no file can be written, the traceback follows the line.
    """
    text = _text_of(error)
    try:
        number, path = tempfile.mkstemp(prefix="factbook-fault-", suffix=".txt")
        os.close(number)
        Path(path).write_text(text, "utf-8", errors="backslashreplace")
    except OSError as refused:
        place, more = f"below, since no file can be written: {refused.strerror}", f"\n{text}"
    else:
        place, more = path, ""
    what = " ".join("".join(traceback.format_exception_only(error)).split())
    return f"internal fault: {what} (details: {place}; to report it, see CONTRIBUTING.md, «Report a fault»){more}"


def _text_of(error: BaseException) -> str:
    """Return what is needed to reproduce ``error``: the command, versions, encodings and the traceback."""
    lines = (
        f"command: {shlex.join(sys.argv)}",
        f"factbook {_version()}, Python {platform.python_version()}, {platform.platform()}",
        f"encodings: files {sys.getfilesystemencoding()}, output {sys.stdout.encoding}",
        "",
        *traceback.format_exception(error),
    )
    return "\n".join(lines)


def _version() -> str:
    try:
        return metadata.version("factbook")
    except metadata.PackageNotFoundError:
        return "that is not installed"
