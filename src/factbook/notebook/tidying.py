"""``factbook tidy``: chapters without what another tool wrote into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from factbook.data.layout import Layout
from factbook.data.package import decode
from factbook.interface.catalogue import LANGUAGES
from factbook.notebook import round_trip
from factbook.problems import Gathering, Problem, ProblemError

_CHAPTER = ".md"


def tidy(layout: Layout, paths: Iterable[Path], say: Callable[[str], None]) -> None:
    """Mends the chapters among ``paths``, files and folders; without any, all of the book. Says what it has changed.

    Raises :class:`ProblemError` for what cannot be read or written, once the others are mended.
    """
    gathering = Gathering()
    named = list(paths) or [layout.chapters(language) for language in LANGUAGES]
    for path in dict.fromkeys(file for one in named for file in _files(one)):
        with gathering.item():
            _mend(path, layout.shown(path), say)
    gathering.raise_if_any()


def _files(path: Path) -> Iterator[Path]:
    """The chapter itself, or those in a folder that nothing hides, such as ``.ipynb_checkpoints``."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob(f"*{_CHAPTER}")):
        if not any(part.startswith((".", "_")) for part in file.relative_to(path).parts):
            yield file


def _mend(path: Path, shown: str, say: Callable[[str], None]) -> None:
    if path.suffix != _CHAPTER:
        raise ProblemError(
            [Problem("chapter.kind", shown, "it is no chapter", f"a file {_CHAPTER}, or a folder of them")]
        )
    mended = round_trip.mend(decode(path, shown))
    if not mended.marks:
        return
    try:
        path.write_bytes(mended.text.encode())
    except OSError as error:
        raise ProblemError(
            [Problem("chapter.write", shown, f"it cannot be written: {error.strerror}", "a file that can be changed")]
        ) from None
    for mark in mended.marks:
        say(f"{shown}:{mark.line}: {mark.tool}: {mark.found}")
