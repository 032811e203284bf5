"""Mutants of what is published beside the pages: a digit of a table, a citation, a search result, a notebook."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factbook.checks import channels, pages
from factbook.checks.channels import explained
from factbook.checks.of_pages import explanations
from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

from .model import dice, each_kind, replaced, with_digit

#: So many of each kind are tried.
MOST_OF_A_KIND = 25


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A kind of file, by ``file`` of each language or of none, what of it is altered, and who reads it back."""

    kind: str
    file: str
    digits: str
    channel: str


KINDS = (
    Spoilt(
        "published: number", "data/numbers.csv", r"(?<=,)\d+(?:\.\d+)?(?=,(?:USD|KRW|percent|paper),)", "all_numbers"
    ),
    Spoilt("published: fact", "data/facts.csv", r"(?<=^[a-z])[^,\n]*,(?P<it>\d[\d.]*),", "tables"),
    Spoilt("published: numbers.json", "data/numbers.json", r'"(?:value|low|high)": ?"(?P<it>[\d.]+)"', "quotable"),
    Spoilt("published: BibTeX", "{}/sources.bib", r"year = \{(?P<it>\d{4})\}", "bibliographies"),
    Spoilt("published: RIS", "{}/sources.ris", r"PY  - (?P<it>\d{4})", "bibliographies"),
    Spoilt("published: copied number", "{}/citations-numbers.js", r'"said":"[^"\d]*(?P<it>\d[\d.,]*)', "copied"),
    Spoilt("published: explanation", "{}/explanations.js", r'data value=\\"(?P<it>[\d.]+)\\"', "explained"),
    Spoilt("published: search", "{}/searchindex.js", r"(?<![#\d.,])(?P<it>\d+(?:[.,]\d+)?)%", "searched"),
    Spoilt("published: notebook", "{}/market.ipynb", r'"text/plain": "[^"\d]*(?P<it>\d[\d.,]*)', "notebooks"),
    Spoilt("published: date of a page", "{}/market.html", r'"datePublished":"(?P<it>[\d-]+)"', "head"),
    Spoilt("published: script", "en/_static/book.js", r"\b(?P<it>\d+)n\b", "scripts"),
)


@dataclass(frozen=True, slots=True)
class FileMutant:
    """A published file that reads ``new`` in the place of ``old``, at a place counted in characters."""

    kind: str
    file: str
    channel: str
    start: int
    old: str
    new: str

    @property
    def place(self) -> str:
        return f"{self.file}, character {self.start}"

    @property
    def change(self) -> str:
        return replaced(self.old, self.new)


class Published:
    """The published files, each altered in a copy of the site in ``folder``."""

    def __init__(self, layout: Layout, site: Path, folder: Path) -> None:
        self._layout = layout
        self._folder = folder / "site"
        shutil.copytree(site, self._folder, copy_function=_linked())

    def mutants(self) -> Iterator[FileMutant]:
        yield from each_kind(self._every(), MOST_OF_A_KIND, seed=0)

    def _every(self) -> Iterator[FileMutant]:
        for spoilt in KINDS:
            for file in dict.fromkeys(spoilt.file.format(language) for language in LANGUAGES):
                text = (self._folder / file).read_bytes().decode("utf-8-sig")
                for found in re.finditer(spoilt.digits, text, re.MULTILINE):
                    group = "it" if "it" in found.groupdict() else 0
                    old = found[group]
                    places = [place for place, one in enumerate(old) if one.isdecimal()]
                    new = with_digit(old, dice(file, found.start()).choice(places))
                    yield FileMutant(spoilt.kind, file, spoilt.channel, found.start(group), old, new)

    def caught_by(self, mutant: FileMutant) -> str | None:
        check = _explained if mutant.channel == "explained" else _channel(mutant.channel)
        path = self._folder / mutant.file
        kept = path.read_bytes()
        text = kept.decode("utf-8-sig")
        path.unlink()
        path.write_bytes((text[: mutant.start] + mutant.new + text[mutant.start + len(mutant.old) :]).encode())
        try:
            return next((problem.code for problem in check(self._layout, self._folder)), None)
        finally:
            path.write_bytes(kept)


_Check = Callable[[Layout, Path], Iterator[Problem]]


def _channel(name: str) -> _Check:
    def check(layout: Layout, folder: Path) -> Iterator[Problem]:
        return filter(None, channels.CHANNELS[name](layout, folder))

    return check


def _explained(layout: Layout, folder: Path) -> Iterator[Problem]:
    """What is told of a number is held to it as a page, and heading by heading as a channel."""
    yield from explanations.check(pages.read(layout, {language: folder / language for language in LANGUAGES}))
    yield from filter(None, explained.check(layout, folder))


def _linked() -> Callable[[str, str], None]:
    """How a file is copied: shared where the disk allows it, since few are altered."""

    def copy(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)

    return copy
