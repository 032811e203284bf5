"""What is a range is called one: the ends of an interval do not stand in the place of the number."""

from __future__ import annotations

from collections.abc import Iterator

from factbook.checks.of_pages.sentences.times import CELLS
from factbook.checks.statements import Statement
from factbook.languages.comparing import Comparing

_ENDS = frozenset({"low", "high"})


def wrong(said: Statement, words: Comparing) -> Iterator[tuple[str, str, str]]:
    """What is wrong in a sentence, what was expected, and what to do."""
    ends = [mark for mark in said.marks if mark.part in _ENDS]
    is_cell = said.element.tag in CELLS or next(said.element.iterancestors(*CELLS), None) is not None
    if ends and not is_cell and not words.range.search(said.text):
        yield (
            f"{said.text[ends[0].start : ends[-1].end]} is all that the printed digits allow, and not called a range",
            "words such as range, any or between beside it, or the number itself",
            'call it a range, or say the number with say("…")',
        )
