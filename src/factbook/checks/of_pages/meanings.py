"""Words that say what a number is (headings, verdicts, axes, legends, formulas) are entered twice, as numbers are.

A slip in a catalogue, such as a verdict reversed or a range called an error margin, leaves every digit right.
``meanings.toml`` beside this module is the second entry of the engine's words, that in ``book/report`` of the report's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from factbook import report
from factbook.checks.pages import Site
from factbook.interface import catalogue
from factbook.problems import Problem

_NAME = "meanings.toml"
#: The words that say what a number is, by how their keys begin. What an alternative text says is held to its figure.
BESIDE_NUMBERS = (
    "figure.",
    "table.",
    "value.",
    "explanation.",
    "ledger.",
    "rate.",
    "editions.",
    "what-if.",
    "citing.",
    "cite.",
    "codebook.",
    "publication.",
    "cutoff.",
    "dates.",
    "number.",
    "claim.",
)
_ELSEWHERE = ".alt"


def check(site: Site) -> Iterator[Problem]:  # noqa: ARG001 - the words are those of every page
    for file, key, language, text in entered():
        found = catalogue.of(language).strings.get(key)
        if found != text:
            given = f"{key} is «{found}»" if found is not None else f"there is no {key}"
            advice = f"mend the word of «{language}»; where its wording is meant to change, change this entry too"
            yield Problem("page.meaning", file, given, f"«{text}», its second entry", advice)
    yield from _once()


def _once() -> Iterator[Problem]:
    """Words that say what a number is and are entered once only."""
    entered_twice = {(language, key) for _, key, language, _ in entered()}
    file = (report.PLACE / _NAME).as_posix()
    for language in catalogue.LANGUAGES:
        for key, text in catalogue.of(language).strings.items():
            is_beside = key.startswith(BESIDE_NUMBERS) and not key.endswith(_ELSEWHERE)
            if is_beside and (language, key) not in entered_twice:
                found = f"{key} is «{text}», and stands in the words of «{language}» only"
                yield Problem("page.meaning", file, found, "a second entry", f"add «{key}» to it, in each language")


def entered() -> Iterator[tuple[str, str, str, str]]:
    """Each second entry: its file, key, language and text."""
    own = report.folder()
    files = {f"src/factbook/checks/of_pages/{_NAME}": Path(__file__).with_name(_NAME)}
    if own and (own / _NAME).is_file():
        files[(report.PLACE / _NAME).as_posix()] = own / _NAME
    for shown, path in files.items():
        for key, texts in tomllib.loads(path.read_text("utf-8")).items():
            yield from ((shown, key, language, text) for language, text in texts.items())
