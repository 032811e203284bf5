"""Every number of the book as it is copied, pasted into a document: recognised there, and told where a digit slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from factbook.checker import quotes
from factbook.checker.documents import check_paths
from factbook.checker.quotes import Outcome
from factbook.checks.channels import assigned
from factbook.interface.catalogue import LANGUAGES

PLACE = "market-size"


def copied(site: Path, language: str) -> Iterator[tuple[str, str]]:
    """What each number is said as, and the rest of its citation as ``citing.js`` puts it together, in HTML."""
    numbers = assigned.value(site / language / "citations-numbers.js", "numberCitations")["numbers"]
    place = assigned.value(site / language / "citations.js", "citations")["places"][PLACE]["place"]
    there = re.search(r'href="([^"]*)"', place)[1]
    for name, known in numbers.items():
        row = re.sub(r"[^/]*$", f"numbers.html#{name}", there, count=1)
        rest = known["sentence"].removeprefix(known["said"]).replace("⟨place⟩", place.replace(there, row))
        yield known["said"], f'<a href="{row}"><strong>{{}}</strong></a>{rest}'


def slipped(said: str) -> str:
    """The number with another first digit."""
    return re.sub(r"\d", lambda found: str((int(found[0]) + 3) % 10 or 7), said, count=1)


def outcomes(site: Path, folder: Path, form: str, paragraphs: list[str]) -> list[Outcome]:
    document = folder / f"policy.{form}"
    if form == "html":
        document.write_text("".join(f"<p>{one}</p>" for one in paragraphs), "utf-8")
    else:
        document.write_text("\n\n".join(lxml.html.fromstring(one).text_content() for one in paragraphs), "utf-8")
    (checked,) = check_paths([document], book=quotes.load(str(site)))
    return [one.outcome for one in checked.quotes]


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_that_is_copied_is_found_to_be_what_the_book_says(site, tmp_path, language, form):
    paragraphs = [rest.format(said) for said, rest in copied(site, language)]
    # The number and the address at the end of its citation are links of one place.
    times = 2 if form == "html" else 1
    assert outcomes(site, tmp_path, form, paragraphs) == [Outcome.SAME] * times * len(paragraphs)


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digit_that_slips_after_pasting_is_told(site, tmp_path, language, form):
    paragraphs = [rest.format(slipped(said)) for said, rest in copied(site, language) if slipped(said) != said]
    assert Outcome.SAME not in outcomes(site, tmp_path, form, paragraphs)
