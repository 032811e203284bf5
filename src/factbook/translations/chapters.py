"""The chapters of every language, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_external_toc.parsing import MalformedError, parse_toc_yaml
from yaml import YAMLError

from factbook.data import store
from factbook.data.layout import Layout
from factbook.data.package import decode
from factbook.interface.catalogue import LANGUAGES
from factbook.notebook import round_trip
from factbook.problems import Gathering, Problem
from factbook.translations.model import Chapter, Section
from factbook.translations.reading import read


@dataclass(frozen=True, slots=True)
class Chapters:
    """Chapters by name and language, with the problems of those that cannot be compared."""

    twins: Mapping[str, Mapping[str, Chapter]]
    problems: tuple[Problem, ...]

    def sections(self) -> dict[str, dict[str, tuple[Chapter, Section]]]:
        """The sections that stand in every language, by label and language."""
        found: dict[str, dict[str, tuple[Chapter, Section]]] = {}
        for languages in self.twins.values():
            for language, chapter in languages.items():
                for section in chapter.sections:
                    found.setdefault(section.label, {})[language] = (chapter, section)
        return {label: twins for label, twins in found.items() if len(twins) == len(LANGUAGES)}


def load(layout: Layout) -> Chapters:
    """Every chapter that stands, and can be read, in every language."""
    names = {language: set(names_in(layout, language)) for language in LANGUAGES}
    twins: dict[str, dict[str, Chapter]] = {}
    gathering = Gathering()
    every = sorted(set().union(*names.values()))
    built = listed(layout)
    for name in every:
        missing = [language for language in LANGUAGES if name not in names[language]]
        gathering.problems += [_missing(layout, name, language) for language in missing]
        gathering.problems += [_unlisted(layout, name)] if built is not None and name not in built else []
        if not missing:
            with gathering.item():
                texts = {language: _text(layout, name, language) for language in LANGUAGES}
                gathering.problems += [p for text in texts.values() for p in _written_by_others(layout, *text)]
                twins[name] = {language: _read(layout, *text, name) for language, text in texts.items()}
    return Chapters(twins, tuple(gathering.problems))


def names_in(layout: Layout, language: str) -> list[str]:
    """The names of the chapters that stand in a language."""
    return sorted(path.stem for path in layout.chapters(language).glob("*.md"))


def of(layout: Layout, name: str, language: str) -> Chapter:
    """One chapter in one language. Raises :class:`ProblemError` where it cannot be read."""
    return _read(layout, *_text(layout, name, language), name)


def _text(layout: Layout, name: str, language: str) -> tuple[str, str]:
    """The text of a chapter, and its file as it is shown."""
    path = layout.chapters(language) / f"{name}.md"
    shown = layout.shown(path)
    return decode(path, shown), shown


def _read(layout: Layout, text: str, shown: str, name: str) -> Chapter:
    # Without what another tool wrote into it: that is told by itself, and not as differences between the languages.
    return store.of(layout).of("chapter", (text, name, shown), lambda: read(round_trip.mend(text).text, name, shown))


def _written_by_others(layout: Layout, text: str, shown: str) -> list[Problem]:
    return store.of(layout).of("written by others", (text, shown), lambda: list(round_trip.problems(text, shown)))


def listed(layout: Layout) -> frozenset[str] | None:
    """The chapters that ``_toc.yml`` names; nothing where it cannot be read, which Sphinx then tells."""
    try:
        return frozenset(name.removesuffix(".md") for name in parse_toc_yaml(layout.toc))
    except (MalformedError, OSError, UnicodeDecodeError, YAMLError):
        return None


def _unlisted(layout: Layout, name: str) -> Problem:
    return Problem(
        "book.unlisted",
        layout.shown(layout.toc),
        f"the chapter «{name}» is not listed, so that it would not be built",
        "every chapter of the book's folders",
        f"add «- file: {name}», or delete the chapter in every language",
    )


def _missing(layout: Layout, name: str, language: str) -> Problem:
    return Problem(
        "parity.chapter",
        layout.shown(layout.chapters(language) / f"{name}.md"),
        "the chapter does not stand in this language",
        "every chapter in every language, under the same file name",
        "write it, or take it out of the other languages and of _toc.yml",
    )
