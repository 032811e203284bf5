"""The files of an export: each made anew only where its volume changed, by as many processes as there are cores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module, metadata
from pathlib import Path

from factbook import processes
from factbook.export.model import Volume
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


@dataclass(frozen=True, slots=True)
class Job:
    """A file to make, and where it is kept for as long as the volume stays as it is."""

    volume: Volume
    name: str
    kind: str
    kept: Path
    key: str

    @property
    def place(self) -> str:
        """The file in the folder of an export."""
        return f"{self.volume.language}/{self.name}.{self.kind}"

    @property
    def is_done(self) -> bool:
        """Whether the kept file is that of the volume as it is now."""
        noted = _noted(self.kept)
        return self.kept.exists() and noted.exists() and noted.read_text("ascii") == self.key


def job(folder: Path, volume: Volume, name: str, kind: str) -> Job:
    """Return the job whose file is kept in ``folder``; it is done anew when the volume or this package changes."""
    key = sha256(f"{_code()} {kind} {volume!r}".encode()).hexdigest()
    return Job(volume, name, kind, folder / f"{volume.language}-{name}.{kind}", key)


def done(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, bool]]:
    """Yield each job once its file is kept, and whether it was made now; with several workers, in any order.

    Raises :class:`ProblemError` as :func:`~factbook.export.exporting.export` does.
    """
    waiting = [one for one in jobs if not one.is_done]
    places = {one.place for one in waiting}
    yield from ((one, False) for one in jobs if one.place not in places)
    if min(workers, len(waiting)) > 1:
        yield from ((one, True) for one in _side_by_side(waiting, workers))
        return
    for one in waiting:
        _keep(one)
        yield one, True


def _side_by_side(jobs: Sequence[Job], workers: int) -> Iterator[Job]:
    with processes.pool(min(workers, len(jobs))) as pool:
        # Those with most chapters take longest; begun last, they would be waited for alone.
        ordered = sorted(jobs, key=lambda one: -len(one.volume.chapters))
        running = {pool.submit(_keep, one): one for one in ordered}
        try:
            for future in as_completed(running):
                future.result()
                yield running[future]
        except BrokenProcessPool:
            found = "a process that makes files was ended from outside"
            expected = "a process that runs to its end: export again, with fewer programs beside it"
            raise _problem("export.tool", jobs[0].place, found, expected) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _keep(job: Job) -> None:
    content = _made(job)
    noted = _noted(job.kept)
    noted.unlink(missing_ok=True)
    write(job.kept, content)
    write(noted, job.key.encode("ascii"))


def _noted(kept: Path) -> Path:
    """Where the key of a kept file stands."""
    return kept.with_name(f"{kept.name}.key")


def _made(job: Job) -> bytes:
    place = job.place
    try:
        content: bytes = import_module(f"factbook.export.{job.kind}").write(job.volume)
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


def write(file: Path, content: bytes) -> None:
    """Write all or nothing: a reader may have the file open, and the disk may be full. Raises :class:`ProblemError`."""
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


@cache
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
