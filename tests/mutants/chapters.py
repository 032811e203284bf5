"""Mutants of the chapters: the id in an ``{eval}`` expression, misspelt or another number's, in one language.

Both are tried as a build meets them, without a kernel: the expression is evaluated over the open book, where an unknown
id raises (a build stops there); then the languages are compared, where another number's id has no twin. The record of
when the languages were last in step is left out: a person may sign any change off there, so it counts for nothing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factbook import translations
from factbook.chapter import Book
from factbook.data.layout import Layout
from factbook.facts.claims import WrongClaimError
from factbook.interface.catalogue import LANGUAGES
from factbook.languages import claiming
from factbook.problems import UnknownNameError

from .model import dice

_EVAL = re.compile(r"\{eval\}`(?P<expression>[^`]+)`")
_ID = re.compile(r'"(?P<id>[^"]+)"')
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class ExpressionMutant:
    """A chapter with the characters from ``start`` to ``end``, an id, replaced by ``new``."""

    kind: str
    language: str
    name: str
    shown: str
    start: int
    end: int
    old: str
    new: str
    expression: str

    @property
    def place(self) -> str:
        return self.shown

    @property
    def change(self) -> str:
        return f"«{self.old}» → «{self.new}» in {self.expression}"


class Chapters:
    """The chapters of the book; each is copied to ``scratch`` with its twins, to be altered there."""

    def __init__(self, layout: Layout, scratch: Path) -> None:
        self._layout = layout
        self._scratch = scratch
        self._books = {language: Book(language, layout.package) for language in LANGUAGES}
        self._texts = {
            (language, path.stem): path.read_text("utf-8")
            for language in LANGUAGES
            for path in sorted(layout.chapters(language).glob("*.md"))
        }

    def mutants(self) -> Iterator[ExpressionMutant]:
        for (language, name), text in self._texts.items():
            for found in _EVAL.finditer(text):
                for written in _ID.finditer(found["expression"]):
                    yield from self._mutants_of(language, name, text, found, written)

    def _mutants_of(
        self, language: str, name: str, text: str, found: re.Match[str], written: re.Match[str]
    ) -> Iterator[ExpressionMutant]:
        start = found.start("expression") + written.start("id")
        line = text.count("\n", 0, start) + 1
        shown = f"{self._layout.shown(self._layout.chapters(language))}/{name}.md:{line}"
        book = self._books[language]
        sayer = book.sayer
        if written["id"] not in {*book.facts.entries, *sayer.judgements, *sayer.claims}:
            yield from self._of_words(language, name, shown, start, found, written)
            return
        known = next(one for one in (sayer.claims, sayer.judgements, book.facts.entries) if written["id"] in one)
        for kind, new in (
            ("{eval}: misspelt id", _misspelt(written["id"], start)),
            ("{eval}: id of another number", nearest(written["id"], known)),
        ):
            yield ExpressionMutant(
                kind, language, name, shown, start, start + len(written["id"]), written["id"], new, found["expression"]
            )

    def _of_words(
        self, language: str, name: str, shown: str, start: int, found: re.Match[str], written: re.Match[str]
    ) -> Iterator[ExpressionMutant]:
        """The words of a claim, replaced by those of another claim that mean something else."""
        words, others = written["id"], sorted({words for text in self._texts.values() for words in _words(text)})
        meant = claiming.read(words, language)
        others = [other for other in others if claiming.read(other, language) not in ((), meant)]
        yield ExpressionMutant(
            "claim: words", language, name, shown, start, start + len(words), words,
            dice(shown, start).choice(others), found["expression"],
        )  # fmt: skip

    def caught_by(self, mutant: ExpressionMutant) -> str | None:
        text = self._texts[mutant.language, mutant.name]
        book = self._books[mutant.language]
        expression = mutant.expression.replace(f'"{mutant.old}"', f'"{mutant.new}"')
        try:
            eval(expression, {"__builtins__": {}, "book": book, "say": book.say, "chart": book.chart})
        except UnknownNameError:
            return "mystnb.eval"
        except WrongClaimError:
            return "manuscript.claim"
        altered = {language: self._texts[language, mutant.name] for language in LANGUAGES} | {
            mutant.language: text[: mutant.start] + mutant.new + text[mutant.end :]
        }
        return next((problem.code for problem in translations.check(self._alone(mutant.name, altered))), None)

    def _alone(self, name: str, texts: dict[str, str]) -> Layout:
        """A book of this one chapter."""
        layout = Layout(self._scratch)
        for language, text in texts.items():
            folder = layout.chapters(language)
            folder.mkdir(parents=True, exist_ok=True)
            for other in folder.iterdir():
                other.unlink()
            (folder / f"{name}.md").write_text(text, "utf-8")
        return layout


def _words(text: str) -> Iterator[str]:
    """The words of every claim of a chapter."""
    for found in _EVAL.finditer(text):
        if ".claim(" in found["expression"]:
            yield [written["id"] for written in _ID.finditer(found["expression"])][-1]


def _misspelt(name: str, *seed: object) -> str:
    """The id with one character dropped, doubled or changed."""
    chance = dice(name, *seed)
    position = chance.randrange(len(name))
    middle = chance.choice(("", name[position] * 2, chance.choice([c for c in _LETTERS if c != name[position]])))
    return name[:position] + middle + name[position + 1 :]


def nearest(name: str, known: Iterable[str]) -> str:
    """The id that is most easily taken for ``name``."""
    others = [other for other in known if other != name]
    return str(difflib.get_close_matches(name, others, n=1, cutoff=0)[0])
