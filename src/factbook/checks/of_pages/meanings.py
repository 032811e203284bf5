"""Words that say what a number is (headings, verdicts, axes, legends, formulas) are entered twice, as numbers are.

A slip in a catalogue, such as a verdict reversed or a range called an error margin, leaves every digit right.
``meanings.toml`` is the second entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from factbook.checks.pages import Site
from factbook.interface import catalogue
from factbook.problems import Problem

FILE = "src/factbook/checks/of_pages/meanings.toml"
#: The second entry of each string, by key and language.
MEANINGS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    files("factbook").joinpath("checks", "of_pages", "meanings.toml").read_text("utf-8")
)


def check(site: Site) -> Iterator[Problem]:  # noqa: ARG001 - the words are those of every page
    for key, entered in MEANINGS.items():
        for language, text in entered.items():
            found = catalogue.of(language).strings.get(key)
            if found != text:
                shown = f"src/factbook/interface/{language}"
                advice = f"mend the one that is wrong; where the wording is meant to change, change {FILE} too"
                given = f"{key} is «{found}»" if found is not None else f"there is no {key}"
                yield Problem("page.meaning", shown, given, f"«{text}», its second entry", advice)
