"""``factbook export``: chapters and book of a published site, in every format, each made anew only where it changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sphinx_external_toc.parsing import parse_toc_yaml

from factbook.citations import identity
from factbook.citations.identity import Identity
from factbook.data.layout import Layout
from factbook.export import document, files, volumes
from factbook.export.model import Document
from factbook.problems import Problem, ProblemError

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export; ``names`` are chapters or :data:`~factbook.export.volumes.BOOK`, none meaning all of them."""

    names: tuple[str, ...]
    formats: tuple[str, ...]
    languages: tuple[str, ...]


def export(layout: Layout, site: Path, out: Path, wanted: Wanted, tell: Tell, workers: int | None = None) -> list[Path]:
    """Write what is ``wanted`` of a ``site`` to ``out/LANGUAGE/NAME.FORMAT``, and return the files.

    They are made by as many processes as there are cores, or ``workers``. Raises :class:`ProblemError` for a site or
    chapter that is not there, a missing library, a letter that no font has, a picture that cannot be drawn, and a disk
    that does not let it. What was written by then stays.
    """
    chapters = list(parse_toc_yaml(layout.toc))
    names = wanted.names or (*chapters, volumes.BOOK)
    _known(names, chapters)
    book = identity.read(layout.root, layout.edition)
    jobs: list[files.Job] = []
    for language in wanted.languages:
        pages = _Pages(layout, site / language, language, book)
        read = {name: pages.read(name) for name in chapters if name in names or volumes.BOOK in names}
        for name in names:
            volume = volumes.chapter(read[name], book) if name in read else volumes.book(list(read.values()), book)
            jobs += [files.job(layout.work / "exports", volume, name, kind) for kind in wanted.formats]
    for count, (job, is_new) in enumerate(files.done(jobs, workers or os.cpu_count() or 1), 1):
        content = job.kept.read_bytes()
        files.write(out / job.place, content)
        tell(f"    {count}/{len(jobs)} {job.place} {size(len(content))}{'' if is_new else ' (unchanged)'}")
    return [out / job.place for job in jobs]


def size(count: int) -> str:
    """Return a number of bytes as readers know it, in powers of ten."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"


def _known(names: Sequence[str], chapters: Sequence[str]) -> None:
    for name in names:
        if name not in (*chapters, volumes.BOOK):
            known = ", ".join((*chapters, volumes.BOOK))
            raise ProblemError([Problem("export.chapter", name, "no chapter has this name", f"one of {known}")])


@dataclass(frozen=True, slots=True)
class _Pages:
    """The built pages of one language."""

    layout: Layout
    folder: Path
    language: str
    identity: Identity

    def read(self, name: str) -> Document:
        """Return a chapter as a document. Raises :class:`ProblemError` where its page is not built."""
        file = self.folder / f"{name}.html"
        try:
            base = self.identity.address(f"{self.language}/")
            return document.read(file.read_text("utf-8"), name, self.language, base)
        except FileNotFoundError:
            found, advice = "no such page is built yet", "run: factbook build"
        except document.NotAPageError as error:
            found, advice = f"the page has {error}", "build the site again: factbook build"
        raise ProblemError([Problem("export.page", self.layout.shown(file), found, "a built page", advice)])
