"""The trials: every mutant of every medium, or a sample of them, shared out among the cores."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factbook.checks import pages, validation
from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import ProblemError

from . import sentences
from .chapters import Chapters
from .data import STALE, Data
from .excuses import Excuses
from .figures import Figures
from .model import Medium, Mutant, sample
from .pages import CHECKS, Pages
from .published import Published
from .sentences import Sentences

#: Mutants that a process is handed at a time.
_SHARE = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """A mutant that was tried, and the code of the problem that gave it away."""

    kind: str
    place: str
    change: str
    caught_by: str | None


class Bench:
    """Every medium of the book, ready for trials. ``scratch`` is an empty folder."""

    def __init__(self, layout: Layout, site: Path, scratch: Path) -> None:
        built = pages.read(layout, {language: site / language for language in LANGUAGES})
        folders = {name: scratch / name for name in ("data", "chapters", "published")}
        for folder in folders.values():
            folder.mkdir()
        self._built = built
        self._media: dict[str, Medium[Any]] = {
            "data": Data(layout, built, folders["data"]),
            "chapters": Chapters(layout, folders["chapters"]),
            "excuses": Excuses(layout),
            "pages": Pages(built),
            "sentences": Sentences(built),
            "figures": Figures(built),
            "published": Published(layout, site, folders["published"]),
        }

    def stop_at_problems(self) -> None:
        """Raises :class:`ProblemError` where the unaltered pages have problems: every mutant would seem caught."""
        found = validation.check(self._built.layout)
        if not found:
            found = [
                problem
                for check in dict.fromkeys((*STALE, *CHECKS, *sentences.CHECKS))
                for problem in check(self._built)
            ]
        if found:
            raise ProblemError(found)

    def mutants(self) -> list[tuple[str, Mutant]]:
        """Every mutant with the name of its medium."""
        return [(name, mutant) for name, medium in self._media.items() for mutant in medium.mutants()]

    def try_out(self, medium: str, mutant: Mutant) -> Outcome:
        return Outcome(mutant.kind, mutant.place, mutant.change, self._media[medium].caught_by(mutant))


def run(
    layout: Layout, site: Path, *, size: int | None, seed: int, tell: Callable[[str], None], cores: int | None = None
) -> list[Outcome]:
    """Tries every mutant, or ``size`` of them drawn by ``seed``, on ``cores`` processes (all there are by default).

    Raises :class:`ProblemError` where the book has problems before it is altered.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(layout, site, Path(scratch))
        bench.stop_at_problems()
        chosen = _chosen(bench.mutants(), size, seed)
        tell(f"{len(chosen)} mutants of {len({mutant.kind for _, mutant in chosen})} kinds")
        outcomes: list[Outcome] = []
        for done in _tried(bench, chosen, layout, site, cores or os.cpu_count() or 1):
            outcomes += done
            seconds = time.monotonic() - began
            caught = sum(one.caught_by is not None for one in outcomes)
            tell(f"    {len(outcomes):>5} of {len(chosen)} tried, {caught} caught, {seconds:.0f} s")
    return outcomes


def _chosen(mutants: list[tuple[str, Mutant]], size: int | None, seed: int) -> list[tuple[str, Mutant]]:
    if size is None:
        return mutants
    media = {id(mutant): medium for medium, mutant in mutants}
    drawn = sample((mutant for _, mutant in mutants), size, seed)
    return [(media[id(mutant)], mutant) for mutant in drawn]


def _tried(
    bench: Bench, mutants: list[tuple[str, Mutant]], layout: Layout, site: Path, cores: int
) -> Iterable[list[Outcome]]:
    shares = [mutants[start : start + _SHARE] for start in range(0, len(mutants), _SHARE)]
    if cores == 1 or len(shares) == 1:
        yield from ([bench.try_out(*one) for one in share] for share in shares)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores, context, _set_up, (layout, site)) as pool:
        yield from pool.map(_try_share, shares)


_held: list[tuple[Bench, tempfile.TemporaryDirectory[str]]] = []


def _set_up(layout: Layout, site: Path) -> None:
    """Gives a process a bench of its own."""
    scratch = tempfile.TemporaryDirectory()
    _held.append((Bench(layout, site, Path(scratch.name)), scratch))


def _try_share(share: list[tuple[str, Mutant]]) -> list[Outcome]:
    bench, _ = _held[-1]
    return [bench.try_out(*one) for one in share]


def by_kind(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes of each kind of mutant, in the order of the media."""
    kinds: dict[str, list[Outcome]] = {}
    for one in outcomes:
        kinds.setdefault(one.kind, []).append(one)
    return kinds


def catchers(outcomes: Iterable[Outcome]) -> Counter[str]:
    """How many mutants each check gave away first."""
    return Counter(one.caught_by for one in outcomes if one.caught_by)
