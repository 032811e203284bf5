"""The steps of ``factbook build`` after the first: build the languages side by side, check their pages, publish."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from factbook import processes, translations
from factbook.build import assembly, publish, warnings, worker
from factbook.build.turns import Tell
from factbook.checks import channels, site
from factbook.checks.channels import counted, exported
from factbook.checks.memory import Memory
from factbook.data.layout import Layout
from factbook.export import FORMATS, exporting, offering
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem, ProblemError, stop_at
from factbook.translations import todo

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_STEP = re.compile(r"(?P<step>reading sources|writing output)\.\.\. *\[ *(?P<percent>\d+)%\] *(?P<page>\S+)")


@dataclass(frozen=True, slots=True)
class Built:
    """One language, built but not yet published."""

    language: str
    folder: Path
    problems: tuple[Problem, ...]


def make(layout: Layout, target: Path, tell: Tell, memory: Memory, *, exports: bool) -> None:
    """Builds and publishes the site whose sources have been checked. Raises :class:`ProblemError`."""
    tell(f"2/4 building {' and '.join(LANGUAGES)} side by side")
    built = build_languages(layout, tell)
    found = list(dict.fromkeys(problem for one in built for problem in one.problems))
    stop_at(found)
    tell("3/4 checking the built pages")
    with publish.beside(target) as folder, processes.pool(1) as other:
        folders = {one.language: one.folder for one in built}
        memory.recall(layout.work / site.KEPT)
        looked = site.look_beside(layout, folders, memory, other)
        assembled = other.submit(assembly.assemble, layout, folders, folder)
        with _told_if_ended(layout.shown(target)):
            stop_at(site.check(layout, folders, tell, memory, looked))
        if waiting := translations.unrecorded(layout):
            tell(f"    {todo.reminder(waiting)}")
        tell("4/4 publishing")
        with _told_if_ended(layout.shown(target)):
            assembled.result()
        back = channels.read(layout, folder)
        stop_at(back.wrong)
        counted.fill(folder, {**back.counts, "exported": exported.size(layout, folder) if exports else 0})
        if exports:
            tell("    exporting to PDF, DOCX and HWPX")
            exporting.export(layout, folder, folder, exporting.Wanted((), FORMATS, LANGUAGES), tell)
            offering.offer(folder, LANGUAGES)
            tell("    reading back the exported files")
            stop_at([problem for problem in exported.check(layout, folder) if problem])
        publish.replace(target, folder)


@contextmanager
def _told_if_ended(place: str) -> Iterator[None]:
    """Raises :class:`ProblemError` where the other process of the build has been ended."""
    try:
        yield
    except BrokenProcessPool:
        found = "a process that checks pages and puts the site together was ended from outside"
        advice = "build again; if the machine ran out of memory, with fewer programs beside it"
        raise ProblemError([Problem("book.build", place, found, "a build that runs to its end", advice)]) from None


def build_languages(layout: Layout, tell: Tell) -> list[Built]:
    """Every language, each in a process of its own. Raises :class:`OSError` where the disk does not let it."""
    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        return list(pool.map(lambda language: build_language(layout, language, tell), LANGUAGES))


def build_language(layout: Layout, language: str, tell: Tell) -> Built:
    """One language, in the working folder. Raises :class:`OSError` where the disk does not let it.

    What Sphinx knows of a failed or interrupted build is thrown away, so that the next one warns again; the file of
    warnings stands only while a build runs.
    """
    work = layout.work
    out, doctrees, noted = work / language, work / f".doctrees-{language}", work / f"{language}.warnings.txt"
    if noted.exists():
        _forget(out, doctrees)
    noted.touch()
    heard, said = Pipe(duplex=False)
    process = processes.start(worker.run, layout, language, out, doctrees, noted, said)
    said.close()
    noise = list(_follow(heard, language, tell))
    process.join()
    problems = warnings.read(noted.read_text("utf-8"), layout)
    if process.exitcode and not problems:
        tail = "".join(noise[-20:]).strip()
        problems = [
            Problem("book.build", f"book/{language}", tail or "the build stopped", "a build that runs to its end")
        ]
    if problems:
        _forget(out, doctrees)
    noted.unlink()
    return Built(language, out, tuple(problems))


def _forget(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _follow(heard: Connection, language: str, tell: Tell) -> Iterator[str]:
    """The lines that Sphinx says until it ends; tells how far it is. Raises what the disk refused."""
    while True:
        try:
            line = heard.recv()
        except EOFError:
            return
        if isinstance(line, OSError):
            raise line
        if step := _STEP.search(_ANSI.sub("", line)):
            tell(f"    {language} {step['step']} {step['percent']:>3} % {step['page']}")
        yield line
