"""``factbook export``: chapters and book of a published site, in every format, each made anew only where it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module, metadata
from pathlib import Path

from sphinx_external_toc.parsing import parse_toc_yaml

from factbook.citations import identity
from factbook.citations.identity import Identity
from factbook.data.layout import Layout
from factbook.export import document, volumes
from factbook.export.model import Document, Volume
from factbook.problems import Problem, ProblemError

#: What a file depends on beside the chapter and this package.
_LIBRARIES = (
    "weasyprint",
    "pikepdf",
    "python-docx",
    "python-hwpx",
    "vl-convert-python",
    "fonttools",
    "pylopdf-fonts-ko",
)

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export; ``names`` are chapters or :data:`~factbook.export.volumes.BOOK`, none meaning all of them."""

    names: tuple[str, ...]
    formats: tuple[str, ...]
    languages: tuple[str, ...]


def export(layout: Layout, site: Path, out: Path, wanted: Wanted, tell: Tell) -> list[Path]:
    """Write what is ``wanted`` of a ``site`` to ``out/LANGUAGE/NAME.FORMAT``, and return the files.

    Raises :class:`ProblemError` for a site or chapter that is not there, a missing library, a letter that no font has,
    a picture that cannot be drawn, and a disk that does not let it. What was written by then stays.
    """
    chapters = list(parse_toc_yaml(layout.toc))
    names = wanted.names or (*chapters, volumes.BOOK)
    _known(names, chapters)
    book = identity.read(layout.root, layout.edition)
    jobs = [(language, name, kind) for language in wanted.languages for name in names for kind in wanted.formats]
    code = _code()
    made: list[Path] = []
    for language in wanted.languages:
        pages = _Pages(layout, site / language, language, book)
        for name in names:
            volume = pages.volume(name, chapters)
            for kind in wanted.formats:
                file = out / language / f"{name}.{kind}"
                done = f"{len(made) + 1}/{len(jobs)}"
                content, is_new = _cached(layout.work / "exports", volume, name, kind, code)
                _write(file, content)
                tell(f"    {done} {language}/{file.name} {size(len(content))}{'' if is_new else ' (unchanged)'}")
                made.append(file)
    return made


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

    def volume(self, name: str, chapters: Sequence[str]) -> Volume:
        if name == volumes.BOOK:
            return volumes.book([self._read(chapter) for chapter in chapters], self.identity)
        return volumes.chapter(self._read(name), self.identity)

    def _read(self, name: str) -> Document:
        file = self.folder / f"{name}.html"
        try:
            base = self.identity.address(f"{self.language}/")
            return document.read(file.read_text("utf-8"), name, self.language, base)
        except FileNotFoundError:
            found, advice = "no such page is built yet", "run: factbook build"
        except document.NotAPageError as error:
            found, advice = f"the page has {error}", "build the site again: factbook build"
        raise ProblemError([Problem("export.page", self.layout.shown(file), found, "a built page", advice)])


def _cached(folder: Path, volume: Volume, name: str, kind: str, code: str) -> tuple[bytes, bool]:
    """The file of a volume, and whether it was made now."""
    key = sha256(f"{code} {kind} {volume!r}".encode()).hexdigest()
    file = folder / f"{volume.language}-{name}.{kind}"
    noted = file.with_name(f"{file.name}.key")
    if file.exists() and noted.exists() and noted.read_text("ascii") == key:
        return file.read_bytes(), False
    content = _made(volume, name, kind)
    noted.unlink(missing_ok=True)
    _write(file, content)
    _write(noted, key.encode("ascii"))
    return content, True


def _made(volume: Volume, name: str, kind: str) -> bytes:
    place = f"{volume.language}/{name}.{kind}"
    try:
        content: bytes = import_module(f"factbook.export.{kind}").write(volume)
    except ImportError as error:
        found, expected = f"{error.name} is missing", "what books are made with: pip install 'factbook[book]'"
        raise _problem("export.tool", place, found, expected) from None
    except OSError as error:
        # WeasyPrint loads Pango when it is imported, and says which file it did not find.
        expected = "the libraries of WeasyPrint (Debian: libpango-1.0-0 libpangoft2-1.0-0)"
        raise _problem("export.tool", place, " ".join(str(error).split()), expected) from None
    except ValueError as error:
        expected = "letters that Noto Sans KR has, and pictures that can be drawn"
        raise _problem("export.content", place, str(error), expected) from None
    return content


def _problem(code: str, place: str, found: str, expected: str) -> ProblemError:
    return ProblemError([Problem(code, place, found, expected)])


def _write(file: Path, content: bytes) -> None:
    """Writes all or nothing: a reader may have the file open, and the disk may be full."""
    half = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(content)
        half.replace(file)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        found = f"cannot be written: {error.strerror or error}"
        expected = "a folder that can be written to, with room, and a file that no other program holds open"
        raise _problem("disk", str(file), found, expected) from None


def _code() -> str:
    """A digest of this package and the versions of what it draws with."""
    digest = sha256()
    for file in sorted(Path(__file__).parent.rglob("*")):
        if file.suffix in (".py", ".css"):
            digest.update(file.read_bytes())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library} {metadata.version(library)}".encode())
        except metadata.PackageNotFoundError:
            continue
    return digest.hexdigest()
