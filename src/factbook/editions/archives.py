"""An edition as one file: a ZIP archive whose bytes depend on the pages and data in it, and on nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

#: ZIP keeps a time for each file, from 1980 on; the day on which an edition was frozen is in the record.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16


def pack(folder: Path) -> bytes:
    """Every file below ``folder``, in the order of their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _NO_TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _PLAIN_FILE
            archive.writestr(entry, path.read_bytes())
    return stream.getvalue()


def unpack(archive: Path, folder: Path, below: str = "") -> None:
    """Writes the files of an edition, or those whose names begin with ``below``, into ``folder``."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder, [name for name in opened.namelist() if name.startswith(below)])


def text(archive: Path, name: str) -> str | None:
    """What a file of an edition says, where it has that file."""
    with zipfile.ZipFile(archive) as opened:
        return opened.read(name).decode("utf-8-sig") if name in opened.namelist() else None


def names(archive: Path) -> frozenset[str]:
    """The addresses of the files of an edition within it."""
    with zipfile.ZipFile(archive) as opened:
        return frozenset(opened.namelist())


def pages(archive: Path) -> dict[str, bytes]:
    """The pages of an edition by their addresses within it: ``ko/market.html``."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist() if name.endswith(".html") and "/" in name}
