"""Where the parts of the book stand, from its root folder. The one place that knows the tree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factbook.data.package import DESCRIPTOR, Package
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem, ProblemError, relative
from factbook.report import PLACE


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders and files of the book whose root folder is ``root``.

    ``edition`` is the name of the edition as which it is being built, if it is; ``checker`` is the folder of Python for
    browsers, where the site is to have a page that checks documents.
    """

    root: Path
    edition: str = ""
    checker: Path | None = None

    @property
    def config(self) -> Path:
        return self.root / "_config.yml"

    @property
    def toc(self) -> Path:
        return self.root / "_toc.yml"

    @property
    def package(self) -> Package:
        return Package(self.root / "data")

    @property
    def bibliography(self) -> Path:
        return self.root / "book" / "references.bib"

    @property
    def parity_record(self) -> Path:
        """What each section was like when its languages were last declared in step."""
        return self.root / "book" / "parity.toml"

    @property
    def editions(self) -> Path:
        """The frozen editions and their record."""
        return self.root / "book" / "editions"

    @property
    def report(self) -> Path:
        """What is the report's own: its figures, their checks, its words."""
        return self.root / PLACE

    @property
    def icon(self) -> Path:
        """The picture that stands for the book in a browser's tab."""
        return self.report / "favicon.svg"

    @property
    def work(self) -> Path:
        """Where builds happen; nothing here is published as it stands."""
        return self.root / "_build" / (f"work-{self.edition}" if self.edition else "work")

    @property
    def published(self) -> Path:
        return self.root / "_build" / "html"

    @property
    def exported(self) -> Path:
        """Where ``factbook export`` writes unless told otherwise."""
        return self.root / "_build" / "export"

    @property
    def draft(self) -> Path:
        """What ``factbook serve`` shows while the languages are not in step."""
        return self.root / "_build" / "draft"

    def chapters(self, language: str) -> Path:
        return self.root / "book" / language

    def shown(self, path: Path) -> str:
        return relative(path, self.root)


def find(start: Path | None = None) -> Layout:
    """The book at or above ``start``. Raises :class:`ProblemError` where there is none."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "_toc.yml").is_file() and (folder / "data" / DESCRIPTOR).is_file():
            return Layout(folder)
    raise ProblemError(
        [
            Problem(
                "book.not-found",
                str(here),
                "no book stands here or above",
                f"a folder with _toc.yml, data/{DESCRIPTOR} and book/{{{','.join(LANGUAGES)}}}",
                "run the command inside the book, or name its folder with --book",
            )
        ]
    )
